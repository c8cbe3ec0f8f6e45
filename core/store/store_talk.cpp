// What is said about announcements, events and feedback.
#include <algorithm>

#include "core/store/blob.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

constexpr int kMostComments = 200;

void bindRaw(Prepared& statement, int index, const base::Id& id) {
  statement.bind(index, id.raw().data(), static_cast<int>(id.raw().size()));
}

base::Result<base::Id> idIn(const SQLite::Column& column) {
  if (column.isNull()) return base::Id{};
  base::Id::Raw raw{};
  if (!copyBlob(column, raw)) return base::fail(base::ErrorCode::StoreCorrupt, "a comment cannot be read");
  return base::Id(raw);
}

}  // namespace

base::Result<std::string> SqliteStore::textOf(const base::Id& id) {
  auto row = m_connection.statement("SELECT sealed FROM task_text WHERE id=?");
  bindRaw(row, 1, id);
  if (!row.executeStep()) return std::string();
  const std::string sealed = row.getColumn(0).getString();
  const auto text = m_sealer.open(id, Salt{}, base::asBytes(sealed));
  if (!text) return tl::unexpected(text.error());
  return text->name;
}

base::Status SqliteStore::appendComment(journal::Draft draft, std::string_view text) {
  const auto* comment = std::get_if<journal::CommentMade>(&draft.payload);
  KAHUI_ASSERT(comment != nullptr);
  const base::Id id = comment->comment;
  const base::Status done = transaction([&]() -> base::Status {
    if (const auto appended = appendInside(draft); !appended) return tl::unexpected(appended.error());
    putText(id, {std::string(text), {}});
    return {};
  });
  if (done && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return done;
}

base::Result<std::vector<ports::StoredComment>> SqliteStore::comments(std::string_view about, std::string_view key) {
  return guarded([&]() -> base::Result<std::vector<ports::StoredComment>> {
    auto rows = m_connection.statement(
        "SELECT id, member, operator, at_ms, answers, answered FROM comment WHERE about=? AND key=? "
        "ORDER BY at_ms DESC, id DESC LIMIT ?");
    rows.bind(1, std::string(about));
    rows.bind(2, std::string(key));
    rows.bind(3, kMostComments);
    std::vector<ports::StoredComment> list;
    while (rows.executeStep()) {
      const auto id = idIn(rows.getColumn(0));
      const auto answers = idIn(rows.getColumn(4));
      if (!id || !answers) return tl::unexpected(id ? answers.error() : id.error());
      auto text = textOf(*id);
      if (!text) return tl::unexpected(text.error());
      list.push_back({*id, std::string(about), std::string(key), member::MemberNo(rows.getColumn(1).getInt64()),
                      rows.getColumn(2).getString(), rows.getColumn(3).getInt64(), *answers,
                      rows.getColumn(5).getInt() != 0, *std::move(text)});
    }
    std::reverse(list.begin(), list.end());
    return list;
  });
}

base::Result<std::vector<ports::TalkState>> SqliteStore::talks() {
  return guarded([&]() -> base::Result<std::vector<ports::TalkState>> {
    auto rows = m_connection.statement(
        "SELECT about, key, max(open), sum(n), sum(waits) FROM (SELECT about, key, open, 0 AS n, 0 AS waits FROM talk "
        "UNION ALL SELECT about, key, 0, 1, answered=0 AND member<>0 FROM comment) GROUP BY about, key "
        "ORDER BY about, key");
    std::vector<ports::TalkState> list;
    while (rows.executeStep())
      list.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getInt() != 0,
                      rows.getColumn(3).getInt(), rows.getColumn(4).getInt()});
    return list;
  });
}

base::Result<int> SqliteStore::waitingComments() {
  return guarded([&]() -> base::Result<int> {
    auto row = m_connection.statement("SELECT count(*) FROM comment WHERE answered=0 AND member<>0");
    return row.executeStep() ? row.getColumn(0).getInt() : 0;
  });
}

// What was fetched back may name a comment twice: the first stays.
void SqliteStore::applyComment(const journal::CommentMade& comment, const journal::Event& event) {
  auto insert = m_connection.statement("INSERT OR IGNORE INTO comment VALUES(?, ?, ?, ?, ?, ?, ?, 0)");
  bindRaw(insert, 1, comment.comment);
  insert.bind(2, comment.about);
  insert.bind(3, comment.key);
  insert.bind(4, comment.member);
  insert.bind(5, comment.operator_code);
  insert.bind(6, event.at.utc_ms);
  if (comment.answers == base::Id{}) {
    insert.bind(7);
  } else {
    bindRaw(insert, 7, comment.answers);
  }
  insert.exec();
  if (comment.answers == base::Id{}) return;
  auto update = m_connection.statement("UPDATE comment SET answered=1 WHERE id=?");
  bindRaw(update, 1, comment.answers);
  update.exec();
}

void SqliteStore::applyTalk(const journal::TalkOpened& opened) {
  auto put = m_connection.statement("INSERT OR REPLACE INTO talk VALUES(?, ?, ?)");
  put.bind(1, opened.about);
  put.bind(2, opened.key);
  put.bind(3, opened.open ? 1 : 0);
  put.exec();
}

}  // namespace kahui::store
