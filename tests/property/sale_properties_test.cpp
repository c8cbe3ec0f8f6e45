// Rulebook section 3, section 9 and issue "The rulebook, whole", point 6: what holds for every bill.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/sale/evaluate_return.hpp"
#include "core/sale/sale_json.hpp"
#include "tests/property/sale_generator.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using base::Money;
using base::Points;
using base::Quantity;

namespace {

nlohmann::json fiveTiers() {
  std::ifstream file(KAHUI_SOURCE_DIR "/resources/presets/five-tiers.json", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return *programme::parseJson(text);
}

programme::RulePack packWith(const nlohmann::json& config) {
  static const nlohmann::json preset = fiveTiers();
  return *programme::parseRulePack(programme::mergeConfig(preset, config));
}

programme::RulePack anyPack() {
  return packWith(
      {{"price",
        {{"layer", test::oneOf<const char*>({"BEST", "STACK"})},
         {"line_round", test::oneOf<const char*>({"FLOOR", "HALF_UP"})}}},
       {"bill_round",
        {{"mode", test::oneOf<const char*>({"NONE", "FLOOR_JIAO", "FLOOR_YUAN", "NEAREST_JIAO"})},
         {"apply", test::oneOf<const char*>({"CASH_ONLY", "ALWAYS"})}}},
       {"points", {{"value_fen", test::oneOf<int>({10, 100})}, {"redeem_step", test::oneOf<int>({1, 10})}}},
       {"stored", {{"spend", test::oneOf<const char*>({"PROPORTIONAL", "PRINCIPAL_FIRST", "BONUS_FIRST"})}}},
       {"spend_return", {{"enabled", test::chance(30)}, {"step_fen", 10000}}},
       {"coupon", {{"max_per_bill", 3}}}});
}

struct Sold {
  pricing::SaleInput input;
  programme::RulePack pack;
  sale::SaleResult result;
};

// A sale that the rules accept.
Sold anySold() {
  Sold sold{test::anySale(), anyPack(), {}};
  auto result = sale::evaluateSale(sold.input, sold.pack);
  if (!result && result.error().detail.substr(0, 7) == "COUPON_") sold.input.coupons.clear();
  if (!result && result.error().detail == "STORED_INSUFFICIENT") sold.input.tenders.clear();
  if (!result && result.error().detail == "TENDER_EXCEEDS_DUE") sold.input.tenders.clear();
  if (!result) result = sale::evaluateSale(sold.input, sold.pack);
  RC_PRE(result.has_value());
  sold.result = *result;
  return sold;
}

}  // namespace

TEST_CASE("the shares of every step sum to the whole and no line falls below zero (P9, P12)") {
  CHECK(rc::check([] {
    const auto sold = anySold();
    const auto& result = sold.result;
    Money finals, after, paid, rounded, points;
    for (const auto& line : result.lines) {
      RC_ASSERT(line.final >= Money(0));
      RC_ASSERT(line.after_price <= line.gross);
      RC_ASSERT(line.final ==
                line.after_price - line.multi - line.promo - line.bill - line.coupon - line.points - line.round);
      for (const auto cut : {line.multi, line.promo, line.bill, line.coupon, line.points, line.round})
        RC_ASSERT(cut >= Money(0));
      finals += line.final;
      after += line.after_price;
      rounded += line.round;
      points += line.points;
    }
    for (const auto& tender : result.tenders) paid += tender.amount;
    RC_ASSERT(finals == result.total);
    RC_ASSERT(paid == result.total);
    RC_ASSERT(rounded == result.rounding);
    RC_ASSERT(points == Money(result.points_used.value() * sold.pack.points.value.value()));
    RC_ASSERT(result.total <= after);
    Points spent;
    for (const auto& lot : result.points_spent) spent += lot.points;
    RC_ASSERT(spent == result.points_used);
  }));
}

TEST_CASE("no line's price is dearer for a member than for a guest (P2)") {
  CHECK(rc::check([] {
    auto input = test::anySale();
    input.coupons.clear();
    const auto pack = anyPack();
    for (auto& promotion : input.promotions) promotion.per_bill.reset();
    pricing::BillMemory of_guest, of_member;
    const auto guest = pricing::priceBill(input, pack, std::nullopt, of_guest);
    const auto member = pricing::priceBill(input, pack, static_cast<int>(test::pick(0, 4)), of_member);
    RC_ASSERT(guest && member);
    for (std::size_t i = 0; i < input.basket.size(); ++i)
      RC_ASSERT(member->lines[i].after_price <= guest->lines[i].after_price);
  }));
}

TEST_CASE("the order of coupons and promotions given changes nothing") {
  CHECK(rc::check([] {
    auto input = test::anySale();
    const auto pack = anyPack();
    const auto first = sale::evaluateSale(input, pack);
    std::reverse(input.promotions.begin(), input.promotions.end());
    std::rotate(input.coupons.begin(), input.coupons.begin() + (input.coupons.empty() ? 0 : 1), input.coupons.end());
    const auto second = sale::evaluateSale(input, pack);
    RC_ASSERT(first.has_value() == second.has_value());
    if (!first) return;
    auto original = input;
    std::reverse(original.promotions.begin(), original.promotions.end());
    RC_ASSERT(sale::toJson(*first, original, pack) == sale::toJson(*second, input, pack));
  }));
}

TEST_CASE("all goods returned, piece by piece in any order, give back exactly what was paid (X1 to X8)") {
  CHECK(rc::check([] {
    const auto sold = anySold();
    const Points balance = sale::noncashAfterSale(sold.input, sold.result);
    auto state = sale::startReturns(sold.input, sold.result, balance);
    Money refunded;
    Points restored, reversed;
    std::vector<Quantity> left;
    for (const auto& line : sold.input.basket) left.push_back(line.quantity);
    std::optional<sale::Refund> last;
    while (std::any_of(left.begin(), left.end(), [](Quantity q) { return q > Quantity(0); })) {
      std::vector<std::size_t> open;
      for (std::size_t i = 0; i < left.size(); ++i)
        if (left[i] > Quantity(0)) open.push_back(i);
      const auto line = open[static_cast<std::size_t>(test::pick(0, static_cast<std::int64_t>(open.size()) - 1))];
      const Quantity back(test::chance(50) ? left[line].value() : test::pick(1, left[line].value()));
      left[line] -= back;
      const auto refund = sale::returnGoods(
          sold.input, sold.result, sold.pack, state,
          {.at = sold.input.now, .lines = {{line, back}}, .gift_used = false, .return_coupon_used = false});
      RC_ASSERT(refund.has_value());
      RC_ASSERT(refund->refund >= Money(0));
      refunded += refund->refund;
      reversed += refund->points_reversed;
      for (const auto& lot : refund->points_returned) restored += lot.points;
      last = *refund;
    }
    RC_ASSERT(refunded == sold.result.total);
    RC_ASSERT(restored == sold.result.points_used);
    Points given = sold.result.points_earned;
    for (const auto& benefit : sold.result.benefits) given += benefit.points;
    RC_ASSERT(reversed == given);
    for (const auto amount : state.tender_left) RC_ASSERT(amount == Money(0));
    if (!sold.result.coupons_used.empty()) RC_ASSERT(last->coupon == sale::Fate::Returned);
    Points before;
    if (sold.input.member)
      for (const auto& lot : sold.input.member->lots)
        if (lot.cls == programme::PointsClass::NonCash) before += lot.points;
    RC_ASSERT(last->noncash_balance_after == before);
    RC_ASSERT(last->stored_principal + last->stored_bonus <=
              sold.result.stored_principal_used + sold.result.stored_bonus_used);
  }));
}
