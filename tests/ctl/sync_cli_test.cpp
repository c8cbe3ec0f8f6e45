// enrol, sync and sync-status without a headquarters: what a script is told.
#include <stdlib.h>

#include <nlohmann/json.hpp>

#include "core/sync/enrolment.hpp"
#include "tests/ctl/run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

using kahui::test::kahuictl;
using nlohmann::json;

namespace {

struct Store {
  kahui::test::TempFolder folder;
  std::string path = (folder.path() / "store").string();

  Store() {
    setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
    REQUIRE(kahuictl({"demo", "--store", path, "--members", "5", "--products", "10", "--days", "1"}).status == 0);
  }
};

std::string codeOf(const std::string& errors) { return json::parse(errors).at("error").at("code"); }

}  // namespace

TEST_CASE("a store that is not enrolled says so, and how much is waiting") {
  const Store store;
  const auto status = kahuictl({"sync-status", "--store", store.path, "--json"});
  REQUIRE(status.status == 0);
  const json said = json::parse(status.out.at(0));
  CHECK(said.at("enrolled") == false);
  CHECK(said.at("acked") == 0);
  CHECK(said.at("unsent") == said.at("head"));
  CHECK(said.at("oldest_unsent_age_s").get<std::int64_t>() > 0);
  CHECK(said.at("last_contact").is_null());
  const auto sync = kahuictl({"sync", "--store", store.path, "--json"});
  CHECK(sync.status == 3);
  CHECK(codeOf(sync.errors) == "not_enrolled");
}

TEST_CASE("a mistyped code is found before anything is sent, a silent address is named") {
  const Store store;
  kahui::sync::EnrolCode code;
  code.secret[0] = 7;
  std::string word = encode(code);
  const auto enrol = [&](const std::string& typed, const std::string& url) {
    return kahuictl({"enrol", "--store", store.path, "--hq", url, "--code", typed, "--json"});
  };
  const auto silent = enrol(word, "https://127.0.0.1:1");
  CHECK(silent.status == 3);
  CHECK(codeOf(silent.errors) == "service_down");
  CHECK(enrol(word, "http://127.0.0.1:1").status == 2);
  word[3] = word[3] == '7' ? '8' : '7';
  const auto wrong = enrol(word, "https://127.0.0.1:1");
  CHECK(wrong.status == 2);
  CHECK(codeOf(wrong.errors) == "bad_input");
  CHECK(kahuictl({"sync-status", "--store", store.path + "x", "--json"}).status == 3);
}
