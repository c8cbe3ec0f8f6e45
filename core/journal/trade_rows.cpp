#include "core/journal/trade_rows.hpp"

#include <algorithm>

#include "core/journal/projection.hpp"
#include "core/journal/value_why.hpp"

namespace kahui::journal {

using base::Money;
using base::Quantity;

HourSums& HourSums::operator+=(const HourSums& other) {
  bills += other.bills;
  sold += other.sold;
  returns += other.returns;
  refunded += other.refunded;
  pieces += other.pieces;
  return *this;
}

ItemSums& ItemSums::operator+=(const ItemSums& other) {
  quantity += other.quantity;
  net += other.net;
  lines += other.lines;
  promoted += other.promoted;
  costed += other.costed;
  cost += other.cost;
  return *this;
}

VisitSums& VisitSums::operator+=(const VisitSums& other) {
  bills += other.bills;
  sold += other.sold;
  returns += other.returns;
  refunded += other.refunded;
  saving += other.saving;
  return *this;
}

FactSums& FactSums::operator+=(const FactSums& other) {
  n += other.n;
  amount += other.amount;
  return *this;
}

std::int32_t monthNumber(base::BusinessDate day) {
  constexpr int kMonths = 100;
  return day.year() * kMonths + static_cast<std::int32_t>(day.month());
}

Money guestSaving(const SoldLine& line) {
  if (line.terms.override_price) return {};
  Money guest = line.gross;
  if (line.terms.promo_price && (line.terms.flags & (kPromoNeedsCard | kNoPromotion)) == 0) {
    guest = std::min(guest, Money(base::mulDivHalfUp(line.terms.promo_price->value(), line.quantity.value(),
                                                     base::kOnePiece.value())));
  }
  if (line.layer == "PROMO" && (line.terms.flags & kPromoNeedsCard) == 0) guest = std::min(guest, line.after_price);
  return std::max(Money(), guest - line.after_price);
}

namespace {

struct Add {
  TradeRows& rows;
  const Event& event;

  [[nodiscard]] std::int32_t day() const { return event.business_date.days(); }
  [[nodiscard]] int hour() const {
    constexpr int kSecondsPerHour = 3600;
    return event.at.local().secondOfDay() / kSecondsPerHour;
  }

  void fact(Fact kind, const std::string& key, std::int64_t n, Money amount) const {
    if (n != 0 || amount != Money()) rows.facts[{day(), kind, key}] += {n, amount.value()};
  }

  void item(const std::string& sku, bool member, const ItemSums& sums) const {
    rows.items[{day(), sku, member}] += sums;
    rows.item_hours[{monthNumber(event.business_date), hour(), sku, member}] += sums;
  }

  void operator()(const SaleCompleted& sale) const {
    const bool member = sale.member && !sale.member->bill_tier.empty();  // I3: else priced as a guest
    rows.hours[{day(), hour(), member ? sale.member->bill_tier : std::string()}] +=
        {1, sale.total, 0, {}, dayTotals(event).pieces};
    Money manual, saving, coupon, points, promotion;
    for (const SoldLine& line : sale.lines) {
      const bool promoted = line.layer == "PROMO" || line.multi != Money() || line.promo != Money();
      ItemSums sums{line.quantity, line.final, 1, promoted ? line.quantity : Quantity(), {}, {}};
      if (line.cost) {
        sums.costed = line.quantity;
        sums.cost = Money(base::mulDivHalfUp(line.cost->value(), line.quantity.value(), base::kOnePiece.value()));
      }
      item(line.sku, member, sums);
      manual += line.bill;
      if (line.terms.override_price) manual += line.gross - line.after_price;
      saving += guestSaving(line);
      coupon += line.coupon;
      points += line.points;
      promotion += line.promo;
    }
    fact(Fact::Operator, sale.operator_code, 1, sale.total);
    fact(Fact::ManualDiscount, sale.operator_code, manual != Money() ? 1 : 0, manual);
    fact(Fact::Rounding, sale.operator_code, sale.rounding != Money() ? 1 : 0, sale.rounding);
    if (!sale.promotion.empty()) fact(Fact::Promotion, sale.promotion, 1, promotion);
    for (const PromotionSaving& one : sale.savings)
      if (one.saved != Money()) fact(Fact::Promotion, one.promotion, 1, one.saved);
    for (const SoldTender& tender : sale.tenders) fact(Fact::TenderTaken, tender.type, 1, tender.amount);
    if (!member) return;
    rows.visits[{day(), sale.member->no}] += {1, sale.total, 0, {}, saving};
    if (!sale.member->tier_rule.empty()) fact(Fact::Upgrade, sale.member->tier_after, 1, {});
    fact(Fact::MemberCost, "PRICE", saving != Money() ? 1 : 0, saving);
    fact(Fact::MemberCost, "COUPON", coupon != Money() ? 1 : 0, coupon);
    fact(Fact::MemberCost, "POINTS", points != Money() ? 1 : 0, points);
  }

  void operator()(const SaleReturned& back) const {
    const std::int64_t returns = back.refund > Money() ? 1 : 0;
    rows.hours[{day(), hour(), back.member ? back.member->tier_before : std::string()}] +=
        {0, {}, returns, back.refund, 0};
    for (const ReturnedLine& line : back.lines)
      item(line.sku, back.member.has_value(), {Quantity(-line.quantity.value()), Money() - line.value, 0, {}, {}, {}});
    fact(Fact::OperatorReturn, back.operator_code, 1, back.refund);
    for (const SoldTender& tender : back.tenders) fact(Fact::TenderGiven, tender.type, 1, tender.amount);
    if (back.member && returns != 0) rows.visits[{day(), back.member->no}] += {0, {}, returns, back.refund, {}};
  }

  void operator()(const StoredMoved& moved) const {
    const Money moves = moved.principal + moved.bonus;
    if (moved.why != kValueConfirmed) fact(Fact::Stored, moved.why, 1, moves < Money() ? Money() - moves : moves);
  }

  void operator()(const MemberRegistered& joined) const {
    rows.joins[joined.no] = {joined.joined.days(), joined.source, joined.consent};
    if (joined.joined == event.business_date) fact(Fact::Join, joined.via.empty() ? joined.source : joined.via, 1, {});
  }

  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

void TradeRows::add(const Event& event) { std::visit(Add{*this, event}, event.payload); }

}  // namespace kahui::journal
