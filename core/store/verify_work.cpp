#include "core/store/verify_work.hpp"

#include <fmt/format.h>

namespace kahui::store {

namespace {

class WorkVerifier {
 public:
  WorkVerifier(SqliteStore& store, const Model& model, const TellProblem& problem)
      : m_store(store), m_connection(store.connection()), m_model(model), m_problem(problem) {}

  void run() {
    checkTasks();
    checkRewards();
    checkClub();
    checkCampaigns();
    checkTalk();
    checkMemberBills();
  }

 private:
  void problem(std::string what, std::string where) { m_problem(std::move(what), std::move(where)); }

  // The manager's work; what a person typed stands in no event.
  void checkTasks() {
    std::size_t count = 0;
    auto tasks = m_connection.statement("SELECT id, member, due, state, score FROM task");
    while (tasks.executeStep()) {
      ++count;
      const auto expected = m_model.tasks.find(base::toHex(base::asBytes(tasks.getColumn(0).getString())));
      const ModelTask row{tasks.getColumn(1).getInt64(), tasks.getColumn(2).getInt64(), tasks.getColumn(3).getInt(),
                          tasks.getColumn(4).getInt()};
      if (expected == m_model.tasks.end() || expected->second != row)
        problem("a task differs from the journal", fmt::format("task row {}", count));
    }
    if (count != m_model.tasks.size()) problem("tasks are missing beside the journal", "task");
    decltype(Model::benefits) benefits;
    auto used = m_connection.statement("SELECT member, benefit, period, used FROM benefit_use");
    while (used.executeStep())
      benefits[{used.getColumn(0).getInt64(), used.getColumn(1).getString(), used.getColumn(2).getString()}] =
          used.getColumn(3).getInt64();
    if (benefits != m_model.benefits) problem("uses of benefits differ from the journal", "benefit_use");
    decltype(Model::targets) targets;
    auto set = m_connection.statement("SELECT month, figure, value FROM target");
    while (set.executeStep())
      targets[{set.getColumn(0).getString(), set.getColumn(1).getString()}] = set.getColumn(2).getInt64();
    if (targets != m_model.targets) problem("targets differ from the journal", "target");
    const auto plan = m_store.carePlan();
    if (!plan || *plan != m_model.care_plan) problem("the care plan differs from the journal", "care_plan");
  }

  void checkTalk() {
    decltype(Model::comments) comments;
    auto made = m_connection.statement("SELECT id, member, answered FROM comment");
    while (made.executeStep())
      comments[base::toHex(base::asBytes(made.getColumn(0).getString()))] = {made.getColumn(1).getInt64(),
                                                                             made.getColumn(2).getInt() != 0};
    if (comments != m_model.comments) problem("comments differ from the journal", "comment");
    decltype(Model::talks) talks;
    auto open = m_connection.statement("SELECT about, key, open FROM talk");
    while (open.executeStep())
      talks[{open.getColumn(0).getString(), open.getColumn(1).getString()}] = open.getColumn(2).getInt() != 0;
    if (talks != m_model.talks) problem("where members may comment differs from the journal", "talk");
  }

  void checkMemberBills() {
    auto row = m_connection.statement(
        "SELECT (SELECT count(*) FROM sale s WHERE s.member IS NOT NULL AND (s.entry<0 OR s.no<=(SELECT CAST(value AS "
        "INTEGER) FROM meta WHERE key='bills_upto'))), (SELECT count(*) FROM member_bill b JOIN sale s ON s.no=b.no "
        "AND s.member=b.member), (SELECT count(*) FROM member_bill)");
    if (!row.executeStep()) return;
    const std::int64_t expected = row.getColumn(0).getInt64();
    if (row.getColumn(1).getInt64() != expected || row.getColumn(2).getInt64() != expected)
      problem("bills of members differ from the sales", "member_bill");
  }

  void checkRewards() {
    decltype(Model::rewards) rewards;
    auto given = m_connection.statement("SELECT subject, why, key, points FROM reward");
    while (given.executeStep())
      rewards[{given.getColumn(0).getInt64(), given.getColumn(1).getString(), given.getColumn(2).getString()}] =
          given.getColumn(3).getInt64();
    if (rewards != m_model.rewards) problem("rewards differ from the journal", "reward");
    decltype(Model::memberships) terms;
    auto until = m_connection.statement("SELECT member, until FROM membership");
    while (until.executeStep())
      terms[until.getColumn(0).getInt64()] =
          until.getColumn(1).isNull() ? std::nullopt : std::optional(until.getColumn(1).getInt());
    if (terms != m_model.memberships) problem("terms of membership differ from the journal", "membership");
  }

  void checkClub() {
    decltype(Model::tags) tags;
    auto agreed = m_connection.statement(
        "SELECT p.member, t.tag FROM member_profiling p LEFT JOIN member_tag t ON t.member=p.member ORDER BY 1, 2");
    while (agreed.executeStep()) {
      auto& of = tags[agreed.getColumn(0).getInt64()];
      if (!agreed.getColumn(1).isNull()) of.push_back(agreed.getColumn(1).getString());
    }
    if (tags != m_model.tags) problem("tags differ from the journal", "member_tag");
    std::size_t count = 0;
    auto events = m_connection.statement("SELECT id, name, place, at, seats, cancelled, members FROM club_event");
    while (events.executeStep()) {
      ++count;
      const auto known = m_model.events.find(events.getColumn(0).getString());
      const auto* event = known == m_model.events.end() ? nullptr : &known->second;
      if (event == nullptr || event->name != events.getColumn(1).getString() ||
          event->place != events.getColumn(2).getString() || event->at.seconds() != events.getColumn(3).getInt64() ||
          event->seats != events.getColumn(4).getInt() || event->cancelled != (events.getColumn(5).getInt() != 0) ||
          event->members != (events.getColumn(6).getInt() != 0))
        problem("an event differs from the journal", "club_event " + events.getColumn(0).getString());
    }
    if (count != m_model.events.size()) problem("events are missing beside the journal", "club_event");
    decltype(Model::guests) guests;
    auto marked = m_connection.statement("SELECT event, member, state FROM club_guest");
    while (marked.executeStep())
      guests[{marked.getColumn(0).getString(), marked.getColumn(1).getInt64()}] = marked.getColumn(2).getInt();
    if (guests != m_model.guests) problem("guests differ from the journal", "club_guest");
    decltype(Model::leads) leads;
    auto named = m_connection.statement("SELECT key, referrer, until, joined FROM lead");
    while (named.executeStep())
      leads[named.getColumn(0).getString()] = {named.getColumn(1).getInt64(), named.getColumn(2).getInt64(),
                                               named.getColumn(3).getInt64()};
    if (leads != m_model.leads) problem("named friends differ from the journal", "lead");
    decltype(Model::draws) draws;
    auto held = m_connection.statement("SELECT draw, period, winner FROM draw_result");
    while (held.executeStep())
      draws[{held.getColumn(0).getString(), held.getColumn(1).getString()}] = held.getColumn(2).getInt64();
    if (draws != m_model.draws) problem("draws differ from the journal", "draw_result");
  }

  void checkCampaigns() {
    const auto campaigns = m_store.campaigns();
    std::map<std::string, journal::CampaignSet> kept = m_model.campaigns;
    std::erase_if(kept, [](const auto& one) { return one.second.removed; });
    std::map<std::string, journal::CampaignSet> found;
    if (campaigns)
      for (const auto& one : *campaigns) found[one.code] = one;
    if (found != kept) problem("campaigns differ from the journal", "campaign");
    decltype(Model::phone_checks) checks;
    auto row = m_connection.statement("SELECT member, state FROM phone_check");
    while (row.executeStep()) checks[row.getColumn(0).getInt64()] = row.getColumn(1).getString();
    if (checks != m_model.phone_checks) problem("checked telephones differ from the journal", "phone_check");
  }

  SqliteStore& m_store;
  Connection& m_connection;
  const Model& m_model;
  const TellProblem& m_problem;
};

}  // namespace

void verifyWork(SqliteStore& store, const Model& model, const TellProblem& problem) {
  WorkVerifier(store, model, problem).run();
}

}  // namespace kahui::store
