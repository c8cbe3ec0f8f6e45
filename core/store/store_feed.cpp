// What headquarters sends down, page by page: records and cursor in one transaction. Balances come down as the
// difference to the till's own figure, as an event (points.confirmed), so that the journal still explains every point.
#include <algorithm>

#include "core/base/sha256.hpp"
#include "core/journal/codec.hpp"
#include "core/store/places.hpp"

namespace kahui::store {

namespace {

constexpr std::size_t kStoreFeedMostParts = 1000;  // of one points.confirmed: its line stays far below 256 KiB

std::int64_t dayOf(const std::optional<base::BusinessDate>& date) { return date ? date->days() : 0; }

}  // namespace

// noncash, cashable, lifetime
using Sums = std::array<std::int64_t, 3>;

struct SqliteStore::OwnMoves {
  Sums all{};        // the till's figures
  Sums unsettled{};  // own events that headquarters had not seen when it said its figures
};

base::Result<SqliteStore::OwnMoves> SqliteStore::ownMoves(const Places& places, std::int64_t no,
                                                          std::uint32_t seen_incarnation, std::uint64_t seen_seq) {
  OwnMoves own;
  const HighWater seen{seen_incarnation, seen_seq};
  auto moves = m_connection.statement("SELECT entry, account, class, points, lifetime FROM points_move WHERE member=?");
  moves.bind(1, no);
  while (moves.executeStep()) {
    const auto at = [&](int column) { return moves.getColumn(column).getInt64(); };
    Sums by{};
    by[at(2) == 0 ? 0 : 1] = at(3);
    by[2] = at(4);
    // What ended, headquarters takes off itself, once for all tills.
    const bool headquarters = at(1) == static_cast<int>(journal::PointsAccount::Headquarters) ||
                              at(1) == static_cast<int>(journal::PointsAccount::Expired);
    const bool unsettled = !headquarters && places.of(at(0)) > seen;
    for (std::size_t i = 0; i < by.size(); ++i) {
      own.all[i] += by[i];
      if (unsettled) own.unsettled[i] += by[i];
    }
  }
  return own;
}

base::Status SqliteStore::applyFeed(const ports::FeedPage& page) {
  // What is newer must not be overtaken by what waits.
  if (!page.next.scope.empty()) KAHUI_TRY(settleAll());
  for (const ports::FeedItem& item : page.items)
    if (item.member) KAHUI_TRY(settleMember(item.member->no.value()));
  const base::Status applied = transaction([&]() -> base::Status {
    KAHUI_TRY(applyItems(page));
    if (!page.next.scope.empty()) putCursor(page.next);
    return {};
  });
  if (applied && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return applied;
}

base::Status SqliteStore::applyItems(const ports::FeedPage& page) {
  const Places places(m_connection);
  journal::PointsConfirmed confirmed;
  const auto flush = [&](std::size_t least) -> base::Status {
    if (confirmed.parts.size() < least) return {};
    return appendNow(std::exchange(confirmed, journal::PointsConfirmed{}));
  };
  if (page.snapshot && page.next.scope == "cards-blocked") m_connection.statement("DELETE FROM blocked_card").exec();
  // Records are whole: of a member that changed twice the last one counts. Two differences taken from the same
  // figures would both be booked.
  std::unordered_map<std::string, const ports::FeedItem*> newest;
  for (const ports::FeedItem& item : page.items) newest[item.key] = &item;
  for (const ports::FeedItem& item : page.items) {
    if (newest[item.key] != &item) continue;
    if (item.rules) KAHUI_TRY(applyRules(*item.rules));
    if (item.member) KAHUI_TRY(applyMember(*item.member, places, confirmed));
    if (item.coupon) KAHUI_TRY(applyCoupon(item.key, *item.coupon));
    if (item.price) KAHUI_TRY(keepPrice(*item.price));
    if (page.next.scope == "cards-blocked") KAHUI_TRY(applyCard(item));
    if (item.erase) KAHUI_TRY(applyErase(item.key));
    if (page.next.scope == "news") applyAnnouncement(item);
    KAHUI_TRY(flush(kStoreFeedMostParts));
  }
  // Two who are two again: the record that has the card may stand before the one that loses it, and found it taken.
  const auto isFree = [&](const member::Profile& profile) -> base::Result<bool> {
    for (const member::Credential& card : profile.cards) {
      const auto holder = memberByCard(card);
      if (!holder) return tl::unexpected(holder.error());
      if (!*holder) return true;
    }
    if (profile.phone.empty()) return false;
    const auto holder = memberByPhone(profile.phone);
    return holder ? base::Result<bool>(!*holder) : tl::unexpected(holder.error());
  };
  for (const ports::FeedItem& item : page.items) {
    if (page.snapshot || newest[item.key] != &item || !item.member || !item.member->profile) continue;
    const auto known = memberByNo(item.member->no);
    if (!known) return tl::unexpected(known.error());
    if (!*known || (*known)->id != item.member->id) continue;
    const auto free = isFree(*item.member->profile);
    if (!free) return tl::unexpected(free.error());
    if (*free) KAHUI_TRY(setProfile(item.member->no.value(), item.member->id, *item.member->profile));
  }
  return flush(1);
}

void SqliteStore::putCursor(const ports::FeedCursor& next) {
  auto cursor = m_connection.statement("INSERT OR REPLACE INTO feed_cursor VALUES(?, ?, ?)");
  cursor.bindNoCopy(1, next.scope);
  cursor.bind(2, next.epoch);
  cursor.bind(3, next.position);
  cursor.exec();
}

base::Status SqliteStore::keepMember(const ports::FeedMember& member) {
  ports::FeedPage page;
  page.items.push_back({member.id.hex()});
  page.items.front().member = member;
  return applyFeed(page);
}

// A pack that is here already is not applied again; one of the same version with another text is refused by its hash.
base::Status SqliteStore::applyRules(const ports::FeedRules& rules) {
  const auto known = rulePackOf(rules.version);
  if (!known) return tl::unexpected(known.error());
  if (*known) return {};
  auto insert = m_connection.statement("INSERT INTO rule_pack VALUES(?, ?, ?)");
  insert.bindNoCopy(1, rules.version);
  insert.bindNoCopy(2, rules.valid_from);
  insert.bindNoCopy(3, rules.json);
  insert.exec();
  return appendNow(
      journal::RulesApplied{rules.version, rules.valid_from, base::toHex(base::sha256({base::asBytes(rules.json)}))},
      rules.version);
}

base::Result<std::array<std::int64_t, 3>> SqliteStore::unsettledMoves(const Places& places,
                                                                      const ports::FeedMember& member) {
  const auto own = ownMoves(places, member.no.value(), member.seen_incarnation, member.seen_seq);
  if (!own) return tl::unexpected(own.error());
  return own->unsettled;
}

base::Status SqliteStore::applyMember(const ports::FeedMember& item, const Places& places,
                                      journal::PointsConfirmed& confirmed) {
  auto known = m_connection.statement("SELECT id FROM member WHERE no=?");
  known.bind(1, item.no.value());
  if (!known.executeStep()) {
    KAHUI_TRY(putMember(item));
  } else if (known.getColumn(0).getString() != std::string(item.id.raw().begin(), item.id.raw().end())) {
    return {};  // the number stands for another person here; headquarters resolves by id
  }
  const auto tier = confirmHandTier(item, places);
  if (!tier) return tl::unexpected(tier.error());
  auto update = m_connection.statement(
      // What was judged is not waiting again, and an approval stands (S001-104).
      "UPDATE member SET status=CASE WHEN ?2=4 OR (?2=5 AND status<>4) THEN status ELSE ?2 END, tier_since=CASE WHEN "
      "tier=?3 OR ?7=0 THEN tier_since ELSE ?4 END, tier=CASE WHEN ?7=0 THEN tier ELSE ?3 END, "
      "since_demotion=CASE WHEN ?5='' THEN 0 WHEN ifnull(demoted_from, '')=?5 THEN max(since_demotion, ?6) ELSE ?6 "
      "END, "
      "demoted_from=nullif(?5, '') WHERE no=?1");
  update.bind(1, item.no.value());
  update.bind(2, static_cast<int>(item.status));
  update.bindNoCopy(3, item.tier);
  update.bind(4, item.tier_since.days());
  update.bindNoCopy(5, item.demoted_from);
  update.bind(6, item.since_demotion.value());
  update.bind(7, *tier ? 1 : 0);
  update.exec();
  confirmAccepted(item);
  keepMerged(item);
  keepChannelBills(item);
  putGroup(item.no.value(), item.group);
  if (item.status == member::MemberStatus::Refused) putReason(item.no.value(), item.reason);
  if (item.into) KAHUI_TRY(applyMerged(item));
  if (item.profile) KAHUI_TRY(setProfile(item.no.value(), item.id, *item.profile));
  KAHUI_TRY(confirm(item, places, confirmed));
  KAHUI_TRY(confirmTerm(item, places));
  auto put = m_connection.statement("INSERT OR REPLACE INTO member_hq VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
  int column = 0;
  for (const std::int64_t value :
       {item.no.value(), item.noncash.value(), item.cashable.value(), item.lifetime.value(), item.as_of_ms,
        std::int64_t{item.seen_incarnation}, static_cast<std::int64_t>(item.seen_seq), std::int64_t{item.hold},
        std::int64_t{item.barred}})
    put.bind(++column, value);
  put.exec();
  if (item.bought) {
    auto bought = m_connection.statement("INSERT OR REPLACE INTO bought_hq VALUES(?, ?, ?, ?, ?)");
    bought.bind(1, item.no.value());
    bought.bind(2, item.bought->bills);
    bought.bind(3, item.bought->spent.value());
    bought.bind(4, item.bought->referrals);
    bought.bind(5, item.bought->largest.value());
    bought.exec();
  }
  settleSpends(item, places);
  return item.value ? confirmValue(item, places) : base::Status{};
}

// The full round trip: headquarters' new balance holds what was given up to its last event (reliability.md, rule 4). A
// headquarters that was restored may have lost some of it, so nothing stays settled by itself.
void SqliteStore::settleSpends(const ports::FeedMember& item, const Places& places) {
  const HighWater seen{item.seen_incarnation, item.seen_seq};
  std::vector<std::pair<std::int64_t, bool>> changed;
  auto rows = m_connection.statement("SELECT entry, settled FROM offline_spend WHERE member=?");
  rows.bind(1, item.no.value());
  while (rows.executeStep()) {
    const bool settled = places.of(rows.getColumn(0).getInt64()) <= seen;
    if (settled != (rows.getColumn(1).getInt() != 0)) changed.emplace_back(rows.getColumn(0).getInt64(), settled);
  }
  for (const auto& [entry, settled] : changed) {
    auto update = m_connection.statement("UPDATE offline_spend SET settled=?3 WHERE member=?1 AND entry=?2");
    update.bind(1, item.no.value());
    update.bind(2, entry);
    update.bind(3, settled ? 1 : 0);
    update.exec();
  }
}

// A read mark stays when the text changes; a tombstone takes the announcement away.
void SqliteStore::applyAnnouncement(const ports::FeedItem& item) {
  if (!item.announcement) {
    auto drop = m_connection.statement("DELETE FROM announcement WHERE key=?");
    drop.bindNoCopy(1, item.key);
    drop.exec();
    return;
  }
  const ports::FeedAnnouncement& said = *item.announcement;
  auto put = m_connection.statement("INSERT OR REPLACE INTO announcement VALUES(?, ?, ?, ?, nullif(?, 0), ?, ?)");
  put.bindNoCopy(1, item.key);
  put.bindNoCopy(2, said.title);
  put.bindNoCopy(3, said.text);
  put.bind(4, said.from.days());
  put.bind(5, dayOf(said.until));
  put.bind(6, said.at_ms);
  put.bind(7, said.members ? 1 : 0);
  put.exec();
}

// Cards and telephone lead to the other member from now on, whichever of the two came down first.
base::Status SqliteStore::applyMerged(const ports::FeedMember& item) {
  dropProfile(item.no.value());
  auto row = m_connection.statement("SELECT no FROM member WHERE id=?");
  row.bind(1, item.into->raw().data(), 16);
  if (!row.executeStep()) return {};
  const auto survivor = memberByNo(member::MemberNo(row.getColumn(0).getInt64()));
  if (!survivor) return tl::unexpected(survivor.error());
  return *survivor ? setProfile((*survivor)->no.value(), (*survivor)->id, (*survivor)->profile) : base::Status{};
}

base::Status SqliteStore::putMember(const ports::FeedMember& item) {
  m_options.random->fill(m_next_salt);
  const base::Bytes sealed = m_sealer.seal(item.id, m_next_salt, {}, *m_options.random);
  auto insert =
      m_connection.statement("INSERT INTO member VALUES(?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, NULL, 0, ?, NULL, ?, ?)");
  insert.bind(1, item.no.value());
  insert.bind(2, item.id.raw().data(), 16);
  insert.bind(3, static_cast<int>(item.status));
  insert.bindNoCopy(4, item.tier);
  insert.bind(5, item.tier_since.days());
  insert.bind(6, item.joined.days());
  insert.bind(7, m_next_salt.data(), static_cast<int>(m_next_salt.size()));
  insert.bind(8, sealed.data(), static_cast<int>(sealed.size()));
  insert.exec();
  return {};
}

// The profile anew, and with it all that finds the member. A card or telephone that another member has here stays his.
base::Status SqliteStore::setProfile(std::int64_t no, const base::Id& id, const member::Profile& profile) {
  // Nobody finds a member of whom nothing is known, so there is nothing to take away: without this each of a snapshot's
  // members would cost a walk through those before it.
  const auto before = memberByNo(member::MemberNo(no));
  if (!before) return tl::unexpected(before.error());
  const bool unknown = *before && (*before)->profile.phone.empty() && (*before)->profile.cards.empty();
  std::vector<std::pair<member::Credential, std::int64_t>> states;  // a card keeps its state
  for (const member::Credential& card : profile.cards) {
    if (unknown) {
      states.emplace_back(card, 0);
      continue;
    }
    auto state = m_connection.statement("SELECT status FROM card WHERE tail=? AND member=?");
    state.bind(1, m_sealer.cardKey(card).tail);
    state.bind(2, no);
    states.emplace_back(card, state.executeStep() ? state.getColumn(0).getInt64() : 0);
  }
  if (!unknown) dropProfile(no);
  m_options.random->fill(m_next_salt);
  const base::Bytes sealed = m_sealer.seal(id, m_next_salt, profile, *m_options.random);
  auto update = m_connection.statement("UPDATE member SET salt=?2, sealed=?3 WHERE no=?1");
  update.bind(1, no);
  update.bind(2, m_next_salt.data(), static_cast<int>(m_next_salt.size()));
  update.bind(3, sealed.data(), static_cast<int>(sealed.size()));
  update.exec();
  if (const std::string& phone = profile.phone; phone.size() >= 6) {
    const auto other = memberByPhone(phone);
    if (!other) return tl::unexpected(other.error());
    const auto tail = [&](std::size_t digits) { return m_sealer.tailKey(phone.substr(phone.size() - digits)); };
    if (!*other) putPhone(no, m_sealer.phoneKey(phone), {tail(4), tail(6)});
  }
  for (const auto& [card, status] : states) {
    const auto other = memberByCard(card);
    if (!other) return tl::unexpected(other.error());
    if (!*other) putCard(no, m_sealer.cardKey(card), card.kind, static_cast<member::CardStatus>(status));
  }
  return {};
}

void SqliteStore::dropProfile(std::int64_t no) {
  for (const char* sql : {"DELETE FROM phone WHERE member=?", "DELETE FROM phone_tail WHERE member=?",
                          "DELETE FROM card WHERE member=?"}) {
    auto drop = m_connection.statement(sql);
    drop.bind(1, no);
    drop.exec();
  }
}

// The honest balance: headquarters' figures and this till's own events that are not in them.
base::Status SqliteStore::confirm(const ports::FeedMember& item, const Places& places,
                                  journal::PointsConfirmed& confirmed) {
  const auto own = ownMoves(places, item.no.value(), item.seen_incarnation, item.seen_seq);
  if (!own) return tl::unexpected(own.error());
  const Sums said{item.noncash.value(), item.cashable.value(), item.lifetime.value()};
  Sums by{};
  for (std::size_t i = 0; i < by.size(); ++i) by[i] = said[i] + own->unsettled[i] - own->all[i];
  const auto part = [&](bool cashable, std::int64_t points, const std::string& lot) {
    confirmed.parts.push_back(
        {item.no.value(), {lot, cashable, base::Points(points), std::nullopt}, base::Points(by[2])});
    by[2] = 0;
  };
  for (const bool cashable : {false, true}) {
    std::int64_t rest = by[cashable ? 1 : 0];
    if (rest < 0) {
      const auto lots = pointsLots(item.no);
      if (!lots) return tl::unexpected(lots.error());
      for (const journal::LotPart& lot : *lots) {
        const std::int64_t taken = lot.cashable == cashable ? std::min(lot.points.value(), -rest) : 0;
        if (taken > 0) part(cashable, -taken, lot.lot);
        rest += taken;
      }
    }
    if (rest != 0) part(cashable, rest, {});
  }
  if (by[2] != 0) part(false, 0, {});
  confirmed.as_of_ms = std::max(confirmed.as_of_ms, item.as_of_ms);
  return {};
}

base::Result<std::optional<ports::ConfirmedBalance>> SqliteStore::confirmedBalance(member::MemberNo no) {
  return guarded([&]() -> base::Result<std::optional<ports::ConfirmedBalance>> {
    auto query =
        m_connection.statement("SELECT noncash+cashable, as_of_ms, seen_inc, seen_seq FROM member_hq WHERE no=?");
    query.bind(1, no.value());
    if (!query.executeStep()) return std::optional<ports::ConfirmedBalance>();
    const auto own = ownMoves(Places(m_connection), no.value(), query.getColumn(2).getUInt(),
                              static_cast<std::uint64_t>(query.getColumn(3).getInt64()));
    if (!own) return tl::unexpected(own.error());
    return std::optional(ports::ConfirmedBalance{base::Points(query.getColumn(0).getInt64()),
                                                 query.getColumn(1).getInt64(),
                                                 base::Points(own->unsettled[0] + own->unsettled[1])});
  });
}

// A card of this till's own changes by an event, as if it had been blocked here; the others are names of cards that may
// come.
base::Status SqliteStore::applyCard(const ports::FeedItem& item) {
  if (item.own_card) {
    const auto key = LookupKey::parse(item.key);
    if (!key) return base::fail(base::ErrorCode::BadInput, "a card's key");
    auto card = m_connection.statement("SELECT member, status FROM card WHERE tail=?");
    card.bind(1, key->tail);
    const auto wanted = item.blocked.value_or(member::CardStatus::Active);
    if (!card.executeStep() || card.getColumn(1).getInt() == static_cast<int>(wanted)) return {};
    return appendNow(journal::CardStatusChanged{card.getColumn(0).getInt64(), item.key,
                                                std::string(member::name(wanted)), "headquarters"});
  }
  if (!item.blocked) {
    auto drop = m_connection.statement("DELETE FROM blocked_card WHERE hash=?");
    drop.bindNoCopy(1, item.key);
    drop.exec();
    return {};
  }
  auto put = m_connection.statement("INSERT OR REPLACE INTO blocked_card VALUES(?, ?)");
  put.bindNoCopy(1, item.key);
  put.bind(2, static_cast<int>(*item.blocked));
  put.exec();
  return {};
}

// A coupon that was issued here keeps its terms, and only loses its worth; others are put down as headquarters has
// them.
base::Status SqliteStore::applyCoupon(const std::string& serial, const ports::FeedCoupon& coupon) {
  auto known = m_connection.statement("SELECT entry, status FROM coupon WHERE serial=?");
  known.bindNoCopy(1, serial);
  if (known.executeStep() && known.getColumn(0).getInt64() != 0) {
    const bool lost = known.getColumn(1).getInt() == 0 && coupon.status != ports::CouponStatus::Issued;
    return lost ? appendNow(journal::CouponChanged{serial, "VOIDED", std::nullopt}) : base::Status{};
  }
  auto put = m_connection.statement("INSERT OR REPLACE INTO coupon VALUES(?, ?, ?, ?, nullif(?, 0), ?, ?, ?, 0)");
  const std::string terms = journal::encodeTerms(coupon.terms);
  put.bindNoCopy(1, serial);
  put.bind(2, coupon.member.value());
  put.bind(3, static_cast<int>(coupon.status));
  put.bindNoCopy(4, terms);
  put.bind(5, dayOf(coupon.expires));
  put.bind(6, coupon.unlimited ? 1 : 0);
  put.bindNoCopy(7, coupon.origin);
  put.bindNoCopy(8, coupon.origin_key);
  put.exec();
  return {};
}

// Kept until its time comes (applyPrices()); a price that is here already stays as it was applied.
base::Status SqliteStore::keepPrice(const ports::FeedPrice& price) {
  auto put = m_connection.statement("INSERT OR REPLACE INTO price_due VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
  put.bindNoCopy(1, price.valid_from);
  put.bindNoCopy(2, price.sku);
  put.bind(3, price.price.value());
  put.bind(6, price.dated ? 1 : 0);
  // A statement keeps what was bound before: null is said.
  const auto optional = [&](int index, const auto& value, auto number) {
    value ? put.bind(index, number(*value)) : put.bind(index);
  };
  const auto fen = [](base::Money money) { return money.value(); };
  const auto days = [](base::BusinessDate day) { return day.days(); };
  optional(4, price.promo_price, fen);
  optional(5, price.member_price, fen);
  optional(7, price.members_from, days);
  optional(8, price.guests_from, days);
  put.exec();
  return {};
}

base::Status SqliteStore::applyErase(const std::string& key) {
  const auto id = base::Id::parse(key);
  if (!id) return base::fail(base::ErrorCode::BadInput, "the id of a member to erase");
  auto row = m_connection.statement("SELECT no FROM member WHERE id=?");
  row.bind(1, id->raw().data(), 16);
  const std::int64_t no = row.executeStep() ? row.getColumn(0).getInt64() : 0;
  if (no != 0) KAHUI_TRY(forgetMember(no, *id));
  return appendNow(journal::EraseDone{no, *id});
}

base::Status SqliteStore::adopt(const ports::StoreInfo& given, std::int64_t member_from) {
  const ports::StoreInfo before = m_info;
  const base::Status adopted = transaction([&]() -> base::Status {
    m_info.enrolled = true;
    m_info.store_no = given.store_no;
    m_info.position = given.position;
    if (!given.store_name.empty()) m_info.store_name = given.store_name;
    const std::pair<const char*, std::string> values[] = {{"store_no", m_info.store_no},
                                                          {"position", m_info.position},
                                                          {"store_name", m_info.store_name},
                                                          {"member_from", std::to_string(member_from)}};
    for (const auto& [key, value] : values) {
      auto put = m_connection.statement("INSERT OR REPLACE INTO meta VALUES(?, ?)");
      put.bindNoCopy(1, key);
      put.bind(2, value);
      put.exec();
    }
    m_connection
        .statement("INSERT OR IGNORE INTO profile_out SELECT no FROM member WHERE no NOT IN (SELECT no FROM member_hq)")
        .exec();
    return appendNow(journal::LogNote{"enrol", m_info.store_no + "-" + m_info.position});
  });
  if (!adopted) m_info = before;
  if (adopted && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return adopted;
}

}  // namespace kahui::store
