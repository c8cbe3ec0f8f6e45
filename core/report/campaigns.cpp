#include "core/report/campaigns.hpp"

#include <algorithm>
#include <map>

namespace kahui::report {

using base::BusinessDate;
using base::Money;
using base::Points;
using ports::DaySpan;

namespace {

constexpr int kFull_pct = 100;

CampaignPeriod periodOf(const DaySpan& span, const ports::TradeBook& book, BusinessDate day) {
  CampaignPeriod out;
  out.span = span;
  out.days_left = std::clamp(span.to.days() - day.days(), 0, span.days());
  Money sold;
  std::unordered_set<std::int64_t> buyers;
  for (const auto& [key, sums] : book.visits) {
    if (!span.holds(key.day)) continue;
    out.bills += sums.bills;
    out.net += sums.sold - sums.refunded;
    sold += sums.sold;
    if (sums.bills > 0) buyers.insert(key.member);
  }
  out.buyers = std::ssize(buyers);
  if (out.bills > 0) out.ticket = Money(sold.value() / out.bills);
  for (const auto& [key, sums] : book.hours)
    if (span.holds(key.day) && key.tier.empty()) out.guest_net += sums.sold - sums.refunded;
  for (const auto& [key, sums] : book.facts)
    if (span.holds(key.day) && key.kind == journal::Fact::Join) out.joins += sums.n;
  return out;
}

void addNewcomers(const ports::TradeBook& book, const std::vector<ports::ReportMember>& members, CampaignFigures& out) {
  std::unordered_set<std::int64_t> joined;
  for (const auto& member : members)
    if (out.during.span.holds(member.joined.days())) joined.insert(member.no);
  std::unordered_set<std::int64_t> bought;
  for (const auto& [key, sums] : book.visits) {
    if (!out.during.span.holds(key.day) || !joined.contains(key.member)) continue;
    out.newcomers_net += sums.sold - sums.refunded;
    if (sums.bills > 0) bought.insert(key.member);
  }
  out.newcomers = std::ssize(bought);
}

void addDiscount(const ports::TradeBook& book, CampaignFigures& out) {
  const auto& promotions = out.set.promotions;
  for (const auto& [key, sums] : book.facts)
    if (key.kind == journal::Fact::Promotion && out.during.span.holds(key.day) &&
        std::find(promotions.begin(), promotions.end(), key.key) != promotions.end())
      out.discount += Money(sums.amount);
}

// A coupon that came back with its goods was not used.
void addRewards(const std::vector<journal::Event>& events, const std::unordered_set<std::string>& serials,
                CampaignFigures& out) {
  const auto& promotions = out.set.promotions;
  std::map<std::string, Money> used;
  for (const journal::Event& event : events) {
    const bool during = out.during.span.holds(event.business_date.days());
    if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload); sale != nullptr) {
      if (!during || !sale->member) continue;
      out.points += extraPoints(*sale);
      for (const auto& one : sale->savings)
        if (std::find(promotions.begin(), promotions.end(), one.promotion) != promotions.end())
          out.points += one.points;
    } else if (const auto* granted = std::get_if<journal::PointsGranted>(&event.payload); granted != nullptr) {
      if (during) out.points += granted->points;
    } else if (const auto* coupon = std::get_if<journal::CouponUsed>(&event.payload); coupon != nullptr) {
      if (serials.contains(coupon->serial)) used[coupon->serial] += coupon->discount;
    } else if (const auto* changed = std::get_if<journal::CouponChanged>(&event.payload); changed != nullptr) {
      if (changed->status == "ISSUED") used.erase(changed->serial);
    }
  }
  out.coupons = std::ssize(used);
  for (const auto& [serial, discount] : used) out.coupons_cost += discount;
}

}  // namespace

CampaignSpans campaignSpans(const journal::CampaignSet& set) {
  const int days = set.to.days() - set.from.days() + 1;
  return {{set.from.plusDays(-days), set.from.plusDays(-1)},
          {set.from, set.to},
          {set.to.plusDays(1), set.to.plusDays(days)}};
}

Points extraPoints(const journal::SaleCompleted& sale) {
  const journal::SoldMember& member = *sale.member;
  if (member.birthday || member.multiplier_pct <= kFull_pct) return {};
  Points earned = member.earned;
  for (const auto& one : sale.savings) earned -= one.points;
  return earned - Points(base::mulDivFloor(earned.value(), kFull_pct, member.multiplier_pct));
}

CampaignFigures campaignFigures(const journal::CampaignSet& set, const ports::TradeBook& book,
                                const std::vector<journal::Event>& events,
                                const std::unordered_set<std::string>& serials,
                                const std::vector<ports::ReportMember>& members, BusinessDate day,
                                const programme::RulePack& pack) {
  CampaignFigures out;
  out.set = set;
  const CampaignSpans spans = campaignSpans(set);
  out.before = periodOf(spans.before, book, day);
  out.during = periodOf(spans.during, book, day);
  out.after = periodOf(spans.after, book, day);
  addNewcomers(book, members, out);
  addDiscount(book, out);
  addRewards(events, serials, out);
  out.points_cost = Money(out.points.value() * pack.points.value.value());
  return out;
}

}  // namespace kahui::report
