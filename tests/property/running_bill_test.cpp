// A bill that is priced again after each change, with what its memory knows, is the bill that is priced from nothing.
#include <fstream>
#include <iterator>

#include "core/programme/json_object.hpp"
#include "core/programme/promotion_book.hpp"
#include "tests/property/sale_generator.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;

namespace {

// Promotions that hold at some hours, in some stores, up to some day, and at most so often: everything that makes a
// kept line wrong.
std::vector<programme::Promotion> promotions() {
  std::vector<programme::Promotion> list;
  const auto count = test::pick(0, 12);
  for (int i = 0; i < count; ++i) {
    auto p = test::anyPromotion(i);
    if (p.per_bill && test::chance(70)) p.per_bill.reset();
    if (test::chance(15)) p.kind = programme::PromotionKind::Gift;
    if (test::chance(25)) {
      p.window.from_s = static_cast<int>(test::pick(8, 20)) * 3600;
      p.window.to_s = static_cast<int>(test::pick(8, 20)) * 3600;
    }
    if (test::chance(10)) p.window.weekdays = static_cast<unsigned>(test::pick(1, 127));
    if (test::chance(10)) p.window.from = base::LocalTime::parse("2025-03-12T12:00:00");
    if (test::chance(10)) p.window.to = base::LocalTime::parse("2025-03-12T16:30:00");
    if (test::chance(10)) p.stores = {"1"};
    list.push_back(std::move(p));
  }
  return list;
}

programme::RulePack anyPack() {
  static const nlohmann::json preset = [] {
    std::ifstream file(KAHUI_SOURCE_DIR "/resources/presets/five-tiers.json", std::ios::binary);
    return *programme::parseJson(std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
  }();
  const nlohmann::json over{{"price", {{"layer", test::oneOf<const char*>({"BEST", "STACK"})}}},
                            {"member_day", {{{"weekdays", {3}}, {"hours", {"14:00", "18:00"}}, {"rate_bp", 8800}}}},
                            {"tier_rules", {{"apply_to_current_bill", test::oneOf<const char*>({"NONE", "ALWAYS"})}}}};
  auto pack = *programme::parseRulePack(programme::mergeConfig(preset, over));
  pack.promotions = std::make_shared<const programme::PromotionBook>(promotions());
  return pack;
}

void change(pricing::SaleInput& input) {
  const auto size = static_cast<std::int64_t>(input.basket.size());
  const auto what = test::pick(1, 100);
  if (what <= 45 || size == 0) return input.basket.push_back(test::anyLine());
  const auto at = static_cast<std::size_t>(test::pick(0, size - 1));
  if (what <= 60) return input.basket.replace(at, test::anyLine());
  if (what <= 68) {
    pricing::Basket left;
    for (std::size_t i = 0; i < input.basket.size(); ++i)
      if (i != at) left.push_back(input.basket.line(i));
    input.basket = std::move(left);
    return;
  }
  if (what <= 74) input.member = test::anyMember();
  if (what <= 77) input.member.reset();
  if (what > 77 && what <= 84) input.now = input.now.plusSeconds(test::pick(-3600, 30 * 3600));
  if (what > 84 && what <= 88) input.points_max = !input.points_max;
  if (what > 88 && what <= 92) input.coupons = {test::anyCoupon(1)};
  if (what > 92 && what <= 95) input.coupons.clear();
  if (what > 95 && what <= 97) input.store = input.store.empty() ? "1" : "";
  if (what > 97) input.promotions = {test::anyPromotion(99)};
}

}  // namespace

TEST_CASE("a bill priced again after each change is the bill priced from nothing") {
  CHECK(rc::check([] {
    const auto pack = anyPack();
    auto input = test::anySale();
    input.promotions.clear();
    input.tenders.clear();
    sale::SaleMemory memory;
    for (auto left = test::pick(5, 30); left > 0; --left) {
      const auto fresh = sale::evaluateSale(input, pack);
      const auto again = sale::evaluateSale(input, pack, memory);
      RC_ASSERT(fresh.has_value() == again.has_value());
      if (fresh) RC_ASSERT(*fresh == *again);
      if (!fresh) RC_ASSERT(fresh.error() == again.error());
      change(input);
    }
  }));
}
