#include "core/loyalty/points_services.hpp"

#include <algorithm>

#include "core/pricing/lots.hpp"

namespace kahui::loyalty {

using base::BusinessDate;
using base::ErrorCode;
using base::Money;
using base::Points;
using programme::PointsClass;
using programme::RulePack;

namespace {

auto refuse(const char* reason) { return base::fail(ErrorCode::RuleRejected, reason); }

// What every service asks first: the line (O1), then the account (I3).
base::Status checkAccount(const pricing::MemberView& member, bool offline) {
  if (offline) return refuse("NEEDS_ONLINE");
  if (member.status != pricing::MemberStatus::Active) return refuse("FROZEN");
  return {};
}

const programme::Tier& tierOf(const pricing::MemberView& member, const RulePack& pack) {
  const auto rank = pack.rankOf(member.tier);
  KAHUI_ASSERT(rank);
  return pack.tier(*rank);
}

}  // namespace

Points priceOf(const std::vector<CatalogueItem>& items) {
  std::int64_t sum = 0;
  for (const auto& item : items) sum += item.points.value() * item.quantity;
  return Points(sum);
}

base::Status checkExchange(const pricing::MemberView& member, const std::vector<CatalogueItem>& items, int done,
                           bool offline, BusinessDate day, const RulePack& pack) {
  KAHUI_TRY(checkAccount(member, offline));
  const auto& catalogue = tierOf(member, pack).catalogue;
  if (catalogue.groups.empty() || catalogue.times == 0) return refuse("TIER_NOT_ALLOWED");
  std::int64_t pieces = 0;
  for (const auto& item : items) {
    const auto& groups = catalogue.groups;
    const bool seen = std::find(groups.begin(), groups.end(), "*") != groups.end() ||
                      std::find(groups.begin(), groups.end(), item.group) != groups.end();
    if (!seen) return refuse("ITEM_GROUP");
    pieces += item.quantity;
  }
  if (catalogue.items >= 0 && pieces > catalogue.items) return refuse("ITEM_LIMIT");
  if (catalogue.times >= 0 && done >= catalogue.times) return refuse("MONTH_LIMIT");
  if (priceOf(items) > pricing::availableOf(pricing::usableLots(member.lots, day), member.frozen_points))
    return refuse("POINTS_INSUFFICIENT");
  return {};
}

base::Result<CashPaid> cashOut(const pricing::MemberView& member, Points points, bool offline, BusinessDate day,
                               const RulePack& pack) {
  KAHUI_TRY(checkAccount(member, offline));
  if (!tierOf(member, pack).cash_out) return refuse("TIER_NOT_ALLOWED");
  const auto& rules = pack.cash_out;
  if (points < rules.min || points.value() % rules.step.value() != 0) return refuse("BAD_AMOUNT");
  const auto usable = pricing::usableLots(member.lots, day);
  std::vector<pricing::PointsLot> cashable;
  Points there;
  for (const auto& lot : usable) {
    if (lot.cls != PointsClass::Cashable) continue;
    cashable.push_back(lot);
    there += lot.points;
  }
  if (points > std::min(there, pricing::availableOf(usable, member.frozen_points)))
    return refuse("POINTS_INSUFFICIENT");
  const Money cash(base::mulDivFloor(points.value(), pack.points.value.value(), 1));
  return CashPaid{cash, cash >= rules.manager_from, pricing::spendLots(cashable, points, pack.points.spend_order)};
}

base::Result<std::vector<pricing::LotSpend>> transfer(const pricing::MemberView& from, Points points, bool offline,
                                                      BusinessDate day, const RulePack& pack) {
  KAHUI_TRY(checkAccount(from, offline));
  if (points < pack.transfer.min) return refuse("BAD_AMOUNT");
  auto lots = pricing::usableLots(from.lots, day);
  if (points > pricing::availableOf(lots, from.frozen_points)) return refuse("POINTS_INSUFFICIENT");
  auto moved = pricing::spendLots(lots, points, pack.points.spend_order);
  if (pack.transfer.to_class == programme::TransferClass::NonCash)
    for (auto& lot : moved) lot.cls = PointsClass::NonCash;
  return moved;
}

base::Result<QuarterCoupons> quarterExchange(BusinessDate day, Points points, const RulePack& pack) {
  const auto& rules = pack.quarter_exchange;
  const unsigned last_month = (day.month() + 2) / 3 * 3;
  const std::chrono::sys_days end{std::chrono::year(day.year()) / std::chrono::month(last_month) / std::chrono::last};
  if ((end - day.sysDays()).count() >= rules.last_days) return refuse("CLOSED");
  if (points <= Points(0) || points.value() % rules.points.value() != 0) return refuse("BAD_AMOUNT");
  const std::int64_t count = points.value() / rules.points.value();
  if (count > 1'000'000) return refuse("BAD_AMOUNT");
  return QuarterCoupons{static_cast<int>(count), rules.coupon, day.plusDays(rules.valid_days)};
}

Points Account::available() const { return std::max(Points(0), balance - frozen); }

bool freezeReasonKnown(std::string_view reason, std::string_view text) {
  return reason == "IMPROPER" || reason == "FRAUD" || reason == "BREACH" || reason == "DISPUTE" ||
         (reason == "OTHER" && !text.empty());
}

void freeze(Account& account, Points points) { account.frozen += points; }

void unfreeze(Account& account, Points points) { account.frozen -= std::min(points, account.frozen); }

void voidFrozen(Account& account, Points points) {
  const Points gone = std::min(points, account.frozen);
  account.frozen -= gone;
  account.balance -= gone;
}

}  // namespace kahui::loyalty
