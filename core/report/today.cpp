#include "core/report/today.hpp"

#include <map>
#include <set>

namespace kahui::report {

using base::BusinessDate;
using base::Money;
using journal::Fact;

namespace {

// One day's rows of a longer book.
ports::TradeBook rowsOf(const ports::TradeBook& book, std::int32_t day) {
  ports::TradeBook one;
  const auto take = [day](const auto& from, auto& to) {
    for (const auto& row : from)
      if (row.first.day == day) to.push_back(row);
  };
  take(book.hours, one.hours);
  take(book.items, one.items);
  take(book.visits, one.visits);
  take(book.facts, one.facts);
  for (const auto& row : book.totals)
    if (row.first == day) one.totals.push_back(row);
  return one;
}

struct BriefSums {
  Brief sums;
  std::set<std::int64_t> members;  // of one day
};

std::map<std::int32_t, Brief> briefs(const ports::TradeBook& book) {
  std::map<std::int32_t, BriefSums> days;
  for (const auto& [key, sums] : book.hours) {
    Brief& brief = days[key.day].sums;
    const Money net = sums.sold - sums.refunded;
    brief.net += net;
    brief.bills += sums.bills;
    if (key.tier.empty()) continue;
    brief.member_net += net;
    brief.member_bills += sums.bills;
  }
  for (const auto& [day, totals] : book.totals) {
    Brief& brief = days[day].sums;
    brief.new_members += totals.new_members;
    brief.issued += totals.earned;
    brief.redeemed += totals.redeemed;
  }
  for (const auto& [key, sums] : book.visits)
    if (sums.bills + sums.returns > 0) days[key.day].members.insert(key.member);
  std::map<std::int32_t, Brief> out;
  for (auto& [day, brief] : days) {
    brief.sums.distinct_members = std::ssize(brief.members);
    out.emplace(day, brief.sums);
  }
  return out;
}

Brief meanOf(const std::map<std::int32_t, Brief>& days, const BusinessDate& day, int& count) {
  Brief sum;
  count = 0;
  for (auto at = days.lower_bound(day.days() - kMeanDays); at != days.end() && at->first < day.days(); ++at) {
    const Brief& one = at->second;
    if (one.bills == 0) continue;
    ++count;
    sum.net += one.net;
    sum.member_net += one.member_net;
    sum.bills += one.bills;
    sum.member_bills += one.member_bills;

    sum.new_members += one.new_members;
    sum.issued += one.issued;
    sum.redeemed += one.redeemed;
  }
  if (count == 0) return sum;
  for (auto* amount : {&sum.net, &sum.member_net}) *amount = Money(amount->value() / count);
  for (auto* number : {&sum.bills, &sum.member_bills, &sum.new_members}) *number /= count;
  for (auto* points : {&sum.issued, &sum.redeemed}) *points = base::Points(points->value() / count);
  return sum;
}

void addOperatorFact(const journal::FactKey& key, const journal::FactSums& sums,
                     std::map<std::string, OperatorDay>& operators) {
  OperatorDay& one = operators[key.key];
  one.code = key.key;
  switch (key.kind) {
    case Fact::Operator:
      one.bills += sums.n;
      one.net += Money(sums.amount);
      break;
    case Fact::OperatorReturn:
      one.returns += sums.n;
      one.refunded += Money(sums.amount);
      break;
    case Fact::ManualDiscount:
      one.discount_bills += sums.n;
      one.discount += Money(sums.amount);
      break;
    case Fact::Rounding: one.rounding += Money(sums.amount); break;
    case Fact::TenderTaken:
    case Fact::TenderGiven:
    case Fact::Upgrade:
    case Fact::Join:
    case Fact::MemberCost:
    case Fact::Promotion:
    case Fact::Stored: break;
  }
}

bool ofAnOperator(Fact kind) {
  return kind == Fact::Operator || kind == Fact::OperatorReturn || kind == Fact::ManualDiscount ||
         kind == Fact::Rounding;
}

std::vector<KeyCount> counts(const ports::TradeBook& day, Fact kind) {
  std::map<std::string, KeyCount> by_key;
  for (const auto& [key, sums] : day.facts) {
    if (key.kind != kind) continue;
    KeyCount& one = by_key[key.key];
    one.key = key.key;
    one.n += sums.n;
    one.amount += Money(sums.amount);
  }
  std::vector<KeyCount> list;
  for (auto& [key, one] : by_key) list.push_back(std::move(one));
  return list;
}

}  // namespace

Today today(const ports::TradeBook& book, BusinessDate day, const programme::RulePack& pack,
            const std::unordered_map<std::string, std::string>& staff) {
  Today out;
  out.day = day;
  const ports::TradeBook own = rowsOf(book, day.days());
  out.figures = periodFigures(own, pack);
  out.last_week_day = day.plusDays(-kDaysOfWeek);
  const auto days = briefs(book);
  if (const auto week = days.find(out.last_week_day.days()); week != days.end()) out.last_week = week->second;
  for (const auto& [key, sums] : book.hours)
    if (key.day == out.last_week_day.days())
      out.last_week_hours.at(static_cast<std::size_t>(key.hour)) += sums.sold - sums.refunded;
  out.mean = meanOf(days, day, out.mean_days);
  std::map<std::string, OperatorDay> operators;
  for (const auto& [key, sums] : own.facts)
    if (ofAnOperator(key.kind)) addOperatorFact(key, sums, operators);
  for (auto& [code, one] : operators) {
    if (const auto name = staff.find(code); name != staff.end()) one.name = name->second;
    out.operators.push_back(std::move(one));
  }
  out.joins = counts(own, Fact::Join);
  out.upgrades = counts(own, Fact::Upgrade);
  out.promotions = counts(own, Fact::Promotion);
  for (const KeyCount& cost : counts(own, Fact::MemberCost)) {
    if (cost.key == "PRICE") out.saved_price = cost.amount;
    if (cost.key == "COUPON") out.saved_coupons = cost.amount;
    if (cost.key == "POINTS") out.saved_points = cost.amount;
  }
  return out;
}

}  // namespace kahui::report
