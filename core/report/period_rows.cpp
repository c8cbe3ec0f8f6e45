// The period's figures from what the store has folded; they must be those of the events (period.cpp), to the fen.
#include <unordered_map>

#include "core/report/period.hpp"

namespace kahui::report {

using base::Money;
using journal::Fact;

namespace {

struct Sold {  // without refunds: tickets are of these
  Money all, members;
};

void addHours(const ports::TradeBook& book, PeriodFigures& out, Sold& sold) {
  DayFigures& day = out.day;
  for (const auto& [key, sums] : book.hours) {
    const bool member = !key.tier.empty();
    const Money net = sums.sold - sums.refunded;
    (member ? day.net_member : day.net_guest) += net;
    day.bills += sums.bills;
    day.refund_bills += sums.returns;
    sold.all += sums.sold;
    for (Trade* trade : {&out.hours.at(static_cast<std::size_t>(key.hour)), &out.tiers[key.tier]}) {
      trade->bills += sums.bills;
      trade->net += net;
      if (!member) continue;
      trade->member_bills += sums.bills;
      trade->member_net += net;
    }
    if (!member) continue;
    day.member_bills += sums.bills;
    sold.members += sums.sold;
  }
}

void addFact(const journal::FactKey& key, const journal::FactSums& sums, PeriodFigures& out) {
  switch (key.kind) {
    case Fact::Upgrade: out.upgrades += sums.n; break;
    case Fact::TenderTaken: out.tenders[key.key].taken += Money(sums.amount); break;
    case Fact::TenderGiven: out.tenders[key.key].given_back += Money(sums.amount); break;
    case Fact::ManualDiscount: {
      auto& manual = out.manual[key.key];
      manual.bills += sums.n;
      manual.saving += Money(sums.amount);
      break;
    }
    case Fact::Stored:
      (key.key == "TOP_UP" || key.key == "REFUND" ? out.stored_in : out.stored_out) += Money(sums.amount);
      break;
    case Fact::Operator:
    case Fact::OperatorReturn:
    case Fact::Rounding:
    case Fact::Join:
    case Fact::MemberCost:
    case Fact::Promotion: break;
  }
}

void addVisits(const ports::TradeBook& book, PeriodFigures& out) {
  std::unordered_map<std::int64_t, std::int64_t> bills_of;
  std::unordered_map<std::int64_t, bool> seen;
  for (const auto& [key, sums] : book.visits) {
    if (sums.bills + sums.returns == 0) continue;
    seen.emplace(key.member, true);
    if (sums.bills > 0) bills_of[key.member] += sums.bills;
  }
  out.day.distinct_members = static_cast<std::int64_t>(seen.size());
  for (const auto& [member, bills] : bills_of) out.repeat_buyers += bills >= 2 ? 1 : 0;
  out.repeat_buyers_bp = bills_of.empty() ? 0 : shareBp(out.repeat_buyers, std::ssize(bills_of));
}

}  // namespace

PeriodFigures periodFigures(const ports::TradeBook& book, const programme::RulePack& pack) {
  PeriodFigures out;
  Sold sold;
  addHours(book, out, sold);
  for (const auto& [day, totals] : book.totals) out.totals += totals;
  for (const auto& [key, sums] : book.facts) addFact(key, sums, out);
  addVisits(book, out);
  for (const auto& [key, sums] : book.items) {
    ItemTrade& item = out.items[key.sku];
    (key.member ? item.members : item.guests) += sums.quantity;
    (key.member ? item.member_net : item.guest_net) += sums.net;
  }
  DayFigures& day = out.day;
  day.net_total = day.net_member + day.net_guest;
  setShare(day, pack);
  day.points_issued = out.totals.earned;
  day.points_reversed = base::Points() - out.totals.reversed;
  day.points_redeemed = out.totals.redeemed;
  if (day.bills > 0) day.avg_ticket = Money(sold.all.value() / day.bills);
  if (day.member_bills > 0) day.member_avg_ticket = Money(sold.members.value() / day.member_bills);
  constexpr std::int64_t kHundredths = 100;
  if (day.bills > 0) day.items_per_bill_x100 = out.totals.pieces * kHundredths / day.bills;
  return out;
}

}  // namespace kahui::report
