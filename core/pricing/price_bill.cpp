#include "core/pricing/price_bill.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/base/allocate.hpp"
#include "core/pricing/bill.hpp"

namespace kahui::pricing {

using base::ErrorCode;
using base::Money;
using programme::Promotion;
using programme::PromotionKind;

const Promotion& promotionAt(PromotionRef ref, const SaleInput& input, const programme::RulePack& pack) {
  KAHUI_ASSERT(ref >= 0);
  const auto index = static_cast<std::size_t>(ref);
  const auto own = pack.promotions->all();
  return index < own.size() ? own[index] : input.promotions.at(index - own.size());
}

const Promotion& Bill::promotion(PromotionRef ref) const { return promotionAt(ref, input, pack); }

std::int64_t Bill::allowance(const Promotion& p) const {
  std::int64_t left = std::numeric_limits<std::int64_t>::max();
  if (p.per_bill) left = *p.per_bill;
  if (!isMember() || (!p.per_member_day && !p.per_member)) return left;
  int today = 0;
  int ever = 0;
  if (input.member) {
    const auto& uses = input.member->promotion_uses;
    const auto found =
        std::find_if(uses.begin(), uses.end(), [&](const PromotionUse& use) { return use.promotion == p.id; });
    if (found != uses.end()) {
      today = found->today;
      ever = found->ever;
    }
  }
  if (p.per_member_day) left = std::min<std::int64_t>(left, std::max(0, *p.per_member_day - today));
  if (p.per_member) left = std::min<std::int64_t>(left, std::max(0, *p.per_member - ever));
  return left;
}

void Bill::countUse(PromotionRef ref, int times) {
  const auto& p = promotion(ref);
  if (times == 0 || (!p.per_bill && !p.per_member_day && !p.per_member)) return;
  const auto found =
      std::find_if(out.limited.begin(), out.limited.end(), [&](const auto& count) { return count.promotion == ref; });
  if (found != out.limited.end())
    found->times += times;
  else
    out.limited.push_back({ref, times});
}

int Bill::usesOf(PromotionRef ref) const {
  for (const auto& count : out.limited)
    if (count.promotion == ref) return count.times;
  return 0;
}

void Bill::share(std::int64_t total, std::span<const std::int64_t> weights, Money PricedLine::*cut) {
  if (total == 0) return;
  const auto shares = base::allocate(total, weights);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    current[i] -= shares[i];
    KAHUI_ASSERT(current[i] >= 0);
    out.lines[i].*cut += Money(shares[i]);
  }
}

namespace {

// Nothing if the promotion is in force for this bill, else the first condition that fails.
std::optional<Reason> outOfForce(const Bill& bill, const programme::PromotionBook& book, std::uint32_t index) {
  const unsigned bit = bill.tier ? static_cast<unsigned>(*bill.tier) : static_cast<unsigned>(Promotion::kGuestBit);
  const auto& brief = book.brief(index);
  if ((brief.tier_mask >> bit & 1U) == 0) return bill.isMember() ? Reason::WrongTier : Reason::NeedsMember;
  if (brief.always) return std::nullopt;
  const auto& p = book.at(index);
  if (!p.window.holds(bill.moment)) return Reason::OutOfTime;
  if (!p.stores.empty() && std::find(p.stores.begin(), p.stores.end(), bill.input.store) == p.stores.end())
    return Reason::WrongStore;
  return std::nullopt;
}

Step stepOf(PromotionKind kind) {
  if (programme::isItemKind(kind)) return Step::Layer;
  if (programme::isMultiKind(kind)) return Step::MultiBuy;
  if (programme::isBillKind(kind)) return Step::Threshold;
  return kind == PromotionKind::PointsX ? Step::PointsX : Step::Offer;
}

InForce& inForceOf(Bill& bill, Step step) {
  switch (step) {
    case Step::Layer: return bill.item;
    case Step::MultiBuy: return bill.multi;
    case Step::Threshold: return bill.threshold;
    case Step::PointsX: return bill.points;
    case Step::Offer:
    case Step::BillDiscount:
    case Step::Coupon:
    case Step::Points:
    case Step::Rounding: break;
  }
  return bill.offer;
}

void matchBook(Bill& bill, const programme::PromotionBook& book, std::uint32_t offset,
               std::vector<std::uint32_t>& found) {
  if (book.empty()) return;
  // Where a promotion in force belongs; nullptr if it is not, which is noted.
  const auto placeOf = [&](std::uint32_t index, std::int32_t line) -> InForce* {
    const Step step = stepOf(book.brief(index).kind);
    const auto failed = outOfForce(bill, book, index);
    if (!failed) return &inForceOf(bill, step);
    bill.note({.line = line, .step = step, .reason = *failed, .promotion = static_cast<PromotionRef>(index + offset)});
    return nullptr;
  };
  for (const auto index : book.unscoped())
    if (auto* place = placeOf(index, -1)) place->everywhere.push_back(static_cast<PromotionRef>(index + offset));
  for (std::size_t i = 0; i < bill.size(); ++i) {
    if (bill.isOffer(i)) continue;
    found.clear();
    book.match(bill.line(i).sku, bill.line(i).category, bill.line(i).brand, found);
    for (const auto index : found)
      if (auto* place = placeOf(index, static_cast<std::int32_t>(i)))
        place->scoped.push_back({static_cast<std::uint32_t>(i), static_cast<PromotionRef>(index + offset)});
  }
}

}  // namespace

void matchPromotions(Bill& bill) {
  std::vector<std::uint32_t> found;
  bill.item.scoped.reserve(bill.size() * 2);
  bill.multi.scoped.reserve(bill.size());
  bill.points.scoped.reserve(bill.size());
  matchBook(bill, *bill.pack.promotions, 0, found);
  if (bill.extra.empty()) return;
  matchBook(bill, bill.extra, static_cast<std::uint32_t>(bill.pack.promotions->all().size()), found);
  // Both books give their matches by line; those of each line are brought together.
  for (auto* place : {&bill.item, &bill.multi, &bill.threshold, &bill.offer, &bill.points})
    std::stable_sort(place->scoped.begin(), place->scoped.end(),
                     [](const Match& a, const Match& b) { return a.line < b.line; });
}

base::Result<PricedBill> priceBill(const SaleInput& input, const programme::RulePack& pack, std::optional<int> tier) {
  Bill bill{.input = input,
            .pack = pack,
            .tier = tier,
            .moment = programme::Moment(input.now),
            .out = {},
            .current = {},
            .coupons = {},
            .extra = {}};
  bill.current.resize(input.basket.size());
  bill.out.lines.resize(input.basket.size());
  bill.out.trials.reserve(input.basket.size() * 8 + 16);
  if (!input.promotions.empty()) bill.extra = programme::PromotionBook(input.promotions);
  KAHUI_TRY(orderCoupons(bill));
  matchPromotions(bill);
  KAHUI_TRY(priceLayer(bill));
  multiBuy(bill);
  thresholdPromotion(bill);
  billDiscount(bill);
  KAHUI_TRY(applyCoupons(bill));
  KAHUI_TRY(judgeOffers(bill));
  payWithPoints(bill);
  pointsMultipliers(bill);
  for (std::size_t i = 0; i < bill.size(); ++i) bill.out.lines[i].final = Money(bill.current[i]);
  bill.out.total = Money(std::accumulate(bill.current.begin(), bill.current.end(), std::int64_t{0}));
  return std::move(bill.out);
}

}  // namespace kahui::pricing
