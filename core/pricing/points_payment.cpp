// P8 paying with points; N6 which lots are spent.
#include <algorithm>
#include <numeric>

#include "core/pricing/bill.hpp"
#include "core/pricing/lots.hpp"

namespace kahui::pricing {

using base::Points;

std::vector<PointsLot> usableLots(const std::vector<PointsLot>& lots, base::BusinessDate day) {
  std::vector<PointsLot> usable;
  for (const auto& lot : lots)
    if (!lot.expires || *lot.expires >= day) usable.push_back(lot);
  return usable;
}

Points balanceOf(const std::vector<PointsLot>& lots) {
  Points sum;
  for (const auto& lot : lots) sum += lot.points;
  return sum;
}

Points availableOf(const std::vector<PointsLot>& lots, Points frozen) {
  return std::max(Points(0), balanceOf(lots) - frozen);
}

std::vector<LotSpend> spendLots(std::vector<PointsLot>& lots, Points points,
                                const std::vector<programme::PointsClass>& order) {
  const auto rank = [&](const PointsLot& lot) {
    return std::find(order.begin(), order.end(), lot.cls) - order.begin();
  };
  std::vector<std::size_t> sequence(lots.size());
  std::iota(sequence.begin(), sequence.end(), std::size_t{0});
  std::stable_sort(sequence.begin(), sequence.end(), [&](std::size_t x, std::size_t y) {
    const auto& a = lots[x];
    const auto& b = lots[y];
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    if (a.expires != b.expires) return a.expires && (!b.expires || *a.expires < *b.expires);
    return a.id < b.id;
  });
  std::vector<LotSpend> spent;
  for (const auto index : sequence) {
    auto& lot = lots[index];
    const Points taken = std::min(points, lot.points);
    if (taken <= Points(0)) continue;
    lot.points -= taken;
    points -= taken;
    spent.push_back({lot.id, lot.cls, taken, lot.expires});
  }
  KAHUI_ASSERT(points == Points(0));
  return spent;
}

namespace {

// S003-94: a piece of the catalogue costs its points whatever else the bill pays with.
Points pointsOfGifts(Bill& bill) {
  Points sum;
  for (std::size_t i = 0; i < bill.size(); ++i) {
    if (!bill.isOffer(i)) continue;
    const auto& line = bill.line(i);
    bill.out.lines[i].gift_points =
        Points(line.gift_points.value() * (line.quantity.value() / base::kOnePiece.value()));
    sum += bill.out.lines[i].gift_points;
  }
  return sum;
}

// P8: how many of `left` pay for the goods, and their shares.
std::int64_t payGoods(Bill& bill, Points left) {
  const auto& input = bill.input;
  const Points asked = input.points_max ? base::kMaxPoints : input.points;
  if (asked <= Points(0)) return 0;
  const auto& rules = bill.pack.points;
  std::vector<std::int64_t> caps(bill.size(), 0);
  for (std::size_t i = 0; i < bill.size(); ++i)
    if (!bill.isOffer(i)) caps[i] = bill.current[i] * bill.facts(i).pay_pct.value_or(rules.default_pay_pct) / 100;
  const std::int64_t cap = std::accumulate(caps.begin(), caps.end(), std::int64_t{0});
  const std::int64_t value = bill.pack.pointValue(bill.tier).value();
  std::int64_t usable = std::min({asked.value(), left.value(), cap / value});
  usable -= usable % rules.redeem_step.value();
  bill.note(
      {.step = Step::Points, .reason = usable > 0 ? Reason::Applied : Reason::NoSaving, .amount = usable * value});
  if (usable > 0) bill.share(usable * value, caps, &PricedLine::points);
  return usable;
}

}  // namespace

base::Status payWithPoints(Bill& bill) {
  const auto& input = bill.input;
  const Points gifts = pointsOfGifts(bill);
  if (!bill.isMember() || !input.member)
    return gifts > Points(0) ? base::fail(base::ErrorCode::RuleRejected, "GIFT_NEEDS_MEMBER") : base::Status{};
  if (gifts == Points(0) && !input.points_max && input.points <= Points(0)) return {};
  auto lots = usableLots(input.member->lots, input.now.date());
  const Points available = availableOf(lots, input.member->frozen_points);
  if (gifts > available) return base::fail(base::ErrorCode::RuleRejected, "POINTS_INSUFFICIENT");
  const Points used = gifts + Points(payGoods(bill, available - gifts));
  if (used == Points(0)) return {};
  bill.out.points_used = used;
  bill.out.gift_points = gifts;
  bill.out.points_spent = spendLots(lots, used, bill.pack.points.spend_order);
  return {};
}

}  // namespace kahui::pricing
