#include "core/journal/projection.hpp"

namespace kahui::journal {

DayTotals& DayTotals::operator+=(const DayTotals& other) {
  bills += other.bills;
  member_bills += other.member_bills;
  pieces += other.pieces;
  gross += other.gross;
  net += other.net;
  member_net += other.member_net;
  rounding += other.rounding;
  earned += other.earned;
  redeemed += other.redeemed;
  opening += other.opening;
  new_members += other.new_members;
  return *this;
}

std::vector<PointsPosting> pointsPostings(const Event& event) {
  if (const auto* sale = std::get_if<SaleCompleted>(&event.payload); sale != nullptr && sale->member) {
    const SoldMember& member = *sale->member;
    if (member.earned == base::Points{}) return {};
    return {{member.no, PointsAccount::Programme, false, member.earned, member.earned, member.lot_expires}};
  }
  if (const auto* joined = std::get_if<MemberRegistered>(&event.payload); joined != nullptr) {
    if (joined->opening == base::Points{} && joined->lifetime == base::Points{}) return {};
    return {{joined->no, PointsAccount::Opening, false, joined->opening, joined->lifetime, joined->opening_expires}};
  }
  return {};
}

DayTotals dayTotals(const Event& event) {
  DayTotals totals;
  if (const auto* sale = std::get_if<SaleCompleted>(&event.payload); sale != nullptr) {
    totals.bills = 1;
    for (const SoldLine& line : sale->lines) {
      const bool whole = line.quantity.value() % base::kOnePiece.value() == 0;
      totals.pieces += whole ? line.quantity.value() / base::kOnePiece.value() : 1;
    }
    totals.gross = sale->gross;
    totals.net = sale->total;
    totals.rounding = sale->rounding;
    if (sale->member && !sale->member->bill_tier.empty()) {
      totals.member_bills = 1;
      totals.member_net = sale->total;
      totals.earned = sale->member->earned;
      totals.redeemed = sale->member->used;
    }
  } else if (const auto* joined = std::get_if<MemberRegistered>(&event.payload); joined != nullptr) {
    totals.new_members = joined->joined == event.business_date ? 1 : 0;
    totals.opening = joined->opening;
  }
  return totals;
}

}  // namespace kahui::journal
