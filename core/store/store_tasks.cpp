// The manager's work: tasks with what was typed about them, uses of benefits, targets, the care plan.
#include <algorithm>

#include "core/store/blob.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

constexpr const char* kTasks =
    "SELECT t.id, kind, plan, step, source, member, opened_ms, opened_by, due, state, score, changed_ms, changed_by, "
    "x.sealed FROM task t LEFT JOIN task_text x ON x.id=t.id "
    "WHERE ((?1 AND state<3) OR (?2 AND state>=3)) AND (?3=0 OR member=?3) AND (?4='' OR kind=?4) AND "
    "(?5='' OR plan=?5) ORDER BY due, t.id LIMIT ?6";
constexpr const char* kTaskOf =
    "SELECT t.id, kind, plan, step, source, member, opened_ms, opened_by, due, state, score, changed_ms, changed_by, "
    "x.sealed FROM task t LEFT JOIN task_text x ON x.id=t.id WHERE t.id BETWEEN ?1 AND ?2 LIMIT 2";
constexpr std::size_t kShortestName = 6;
constexpr std::size_t kIdDigits = 32;
constexpr std::int64_t kUnrated_ms = 7LL * 24 * 3600 * 1000;  // S003-22

void bindId(Prepared& statement, int index, const base::Id& id) {
  statement.bind(index, id.raw().data(), static_cast<int>(id.raw().size()));
}

base::LocalTime timeOf(std::int64_t seconds) { return base::LocalTime().plusSeconds(seconds); }

}  // namespace

base::Result<ports::StoredTask> SqliteStore::readTask(SQLite::Statement& row) {
  ports::StoredTask task;
  base::Id::Raw raw{};
  if (!copyBlob(row.getColumn(0), raw)) return base::fail(base::ErrorCode::StoreCorrupt, "a task cannot be read");
  task.id = base::Id(raw);
  task.kind = row.getColumn(1).getString();
  task.plan = row.getColumn(2).getString();
  task.step = row.getColumn(3).getString();
  task.source = row.getColumn(4).getString();
  task.member = member::MemberNo(row.getColumn(5).getInt64());
  task.opened_ms = row.getColumn(6).getInt64();
  task.opened_by = row.getColumn(7).getString();
  task.due = timeOf(row.getColumn(8).getInt64());
  task.state = static_cast<journal::TaskState>(row.getColumn(9).getInt());
  task.score = row.getColumn(10).getInt();
  task.changed_ms = row.getColumn(11).getInt64();
  task.changed_by = row.getColumn(12).getString();
  if (row.getColumn(13).isNull()) return task;
  const std::string sealed = row.getColumn(13).getString();
  const auto text = m_sealer.open(task.id, Salt{}, base::asBytes(sealed));
  if (!text) return tl::unexpected(text.error());
  task.text = {text->name, text->phone};
  return task;
}

base::Result<std::vector<ports::StoredTask>> SqliteStore::tasks(const ports::TaskFilter& filter) {
  return guarded([&]() -> base::Result<std::vector<ports::StoredTask>> {
    auto rows = m_connection.statement(kTasks);
    rows.bind(1, filter.open ? 1 : 0);
    rows.bind(2, filter.closed ? 1 : 0);
    rows.bind(3, filter.member.value());
    rows.bind(4, filter.kind);
    rows.bind(5, filter.plan);
    rows.bind(6, std::clamp(filter.limit, 1, 2000));
    std::vector<ports::StoredTask> tasks;
    while (rows.executeStep()) {
      auto task = readTask(rows);
      if (!task) return tl::unexpected(task.error());
      tasks.push_back(std::move(*task));
    }
    return tasks;
  });
}

base::Result<std::optional<ports::StoredTask>> SqliteStore::task(std::string_view id) {
  if (id.size() < kShortestName || id.size() > kIdDigits) return std::optional<ports::StoredTask>();
  return guarded([&]() -> base::Result<std::optional<ports::StoredTask>> {
    // Ids are ordered as their digits are, so that a beginning is a range.
    std::string first(id), last(id);
    first.resize(kIdDigits, '0');
    last.resize(kIdDigits, 'f');
    const auto from = base::Id::parse(first);
    const auto to = base::Id::parse(last);
    if (!from || !to) return std::optional<ports::StoredTask>();
    auto rows = m_connection.statement(kTaskOf);
    bindId(rows, 1, *from);
    bindId(rows, 2, *to);
    if (!rows.executeStep()) return std::optional<ports::StoredTask>();
    auto task = readTask(rows);
    if (!task) return tl::unexpected(task.error());
    if (rows.executeStep()) return std::optional<ports::StoredTask>();
    return std::optional(std::move(*task));
  });
}

base::Result<ports::TaskCounts> SqliteStore::taskCounts(base::LocalTime now, std::int64_t now_ms) {
  return guarded([&]() -> base::Result<ports::TaskCounts> {
    ports::TaskCounts counts;
    auto open = m_connection.statement("SELECT count(*), ifnull(sum(due<?), 0) FROM task WHERE state<3");
    open.bind(1, now.seconds());
    if (open.executeStep()) {
      counts.open = open.getColumn(0).getInt();
      counts.overdue = open.getColumn(1).getInt();
    }
    auto rest = m_connection.statement(
        "SELECT ifnull(sum(kind='REQUEST' AND state=3 AND changed_ms<?), 0), ifnull(sum(kind='SURVEY' AND score>0), "
        "0), "
        "ifnull(sum(CASE WHEN kind='SURVEY' THEN score END), 0) FROM task WHERE state IN (3, 4)");
    rest.bind(1, now_ms - kUnrated_ms);
    if (rest.executeStep()) {
      counts.unrated = rest.getColumn(0).getInt();
      counts.scores = rest.getColumn(1).getInt64();
      counts.score_sum = rest.getColumn(2).getInt64();
    }
    return counts;
  });
}

base::Status SqliteStore::appendTasks(std::span<journal::Draft> drafts, std::span<const SetText> texts) {
  const base::Status done = transaction([&]() -> base::Status {
    for (journal::Draft& draft : drafts)
      if (const auto appended = appendInside(draft); !appended) return tl::unexpected(appended.error());
    for (const SetText& one : texts) putText(one.task, one.text);
    return {};
  });
  if (done && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return done;
}

void SqliteStore::putText(const base::Id& id, const ports::TaskText& text) {
  member::Profile typed;  // sealed as a profile is, under the id
  typed.name = text.title;
  typed.phone = text.result;
  const base::Bytes sealed = m_sealer.seal(id, Salt{}, typed, *m_options.random);
  auto put = m_connection.statement("INSERT OR REPLACE INTO task_text VALUES(?, ?)");
  bindId(put, 1, id);
  put.bind(2, sealed.data(), static_cast<int>(sealed.size()));
  put.exec();
}

base::Result<ports::BigBills> SqliteStore::bigBills(std::int64_t after, base::BusinessDate from, base::BusinessDate to,
                                                    base::Money least, int limit) {
  return guarded([&]() -> base::Result<ports::BigBills> {
    ports::BigBills found;
    found.upto = after;
    // No bill is worth more than it was sold for, so that returns are looked up of few.
    auto rows = m_connection.statement(
        "SELECT s.no, s.member, s.day, (SELECT json_extract(j.line, '$.p.rn') FROM journal j WHERE j.entry=s.entry) "
        "FROM sale s WHERE s.no>?1 AND s.day BETWEEN ?2 AND ?3 AND s.of IS NULL AND s.member IS NOT NULL AND s.entry>0 "
        "AND s.total>=?4 AND s.total+(SELECT ifnull(sum(r.total), 0) FROM sale r WHERE r.of=s.no)>=?4 "
        "ORDER BY s.no LIMIT ?5");
    rows.bind(1, after);
    rows.bind(2, from.days());
    rows.bind(3, to.days());
    rows.bind(4, least.value());
    rows.bind(5, limit);
    while (rows.executeStep())
      found.bills.push_back({rows.getColumn(0).getInt64(), rows.getColumn(3).getString(),
                             member::MemberNo(rows.getColumn(1).getInt64()),
                             base::BusinessDate::fromDays(rows.getColumn(2).getInt())});
    found.more = std::ssize(found.bills) == limit;
    if (found.more) {
      found.upto = found.bills.back().no;
      return found;
    }
    auto last = m_connection.statement("SELECT max(no) FROM sale WHERE no>?1 AND day<=?2");
    last.bind(1, after);
    last.bind(2, to.days());
    if (last.executeStep() && !last.getColumn(0).isNull()) found.upto = last.getColumn(0).getInt64();
    return found;
  });
}

base::Result<bool> SqliteStore::mayAddress(member::MemberNo no) {
  return guarded([&]() -> base::Result<bool> {
    auto row = m_connection.statement(
        "SELECT coalesce((SELECT marketing FROM member_file WHERE member=?1), "
        "(SELECT consent<>'' FROM member_join WHERE member=?1), 0)");
    row.bind(1, no.value());
    return row.executeStep() && row.getColumn(0).getInt() != 0;
  });
}

base::Result<std::int64_t> SqliteStore::benefitUsed(member::MemberNo no, std::string_view benefit,
                                                    std::string_view period) {
  return guarded([&]() -> base::Result<std::int64_t> {
    auto row = m_connection.statement("SELECT used FROM benefit_use WHERE member=? AND benefit=? AND period=?");
    row.bind(1, no.value());
    row.bind(2, std::string(benefit));
    row.bind(3, std::string(period));
    return row.executeStep() ? row.getColumn(0).getInt64() : 0;
  });
}

base::Result<std::string> SqliteStore::carePlan() {
  return guarded([&]() -> base::Result<std::string> {
    auto row = m_connection.statement("SELECT json FROM care_plan");
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
  });
}

base::Result<std::vector<ports::StoredTarget>> SqliteStore::targets(std::string_view month) {
  return guarded([&]() -> base::Result<std::vector<ports::StoredTarget>> {
    auto rows = m_connection.statement(
        "SELECT month, figure, value FROM target WHERE value<>0 AND (?1='' OR month=?1) ORDER BY month, figure");
    rows.bind(1, std::string(month));
    std::vector<ports::StoredTarget> targets;
    while (rows.executeStep())
      targets.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getInt64()});
    return targets;
  });
}

// What was fetched back may name a task twice: the first stays.
void SqliteStore::applyTasks(const journal::TasksOpened& opened, const journal::Event& event) {
  for (const auto& part : opened.parts) {
    auto insert = m_connection.statement("INSERT OR IGNORE INTO task VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)");
    bindId(insert, 1, part.task);
    insert.bind(2, opened.kind);
    insert.bind(3, opened.plan);
    insert.bind(4, part.step);
    insert.bind(5, opened.source);
    insert.bind(6, part.member);
    insert.bind(7, event.at.utc_ms);
    insert.bind(8, opened.operator_code);
    insert.bind(9, part.due.seconds());
    insert.bind(10, event.at.utc_ms);
    insert.bind(11, opened.operator_code);
    insert.exec();
  }
}

void SqliteStore::applyTask(const journal::TaskChanged& changed, const journal::Event& event) {
  auto update = m_connection.statement(
      "UPDATE task SET state=?2, due=ifnull(?3, due), score=CASE ?4 WHEN 0 THEN score ELSE ?4 END, changed_ms=?5, "
      "changed_by=?6 WHERE id=?1");
  bindId(update, 1, changed.task);
  update.bind(2, static_cast<int>(changed.state));
  if (changed.due) {
    update.bind(3, changed.due->seconds());
  } else {
    update.bind(3);
  }
  update.bind(4, changed.score);
  update.bind(5, event.at.utc_ms);
  update.bind(6, changed.operator_code);
  update.exec();
}

void SqliteStore::applyBenefit(const journal::BenefitUsed& used) {
  auto upsert =
      m_connection.statement("INSERT INTO benefit_use VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET used=used+?4");
  upsert.bind(1, used.member);
  upsert.bind(2, used.benefit);
  upsert.bind(3, used.period);
  upsert.bind(4, used.quantity);
  upsert.exec();
}

void SqliteStore::applyCarePlan(const journal::CarePlanSet& set) {
  auto put = m_connection.statement("INSERT OR REPLACE INTO care_plan VALUES(1, ?)");
  put.bind(1, set.json);
  put.exec();
}

void SqliteStore::applyTarget(const journal::TargetSet& set) {
  auto put = m_connection.statement("INSERT OR REPLACE INTO target VALUES(?, ?, ?)");
  put.bind(1, set.month);
  put.bind(2, set.figure);
  put.bind(3, set.value);
  put.exec();
}

}  // namespace kahui::store
