// Price and loyalty of one bill against the number of lines and promotions (workload P1's shape).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "core/base/random.hpp"
#include "core/sale/evaluate_sale.hpp"

namespace {

std::int64_t g_allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
  ++g_allocations;
  if (void* block = std::malloc(size)) return block;
  throw std::bad_alloc();
}
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }

namespace {

using namespace kahui;
using programme::Promotion;
using programme::PromotionKind;

constexpr std::uint64_t kProducts = 20000;
constexpr std::uint64_t kHot = 2000;
constexpr std::uint64_t kCategories = 200;
constexpr std::uint64_t kBrands = 500;

// from + step * (0 .. spread-1)
std::int64_t draw(base::SeededRandom& random, std::int64_t from, std::int64_t step, std::uint64_t spread) {
  return from + step * static_cast<std::int64_t>(random.below(spread));
}

std::string name(char kind, std::uint64_t number) { return kind + std::to_string(number); }

std::vector<std::string> hotSkus(base::SeededRandom& random, int count) {
  std::vector<std::string> list;
  for (int i = 0; i < count; ++i) list.push_back(name('S', random.below(kHot)));
  return list;
}

Promotion promotion(base::SeededRandom& random, int number) {
  Promotion p;
  p.id = "P" + std::to_string(100000 + number);
  const int slot = number % 100;
  if (slot < 49) {
    p.kind = PromotionKind::ItemRate;
    p.scope.skus = hotSkus(random, 5);
    p.rate = base::Rate(draw(random, 7000, 100, 26));
  } else if (slot < 69) {
    p.kind = PromotionKind::ItemRate;
    p.scope.categories = {name('C', random.below(kCategories))};
    p.rate = base::Rate(draw(random, 8700, 100, 11));
  } else if (slot < 79) {
    p.kind = PromotionKind::ItemMinus;
    p.scope.brands = {name('B', random.below(kBrands))};
    p.minus = base::Money(draw(random, 500, 100, 10));
  } else if (slot < 89) {
    p.kind = PromotionKind::BuyNGetM;
    p.n = 2;
    p.m = 1;
    p.scope.skus = hotSkus(random, 10);
  } else if (slot < 99) {
    p.kind = PromotionKind::PointsX;
    p.mult_pct = static_cast<int>(draw(random, 200, 100, 4));
    p.scope.categories = {name('C', random.below(kCategories))};
  } else {
    p.kind = PromotionKind::ThresholdRate;
    p.threshold = base::Money(draw(random, 50000, 10000, 200));
    p.rate = base::Rate(draw(random, 9500, 100, 5));
  }
  if (random.below(2) == 1) p.tier_mask = 1U << random.below(5) | 1U << random.below(5);
  return p;
}

std::vector<Promotion> promotions(int count) {
  base::SeededRandom random(2026);
  std::vector<Promotion> list;
  for (int i = 0; i < count; ++i) list.push_back(promotion(random, i));
  return list;
}

pricing::SaleInput bill(int lines) {
  base::SeededRandom random(7777);
  pricing::SaleInput input;
  input.now = *base::LocalTime::parse("2025-03-12T10:15:00");
  for (int i = 0; i < lines; ++i) {
    const std::uint64_t product = random.below(10) < 7 ? random.below(kHot) : random.below(kProducts);
    pricing::LineInput line;
    line.sku = name('S', product);
    line.category = name('C', product % kCategories);
    line.brand = name('B', product * 7919 % kBrands);
    line.unit_price = base::Money(draw(random, 500, 50, 3000));
    line.quantity = base::Quantity(draw(random, 1000, 1000, 3));
    input.basket.push_back(std::move(line));
  }
  pricing::MemberView member;
  member.tier = "GLD";
  member.lots = {{"N", programme::PointsClass::NonCash, base::Points(500), std::nullopt}};
  input.member = std::move(member);
  pricing::Coupon coupon;
  coupon.id = "K1";
  coupon.face = base::Money(100);
  input.coupons.push_back(std::move(coupon));
  input.points_max = true;
  return input;
}

double microseconds(std::chrono::steady_clock::duration time) {
  return std::chrono::duration<double, std::micro>(time).count();
}

void measure(programme::RulePack& pack, int lines, int count) {
  const auto input = bill(lines);
  auto list = promotions(count);
  const auto indexing = std::chrono::steady_clock::now();
  pack.promotions = std::make_shared<programme::PromotionBook>(std::move(list));
  const double indexed_us = microseconds(std::chrono::steady_clock::now() - indexing);
  std::vector<double> times;
  std::int64_t allocations = 0;
  std::size_t reasons = 0;
  constexpr int kRounds = 2000;
  for (int round = 0; round < kRounds; ++round) {
    const std::int64_t before = g_allocations;
    const auto start = std::chrono::steady_clock::now();
    const auto result = sale::evaluateSale(input, pack);
    times.push_back(microseconds(std::chrono::steady_clock::now() - start));
    allocations = g_allocations - before;
    if (!result) std::abort();
    reasons = result->trials.size();
  }
  std::sort(times.begin(), times.end());
  std::printf("%6d %10d %9.1f %9.1f %12lld %8zu %10.0f\n", lines, count, times[kRounds / 2], times[kRounds * 99 / 100],
              static_cast<long long>(allocations), reasons, indexed_us);
}

}  // namespace

int main() {
  auto pack = programme::parseRulePack(R"({"tiers":[{"code":"ORD"},{"code":"SLV","rate_bp":9500,"earn":2},
    {"code":"GLD","rate_bp":9000,"earn":3},{"code":"PLT","rate_bp":8500,"earn":5},{"code":"BLK","rate_bp":8000,"earn":8}]})");
  if (!pack) return 1;
  std::printf("%6s %10s %9s %9s %12s %8s %10s\n", "lines", "promotions", "p50 us", "p99 us", "allocations", "reasons",
              "index us");
  for (const int lines : {1, 20, 200})
    for (const int count : {10, 100, 1000, 10000}) measure(*pack, lines, count);
  return 0;
}
