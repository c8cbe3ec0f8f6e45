// Workload P1 of the pricing bench as plain numbers: what the bare reference, the rule pack and the peers are made of.
// 20,000 products, 2,000 of them hot, in 200 categories and 500 brands. Of 100 offers 49 take a rate off five hot
// products, 20 off a category, 10 an amount off each piece of a brand, 10 are buy two get one among ten hot products,
// 10 multiply points in a category and one takes a rate off the whole bill; half of them hold for two tiers. Seven
// lines of ten are hot products, no product twice, 1 to 3 pieces.
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "core/base/random.hpp"

namespace kahui::bench {

inline constexpr std::uint32_t kProducts = 20000;
inline constexpr std::uint32_t kHot = 2000;
inline constexpr std::uint32_t kCategories = 200;
inline constexpr std::uint32_t kBrands = 500;
inline constexpr unsigned kTiers = 4;
inline constexpr unsigned kMemberTier = 2;
inline constexpr std::int64_t kPointsUnit_fen = 2500;

enum class OfferKind { ProductRate, CategoryRate, BrandMinus, BuyTwoGetOne, BillRate, CategoryPoints };

struct Offer {
  OfferKind kind{};
  std::vector<std::uint32_t> products{};
  std::uint32_t group = 0;         // category or brand
  std::int64_t value = 0;          // rate in basis points, fen a piece, or times
  std::int64_t threshold_fen = 0;  // BillRate
  unsigned tiers = (1U << kTiers) - 1;
};

struct Item {
  std::uint32_t product, category, brand;
  std::int64_t pieces, unit_fen;
};

// from + step * (0 .. spread-1)
inline std::int64_t draw(base::SeededRandom& random, std::int64_t from, std::int64_t step, std::uint64_t spread) {
  return from + step * static_cast<std::int64_t>(random.below(spread));
}

inline std::uint32_t pick(base::SeededRandom& random, std::uint32_t count) {
  return static_cast<std::uint32_t>(random.below(count));
}

inline Offer offer(base::SeededRandom& random, int number) {
  Offer o;
  const auto hot = [&](std::size_t count) {
    std::unordered_set<std::uint32_t> seen;
    while (o.products.size() < count)
      if (const auto product = pick(random, kHot); seen.insert(product).second) o.products.push_back(product);
  };
  const int slot = number % 100;
  if (slot < 49) {
    o.kind = OfferKind::ProductRate;
    o.value = draw(random, 7000, 500, 6);
    hot(5);
  } else if (slot < 69) {
    o.kind = OfferKind::CategoryRate;
    o.value = draw(random, 8800, 100, 10);
    o.group = pick(random, kCategories);
  } else if (slot < 79) {
    o.kind = OfferKind::BrandMinus;
    o.value = draw(random, 500, 100, 10);
    o.group = pick(random, kBrands);
  } else if (slot < 89) {
    o.kind = OfferKind::BuyTwoGetOne;
    hot(10);
  } else if (slot < 99) {
    o.kind = OfferKind::CategoryPoints;
    o.value = draw(random, 2, 1, 4);
    o.group = pick(random, kCategories);
  } else {
    o.kind = OfferKind::BillRate;
    o.value = draw(random, 9500, 100, 5);
    o.threshold_fen = draw(random, 50000, 10000, 200);
  }
  if (random.below(2) == 1) o.tiers = 1U << pick(random, kTiers) | 1U << pick(random, kTiers);
  return o;
}

inline std::vector<Offer> offers(int count) {
  base::SeededRandom random(2026);
  std::vector<Offer> list;
  for (int i = 0; i < count; ++i) list.push_back(offer(random, i));
  return list;
}

inline std::vector<Item> basket(int lines) {
  base::SeededRandom random(7777);
  std::unordered_set<std::uint32_t> seen;
  std::vector<Item> list;
  while (list.size() < static_cast<std::size_t>(lines)) {
    const std::uint32_t product = random.below(10) < 7 ? pick(random, kHot) : pick(random, kProducts);
    if (!seen.insert(product).second) continue;
    const std::int64_t unit = draw(random, 500, 50, 3000);
    const std::int64_t pieces = draw(random, 1, 1, 3);
    list.push_back({product, product % kCategories, product * 7919 % kBrands, pieces, unit});
  }
  return list;
}

}  // namespace kahui::bench
