// Rows of the customer's documents that are parameters of the rules: the acceptance of each, by its number in the
// requirements. Figures by hand.
#include "tests/unit/examples.hpp"

using kahui::test::fiveTiers;
using kahui::test::packOf;
using kahui::test::preset;
using kahui::test::sell;
using nlohmann::json;

namespace {

json bill(json basket, const char* now = "2025-03-12T10:15:00", const json& more = json::object()) {
  json input{{"now", now}, {"basket", std::move(basket)}};
  input.merge_patch(more);
  return input;
}

json of(const char* tier) { return {{"member", {{"id", "M"}, {"tier", tier}}}}; }

json goods(int fen, const char* category = "") {
  json line{{"price_fen", fen}};
  if (*category != '\0') line["category"] = category;
  return line;
}

}  // namespace

TEST_CASE("S000-06, S002-16: tier sets of three, four and five load without code change, in their order") {
  CHECK(preset("club").tiers.size() == 3);
  CHECK(preset("bronze-to-diamond").tiers.size() == 4);
  const auto five = preset("five-tiers");
  std::string order;
  for (const auto& tier : five.tiers) order += tier.code + " ";
  CHECK(order == "ORD SLV GLD PLT BLK ");
}

TEST_CASE("S000-35: a promotion limited per member holds for two applications, the third is at retail") {
  const auto pack =
      fiveTiers({{"promotions", {{{"id", "F"}, {"kind", "ITEM_PRICE"}, {"price_fen", 500}, {"per_member", 2}}}}});
  auto input = bill({goods(1000), goods(1000), goods(1000)}, "2025-03-12T10:15:00", of("ORD"));
  const auto priced = sell(input, pack);
  CHECK(priced["total"] == 500 + 500 + 1000);
}

TEST_CASE("S000-41: a multiplier holds at the first second of its window and not at its end") {
  const auto pack = fiveTiers(
      {{"member_day", {{{"from", "2025-03-12T10:00:00"}, {"to", "2025-03-12T12:00:00"}, {"mult_pct", 200}}}}});
  const auto earned = [&](const char* now) {
    return sell(bill({goods(20000)}, now, of("ORD")), pack)["points_earned"];
  };
  CHECK(earned("2025-03-12T09:59:59") == 2);
  CHECK(earned("2025-03-12T10:00:00") == 4);
  CHECK(earned("2025-03-12T11:59:59") == 4);
  CHECK(earned("2025-03-12T12:00:00") == 2);
}

TEST_CASE("S000-47, S002-45: goods may earn double, and some nothing") {
  const auto pack = fiveTiers(
      {{"promotions", {{{"id", "X"}, {"kind", "POINTS_X"}, {"mult_pct", 200}, {"scope", {{"categories", {"TEA"}}}}}}}});
  CHECK(sell(bill({goods(20000, "TEA")}, "2025-03-12T10:15:00", of("ORD")), pack)["points_earned"] == 4);
  CHECK(sell(bill({goods(20000)}, "2025-03-12T10:15:00", of("ORD")), pack)["points_earned"] == 2);
  json none = goods(20000);
  none["no_points"] = true;
  CHECK(sell(bill({none}, "2025-03-12T10:15:00", of("ORD")), pack)["points_earned"] == 0);
}

TEST_CASE("S000-57, S003-68: a yuan may be a point that never ends") {
  const auto pack = fiveTiers({{"points", {{"unit_fen", 100}, {"expiry", {{"NONCASH", "NEVER"}}}}}});
  CHECK(sell(bill({goods(3580)}, "2025-03-12T10:15:00", of("ORD")), pack)["points_earned"] == 35);
  CHECK(pack.points.expiry_noncash.kind == kahui::programme::ExpiryPolicy::Kind::Never);
}

TEST_CASE("S001-25: a rate of the month's first days holds on all three and not on the fourth") {
  const auto pack = fiveTiers({{"member_day", {{{"dom", 1}, {"dom_to", 3}, {"rate_bp", 7000}}}}});
  const auto total = [&](const char* day) { return sell(bill({goods(10000)}, day, of("ORD")), pack)["total"]; };
  CHECK(total("2025-03-01T08:00:00") == 7000);
  CHECK(total("2025-03-02T08:00:00") == 7000);
  CHECK(total("2025-03-03T23:59:59") == 7000);
  CHECK(total("2025-03-04T00:00:00") == 10000);
}

TEST_CASE("S001-26: the Mid-Autumn sale is on the lunar 15th of the 8th month, 6 October 2025 and 25 September 2026") {
  const auto pack =
      fiveTiers({{"member_day", {{{"lunar", "08-15"}, {"rate_bp", 7000}, {"mult_pct", 200}}}},
                 {"promotions", {{{"id", "E"}, {"kind", "ITEM_RATE"}, {"rate_bp", 5000}, {"lunar", "12-30"}}}}});
  const auto sold = [&](const char* now) { return sell(bill({goods(20000)}, now, of("ORD")), pack); };
  for (const char* day : {"2025-10-06T08:00:00", "2026-09-25T20:00:00"}) {
    CHECK(sold(day)["total"] == 14000);
    CHECK(sold(day)["points_earned"] == 2);
  }
  for (const char* day : {"2025-10-05T23:59:59", "2025-10-07T00:00:00", "2026-09-24T08:00:00", "2026-10-06T08:00:00"})
    CHECK(sold(day)["total"] == 20000);
  CHECK(sold("2025-08-08T08:00:00")["total"] == 20000);  // the 15th of the leap sixth month is no feast
  CHECK(sold("2026-02-16T08:00:00")["total"] == 10000);  // the year's last day: its twelfth month has 29 days
  CHECK(sold("2026-02-17T08:00:00")["total"] == 20000);
  kahui::programme::JsonProblem problem;
  for (const char* wrong : {"13-01", "8-15", "00-10", "02-31"})
    CHECK_FALSE(kahui::programme::parseRulePack(kahui::programme::mergeConfig(
        kahui::test::examples()["defaults"], {{"member_day", {{{"lunar", wrong}, {"rate_bp", 7000}}}}})));
}

TEST_CASE("S001-46: a member evening holds within its hours") {
  const auto pack = fiveTiers({{"member_day", {{{"dom", 12}, {"hours", {"19:00", "21:00"}}, {"rate_bp", 8000}}}}});
  const auto total = [&](const char* now) { return sell(bill({goods(10000)}, now, of("ORD")), pack)["total"]; };
  CHECK(total("2025-03-12T18:59:59") == 10000);
  CHECK(total("2025-03-12T19:00:00") == 8000);
  CHECK(total("2025-03-12T20:59:59") == 8000);
  CHECK(total("2025-03-12T21:00:00") == 10000);
}

TEST_CASE("S001-74: the campaign's rate and the tier's do not multiply, the lower holds") {
  const auto pack =
      fiveTiers({{"promotions",
                  {{{"id", "ALL"}, {"kind", "ITEM_RATE"}, {"rate_bp", 8000}},
                   {{"id", "BRAND"}, {"kind", "ITEM_RATE"}, {"rate_bp", 9000}, {"scope", {{"brands", {"B"}}}}}}}});
  CHECK(sell(bill({goods(10000)}, "2025-03-12T10:15:00", of("BLK")), pack)["total"] == 8000);
  CHECK(sell(bill({goods(10000)}), pack)["total"] == 8000);
}

TEST_CASE("S001-91: a weekly member day by weekday, with a rate for some tiers") {
  const auto pack = fiveTiers({{"member_day",
                                {{{"weekday", 3}, {"rate_bp", 9000}, {"tiers", {"ORD"}}},
                                 {{"weekday", 3}, {"rate_bp", 6000}, {"tiers", {"BLK"}}}}}});
  CHECK(sell(bill({goods(10000)}, "2025-03-12T10:15:00", of("ORD")), pack)["total"] == 9000);  // a Wednesday
  CHECK(sell(bill({goods(10000)}, "2025-03-12T10:15:00", of("BLK")), pack)["total"] == 6000);
  CHECK(sell(bill({goods(10000)}, "2025-03-13T10:15:00", of("ORD")), pack)["total"] == 10000);
}

TEST_CASE("S003-74: a rate of a tier on one category leaves the others") {
  const auto pack = fiveTiers({{"promotions",
                                {{{"id", "TEA"},
                                  {"kind", "ITEM_RATE"},
                                  {"rate_bp", 9000},
                                  {"tiers", {"ORD"}},
                                  {"scope", {{"categories", {"TEA"}}}}}}}});
  const auto sold = sell(bill({goods(10000, "TEA"), goods(10000, "SNACK")}, "2025-03-12T10:15:00", of("ORD")), pack);
  CHECK(sold["lines"][0]["final"] == 9000);
  CHECK(sold["lines"][1]["final"] == 10000);
}

TEST_CASE("S003-79: points may pay the whole bill where the goods allow it") {
  const auto pack = fiveTiers();
  json line = goods(8000);
  line["pay_pct"] = 100;
  json member = of("ORD");
  member["member"]["noncash"] = 80;
  member["points"] = 80;
  const auto sold = sell(bill({line}, "2025-03-12T10:15:00", member), pack);
  CHECK(sold["points_used"] == 80);
  CHECK(sold["total"] == 0);
}

TEST_CASE("S001-75: points of a bill cannot pay the same bill") {
  const auto pack = fiveTiers({{"points", {{"default_pay_pct", 100}}}});
  json member = of("BLK");
  member["points"] = "MAX";
  const auto sold = sell(bill({goods(100000)}, "2025-03-12T10:15:00", member), pack);
  CHECK(sold["points_used"] == 0);
  CHECK(sold["points_earned"] == 64);
}
