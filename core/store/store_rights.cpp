// Points that headquarters placed with this till, what redemptions took of them and beyond, and who read what
// headquarters announced.
#include <unordered_map>

#include "core/store/blob.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

// Parts of one event: its line stays far below 256 KiB.
constexpr std::size_t kStoreRightsMostParts = 1000;
constexpr int kMostAnnouncements = 100;

}  // namespace

base::Result<ports::OfflineBook> SqliteStore::offlineBook(member::MemberNo no, base::BusinessDate day) {
  return guarded([&]() -> base::Result<ports::OfflineBook> {
    ports::OfflineBook book;
    auto row = m_connection.statement(
        "SELECT ifnull((SELECT points FROM rights WHERE member=?1), 0), "
        "ifnull((SELECT sum(goodwill) FROM offline_spend WHERE member=?1 AND settled=0), 0), "
        "ifnull((SELECT sum(goodwill) FROM offline_spend WHERE settled=0), 0), "
        "ifnull((SELECT sum(rights) FROM offline_spend WHERE member=?1 AND day=?2), 0), "
        "ifnull((SELECT hold FROM member_hq WHERE no=?1), 0), ifnull((SELECT barred FROM member_hq WHERE no=?1), 0)");
    row.bind(1, no.value());
    row.bind(2, day.days());
    if (!row.executeStep()) return book;
    const auto points = [&](int column) { return base::Points(row.getColumn(column).getInt64()); };
    book.rights = points(0);
    book.open = points(1);
    book.open_all = points(2);
    book.hold = row.getColumn(4).getInt() != 0;
    book.barred = row.getColumn(5).getInt() != 0;
    const auto spent = pointsSpentOn(no, day);
    if (!spent) return tl::unexpected(spent.error());
    book.today = std::max(base::Points{}, *spent - points(3));
    if (m_info.incarnation > 1) {
      const auto chain = readChain(m_info.incarnation);
      if (!chain) return tl::unexpected(chain.error());
      book.behind = !*chain || (*chain)->acked == 0;
    }
    return book;
  });
}

base::Result<journal::GrantMark> SqliteStore::grantMark() {
  return guarded([&]() -> base::Result<journal::GrantMark> {
    auto row = m_connection.statement("SELECT epoch, no FROM rights_mark");
    if (!row.executeStep()) return journal::GrantMark{};
    return journal::GrantMark{row.getColumn(0).getInt64(), row.getColumn(1).getInt64()};
  });
}

base::Status SqliteStore::applyGrants(std::int64_t epoch, const std::vector<ports::Grant>& grants) {
  const base::Status applied = transaction([&]() -> base::Status {
    auto mark = grantMark();
    if (!mark) return tl::unexpected(mark.error());
    journal::RightsPlaced placed{epoch, 0, {}};
    std::unordered_map<std::int64_t, base::Points> own;  // with what this page did to it
    const auto flush = [&]() -> base::Status {
      if (placed.parts.empty()) return {};
      own.clear();
      return appendNow(std::exchange(placed, journal::RightsPlaced{epoch, 0, {}}));
    };
    for (const ports::Grant& grant : grants) {
      const auto order = journal::grantOrder(*mark, {epoch, grant.no});
      if (order == journal::GrantOrder::Gap) break;
      if (order == journal::GrantOrder::Seen) continue;
      auto row = m_connection.statement("SELECT no FROM member WHERE id=?");
      row.bind(1, grant.member.raw().data(), 16);
      const std::int64_t no = row.executeStep() ? row.getColumn(0).getInt64() : 0;
      if (placed.parts.empty()) placed.first = grant.no;
      const auto known = own.try_emplace(no, base::Points(no == 0 ? 0 : rightsOf(no))).first;
      const base::Points taken = no == 0 ? base::Points{} : journal::answered(grant.points, known->second);
      known->second += taken;
      placed.parts.push_back({no, taken});
      *mark = {epoch, grant.no};
      if (placed.parts.size() == kStoreRightsMostParts) KAHUI_TRY(flush());
    }
    return flush();
  });
  if (applied && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return applied;
}

std::int64_t SqliteStore::rightsOf(std::int64_t member) {
  auto row = m_connection.statement("SELECT points FROM rights WHERE member=?");
  row.bind(1, member);
  return row.executeStep() ? row.getColumn(0).getInt64() : 0;
}

void SqliteStore::addRights(std::int64_t member, base::Points points) {
  auto upsert = m_connection.statement("INSERT INTO rights VALUES(?1, ?2) ON CONFLICT DO UPDATE SET points=points+?2");
  upsert.bind(1, member);
  upsert.bind(2, points.value());
  upsert.exec();
}

void SqliteStore::applyRedeemed(const journal::PointsRedeemed& redeemed, const journal::Event& event) {
  if (redeemed.rights == base::Points{} && redeemed.goodwill == base::Points{}) return;
  if (redeemed.rights != base::Points{}) addRights(redeemed.member, -redeemed.rights);
  auto insert = m_connection.statement("INSERT INTO offline_spend VALUES(?, ?, ?, ?, ?, 0)");
  insert.bind(1, redeemed.member);
  insert.bind(2, m_place.entry);
  insert.bind(3, event.business_date.days());
  insert.bind(4, redeemed.rights.value());
  insert.bind(5, redeemed.goodwill.value());
  insert.exec();
}

// What was fetched back may name grants that were answered again meanwhile; the mark never falls.
void SqliteStore::applyRightsPlaced(const journal::RightsPlaced& placed) {
  for (const auto& part : placed.parts)
    if (part.member != 0) addRights(part.member, part.points);
  auto put = m_connection.statement(
      "INSERT INTO rights_mark VALUES(1, ?1, ?2) ON CONFLICT DO UPDATE SET epoch=?1, no=?2 WHERE (epoch, no) < (?1, "
      "?2)");
  put.bind(1, placed.epoch);
  put.bind(2, placed.first + static_cast<std::int64_t>(placed.parts.size()) - 1);
  put.exec();
}

base::Result<std::vector<ports::StoredAnnouncement>> SqliteStore::announcements(base::BusinessDate day,
                                                                                std::string_view operator_code) {
  return guarded([&]() -> base::Result<std::vector<ports::StoredAnnouncement>> {
    auto rows = m_connection.statement(
        "SELECT key, title, text, from_day, until_day, at_ms, EXISTS(SELECT 1 FROM announcement_read r WHERE "
        "r.key=a.key AND r.operator=?2), members FROM announcement a WHERE from_day<=?1 AND ifnull(until_day, ?1)>=?1 "
        "ORDER BY at_ms DESC, key LIMIT ?3");
    const std::string code(operator_code);
    rows.bind(1, day.days());
    rows.bindNoCopy(2, code);
    rows.bind(3, kMostAnnouncements);
    std::vector<ports::StoredAnnouncement> list;
    while (rows.executeStep()) {
      ports::StoredAnnouncement one{rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                                    rows.getColumn(2).getString(),
                                    base::BusinessDate::fromDays(rows.getColumn(3).getInt())};
      one.until = dateOf(rows.getColumn(4));
      one.at_ms = rows.getColumn(5).getInt64();
      one.read = rows.getColumn(6).getInt() != 0;
      one.members = rows.getColumn(7).getInt() != 0;
      list.push_back(std::move(one));
    }
    return list;
  });
}

void SqliteStore::applyAnnouncementRead(const journal::AnnouncementRead& read, const journal::Event& event) {
  auto put = m_connection.statement("INSERT OR IGNORE INTO announcement_read VALUES(?, ?, ?)");
  put.bindNoCopy(1, read.key);
  put.bindNoCopy(2, read.operator_code);
  put.bind(3, event.at.utc_ms);
  put.exec();
}

}  // namespace kahui::store
