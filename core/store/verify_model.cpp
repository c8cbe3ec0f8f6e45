#include "core/store/verify_model.hpp"

#include "core/store/sealer.hpp"

namespace kahui::store {

namespace {

std::vector<std::string> saleFaults(const journal::SaleCompleted& sale) {
  std::vector<std::string> faults;
  base::Money finals{};
  base::Money gross{};
  base::Money rounding{};
  for (const journal::SoldLine& line : sale.lines) {
    const base::Money cuts = line.multi + line.promo + line.bill + line.coupon + line.points + line.round;
    if (line.after_price - cuts != line.final) faults.push_back("a line's cuts do not lead to its final amount");
    if (line.final < base::Money{}) faults.push_back("a line is below zero");
    finals += line.final;
    gross += line.gross;
    rounding += line.round;
  }
  base::Money paid{};
  base::Money change{};
  for (const journal::SoldTender& tender : sale.tenders) {
    paid += tender.amount;
    if (tender.given) change += *tender.given - tender.amount;
  }
  if (finals != sale.total) faults.push_back("lines do not sum to the total");
  if (gross != sale.gross) faults.push_back("lines do not sum to the gross");
  if (rounding != sale.rounding) faults.push_back("lines do not sum to the rounding");
  if (paid != sale.total) faults.push_back("tenders do not sum to the total");
  if (change != sale.change) faults.push_back("cash given does not explain the change");
  return faults;
}

std::int64_t receiptSerial(const std::string& receipt_no) {
  const auto dash = receipt_no.rfind('-');
  return dash == std::string::npos ? 0 : std::stoll("0" + receipt_no.substr(dash + 1));
}

}  // namespace

std::vector<std::string> Model::apply(const journal::Event& event, std::int64_t entry) {
  std::vector<std::string> faults;
  if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload); sale != nullptr) {
    faults = saleFaults(*sale);
    const std::int64_t no = (std::int64_t{event.incarnation} << 40) | receiptSerial(sale->receipt_no);
    const ModelSale row{entry, event.business_date.days(), sale->member ? sale->member->no : 0, sale->total.value(),
                        sale->member ? sale->member->earned.value() : 0};
    if (!sales.emplace(no, row).second) faults.push_back("receipt number used twice: " + sale->receipt_no);
    if (!sale->ref.empty()) ++refs;
    if (sale->member && !sale->member->bill_tier.empty()) members[sale->member->no].tier = sale->member->tier_after;
  } else if (const auto* joined = std::get_if<journal::MemberRegistered>(&event.payload); joined != nullptr) {
    members[joined->no].tier = joined->tier;
    for (const journal::IssuedCard& card : joined->cards)
      card_status_by_key[LookupKey::parse(card.key).value_or(LookupKey{}).tail] = card.status;
  } else if (const auto* card = std::get_if<journal::CardStatusChanged>(&event.payload); card != nullptr) {
    card_status_by_key[LookupKey::parse(card->key).value_or(LookupKey{}).tail] = card->status;
  } else if (const auto* opened = std::get_if<journal::ShiftOpened>(&event.payload); opened != nullptr) {
    shifts[opened->shift] = true;
  } else if (const auto* closed = std::get_if<journal::ShiftClosed>(&event.payload); closed != nullptr) {
    shifts[closed->shift] = false;
  }
  for (const journal::PointsPosting& posting : journal::pointsPostings(event)) {
    ModelMember& member = members[posting.member];
    (posting.cashable ? member.cashable : member.noncash) += posting.points.value();
    member.lifetime += posting.lifetime.value();
  }
  const journal::DayTotals totals = journal::dayTotals(event);
  if (!totals.isZero()) days[event.business_date.days()] += totals;
  return faults;
}

}  // namespace kahui::store
