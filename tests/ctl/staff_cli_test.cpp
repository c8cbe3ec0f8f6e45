// `kahuictl staff`: people and their rights, signed and noted; `report shift`: the figures of D4.
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/ctl/run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using nlohmann::json;

bool has(const std::vector<std::string>& lines, std::string_view words) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const auto& line) { return line.find(words) != std::string::npos; });
}

struct Shop {
  kahui::test::TempFolder folder;
  std::string store = (folder.path() / "store").string();

  Shop() {
    ::setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
    REQUIRE(kahui::test::kahuictl({"demo", "--store", store, "--members", "20", "--days", "2"}).status == 0);
  }
  [[nodiscard]] std::string pin(const char* digits) const {
    const auto path = folder.path() / (std::string("pin") + digits);
    std::ofstream(path) << digits << "\n";
    return path.string();
  }
  [[nodiscard]] kahui::test::Run staff(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"staff", arguments.front()});
    arguments.erase(arguments.begin() + 2);
    arguments.insert(arguments.end(), {"--store", store});
    return kahui::test::kahuictl(std::move(arguments));
  }
  [[nodiscard]] json person(const std::string& code) const {
    for (const auto& line : staff({"list", "--json"}).out) {
      json one = json::parse(line);
      if (one["code"] == code) return one;
    }
    return {};
  }
};

}  // namespace

TEST_CASE("staff: somebody new with a right of their own, by a manager's signature, and the journal says so") {
  const Shop shop;
  const std::string manager = shop.pin("123456"), fresh = shop.pin("4321");
  const std::vector<std::string> add{"add",     "--code",  "1002",        "--name",         "Wu",  "--role",
                                     "cashier", "--grant", "open_drawer", "--new-pin-file", fresh, "--operator"};
  auto by = [&](const char* code, const std::string& pin) {
    auto all = add;
    all.insert(all.end(), {code, "--pin-file", pin});
    return shop.staff(all).status;
  };
  CHECK(by("9001", fresh) != 0);    // not the manager's PIN
  CHECK(by("2001", manager) != 0);  // a leader may not
  REQUIRE(by("9001", manager) == 0);
  CHECK(by("9001", manager) != 0);  // is there already
  CHECK(shop.person("1002")["granted"] == json::array({"open_drawer"}));

  CHECK(shop.staff({"set", "--code", "1002", "--deny", "return_goods", "--by-role", "open_drawer", "--operator", "9001",
                    "--pin-file", manager})
            .status == 0);
  CHECK(shop.person("1002")["denied"] == json::array({"return_goods"}));
  CHECK(shop.person("1002")["granted"].empty());
  CHECK(shop.staff({"set", "--code", "1002", "--grant", "fly", "--operator", "9001", "--pin-file", manager}).status ==
        2);
  // Everybody changes the own PIN with the old one, and nothing else.
  CHECK(shop.staff({"set", "--code", "1002", "--new-pin-file", manager, "--operator", "1002", "--pin-file", fresh})
            .status == 0);
  CHECK(
      shop.staff({"set", "--code", "1002", "--role", "manager", "--operator", "1002", "--pin-file", manager}).status !=
      0);
  const auto journal = kahui::test::kahuictl({"export", "--store", shop.store, "--what", "journal"});
  CHECK(has(journal.out, "staff add 1002: cashier +open_drawer, new pin"));
  CHECK(has(journal.out, "staff set 1002: cashier -return_goods"));
  CHECK(kahui::test::kahuictl({"verify", "--store", shop.store}).status == 0);
}

TEST_CASE("report shift: drawer and members' points beside the day's figures") {
  const Shop shop;
  const auto ran = kahui::test::kahuictl({"report", "shift", "--store", shop.store, "--format", "json"});
  REQUIRE(ran.status == 0);
  const json shift = json::parse(ran.out.front());
  CHECK(shift["opening_float"] == 0);
  CHECK(shift["shift_net"] == shift["net_total"]);
  CHECK_FALSE(shift.contains("cash_expected"));  // open: nobody counted
  const auto points = [&](const char* name) { return shift[name].get<std::int64_t>(); };
  CHECK(points("points_opening") + points("points_earned") + points("points_given_back") - points("points_taken_back") -
            points("points_used") - points("points_ended") + points("points_adjusted") ==
        points("points_closing"));
  const auto text = kahui::test::kahuictl({"report", "shift", "--store", shop.store});
  CHECK(has(text.out, "会员积分"));
}
