// The tender step: what was taken so far, what is left, and the one act that stores the bill. Payments by a customer's
// code are in engine_payments.cpp.
#include <algorithm>
#include <cstring>

#include "core/till/engine.hpp"
#include "core/till/entry_text.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;

namespace {

const char* tenderType(TenderKind kind) {
  switch (kind) {
    case TenderKind::Cash: return "CASH";
    case TenderKind::BankCard: return "BANKCARD";
    case TenderKind::Stored: return "STORED";
    case TenderKind::Voucher: return "VOUCHER";
    case TenderKind::Split: break;
  }
  return "";
}

// Of a slip or a voucher. A bank card's own number is longer or has its form, and is not kept here (I21).
bool isReference(const std::string& text) {
  constexpr std::size_t kShortest = 4;
  constexpr std::size_t kLongest = 12;
  return text.size() >= kShortest && text.size() <= kLongest && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

}  // namespace

base::Money Till::Engine::takenSum() const {
  Money sum;
  for (const pricing::Tender& tender : m_tendering->taken) sum += tender.amount.value_or(Money{});
  return sum;
}

OpenBill Till::Engine::billWith(std::span<const pricing::Tender> tenders) const {
  return {m_basket.lines(), m_basket.member(), m_basket.wish(), tenders,
          m_tendering ? m_tendering->at : std::optional<base::WallTime>()};
}

// Prices of now, or of when the first part was paid.
base::Status Till::Engine::retender() {
  auto priced = m_desk.price(billWith({}));
  if (!priced) return tl::unexpected(priced.error());
  take(std::move(*priced));
  const Money rest = m_priced->total - takenSum();
  if (rest < Money{}) return base::fail(ErrorCode::WrongTender, "TENDER_EXCEEDS_DUE");
  std::vector<pricing::Tender> tenders = m_tendering->taken;
  tenders.push_back({"CASH", std::nullopt, std::nullopt});
  const auto cash = m_desk.price(billWith(tenders));
  if (!cash) return tl::unexpected(cash.error());
  TenderView view{cash->tenders.back().amount, cash->rounding, quickAmounts(cash->tenders.back().amount)};
  view.kind = m_tendering->kind;
  view.total = m_priced->total;
  view.rest = rest;
  if (m_tendering->split > rest) m_tendering->split = Money{};
  view.next = m_tendering->split > Money{} ? m_tendering->split : rest;
  Money stored_taken;
  for (const pricing::Tender& tender : m_tendering->taken) {
    view.taken.push_back({tender.type, *tender.amount, tender.reference, !tender.payment.empty()});
    if (tender.type == kStoredTender) stored_taken += *tender.amount;
  }
  if (const auto& member = m_basket.member(); member && member->stored)
    view.stored = member->stored->principal + member->stored->bonus - stored_taken;
  view.purse = purseView();
  view.pin_needed = m_tendering->pin_needed;
  if (const auto& running = m_tendering->running)
    view.payment = PaymentView{running->order.provider, running->order.amount, running->masked, running->stage};
  m_tender = std::move(view);
  return {};
}

bool Till::Engine::redrawTender() {
  const auto drawn = retender();
  if (!drawn) failed(drawn.error());
  return drawn.has_value();
}

void Till::Engine::handle(const BeginTender&) { handle(ChooseTender{TenderKind::Cash}); }

void Till::Engine::handle(const ChooseTender& command) {
  if (m_phase == Phase::Tendering) {
    if (m_tendering->running) return failed({ErrorCode::RuleRejected, "PAYMENT_UNDER_WAY"});
    m_tendering->kind = command.kind;
    m_tendering->pin_needed = false;
    m_notice.reset();
    redrawTender();
    return;
  }
  if (!readyForBasket()) return;
  if (m_basket.lines().empty()) return failed({ErrorCode::EmptyBasket, {}});
  if (const auto may = m_desk.mayBuy(billWith({})); !may) return failed(may.error());
  m_tendering = Tendering{};
  m_tendering->kind = command.kind;
  if (!redrawTender()) {
    m_tendering.reset();
    m_tender.reset();
    return;
  }
  m_search.reset();
  m_notice.reset();
  m_phase = Phase::Tendering;
}

void Till::Engine::handle(const SplitTender& command) {
  if (m_phase != Phase::Tendering || m_tendering->running) return failed({ErrorCode::WrongState, {}});
  if (command.amount < Money{} || command.amount > m_tender->rest)
    return failed({ErrorCode::WrongTender, "TENDER_EXCEEDS_DUE"});
  m_tendering->split = command.amount;
  m_notice.reset();
  redrawTender();
}

// One step back: what was taken last, then the tender step itself.
void Till::Engine::handle(const CancelTender&) {
  if (m_phase != Phase::Tendering) return;
  if (m_tendering->running) return handle(ReversePayment{});
  auto& taken = m_tendering->taken;
  if (taken.empty()) return leaveTender();
  if (!taken.back().payment.empty()) return failed({ErrorCode::RuleRejected, "PAYMENT_PAID"});
  const pricing::Tender last = taken.back();
  taken.pop_back();
  if (taken.empty()) m_tendering->at.reset();
  if (redrawTender())
    notify(NoticeKind::Info, NoticeCode::TenderLeft, {last.type, std::to_string(last.amount->value())});
}

void Till::Engine::leaveTender() {
  m_tendering.reset();
  m_tender.reset();
  m_phase = Phase::Selling;
  repriced();
}

void Till::Engine::handle(const PayCash& command) {
  if (m_phase != Phase::Tendering || !m_staff) return failed({ErrorCode::WrongState, {}});
  if (m_tendering->running) return failed({ErrorCode::RuleRejected, "PAYMENT_UNDER_WAY"});
  std::vector<pricing::Tender> tenders = m_tendering->taken;
  tenders.push_back({"CASH", std::nullopt, command.given});
  finishTender(std::move(tenders), {});
}

// The one act: the bill, and with it what `also` says, or nothing of either.
bool Till::Engine::finishTender(std::vector<pricing::Tender> tenders, std::vector<journal::Payload> also) {
  auto done = m_desk.complete(billWith(tenders), *m_staff, {}, {}, std::move(also));
  if (!done) {
    failed(done.error());
    return false;
  }
  auto receipt = m_desk.receiptOf(*done);
  m_basket.reset();
  m_priced.reset();
  m_points.reset();
  m_explained = -1;
  m_tendering.reset();
  m_tender.reset();
  showReceipt(std::move(receipt), NoticeCode::SaleDone);
  if (!m_open_payments.empty()) lookAtOpenPaymentsQuietly();  // some of them may stand in this bill
  renewHint();
  return true;
}

void Till::Engine::handle(const FinishTender&) {
  if (m_phase != Phase::Tendering || !m_staff || m_tendering->running || m_tender->rest > Money{})
    return failed({ErrorCode::WrongState, {}});
  finishTender(m_tendering->taken, {});
}

void Till::Engine::handle(TakeTender& command) {
  std::string pin = std::move(command.member_pin);
  const auto taken = takeTender(command, pin);
  explicit_bzero(pin.data(), pin.size());
  if (taken) return;
  if (m_tendering && taken.error().detail == "MEMBER_PIN_NEEDED") m_tendering->pin_needed = true;
  if (m_tendering) redrawTender();
  failed(taken.error());
}

base::Status Till::Engine::takeTender(const TakeTender& command, const std::string& pin) {
  if (m_phase != Phase::Tendering || !m_staff) return base::fail(ErrorCode::WrongState);
  if (m_tendering->running) return base::fail(ErrorCode::RuleRejected, "PAYMENT_UNDER_WAY");
  const std::string type = tenderType(command.kind);
  if (command.kind == TenderKind::Cash || type.empty()) return base::fail(ErrorCode::WrongState);
  const bool stored = command.kind == TenderKind::Stored;
  if (!stored && !isReference(command.reference)) return base::fail(ErrorCode::RuleRejected, "TENDER_REFERENCE");
  if (stored && !m_tender->stored) return base::fail(ErrorCode::RuleRejected, "NO_STORED_VALUE");
  Money amount = command.amount.value_or(m_tender->next);
  if (stored && !command.amount) amount = std::min(amount, *m_tender->stored);
  if (amount <= Money{}) return base::fail(ErrorCode::RuleRejected, stored ? "NO_STORED_VALUE" : "TENDER_NOTHING_LEFT");
  if (amount > m_tender->rest) return base::fail(ErrorCode::WrongTender, "TENDER_EXCEEDS_DUE");

  std::vector<pricing::Tender> tenders = m_tendering->taken;
  tenders.push_back({type, amount, std::nullopt, command.reference, {}});
  if (stored) KAHUI_TRY(mayPayStored(tenders, pin));
  if (amount == m_tender->rest) {  // it pays the bill
    if (!finishTender(std::move(tenders), {})) return tl::unexpected(*m_notice->error);
    return {};
  }
  if (!m_tendering->at) m_tendering->at = m_ports.clock->now();
  m_tendering->taken = std::move(tenders);
  m_tendering->split = {};
  m_tendering->pin_needed = false;
  m_tendering->kind = TenderKind::Cash;
  KAHUI_TRY(retender());
  notify(NoticeKind::Good, NoticeCode::TenderTaken, {type, std::to_string(amount.value())});
  return {};
}

// I4 and O2, before anything else is taken on top of it.
base::Status Till::Engine::mayPayStored(std::vector<pricing::Tender> tenders, const std::string& pin) {
  tenders.push_back({"CASH", std::nullopt, std::nullopt});
  const auto priced = m_desk.price(billWith(tenders));
  if (!priced) return tl::unexpected(priced.error());
  BillWish wish = m_basket.wish();
  std::string tried = pin;
  const auto allowed = mayPay(wish, *priced, tried);
  if (allowed) m_basket.wish(std::move(wish));
  return allowed;
}

}  // namespace kahui::till
