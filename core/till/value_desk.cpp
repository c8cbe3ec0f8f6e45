// Stored value (V1 to V4) and count cards (V5): what a bill and its return move, topping up, closing.
#include <algorithm>

#include "core/loyalty/stored_card.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;

namespace {

int piecesOf(base::Quantity quantity) { return static_cast<int>(quantity.value() / base::kOnePiece.value()); }

pricing::StoredBalance balanceOf(const AttachedMember& member) {
  if (!member.stored) return {};
  return {member.stored->principal, member.stored->bonus};
}

journal::StoredMoved moved(const AttachedMember& member, const char* why, Money principal, Money bonus) {
  journal::StoredMoved event;
  event.member = member.member.no.value();
  event.why = why;
  event.principal = principal;
  event.bonus = bonus;
  const auto before = balanceOf(member);
  event.principal_after = before.principal + principal;
  event.bonus_after = before.bonus + bonus;
  return event;
}

}  // namespace

base::Status SaleDesk::countsFit(const OpenBill& bill) const {
  for (const BasketLine& line : bill.lines) {
    const bool sold = line.count_card.empty() && line.product->uses > 0;
    if (line.count_card.empty() && !sold) continue;
    if (!bill.member) return base::fail(ErrorCode::RuleRejected, "COUNT_CARD_NEEDS_MEMBER");
    if (sold) continue;
    const auto& counts = bill.member->counts;
    const auto card =
        std::find_if(counts.begin(), counts.end(), [&](const auto& one) { return one.card == line.count_card; });
    if (card == counts.end()) return base::fail(ErrorCode::RuleRejected, "COUNT_USED_UP");
    loyalty::CountCard left{card->left, card->expires.value_or(today())};
    for (const BasketLine& use : bill.lines) {
      for (int i = 0; use.count_card == line.count_card && i < piecesOf(use.quantity); ++i)
        KAHUI_TRY(loyalty::useCountCard(left, today()));
    }
  }
  return {};
}

// Into the document what the receipt and a return must know, into `also` what moves the balances.
void SaleDesk::addValue(const OpenBill& bill, const sale::SaleResult& result, const base::WallTime& at,
                        journal::SaleCompleted& document, std::vector<journal::Payload>& also) const {
  const Money zero;
  if (result.stored_principal_used + result.stored_bonus_used > zero) {
    auto event = moved(*bill.member, "PAY", zero - result.stored_principal_used, zero - result.stored_bonus_used);
    event.operator_code = document.operator_code;
    also.emplace_back(std::move(event));
  }
  for (std::size_t i = 0; i < bill.lines.size(); ++i) {
    const BasketLine& line = bill.lines[i];
    if (line.count_card.empty() && line.product->uses == 0) continue;
    journal::CountMoved event;
    event.member = bill.member->member.no.value();
    event.sku = line.product->sku;
    event.name = line.product->name;
    if (line.count_card.empty()) {
      event.card = base::Id::make(at.utc_ms, *m_random).hex();
      event.why = "SOLD";
      event.change = event.left = line.product->uses * piecesOf(line.quantity);
      if (line.product->valid_days > 0) event.expires = at.local().date().plusDays(line.product->valid_days);
    } else {
      event.card = line.count_card;
      event.why = "USED";
      event.change = -piecesOf(line.quantity);
      for (const auto& card : bill.member->counts)
        if (card.card == line.count_card) event.left = card.left;
      for (const auto& earlier : document.lines)
        if (earlier.count_card == line.count_card) event.left += earlier.count_change;
      event.left += event.change;
    }
    document.lines[i].count_card = event.card;
    document.lines[i].count_change = event.change;
    document.lines[i].count_left = event.left;
    also.emplace_back(std::move(event));
  }
}

// What goes back to stored value, count cards and payment codes with returned goods.
base::Status SaleDesk::addValueBack(Settlement& settlement, std::vector<journal::Payload>& also) {
  const auto& sale = std::get<journal::SaleCompleted>(settlement.sale.payload);
  journal::SaleReturned& document = settlement.document;
  const sale::Refund& refund = settlement.refund;
  if (const Money back = refund.stored_principal + refund.stored_bonus; back > Money{}) {
    if (!document.member) return base::fail(ErrorCode::UnknownMember);
    AttachedMember member;
    KAHUI_TRY(valueForRefund(member::MemberNo(document.member->no), back, member));
    auto event = moved(member, "REFUND", refund.stored_principal, refund.stored_bonus);
    event.operator_code = document.operator_code;
    document.member->stored_after = event.principal_after + event.bonus_after;
    also.emplace_back(std::move(event));
  }
  if (sale.lines.empty()) return {};  // goods without a receipt
  for (const journal::ReturnedLine& line : document.lines) {
    const journal::SoldLine& sold = sale.lines[static_cast<std::size_t>(line.line)];
    if (sold.count_card.empty()) continue;
    const auto card = m_store->countCard(sold.count_card);
    if (!card) return tl::unexpected(card.error());
    if (!*card || !sale.member) return base::fail(ErrorCode::StoreCorrupt, "count card " + sold.count_card);
    const int each = std::abs(sold.count_change) / std::max(1, piecesOf(sold.quantity));
    const bool use = sold.count_change < 0;
    const base::Quantity kept =
        sold.quantity - settlement.returned[static_cast<std::size_t>(line.line)] - line.quantity;
    const int change = (use ? each : -each) * piecesOf(line.quantity);
    int left = (*card)->left;
    for (const journal::Payload& other : also) {
      const auto* before = std::get_if<journal::CountMoved>(&other);
      if (before != nullptr && before->card == sold.count_card) left = before->left;
    }
    left += change;
    // A card that was used is not taken back: only its uses are.
    if (!use && left != each * piecesOf(kept)) return base::fail(ErrorCode::RuleRejected, "COUNT_CARD_USED");
    also.emplace_back(journal::CountMoved{sale.member->no, sold.count_card, use ? "GIVEN_BACK" : "RETURNED", sold.sku,
                                          sold.name, change, left, (*card)->expires});
  }
  for (journal::SoldTender& tender : document.tenders) {
    if (tender.payment.empty()) continue;
    journal::PaymentBegun begun;
    begun.payment = base::Id::make(timeNow().utc_ms, *m_random).hex();
    begun.refund = true;
    begun.provider = tender.type;
    begun.amount = tender.amount;
    begun.operator_code = document.operator_code;
    begun.of = std::exchange(tender.payment, begun.payment);
    also.emplace_back(std::move(begun));
  }
  return {};
}

base::Result<journal::StoredMoved> SaleDesk::planTopUp(const AttachedMember& asked, Money pay) {
  if (pay <= Money{}) return base::fail(ErrorCode::OutOfRange, "amount");
  AttachedMember member = asked;
  KAHUI_TRY(needsLine(member.member));
  KAHUI_TRY(loadValue(member));
  const auto* rule = loyalty::topUpRule(pay, *m_rules);
  const Money gift = rule != nullptr ? rule->bonus : Money{};
  const auto allowed = loyalty::topUp(true, balanceOf(member), pay, gift, m_offline, *m_rules);
  if (!allowed) return tl::unexpected(allowed.error());
  auto event = moved(member, "TOP_UP", pay, gift);
  if (rule != nullptr) event.rule = rule->id;
  return event;
}

base::Result<journal::Event> SaleDesk::topUp(const AttachedMember& member, Money pay, const pricing::Tender& tender,
                                             const ports::Staff& staff, const std::string& approver) {
  auto event = planTopUp(member, pay);
  if (!event) return tl::unexpected(event.error());
  const auto shift = shiftFor(staff);
  if (!shift) return tl::unexpected(shift.error());
  event->shift = shift->id;
  event->operator_code = staff.code;
  event->operator_name = staff.name;
  event->approver = approver;
  event->tenders.push_back({tender.type, pay, std::nullopt, tender.reference, {}});
  std::vector<journal::Draft> drafts{draftOf(timeNow(), shift->business_date, std::move(*event))};
  const auto appended = m_store->appendAll(drafts);
  if (!appended) return tl::unexpected(appended.error());
  auto stored = eventOf(std::move(drafts.front()));
  stored.seq = appended->front().seq;
  return stored;
}

base::Result<journal::Event> SaleDesk::closeStored(const AttachedMember& asked, const ports::Staff& staff,
                                                   const std::string& approver) {
  AttachedMember member = asked;
  KAHUI_TRY(needsLine(member.member));
  KAHUI_TRY(loadValue(member));
  const auto balance = balanceOf(member);
  if (balance.principal + balance.bonus == Money{}) return base::fail(ErrorCode::RuleRejected, "NO_STORED_VALUE");
  const auto paid = loyalty::closeCard(balance, m_offline);
  if (!paid) return tl::unexpected(paid.error());
  const auto shift = shiftFor(staff);
  if (!shift) return tl::unexpected(shift.error());
  auto event = moved(member, "CLOSE", Money{} - balance.principal, Money{} - balance.bonus);
  event.shift = shift->id;
  event.operator_code = staff.code;
  event.operator_name = staff.name;
  event.approver = approver;
  event.tenders.push_back({"CASH", *paid, std::nullopt, {}, {}});
  std::vector<journal::Draft> drafts{draftOf(timeNow(), shift->business_date, std::move(event))};
  const auto appended = m_store->appendAll(drafts);
  if (!appended) return tl::unexpected(appended.error());
  auto stored = eventOf(std::move(drafts.front()));
  stored.seq = appended->front().seq;
  return stored;
}

}  // namespace kahui::till
