#include <unordered_set>

#include "core/pricing/price_bill.hpp"

namespace kahui::pricing {

using base::ErrorCode;
using base::Money;

namespace {

class Checker {
 public:
  explicit Checker(std::string where) : m_where(std::move(where)) {}

  void range(const char* field, std::int64_t value, std::int64_t low, std::int64_t high) {
    if (!m_status || (value >= low && value <= high)) return;
    m_status = base::fail(ErrorCode::OutOfRange,
                          m_where + field + ": must be from " + std::to_string(low) + " to " + std::to_string(high));
  }
  void money(const char* field, const std::optional<Money>& value, Money high = base::kMaxAmount) {
    if (value) range(field, value->value(), 0, high.value());
  }
  void truth(const char* field, bool holds, const char* what) {
    if (m_status && !holds) m_status = base::fail(ErrorCode::BadInput, m_where + field + ": " + what);
  }
  [[nodiscard]] const base::Status& status() const { return m_status; }

 private:
  std::string m_where;
  base::Status m_status{};
};

base::Status checkLine(const LineInput& line, std::size_t i) {
  // The message's place is made only for a line that is wrong: a till asks this at every scan.
  const auto check = [&](Checker& c) {
    c.range("price_fen", line.unit_price.value(), 0, base::kMaxUnitPrice.value());
    c.money("amount_fen", line.amount);
    c.range("qty_milli", line.quantity.value(), 1, base::kMaxQuantity.value());
    c.money("promo_price_fen", line.promo_price, base::kMaxUnitPrice);
    c.money("member_price_fen", line.member_price, base::kMaxUnitPrice);
    c.money("override_price_fen", line.override_price, base::kMaxUnitPrice);
    c.range("min_rate_bp", line.min_rate.value(), 0, base::kFullRate.value());
    if (line.pay_pct) c.range("pay_pct", *line.pay_pct, 0, 100);
    if (line.gift.empty()) return;
    c.range("gift_points", line.gift_points.value(), 1, base::kMaxPoints.value());
    c.range("gift_price_fen", line.gift_price.value(), 0, base::kMaxUnitPrice.value());
    c.truth("gift", line.quantity.value() % base::kOnePiece.value() == 0, "whole pieces only");
  };
  Checker quick("");
  check(quick);
  if (quick.status()) return {};
  Checker named("basket[" + std::to_string(i) + "].");
  check(named);
  return named.status();
}

base::Status checkMember(const MemberView& member, const programme::RulePack& pack) {
  Checker c("member.");
  c.truth("tier", pack.rankOf(member.tier).has_value(), "unknown tier");
  c.truth("demoted_from", member.demoted_from.empty() || pack.rankOf(member.demoted_from), "unknown tier");
  c.truth("birthday", !member.birthday || member::plausible(*member.birthday), "not a real day");
  for (const auto& lot : member.lots)
    c.range("lots", lot.points.value(), -base::kMaxPoints.value(), base::kMaxPoints.value());
  c.truth("lots", member.lots.size() <= 100'000, "too many");
  c.range("frozen_points", member.frozen_points.value(), 0, base::kMaxPoints.value());
  c.range("lifetime", member.lifetime.value(), -base::kMaxPoints.value(), base::kMaxPoints.value());
  c.range("since_demotion_fen", member.since_demotion.value(), 0, base::kMaxAmount.value());
  if (member.record) {
    c.range("record.bills", member.record->bills, 0, 1'000'000);
    c.range("record.spent_fen", member.record->spent.value(), 0, base::kMaxAmount.value());
    c.range("record.referrals", member.record->referrals, 0, 1'000'000);
  }
  if (member.stored) {
    c.range("stored.principal", member.stored->principal.value(), 0, base::kMaxAmount.value());
    c.range("stored.bonus", member.stored->bonus.value(), 0, base::kMaxAmount.value());
  }
  if (member.referrer) {
    c.truth("referrer.tier", pack.rankOf(member.referrer->tier).has_value(), "unknown tier");
    c.truth("referrer.last", member.referrer->last.empty() || pack.rankOf(member.referrer->last), "unknown tier");
    c.range("referrer.paid", member.referrer->paid.value(), 0, base::kMaxPoints.value());
  }
  return c.status();
}

base::Status checkAsked(const SaleInput& input) {
  Checker c("");
  c.range("points", input.points.value(), 0, base::kMaxPoints.value());
  c.range("gifts_today", input.gifts_today, 0, 1'000'000);
  c.truth("bill_discount", !(input.bill_discount.rate && input.bill_discount.minus),
          "holds either rate_bp or minus_fen");
  if (input.bill_discount.rate)
    c.range("bill_discount.rate_bp", input.bill_discount.rate->value(), 0, base::kFullRate.value());
  c.money("bill_discount.minus_fen", input.bill_discount.minus);
  std::unordered_set<std::string_view> ids;
  for (const auto& coupon : input.coupons) {
    c.truth("coupons", ids.insert(coupon.id).second, "one coupon stands twice");
    c.range("coupons.face_fen", coupon.face.value(), 0, base::kMaxAmount.value());
    c.range("coupons.rate_bp", coupon.rate.value(), 0, base::kFullRate.value());
    c.range("coupons.min_fen", coupon.min.value(), 0, base::kMaxAmount.value());
    c.money("coupons.max_minus_fen", coupon.max_minus);
  }
  int open_cash = 0;
  for (const auto& tender : input.tenders) {
    c.money("tenders.amount_fen", tender.amount);
    c.money("tenders.given_fen", tender.given);
    c.truth("tenders.given_fen", !tender.given || tender.type == "CASH", "only cash is handed over");
    open_cash += tender.type == "CASH" ? 1 : 0;
  }
  c.truth("tenders", open_cash <= 1, "at most one cash tender");
  return c.status();
}

// A bill is settled in this century: anything else is a clock or a file gone wrong.
constexpr base::BusinessDate kFirstDay = base::BusinessDate::of(2000, 1, 1);
constexpr base::BusinessDate kLastDay = base::BusinessDate::of(2100, 12, 31);

}  // namespace

base::Status validate(const SaleInput& input, const programme::RulePack& pack, const BillMemory& known) {
  const auto day = input.now.date();
  if (day < kFirstDay || day > kLastDay)
    return base::fail(ErrorCode::OutOfRange, "now: must be from " + kFirstDay.iso() + " to " + kLastDay.iso());
  if (input.basket.empty()) return base::fail(ErrorCode::EmptyBasket, "basket: has no line");
  if (input.basket.size() > static_cast<std::size_t>(base::kMaxLines))
    return base::fail(ErrorCode::OutOfRange, "basket: must have at most " + std::to_string(base::kMaxLines) + " lines");
  for (std::size_t i = 0; i < input.basket.size(); ++i)
    if (!known.holds(i, input.basket)) KAHUI_TRY(checkLine(input.basket[i], i));
  if (input.member) KAHUI_TRY(checkMember(*input.member, pack));
  return checkAsked(input);
}

}  // namespace kahui::pricing
