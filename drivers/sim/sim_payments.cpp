#include "drivers/sim/sim_payments.hpp"

namespace kahui::sim {

using ports::PaymentAnswer;
using ports::PaymentOutcome;

namespace {

constexpr int kLooksToConfirm = 2;

PaymentAnswer unknown(const char* reason, bool waiting = false) {
  return {PaymentOutcome::Unknown, waiting, {}, reason};
}

}  // namespace

std::string SimPayments::transactionOf(const std::string& payment) { return "SIM" + payment.substr(0, 16); }

PaymentAnswer SimPayments::pay(const ports::PaymentOrder& order, std::string_view code) {
  const std::lock_guard lock(m_mutex);
  if (const auto known = m_orders.find(order.payment); known != m_orders.end())
    return look(order.payment, known->second);
  Order fresh;
  fresh.amount = order.amount;
  fresh.script = code.empty() ? '6' : code.back();
  Order& kept = m_orders.emplace(order.payment, fresh).first->second;
  switch (kept.script) {
    case '5':
    case '7': return unknown("USERPAYING", true);
    case '6': kept.closed = true; return {PaymentOutcome::Unpaid, false, {}, "NOTENOUGH"};
    case '8':
    case '9': return unknown("TIMEOUT");
    default: kept.paid = true; return {PaymentOutcome::Paid, false, transactionOf(order.payment), {}};
  }
}

PaymentAnswer SimPayments::look(const std::string& payment, Order& order) {
  if (order.paid) return {PaymentOutcome::Paid, false, transactionOf(payment), {}};
  if (order.closed) return {PaymentOutcome::Unpaid, false, {}, "CLOSED"};
  ++order.looks;
  if (order.script == '5' && order.looks >= kLooksToConfirm) order.paid = true;
  const bool told = order.looks >= m_unknown_looks;
  if (order.script == '8' && told) order.paid = true;
  if (order.script == '9' && told) order.closed = true;
  if (order.paid || order.closed) return look(payment, order);
  const bool confirms = order.script == '5' || order.script == '7';
  return confirms ? unknown("USERPAYING", true) : unknown("TIMEOUT");
}

// An order that this service never heard of was never paid: it may be asked about after a restart.
PaymentAnswer SimPayments::query(const ports::PaymentOrder& order) {
  const std::lock_guard lock(m_mutex);
  const auto known = m_orders.find(order.payment);
  if (known == m_orders.end()) return {PaymentOutcome::Unpaid, false, {}, "ORDERNOTEXIST"};
  return look(order.payment, known->second);
}

PaymentAnswer SimPayments::reverse(const ports::PaymentOrder& order) {
  const std::lock_guard lock(m_mutex);
  const auto known = m_orders.find(order.payment);
  if (known == m_orders.end()) return {PaymentOutcome::Unpaid, false, {}, "ORDERNOTEXIST"};
  Order& kept = known->second;
  const bool silent = (kept.script == '8' || kept.script == '9') && !kept.paid && !kept.closed;
  if (silent) {
    ++kept.looks;
    return unknown("USERPAYING");
  }
  kept.paid = false;
  kept.closed = true;
  return {PaymentOutcome::Unpaid, false, {}, "REVOKED"};
}

PaymentAnswer SimPayments::refund(const ports::PaymentOrder& order, const std::string& of) {
  const std::lock_guard lock(m_mutex);
  if (m_refunds.contains(order.payment)) return {PaymentOutcome::Paid, false, transactionOf(order.payment), {}};
  if (m_refuse_refunds) return {PaymentOutcome::Unpaid, false, {}, "NOTENOUGH"};
  const auto known = m_orders.find(of);
  // The demo forgets its orders with the process; the money of a demo is nobody's.
  if (known != m_orders.end()) {
    if (!known->second.paid || known->second.refunded + order.amount > known->second.amount)
      return {PaymentOutcome::Unpaid, false, {}, "REFUND_FEE_MISMATCH"};
    known->second.refunded += order.amount;
  }
  m_refunds.emplace(order.payment, order.amount);
  return {PaymentOutcome::Paid, false, transactionOf(order.payment), {}};
}

base::Money SimPayments::taken() const {
  const std::lock_guard lock(m_mutex);
  base::Money sum;
  for (const auto& [payment, order] : m_orders)
    if (order.paid) sum += order.amount - order.refunded;
  return sum;
}

void SimPayments::refuseRefunds(bool refuse) {
  const std::lock_guard lock(m_mutex);
  m_refuse_refunds = refuse;
}

}  // namespace kahui::sim
