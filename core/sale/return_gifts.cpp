#include "core/sale/return_gifts.hpp"

#include <algorithm>
#include <span>

#include "core/pricing/price_bill.hpp"

namespace kahui::sale {

using base::Money;
using base::Quantity;
using pricing::SaleInput;
using programme::Promotion;
using programme::RulePack;

namespace {

const Promotion* giftOf(const SaleInput& input, const RulePack& pack, std::size_t line) {
  const std::string& id = input.basket[line].offer;
  if (id.empty()) return nullptr;
  const auto find = [&](std::span<const Promotion> all) -> const Promotion* {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Promotion& one) {
      return one.kind == programme::PromotionKind::Gift && one.id == id && one.sku == input.basket[line].sku;
    });
    return found == all.end() ? nullptr : &*found;
  };
  const Promotion* own = find(input.promotions);
  return own != nullptr ? own : find(pack.promotions->all());
}

bool isOffer(const pricing::LineInput& line) { return !line.offer.empty() || !line.gift.empty(); }

// What is left of what the lines in its scope cost after P7.
Money left(const SaleInput& input, const SaleResult& sold, const Promotion& gift,
           const std::vector<Quantity>& returned) {
  Money sum;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    const auto& line = input.basket[i];
    if (isOffer(line) || !(gift.scope.everything() || gift.scope.covers(line.sku, line.category, line.brand))) continue;
    const auto& priced = sold.lines[i];
    const Money paid = priced.after_price - priced.multi - priced.promo - priced.bill - priced.coupon;
    const Money back(base::mulDivFloor(paid.value(), returned[i].value(), line.quantity.value()));
    sum += paid - back;
  }
  return sum;
}

}  // namespace

std::vector<Quantity> giftsBeyond(const SaleInput& input, const SaleResult& sold, const RulePack& pack,
                                  const std::vector<Quantity>& returned) {
  std::vector<Quantity> beyond(returned.size());
  std::vector<const Promotion*> seen;
  for (std::size_t first = 0; first < returned.size(); ++first) {
    const Promotion* gift = giftOf(input, pack, first);
    if (gift == nullptr || std::find(seen.begin(), seen.end(), gift) != seen.end()) continue;
    seen.push_back(gift);
    const Money paid = left(input, sold, *gift, returned);
    std::int64_t times = paid < gift->threshold ? 0 : 1;
    if (gift->repeat && gift->threshold > Money{}) times = paid.value() / gift->threshold.value();
    Quantity reached(times * gift->quantity.value());
    for (std::size_t i = first; i < returned.size(); ++i) {
      if (giftOf(input, pack, i) != gift) continue;
      const Quantity kept = input.basket[i].quantity - returned[i];
      beyond[i] = kept - std::min(kept, reached);
      reached = reached - std::min(kept, reached);
    }
  }
  return beyond;
}

Money giftPrice(const SaleInput& input, const SaleResult& sold, const RulePack& pack, std::size_t line,
                Quantity quantity) {
  const auto& gift = input.basket[line];
  SaleInput alone;
  alone.now = input.now;
  alone.store = input.store;
  alone.member = input.member;
  alone.promotions = input.promotions;
  pricing::LineInput line_alone = gift;
  line_alone.offer.clear();
  alone.basket.push_back(std::move(line_alone));
  pricing::BillMemory memory;
  const auto priced = pricing::priceBill(alone, pack, sold.bill_tier, memory);
  const Money whole = priced ? priced->lines.front().after_price : sold.lines[line].gross;
  return Money(base::mulDivFloor(whole.value(), quantity.value(), gift.quantity.value()));
}

}  // namespace kahui::sale
