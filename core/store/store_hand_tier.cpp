// Tiers by hand (S001-96); what headquarters says of a member beside balances: such tiers, terms that were agreed to
// elsewhere (S000-10), bills of other channels (S001-86).
#include <algorithm>

#include "core/journal/codec.hpp"
#include "core/store/blob.hpp"
#include "core/store/places.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

// A statement keeps what was bound before: null is said.
void bindDay(Prepared& statement, int index, const std::optional<base::BusinessDate>& day) {
  day ? statement.bind(index, day->days()) : statement.bind(index);
}

// T2, of what is left: a return takes the bill's value down.
base::Result<std::vector<ports::HandTier::Bill>> billsSince(Connection& connection, std::int64_t no,
                                                            base::BusinessDate since, std::int64_t after_entry) {
  auto rows = connection.statement(
      "SELECT s.day, s.total+ifnull((SELECT sum(r.gross) FROM sale r WHERE r.of=s.no), 0), ifnull((SELECT j.line FROM "
      "journal j WHERE j.entry=s.entry), (SELECT f.line FROM fetched f WHERE f.entry=s.entry)) FROM sale s WHERE "
      "s.member=?1 AND s.day>=?2 AND s.of IS NULL AND (s.day>?2 OR s.entry>?3) ORDER BY s.day, s.at_ms, s.no");
  rows.bind(1, no);
  rows.bind(2, since.days());
  rows.bind(3, after_entry);
  std::vector<ports::HandTier::Bill> bills;
  while (rows.executeStep()) {
    const auto event = journal::decode(rows.getColumn(2).getString());
    const auto* sale = event ? std::get_if<journal::SaleCompleted>(&event->payload) : nullptr;
    if (sale == nullptr) return base::fail(base::ErrorCode::StoreCorrupt, "line of a sale");
    base::Money measure;
    for (const auto& line : sale->lines) measure += line.tier_measure;
    measure = std::min(measure, base::Money(rows.getColumn(1).getInt64()));
    if (measure > base::Money{}) bills.push_back({base::BusinessDate::fromDays(rows.getColumn(0).getInt()), measure});
  }
  return bills;
}

}  // namespace

base::Result<std::optional<ports::HandTier>> SqliteStore::handTier(member::MemberNo no) {
  return guarded([&]() -> base::Result<std::optional<ports::HandTier>> {
    auto row = m_connection.statement(
        "SELECT tier, until, base, base_since, base_from, base_demotion, since, given FROM tier_hand WHERE member=?");
    row.bind(1, no.value());
    if (!row.executeStep()) return std::optional<ports::HandTier>();
    ports::HandTier hand;
    hand.member = no;
    hand.tier = row.getColumn(0).getString();
    hand.until = dateOf(row.getColumn(1));
    hand.base = row.getColumn(2).getString();
    hand.base_since = base::BusinessDate::fromDays(row.getColumn(3).getInt());
    hand.demoted_from = row.getColumn(4).getString();
    hand.since_demotion = base::Money(row.getColumn(5).getInt64());
    hand.since = base::BusinessDate::fromDays(row.getColumn(6).getInt());
    auto bills = billsSince(m_connection, no.value(), hand.since, row.getColumn(7).getInt64());
    if (!bills) return tl::unexpected(bills.error());
    hand.bills = *std::move(bills);
    return std::optional(std::move(hand));
  });
}

base::Result<std::vector<member::MemberNo>> SqliteStore::handTiersEnded(base::BusinessDate today, int limit) {
  return guarded([&]() -> base::Result<std::vector<member::MemberNo>> {
    auto rows = m_connection.statement("SELECT member FROM tier_hand WHERE until<? ORDER BY member LIMIT ?");
    rows.bind(1, today.days());
    rows.bind(2, limit);
    std::vector<member::MemberNo> ended;
    while (rows.executeStep()) ended.emplace_back(rows.getColumn(0).getInt64());
    return ended;
  });
}

base::Result<std::optional<std::pair<std::string, std::string>>> SqliteStore::referralLift(member::MemberNo no) {
  using Lift = std::optional<std::pair<std::string, std::string>>;
  return guarded([&]() -> base::Result<Lift> {
    auto row = m_connection.statement(
        "SELECT l.tier, l.before FROM referral_lift l JOIN member m ON m.no=l.member WHERE l.member=? AND "
        "m.tier=l.tier");
    row.bind(1, no.value());
    if (!row.executeStep()) return Lift();
    return Lift(std::pair(row.getColumn(0).getString(), row.getColumn(1).getString()));
  });
}

// A second lift goes on from the tier before the first.
void SqliteStore::noteReferralLift(const journal::TierChanged& change) {
  if (change.why != journal::kByReferrals && change.why != journal::kReferralsBack) return;
  for (const auto& part : change.parts) {
    const bool up = change.why == journal::kByReferrals;
    auto put = m_connection.statement(
        up ? "INSERT INTO referral_lift SELECT ?1, ?2, tier FROM member WHERE no=?1 ON CONFLICT(member) DO UPDATE SET "
             "before=CASE WHEN tier=excluded.before THEN before ELSE excluded.before END, tier=excluded.tier"
           : "UPDATE referral_lift SET tier=?2 WHERE member=?1");
    put.bind(1, part.member);
    put.bindNoCopy(2, part.tier);
    put.exec();
  }
}

base::Result<member::MemberNo> SqliteStore::survivorOf(member::MemberNo no) {
  return guarded([&]() -> base::Result<member::MemberNo> {
    constexpr int kMostSteps = 32;  // of merges after merges; more would be a circle
    std::int64_t last = no.value();
    for (int step = 0; step < kMostSteps; ++step) {
      auto row = m_connection.statement("SELECT m.no FROM merged_no k JOIN member m ON m.id=k.survivor WHERE k.no=?");
      row.bind(1, last);
      if (!row.executeStep()) break;
      last = row.getColumn(0).getInt64();
    }
    return member::MemberNo(last);
  });
}

base::Result<bool> SqliteStore::joinedBy(std::string_view receipt_no) {
  return guarded([&]() -> base::Result<bool> {
    auto row = m_connection.statement("SELECT 1 FROM join_receipt WHERE receipt=?");
    row.bind(1, std::string(receipt_no));
    return row.executeStep();
  });
}

// One that follows on another keeps what the rules had before the first.
void SqliteStore::applyHandTier(const journal::TierByHand& hand, base::BusinessDate day) {
  noteChange(hand.member);
  if (!hand.ended) {
    auto put = m_connection.statement(
        "INSERT INTO tier_hand SELECT no, ?2, ?3, tier, tier_since, ifnull(demoted_from, ''), since_demotion, ?4, ?5, "
        "?6 FROM member WHERE no=?1 ON CONFLICT(member) DO UPDATE SET tier=excluded.tier, until=excluded.until, "
        "entry=excluded.entry");
    put.bind(1, hand.member);
    put.bindNoCopy(2, hand.tier);
    bindDay(put, 3, hand.until);
    put.bind(4, day.days());
    put.bind(5, hand.operator_code.empty() ? std::int64_t{0} : m_place.entry);
    put.bind(6, m_place.entry);
    put.exec();
  } else {
    auto drop = m_connection.statement("DELETE FROM tier_hand WHERE member=?");
    drop.bind(1, hand.member);
    drop.exec();
  }
  auto update = m_connection.statement(
      "UPDATE member SET tier_since=coalesce(?3, CASE WHEN tier=?2 THEN tier_since ELSE ?4 END), tier=?2, "
      "demoted_from=nullif(?5, ''), since_demotion=?6 WHERE no=?1");
  update.bind(1, hand.member);
  update.bindNoCopy(2, hand.tier);
  bindDay(update, 3, hand.since);
  update.bind(4, day.days());
  update.bindNoCopy(5, hand.demoted_from);
  update.bind(6, hand.since_demotion.value());
  update.exec();
}

void SqliteStore::applyJoinReceipt(const journal::MemberRegistered& joined) {
  if (joined.receipt.empty()) return;
  auto put = m_connection.statement("INSERT OR IGNORE INTO join_receipt VALUES(?, ?)");
  put.bindNoCopy(1, joined.receipt);
  put.bind(2, joined.no);
  put.exec();
}

// Headquarters' word becomes an event, so that the member's history has it. What was given here and headquarters has
// not seen stands until it has: false, and the tier stays with it.
base::Result<bool> SqliteStore::confirmHandTier(const ports::FeedMember& item, const Places& places) {
  auto row = m_connection.statement(
      "SELECT h.tier, h.until, h.entry, m.tier FROM member m LEFT JOIN tier_hand h ON h.member=m.no WHERE m.no=?");
  row.bind(1, item.no.value());
  if (!row.executeStep()) return true;
  const bool held = !row.getColumn(0).isNull();
  const std::int64_t own = held ? row.getColumn(2).getInt64() : 0;
  if (own != 0 && places.of(own) > HighWater{item.seen_incarnation, item.seen_seq}) return false;
  const bool same = held && item.hand && row.getColumn(0).getString() == item.hand->tier &&
                    dateOf(row.getColumn(1)) == item.hand->until;
  if (same || (!held && !item.hand)) return true;
  journal::TierByHand said{item.no.value(), item.id, !item.hand, row.getColumn(3).getString(), item.tier, {}, {}};
  if (item.hand) {
    said.tier = item.hand->tier;
    said.reason = item.hand->reason;
    said.until = item.hand->until;
  } else {
    said.since = item.tier_since;
    said.demoted_from = item.demoted_from;
    said.since_demotion = item.since_demotion;
  }
  if (const auto appended = appendNow(std::move(said)); !appended) return tl::unexpected(appended.error());
  return true;
}

// Who agreed later counts.
void SqliteStore::confirmAccepted(const ports::FeedMember& item) {
  if (item.terms.empty()) return;
  auto put = m_connection.statement(
      "INSERT INTO member_file SELECT ?1, '', coalesce((SELECT consent<>'' FROM member_join WHERE member=?1), 0), 0, "
      "0, "
      "'', ?2, ?3, '', NULL WHERE true ON CONFLICT(member) DO UPDATE SET consent=excluded.consent, "
      "consent_ms=excluded.consent_ms WHERE excluded.consent_ms>consent_ms");
  put.bind(1, item.no.value());
  put.bindNoCopy(2, item.terms);
  put.bind(3, item.terms_ms);
  put.exec();
}

void SqliteStore::keepMerged(const ports::FeedMember& item) {
  auto put = m_connection.statement(item.into ? "INSERT OR REPLACE INTO merged_no VALUES(?1, ?2)"
                                              : "DELETE FROM merged_no WHERE no=?1");
  put.bind(1, item.no.value());
  if (item.into) put.bind(2, item.into->raw().data(), 16);
  put.exec();
}

void SqliteStore::keepChannelBills(const ports::FeedMember& item) {
  auto drop = m_connection.statement("DELETE FROM channel_bill WHERE member=?");
  drop.bind(1, item.no.value());
  drop.exec();
  for (const ports::FeedChannelBill& bill : item.bills) {
    auto put = m_connection.statement("INSERT OR REPLACE INTO channel_bill VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    put.bind(1, item.no.value());
    put.bindNoCopy(2, bill.receipt_no);
    put.bindNoCopy(3, bill.channel);
    put.bindNoCopy(4, bill.pickup);
    put.bind(5, bill.at.utc_ms);
    put.bind(6, bill.at.offset_min);
    put.bind(7, bill.day.days());
    put.bind(8, bill.total.value());
    put.bind(9, bill.earned.value());
    put.bind(10, bill.lines);
    put.exec();
  }
}

void SqliteStore::addChannelBills(member::MemberNo no, base::BusinessDate from, int limit,
                                  std::vector<ports::MemberSale>& sales) {
  auto rows = m_connection.statement(
      "SELECT receipt, at_ms, tz, day, total, earned, lines, channel, pickup FROM channel_bill WHERE member=? AND "
      "day>=?");
  rows.bind(1, no.value());
  rows.bind(2, from.days());
  while (rows.executeStep())
    sales.push_back({rows.getColumn(0).getString(),
                     base::WallTime{rows.getColumn(1).getInt64(), rows.getColumn(2).getInt()}.local(),
                     base::BusinessDate::fromDays(rows.getColumn(3).getInt()),
                     base::Money(rows.getColumn(4).getInt64()), base::Points(rows.getColumn(5).getInt64()),
                     base::Points{}, rows.getColumn(6).getInt(), rows.getColumn(7).getString(),
                     rows.getColumn(8).getString()});
  std::stable_sort(sales.begin(), sales.end(), [](const auto& a, const auto& b) { return b.at.iso() < a.at.iso(); });
  if (std::ssize(sales) > limit) sales.resize(static_cast<std::size_t>(limit));
}

}  // namespace kahui::store
