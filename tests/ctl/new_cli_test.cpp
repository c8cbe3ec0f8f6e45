// `kahuictl new`: a shop's own store, and what is wrong with a wish is said before anything is made.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/ctl/run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

struct Ground {
  kahui::test::TempFolder folder;
  std::string store = (folder.path() / "store").string();
  std::string pin = (folder.path() / "pin").string();

  Ground() {
    ::setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
    std::ofstream(pin) << "246813\n";
  }
  [[nodiscard]] int make(const std::string& store_no, const std::string& code, const std::string& preset) const {
    return kahui::test::kahuictl({"new", "--store", store, "--store-no", store_no, "--name", "城东店", "--position",
                                  "02", "--preset", preset, "--manager", code, "--manager-name", "王", "--pin-file",
                                  pin})
        .status;
  }
};

}  // namespace

TEST_CASE("new: a store of one's own sells for its first manager") {
  const Ground ground;
  REQUIRE(ground.make("0012", "9001", "mall") == 0);
  CHECK(kahui::test::kahuictl({"verify", "--store", ground.store}).status == 0);
  const auto goods = ground.folder.path() / "goods.csv";
  std::ofstream(goods) << "sku,name,category,price_fen\nA1,茶,01,1500\n";
  REQUIRE(kahui::test::kahuictl({"import", "products", "--store", ground.store, goods.string()}).status == 0);
  const auto bill = ground.folder.path() / "bill.jsonl";
  std::ofstream(bill)
      << R"({"ref":"1","operator":"9001","lines":[{"sku":"A1","qty_milli":2000}],"tenders":[{"type":"CASH","given_fen":3000}]})"
      << "\n";
  const std::vector<std::string> sell{"sell",       "--store", ground.store, "--in",    bill.string(),
                                      "--operator", "9001",    "--pin-file", ground.pin};
  const auto sold = kahui::test::kahuictl(sell);
  REQUIRE(sold.status == 0);
  CHECK(nlohmann::json::parse(sold.out.front())["ok"] == true);
  CHECK(ground.make("0013", "9002", "mall") == 3);  // there is one
}

TEST_CASE("new: a wish that is not right makes nothing") {
  const Ground ground;
  CHECK(ground.make("00 12", "9001", "mall") == 2);
  CHECK(ground.make("0012", "9001", "no-such-rules") == 2);
  CHECK_FALSE(std::filesystem::exists(ground.store));
}

TEST_CASE("new: a first run that was broken off before the manager goes on with the manager") {
  const Ground ground;
  CHECK(ground.make("0012", "90 01", "mall") == 2);
  CHECK(ground.make("0012", "9001", "mall") == 0);
  const auto staff = kahui::test::kahuictl({"staff", "list", "--store", ground.store, "--json"});
  REQUIRE(staff.out.size() == 1);
  CHECK(nlohmann::json::parse(staff.out[0])["role"] == "manager");
}
