// Rule packs are data: what is refused, by which name, and what each preset is like.
#include "core/loyalty/calendar_jobs.hpp"
#include "core/loyalty/expiry.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/examples.hpp"

using kahui::base::BusinessDate;
using kahui::base::ErrorCode;
using kahui::base::Rate;
using kahui::programme::ExpiryPolicy;
using kahui::test::fiveTiers;
using kahui::test::preset;
using kahui::test::sell;
using nlohmann::json;

namespace {

std::string refusal(const json& config) {
  const auto pack =
      kahui::programme::parseRulePack(kahui::programme::mergeConfig(kahui::test::examples()["defaults"], config));
  return pack ? std::string() : pack.error().detail;
}

json withTier(std::size_t rank, const json& change) {
  auto tiers = kahui::test::examples()["defaults"]["tiers"];
  tiers[rank].merge_patch(change);
  return {{"tiers", tiers}};
}

json bill(std::int64_t price_fen, const json& more = json::object()) {
  json input{{"now", "2025-03-12T10:15:00"}, {"basket", {{{"price_fen", price_fen}}}}};
  input.merge_patch(more);
  return input;
}

json member(const char* tier) { return {{"member", {{"tier", tier}}}}; }

}  // namespace

TEST_CASE("a contradictory pack is refused by path and allowed range") {
  CHECK(refusal(json::object()).empty());
  CHECK(refusal({{"points", {{"unit_fen", 0}}}}) == "points.unit_fen: must be from 1 to 1000000000000");
  CHECK(refusal({{"points", {{"unit", 100}}}}) == "points.unit: is not a key of this form");
  CHECK(refusal({{"price", {{"layer", "WORST"}}}}) == "price.layer: must be one of BEST, STACK");
  CHECK(refusal({{"bill_round", {{"mode", "CEIL_JIAO"}}}}).substr(0, 16) == "bill_round.mode:");
  CHECK(refusal(withTier(1, {{"rate_bp", 10001}})) == "tiers[1].rate_bp: must be from 0 to 10000");
  CHECK(refusal(withTier(1, {{"rate_bp", 95.5}})) == "tiers[1].rate_bp: must be a whole number");
  CHECK(refusal(withTier(2, {{"single_from", {{"ORD", 100000}}}})) ==
        "tiers[2].single_from.ORD: thresholds must rise with the tier; must be above 100000");
  CHECK(refusal(withTier(2, {{"lifetime", 100}})) ==
        "tiers[2].lifetime: thresholds must rise with the tier; must be above 100");
  CHECK(refusal(withTier(2, {{"single_from", {{"ZZZ", 1}}}})) == "tiers[2].single_from.ZZZ: is not a key of this form");
  CHECK(refusal(withTier(3, {{"demote_to", "ZZZ"}})) == "tiers[3].demote_to: unknown tier ZZZ");
  CHECK(refusal(withTier(3, {{"demote_to", "BLK"}})) == "tiers[3].demote_to: must be a lower tier");
  CHECK(refusal({{"birthday", {{"min_tier", "ZZZ"}}}}) == "birthday.min_tier: unknown tier ZZZ");
  CHECK(refusal({{"join_gift", {{"points", 5}, {"face_fen", 100}}}}) ==
        "join_gift: must have one of points and face_fen above 0");
  const nlohmann::json cup = {{"code", "CUP"}, {"name", "cup"}, {"group", "GLD"}, {"points", 30}};
  CHECK(refusal({{"catalogue", {cup, cup}}}) == "catalogue[1].code: stands twice");
  const auto withCup = [&](nlohmann::json more) {
    more.update(cup);
    return refusal({{"catalogue", {more}}});
  };
  CHECK(withCup({{"price_fen", 990}}) == "catalogue[0].price_fen: needs a sku: the money is paid on a bill");
  CHECK(withCup({{"sku", "S1"}, {"draw", "spring"}}) == "catalogue[0].draw: goes with no sku: an entry is no goods");
  CHECK(withCup({{"periods", {{{"points", 5}, {"from", "2025-01-01"}}}}}) ==
        "catalogue[0].periods[0]: must have from and to");
  CHECK(refusal({{"card_fee", {{"fee_fen", -1}}}}).substr(0, 17) == "card_fee.fee_fen:");
  CHECK(refusal({{"valid_from", "2025-02-30"}}).substr(0, 11) == "valid_from:");
  CHECK(refusal({{"promotions", {{{"id", "P"}, {"threshold_fen", 1}, {"minus_fen", 1}, {"tiers", {"ZZZ"}}}}}}) ==
        "promotions[0].tiers[0]: unknown tier ZZZ");
  CHECK(refusal({{"promotions", {{{"id", "P"}, {"kind", "ITEM_RATE"}, {"rate_bp", 1}, {"minus_fen", 1}}}}}) ==
        "promotions[0].minus_fen: is not a key of this form");
  const json twice{{"id", "P"}, {"kind", "ITEM_RATE"}, {"rate_bp", 1}};
  CHECK(refusal({{"promotions", {twice, twice}}}) == "promotions[1].id: stands twice");
  const json backwards{
      {"id", "P"}, {"kind", "ITEM_RATE"}, {"rate_bp", 1}, {"from", "2025-02-01"}, {"to", "2025-01-01"}};
  CHECK(refusal({{"promotions", {backwards}}}) == "promotions[0].to: must be later than from");
}

TEST_CASE("what a tier may not ask for is refused with its place (S000-23, S000-29, S003-61)") {
  const auto with = [](int rank, const json& keys) {
    json tiers = kahui::test::examples()["defaults"]["tiers"];
    tiers[static_cast<std::size_t>(rank)].merge_patch(keys);
    return refusal({{"tiers", tiers}});
  };
  CHECK(with(2, {{"bills", 0}}).substr(0, 14) == "tiers[2].bills");
  CHECK(with(2, {{"combine", "SOME"}}).substr(0, 16) == "tiers[2].combine");
  CHECK(with(1, {{"entry_fen", 100}}) == "tiers[1].entry_fen: only the lowest tier has an entry condition");
  CHECK(with(0, {{"rise_points", 100}}) == "tiers[0].rise_points: nobody rises to the lowest tier");
  CHECK(with(1, {{"first_bill_pct", 99}}).substr(0, 23) == "tiers[1].first_bill_pct");
  json falling = kahui::test::examples()["defaults"]["tiers"];
  falling[2]["bills"] = 10;
  falling[3]["bills"] = 9;
  CHECK(refusal({{"tiers", falling}}) == "tiers[3].bills: thresholds must rise with the tier; must not be below 10");
  json brought = kahui::test::examples()["defaults"]["tiers"];
  brought[2]["referrals"] = 3;
  CHECK(refusal({{"tiers", brought}, {"referral", {{"table", nullptr}}}}) ==
        "tiers[2].referrals: needs a referral.table that gives points");
  CHECK(refusal({{"tier_rules", {{"window_months", 121}}}}).substr(0, 24) == "tier_rules.window_months");
}

TEST_CASE("an override of the tiers takes along what named the tiers that are gone") {
  const json three{{"tiers",
                    {{{"code", "SLV"}, {"rate_bp", 9800}},
                     {{"code", "GLD"}, {"rate_bp", 9500}, {"lifetime", 500}},
                     {{"code", "DIA"}, {"rate_bp", 9000}, {"lifetime", 2000}}}}};
  const auto pack = fiveTiers(three);
  CHECK(pack.tiers.size() == 3);
  CHECK(pack.referral.table[0][1] == kahui::base::Points(408));
  CHECK_FALSE(pack.referral.table[0][2]);
  CHECK(sell(bill(10000, member("DIA")), pack)["total"] == 9000);
}

TEST_CASE("five-tiers: points are cash, gold is 9 zhe, platinum must be kept") {
  const auto pack = preset("five-tiers");
  CHECK(pack.version == "2025.1");
  CHECK(pack.points.value == kahui::base::Money(100));
  CHECK(sell(bill(10000, member("GLD")), pack)["total"] == 9000);
  CHECK(kahui::loyalty::judgeRetention(3, kahui::base::Money(799999), {}, BusinessDate::of(2026, 1, 1), pack)
            .rank_after == 2);
}

TEST_CASE("platinum stays with 8,000.00 in the year and black falls to gold below 20,000.00 (S002-31, S002-39)") {
  const auto pack = preset("five-tiers");
  const auto rankAfter = [&](int rank, std::int64_t fen, std::optional<BusinessDate> promoted = std::nullopt) {
    return kahui::loyalty::judgeRetention(rank, kahui::base::Money(fen), promoted, BusinessDate::of(2026, 1, 1), pack)
        .rank_after;
  };
  CHECK(rankAfter(3, 799999) == 2);
  CHECK(rankAfter(3, 800000) == 3);
  CHECK(rankAfter(4, 1999999) == 2);
  CHECK(rankAfter(4, 2000000) == 4);
  CHECK(rankAfter(4, 0, BusinessDate::of(2025, 6, 1)) == 4);  // the year of the promotion is not judged
  CHECK(rankAfter(2, 0) == 2);                                // gold is for life
}

TEST_CASE("each of the referral table's twenty cells is the pack's to set (S002-49)") {
  json table;
  const char* codes[] = {"ORD", "SLV", "GLD", "PLT", "BLK"};
  int points = 100;
  for (const char* from : codes)
    for (int to = 1; to < 5; ++to) table[from][codes[to]] = ++points;
  const auto pack = fiveTiers({{"referral", {{"table", table}}}});
  points = 100;
  for (std::size_t from = 0; from < 5; ++from) {
    CHECK_FALSE(pack.referral.table[from][0]);
    for (std::size_t to = 1; to < 5; ++to) CHECK(pack.referral.table[from][to] == kahui::base::Points(++points));
  }
  CHECK(points == 120);
  const auto usual = preset("five-tiers");  // who is silver or above gets 20 more than an ordinary member
  for (std::size_t from = 1; from < 5; ++from)
    for (std::size_t to = 1; to < 5; ++to)
      CHECK(*usual.referral.table[from][to] == *usual.referral.table[0][to] + kahui::base::Points(20));
}

TEST_CASE("mall: 100 points are 10 yuan, cleared in December, evening gift on the 5th") {
  const auto pack = preset("mall");
  const auto paid = sell(bill(9880, {{"member", {{"tier", "MBR"}, {"noncash", 1250}}}, {"points", "MAX"}}), pack);
  CHECK(paid["points_used"] == 900);
  CHECK(paid["total"] == 880);
  CHECK(kahui::loyalty::expiryDate(pack.points.expiry_noncash, BusinessDate::of(2025, 3, 12))->iso() == "2025-12-31");
  auto evening = bill(60000, member("MBR"));
  evening["now"] = "2025-04-05T19:00:00";
  const json benefits{{{"kind", "GIFT_COUPON"}, {"face_fen", 5000}}, {{"kind", "RETURN_COUPON"}, {"face_fen", 5000}}};
  CHECK(sell(evening, pack)["benefits"] == benefits);
}

TEST_CASE("club: three tiers by what was earned, a rate on the member day") {
  const auto pack = preset("club");
  const auto close = sell(bill(499999, {{"member", {{"tier", "SLV"}, {"lifetime", 100}}}}), pack);
  CHECK(close["tier_after"] == "SLV");  // 4,899 earned on 4,899.99
  const auto reached = sell(bill(500000, {{"member", {{"tier", "SLV"}, {"lifetime", 100}}}}), pack);
  CHECK(reached["tier_after"] == "GLD");
  auto day = bill(10000, member("GLD"));
  day["now"] = "2025-03-08T10:00:00";
  CHECK(sell(day, pack)["lines"][0]["layer"] == "MEMBER_DAY");
}

TEST_CASE("tea-room: points never end, a better rate on teas and none on snacks") {
  const auto pack = preset("tea-room");
  CHECK(pack.points.expiry_noncash.kind == ExpiryPolicy::Kind::Never);
  const json basket{
      {"basket", {{{"price_fen", 10000}, {"category", "tea"}}, {{"price_fen", 10000}, {"category", "snack"}}}}};
  auto input = bill(1, member("HIGH"));
  input.merge_patch(basket);
  const auto sold = sell(input, pack);
  CHECK(sold["lines"][0]["final"] == 9000);
  CHECK(sold["lines"][1]["final"] == 10000);
  const auto lifted = [&](std::int64_t fen) {  // S003-66: 3,000.00 in all lift
    return sell(bill(fen, {{"member", {{"tier", "ORD"}, {"lifetime", 2000}}}}), pack)["tier_after"];
  };
  CHECK(lifted(99999) == "ORD");
  CHECK(lifted(100000) == "HIGH");
}

TEST_CASE("bronze-to-diamond: no tier rate, coupons by the month") {
  const auto pack = preset("bronze-to-diamond");
  CHECK(sell(bill(10000, member("DIA")), pack)["total"] == 10000);
  const auto month = std::chrono::year(2024) / std::chrono::February;
  CHECK(kahui::loyalty::monthlyCoupons(0, 0, month, pack).rate == Rate(9000));
  CHECK(kahui::loyalty::monthlyCoupons(2, 1, month, pack).count == 2);
  CHECK(kahui::loyalty::monthlyCoupons(3, 5, month, pack).count == -1);
}
