// The member desk from the command line, on a demo store.
#include <stdlib.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/ctl/run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using kahui::test::kahuictl;
using nlohmann::json;

struct MemberStore {
  kahui::test::TempFolder folder;
  std::string path = (folder.path() / "store").string();

  MemberStore() {
    setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
    REQUIRE(kahuictl({"demo", "--store", path, "--members", "10", "--products", "20", "--days", "1"}).status == 0);
  }
  kahui::test::Run member(std::vector<std::string> arguments, const char* by = "1001") {
    std::vector<std::string> all{"member"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    for (const char* more : {"--store", path.c_str(), "--operator", by, "--json"}) all.emplace_back(more);
    return kahuictl(all);
  }
  json done(std::vector<std::string> arguments, const char* by = "1001") {
    const auto run = member(std::move(arguments), by);
    INFO(run.errors);
    REQUIRE(run.status == 0);
    return json::parse(run.out.at(0));
  }
  std::string refused(std::vector<std::string> arguments, const char* by = "1001") {
    const auto run = member(std::move(arguments), by);
    CHECK(run.status != 0);
    return json::parse(run.errors)["error"]["code"];
  }
};

}  // namespace

TEST_CASE("members join, are found and shown, corrected and erased by command") {
  MemberStore store;
  const std::vector<std::string> joining{"join", "--phone", "13900001111",    "--adult", "--consent", "--name",
                                         "赵云", "--uid",   "04AABBCCDDEE01", "--form",  "F-17"};
  const json joined = store.done(joining);
  const std::string no = joined["member"];
  CHECK(joined["phone"] == "139****1111");
  CHECK(store.refused(joining) == "phone_taken");
  CHECK(store.refused({"join", "--phone", "13900002222", "--adult"}) == "rule_rejected");
  const json found = store.done({"find", "1111"});
  REQUIRE(found["members"].size() == 1);
  CHECK(found["members"][0]["member"] == no);
  CHECK(found["members"][0]["name"] == "赵*");
  const json page = store.done({"show", "--member", no});
  CHECK(page["via"] == "till");
  CHECK(page["cards"][0]["card"] == "****EE01");
  CHECK(page.dump().find("13900001111") == std::string::npos);
  CHECK(store.refused({"correct", "--member", no, "--phone", "13900003333"}) == "no_right");
  store.done({"correct", "--member", no, "--phone", "13900003333", "--approver", "2001"});
  CHECK(store.done({"find", "13900003333"})["members"].size() == 1);
  CHECK(store.refused({"reveal", "--member", no}) == "no_right");
  CHECK(store.done({"reveal", "--member", no}, "2001")["phone"] == "13900003333");
  CHECK(store.refused({"erase", "--member", no}, "2001") == "no_right");
  store.done({"erase", "--member", no}, "9001");
  CHECK(store.refused({"find", "13900003333"}) == "unknown_member");
  CHECK(kahuictl({"verify", "--store", store.path}).status == 0);
}

TEST_CASE("a guest's receipt is printed with its code, and claimed once") {
  MemberStore store;
  const std::string sku =
      json::parse(kahuictl({"export", "--store", store.path, "--what", "products"}).out.at(0))["sku"];
  const std::string file = (store.folder.path() / "lines").string();
  std::ofstream(file) << json{{"operator", "1001"}, {"lines", {{{"sku", sku}, {"qty_milli", 900000}}}}}.dump() << '\n';
  const auto sold = kahuictl({"sell", "--store", store.path, "--in", file});
  const std::string receipt = json::parse(sold.out.at(0))["receipt_no"];
  std::string code;
  for (const std::string& line : kahuictl({"receipt", "--store", store.path, "--receipt", receipt}).out) {
    const std::string trimmed = line.substr(std::min(line.find_first_not_of(' '), line.size()));
    if (trimmed.size() == 19 && trimmed.find_first_not_of("0123456789") == std::string::npos) code = trimmed;
  }
  REQUIRE(code.size() == 19);
  const std::string no = store.done({"join", "--phone", "13900001111", "--adult", "--consent"})["member"];
  const json claimed = store.done({"claim", "--member", no, "--code", code});
  CHECK(claimed["points"].get<int>() > 0);
  CHECK(claimed["balance"] == claimed["points"]);
  CHECK(store.refused({"claim", "--member", no, "--code", code}) == "rule_rejected");
  CHECK(kahuictl({"verify", "--store", store.path}).status == 0);
}

TEST_CASE("a company joins, is shown masked, corrected, exported and imported by command (S001-102)") {
  MemberStore store;
  const std::vector<std::string> wrong{"join",   "--phone",  "13900001111", "--consent",         "--company",
                                       "--name", "大华公司", "--tax-no",    "914403001922038217"};
  CHECK(store.refused(wrong) == "rule_rejected");
  const std::string no = store.done({"join", "--phone", "13900001111", "--consent", "--company", "--name", "大华公司",
                                     "--tax-no", "914403001922038216", "--contact", "李娜"})["member"];
  const json page = store.done({"show", "--member", no});
  CHECK(page["company"] == true);
  CHECK(page["tax_no"] == "91************8216");
  store.done({"correct", "--member", no, "--contact", "王伟"}, "2001");
  const json changed = store.done({"show", "--member", no});
  CHECK(changed["contact"] == "王*");
  CHECK(changed["changes"][0]["field"] == "contact");
  CHECK(changed["changes"][0]["before"] == "李*");
  CHECK(store.done({"reveal", "--member", no}, "2001")["tax_no"] == "914403001922038216");
  const auto exported = [&](std::vector<std::string> more) {
    std::vector<std::string> all{"export", "--store", store.path, "--what", "members"};
    all.insert(all.end(), more.begin(), more.end());
    for (const std::string& line : kahuictl(all).out) {
      const json row = json::parse(line);
      if (row["member_no"] == no) return row;
    }
    return json();
  };
  CHECK(exported({})["tax_no"] == "91************8216");
  CHECK(exported({})["company"] == true);
  const std::string file = (store.folder.path() / "members.csv").string();
  std::ofstream(file) << "name,phone,tax_no,contact,company\n"
                         "北方公司,13900002222,440301192203821,赵云,\n"
                         "南方公司,13900003333,440301192203,,1\n"
                         ",13900004444,,,1\n"
                         "张三,13900005555,,李四,\n";
  const auto imported = kahuictl({"import", "members", "--store", store.path, file});
  CHECK(imported.status == 1);
  const json found = store.done({"find", "13900002222"});
  CHECK(store.done({"show", "--member", found["members"][0]["member"].get<std::string>()})["company"] == true);
  for (const char* bad : {"13900003333", "13900004444", "13900005555"})
    CHECK(store.refused({"find", bad}) == "unknown_member");
  CHECK(kahuictl({"verify", "--store", store.path}).status == 0);
}

TEST_CASE("blank forms are written for a printer, each number once (S003-99)") {
  MemberStore store;
  const std::string file = (store.folder.path() / "forms.bin").string();
  const json printed = store.done({"form", "--count", "2", "--out", file, "--paper", "58", "--language", "en"});
  REQUIRE(printed["forms"].size() == 2);
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  for (const auto& number : printed["forms"]) {
    const std::string text = number;
    const auto first = bytes.find(text);
    REQUIRE(first != std::string::npos);
    CHECK(bytes.find(text, first + 1) != std::string::npos);  // in words, and in the code
  }
  CHECK(bytes.find("\x1b@") == 0);
  const json next = store.done({"form"});
  CHECK(next["forms"][0] != printed["forms"][1]);
  CHECK(store.refused({"form", "--count", "51"}) == "out_of_range");
  CHECK(kahuictl({"verify", "--store", store.path}).status == 0);
}
