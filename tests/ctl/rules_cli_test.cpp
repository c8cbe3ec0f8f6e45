// `kahuictl rules` from outside: output, errors and exit status.
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/ctl/run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using nlohmann::json;

const std::string kPresets = KAHUI_SOURCE_DIR "/resources/presets/";

kahui::test::Run rules(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "rules");
  return kahui::test::kahuictl(std::move(arguments));
}

TEST_CASE("rules check: ok, not ok, not there") {
  for (const char* name : {"five-tiers", "mall", "club", "tea-room", "bronze-to-diamond"}) {
    const auto good = rules({"check", kPresets + name + ".json"});
    CHECK(good.status == 0);
    CHECK(good.errors.empty());
    REQUIRE(good.out.size() == 1);
    CHECK(good.out[0].find("ok: " + std::string(name)) == 0);
  }
  const kahui::test::TempFolder folder;
  const std::string file = (folder.path() / "bad.json").string();
  std::ofstream(file) << R"({"tiers":[{"code":"A","rate_bp":10001}],"pionts":{}})";
  const auto bad = rules({"check", file});
  CHECK(bad.status == 1);
  CHECK(bad.out == std::vector<std::string>{"tiers[0].rate_bp: must be from 0 to 10000",
                                            "pionts: is not a key of this form",
                                            "2 problems; correct the pack and check it again"});
  const auto listed = rules({"check", "--json", file});
  CHECK(listed.status == 1);
  REQUIRE(listed.out.size() == 1);
  CHECK(json::parse(listed.out[0])["problems"][1]["path"] == "pionts");

  const auto gone = rules({"check", "/nonexistent.json"});
  CHECK(gone.status == 2);
  CHECK(gone.out.empty());
  CHECK(gone.errors.find("kahuictl: ") == 0);
  CHECK(gone.errors.find("/nonexistent.json") != std::string::npos);
  const auto gone_json = rules({"check", "--json", "/nonexistent.json"});
  CHECK(json::parse(gone_json.errors)["error"]["code"] == "bad_input");
}

TEST_CASE("rules diff: equal packs 0, others 1, unreadable 2") {
  const auto same = rules({"diff", kPresets + "mall.json", kPresets + "mall.json"});
  CHECK(same.status == 0);
  CHECK(same.out == std::vector<std::string>{"no difference"});
  const auto other = rules({"diff", "--json", kPresets + "mall.json", kPresets + "club.json"});
  CHECK(other.status == 1);
  REQUIRE(other.out.size() == 1);
  CHECK(json::parse(other.out[0])["equal"] == false);
  CHECK(json::parse(other.out[0])["changes"].size() > 5);
  const auto wrong = rules({"diff", kPresets + "mall.json", kPresets + "README.md"});
  CHECK(wrong.status == 2);
  CHECK(wrong.errors.find("README.md: not valid JSON") != std::string::npos);
  CHECK(rules({"diff", kPresets + "mall.json"}).status == 2);
}

TEST_CASE("rules show: Chinese unless asked, every parameter as JSON") {
  const auto chinese = rules({"show", kPresets + "club.json"});
  CHECK(chinese.status == 0);
  REQUIRE(chinese.out.size() > 10);
  CHECK(chinese.out[0] == "会员规则 club 2025.1，自2025-01-01 00:00起");
  const auto english = rules({"show", "--lang", "en", kPresets + "club.json"});
  REQUIRE_FALSE(english.out.empty());
  CHECK(english.out[0] == "Programme club 2025.1, from 2025-01-01 00:00");
  const auto whole = rules({"show", "--json", kPresets + "club.json"});
  REQUIRE(whole.out.size() == 1);
  CHECK(json::parse(whole.out[0])["bill_round"]["mode"] == "FLOOR_JIAO");
  CHECK(rules({"show", "--lang", "fr", kPresets + "club.json"}).status == 2);
}

}  // namespace
