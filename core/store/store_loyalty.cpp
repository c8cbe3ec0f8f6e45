// Points lots, coupons, limited promotions, rule packs and the jobs' own state.
#include "core/journal/codec.hpp"
#include "core/journal/draft.hpp"
#include "core/store/blob.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

base::Result<std::vector<journal::LotPart>> SqliteStore::pointsLots(member::MemberNo no) {
  return guarded([&]() -> base::Result<std::vector<journal::LotPart>> {
    auto query = m_connection.statement(
        "SELECT printf('%012d.%d', entry, n), class, left, expires FROM points_move WHERE member=? AND left>0 ORDER BY "
        "entry, n");
    query.bind(1, no.value());
    std::vector<journal::LotPart> lots;
    while (query.executeStep()) {
      lots.push_back({query.getColumn(0).getString(), query.getColumn(1).getInt() != 0,
                      base::Points(query.getColumn(2).getInt64()), dateOf(query.getColumn(3))});
    }
    return lots;
  });
}

base::Result<std::vector<ports::EndedLot>> SqliteStore::lotsEnded(base::BusinessDate last_day, int limit) {
  return guarded([&]() -> base::Result<std::vector<ports::EndedLot>> {
    auto query = m_connection.statement(
        "SELECT member, printf('%012d.%d', entry, n), class, left, expires FROM points_move "
        "WHERE left>0 AND expires<=? ORDER BY member, entry, n LIMIT ?");
    query.bind(1, last_day.days());
    query.bind(2, limit);
    std::vector<ports::EndedLot> lots;
    while (query.executeStep()) {
      lots.push_back({member::MemberNo(query.getColumn(0).getInt64()),
                      {query.getColumn(1).getString(), query.getColumn(2).getInt() != 0,
                       base::Points(query.getColumn(3).getInt64()), dateOf(query.getColumn(4))}});
    }
    return lots;
  });
}

base::Result<ports::StoredCoupon> SqliteStore::readCoupon(SQLite::Statement& row) {
  auto terms = journal::decodeTerms(row.getColumn(3).getString());
  if (!terms) return base::fail(base::ErrorCode::StoreCorrupt, "coupon: " + terms.error().detail);
  return ports::StoredCoupon{row.getColumn(0).getString(),
                             member::MemberNo(row.getColumn(1).getInt64()),
                             static_cast<ports::CouponStatus>(row.getColumn(2).getInt()),
                             std::move(*terms),
                             dateOf(row.getColumn(4)),
                             row.getColumn(5).getInt() != 0,
                             row.getColumn(6).getString()};
}

base::Result<std::optional<ports::StoredCoupon>> SqliteStore::couponBySerial(std::string_view serial) {
  KAHUI_TRY(settleCoupon(serial));
  return guarded([&]() -> base::Result<std::optional<ports::StoredCoupon>> {
    auto query = m_connection.statement(
        "SELECT serial, member, status, terms, expires, unlimited, origin FROM coupon WHERE serial=?");
    query.bind(1, std::string(serial));
    if (!query.executeStep()) return std::optional<ports::StoredCoupon>();
    auto coupon = readCoupon(query);
    if (!coupon) return tl::unexpected(coupon.error());
    return std::optional(std::move(*coupon));
  });
}

base::Result<std::vector<ports::StoredCoupon>> SqliteStore::couponsOf(member::MemberNo no, base::BusinessDate day) {
  KAHUI_TRY(settleMember(no.value()));
  return guarded([&]() -> base::Result<std::vector<ports::StoredCoupon>> {
    auto query = m_connection.statement(
        "SELECT serial, member, status, terms, expires, unlimited, origin FROM coupon WHERE member=?1 AND status=0 AND "
        "(expires IS NULL OR expires>=?2) ORDER BY expires IS NULL, expires, serial");
    query.bind(1, no.value());
    query.bind(2, day.days());
    std::vector<ports::StoredCoupon> coupons;
    while (query.executeStep()) {
      auto coupon = readCoupon(query);
      if (!coupon) return tl::unexpected(coupon.error());
      coupons.push_back(std::move(*coupon));
    }
    return coupons;
  });
}

base::Result<int> SqliteStore::couponsIssued(member::MemberNo no, std::string_view origin, std::string_view key) {
  KAHUI_TRY(settleMember(no.value()));
  return guarded([&]() -> base::Result<int> {
    auto query = m_connection.statement("SELECT count(*) FROM coupon WHERE member=? AND origin=? AND key=?");
    query.bind(1, no.value());
    query.bind(2, std::string(origin));
    query.bind(3, std::string(key));
    return query.executeStep() ? query.getColumn(0).getInt() : 0;
  });
}

base::Result<std::vector<journal::UsedPromotion>> SqliteStore::promotionUses(member::MemberNo no,
                                                                             base::BusinessDate day) {
  return guarded([&]() -> base::Result<std::vector<journal::UsedPromotion>> {
    auto query = m_connection.statement("SELECT promotion, day, day_uses, uses FROM promotion_use WHERE member=?");
    query.bind(1, no.value());
    std::vector<journal::UsedPromotion> uses;
    while (query.executeStep()) {
      const bool today = query.getColumn(1).getInt() == day.days();
      uses.push_back(
          {query.getColumn(0).getString(), today ? query.getColumn(2).getInt() : 0, query.getColumn(3).getInt(), 0});
    }
    return uses;
  });
}

// A member's moves are one range; the day's are those after the first shift of the day opened.
base::Result<base::Points> SqliteStore::pointsSpentOn(member::MemberNo no, base::BusinessDate day) {
  return guarded([&]() -> base::Result<base::Points> {
    auto query = m_connection.statement(
        "SELECT ifnull(-sum(points), 0) FROM points_move WHERE member=?1 AND account=?2 AND points<0 AND "
        "entry>=ifnull(("
        "SELECT entry FROM sale WHERE no>(SELECT min(after_sale) FROM shift WHERE day=?3) ORDER BY no LIMIT 1), "
        "9223372036854775807)");
    query.bind(1, no.value());
    query.bind(2, static_cast<int>(journal::PointsAccount::Redeemed));
    query.bind(3, day.days());
    return base::Points(query.executeStep() ? query.getColumn(0).getInt64() : 0);
  });
}

base::Result<ports::RulesInForce> SqliteStore::rulePack() {
  const auto at = [&](const base::WallTime& time) {
    return guarded([&]() -> base::Result<std::optional<ports::RulesInForce>> {
      auto query = m_connection.statement(
          "SELECT json, (SELECT min(valid_from) FROM rule_pack WHERE valid_from>?1) FROM rule_pack WHERE "
          "valid_from<=?1 ORDER BY valid_from DESC, version DESC LIMIT 1");
      query.bind(1, time.local().iso());
      if (!query.executeStep()) return std::optional<ports::RulesInForce>();
      return std::optional(ports::RulesInForce{query.getColumn(0).getString(), query.getColumn(1).getString()});
    });
  };
  const base::WallTime now = m_options.clock->now();
  auto found = at(now);
  // A clock from before the first pack (S22): those of the last event hold on.
  if (found && !*found) found = at({m_head.at_ms, now.offset_min});
  if (!found) return tl::unexpected(found.error());
  if (!*found) return base::fail(base::ErrorCode::StoreCorrupt, "no rule pack in force");
  return **std::move(found);
}

base::Result<std::optional<std::string>> SqliteStore::rulePackOf(std::string_view version) {
  return guarded([&]() -> base::Result<std::optional<std::string>> {
    auto query = m_connection.statement("SELECT json FROM rule_pack WHERE version=?");
    query.bind(1, std::string(version));
    if (!query.executeStep()) return std::optional<std::string>();
    return std::optional(query.getColumn(0).getString());
  });
}

base::Status SqliteStore::applyRulePack(const RulePackText& pack, const base::WallTime& at, base::BusinessDate day) {
  auto draft = journal::makeDraft(
      at, day, pack.version, *m_options.random,
      journal::RulesApplied{pack.version, pack.valid_from, base::toHex(base::sha256({base::asBytes(pack.json)}))});
  const base::Status applied = transaction([&]() -> base::Status {
    const auto known = rulePackOf(pack.version);
    if (!known) return tl::unexpected(known.error());
    if (*known) return base::fail(base::ErrorCode::StoreExists, "rule pack version " + pack.version);
    auto insert = m_connection.statement("INSERT INTO rule_pack VALUES(?, ?, ?)");
    insert.bindNoCopy(1, pack.version);
    insert.bindNoCopy(2, pack.valid_from);
    insert.bindNoCopy(3, pack.json);
    insert.exec();
    const auto appended = appendInside(draft);
    return appended ? base::Status{} : tl::unexpected(appended.error());
  });
  if (applied && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return applied;
}

base::Result<std::optional<ports::JobState>> SqliteStore::job(std::string_view name) {
  return guarded([&]() -> base::Result<std::optional<ports::JobState>> {
    auto query = m_connection.statement("SELECT key, upto, done FROM job WHERE name=?");
    query.bind(1, std::string(name));
    if (!query.executeStep()) return std::optional<ports::JobState>();
    return std::optional(ports::JobState{query.getColumn(0).getString(), query.getColumn(1).getInt64(),
                                         query.getColumn(2).getInt() != 0});
  });
}

base::Result<std::vector<ports::MemberBrief>> SqliteStore::membersAfter(member::MemberNo after, int limit) {
  KAHUI_TRY(settleAll());
  return guarded([&]() -> base::Result<std::vector<ports::MemberBrief>> {
    auto query = m_connection.statement(
        "SELECT no, status, tier, tier_since, ifnull(demoted_from, ''), id, no IN (SELECT member FROM tier_hand) FROM "
        "member WHERE no>? ORDER BY no LIMIT ?");
    query.bind(1, after.value());
    query.bind(2, limit);
    std::vector<ports::MemberBrief> members;
    while (query.executeStep()) {
      base::Id::Raw id{};
      if (!copyBlob(query.getColumn(5), id)) return base::fail(base::ErrorCode::StoreCorrupt, "member row");
      members.push_back({member::MemberNo(query.getColumn(0).getInt64()), base::Id(id),
                         static_cast<member::MemberStatus>(query.getColumn(1).getInt()), query.getColumn(2).getString(),
                         base::BusinessDate::fromDays(query.getColumn(3).getInt()), query.getColumn(4).getString(),
                         query.getColumn(6).getInt() != 0});
    }
    return members;
  });
}

base::Status SqliteStore::spentInYear(int year, std::unordered_map<std::int64_t, base::Money>& spent) {
  return guarded([&]() -> base::Status {
    const auto from = base::BusinessDate::parse(std::to_string(year) + "-01-01");
    const auto to = base::BusinessDate::parse(std::to_string(year) + "-12-31");
    if (!from || !to) return base::fail(base::ErrorCode::OutOfRange, "year");
    auto query = m_connection.statement(
        "SELECT s.member, sum(s.total+ifnull((SELECT sum(r.total) FROM sale r WHERE r.of=s.no), 0)) FROM sale s "
        "WHERE s.day BETWEEN ? AND ? AND s.member IS NOT NULL AND s.of IS NULL GROUP BY s.member");
    query.bind(1, from->days());
    query.bind(2, to->days());
    spent.clear();
    while (query.executeStep())
      spent.emplace(query.getColumn(0).getInt64(), base::Money(query.getColumn(1).getInt64()));
    return {};
  });
}

}  // namespace kahui::store
