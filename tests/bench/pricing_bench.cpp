// Price and loyalty of one bill. First the till's whole bill (tier rate, coupon, points paid and earned) against the
// number of lines and promotions; then workload P1 beside the bare reference and, where they are installed, the peers,
// in one run. BENCH_NPM: folders with npm packages, ':' between; BENCH_ROUNDS.
#include <fstream>
#include <new>

#include "core/programme/json_object.hpp"
#include "core/sale/evaluate_sale.hpp"
#include "tests/bench/bare_pricing.hpp"
#include "tests/bench/figures.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

std::int64_t g_allocations = 0;

}  // namespace

// Not inlined: the compiler would see free() on what came from new, one half of the pair at a time, and warn.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++g_allocations;
  if (void* block = std::malloc(size)) return block;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* block) noexcept { std::free(block); }
[[gnu::noinline]] void operator delete(void* block, std::size_t) noexcept { std::free(block); }

namespace {

using namespace kahui;
using nlohmann::json;

std::string name(char kind, std::uint32_t number) { return kind + std::to_string(number); }

json promotionOf(const bench::Offer& offer, std::size_t number) {
  using bench::OfferKind;
  json p{{"id", "P" + std::to_string(100'000 + number)}};
  auto& scope = p["scope"] = json::object();
  for (const auto product : offer.products) scope["skus"].push_back(name('S', product));
  if (offer.kind == OfferKind::CategoryRate || offer.kind == OfferKind::CategoryPoints)
    scope["categories"] = {name('C', offer.group)};
  if (offer.kind == OfferKind::BrandMinus) scope["brands"] = {name('B', offer.group)};
  switch (offer.kind) {
    case OfferKind::ProductRate:
    case OfferKind::CategoryRate: p.update({{"kind", "ITEM_RATE"}, {"rate_bp", offer.value}}); break;
    case OfferKind::BrandMinus: p.update({{"kind", "ITEM_MINUS"}, {"minus_fen", offer.value}}); break;
    case OfferKind::BuyTwoGetOne: p.update({{"kind", "BUY_N_GET_M"}, {"n", 2}, {"m", 1}}); break;
    case OfferKind::CategoryPoints: p.update({{"kind", "POINTS_X"}, {"mult_pct", offer.value * 100}}); break;
    case OfferKind::BillRate:
      p.update({{"kind", "THRESHOLD_RATE"}, {"threshold_fen", offer.threshold_fen}, {"rate_bp", offer.value}});
      break;
  }
  for (unsigned tier = 0; tier < bench::kTiers; ++tier)
    if ((offer.tiers >> tier & 1U) != 0) p["tiers"].push_back(name('T', tier));
  return p;
}

// The offers as a rule pack, as a store has it. P1 itself gives no tier a rate of its own.
programme::RulePack packOf(const std::vector<bench::Offer>& offers, std::int64_t member_rate_bp) {
  json pack{{"points", {{"unit_fen", bench::kPointsUnit_fen}}}, {"bill_round", {{"mode", "NONE"}}}};
  for (unsigned tier = 0; tier < bench::kTiers; ++tier)
    pack["tiers"].push_back(
        {{"code", name('T', tier)}, {"rate_bp", tier == bench::kMemberTier ? member_rate_bp : 10000}});
  pack["promotions"] = json::array();
  for (std::size_t i = 0; i < offers.size(); ++i) pack["promotions"].push_back(promotionOf(offers[i], i));
  return programme::parseRulePack(pack).value();
}

pricing::SaleInput billOf(const std::vector<bench::Item>& items) {
  pricing::SaleInput input;
  input.now = *base::LocalTime::parse("2025-03-12T10:15:00");
  for (const auto& item : items) {
    pricing::LineInput line;
    line.sku = name('S', item.product);
    line.category = name('C', item.category);
    line.brand = name('B', item.brand);
    line.unit_price = base::Money(item.unit_fen);
    line.quantity = base::Quantity(item.pieces * base::kOnePiece.value());
    input.basket.push_back(std::move(line));
  }
  pricing::MemberView member;
  member.tier = name('T', bench::kMemberTier);
  input.member = std::move(member);
  return input;
}

// A coupon of one yuan and as many points as may be used.
void askBenefits(pricing::SaleInput& input) {
  input.member->lots = {{"N", programme::PointsClass::NonCash, base::Points(500), std::nullopt}};
  pricing::Coupon coupon;
  coupon.id = "K1";
  coupon.face = base::Money(100);
  input.coupons.push_back(std::move(coupon));
  input.points_max = true;
}

void measureBill(int lines, int count) {
  auto input = billOf(bench::basket(lines));
  askBenefits(input);
  const auto pack = packOf(bench::offers(count), 9000);
  std::vector<programme::Promotion> copy(pack.promotions->all().begin(), pack.promotions->all().end());
  const double indexing = bench::now_us();
  const programme::PromotionBook book(std::move(copy));
  const double indexed_us = bench::now_us() - indexing;
  constexpr std::size_t kRounds = 2000;
  std::vector<double> times;
  times.reserve(kRounds);
  std::int64_t allocations = 0;
  std::size_t reasons = 0;
  while (times.size() < kRounds) {
    const std::int64_t before = g_allocations;
    const double start = bench::now_us();
    const auto result = sale::evaluateSale(input, pack);
    times.push_back(bench::now_us() - start);
    allocations = g_allocations - before;
    KAHUI_ASSERT(result);
    reasons = result->trials.size();
  }
  std::printf("%6d %10d %9.1f %9.1f %12lld %8zu %10.0f\n", lines, count, bench::median(times),
              bench::percentile(times, 0.99), static_cast<long long>(allocations), reasons, indexed_us);
}

// The open bill as the till holds it: one more line at its end, or one more piece of a line in its middle, and the
// whole result anew.
void measureScan(int lines, int count) {
  auto input = billOf(bench::basket(lines));
  askBenefits(input);
  const auto pack = packOf(bench::offers(count), 9000);
  const auto last = input.basket.line(input.basket.size() - 1);
  const auto middle = input.basket.size() / 2;
  sale::SaleMemory memory;
  std::vector<double> scan_us, piece_us;
  std::int64_t allocations = 0;
  const auto timed = [&](std::vector<double>& times) {
    const double start = bench::now_us();
    const auto result = sale::evaluateSale(input, pack, memory);
    times.push_back(bench::now_us() - start);
    KAHUI_ASSERT(result);
    return result;
  };
  for (int round = 0; round < 2000; ++round) {
    input.basket.pop_back();
    if (!input.basket.empty()) KAHUI_ASSERT(sale::evaluateSale(input, pack, memory));
    input.basket.push_back(last);
    const std::int64_t before = g_allocations;
    timed(scan_us);
    allocations = g_allocations - before;
    auto more = input.basket[middle];
    more.quantity = base::Quantity(more.quantity.value() % 5000 + 1000);
    input.basket.replace(middle, std::move(more));
    const auto result = timed(piece_us);
    if (round == 0) KAHUI_ASSERT(*result == *sale::evaluateSale(input, pack));
  }
  std::printf("%6d %10d %9.1f %9.1f %9.1f %9.1f %12lld\n", lines, count, bench::median(scan_us),
              bench::percentile(scan_us, 0.99), bench::median(piece_us), bench::percentile(piece_us, 0.99),
              static_cast<long long>(allocations));
}

// The median of short batches over some milliseconds: a neighbour that takes the processor away spoils batches, not the
// figure.
template <class F>
double typical_us(F&& f) {
  constexpr double kLong_us = 5000;
  constexpr double kBatch_us = 20;
  const double first = bench::now_us();
  f();
  const double begun = bench::now_us();
  const int batch = std::max(1, static_cast<int>(kBatch_us / (begun - first)));
  std::vector<double> times;
  for (double start = begun; start - begun < kLong_us || times.size() < 5;) {
    for (int i = 0; i < batch; ++i) f();
    const double end = bench::now_us();
    times.push_back((end - start) / batch);
    start = end;
  }
  return bench::median(times);
}

// The till and the bare reference in turn; the ratio is taken inside each round, so that a neighbour hits both.
double measureP1(int lines, int count) {
  const auto items = bench::basket(lines);
  bench::BarePricing bare(bench::offers(count));
  const auto pack = packOf(bench::offers(count), 10000);
  const auto input = billOf(items);
  const auto sold = sale::evaluateSale(input, pack);
  const auto floor = bare.price(items, bench::kMemberTier);
  KAHUI_ASSERT(sold && bench::BarePricing::Result({sold->total.value(), sold->points_earned.value()}) == floor);

  std::vector<double> bare_us, till_us, ratio;
  std::int64_t sum = 0;
  for (std::int64_t round = bench::fromEnvironment("BENCH_ROUNDS", 15); round > 0; --round) {
    bare_us.push_back(typical_us([&] { sum += bare.price(items, bench::kMemberTier).total_fen; }));
    till_us.push_back(typical_us([&] { sum += sale::evaluateSale(input, pack)->total.value(); }));
    ratio.push_back(till_us.back() / bare_us.back());
  }
  KAHUI_ASSERT(sum > 0);
  std::printf("%6d %10d   %-44s %12.2f %9s\n", lines, count, "bare indexed reference", bench::median(bare_us), "1.0");
  std::printf("%6d %10d   %-44s %12.2f %9.1f  +-%.0f%%\n", lines, count, "Kahui, explained", bench::median(till_us),
              bench::median(ratio), 100 * bench::noise(ratio));
  std::fflush(stdout);
  return bench::median(till_us);
}

json p1Json(int lines, int count, double till_us) {
  static constexpr const char* kKinds[] = {"rate", "rate", "minus", "2+1", "bill", "points"};
  json items = json::array(), offers = json::array();
  for (const auto& item : bench::basket(lines))
    items.push_back({{"product", item.product},
                     {"category", item.category},
                     {"brand", item.brand},
                     {"pieces", item.pieces},
                     {"unit", item.unit_fen}});
  for (const auto& offer : bench::offers(count)) {
    json tiers = json::array();
    for (unsigned tier = 0; tier < bench::kTiers; ++tier)
      if ((offer.tiers >> tier & 1U) != 0) tiers.push_back(tier);
    json o{{"kind", kKinds[static_cast<std::size_t>(offer.kind)]}, {"value", offer.value}, {"tiers", tiers}};
    if (!offer.products.empty())
      o["products"] = offer.products;
    else if (offer.kind == bench::OfferKind::BrandMinus)
      o["brand"] = offer.group;
    else if (offer.kind == bench::OfferKind::BillRate)
      o["threshold"] = offer.threshold_fen;
    else
      o["category"] = offer.group;
    offers.push_back(std::move(o));
  }
  return {{"items", items}, {"offers", offers}, {"tier", bench::kMemberTier}, {"till_us", till_us}};
}

}  // namespace

int main() {
  std::printf("== the till's bill: tier rate, coupon, points; priced from nothing\n");
  std::printf("%6s %10s %9s %9s %12s %8s %10s\n", "lines", "promotions", "p50 us", "p99 us", "allocations", "reasons",
              "index us");
  for (const int lines : {1, 20, 200})
    for (const int count : {10, 100, 1000, 10000}) measureBill(lines, count);

  std::printf(
      "== the same bill, priced before: one more line, and one more piece of a line in the middle (limit: 10 us)\n");
  std::printf("%6s %10s %9s %9s %9s %9s %12s\n", "lines", "promotions", "line p50", "p99 us", "piece p50", "p99 us",
              "allocations");
  for (const int lines : {1, 20, 200})
    for (const int count : {10, 100, 1000, 10000}) measureScan(lines, count);

  std::printf(
      "== workload P1, totals and points equal to the reference's (limit: 11 x at 200 lines, 1000 promotions)\n");
  std::printf("%6s %10s   %-44s %12s %9s\n", "lines", "promotions", "engine", "p50 us", "ratio");
  json cases = json::array();
  for (const int lines : {20, 200})
    for (const int count : {100, 1000, 10000}) {
      const double till_us = measureP1(lines, count);
      if (count <= 1000) cases.push_back(p1Json(lines, count, till_us));
    }
  const test::TempFolder folder;
  const auto file = (folder.path() / "p1.json").string();
  std::ofstream(file) << cases.dump();
  std::fflush(stdout);
  if (std::system(("node '" KAHUI_SOURCE_DIR "/tests/bench/pricing_peers.cjs' '" + file + "'").c_str()) != 0)
    std::printf("peers skipped: node is not installed, or a peer failed\n");
  return 0;
}
