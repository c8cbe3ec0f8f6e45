#include "core/sale/evaluate_return.hpp"

#include <algorithm>

#include "core/loyalty/earning.hpp"
#include "core/pricing/lots.hpp"
#include "core/sale/return_gifts.hpp"

namespace kahui::sale {

using base::ErrorCode;
using base::Money;
using base::Points;
using base::Quantity;
using pricing::SaleInput;
using programme::PointsClass;
using programme::RulePack;

namespace {

constexpr int kRestoredDays = 30;  // X3: points that come back stay usable at least this long

// What stands behind every step of one return.
struct Return {
  const SaleInput& input;
  const SaleResult& sold;
  const RulePack& pack;
  ReturnState& state;
  const ReturnRequest& request;
  std::vector<Quantity> before{};  // returned quantities before this return
  std::vector<Money> left{};       // what the customer has paid for what he keeps, a line
  Refund out{};

  [[nodiscard]] Money totalLeft() const {
    Money sum;
    for (const auto amount : left) sum += amount;
    return sum;
  }
  [[nodiscard]] bool complete() const {
    for (std::size_t i = 0; i < state.returned.size(); ++i)
      if (state.returned[i] < input.basket[i].quantity) return false;
    return true;
  }
};

// The part of an amount that belongs to the returned quantity; the last return takes the remainder (X1).
Money returnedPart(Money amount, Quantity returned, Quantity sold) {
  return Money(base::mulDivFloor(amount.value(), returned.value(), sold.value()));
}

base::Status countGoods(Return& r) {
  r.before = r.state.returned;
  auto after = r.state.returned;
  for (std::size_t k = 0; k < r.request.lines.size(); ++k) {
    const auto& [line, quantity] = r.request.lines[k];
    const auto where = "lines[" + std::to_string(k) + "]";
    if (line >= after.size())
      return base::fail(ErrorCode::OutOfRange,
                        where + ".line: the bill has " + std::to_string(after.size()) + " lines");
    if (quantity < Quantity(1) || quantity > base::kMaxQuantity)
      return base::fail(ErrorCode::OutOfRange, where + ".qty_milli: must be from 1 to 1000000000");
    after[line] += quantity;
    if (after[line] > r.input.basket[line].quantity) return base::fail(ErrorCode::RuleRejected, "RETURN_EXCEEDS_SOLD");
  }
  r.state.returned = std::move(after);
  return {};
}

// X1: money for the goods, by their final.
void valueGoods(Return& r) {
  for (std::size_t i = 0; i < r.state.returned.size(); ++i) {
    const Money final = r.sold.lines[i].final;
    const Quantity sold = r.input.basket[i].quantity;
    const Money now = returnedPart(final, r.state.returned[i], sold);
    r.out.value_of_goods += now - returnedPart(final, r.before[i], sold);
    r.left.push_back(final - now);
  }
}

// X3: points spent on the goods come back, the lot spent last first.
void returnPoints(Return& r) {
  Money shares;
  Points gifts;  // S003-94: a piece that comes back gives its points back
  for (std::size_t i = 0; i < r.state.returned.size(); ++i) {
    const Quantity sold = r.input.basket[i].quantity;
    shares += returnedPart(r.sold.lines[i].points, r.state.returned[i], sold);
    gifts += Points(base::mulDivFloor(r.sold.lines[i].gift_points.value(), r.state.returned[i].value(), sold.value()));
  }
  Points due = gifts + Points(shares.value() / r.pack.pointValue(r.sold.bill_tier).value()) - r.state.points_returned;
  r.state.points_returned += due;
  const auto soonest = r.request.at.date().plusDays(kRestoredDays);
  for (auto lot = r.state.lots_left.rbegin(); lot != r.state.lots_left.rend() && due > Points(0); ++lot) {
    const Points back = std::min(due, lot->points);
    if (back == Points(0)) continue;
    lot->points -= back;
    due -= back;
    auto expires = lot->expires;
    if (expires) expires = std::max(*expires, soonest);
    r.out.points_returned.push_back({lot->id, lot->cls, back, expires});
    if (lot->cls == PointsClass::NonCash) r.state.noncash_balance += back;
  }
  KAHUI_ASSERT(due == Points(0));
}

// X4.
void judgeCoupon(Return& r) {
  if (r.sold.coupons_used.empty()) return;
  if (!r.complete()) {
    r.out.coupon = Fate::Kept;
    return;
  }
  r.out.coupon = Fate::Returned;
  const auto& id = r.sold.coupons_used.front();
  const auto found =
      std::find_if(r.input.coupons.begin(), r.input.coupons.end(), [&](const auto& c) { return c.id == id; });
  KAHUI_ASSERT(found != r.input.coupons.end());
  const auto day = r.request.at.date();
  r.out.coupon_expires =
      found->expires && *found->expires < day ? day.plusDays(r.pack.coupon.grace_days) : found->expires;
}

// X5 for coupons: voided if unused, else deducted from the money; what the money cannot bear stays given.
Fate takeBack(Return& r, Money face, bool used) {
  if (!used) return Fate::Voided;
  r.out.refund -= std::min(r.out.refund, face);
  return Fate::Deducted;
}

// X5: benefits are judged again on what is left. Gives the points to take back.
Points judgeBenefits(Return& r) {
  if (r.state.gift_alive) {
    r.out.gift = Fate::Kept;
    if (r.totalLeft() < r.pack.evening_gift.min) {
      r.out.gift = takeBack(r, r.pack.evening_gift.face, r.request.gift_used);
      r.state.gift_alive = false;
    }
  }
  const auto still = loyalty::spendReturn(r.totalLeft(), r.pack);
  if (r.state.return_coupon_left > Money(0)) {
    const Money face = still ? still->face : Money(0);
    r.out.return_coupon = Fate::Kept;
    if (face < r.state.return_coupon_left)
      r.out.return_coupon = takeBack(r, r.state.return_coupon_left - face, r.request.return_coupon_used);
    r.state.return_coupon_left = face;
    r.out.return_coupon_face = face;
  }
  if (r.state.return_points_left == Points(0)) return Points(0);
  const Points points = still ? still->points : Points(0);
  const Points taken = r.state.return_points_left - points;
  r.state.return_points_left = points;
  return taken;
}

// X2: points earned, computed again on what is left, at the tier and multiplier of the sale.
Points reverseEarned(Return& r) {
  const Money total = r.totalLeft();
  const Money bonus =
      r.sold.total == Money(0)
          ? Money(0)
          : Money(base::mulDivFloor(r.sold.stored_bonus_used.value(), total.value(), r.sold.total.value()));
  const Money base = loyalty::pointsBase(r.input, r.sold.lines, r.left, bonus, total, r.pack);
  const Points earned = loyalty::earnedPoints(base, *r.sold.bill_tier, r.sold.multiplier_pct, r.pack);
  const Points taken = r.state.earned_left - earned;
  r.state.earned_left = earned;
  return taken;
}

// X6: points that are no longer there.
void takePoints(Return& r, Points points) {
  r.out.points_reversed = points;
  const Points there = std::max(Points(0), r.state.noncash_balance);
  const Points missing = std::max(Points(0), points - there);
  const std::int64_t value = r.pack.pointValue(r.sold.bill_tier).value();
  if (r.pack.refund.shortfall == programme::Shortfall::DeductCash && missing > Points(0)) {
    r.out.points_charged = std::min(missing, Points(r.out.refund.value() / value));
    r.out.refund -= Money(r.out.points_charged.value() * value);
  }
  r.state.noncash_balance -= points - r.out.points_charged;
}

// A4: gifts that what is left does not reach. What is held back for one is paid once it comes, so it is counted from
// return to return; what the money cannot bear stays given.
void judgeGifts(Return& r) {
  const auto beyond = giftsBeyond(r.input, r.sold, r.pack, r.state.returned);
  for (std::size_t i = 0; i < beyond.size(); ++i) {
    Money& held = r.state.gift_held[i];
    Money now = held;
    if (r.pack.refund.gift == programme::GiftBack::Charge) {
      const Money price = beyond[i] > Quantity(0) ? giftPrice(r.input, r.sold, r.pack, i, beyond[i]) : Money(0);
      now = std::min(price, held + r.out.refund);
    }
    if (beyond[i] == Quantity(0) && now == held) continue;
    r.out.kept_gifts.push_back({i, beyond[i], now - held});
    r.out.refund -= now - held;
    held = now;
  }
}

// X7, F3: the tier falls to the best still justified, never below the tier before the bill; the referrer's reward with
// it.
void judgeTier(Return& r) {
  const auto standing = standingFor(r.input, r.pack);
  KAHUI_ASSERT(standing);
  Money measure;
  for (std::size_t i = 0; i < r.sold.tier_measure.size(); ++i)
    measure +=
        r.sold.tier_measure[i] - returnedPart(r.sold.tier_measure[i], r.state.returned[i], r.input.basket[i].quantity);
  const auto by_spend = loyalty::judgeBySpend(*standing, measure, r.pack);
  const Points lifetime = r.sold.lifetime_after - r.sold.points_earned + r.state.earned_left;
  const loyalty::AfterBill after{measure, lifetime, loyalty::withBill(standing->record, r.totalLeft())};
  r.out.tier_after = loyalty::judgeByRecord(*standing, by_spend, after, r.pack).rank;
  if (!r.sold.referral) return;
  const Points deserved = loyalty::referralPoints(*r.input.member->referrer, standing->rank, *r.out.tier_after, r.pack);
  r.out.referral_reversed = std::max(Points(0), r.state.referral_left - deserved);
  r.state.referral_left -= *r.out.referral_reversed;
}

// X8: by tender_order, then in the order of the bill, up to what each tender paid.
void payBack(Return& r) {
  std::vector<std::size_t> order(r.sold.tenders.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto& names = r.pack.refund.tender_order;
  const auto place = [&](std::size_t i) {
    return std::find(names.begin(), names.end(), r.sold.tenders[i].type) - names.begin();
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  Money due = r.out.refund;
  Money stored_paid;
  for (const auto& tender : r.sold.tenders)
    if (tender.type == "STORED") stored_paid += tender.amount;
  for (const auto i : order) {
    const Money back = std::min(due, r.state.tender_left[i]);
    if (back == Money(0)) continue;
    r.state.tender_left[i] -= back;
    due -= back;
    r.out.tenders.push_back(
        {r.sold.tenders[i].type, back, std::nullopt, r.sold.tenders[i].reference, r.sold.tenders[i].payment});
    if (r.sold.tenders[i].type != "STORED") continue;
    // V2: principal and bonus in the proportion of the sale, cumulated.
    r.state.stored_refunded += back;
    const Money bonus(
        base::mulDivFloor(r.sold.stored_bonus_used.value(), r.state.stored_refunded.value(), stored_paid.value()));
    r.out.stored_bonus += bonus - r.state.stored_bonus_refunded;
    r.out.stored_principal += back - (bonus - r.state.stored_bonus_refunded);
    r.state.stored_bonus_refunded = bonus;
  }
  KAHUI_ASSERT(due == Money(0));
}

}  // namespace

std::string_view fateName(Fate fate) {
  switch (fate) {
    case Fate::Kept: return "KEPT";
    case Fate::Returned: return "RETURNED";
    case Fate::Voided: return "VOIDED";
    case Fate::Deducted: return "DEDUCTED";
  }
  return {};
}

Points noncashAfterSale(const SaleInput& input, const SaleResult& sold) {
  Points balance = sold.points_earned;
  if (input.member)
    for (const auto& lot : input.member->lots)
      if (lot.cls == PointsClass::NonCash) balance += lot.points;
  for (const auto& lot : sold.points_spent)
    if (lot.cls == PointsClass::NonCash) balance -= lot.points;
  for (const auto& benefit : sold.benefits) balance += benefit.points;
  return balance;
}

ReturnState startReturns(const SaleInput& input, const SaleResult& sold, Points noncash_balance) {
  ReturnState state;
  state.returned.resize(input.basket.size());
  state.gift_held.resize(input.basket.size());
  for (const auto& tender : sold.tenders) state.tender_left.push_back(tender.amount);
  state.lots_left = sold.points_spent;
  state.earned_left = sold.points_earned;
  for (const auto& benefit : sold.benefits) {
    switch (benefit.kind) {
      case loyalty::BenefitKind::GiftCoupon: state.gift_alive = true; break;
      case loyalty::BenefitKind::ReturnPoints: state.return_points_left = benefit.points; break;
      case loyalty::BenefitKind::ReturnCoupon: state.return_coupon_left = benefit.face; break;
    }
  }
  if (sold.referral) state.referral_left = sold.referral->points;
  state.noncash_balance = noncash_balance;
  return state;
}

base::Result<Refund> returnGoods(const SaleInput& input, const SaleResult& sold, const RulePack& pack,
                                 ReturnState& state, const ReturnRequest& request) {
  Return r{.input = input, .sold = sold, .pack = pack, .state = state, .request = request};
  KAHUI_TRY(countGoods(r));
  valueGoods(r);
  r.out.refund = r.out.value_of_goods;
  returnPoints(r);
  judgeCoupon(r);
  judgeGifts(r);
  if (sold.earns) {
    const Points benefits = judgeBenefits(r);
    takePoints(r, benefits + reverseEarned(r));
    judgeTier(r);
  } else {
    r.out.tier_after = sold.tier_after;
  }
  r.out.noncash_balance_after = state.noncash_balance;
  payBack(r);
  return std::move(r.out);
}

}  // namespace kahui::sale
