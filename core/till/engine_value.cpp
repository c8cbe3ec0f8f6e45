// Stored value and count cards of the member on the bill.
#include <fmt/format.h>

#include <algorithm>

#include "core/till/engine.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;

namespace {
constexpr int kHistoryRows = 50;
}

void Till::Engine::reloadValue() {
  if (!m_basket.member()) return;
  AttachedMember member = *m_basket.member();
  if (m_desk.loadValue(member)) m_basket.setValue(member.stored, std::move(member.counts));
}

void Till::Engine::handle(const PlanTopUp& command) {
  m_top_up_plan.reset();
  if (command.pay == Money{} || !m_basket.member()) return;
  const auto plan = m_desk.planTopUp(*m_basket.member(), command.pay);
  if (!plan) return failed(plan.error());
  m_notice.reset();
  m_top_up_plan = TenderDeskView::Plan{command.pay, plan->bonus, plan->principal_after + plan->bonus_after, plan->rule};
}

void Till::Engine::handle(TopUp& command) {
  if (!readyForBasket()) return;
  if (!m_basket.member()) return failed({ErrorCode::RuleRejected, "VALUE_NEEDS_MEMBER"});
  const auto approver = permit(Right::TopUp, std::move(command.approval));
  if (!approver) return failed(approver.error());
  const bool card = command.kind == TenderKind::BankCard;
  if (!card && command.kind != TenderKind::Cash) return failed({ErrorCode::WrongTender, {}});
  if (card && command.reference.size() < 4) return failed({ErrorCode::RuleRejected, "TENDER_REFERENCE"});
  const pricing::Tender tender{card ? "BANKCARD" : "CASH", command.pay, std::nullopt, command.reference, {}};
  showSlip(m_desk.topUp(*m_basket.member(), command.pay, tender, *m_staff, *approver), NoticeCode::TopUpDone);
}

void Till::Engine::handle(CloseStored& command) {
  if (!readyForBasket()) return;
  if (!m_basket.member()) return failed({ErrorCode::RuleRejected, "VALUE_NEEDS_MEMBER"});
  const auto approver = permit(Right::CloseCard, std::move(command.approval));
  if (!approver) return failed(approver.error());
  showSlip(m_desk.closeStored(*m_basket.member(), *m_staff, *approver), NoticeCode::StoredClosed);
}

// The bill stays as it is: the slip is looked at and put away like a copy of a receipt.
void Till::Engine::showSlip(base::Result<journal::Event> done, NoticeCode code) {
  if (!done) return failed(done.error());
  m_top_up_plan.reset();
  reloadValue();
  m_value_history.reset();
  auto slip = m_desk.receiptOf(*done);
  if (!slip) return failed(slip.error());
  m_change = Money{};
  notify(NoticeKind::Good, code, {slip->receipt_no});
  m_receipt = std::move(*slip);
  m_phase = Phase::Receipt;
}

void Till::Engine::handle(const UseCount& command) {
  if (!readyForBasket()) return;
  const auto& member = m_basket.member();
  if (!member) return failed({ErrorCode::RuleRejected, "VALUE_NEEDS_MEMBER"});
  const auto card = std::find_if(member->counts.begin(), member->counts.end(),
                                 [&](const auto& one) { return one.card == command.card; });
  if (card == member->counts.end()) return failed({ErrorCode::RuleRejected, "COUNT_USED_UP"});
  const ports::OwnedCount owned = *card;
  const auto product = m_desk.product(owned.sku);
  if (!product) return failed(product.error());
  const BasketLine use{.count_card = owned.card};
  std::vector<BasketLine> lines = m_basket.lines();
  lines.push_back({.product = *product, .quantity = base::kOnePiece, .count_card = owned.card});
  if (const auto fits = m_desk.countsFit({lines, member, m_basket.wish()}); !fits) return failed(fits.error());
  if (const auto added = m_basket.append(*product, base::kOnePiece, use); !added) return failed(added.error());
  int left = owned.left;
  for (const BasketLine& line : m_basket.lines())
    if (line.count_card == owned.card) left -= static_cast<int>(line.quantity.value() / base::kOnePiece.value());
  repriced();
  notify(NoticeKind::Good, NoticeCode::CountUsed, {owned.name, std::to_string(left)}, true);
}

bool Till::Engine::usesFit(const SetQuantity& command) const {
  std::vector<BasketLine> lines = m_basket.lines();
  if (command.line < 0 || static_cast<std::size_t>(command.line) >= lines.size()) return true;
  BasketLine& line = lines[static_cast<std::size_t>(command.line)];
  if (line.count_card.empty()) return true;
  line.quantity = command.quantity;
  return m_desk.countsFit({lines, m_basket.member(), m_basket.wish()}).has_value();
}

void Till::Engine::handle(const ShowValueHistory& command) {
  m_value_history.reset();
  if (!command.shown || !m_basket.member()) return;
  auto rows = m_ports.store->valueHistory(m_basket.member()->member.no, kHistoryRows);
  if (!rows) return failed(rows.error());
  m_value_history = std::move(*rows);
}

void Till::Engine::drawTenders(Snapshot& snapshot) const {
  TenderDeskView view;
  view.can_pay_by_code = m_ports.payments != nullptr;
  view.offset_min = m_ports.clock->now().offset_min;
  for (const ports::OpenPayment& one : m_open_payments)
    if (!m_tendering || !m_tendering->holds(one.payment)) view.open.push_back(one);
  view.plan = m_top_up_plan;
  view.history = m_value_history;
  const auto& member = m_basket.member();
  if (member && member->stored && member->stored->hq) {
    const ports::ConfirmedValue& said = *member->stored->hq;
    view.honest = {said, base::WallTime{said.as_of_ms, view.offset_min}.local(), m_desk.offlineValue(*member->stored)};
  }
  snapshot.tenders = std::move(view);
}

}  // namespace kahui::till
