// packJson() is the inverse of parseRulePack(): every parameter travels.
#include "tests/support/catch.hpp"
#include "tests/unit/examples.hpp"

using kahui::programme::packJson;
using kahui::programme::parseRulePack;
using nlohmann::json;

namespace {

constexpr const char* kPresets[] = {"five-tiers", "mall", "club", "tea-room", "bronze-to-diamond"};

// A pack with a promotion of every kind, with every common key, and member days with every condition.
json richPack() {
  auto pack = kahui::test::readJson("resources/presets/five-tiers.json");
  pack["member_day"] = {{{"dom", 5}, {"dom_to", 7}, {"mult_pct", 200}, {"tiers", {"GLD", "BLK"}}},
                        {{"weekday", 3}, {"rate_bp", 8800}, {"hours", {"22:00", "02:00"}}, {"lunar", "08-15"}},
                        {{"weekdays", json::array()}, {"from", "2025-01-01"}, {"to", "2025-02-01T08:00:00"}}};
  pack["birthday"]["coupon"] = {{"face_fen", 5000}, {"min_fen", 10000}, {"valid", "MONTH"}};
  pack["join_gift"] = {{"points", 20},
                       {"min_fen", 100},
                       {"valid_days", 30},
                       {"from", "2025-01-01T00:00:00"},
                       {"to", "2025-02-01T00:00:00"}};
  pack["catalogue"] = json::parse(R"([
{"code":"CUP","name":"cup","group":"GLD","points":50,"sku":"S9","price_fen":990,
"periods":[{"from":"2025-01-01T00:00:00","to":"2025-02-01T00:00:00","weekdays":[1,2,3,4,5,6,7],"points":40,
"price_fen":790}]},
{"code":"LUCKY","name":"draw","group":"GLD","points":10,"draw":"spring"}])");
  pack["card_fee"] = json::parse(R"({"fee_fen":500,"free":{"from":"2025-01-01T00:00:00","to":"2025-02-01T00:00:00"}})");
  pack["desk"] = {{"consent", "2026-02"},
                  {"claim_days", 5},
                  {"join_prompt_fen", 20000},
                  {"approve_joins", true},
                  {"join_purchase_fen", 50000},
                  {"card_points", 30},
                  {"terms", {{"zh", "须知"}, {"en", "Terms"}}}};
  pack["tiers"][0]["entry_fen"] = 100;
  pack["tiers"][2].merge_patch({{"bills", 10},
                                {"spent_fen", 500000},
                                {"referrals", 3},
                                {"combine", "ALL"},
                                {"rise_points", 400},
                                {"first_bill_pct", 200}});
  pack["referral"]["gift"] = {{"face_fen", 1000}, {"min_fen", 100}, {"valid_days", 30}};
  pack["rebates"] = json::parse(R"([{"id":"R","from":"2025-01-01T00:00:00","to":"2025-02-01T00:00:00",
    "levels":[{"at_fen":50000,"points":50},{"at_fen":90000,"points":70}]}])");
  pack["delivery"] = json::parse(R"({"fee_fen":1000,"free_from_fen":9900,"class":{"zh":"普通","en":"Standard"},
    "tiers":{"SLV":{"fee_fen":0},"GLD":{"class":{"zh":"特快","en":"Express"}}}})");
  pack["upgrades"] = json::parse(R"([{"from":"S","to":"L","tiers":["GLD"]}])");
  pack["membership"] =
      json::parse(R"({"plans":[{"sku":"FEE","months":12,"renewal_fen":16800}],"renew_days":20,"grace_days":7})");
  pack["groups"] = json::parse(R"([{"code":"PKU","name":"北大","name_en":"PKU","from":"2025-01-01","to":"2026-06-30",
    "rate_bp":8800,"prices":[{"sku":"S","price_fen":100},{"category":"C","rate_bp":9000}]}])");
  pack["campaigns"] =
      json::parse(R"([{"id":"spring","name":"n","from":"2025-01-01","to":"2026-06-30","promotions":["A"],
    "state":"DRAFT","prepared":false,"approved_by":"Li"}])");
  pack["tiers"][3]["badge"] = {{"zh", "大使"}, {"en", "Ambassador"}};
  pack["tiers"][3]["greeting"] = {{"zh", "欢迎"}, {"en", "Welcome"}};
  pack["tiers"][3]["own_lane"] = true;
  pack["monthly_coupons"]["GLD"] = {{"count", 3}, {"rate_bp", 8000}, {"own_tier", true}, {"categories", {"TEA"}}};
  pack["promotions"] = json::parse(R"([
    {"id":"A","threshold_fen":100,"minus_fen":10,"repeat":true,"per_bill":2,"per_member_day":3,"per_member":4},
    {"id":"B","kind":"THRESHOLD_RATE","threshold_fen":100,"rate_bp":9000,"tiers":["GUEST","GLD"],"priority":-3},
    {"id":"C","kind":"COUNT_RATE","threshold_qty_milli":3000,"rate_bp":9000,"member_only":true},
    {"id":"D","kind":"ITEM_PRICE","price_fen":5,"stores":["0001"],"weekdays":[1,7],"hours":["18:00","24:00"]},
    {"id":"E","kind":"ITEM_RATE","rate_bp":1,"scope":{"skus":["S"],"categories":["C"],"brands":["B"]}},
    {"id":"F","kind":"ITEM_MINUS","minus_fen":7,"from":"2025-01-01","to":"2025-02-01"},
    {"id":"G","kind":"BUY_N_GET_M","n":2,"m":1,"max_groups":0},
    {"id":"H","kind":"NTH_PIECE","n":2,"rate_bp":5000,"max_groups":5},
    {"id":"I","kind":"N_FOR_PRICE","n":3,"price_fen":990},
    {"id":"J","kind":"GIFT","threshold_fen":100,"sku":"S9","qty_milli":500,"repeat":true},
    {"id":"K","kind":"EXCHANGE","threshold_fen":0,"sku":"S9","price_fen":100,"limit":2},
    {"id":"L","kind":"POINTS_X","mult_pct":300}])");
  return pack;
}

// The names that a refusal lists for an enumeration: "…: must be one of A, B".
std::vector<std::string> alternatives(json pack, const json::json_pointer& place) {
  pack[place] = "?";
  const auto refused = parseRulePack(pack);
  std::vector<std::string> names;
  constexpr std::string_view kListed = "must be one of ";
  const auto at = refused ? std::string::npos : refused.error().detail.find(kListed);
  if (at == std::string::npos) return names;
  std::istringstream list(refused.error().detail.substr(at + kListed.size()));
  for (std::string name; std::getline(list >> std::ws, name, ',');) names.push_back(name);
  return names;
}

// Values beside the one a parameter has.
std::vector<json> others(const json& pack, const json::json_pointer& place) {
  const auto& value = pack[place];
  if (value.is_boolean()) return {!value.get<bool>()};
  if (value.is_number_integer()) return {value.get<std::int64_t>() + 1, value.get<std::int64_t>() - 1};
  if (!value.is_string()) return {};
  const auto& text = value.get_ref<const std::string&>();
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') return {"2025-02-01"};  // a day
  const auto names = alternatives(pack, place);
  if (!names.empty()) return {names.begin(), names.end()};
  return {"00:30", "23:30", "2025-01-15T00:00:00", "SLV", "ORD", "REFERRAL", "ROLLING_MONTHS:7", "NEVER",
          "08-14", "words"};
}

}  // namespace

TEST_CASE("a pack written out reads as the same pack", "[pack]") {
  for (const auto* name : kPresets) {
    INFO(name);
    const auto written = packJson(kahui::test::preset(name));
    const auto again = parseRulePack(written);
    REQUIRE(again);
    CHECK(packJson(*again) == written);
  }
}

TEST_CASE("a pack written out keeps what was written and adds the defaults", "[pack]") {
  const auto given = richPack();
  auto with_defaults = packJson(kahui::test::packOf(given));
  with_defaults["member_day"].clear();  // `weekday` becomes one of `weekdays`, midnight is written out
  for (auto& promotion : with_defaults["promotions"])
    if (promotion["id"] == "F") promotion["from"] = "2025-01-01", promotion["to"] = "2025-02-01";
  for (const auto& [key, value] : given.items()) {
    INFO(key);
    if (key == "valid_from" || key == "member_day") continue;
    // merge_patch with what is contained already changes nothing, for objects; lists are compared by element.
    if (value.is_array()) {
      REQUIRE(with_defaults[key].size() == value.size());
      for (std::size_t i = 0; i < value.size(); ++i) {
        auto merged = with_defaults[key][i];
        merged.merge_patch(value[i]);
        CHECK(merged == with_defaults[key][i]);
      }
    } else {
      auto merged = with_defaults[key];
      merged.merge_patch(value);
      CHECK(merged == with_defaults[key]);
    }
  }
  const auto empty = packJson(kahui::test::packOf({{"tiers", {{{"code", "A"}}}}}));
  CHECK(empty["points"]["value_fen"] == 100);
  CHECK(empty["manual_discount"]["leader_rate_bp"] == 8000);
}

TEST_CASE("every single parameter of a pack travels through writing and reading", "[pack]") {
  const auto pack = packJson(kahui::test::packOf(richPack()));
  std::size_t parameters = 0;
  // Ids and codes that other places name, kinds with keys of their own, and lists that are sets or fill themselves up.
  const auto fixed = [](const std::string& path) {
    for (const char* part : {"/schema", "/code", "/kind", "/spend_order/", "/lifetime_sources/", "/weekdays/",
                             "/campaigns/0/promotions/", "/promotions/0/id"})
      if (path.find(part) != std::string::npos) return true;
    return false;
  };
  const auto flat = pack.flatten();
  for (const auto& [path, value] : flat.items()) {
    const json::json_pointer place(path);
    if (fixed(path) || pack[place].is_structured()) continue;  // flatten() keeps empty lists
    bool travelled = false;
    for (const auto& other : others(pack, place)) {
      if (other == value) continue;
      auto changed = pack;
      changed[place] = other;
      const auto read = parseRulePack(changed);
      if (!read) continue;  // a contradiction; another value must do
      travelled = packJson(*read) == changed;
      if (!travelled) break;
    }
    INFO(path);
    CHECK(travelled);
    ++parameters;
  }
  CHECK(parameters > 150);
}
