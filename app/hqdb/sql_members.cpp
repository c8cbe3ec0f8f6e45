// Members, cards, coupons, rule packs and the change feeds.
#include <algorithm>

#include "app/hqdb/sql_store.hpp"
#include "app/hqdb/sql_values.hpp"

namespace kahui::hqdb {

using namespace ports;

namespace {

std::optional<std::string> firstText(const Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(rows.front().text(0));
}

HqMember memberRow(const Row& row) {
  return {row.text(0),
          row.number(1),
          row.text(2),
          row.text(3),
          row.text(4),
          dayOf(row, 5),
          pointsOf(row, 6),
          pointsOf(row, 7),
          pointsOf(row, 8),
          row.text(9),
          moneyOf(row, 10),
          dayOf(row, 11),
          optionalDayOf(row, 12),
          row.text(13),
          row.text(14),
          row.text(15),
          row.number(16) != 0,
          row.text(17),
          row.text(18)};
}

std::vector<HqCard> cardRows(const Rows& rows) {
  std::vector<HqCard> list;
  for (const Row& row : rows) list.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
  return list;
}

std::vector<HqChange> changeRows(const Rows& rows) {
  std::vector<HqChange> list;
  for (const Row& row : rows) list.push_back({row.number(0), row.text(1), row.text(2)});
  return list;
}

}  // namespace

void SqlTransaction::expectMembers(std::string_view terminal, std::string_view numbers) {
  std::string ids;
  for (const Row& row : m_database.run(
           "SELECT no, member FROM member_no WHERE terminal = $1 AND no = ANY(string_to_array($2, ',')::BIGINT[])",
           {text(terminal), text(numbers)})) {
    m_memory.numbers[{std::string(terminal), row.number(0)}] = row.text(1);
    if (!m_memory.members.try_emplace(row.text(1)).second) continue;
    ids += (ids.empty() ? "" : ",") + row.text(1);
    m_memory.stores[row.text(1)].clear();
  }
  if (ids.empty()) return;
  for (const Row& row : m_database.run("SELECT * FROM member WHERE id = ANY(string_to_array($1, ','))", {text(ids)}))
    m_memory.members[row.text(0)] = memberRow(row);
  for (const Row& row : m_database.run(
           "SELECT member, store FROM member_store WHERE member = ANY(string_to_array($1, ',')) ORDER BY store",
           {text(ids)}))
    m_memory.stores[row.text(0)].push_back(row.text(1));
}

std::optional<std::string> SqlTransaction::memberIdOf(std::string_view terminal, std::int64_t no) {
  const auto [place, fresh] = m_memory.numbers.try_emplace({std::string(terminal), no});
  if (fresh)
    place->second =
        firstText(m_database.run("SELECT member FROM member_no WHERE terminal = $1 AND no = $2", {text(terminal), no}));
  return place->second;
}

void SqlTransaction::linkMemberNo(std::string_view terminal, std::int64_t no, std::string_view member) {
  m_memory.numbers[{std::string(terminal), no}] = std::string(member);
  m_database.put(
      "INSERT INTO member_no VALUES($1, $2, $3) ON CONFLICT(terminal, no) DO UPDATE SET member = excluded.member",
      {text(terminal), no, text(member)}, 2);
}

std::optional<std::string> SqlTransaction::memberIdByNo(std::int64_t no) { return memberIdOf("", no); }

std::optional<HqMember>& SqlTransaction::remembered(const std::string& id) {
  m_memory.bound();
  const auto [place, fresh] = m_memory.members.try_emplace(id);
  if (fresh) {
    const Rows rows = m_database.run("SELECT * FROM member WHERE id = $1", {text(id)});
    if (!rows.empty()) place->second = memberRow(rows.front());
  }
  return place->second;
}

std::optional<HqMember> SqlTransaction::member(std::string_view id) { return remembered(std::string(id)); }

// Balances move by addToMember alone; here they count for a new row only.
void SqlTransaction::putMember(const HqMember& m) {
  auto& known = remembered(m.id);
  HqMember now = m;
  if (known) {
    now.noncash = known->noncash;
    now.cashable = known->cashable;
    now.lifetime = known->lifetime;
  }
  known = std::move(now);
  write(*known);
}

void SqlTransaction::addToMember(std::string_view id, base::Points noncash, base::Points cashable,
                                 base::Points lifetime) {
  auto& known = remembered(std::string(id));
  if (!known) return;
  known->noncash += noncash;
  known->cashable += cashable;
  known->lifetime += lifetime;
  write(*known);
}

// The sums were read by this transaction: whoever changed them meanwhile undoes it.
void SqlTransaction::write(const HqMember& m) {
  m_database.put(
      "INSERT INTO member VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) "
      "ON CONFLICT(id) DO UPDATE SET no = excluded.no, home = excluded.home, status = excluded.status, tier = "
      "excluded.tier, tier_since = excluded.tier_since, noncash = excluded.noncash, cashable = excluded.cashable, "
      "lifetime = excluded.lifetime, demoted_from = excluded.demoted_from, since_demotion = excluded.since_demotion, "
      "joined = excluded.joined, last_purchase = excluded.last_purchase, source = excluded.source, sealed = "
      "excluded.sealed, merged_into = excluded.merged_into, chain_sealed = excluded.chain_sealed, group_code = "
      "excluded.group_code, judged = excluded.judged",
      {text(m.id), m.no, text(m.home), text(m.status), text(m.tier), number(m.tier_since), number(m.noncash),
       number(m.cashable), number(m.lifetime), text(m.demoted_from), number(m.since_demotion), number(m.joined),
       number(m.last_purchase), text(m.source), text(m.sealed), text(m.merged_into), flag(m.chain_sealed),
       text(m.group), text(m.judged)},
      1);
}

void SqlTransaction::putVisit(std::string_view member, std::string_view store, base::BusinessDate day) {
  const auto [place, fresh] = m_memory.visits.try_emplace({std::string(member), std::string(store)}, day);
  if (!fresh && place->second >= day) return;
  place->second = day;
  if (const auto known = m_memory.stores.find(std::string(member)); known != m_memory.stores.end()) {
    auto& stores = known->second;
    const auto at = std::lower_bound(stores.begin(), stores.end(), store);
    if (at == stores.end() || *at != store) stores.insert(at, std::string(store));
  }
  m_database.put(
      "INSERT INTO member_store VALUES($1, $2, $3) ON CONFLICT(member, store) DO UPDATE SET "
      "day = CASE WHEN member_store.day > excluded.day THEN member_store.day ELSE excluded.day END",
      {text(member), text(store), number(day)}, 2);
}

void SqlTransaction::welcomeStore(std::string_view store, std::string_view feed) {
  m_memory.stores.clear();
  m_database.run(
      "INSERT INTO member_store SELECT id, CAST($1 AS TEXT), joined FROM member WHERE home = '' AND source = 'hq' "
      "ON CONFLICT(member, store) DO NOTHING",
      {text(store)});
  m_database.run(
      "INSERT INTO pending_change SELECT CAST($1 AS TEXT), id, 1 FROM member WHERE home = '' AND source = 'hq' "
      "ON CONFLICT(feed, key) DO UPDATE SET n = pending_change.n + 1",
      {text(feed)});
}

std::vector<std::string> SqlTransaction::storesOf(std::string_view member) {
  m_memory.bound();
  const auto [place, fresh] = m_memory.stores.try_emplace(std::string(member));
  if (fresh)
    for (const Row& row :
         m_database.run("SELECT store FROM member_store WHERE member = $1 ORDER BY store", {text(member)}))
      place->second.push_back(row.text(0));
  return place->second;
}

std::vector<HqEventKey> SqlTransaction::lastPostings(std::string_view member) {
  std::vector<HqEventKey> list;
  for (const Row& row :
       m_database.run("SELECT terminal, inc, max(seq) FROM ledger l WHERE member = $1 AND terminal <> '' AND inc = "
                      "(SELECT max(inc) FROM ledger k "
                      "WHERE k.member = l.member AND k.terminal = l.terminal) GROUP BY terminal, inc ORDER BY terminal",
                      {text(member)}))
    list.push_back({row.text(0), static_cast<std::uint32_t>(row.number(1)), countOf(row, 2)});
  return list;
}

void SqlTransaction::putCard(const HqCard& card) {
  m_database.run(
      "INSERT INTO card VALUES($1, $2, $3, $4) ON CONFLICT(key, member) DO UPDATE SET kind = excluded.kind, "
      "status = excluded.status",
      {text(card.key), text(card.member), text(card.kind), text(card.status)});
}

std::vector<HqCard> SqlTransaction::cards(std::string_view member) {
  return cardRows(m_database.run("SELECT * FROM card WHERE member = $1 ORDER BY key", {text(member)}));
}

std::vector<HqCard> SqlTransaction::cardsByKey(std::string_view key) {
  return cardRows(m_database.run("SELECT * FROM card WHERE key = $1 ORDER BY member", {text(key)}));
}

std::optional<std::string> SqlTransaction::claimOf(std::string_view kind, std::string_view key) {
  const Rows rows = m_database.run("SELECT member FROM claim WHERE kind = $1 AND key = $2", {text(kind), text(key)});
  return rows.empty() ? std::nullopt : std::optional(rows.front().text(0));
}

void SqlTransaction::dropCard(std::string_view key, std::string_view member) {
  m_database.run("DELETE FROM card WHERE key = $1 AND member = $2", {text(key), text(member)});
}

void SqlTransaction::putProfileBox(const HqProfileBox& box) {
  m_database.run(
      "INSERT INTO profile_box VALUES($1, $2, $3, 0) ON CONFLICT(member) DO UPDATE SET terminal = excluded.terminal, "
      "box = excluded.box, done = 0",
      {text(box.member), text(box.terminal), text(box.box)});
}

std::vector<HqProfileBox> SqlTransaction::waitingProfiles(int limit) {
  std::vector<HqProfileBox> list;
  for (const Row& row : m_database.run("SELECT b.member, b.terminal, b.box FROM profile_box b JOIN member m ON m.id = "
                                       "b.member WHERE b.done = 0 ORDER BY b.member LIMIT $1",
                                       {std::int64_t{limit}}))
    list.push_back({row.text(0), row.text(1), row.text(2)});
  return list;
}

void SqlTransaction::profileDone(std::string_view member) {
  m_database.run("UPDATE profile_box SET done = 1 WHERE member = $1", {text(member)});
}

// A position of a feed stays, so that cursors hold; what stood there is a tombstone.
void SqlTransaction::dropIdentity(std::string_view member) {
  // A card of stock that somebody had does not come back into it.
  m_database.run("UPDATE card_print SET issued = 1 WHERE key IN (SELECT key FROM card WHERE member = $1)",
                 {text(member)});
  m_database.run("DELETE FROM claim WHERE member = $1", {text(member)});
  m_database.run("DELETE FROM card WHERE member = $1", {text(member)});
  m_database.run("DELETE FROM profile_box WHERE member = $1", {text(member)});
  m_database.run("UPDATE change_feed SET item = '' WHERE key = $1 AND feed LIKE 'members/%'", {text(member)});
}

std::optional<HqCoupon> SqlTransaction::coupon(std::string_view serial) {
  const Rows rows = m_database.run("SELECT * FROM coupon WHERE serial = $1 FOR UPDATE", {text(serial)});
  if (rows.empty()) return std::nullopt;
  const Row& row = rows.front();
  return HqCoupon{row.text(0),        row.text(1), row.text(2), row.text(3), optionalDayOf(row, 4),
                  row.number(5) != 0, row.text(6), row.text(7), row.text(8)};
}

void SqlTransaction::putCoupon(const HqCoupon& c) {
  m_database.put(
      "INSERT INTO coupon VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT(serial) DO UPDATE SET member = "
      "excluded.member, "
      "status = excluded.status, terms = excluded.terms, expires = excluded.expires, unlimited = excluded.unlimited, "
      "origin = excluded.origin, origin_key = excluded.origin_key, used_by = excluded.used_by",
      {text(c.serial), text(c.member), text(c.status), text(c.terms), number(c.expires), flag(c.unlimited),
       text(c.origin), text(c.origin_key), text(c.used_by)},
      1);
}

bool SqlTransaction::claim(std::string_view kind, std::string_view key, std::string_view member) {
  m_database.run("INSERT INTO claim VALUES($1, $2, $3) ON CONFLICT(kind, key) DO NOTHING",
                 {text(kind), text(key), text(member)});
  return firstText(m_database.run("SELECT member FROM claim WHERE kind = $1 AND key = $2", {text(kind), text(key)})) ==
         member;
}

void SqlTransaction::putPack(const HqPack& pack) {
  m_database.run("INSERT INTO rule_pack VALUES($1, $2, $3, $4)",
                 {text(pack.version), text(pack.valid_from), text(pack.json), pack.published_ms});
}

std::vector<HqPack> SqlTransaction::packs() {
  std::vector<HqPack> list;
  for (const Row& row : m_database.run("SELECT * FROM rule_pack ORDER BY valid_from, published_ms, version", {}))
    list.push_back({row.text(0), row.text(1), row.text(2), row.number(3)});
  return list;
}

void SqlTransaction::putPrice(const HqPrice& p) {
  const auto money = [](const std::optional<base::Money>& value) { return value ? number(*value) : Value(); };
  m_database.run(
      "INSERT INTO price VALUES($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT(sku, valid_from) DO UPDATE SET price = "
      "excluded.price, promo_price = excluded.promo_price, member_price = excluded.member_price, dated = "
      "excluded.dated, members_from = excluded.members_from, guests_from = excluded.guests_from",
      {text(p.sku), text(p.valid_from), number(p.price), money(p.promo_price), money(p.member_price), flag(p.dated),
       number(p.members_from), number(p.guests_from)});
}

std::optional<HqPrice> SqlTransaction::price(std::string_view sku, std::string_view valid_from) {
  const Rows rows =
      m_database.run("SELECT * FROM price WHERE sku = $1 AND valid_from = $2", {text(sku), text(valid_from)});
  if (rows.empty()) return std::nullopt;
  const Row& row = rows.front();
  const auto money = [&](std::size_t i) { return row.isNull(i) ? std::nullopt : std::optional(moneyOf(row, i)); };
  return HqPrice{row.text(0), row.text(1),        moneyOf(row, 2),       money(3),
                 money(4),    row.number(5) != 0, optionalDayOf(row, 6), optionalDayOf(row, 7)};
}

// The row is written again even if it stands there: whoever takes the marks waits for this transaction, and so never
// makes a change of a state that is not there yet.
void SqlTransaction::mark(std::string_view feed, std::string_view key) {
  if (!m_memory.marks.emplace(feed, key).second) return;
  m_database.put(
      "INSERT INTO pending_change VALUES($1, $2, 1) ON CONFLICT(feed, key) DO UPDATE SET n = pending_change.n + 1",
      {text(feed), text(key)}, 2);
}

std::vector<HqMark> SqlTransaction::takeMarks(int limit) {
  m_memory.marks.clear();
  std::vector<HqMark> list;
  for (const Row& row :
       m_database.run("DELETE FROM pending_change WHERE (feed, key) IN (SELECT feed, key FROM pending_change "
                      "WHERE feed NOT IN ('calendar', 'rights') ORDER BY feed, key LIMIT $1) RETURNING feed, key",
                      {std::int64_t{limit}}))
    list.push_back({row.text(0), row.text(1)});
  return list;
}

std::vector<std::string> SqlTransaction::takeMarksOf(std::string_view feed, int limit) {
  m_memory.marks.clear();
  std::vector<std::string> keys;
  for (const Row& row : m_database.run("DELETE FROM pending_change WHERE feed = $1 AND key IN (SELECT key FROM "
                                       "pending_change WHERE feed = $1 ORDER BY key LIMIT $2) RETURNING key",
                                       {text(feed), std::int64_t{limit}}))
    keys.push_back(row.text(0));
  return keys;
}

std::int64_t SqlTransaction::appendChange(std::string_view feed, std::string_view key, std::string_view item) {
  const std::int64_t pos =
      m_database
          .run(
              "INSERT INTO feed_head VALUES($1, 1) ON CONFLICT(feed) DO UPDATE SET last = feed_head.last + 1 "
              "RETURNING last",
              {text(feed)})
          .front()
          .number(0);
  m_database.run("INSERT INTO change_feed VALUES($1, $2, $3, $4)", {text(feed), pos, text(key), text(item)});
  return pos;
}

HqFeedBounds SqlTransaction::feedBounds(std::string_view feed) {
  const Rows rows = m_database.run(
      "SELECT h.last, (SELECT min(pos) FROM change_feed c WHERE c.feed = h.feed) FROM feed_head h WHERE h.feed = $1",
      {text(feed)});
  if (rows.empty()) return {};
  const std::int64_t last = rows.front().number(0);
  // Below the floor only the newest record of each key is left, which a till cannot go on by.
  const std::int64_t oldest = rows.front().isNull(1) ? last + 1 : rows.front().number(1);
  return {std::max(oldest, feedFloor(feed) + 1), last};
}

std::vector<HqChange> SqlTransaction::changesAfter(std::string_view feed, std::int64_t after, int limit) {
  return changeRows(
      m_database.run("SELECT pos, key, item FROM change_feed WHERE feed = $1 AND pos > $2 ORDER BY pos LIMIT $3",
                     {text(feed), after, std::int64_t{limit}}));
}

std::vector<HqChange> SqlTransaction::latestChanges(std::string_view feed, std::string_view after_key, int limit) {
  return changeRows(
      m_database.run("SELECT pos, key, item FROM change_feed c WHERE feed = $1 AND key > $2 AND pos = (SELECT max(pos) "
                     "FROM change_feed d WHERE d.feed "
                     "= c.feed AND d.key = c.key) ORDER BY key LIMIT $3",
                     {text(feed), text(after_key), std::int64_t{limit}}));
}

std::vector<HqMember> SqlTransaction::membersAfter(std::string_view after, int limit) {
  std::vector<HqMember> list;
  for (const Row& row :
       m_database.run("SELECT * FROM member WHERE id > $1 ORDER BY id LIMIT $2", {text(after), std::int64_t{limit}}))
    list.push_back(memberRow(row));
  return list;
}

}  // namespace kahui::hqdb
