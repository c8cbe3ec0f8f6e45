// A snapshot on its way into the tables. Its pages are laid aside as they come; one short transaction says that they
// hold and moves the cursor; then they go to their places a page at a time. In between, whoever is looked up is moved
// first, so nobody sees half of it, and a kill leaves either all of the old or all of the new.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/journal/codec.hpp"
#include "core/store/blob.hpp"
#include "core/store/places.hpp"
#include "core/store/sqlite_store.hpp"
#include "core/store/stage_later.hpp"

namespace kahui::store {

namespace {

using nlohmann::json;

constexpr int kDropAtOnce = 2000;  // rows that are only deleted
constexpr std::int64_t kSettleAtOnce = 100;
constexpr std::size_t kTails[] = {4, 6};  // as table phone_tail has them

json dayOrNull(const std::optional<base::BusinessDate>& day) { return day ? json(day->days()) : json(); }

std::optional<base::BusinessDate> dayIn(const json& value) {
  if (value.is_null()) return std::nullopt;
  return base::BusinessDate::fromDays(value.get<std::int32_t>());
}

json moneyOf(const std::optional<base::Money>& money) { return money ? json(money->value()) : json(); }

std::optional<base::Money> moneyIn(const json& value) {
  if (value.is_null()) return std::nullopt;
  return base::Money(value.get<std::int64_t>());
}

json valueOf(const ports::FeedValue& value) {
  json counts = json::array();
  for (const auto& one : value.counts)
    counts.push_back({one.card, one.sku, one.name, one.left, dayOrNull(one.expires)});
  return {value.principal.value(), value.bonus.value(), std::move(counts)};
}

ports::FeedValue valueIn(const json& at) {
  ports::FeedValue value{base::Money(at[0].get<std::int64_t>()), base::Money(at[1].get<std::int64_t>()), {}};
  for (const json& one : at[2])
    value.counts.push_back({one[0].get<std::string>(), one[1].get<std::string>(), one[2].get<std::string>(),
                            one[3].get<int>(), dayIn(one[4])});
  return value;
}

json couponOf(const ports::FeedCoupon& coupon) {
  return {coupon.member.value(),
          static_cast<int>(coupon.status),
          journal::encodeTerms(coupon.terms),
          dayOrNull(coupon.expires),
          coupon.unlimited,
          coupon.origin,
          coupon.origin_key};
}

base::Result<ports::FeedCoupon> couponIn(const json& at) {
  auto terms = journal::decodeTerms(at[2].get<std::string>());
  if (!terms) return tl::unexpected(terms.error());
  return ports::FeedCoupon{member::MemberNo(at[0].get<std::int64_t>()),
                           static_cast<ports::CouponStatus>(at[1].get<int>()),
                           std::move(*terms),
                           dayIn(at[3]),
                           at[4].get<bool>(),
                           at[5].get<std::string>(),
                           at[6].get<std::string>()};
}

json memberOf(const ports::FeedMember& m) {
  return {m.no.value(),
          m.tier,
          m.tier_since.days(),
          static_cast<int>(m.status),
          m.demoted_from,
          m.since_demotion.value(),
          m.noncash.value(),
          m.cashable.value(),
          m.lifetime.value(),
          m.as_of_ms,
          m.joined.days(),
          m.into ? json(m.into->hex()) : json(),
          m.seen_incarnation,
          m.seen_seq,
          m.hold,
          m.barred,
          m.value ? valueOf(*m.value) : json(),
          m.group,
          m.reason,
          m.paid_until ? json(m.paid_until->days()) : json(),
          m.bought ? json{m.bought->bills, m.bought->spent.value(), m.bought->referrals, m.bought->largest.value()}
                   : json(),
          m.hand ? json{m.hand->tier, dayOrNull(m.hand->until), m.hand->reason} : json(),
          json{m.terms, m.terms_ms},
          channelBillsOf(m)};
}

ports::FeedMember memberIn(const base::Id& id, const json& at) {
  const auto number = [&](std::size_t column) { return at[column].get<std::int64_t>(); };
  ports::FeedMember m{id,
                      member::MemberNo(number(0)),
                      at[1].get<std::string>(),
                      base::BusinessDate::fromDays(at[2].get<std::int32_t>()),
                      static_cast<member::MemberStatus>(at[3].get<int>()),
                      at[4].get<std::string>(),
                      base::Money(number(5)),
                      base::Points(number(6)),
                      base::Points(number(7)),
                      base::Points(number(8)),
                      number(9),
                      base::BusinessDate::fromDays(at[10].get<std::int32_t>())};
  if (!at[11].is_null()) m.into = base::Id::parse(at[11].get<std::string>());
  m.seen_incarnation = at[12].get<std::uint32_t>();
  m.seen_seq = at[13].get<std::uint64_t>();
  m.hold = at[14].get<bool>();
  m.barred = at[15].get<bool>();
  if (!at[16].is_null()) m.value = valueIn(at[16]);
  if (at.size() < 19) return m;  // laid aside by an earlier version
  m.group = at[17].get<std::string>();
  m.reason = at[18].get<std::string>();
  if (at.size() > 19) m.paid_until = dayIn(at[19]);  // staged by a version that knew no terms
  if (at.size() > 20 && !at[20].is_null()) {         // missing: laid aside by an earlier program
    const auto& bought = at[20];
    m.bought = ports::BoughtSoFar{bought[0].get<int>(), base::Money(bought[1].get<std::int64_t>()),
                                  bought[2].get<int>(), base::Money(bought[3].get<std::int64_t>())};
  }
  readLater(at, m);
  return m;
}

std::int64_t memberNoOf(const ports::FeedItem& item) {
  if (item.member) return item.member->no.value();
  return item.coupon ? item.coupon->member.value() : 0;
}

}  // namespace

template <class Work>
base::Status SqliteStore::within(Work&& work) {
  if (m_connection.inTransaction()) return guarded([&]() -> base::Status { return work(); });
  const base::Status done = transaction(std::forward<Work>(work));
  if (done && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return done;
}

// Who a member is lies here sealed as in his row.
base::Result<base::Bytes> SqliteStore::encodeStaged(const ports::FeedItem& item) {
  json out;
  if (item.coupon) out["c"] = couponOf(*item.coupon);
  if (item.price)
    out["p"] = {item.price->sku,
                item.price->valid_from,
                item.price->price.value(),
                moneyOf(item.price->promo_price),
                moneyOf(item.price->member_price),
                item.price->dated,
                dayOrNull(item.price->members_from),
                dayOrNull(item.price->guests_from)};
  if (item.member) {
    out["m"] = memberOf(*item.member);
    if (item.member->profile) {
      Salt salt{};
      m_options.random->fill(salt);
      const base::Bytes sealed = m_sealer.seal(item.member->id, salt, *item.member->profile, *m_options.random);
      out["s"] = json::binary(std::vector<std::uint8_t>(salt.begin(), salt.end()));
      out["b"] = json::binary(std::vector<std::uint8_t>(sealed.begin(), sealed.end()));
    }
  }
  const std::vector<std::uint8_t> bytes = json::to_cbor(out);
  return base::Bytes(bytes.begin(), bytes.end());
}

base::Result<ports::FeedItem> SqliteStore::decodeStaged(const std::string& key, base::ByteView bytes) {
  ports::FeedItem item{key};
  try {
    const json at = json::from_cbor(bytes.begin(), bytes.end());
    if (at.contains("c")) {
      auto coupon = couponIn(at["c"]);
      if (!coupon) return tl::unexpected(coupon.error());
      item.coupon = std::move(*coupon);
    }
    if (at.contains("p")) {
      const json& price = at["p"];
      item.price = ports::FeedPrice{price[0].get<std::string>(), price[1].get<std::string>(),
                                    base::Money(price[2].get<std::int64_t>()), moneyIn(price[3]), moneyIn(price[4])};
      if (price.size() > 5) {  // missing: laid aside by a program that knew no dates
        item.price->dated = price[5].get<bool>();
        item.price->members_from = dayIn(price[6]);
        item.price->guests_from = dayIn(price[7]);
      }
    }
    if (!at.contains("m")) return item;
    const auto id = base::Id::parse(key);
    if (!id) return base::fail(base::ErrorCode::StoreCorrupt, "feed_stage: " + key);
    item.member = memberIn(*id, at["m"]);
    if (!at.contains("s")) return item;
    Salt salt{};
    const auto& grains = at["s"].get_binary();
    if (grains.size() != salt.size()) return base::fail(base::ErrorCode::StoreCorrupt, "feed_stage: " + key);
    std::copy(grains.begin(), grains.end(), salt.begin());
    const auto& sealed = at["b"].get_binary();
    auto profile = m_sealer.open(*id, salt, {sealed.data(), sealed.size()});
    if (!profile) return tl::unexpected(profile.error());
    item.member->profile = std::move(*profile);
  } catch (const json::exception& error) {
    return base::fail(base::ErrorCode::StoreCorrupt, "feed_stage " + key + ": " + error.what());
  }
  return item;
}

base::Status SqliteStore::loadStage() {
  return guarded([&]() -> base::Status {
    m_in_force.clear();
    auto rows = m_connection.statement("SELECT scope FROM feed_force");
    while (rows.executeStep()) m_in_force.insert(rows.getColumn(0).getString());
    return {};
  });
}

base::Status SqliteStore::stageFeed(const ports::FeedPage& page, bool first) {
  const std::string& scope = page.next.scope;
  KAHUI_TRY(settleAll());
  if (first) KAHUI_TRY(dropStaged(scope));
  return transaction([&]() -> base::Status {
    auto last = m_connection.statement("SELECT ifnull(max(n), 0) FROM feed_stage WHERE scope=?");
    last.bindNoCopy(1, scope);
    std::int64_t n = last.executeStep() ? last.getColumn(0).getInt64() : 0;
    for (const ports::FeedItem& item : page.items) {
      const auto bytes = encodeStaged(item);
      if (!bytes) return tl::unexpected(bytes.error());
      auto put = m_connection.statement("INSERT INTO feed_stage VALUES(?, ?, ?, ?, ?)");
      put.bindNoCopy(1, scope);
      put.bind(2, ++n);
      put.bindNoCopy(3, item.key);
      put.bind(4, memberNoOf(item));
      put.bind(5, bytes->data(), static_cast<int>(bytes->size()));
      put.exec();
      if (!item.member || !item.member->profile) continue;
      const member::Profile& who = *item.member->profile;
      const auto find = [&](std::int64_t key, std::int64_t tail) {
        auto row = m_connection.statement("INSERT INTO feed_stage_find VALUES(?, ?, ?)");
        row.bind(1, key);
        row.bind(2, tail);
        row.bind(3, item.member->no.value());
        row.exec();
      };
      for (const auto& card : who.cards) find(m_sealer.cardKey(card).key, m_sealer.cardKey(card).tail);
      if (who.phone.size() < kTails[1]) continue;
      find(m_sealer.phoneKey(who.phone).key, m_sealer.phoneKey(who.phone).tail);
      for (const std::size_t digits : kTails) find(m_sealer.tailKey(who.phone.substr(who.phone.size() - digits)), 0);
    }
    return {};
  });
}

base::Status SqliteStore::switchFeed(const ports::FeedCursor& cursor) {
  const base::Status done = transaction([&]() -> base::Status {
    auto put = m_connection.statement("INSERT OR REPLACE INTO feed_force VALUES(?)");
    put.bindNoCopy(1, cursor.scope);
    put.exec();
    putCursor(cursor);
    return {};
  });
  if (done) m_in_force.insert(cursor.scope);
  return done;
}

base::Result<bool> SqliteStore::settleFeed() {
  if (m_in_force.empty()) return false;
  const base::Status done = settlePage(*m_in_force.begin());
  if (!done) return tl::unexpected(done.error());
  return !m_in_force.empty();
}

base::Status SqliteStore::settleAll() {
  if (m_settling || m_options.read_only || m_connection.inTransaction()) return {};
  while (!m_in_force.empty()) KAHUI_TRY(settlePage(*m_in_force.begin()));
  return {};
}

base::Status SqliteStore::settlePage(const std::string& given) {
  const std::string scope = given;  // it goes with the last page
  std::vector<std::int64_t> rows;
  KAHUI_TRY(guarded([&]() -> base::Status {
    auto query = m_connection.statement("SELECT n FROM feed_stage WHERE scope=? ORDER BY n LIMIT ?");
    query.bindNoCopy(1, scope);
    query.bind(2, kSettleAtOnce);
    while (query.executeStep()) rows.push_back(query.getColumn(0).getInt64());
    return {};
  }));
  if (!rows.empty()) return settleRows(scope, rows);
  KAHUI_TRY(dropStaged(scope));
  KAHUI_TRY(transaction([&]() -> base::Status {
    auto drop = m_connection.statement("DELETE FROM feed_force WHERE scope=?");
    drop.bindNoCopy(1, scope);
    drop.exec();
    return {};
  }));
  m_in_force.erase(scope);
  return {};
}

// In pieces: a sale waits for one of them at the most.
base::Status SqliteStore::dropStaged(const std::string& scope) {
  const auto some = [&](const char* sql, bool scoped) {
    return [this, sql, scoped, &scope](int& dropped) -> base::Status {
      return transaction([&]() -> base::Status {
        auto drop = m_connection.statement(sql);
        if (scoped) drop.bindNoCopy(1, scope);
        drop.bind(scoped ? 2 : 1, kDropAtOnce);
        drop.exec();
        dropped = m_connection.database().getChanges();
        return {};
      });
    };
  };
  const auto rows = some(
      "DELETE FROM feed_stage WHERE scope=?1 AND n IN (SELECT n FROM feed_stage WHERE scope=?1 ORDER BY n LIMIT ?2)",
      true);
  const auto finds =
      some("DELETE FROM feed_stage_find WHERE rowid IN (SELECT rowid FROM feed_stage_find LIMIT ?)", false);
  for (int dropped = kDropAtOnce; dropped == kDropAtOnce;) KAHUI_TRY(rows(dropped));
  for (int dropped = scope == "members" ? kDropAtOnce : 0; dropped == kDropAtOnce;) KAHUI_TRY(finds(dropped));
  return {};
}

base::Status SqliteStore::settleRows(const std::string& scope, const std::vector<std::int64_t>& rows) {
  if (rows.empty() || m_settling || m_options.read_only) return {};
  m_settling = true;
  const base::Status done = within([&]() -> base::Status {
    for (const std::int64_t n : rows) KAHUI_TRY(settleRow(scope, n));
    return {};
  });
  m_settling = false;
  return done;
}

base::Status SqliteStore::settleRow(const std::string& scope, std::int64_t n) {
  ports::FeedPage page;
  {
    auto row = m_connection.statement("SELECT key, item FROM feed_stage WHERE scope=? AND n=?");
    row.bindNoCopy(1, scope);
    row.bind(2, n);
    if (!row.executeStep()) return {};  // with another one
    const SQLite::Column bytes = row.getColumn(1);
    auto item = decodeStaged(row.getColumn(0).getString(), {static_cast<const std::uint8_t*>(bytes.getBlob()),
                                                            static_cast<std::size_t>(bytes.getBytes())});
    if (!item) return tl::unexpected(item.error());
    page.items.push_back(std::move(*item));
  }
  {
    auto drop = m_connection.statement("DELETE FROM feed_stage WHERE scope=? AND n=?");
    drop.bindNoCopy(1, scope);
    drop.bind(2, n);
    drop.exec();
  }
  if (page.items.front().member) KAHUI_TRY(settleOwners(*page.items.front().member));
  return applyItems(page);
}

// A telephone or card that goes from one member to another: who had it lets go first, if what waits of him says so.
base::Status SqliteStore::settleOwners(const ports::FeedMember& member) {
  if (!member.profile) return {};
  // nullopt: nothing of who this member is waits.
  const auto stagedProfile = [&](std::int64_t no) -> base::Result<std::optional<member::Profile>> {
    auto row =
        m_connection.statement("SELECT key, item FROM feed_stage WHERE member=? AND member<>0 AND scope='members'");
    row.bind(1, no);
    if (!row.executeStep()) return std::optional<member::Profile>();
    const SQLite::Column bytes = row.getColumn(1);
    auto item = decodeStaged(row.getColumn(0).getString(), {static_cast<const std::uint8_t*>(bytes.getBlob()),
                                                            static_cast<std::size_t>(bytes.getBytes())});
    if (!item) return tl::unexpected(item.error());
    return item->member ? std::move(item->member->profile) : std::nullopt;
  };
  const auto letGo = [&](const LookupKey& key, bool phone) -> base::Status {
    const std::int64_t owner = ownerOf(key, phone);
    if (owner == 0 || owner == member.no.value()) return {};
    const auto waiting = stagedProfile(owner);
    if (!waiting) return tl::unexpected(waiting.error());
    if (!*waiting) return {};
    const auto& cards = (*waiting)->cards;
    const bool keeps = phone ? (*waiting)->phone == member.profile->phone
                             : std::any_of(cards.begin(), cards.end(),
                                           [&](const auto& card) { return m_sealer.cardKey(card) == key; });
    if (keeps) return {};
    auto drop = m_connection.statement(phone ? "DELETE FROM phone WHERE key BETWEEN ?1 AND ?1+3 AND tail=?2"
                                             : "DELETE FROM card WHERE key BETWEEN ?1 AND ?1+3 AND tail=?2");
    drop.bind(1, key.key);
    drop.bind(2, key.tail);
    drop.exec();
    return {};
  };
  if (member.profile->phone.size() >= kTails[1]) KAHUI_TRY(letGo(m_sealer.phoneKey(member.profile->phone), true));
  for (const auto& card : member.profile->cards) KAHUI_TRY(letGo(m_sealer.cardKey(card), false));
  return {};
}

std::int64_t SqliteStore::ownerOf(const LookupKey& key, bool phone) {
  auto query = m_connection.statement(phone ? "SELECT member FROM phone WHERE key BETWEEN ?1 AND ?1+3 AND tail=?2"
                                            : "SELECT member FROM card WHERE key BETWEEN ?1 AND ?1+3 AND tail=?2");
  query.bind(1, key.key);
  query.bind(2, key.tail);
  return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

base::Status SqliteStore::settleMember(std::int64_t no) {
  if (m_in_force.empty() || m_settling) return {};
  for (const char* scope : {"members", "coupons"}) {
    if (!waits(scope)) continue;
    std::vector<std::int64_t> rows;
    KAHUI_TRY(guarded([&]() -> base::Status {
      auto query = m_connection.statement("SELECT n FROM feed_stage WHERE member=? AND member<>0 AND scope=?");
      query.bind(1, no);
      query.bind(2, scope);
      while (query.executeStep()) rows.push_back(query.getColumn(0).getInt64());
      return {};
    }));
    KAHUI_TRY(settleRows(scope, rows));
  }
  return {};
}

base::Status SqliteStore::settleCoupon(std::string_view serial) {
  if (!waits("coupons") || m_settling) return {};
  std::vector<std::int64_t> rows;
  KAHUI_TRY(guarded([&]() -> base::Status {
    auto query = m_connection.statement("SELECT n FROM feed_stage WHERE key=? AND scope='coupons'");
    query.bind(1, std::string(serial));
    while (query.executeStep()) rows.push_back(query.getColumn(0).getInt64());
    return {};
  }));
  return settleRows("coupons", rows);
}

// `whole`: a telephone or card; else the ending of a number, of which the tail counts nothing.
base::Status SqliteStore::settleFound(const LookupKey& key, bool whole) {
  if (!waits("members") || m_settling) return {};
  std::vector<std::int64_t> members;
  KAHUI_TRY(guarded([&]() -> base::Status {
    if (whole)
      for (const bool phone : {true, false})
        if (const std::int64_t owner = ownerOf(key, phone); owner != 0) members.push_back(owner);
    if (!whole) {
      auto endings = m_connection.statement("SELECT member FROM phone_tail WHERE key=?");
      endings.bind(1, key.key);
      while (endings.executeStep()) members.push_back(endings.getColumn(0).getInt64());
    }
    auto query = m_connection.statement("SELECT member FROM feed_stage_find WHERE key=?1 AND tail=?2");
    query.bind(1, key.key);
    query.bind(2, key.tail);
    while (query.executeStep()) members.push_back(query.getColumn(0).getInt64());
    return {};
  }));
  for (const std::int64_t no : members) KAHUI_TRY(settleMember(no));
  return {};
}

// A reader's connection moves nothing: it sees in one of its transactions whom the switch made what, wherever the rows
// are. Balances are what the record would make of them.
base::Result<std::map<std::int64_t, ports::FeedMember>> SqliteStore::membersInForce() {
  std::map<std::int64_t, ports::FeedMember> members;
  auto force = m_connection.statement("SELECT 1 FROM feed_force WHERE scope='members'");
  if (!force.executeStep()) return members;
  const Places places(m_connection);
  auto rows = m_connection.statement(
      "SELECT f.key, f.item, m.id FROM feed_stage f LEFT JOIN member m ON m.no=f.member WHERE f.scope='members'");
  while (rows.executeStep()) {
    const SQLite::Column bytes = rows.getColumn(1);
    auto item = decodeStaged(rows.getColumn(0).getString(), {static_cast<const std::uint8_t*>(bytes.getBlob()),
                                                             static_cast<std::size_t>(bytes.getBytes())});
    if (!item) return tl::unexpected(item.error());
    if (!item->member) continue;
    ports::FeedMember& member = *item->member;
    const std::string id(member.id.raw().begin(), member.id.raw().end());
    if (!rows.getColumn(2).isNull() && rows.getColumn(2).getString() != id) continue;  // the number is another's here
    const auto own = unsettledMoves(places, member);
    if (!own) return tl::unexpected(own.error());
    member.noncash += base::Points((*own)[0]);
    member.cashable += base::Points((*own)[1]);
    member.lifetime += base::Points((*own)[2]);
    members.emplace(member.no.value(), std::move(member));
  }
  return members;
}

}  // namespace kahui::store
