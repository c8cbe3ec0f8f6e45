// The manager's work and the activity log from the command line, on a demo store.
#include <stdlib.h>

#include <nlohmann/json.hpp>

#include "tests/ctl/run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using kahui::test::kahuictl;
using nlohmann::json;

struct WorkStore {
  kahui::test::TempFolder folder;
  std::string path = (folder.path() / "store").string();

  WorkStore() {
    setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
    REQUIRE(kahuictl({"demo", "--store", path, "--members", "40", "--products", "20", "--days", "3"}).status == 0);
  }
  kahui::test::Run tasks(std::vector<std::string> arguments, const char* by = "9001") {
    arguments.insert(arguments.begin(), "tasks");
    for (const char* more : {"--store", path.c_str(), "--operator", by, "--json"}) arguments.emplace_back(more);
    return kahuictl(arguments);
  }
  json done(std::vector<std::string> arguments, const char* by = "9001") {
    const auto run = tasks(std::move(arguments), by);
    INFO(run.errors);
    REQUIRE(run.status == 0);
    return json::parse(run.out.at(0));
  }
  json log(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"log", "search", "--store", path, "--format", "json", "--from", "2000-01-01"});
    const auto run = kahuictl(arguments);
    INFO(run.errors);
    REQUIRE(run.status == 0);
    return json::parse(run.out.at(0))["sections"]["log"];
  }
  bool holds() { return kahuictl({"verify", "--store", path}).status == 0; }
};

}  // namespace

TEST_CASE("tasks are added, listed, moved and done by command", "[tasks]") {
  WorkStore store;
  const json added = store.done({"add", "--title", "call back", "--kind", "FOLLOW_UP", "--due", "2020-01-02"});
  const std::string id = added["tasks"][0];
  const json listed = store.done({"list"});
  CHECK(listed["overdue"] == 1);
  CHECK(listed["tasks"][0]["title"] == "call back");
  CHECK(listed["tasks"][0]["due"] == "2020-01-02T23:59:59");
  store.done({"move", "--task", id, "--due", "2099-01-02T10:30"});
  CHECK(store.done({"list"})["overdue"] == 0);
  store.done({"done", "--task", id.substr(0, 16), "--result", "fine", "--next", "again"});
  CHECK(store.done({"list"})["tasks"][0]["title"] == "again");
  CHECK(store.done({"list", "--closed"})["tasks"].size() == 2);
  CHECK(json::parse(store.tasks({"done", "--task", id}).errors)["error"]["code"] == "rule_rejected");
  CHECK(store.holds());
}

TEST_CASE("a care plan is set, shown and started by command", "[tasks]") {
  WorkStore store;
  store.done({"template", "set", KAHUI_SOURCE_DIR "/resources/care/onboarding.json"});
  CHECK(kahuictl({"tasks", "template", "show", "--store", store.path}).status == 0);
  const auto members = kahuictl({"export", "--store", store.path, "--what", "members", "--format", "jsonl"});
  const std::string member = json::parse(members.out.at(0))["member_no"];
  const json started = store.done({"template", "start", "--member", member, "--template", "onboarding", "--signed",
                                   "2026-03-01", "--first-use", "2026-03-15T11:00"});
  CHECK(started["count"] == 21);
  const json listed = store.done({"list", "--member", member, "--lang", "en"});
  CHECK(listed["benefits"].size() == 4);
  CHECK(listed["tasks"][0]["title"] == "Signing day");
  CHECK(store.done({"benefit", "--member", member, "--benefit", "parking", "--quantity", "2"})["left"] == 1);
  CHECK(store.holds());
}

TEST_CASE("a selection gets tasks and coupons, each once, and the log says who gave them", "[tasks]") {
  WorkStore store;
  const auto list = kahuictl({"report", "lists", "--store", store.path, "--list", "birthdays30", "--format", "json"});
  const auto rows = json::parse(list.out.at(0))["sections"]["list"].size();
  REQUIRE(rows > 0);
  const json tasks = store.done({"add", "--title", "birthday call", "--list", "birthdays30"});
  CHECK(tasks["count"] == rows);
  const std::vector<std::string> batch{"coupons", "--list",   "birthdays30", "--face",   "1000",
                                       "--key",   "birthday", "--reason",    "birthdays"};
  CHECK(store.done(batch)["count"] == rows);
  CHECK(json::parse(store.tasks(batch).errors)["error"]["code"] == "rule_rejected");
  const json work = store.log({"--kind", "work", "--staff", "9001"});
  CHECK(work.size() == 2);
  CHECK(work[0]["act"] == "COUPON_BATCH");
  CHECK(work[0]["detail"].get<std::string>().find("birthday") == 0);
  CHECK(store.log({"--staff", "1001", "--kind", "work"}).empty());
  CHECK(json::parse(store.tasks(batch, "1001").errors)["error"]["code"] == "no_right");
  CHECK(store.holds());
}

TEST_CASE("a target stands on the month's report", "[tasks]") {
  WorkStore store;
  const auto month = [&] {
    const auto run = kahuictl({"report", "month", "--store", store.path, "--format", "json"});
    return json::parse(run.out.at(0));
  };
  const std::string of = month()["from"].get<std::string>().substr(0, 7);
  CHECK(!month().contains("targets"));
  store.done({"target", "--month", of, "--figure", "bills", "--value", "1000000"});
  const json row = month()["targets"][0];
  CHECK(row["figure"] == "bills");
  CHECK(row["actual"] == month()["bills"]);
}

TEST_CASE("the club by command: interests, an event with its seats, a friend, a sample", "[club]") {
  WorkStore store;
  store.done({"template", "set", KAHUI_SOURCE_DIR "/resources/care/club.json"});
  const auto exported = kahuictl({"export", "--store", store.path, "--what", "members", "--format", "jsonl"});
  const auto numberOf = [&](std::size_t at) {
    return json::parse(exported.out.at(at))["member_no"].get<std::string>();
  };
  const auto club = [&](std::vector<std::string> arguments, const char* by = "9001") {
    arguments.insert(arguments.begin(), "club");
    for (const char* more : {"--store", store.path.c_str(), "--operator", by, "--json"}) arguments.emplace_back(more);
    return kahuictl(arguments);
  };
  const auto done = [&](std::vector<std::string> arguments) {
    const auto run = club(std::move(arguments));
    INFO(run.errors);
    REQUIRE(run.status == 0);
    return json::parse(run.out.at(0));
  };
  CHECK(club({"tag", "--member", numberOf(0), "--tag", "coffee"}).status != 0);
  done({"agree", "--member", numberOf(0)});
  done({"tag", "--member", numberOf(0), "--tag", "coffee"});
  done({"date", "--member", numberOf(0), "--kind", "child", "--date", "lunar:08-15"});
  const json member = done({"show", "--member", numberOf(0)})["member"];
  CHECK(member["tags"] == json{"coffee"});
  CHECK(member["dates"] == json{"child"});
  const std::string event = done({"plan", "--name", "Tasting", "--at", "2099-03-15T14:00", "--seats", "1"})["event"];
  CHECK(club({"plan", "--name", "Tasting", "--at", "2099-03-15T14:00", "--seats", "1"}, "1001").status != 0);
  CHECK(done({"book", "--event", event, "--member", numberOf(0)})["left"] == 0);
  const auto full = club({"book", "--event", event, "--member", numberOf(1)});
  CHECK(full.errors.find("rule_rejected") != std::string::npos);
  done({"check-in", "--event", event, "--member", numberOf(0)});
  CHECK(club({"check-in", "--event", event, "--member", numberOf(0)}).status != 0);
  CHECK(done({"show", "--event", event})["guests"][0]["state"] == "PRESENT");
  CHECK(done({"lead", "--member", numberOf(0), "--phone", "13900009999"}).contains("until"));
  CHECK(store.done({"benefit", "--member", numberOf(0), "--benefit", "sample"})["left"] == 0);
  const auto tagged = kahuictl(
      {"report", "lists", "--store", store.path, "--list", "anniversaries", "--tag", "coffee", "--format", "json"});
  CHECK(tagged.status == 0);
  CHECK(store.holds());
}
