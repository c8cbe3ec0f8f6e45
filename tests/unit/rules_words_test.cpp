// What `kahuictl rules` says of packs: every problem, every difference, and the programme in words.
#include "app/ctl/rules/check.hpp"
#include "app/ctl/rules/describe.hpp"
#include "app/ctl/rules/diff.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/examples.hpp"

using namespace kahui::ctl;
using kahui::test::packOf;
using nlohmann::json;

namespace {

std::string problems(const json& pack) { return verdictText(checkPack(pack.dump())); }

json fiveTiers() { return kahui::test::readJson("resources/presets/five-tiers.json"); }

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::vector<std::string> paths(const std::vector<PackChange>& changes) {
  std::vector<std::string> list;
  for (const auto& change : changes) list.push_back(change.path);
  return list;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("check: a good pack is named, a bad one with every problem and its range") {
  CHECK(problems(fiveTiers()) == "ok: five-tiers 2025.1, 5 tiers, 0 promotions\n");
  auto bad = fiveTiers();
  bad["tiers"][1]["rate_bp"] = 10001;
  bad["tiers"][2]["lifetime"] = 100;
  bad["points"]["unit_fen"] = 0;
  bad["points"]["unit"] = 1;
  bad["birthday"]["min_tier"] = "ZZZ";
  bad["promotions"] = {{{"id", "P"}, {"kind", "ITEM_RATE"}, {"rate_bp", 1}, {"tiers", {"AAA", "GLD", "BBB"}}},
                       {{"id", "P"}, {"kind", "NO_KIND"}}};
  CHECK(problems(bad) ==
        "tiers[1].rate_bp: must be from 0 to 10000\n"
        "points.unit_fen: must be from 1 to 1000000000000\n"
        "points.unit: is not a key of this form\n"
        "birthday.min_tier: unknown tier ZZZ\n"
        "promotions[0].tiers[0]: unknown tier AAA\n"
        "promotions[0].tiers[2]: unknown tier BBB\n"
        "promotions[1].kind: must be one of THRESHOLD_MINUS, THRESHOLD_RATE, COUNT_RATE, ITEM_PRICE, ITEM_RATE, "
        "ITEM_MINUS, BUY_N_GET_M, NTH_PIECE, N_FOR_PRICE, GIFT, EXCHANGE, POINTS_X\n"
        "tiers[2].lifetime: thresholds must rise with the tier; must be above 100\n"
        "promotions[1].id: stands twice\n"
        "9 problems; correct the pack and check it again\n");
}

TEST_CASE("check: what only follows from a problem is not told") {
  CHECK(problems(json::array()) == "must be an object\n1 problem; correct the pack and check it again\n");
  auto bad = fiveTiers();
  bad["tiers"] = 5;
  CHECK(problems(bad) ==
        "tiers: must be a list of 1 to 31 tiers, lowest first\n1 problem; correct the pack and check it again\n");
  bad = fiveTiers();
  bad["tiers"][3]["demote_to"] = "ZZZ";
  bad["promotions"] = {7};
  CHECK(verdictJson(checkPack(bad.dump())).dump() ==
        R"({"ok":false,"problems":[{"path":"tiers[3].demote_to","code":"bad_input","what":"unknown tier ZZZ"},)"
        R"({"path":"promotions[0]","code":"bad_input","what":"must be an object"}]})");
  CHECK(says(verdictText(checkPack("{\"tiers\":[")), "not valid JSON at byte 11"));
}

TEST_CASE("check: a hopeless pack is told in bounds") {
  auto bad = fiveTiers();
  for (int i = 0; i < 1000; ++i) bad["no_key_" + std::to_string(i)] = 1;
  CHECK(says(problems(bad), "100 or more problems"));
}

TEST_CASE("diff: a default written out is no difference") {
  const json lean{{"tiers", {{{"code", "A"}}, {{"code", "B"}}}}};
  auto full = kahui::programme::packJson(packOf(lean));
  CHECK(diffPacks(packOf(lean), packOf(full)).empty());
  CHECK(diffText({}) == "no difference\n");
  full["points"]["value_fen"] = 10;
  CHECK(diffText(diffPacks(packOf(lean), packOf(full))) == "points.value_fen: 100 -> 10\n");
}

TEST_CASE("diff: tiers by code, promotions by id, lists by place") {
  auto old_pack = fiveTiers();
  old_pack["promotions"] = {{{"id", "P1"}, {"kind", "ITEM_RATE"}, {"rate_bp", 9000}},
                            {{"id", "P2"}, {"kind", "ITEM_RATE"}, {"rate_bp", 8000}}};
  auto new_pack = old_pack;
  new_pack["promotions"] = {{{"id", "P3"}, {"kind", "POINTS_X"}, {"mult_pct", 200}},
                            {{"id", "P1"}, {"kind", "ITEM_RATE"}, {"rate_bp", 9500}, {"per_bill", 1}}};
  new_pack["tiers"][2]["rate_bp"] = 8800;
  new_pack["tiers"][2]["single_from"].erase("SLV");
  new_pack["member_day"] = {{{"dom", 8}, {"mult_pct", 200}}, {{"weekday", 1}, {"mult_pct", 300}}};
  const auto changes = diffPacks(packOf(old_pack), packOf(new_pack));
  CHECK(paths(changes) == Paths{"member_day[0].dom", "member_day[1]", "tiers[GLD].rate_bp",
                                "tiers[GLD].single_from.SLV", "promotions[P1].per_bill", "promotions[P1].rate_bp",
                                "promotions[P2]", "promotions[P3]"});
  CHECK(changes[4].before.is_null());
  CHECK(changes[4].after == 1);
  CHECK(changes[6].after.is_null());
  CHECK(diffJson({changes[2]}).dump() ==
        R"({"equal":false,"changes":[{"path":"tiers[GLD].rate_bp","old":9000,"new":8800}]})");
}

TEST_CASE("diff: tiers in another order are other ranks") {
  const json ab{{"tiers", {{{"code", "A"}}, {{"code", "B"}}}}, {"birthday", {{"min_tier", "A"}}}};
  const json ba{{"tiers", {{{"code", "B"}}, {{"code", "A"}}}}, {"birthday", {{"min_tier", "A"}}}};
  CHECK(diffText(diffPacks(packOf(ab), packOf(ba))) == "tiers: [\"A\",\"B\"] -> [\"B\",\"A\"]\n");
}

TEST_CASE("show: a programme in Chinese, in zhe") {
  auto value = fiveTiers();
  value["promotions"] = {
      {{"id", "P1"}, {"threshold_fen", 30000}, {"minus_fen", 4050}, {"repeat", true}, {"tiers", {"GUEST", "GLD"}}},
      {{"id", "P2"}, {"kind", "NTH_PIECE"}, {"n", 2}, {"rate_bp", 5000}, {"scope", {{"categories", {"茶"}}}}},
      {{"id", "P3"}, {"kind", "ITEM_RATE"}, {"rate_bp", 9750}, {"weekdays", {6, 7}}, {"hours", {"18:00", "22:00"}}}};
  const auto text = describePack(packOf(value), Language::Chinese);
  INFO(text);
  CHECK(says(text, "会员规则 five-tiers 2025.1，自2025-01-01 00:00起"));
  CHECK(says(text, "普通会员（ORD）：不打折；每100元积1分"));
  CHECK(says(text, "白银会员（SLV）：9.5折；每100元积2分"));
  CHECK(says(text, "升级：普通会员一次消费满3,000元；白银会员一次消费满2,500元；累计积分满300"));
  CHECK(says(text, "保级：上一年消费满8,000元，否则降为黄金会员"));
  CHECK(says(text, "普通积分：次年年底到期"));
  CHECK(says(text, "会员日：每月5日；积分2倍"));
  CHECK(says(text, "每月黄金会员：8折券3张"));
  CHECK(says(text, "每月黑金会员：7折券不限张数"));
  CHECK(says(text, "P1  全场：每满300元减40.50元；限非会员、黄金会员"));
  CHECK(says(text, "P2  品类茶：每2件中最低价的一件5折"));
  CHECK(says(text, "P3  全场：9.75折；每周六、日，18:00–22:00"));
}

TEST_CASE("show: the same in English, every preset, every kind") {
  const auto text = describePack(packOf(fiveTiers()), Language::English);
  INFO(text);
  CHECK(says(text, "Programme five-tiers 2025.1, from 2025-01-01 00:00"));
  CHECK(says(text, "(SLV): 95% of the price; ¥100 earns 2 points"));
  CHECK(says(text, "points from purchases: until the end of the next year"));
  CHECK(says(text, "at most 20% of an item is paid with points"));
  for (const char* name : {"mall", "club", "tea-room", "bronze-to-diamond"})
    for (const auto language : {Language::Chinese, Language::English})
      CHECK(describePack(kahui::test::preset(name), language).find('{') == std::string::npos);
  const auto kinds = packOf(json::parse(R"({"tiers":[{"code":"A"}],"promotions":[
    {"id":"C","kind":"COUNT_RATE","threshold_qty_milli":2500,"rate_bp":9000,"member_only":true},
    {"id":"D","kind":"ITEM_PRICE","price_fen":500,"stores":["0001"],"from":"2025-01-01","to":"2025-02-01"},
    {"id":"F","kind":"ITEM_MINUS","minus_fen":700,"per_bill":2,"per_member_day":3,"per_member":4},
    {"id":"G","kind":"BUY_N_GET_M","n":2,"m":1,"max_groups":5,"priority":9},
    {"id":"I","kind":"N_FOR_PRICE","n":3,"price_fen":990},
    {"id":"J","kind":"GIFT","threshold_fen":10000,"sku":"S9"},
    {"id":"K","kind":"EXCHANGE","threshold_fen":0,"sku":"S9","price_fen":100,"limit":2},
    {"id":"L","kind":"POINTS_X","mult_pct":250},
    {"id":"M","kind":"THRESHOLD_RATE","threshold_fen":100,"rate_bp":0}]})"));
  const auto words = describePack(kinds, Language::English);
  CHECK(says(words, "C  everything: from 2.5 pieces, 90% of the price; members only"));
  CHECK(says(words, "D  everything: ¥5 a piece; from 2025-01-01 00:00, until 2025-02-01 00:00; stores 0001"));
  CHECK(
      says(words, "F  everything: ¥7 less a piece; at most 2 a bill; at most 3 a member and day; at most 4 a member"));
  CHECK(says(words, "G  everything: buy 2, get 1 free; at most 5 groups a bill; priority 9"));
  CHECK(says(words, "I  everything: 3 pieces for ¥9.90"));
  CHECK(says(words, "J  everything: from ¥100 bought, gift S9 × 1"));
  CHECK(says(words, "K  everything: from ¥0 bought, for ¥1 a piece: S9 × 1, 2 a bill"));
  CHECK(says(words, "L  everything: points 2.5x"));
  CHECK(says(words, "M  everything: from ¥1 bought, free"));
}
