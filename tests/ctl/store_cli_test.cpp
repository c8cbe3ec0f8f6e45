// A demo store from outside: sell, return, explain, rehearse, apply, verify.
#include <stdlib.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/ctl/run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using kahui::test::kahuictl;
using nlohmann::json;

struct DemoStore {
  kahui::test::TempFolder folder;
  std::string path = (folder.path() / "store").string();

  DemoStore() {
    setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
    REQUIRE(kahuictl({"demo", "--store", path, "--members", "40", "--products", "40", "--days", "2"}).status == 0);
  }

  // Each line goes through the command; the answers.
  std::vector<json> feed(const char* command, const std::vector<json>& lines) {
    const std::string file = (folder.path() / "lines").string();
    std::ofstream out(file);
    for (const json& line : lines) out << line.dump() << '\n';
    out.close();
    std::vector<json> answers;
    for (const std::string& line : kahuictl({command, "--store", path, "--in", file}).out)
      answers.push_back(json::parse(line));
    return answers;
  }

  json rehearse(const std::string& pack) {
    const auto run = kahuictl({"rules", "rehearse", "--store", path, "--pack", pack, "--json"});
    REQUIRE(run.status == 0);
    return json::parse(run.out.at(0));
  }

  std::string firstSku() {
    return json::parse(kahuictl({"export", "--store", path, "--what", "products"}).out.at(0))["sku"];
  }
};

}  // namespace

TEST_CASE("a sale, its explanation, its return and what both did, from the command line") {
  DemoStore store;
  const auto sold = store.feed("sell", {{{"ref", "s"},
                                         {"operator", "2001"},
                                         {"lines", {{{"sku", store.firstSku()}, {"qty_milli", 4000}}}},
                                         {"bill_discount", {{"rate_bp", 9000}}}}});
  REQUIRE(sold.size() == 1);
  REQUIRE(sold[0]["ok"] == true);
  const std::string receipt = sold[0]["receipt_no"];
  const auto explained = kahuictl({"explain", "--store", store.path, "--receipt", receipt, "--json"});
  REQUIRE(explained.status == 0);
  const json why = json::parse(explained.out.at(0));
  CHECK(why["result"]["total"] == sold[0]["result"]["total"]);
  CHECK(std::any_of(why["explanation"].begin(), why["explanation"].end(), [](const json& trial) {
    return trial["step"] == "BILL_DISCOUNT" && trial["reason"] == "APPLIED" && trial["amount"] > 0;
  }));
  CHECK(kahuictl({"explain", "--store", store.path, "--receipt", "0001-01-1-999999"}).status == 1);

  const auto back = store.feed(
      "return",
      {{{"ref", "r"}, {"operator", "1001"}, {"receipt_no", receipt}, {"lines", {{{"line", 0}, {"qty_milli", 4000}}}}},
       {{"operator", "1001"}, {"receipt_no", receipt}, {"lines", json::array()}},
       {{"operator", "1001"}, {"surprise", 1}}});
  REQUIRE(back.size() == 3);
  CHECK(back[0]["result"]["refund"] == sold[0]["result"]["total"]);
  CHECK(back[1]["error"]["code"] == "empty_basket");
  CHECK(back[2]["error"]["code"] == "unknown_key");
  const auto sales = kahuictl({"export", "--store", store.path, "--what", "sales"});
  const json last = json::parse(sales.out.back());
  CHECK(last["type"] == "return");
  CHECK(last["of_receipt"] == receipt);
  CHECK(last["total"] == -sold[0]["result"]["total"].get<std::int64_t>());
  CHECK(kahuictl({"verify", "--store", store.path}).status == 0);
}

TEST_CASE("a pack is rehearsed without a trace, then applied, and old bills stay as they were") {
  DemoStore store;
  const std::string preset = KAHUI_SOURCE_DIR "/resources/presets/five-tiers.json";
  const auto verified = [&] { return json::parse(kahuictl({"verify", "--store", store.path, "--json"}).out.at(0)); };
  const json before = verified();
  const json same = store.rehearse(preset);
  CHECK(same["before"] == same["after"]);
  CHECK(same["bills"] == before["sales"]);
  CHECK(same["losers"].empty());

  json pack = json::parse(std::ifstream(preset));
  pack["version"] = "dearer";
  pack["valid_from"] = "2025-02-01T00:00:00";
  for (json& tier : pack["tiers"]) tier["rate_bp"] = 10000;
  const std::string file = (store.folder.path() / "pack.json").string();
  std::ofstream(file) << pack.dump();
  const json dearer = store.rehearse(file);
  CHECK(dearer["after"]["paid_fen"] > dearer["before"]["paid_fen"]);
  REQUIRE_FALSE(dearer["losers"].empty());
  CHECK(dearer["losers"][0]["loss_fen"] > 0);
  CHECK(verified() == before);

  CHECK(kahuictl({"rules", "apply", "--store", store.path, file}).status == 0);
  CHECK(kahuictl({"rules", "apply", "--store", store.path, file}).status == 3);
  const auto sold = store.feed("sell", {{{"operator", "1001"}, {"lines", {{{"sku", store.firstSku()}}}}}});
  CHECK(sold.at(0)["result"]["pack_version"] == "dearer");
  const auto old = kahuictl({"explain", "--store", store.path, "--receipt", "0001-01-1-000001", "--json"});
  CHECK(json::parse(old.out.at(0))["pack_version"] == "2025.1");
  CHECK(verified()["ok"] == true);
}
