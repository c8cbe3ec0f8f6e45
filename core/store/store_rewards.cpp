// Rewards beside a bill's own points, terms of paid membership, and where bills go.
#include <algorithm>
#include <limits>

#include "core/store/blob.hpp"
#include "core/store/member_bills.hpp"
#include "core/store/places.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

void SqliteStore::applyReward(const journal::PointsRewarded& rewarded) {
  auto upsert = m_connection.statement(
      "INSERT INTO reward VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET points=points+?5");
  upsert.bind(1, rewarded.of != 0 ? rewarded.of : rewarded.member);
  upsert.bindNoCopy(2, rewarded.why);
  upsert.bindNoCopy(3, rewarded.key);
  upsert.bind(4, rewarded.member);
  upsert.bind(5, rewarded.points.value());
  upsert.exec();
}

void SqliteStore::applyMembership(const journal::MembershipMoved& moved) {
  noteChange(moved.member);
  auto put = m_connection.statement("INSERT OR REPLACE INTO membership VALUES(?, ?, ?)");
  put.bind(1, moved.member);
  if (moved.until) {
    put.bind(2, moved.until->days());
  } else {
    put.bind(2);
  }
  put.bind(3, moved.sku.empty() ? std::int64_t{0} : m_place.entry);
  put.exec();
}

// What headquarters says of the term, written down as an event without a fee, so that each term follows on the one
// before. What was paid here and headquarters has not seen stands until it has.
base::Status SqliteStore::confirmTerm(const ports::FeedMember& item, const Places& places) {
  if (!item.paid_until) return {};
  auto row = m_connection.statement("SELECT until, entry FROM membership WHERE member=?");
  row.bind(1, item.no.value());
  std::optional<base::BusinessDate> before;
  if (row.executeStep()) {
    before = dateOf(row.getColumn(0));
    const std::int64_t own = row.getColumn(1).getInt64();
    if (own != 0 && places.of(own) > HighWater{item.seen_incarnation, item.seen_seq}) return {};
  }
  if (before == item.paid_until) return {};
  return appendNow(journal::MembershipMoved{item.no.value(), false, {}, 0, before, item.paid_until});
}

void SqliteStore::applyTierBought(const journal::TierBought& bought, base::BusinessDate day) {
  noteChange(bought.member);
  auto update = m_connection.statement(
      "UPDATE member SET tier=?2, tier_since=?3, demoted_from=NULL, since_demotion=0 WHERE no=?1");
  update.bind(1, bought.member);
  update.bindNoCopy(2, bought.tier);
  update.bind(3, day.days());
  update.exec();
}

// A return stands under its sale. What headquarters said holds what this till did up
// to then, so that the larger figure is the nearer one.
base::Result<ports::BoughtSoFar> SqliteStore::boughtSoFar(member::MemberNo no, std::optional<base::BusinessDate> from) {
  return guarded([&]() -> base::Result<ports::BoughtSoFar> {
    ports::BoughtSoFar so_far;
    auto bills = m_connection.statement(
        "SELECT count(*), ifnull(sum(net), 0) FROM (SELECT sum(CASE WHEN of IS NULL THEN total ELSE gross END) AS net, "
        "max(of IS NULL) AS own FROM " KAHUI_BILLS_OF_MEMBER
        " b CROSS JOIN sale s ON s.no=b.no WHERE s.day>=?2 GROUP BY ifnull(of, s.no)) WHERE own=1 AND net>0");
    bills.bind(1, no.value());
    bills.bind(2, from ? std::int64_t{from->days()} : std::numeric_limits<std::int64_t>::min());
    if (!bills.executeStep()) return so_far;
    so_far.bills = bills.getColumn(0).getInt();
    so_far.spent = base::Money(bills.getColumn(1).getInt64());
    auto others = m_connection.statement(
        "SELECT (SELECT count(*) FROM (SELECT 1 FROM reward WHERE member=?1 AND why=?2 GROUP BY subject HAVING "
        "sum(points)>0)), (SELECT ifnull(max(s.total), 0) FROM " KAHUI_BILLS_OF_MEMBER
        " b CROSS JOIN sale s ON s.no=b.no WHERE s.of IS NULL)");
    others.bind(1, no.value());
    others.bind(2, std::string(journal::kReferral));
    if (!others.executeStep()) return so_far;
    so_far.referrals = others.getColumn(0).getInt();
    so_far.largest = base::Money(others.getColumn(1).getInt64());
    auto said = m_connection.statement("SELECT bills, spent, referrals, largest FROM bought_hq WHERE member=?");
    said.bind(1, no.value());
    if (!said.executeStep()) return so_far;
    so_far.bills = std::max(so_far.bills, said.getColumn(0).getInt());
    so_far.spent = std::max(so_far.spent, base::Money(said.getColumn(1).getInt64()));
    so_far.referrals = std::max(so_far.referrals, said.getColumn(2).getInt());
    so_far.largest = std::max(so_far.largest, base::Money(said.getColumn(3).getInt64()));
    return so_far;
  });
}

base::Result<std::vector<ports::GivenReward>> SqliteStore::rewardsBy(member::MemberNo no) {
  return guarded([&]() -> base::Result<std::vector<ports::GivenReward>> {
    auto rows = m_connection.statement("SELECT why, key, member, points FROM reward WHERE subject=? ORDER BY why, key");
    rows.bind(1, no.value());
    std::vector<ports::GivenReward> given;
    while (rows.executeStep())
      given.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                       member::MemberNo(rows.getColumn(2).getInt64()), base::Points(rows.getColumn(3).getInt64())});
    return given;
  });
}

base::Result<ports::ReferralSum> SqliteStore::referralsOf(member::MemberNo referrer) {
  return guarded([&]() -> base::Result<ports::ReferralSum> {
    auto row = m_connection.statement(
        "SELECT count(DISTINCT subject), ifnull(sum(points), 0) FROM reward WHERE member=? AND why=? AND points<>0");
    row.bind(1, referrer.value());
    row.bind(2, std::string(journal::kReferral));
    ports::ReferralSum sum;
    if (!row.executeStep()) return sum;
    sum.members = row.getColumn(0).getInt();
    sum.points = base::Points(row.getColumn(1).getInt64());
    return sum;
  });
}

base::Result<base::Money> SqliteStore::netBetween(member::MemberNo no, std::int64_t from_ms, std::int64_t to_ms) {
  return guarded([&]() -> base::Result<base::Money> {
    auto row = m_connection.statement(
        "SELECT ifnull(sum(s.total), 0) FROM " KAHUI_BILLS_OF_MEMBER
        " b CROSS JOIN sale s ON s.no=b.no WHERE CASE WHEN s.of IS NULL THEN s.at_ms>=?2 AND s.at_ms<?3 ELSE "
        "EXISTS(SELECT 1 FROM sale o WHERE o.no=s.of AND o.at_ms>=?2 AND o.at_ms<?3) END");
    row.bind(1, no.value());
    row.bind(2, from_ms);
    row.bind(3, to_ms);
    return base::Money(row.executeStep() ? row.getColumn(0).getInt64() : 0);
  });
}

base::Result<std::optional<base::BusinessDate>> SqliteStore::membershipUntil(member::MemberNo no) {
  return guarded([&]() -> base::Result<std::optional<base::BusinessDate>> {
    auto row = m_connection.statement("SELECT until FROM membership WHERE member=?");
    row.bind(1, no.value());
    if (!row.executeStep()) return std::optional<base::BusinessDate>();
    return dateOf(row.getColumn(0));
  });
}

base::Result<std::string> SqliteStore::deliveryNote(const base::Id& sale) {
  return guarded([&]() -> base::Result<std::string> {
    auto row = m_connection.statement("SELECT sealed FROM delivery WHERE sale=?");
    row.bind(1, sale.raw().data(), static_cast<int>(sale.raw().size()));
    if (!row.executeStep()) return std::string();
    const std::string sealed = row.getColumn(0).getString();
    const auto note = m_sealer.open(sale, Salt{}, base::asBytes(sealed));
    if (!note) return tl::unexpected(note.error());
    return note->name;
  });
}

// Inside a transaction. Sealed as a profile is, under the sale's or the open bill's own id.
void SqliteStore::putDelivery(const base::Id& under, std::int64_t member, const std::string& note) {
  member::Profile typed;
  typed.name = note;
  const base::Bytes sealed = m_sealer.seal(under, Salt{}, typed, *m_options.random);
  auto put = m_connection.statement("INSERT OR REPLACE INTO delivery VALUES(?, ?, ?)");
  put.bind(1, under.raw().data(), static_cast<int>(under.raw().size()));
  put.bind(2, member);
  put.bind(3, sealed.data(), static_cast<int>(sealed.size()));
  put.exec();
}

base::Status SqliteStore::appendPaymentOf(journal::Draft draft, const base::Id& bill, std::int64_t member,
                                          const std::string& note) {
  const base::Status done = transaction([&]() -> base::Status {
    if (const auto appended = appendInside(draft); !appended) return tl::unexpected(appended.error());
    putDelivery(bill, member, note);
    return {};
  });
  if (done && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return done;
}

// The bill is through, or nobody pays it any more: what was typed for it goes.
void SqliteStore::dropDeliveryOf(const std::string& payment) {
  auto find = m_connection.statement(
      "SELECT bill FROM payment p WHERE id=? AND NOT EXISTS(SELECT 1 FROM payment o WHERE o.status<2 AND o.sale IS "
      "NULL AND o.refund=0 AND o.bill=p.bill)");
  find.bind(1, payment);
  const auto bill = find.executeStep() ? base::Id::parse(find.getColumn(0).getString()) : std::nullopt;
  if (!bill) return;
  auto drop = m_connection.statement("DELETE FROM delivery WHERE sale=?");
  drop.bind(1, bill->raw().data(), static_cast<int>(bill->raw().size()));
  drop.exec();
}

base::Status SqliteStore::appendDelivered(std::span<journal::Draft> drafts, const std::string& note) {
  KAHUI_ASSERT(!drafts.empty());
  const base::Id sale = drafts.front().id;
  const auto* sold = std::get_if<journal::SaleCompleted>(&drafts.front().payload);
  const std::int64_t member = sold != nullptr && sold->member ? sold->member->no : 0;
  const base::Status done = transaction([&]() -> base::Status {
    for (journal::Draft& draft : drafts)
      if (const auto appended = appendInside(draft); !appended) return tl::unexpected(appended.error());
    putDelivery(sale, member, note);
    return {};
  });
  if (done && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return done;
}

}  // namespace kahui::store
