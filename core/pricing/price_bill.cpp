#include "core/pricing/price_bill.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/base/allocate.hpp"
#include "core/pricing/bill.hpp"
#include "core/pricing/moment.hpp"

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

bool Bill::actsBefore(PromotionRef a, PromotionRef b) const {
  if (extra.empty()) return brief(a).order < brief(b).order;
  const auto& x = promotion(a);
  const auto& y = promotion(b);
  return x.priority != y.priority ? x.priority > y.priority : x.id < y.id;
}

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
  auto left = current.begin();
  auto line = out.lines.begin();
  for (const std::int64_t share : base::allocate(total, weights)) {
    *left -= share;
    KAHUI_ASSERT(*left >= 0);
    (*line).*cut += Money(share);
    ++left;
    ++line;
  }
}

base::Result<PricedBill> priceBill(const SaleInput& input, const programme::RulePack& pack, std::optional<int> tier,
                                   BillMemory& memory) {
  Bill bill{.input = input,
            .pack = pack,
            .tier = tier,
            .group = tier && input.member ? pack.group(input.member->group) : nullptr,
            .moment = momentOf(input.now),
            .memory = memory};
  if (!input.promotions.empty()) bill.extra = programme::PromotionBook(input.promotions);
  KAHUI_TRY(orderCoupons(bill));
  KAHUI_TRY(bill.takeLines());
  multiBuy(bill);
  thresholdPromotion(bill);
  billDiscount(bill);
  KAHUI_TRY(applyCoupons(bill));
  KAHUI_TRY(judgeOffers(bill));
  KAHUI_TRY(payWithPoints(bill));
  pointsMultipliers(bill);
  for (std::size_t i = 0; i < bill.size(); ++i) bill.out.lines[i].final = Money(bill.current[i]);
  bill.out.total = Money(std::accumulate(bill.current.begin(), bill.current.end(), std::int64_t{0}));
  return std::move(bill.out);
}

}  // namespace kahui::pricing
