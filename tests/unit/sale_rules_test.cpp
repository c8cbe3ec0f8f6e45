// Boundaries of the rules that the public examples do not reach; each figure worked out by hand.
#include "core/loyalty/tiers.hpp"
#include "core/sale/evaluate_return.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/examples.hpp"

using kahui::base::ErrorCode;
using kahui::test::fiveTiers;
using kahui::test::sell;
using nlohmann::json;

namespace {

json bill(json basket, const json& more = json::object()) {
  json input{{"now", "2025-03-12T10:15:00"}, {"basket", std::move(basket)}};
  input.merge_patch(more);
  return input;
}

json gold() { return {{"member", {{"id", "M"}, {"tier", "GLD"}}}}; }

kahui::base::Error refused(const json& input) {
  const auto pack = fiveTiers();
  kahui::programme::JsonProblem problem;
  kahui::sale::readSaleInput(input, "input", pack, problem);
  REQUIRE(problem.any());
  return problem.status().error();
}

}  // namespace

TEST_CASE("STACK stops at the item's lowest rate unless the price is there already (P11, P3)") {
  const auto pack = fiveTiers({{"price", {{"layer", "STACK"}}}});
  const json line{{"price_fen", 10000}, {"promo_price_fen", 9000}, {"min_rate_bp", 8500}};
  CHECK(sell(bill({line}, gold()), pack)["total"] == 8500);  // 9000 x 0.9 = 8100, floor 8500
  json low = line;
  low["promo_price_fen"] = 8000;
  CHECK(sell(bill({low}, gold()), pack)["total"] == 8000);
  const json coupon{{"coupons", {{{"id", "R"}, {"type", "RATE"}, {"rate_bp", 5000}}}}};
  auto both = bill({{{"price_fen", 10001}}}, gold());
  both.merge_patch(coupon);
  CHECK(sell(both, pack)["total"] == 4500);  // 9000, then 4500
  low["promo_price_fen"] = 8400;
  auto useless = bill({low}, gold());
  useless.merge_patch(coupon);
  CHECK(sell(useless, pack) == "COUPON_NO_BENEFIT");
}

TEST_CASE("the lowest rate of an item holds tier and coupon, not promotion and member price (P3)") {
  const auto pack = fiveTiers();
  const json line{{"price_fen", 10000}, {"min_rate_bp", 9500}};
  CHECK(sell(bill({line}, gold()), pack)["total"] == 9500);
  json priced = line;
  priced["member_price_fen"] = 7000;
  CHECK(sell(bill({priced}, gold()), pack)["total"] == 7000);
  json barred = line;
  barred["no_member_discount"] = true;
  CHECK(sell(bill({barred}, gold()), pack)["lines"][0]["layer"] == "RETAIL");
}

TEST_CASE("coupons are refused by count, date and scope (P7)") {
  const auto pack = fiveTiers();
  const json line{{"price_fen", 10000}, {"category", "food"}};
  const auto with = [&](json coupons) { return sell(bill({line}, {{"coupons", std::move(coupons)}}), pack); };
  const json cash{{"id", "K"}, {"type", "CASH"}, {"face_fen", 1000}};
  json other = cash;
  other["id"] = "L";
  CHECK(with({cash, other}) == "COUPON_LIMIT");
  json dated = cash;
  dated["expires"] = "2025-03-12";
  CHECK(with({dated})["total"] == 9000);
  dated["expires"] = "2025-03-11";
  CHECK(with({dated}) == "COUPON_EXPIRED");
  json scoped = cash;
  scoped["scope"] = {{"categories", {"wear"}}};
  CHECK(with({scoped}) == "COUPON_SCOPE");
  json large = cash;
  large["face_fen"] = 99999;
  CHECK(with({large})["total"] == 0);
}

TEST_CASE("S000-34: a coupon of some tiers is refused to the others and to guests, and says whose it is") {
  const auto pack = fiveTiers();
  const json coupon{{"id", "K"}, {"type", "CASH"}, {"face_fen", 1000}, {"tiers", {"GLD", "BLK"}}};
  const auto with = [&](const json& member) {
    auto input = bill({{{"price_fen", 10000}}}, {{"coupons", {coupon}}});
    input.merge_patch(member);
    return sell(input, pack);
  };
  const std::string refused = "COUPON_TIER:" + pack.tier(2).name + "," + pack.tier(4).name;
  CHECK(with(json::object()) == refused);
  CHECK(with({{"member", {{"id", "M"}, {"tier", "SLV"}}}}) == refused);
  CHECK(with({{"member", {{"id", "M"}, {"tier", "GLD"}, {"status", "FROZEN"}}}}) == refused);  // I3: a guest
  CHECK(with(gold())["total"] == 8000);
}

TEST_CASE("points are spent from what is usable on the day, down to whole steps (P8, N7)") {
  const auto pack = fiveTiers({{"points", {{"redeem_step", 10}, {"default_pay_pct", 100}}}});
  const json lots{{{"id", "A"}, {"cls", "NONCASH"}, {"points", 30}, {"expires", "2025-03-11"}},
                  {{"id", "B"}, {"cls", "NONCASH"}, {"points", 27}, {"expires", "2025-03-12"}}};
  const auto sold =
      sell(bill({{{"price_fen", 10000}}}, {{"member", {{"tier", "ORD"}, {"lots", lots}}}, {"points", "MAX"}}), pack);
  CHECK(sold["points_used"] == 20);
  CHECK(sold["points_spent"][0]["id"] == "B");
}

TEST_CASE("rounding goes down or not at all (P10, P12)") {
  const auto due = [](const char* mode, std::int64_t fen, const char* tender, const char* apply) {
    const auto pack = fiveTiers({{"bill_round", {{"mode", mode}, {"apply", apply}}}});
    return sell(bill({{{"price_fen", fen}}}, {{"tenders", {{{"type", tender}}}}}), pack)["total"].get<std::int64_t>();
  };
  CHECK(due("NEAREST_JIAO", 1004, "CASH", "CASH_ONLY") == 1000);
  CHECK(due("NEAREST_JIAO", 1005, "CASH", "CASH_ONLY") == 1005);
  CHECK(due("FLOOR_YUAN", 1099, "CASH", "CASH_ONLY") == 1000);
  CHECK(due("FLOOR_YUAN", 1099, "WECHAT", "CASH_ONLY") == 1099);
  CHECK(due("FLOOR_YUAN", 1099, "WECHAT", "ALWAYS") == 1000);
  CHECK(due("NONE", 1099, "CASH", "ALWAYS") == 1099);
}

TEST_CASE("a demoted black member: lifetime points do not lift, purchases do (T6, T8)") {
  const auto pack = fiveTiers();
  const auto after = [&](std::int64_t price, std::int64_t since) {
    const json member{{"tier", "GLD"}, {"demoted_from", "BLK"}, {"since_demotion_fen", since}, {"lifetime", 9000}};
    return sell(bill({{{"price_fen", price}}}, {{"member", member}}), pack);
  };
  CHECK(after(10000, 0)["tier_after"] == "GLD");
  CHECK(after(888889, 0)["tier_after"] == "PLT");  // ordinary one purchase; the flag stays
  CHECK(after(888889, 0)["demoted_from_after"] == "BLK");
  CHECK(after(10000, 1991000)["tier_rule"] == "REPROMOTE_CUM");
  CHECK(after(10000, 1990999)["tier_after"] == "GLD");
  const auto at_once = after(1666667, 0);  // 15,000.00 at gold
  CHECK(at_once["tier_rule"] == "REPROMOTE_SINGLE");
  CHECK(at_once["bill_tier"] == "BLK");
  CHECK(at_once["total"] == 1333333);
}

TEST_CASE("gifts and exchanges are offered from the threshold and taken as lines (A4, A5)") {
  const json promotions{
      {{"id", "G"}, {"kind", "GIFT"}, {"threshold_fen", 20000}, {"sku", "CUP"}, {"qty_milli", 1000}},
      {{"id", "X"}, {"kind", "EXCHANGE"}, {"threshold_fen", 10000}, {"sku", "BAG"}, {"price_fen", 100}, {"limit", 1}}};
  const auto pack = fiveTiers();
  const auto sold = [&](std::int64_t price, json taken) {
    json basket{{{"price_fen", price}, {"sku", "A"}}};
    for (auto& line : taken) basket.push_back(std::move(line));
    return sell(bill(basket, {{"promotions", promotions}, {"member", {{"tier", "ORD"}}}}), pack);
  };
  CHECK(sold(9999, json::array()).contains("offers") == false);
  CHECK(sold(20000, json::array())["offers"].size() == 2);
  const json cup{{"price_fen", 2500}, {"sku", "CUP"}, {"offer", "G"}};
  const json bag{{"price_fen", 900}, {"sku", "BAG"}, {"offer", "X"}};
  const auto both = sold(20000, {cup, bag});
  CHECK(both["total"] == 20100);
  CHECK(both["lines"][1]["layer"] == "GIFT");
  CHECK(sold(19999, {cup}) == "OFFER_NOT_REACHED");
  CHECK(sold(20000, {bag, bag}) == "OFFER_NOT_REACHED");
}

TEST_CASE("a bill that cannot be one is refused by the field's name") {
  CHECK(refused(bill({{{"price_fen", -1}}})).detail == "input.basket[0].price_fen: must be from 0 to 1000000000");
  CHECK(refused(bill({{{"price_fen", 1}, {"qty_milli", 0}}})).detail ==
        "input.basket[0].qty_milli: must be from 1 to 1000000000");
  CHECK(refused(bill({{{"price_fen", 1}, {"color", "red"}}})).code == ErrorCode::UnknownKey);
  CHECK(refused(bill({{{"price_fen", 1}}}, {{"now", "2025-02-30T10:00:00"}})).detail.substr(0, 9) == "input.now");
  CHECK(refused(bill({{{"price_fen", 1}}}, {{"member", {{"tier", "ZZZ"}}}})).detail ==
        "input.member.tier: unknown tier ZZZ");
  const auto pack = fiveTiers();
  const auto huge = bill({{{"price_fen", 1'000'000'000}, {"qty_milli", 1'000'000'000}}});
  CHECK(sell(huge, pack).get<std::string>().substr(0, 9) == "basket[0]");
  CHECK(sell(bill(json::array()), pack) == "basket: has no line");
}

TEST_CASE("what is missing to the next benefit stands in the explanation") {
  const auto pack = fiveTiers();
  const auto input = kahui::test::saleOf(
      bill({{{"price_fen", 28800}}}, {{"promotions", {{{"id", "J"}, {"threshold_fen", 30000}, {"minus_fen", 4000}}}}}),
      pack);
  const auto result = kahui::sale::evaluateSale(input, pack);
  REQUIRE(result);
  const auto why = kahui::sale::explanation(*result, input, pack);
  const json expected{
      {"line", -1}, {"step", "THRESHOLD"}, {"reason", "BELOW_THRESHOLD"}, {"promotion", "J"}, {"missing", 1200}};
  CHECK(std::find(why.begin(), why.end(), expected) != why.end());
}

TEST_CASE("a tier may ask for months as a member and for the purchase, and both are needed (S003-104)") {
  auto tiers = kahui::test::examples()["defaults"]["tiers"];
  tiers[2]["min_member_months"] = 12;  // gold: 3,000.00 at once, or 300 points
  const auto pack = fiveTiers({{"tiers", tiers}});
  const auto sold = [&](const char* joined, int fen, int lifetime) {
    return sell(
        bill({{{"price_fen", fen}}}, {{"now", "2025-03-12T10:15:00"},
                                      {"member", {{"tier", "SLV"}, {"joined", joined}, {"lifetime", lifetime}}}}),
        pack);
  };
  CHECK(sold("2024-03-12", 300000, 0)["tier_after"] == "GLD");
  CHECK(sold("2024-03-13", 300000, 0)["tier_after"] == "SLV");  // a day short of 12 months
  CHECK(sold("2024-03-12", 100000, 0)["tier_after"] == "SLV");  // too little
  CHECK(sold("2024-03-12", 10000, 900)["tier_after"] == "GLD");
  CHECK(sold("2024-03-13", 10000, 900)["tier_after"] == "SLV");
  CHECK(sold("2024-03-13", 10000, 0)["to_next_tier"]["missing_months"] == 1);
  CHECK_FALSE(sold("2024-03-12", 10000, 0)["to_next_tier"].contains("missing_months"));
  const auto day = [](const char* text) { return *kahui::base::BusinessDate::parse(text); };
  using kahui::loyalty::memberMonths;
  CHECK(memberMonths(day("2024-01-31"), day("2024-02-29")) == 1);
  CHECK(memberMonths(day("2024-01-31"), day("2024-02-28")) == 0);
  CHECK(memberMonths(day("2024-01-31"), day("2025-01-30")) == 11);
  CHECK(memberMonths(day("2025-01-31"), day("2024-01-31")) == 0);
  CHECK(memberMonths(std::nullopt, day("2024-02-28")) == 0);
}

TEST_CASE("a point pays what the tier says, on the bill and when it comes back (S003-30)") {
  auto tiers = kahui::test::examples()["defaults"]["tiers"];
  tiers[2]["point_value_fen"] = 110;
  const auto pack = fiveTiers({{"tiers", tiers}});
  const auto paid = [&](const char* tier) {
    return sell(bill({{{"price_fen", 100000}, {"no_member_discount", true}}},
                     {{"member", {{"tier", tier}, {"noncash", 50}}}, {"points", 10}}),
                pack);
  };
  CHECK(paid("SLV")["total"] == 99000);
  const auto vip = paid("GLD");
  CHECK(vip["points_used"] == 10);
  CHECK(vip["total"] == 98900);  // 10 points are 11.00
  const auto input = kahui::test::saleOf(bill({{{"price_fen", 100000}, {"no_member_discount", true}}},
                                              {{"member", {{"tier", "GLD"}, {"noncash", 50}}}, {"points", 10}}),
                                         pack);
  const auto sold = *kahui::sale::evaluateSale(input, pack);
  auto state = kahui::sale::startReturns(input, sold, kahui::base::Points(40));
  kahui::sale::ReturnRequest back;
  back.at = input.now;
  back.lines = {{0, input.basket[0].quantity}};
  const auto refund = kahui::sale::returnGoods(input, sold, pack, state, back);
  REQUIRE(refund);
  kahui::base::Points returned;
  for (const auto& lot : refund->points_returned) returned += lot.points;
  CHECK(returned == kahui::base::Points(10));
}

namespace {

// The three-tier set (silver, gold, platinum) with one more way to gold.
json threeTiers(const json& gold, const json& silver = json::object()) {
  json tiers = json::parse(R"([{"code": "SLV", "rate_bp": 9500}, {"code": "GLD", "rate_bp": 9000},
                               {"code": "PLT", "rate_bp": 8500}])");
  tiers[0].merge_patch(silver);
  tiers[1].merge_patch(gold);
  return {{"tiers", tiers}};
}

json bought(int bills, int spent_fen, int referrals = 0) {
  return {{"record", {{"bills", bills}, {"spent_fen", spent_fen}, {"referrals", referrals}}}};
}

json soldTo(const json& member, int fen, const kahui::programme::RulePack& pack) {
  json who{{"tier", "SLV"}};
  who.merge_patch(member);
  return sell(bill({{{"price_fen", fen}, {"no_member_discount", true}}}, {{"member", who}}), pack);
}

}  // namespace

TEST_CASE("the tier changes with the 10th bill, not the 9th (S000-23)") {
  const auto pack = fiveTiers(threeTiers({{"bills", 10}}));
  const auto ninth = soldTo(bought(8, 80000), 100, pack);
  CHECK(ninth["tier_after"] == "SLV");
  CHECK(ninth["to_next_tier"]["missing_bills"] == 1);
  const auto tenth = soldTo(bought(9, 90000), 100, pack);
  CHECK(tenth["bill_tier"] == "SLV");  // works from the next bill (T4)
  CHECK(tenth["tier_after"] == "GLD");
  CHECK(tenth["tier_rule"] == "BILLS");
  CHECK(soldTo(bought(9, 90000), 0, pack)["tier_after"] == "SLV");  // a bill of nothing is no purchase
}

TEST_CASE("amount and bills lift together or alone, as the tier says (S000-23, S000-45)") {
  const json both{{"single_from", {{"SLV", 50000}}}, {"bills", 10}};
  const auto any = fiveTiers(threeTiers(both));
  CHECK(soldTo(bought(0, 0), 50000, any)["tier_rule"] == "SINGLE");
  CHECK(soldTo(bought(9, 0), 100, any)["tier_rule"] == "BILLS");
  CHECK(soldTo(bought(8, 0), 49999, any)["tier_after"] == "SLV");
  json needs = both;
  needs["combine"] = "ALL";
  const auto all = fiveTiers(threeTiers(needs));
  const auto large = soldTo(bought(0, 0), 50000, all);
  CHECK(large["tier_after"] == "SLV");
  CHECK(large["to_next_tier"]["all"] == true);
  CHECK(large["to_next_tier"]["missing_bills"] == 9);
  CHECK_FALSE(large["to_next_tier"].contains("missing_fen"));
  const auto tenth = soldTo(bought(9, 0), 100, all);
  CHECK(tenth["tier_after"] == "SLV");
  CHECK(tenth["to_next_tier"]["missing_fen"] == 49900);
  CHECK(soldTo(bought(9, 0), 50000, all)["tier_rule"] == "ALL");
}

TEST_CASE("amount, frequency and points may be needed together (S001-127, S003-59)") {
  const auto pack = fiveTiers(threeTiers({{"spent_fen", 500000}, {"bills", 3}, {"lifetime", 100}, {"combine", "ALL"}}));
  const auto with = [&](int bills, int spent, int lifetime) {
    json member = bought(bills, spent);
    member["lifetime"] = lifetime;
    return soldTo(member, 10000, pack);
  };
  CHECK(with(2, 490000, 99)["tier_rule"] == "ALL");  // 5,000.00, the third bill and the hundredth point
  CHECK(with(1, 490000, 99)["tier_after"] == "SLV");
  CHECK(with(2, 489999, 99)["tier_after"] == "SLV");
  const auto short_of_points = with(2, 490000, 98);
  CHECK(short_of_points["tier_after"] == "SLV");
  CHECK(short_of_points["to_next_tier"] == json{{"tier", "GLD"}, {"missing_points", 1}, {"all", true}});
}

TEST_CASE("the third successful referral lifts (S000-75, S003-31)") {
  const auto pack = fiveTiers(threeTiers({{"referrals", 3}}));
  CHECK(soldTo(bought(0, 0, 2), 100, pack)["to_next_tier"]["missing_referrals"] == 1);
  CHECK(soldTo(bought(0, 0, 3), 100, pack)["tier_rule"] == "REFERRALS");
}

TEST_CASE("gold begins at 5,000.00 in all, not a fen earlier (S000-30)") {
  const auto pack = fiveTiers(threeTiers({{"spent_fen", 500000}}));
  CHECK(soldTo(bought(3, 250050), 249949, pack)["tier_after"] == "SLV");  // 4,999.99
  CHECK(soldTo(bought(3, 250050), 249950, pack)["tier_after"] == "GLD");  // 5,000.00
  CHECK(soldTo(bought(3, 250050), 249949, pack)["to_next_tier"]["missing_spent_fen"] == 1);
}

TEST_CASE("while flagged, neither bills nor purchases nor referrals lift up to the old tier (T8)") {
  auto config = threeTiers({{"bills", 2}});
  config["tiers"][2].merge_patch({{"bills", 3}});
  const auto pack = fiveTiers(config);
  json member = bought(9, 0);
  CHECK(soldTo(member, 100, pack)["tier_after"] == "PLT");
  member["demoted_from"] = "PLT";
  CHECK(soldTo(member, 100, pack)["tier_after"] == "SLV");
}

TEST_CASE("a bill that comes back whole takes the tier of its count along (X7, S000-23)") {
  const auto pack = fiveTiers(threeTiers({{"bills", 10}}));
  json member{{"tier", "SLV"}};
  member.merge_patch(bought(9, 90000));
  const auto input =
      kahui::test::saleOf(bill({{{"price_fen", 1000}, {"qty_milli", 2000}}}, {{"member", member}}), pack);
  const auto sold = kahui::sale::evaluateSale(input, pack);
  REQUIRE(sold);
  auto state = kahui::sale::startReturns(input, *sold, {});
  const auto back = [&] {
    kahui::sale::ReturnRequest request;
    request.at = input.now;
    request.lines = {{0, kahui::base::Quantity(1000)}};
    const auto refund = kahui::sale::returnGoods(input, *sold, pack, state, request);
    REQUIRE(refund);
    return *refund->tier_after;
  };
  CHECK(back() == 1);  // half of it is still a bill
  CHECK(back() == 0);
}

TEST_CASE("registered without a purchase there are no benefits, and a bill of 1.00 makes silver (S000-29)") {
  const auto pack = fiveTiers(threeTiers(json::object(), {{"entry_fen", 100}}));
  const json fresh{{"entered", false}};
  const auto discounted = [&](const json& member) {
    json who{{"tier", "SLV"}};
    who.merge_patch(member);
    return sell(bill({{{"price_fen", 10000}}}, {{"member", who}}), pack);
  };
  const auto first = discounted(fresh);
  CHECK(first["total"] == 10000);
  CHECK(first["points_earned"] == 0);
  CHECK(first["bill_tier"].is_null());
  const auto next = discounted({{"entered", true}});
  CHECK(next["bill_tier"] == "SLV");
  CHECK(next["total"] == 9500);
  json higher = fresh;
  higher["tier"] = "GLD";  // the condition is the lowest tier's alone
  CHECK(discounted(higher)["total"] == 9000);
}

TEST_CASE("the first bill earns double, the second single (S001-33)") {
  const auto pack = fiveTiers(threeTiers(json::object(), {{"first_bill_pct", 200}}));
  CHECK(soldTo({{"first_bill", true}}, 30000, pack)["points_earned"] == 6);
  CHECK(soldTo({{"first_bill", false}}, 30000, pack)["points_earned"] == 3);
  const auto others = fiveTiers(threeTiers(json::object()));
  CHECK(soldTo({{"first_bill", true}}, 30000, others)["points_earned"] == 3);
  // As with other multipliers the larger one holds, unless the pack multiplies them.
  auto config = threeTiers(json::object(), {{"first_bill_pct", 200}});
  config["member_day"] = {{{"dom", 12}, {"mult_pct", 300}}};
  CHECK(soldTo({{"first_bill", true}}, 30000, fiveTiers(config))["points_earned"] == 9);
}

TEST_CASE("the days that count end with the bill's own and are as many months") {
  using kahui::loyalty::windowStart;
  const auto day = [](const char* text) { return *kahui::base::BusinessDate::parse(text); };
  const auto year = fiveTiers();
  CHECK(windowStart(day("2025-03-12"), year) == day("2024-03-13"));
  CHECK(windowStart(day("2024-02-29"), year) == day("2023-03-01"));
  CHECK_FALSE(windowStart(day("2024-02-29"), fiveTiers({{"tier_rules", {{"window_months", 0}}}})));
}
