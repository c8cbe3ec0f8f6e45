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

TEST_CASE("hours of an answer and who may comment are settings of their own, S003-50 and S000-90", "[tasks]") {
  WorkStore store;
  store.done({"template", "set", KAHUI_SOURCE_DIR "/resources/care/onboarding.json"});
  const auto plan = [&] {
    std::string all;
    for (const std::string& line : kahuictl({"tasks", "template", "show", "--store", store.path}).out) all += line;
    return json::parse(all);
  };
  const json before = plan();
  store.done({"template", "change", "--answer-hours", "GLD=24", "--answer-hours", "BLK=4", "--talk-answer", "leader"});
  CHECK(plan()["answer_hours"] == json({{"GLD", 24}, {"BLK", 4}}));
  CHECK(plan()["talk"] == json({{"staff", "cashier"}, {"answer", "leader"}}));
  CHECK(plan()["templates"] == before["templates"]);
  CHECK(plan()["benefits"] == before["benefits"]);
  store.done({"template", "change", "--answer-hours", "BLK=0", "--talk-staff", "manager"});
  CHECK(plan()["answer_hours"] == json({{"GLD", 24}}));
  CHECK(plan()["talk"] == json({{"staff", "manager"}, {"answer", "leader"}}));
  const auto refused = [&](std::vector<std::string> more, const char* word, const char* by = "9001") {
    more.insert(more.begin(), {"template", "change"});
    const auto run = store.tasks(std::move(more), by);
    INFO(run.errors);
    CHECK(run.status != 0);
    CHECK(run.errors.find(word) != std::string::npos);
  };
  refused({}, "--answer-hours");
  refused({"--answer-hours", "NOBODY=3"}, "NOBODY");
  refused({"--answer-hours", "GLD"}, "TIER=HOURS");
  refused({"--answer-hours", "GLD=3h"}, "TIER=HOURS");
  refused({"--answer-hours", "GLD=745"}, "answer_hours");
  refused({"--talk-staff", "boss"}, "boss");
  refused({"--talk-staff", "leader"}, "no_right", "1001");
  CHECK(plan()["talk"]["staff"] == "manager");
  // A store without a plan gets one.
  WorkStore other;
  other.done({"template", "change", "--answer-hours", "GLD=24"});
  CHECK(other.holds());
  CHECK(store.holds());
}

TEST_CASE("what is said about an event is listed, answered and closed by command, by who may, S000-81 and S000-90",
          "[talk]") {
  WorkStore store;
  const auto talk = [&](std::vector<std::string> arguments, const char* by = "9001") {
    arguments.insert(arguments.begin(), "talk");
    for (const char* more : {"--store", store.path.c_str(), "--operator", by, "--json"}) arguments.emplace_back(more);
    return kahuictl(arguments);
  };
  const auto done = [&](std::vector<std::string> arguments, const char* by = "9001") {
    const auto run = talk(std::move(arguments), by);
    INFO(run.errors);
    REQUIRE(run.status == 0);
    return json::parse(run.out.at(0));
  };
  const auto why = [&](std::vector<std::string> arguments, const char* by = "9001") {
    const auto run = talk(std::move(arguments), by);
    CHECK(run.status != 0);
    return json::parse(run.errors)["error"]["message"].get<std::string>();
  };
  const auto members = kahuictl({"export", "--store", store.path, "--what", "members", "--format", "jsonl"});
  const std::string member = json::parse(members.out.at(0))["member_no"];
  const auto planned = kahuictl({"club", "plan", "--store", store.path, "--operator", "9001", "--json", "--name",
                                 "Tasting", "--at", "2099-03-15T14:00", "--seats", "9", "--publish"});
  REQUIRE(planned.status == 0);
  const std::string event = json::parse(planned.out.at(0))["event"];
  const std::vector<std::string> on{"--about", "EVENT", "--key", event};
  const auto with = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin() + 1, on.begin(), on.end());
    return arguments;
  };
  CHECK(done({"list"})["items"].size() == 1);
  CHECK(why(with({"comment", "--text", "Is it far?", "--member", member})).find("COMMENT_CLOSED") != std::string::npos);
  CHECK(why(with({"open"}), "1001").size() > 3);  // the manager opens
  done(with({"open"}));
  const std::string said = done(with({"comment", "--text", "Is it far?", "--member", member}), "1001")["comment"];
  const json listed = done(with({"list"}));
  CHECK(listed["waiting"] == 1);
  CHECK(listed["items"][0]["open"] == true);
  REQUIRE(listed["comments"].size() == 1);
  CHECK(listed["comments"][0]["comment"] == said);
  CHECK(listed["comments"][0]["waits"] == true);
  CHECK(listed["comments"][0]["text"] == "Is it far?");
  store.done({"template", "change", "--talk-staff", "manager", "--talk-answer", "leader"});
  CHECK(why(with({"answer", "--comment", said, "--text", "No"}), "1001").find("COMMENT_ROLE") != std::string::npos);
  CHECK(why(with({"comment", "--text", "Hello"}), "1001").find("COMMENT_ROLE") != std::string::npos);
  done(with({"answer", "--comment", said, "--text", "Two stops"}));
  CHECK(why(with({"answer", "--comment", said, "--text", "again"})).find("COMMENT_ANSWERED") != std::string::npos);
  CHECK(done({"list"})["waiting"] == 0);
  CHECK(done(with({"list"}))["comments"][1]["answer"] == true);
  done(with({"close"}));
  CHECK(why(with({"comment", "--text", "Late?", "--member", member})).find("COMMENT_CLOSED") != std::string::npos);
  CHECK(talk({"list", "--about", "EVENT"}).status != 0);  // the key is missing
  CHECK(talk({"list", "--about", "EVENT", "--key", "nobody"}).status != 0);
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
TEST_CASE("a campaign is entered, reported and exported, and a draft is deleted", "[campaign]") {
  WorkStore store;
  const auto report = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"report", "campaign", "--store", store.path});
    return kahuictl(std::move(more));
  };
  const json month = json::parse(kahuictl({"report", "month", "--store", store.path, "--format", "json"}).out.at(0));
  const std::string from = month["from"], to = month["to"];
  const std::vector<std::string> set{"campaign", "--code",   "SPRING",  "--name",    "Spring",  "--from", from,
                                     "--to",     to,         "--batch", "birthday",  "--cards", "100",    "--gifts",
                                     "2000",     "--online", "30000",   "--offline", "90000000"};
  CHECK(json::parse(store.tasks(set, "1001").errors)["error"]["code"] == "no_right");
  CHECK(store.done(set)["count"] == 1);
  const json told = json::parse(report({"--code", "SPRING", "--format", "json"}).out.at(0));
  const json& costs = told["sections"]["costs"];
  std::int64_t lines = 0;
  for (const json& row : costs)
    if (row["key"] != "cost") lines += row["amount"].get<std::int64_t>();
  CHECK(costs.back()["amount"] == lines);  // the lines add up
  CHECK(told["figures"]["cost"] == lines);
  CHECK(lines >= 90032100);  // no shop of three days sells so much more: the gain is below zero
  const json& during = told["sections"]["periods"][1];
  CHECK(during["net"] == month["net_member"]);
  CHECK(during["bills"] == month["member_bills"]);
  CHECK(during["buyers"] == month["distinct_members"]);
  CHECK(report({"--format", "csv"}).out.size() > 3);
  const std::string pdf = (store.folder.path() / "c.pdf").string(), xlsx = (store.folder.path() / "c.xlsx").string();
  CHECK(report({"--code", "SPRING", "--format", "pdf", "--out", pdf}).status == 0);
  kahui::test::ChildProcess words({"pdftotext", "-layout", pdf, "-"});
  std::string text;
  while (const auto line = words.line(std::chrono::seconds(30))) text += *line;
  REQUIRE(told["figures"]["gain"] < 0);
  CHECK(text.find("¥-") != std::string::npos);  // the type has no sign U+2212
  CHECK(told["figures"]["gain"] == told["figures"]["extra_net"].get<std::int64_t>() - lines);
  CHECK(report({"--code", "SPRING", "--format", "xlsx", "--out", xlsx}).status == 0);
  CHECK(report({"--code", "NOBODY"}).status != 0);
  CHECK(json::parse(store.tasks({"drop-campaign", "--code", "SPRING"}).errors)["error"]["code"] == "rule_rejected");
  CHECK(store.holds());
}

TEST_CASE("a dead telephone is noted and listed, and members with two bills are filtered", "[tasks]") {
  WorkStore store;
  const auto list = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"report", "lists", "--store", store.path, "--format", "json", "--list"});
    return json::parse(kahuictl(std::move(more)).out.at(0))["sections"]["list"];
  };
  const json all = list({"all"});
  REQUIRE(all.size() == 40);
  std::size_t twice = 0;
  for (const json& row : all) twice += row["bills"] >= 2 ? 1U : 0U;
  CHECK(twice > 0);
  CHECK(list({"all", "--least-bills", "2"}).size() == twice);
  const auto members = kahuictl({"export", "--store", store.path, "--what", "members", "--format", "jsonl"});
  const std::string member = json::parse(members.out.at(0))["member_no"];
  CHECK(list({"phonedead"}).empty());
  store.done({"phone", "--member", member, "--state", "dead"});
  REQUIRE(list({"phonedead"}).size() == 1);
  CHECK(list({"phonedead"})[0]["phone_code"] == "DEAD");
  store.done({"phone", "--member", member, "--state", "confirmed"});
  CHECK(list({"phonedead"}).empty());
  CHECK(store.log({"--kind", "member", "--staff", "9001"})[0]["act"] == "PHONE_CHECK");
  CHECK(store.holds());
}

TEST_CASE("a list that leaves the shop names nobody who said no and no dead number (S000-53, S001-08)", "[tasks]") {
  WorkStore store;
  const auto members = kahuictl({"export", "--store", store.path, "--what", "members", "--format", "jsonl"});
  const auto numberOf = [&](std::size_t at) { return json::parse(members.out.at(at))["member_no"].get<std::string>(); };
  const auto rows = [&](const char* list, const char* format) {
    return kahuictl({"report", "lists", "--store", store.path, "--list", list, "--format", format}).out;
  };
  const auto inJson = [&] { return json::parse(rows("all", "json").at(0))["sections"]["list"].size(); };
  const std::size_t all = rows("all", "csv").size();
  CHECK(inJson() == 40);
  store.done({"phone", "--member", numberOf(0), "--state", "dead"});
  CHECK(rows("all", "csv").size() < all);
  const std::size_t reachable = rows("all", "csv").size();
  REQUIRE(kahuictl({"member", "correct", "--store", store.path, "--operator", "9001", "--member", numberOf(1),
                    "--no-marketing"})
              .status == 0);
  CHECK(all - rows("all", "csv").size() == 2 * (all - reachable));  // as many lines again
  CHECK(inJson() == 40);  // who works with the list in the shop sees all of it
  CHECK(json::parse(rows("phonedead", "json").at(0))["sections"]["list"].size() == 1);
  CHECK(store.holds());
}

TEST_CASE("the month's report is the same when it is made again (S001-12)", "[tasks]") {
  WorkStore store;
  const json month = json::parse(kahuictl({"report", "month", "--store", store.path, "--format", "json"}).out.at(0));
  const std::string day = month["from"].get<std::string>().substr(0, 7) + "-15";
  const auto made = [&] {
    return kahuictl({"report", "month", "--store", store.path, "--date", day, "--format", "json"}).out;
  };
  const auto first = made();
  CHECK(json::parse(first.at(0))["bills"].get<std::int64_t>() > 0);
  CHECK(made() == first);
  const std::string copy = (store.folder.path() / "copy").string(), again = (store.folder.path() / "again").string();
  REQUIRE(kahuictl({"backup", "--store", store.path, "--out", copy}).status == 0);
  REQUIRE(kahuictl({"restore", copy, "--store", again}).status == 0);
  store.path = again;
  CHECK(made() == first);
}

TEST_CASE("the rule sheet says the live numbers, and the check list of the onboarding is one page", "[rules]") {
  WorkStore store;
  const auto report = [&](std::vector<std::string> more) {
    more.insert(more.begin() + 1, {"--store", store.path});
    more.insert(more.begin(), "report");
    return kahuictl(std::move(more));
  };
  const json before = json::parse(report({"rules", "--format", "json"}).out.at(0));
  CHECK(before["figures"]["value"] == 100);
  CHECK(before["subtitle"].get<std::string>().size() > 3);
  const auto slip = report({"rules", "--format", "slip", "--columns", "32", "--lang", "en"});
  CHECK(slip.out.size() > 20);
  CHECK(report({"rules", "--format", "pdf", "--out", (store.folder.path() / "r.pdf").string()}).status == 0);
  CHECK(report({"checklist", "--format", "json"}).status != 0);  // no care plan was set
  store.done({"template", "set", KAHUI_SOURCE_DIR "/resources/care/onboarding.json"});
  const json list = json::parse(report({"checklist", "--format", "json", "--lang", "en"}).out.at(0));
  std::size_t steps = 0;
  for (const json& row : list["sections"]["onboarding"]) steps += row["no"] != "" ? 1U : 0U;
  CHECK(steps == 12);
  const std::string pdf = (store.folder.path() / "l.pdf").string();
  REQUIRE(report({"checklist", "--format", "pdf", "--out", pdf}).status == 0);
  kahui::test::ChildProcess info({"pdfinfo", pdf});
  std::string pages;
  while (const auto line = info.line(std::chrono::seconds(30)))
    if (line->rfind("Pages:", 0) == 0) pages = *line;
  CHECK(pages.find_first_of("123456789") != std::string::npos);
  CHECK(pages.substr(pages.find_first_of("123456789")) == "1");
}
