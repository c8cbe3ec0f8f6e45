// What reports read of members and goods, as they stand now.
#include <algorithm>
#include <limits>
#include <map>

#include "core/member/name.hpp"
#include "core/member/phone.hpp"
#include "core/store/report_reader.hpp"
#include "core/store/trade_tables.hpp"

namespace kahui::store {

namespace {

std::optional<base::BusinessDate> dateAt(SQLite::Statement& row, int column) {
  if (row.getColumn(column).isNull()) return std::nullopt;
  return base::BusinessDate::fromDays(row.getColumn(column).getInt());
}

// As a snapshot says that is in force, although the row is not in its place yet.
void putInForce(const ports::FeedMember& said, ports::ReportMember& member) {
  member.status = said.status;
  if (member.tier != said.tier) member.tier_since = said.tier_since;
  member.tier = said.tier;
  member.noncash = said.noncash;
  member.cashable = said.cashable;
  member.lifetime = said.lifetime;
  member.demoted_from = said.demoted_from;
}

}  // namespace

base::Result<std::vector<ports::ReportMember>> ReportReader::members() {
  std::vector<ports::ReportMember> list;
  const base::Status read = m_store->readTogether([&]() -> base::Status {
    return guarded([&]() -> base::Status {
      KAHUI_TRY(readTail());
      auto row = m_store->connection().statement(
          "SELECT m.no, m.status, m.tier, m.tier_since, m.joined, m.last_purchase, m.noncash, m.cashable, m.frozen, "
          "m.lifetime, ifnull(m.demoted_from, ''), ifnull(j.source, ''), "
          "coalesce(f.marketing, j.consent<>'', 0), f.marketing IS NULL FROM member m "
          "LEFT JOIN member_join j ON j.member=m.no LEFT JOIN member_file f ON f.member=m.no ORDER BY m.no");
      const auto points = [&](int column) { return base::Points(row.getColumn(column).getInt64()); };
      auto waiting = m_store->membersInForce();
      if (!waiting) return tl::unexpected(waiting.error());
      while (row.executeStep()) {
        ports::ReportMember& member = list.emplace_back();
        member.no = row.getColumn(0).getInt64();
        member.status = static_cast<member::MemberStatus>(row.getColumn(1).getInt());
        member.tier = row.getColumn(2).getString();
        member.tier_since = *dateAt(row, 3);
        member.joined = *dateAt(row, 4);
        member.last_purchase = dateAt(row, 5);
        member.noncash = points(6);
        member.cashable = points(7);
        member.frozen = points(8);
        member.lifetime = points(9);
        member.demoted_from = row.getColumn(10).getString();
        member.source = row.getColumn(11).getString();
        member.consent = row.getColumn(12).getInt() != 0;
        if (const auto join = m_tail.rows.joins.find(member.no); join != m_tail.rows.joins.end()) {
          member.source = join->second.source;
          if (row.getColumn(13).getInt() != 0) member.consent = !join->second.consent.empty();
        }
        if (const auto said = waiting->extract(member.no)) putInForce(said.mapped(), member);
      }
      for (const auto& [no, said] : *waiting) {  // new by it
        list.push_back({});
        list.back().no = no;
        list.back().joined = said.joined;
        putInForce(said, list.back());
      }
      std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.no < b.no; });
      // Both are in the order of the member's number.
      auto tag = m_store->connection().statement("SELECT member, tag FROM member_tag ORDER BY member, tag");
      for (auto at = list.begin(); tag.executeStep();) {
        const std::int64_t no = tag.getColumn(0).getInt64();
        while (at != list.end() && at->no < no) ++at;
        if (at != list.end() && at->no == no) at->tags.push_back(tag.getColumn(1).getString());
      }
      return {};
    });
  });
  if (!read) return tl::unexpected(read.error());
  return list;
}

base::Result<std::vector<ports::ReportBirthday>> ReportReader::birthdays() {
  std::vector<ports::ReportBirthday> list;
  KAHUI_TRY(m_store->eachMember([&](const member::Member& member) {
    if (member.profile.birthday) list.push_back({member.no.value(), *member.profile.birthday, {}});
    for (const member::KeptDate& kept : member.profile.dates) list.push_back({member.no.value(), kept.date, kept.kind});
  }));
  return list;
}

base::Result<std::vector<ports::MaskedPerson>> ReportReader::people(std::span<const std::int64_t> members) {
  std::vector<ports::MaskedPerson> list;
  KAHUI_TRY(m_store->readTogether([&]() -> base::Status {
    for (const std::int64_t no : members) {
      const auto member = m_store->memberByNo(member::MemberNo(no));
      if (!member) return tl::unexpected(member.error());
      ports::MaskedPerson person{no, {}, {}};
      if (*member) {
        person.name = member::maskName((*member)->profile.name);
        if (!(*member)->profile.phone.empty()) person.phone = member::maskPhone((*member)->profile.phone);
      }
      list.push_back(std::move(person));
    }
    return {};
  }));
  return list;
}

base::Result<std::unordered_map<std::int64_t, std::string>> ReportReader::phoneStates() {
  return guarded([&]() -> base::Result<std::unordered_map<std::int64_t, std::string>> {
    std::unordered_map<std::int64_t, std::string> states;
    auto row = m_store->connection().statement("SELECT member, state FROM phone_check");
    while (row.executeStep()) states.emplace(row.getColumn(0).getInt64(), row.getColumn(1).getString());
    return states;
  });
}

base::Result<ports::StoredSum> ReportReader::storedSum() {
  return guarded([&]() -> base::Result<ports::StoredSum> {
    auto row = m_store->connection().statement(
        "SELECT count(*) FILTER (WHERE principal<>0 OR bonus<>0), ifnull(sum(principal), 0), ifnull(sum(bonus), 0) "
        "FROM stored_account");
    if (!row.executeStep()) return ports::StoredSum{};
    return ports::StoredSum{row.getColumn(0).getInt64(), base::Money(row.getColumn(1).getInt64()),
                            base::Money(row.getColumn(2).getInt64())};
  });
}

base::Result<std::vector<ports::JoinedBy>> ReportReader::joinedBy(const ports::DaySpan& span) {
  return guarded([&]() -> base::Result<std::vector<ports::JoinedBy>> {
    auto row = m_store->connection().statement(
        "SELECT f.operator, count(*) FROM member_file f JOIN member m ON m.no=f.member "
        "WHERE f.operator<>'' AND m.joined BETWEEN ? AND ? GROUP BY f.operator ORDER BY count(*) DESC, f.operator");
    row.bind(1, span.from.days());
    row.bind(2, span.to.days());
    std::vector<ports::JoinedBy> list;
    while (row.executeStep()) list.push_back({row.getColumn(0).getString(), row.getColumn(1).getInt64()});
    return list;
  });
}

base::Result<std::vector<ports::BenefitUse>> ReportReader::benefitUses() {
  return guarded([&]() -> base::Result<std::vector<ports::BenefitUse>> {
    std::vector<ports::BenefitUse> uses;
    auto row = m_store->connection().statement(
        "SELECT benefit, period, count(*), sum(used) FROM benefit_use WHERE used>0 GROUP BY benefit, period "
        "ORDER BY benefit, period DESC");
    while (row.executeStep())
      uses.push_back({row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getInt64(),
                      row.getColumn(3).getInt64()});
    return uses;
  });
}

base::Result<std::vector<std::string>> ReportReader::batchCoupons(std::span<const std::string> batches) {
  return guarded([&]() -> base::Result<std::vector<std::string>> {
    std::vector<std::string> serials;
    for (const std::string& batch : batches) {
      auto row = m_store->connection().statement("SELECT serial FROM coupon WHERE origin='BATCH' AND key=?");
      row.bind(1, batch);
      while (row.executeStep()) serials.push_back(row.getColumn(0).getString());
    }
    return serials;
  });
}

base::Result<std::vector<ports::LotSum>> ReportReader::liability() {
  return guarded([&]() -> base::Result<std::vector<ports::LotSum>> {
    // Added up here: SQLite would sort every lot first. Lots without an end come last.
    std::map<std::pair<bool, std::int32_t>, std::int64_t> sums;
    constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();
    auto row = m_store->connection().statement("SELECT class, ifnull(expires, ?), left FROM points_move WHERE left>0");
    row.bind(1, kNever);
    while (row.executeStep())
      sums[{row.getColumn(0).getInt() != 0, row.getColumn(1).getInt()}] += row.getColumn(2).getInt64();
    std::vector<ports::LotSum> list;
    for (const auto& [key, points] : sums) {
      const bool ends = key.second != kNever;
      list.push_back({key.first, ends ? std::optional(base::BusinessDate::fromDays(key.second)) : std::nullopt,
                      base::Points(points)});
    }
    return list;
  });
}

base::Result<std::vector<ports::EndingPoints>> ReportReader::pointsEnding(base::BusinessDate until) {
  return guarded([&]() -> base::Result<std::vector<ports::EndingPoints>> {
    std::vector<ports::EndingPoints> list;
    auto row = m_store->connection().statement(
        "SELECT member, expires, sum(left) FROM points_move WHERE left>0 AND expires<=? GROUP BY member, expires");
    row.bind(1, until.days());
    while (row.executeStep())
      list.push_back({row.getColumn(0).getInt64(), *dateAt(row, 1), base::Points(row.getColumn(2).getInt64())});
    return list;
  });
}

base::Status ReportReader::earlierRefunds(int year, std::unordered_map<std::int64_t, base::Money>& refunds) {
  return guarded([&]() -> base::Status {
    auto row = m_store->connection().statement(
        "SELECT s.member, sum(-s.total) FROM sale s JOIN sale o ON o.no=s.of WHERE s.of IS NOT NULL AND s.member IS "
        "NOT "
        "NULL AND s.day BETWEEN ?1 AND ?2 AND o.day<?1 GROUP BY s.member");
    constexpr unsigned kDecember = 12, kLastDay = 31;
    row.bind(1, base::BusinessDate::of(year, 1, 1).days());
    row.bind(2, base::BusinessDate::of(year, kDecember, kLastDay).days());
    while (row.executeStep()) refunds[row.getColumn(0).getInt64()] = base::Money(row.getColumn(1).getInt64());
    return {};
  });
}

base::Result<std::vector<ports::ReportProduct>> ReportReader::products() {
  return guarded([&]() -> base::Result<std::vector<ports::ReportProduct>> {
    std::vector<ports::ReportProduct> list;
    auto row = m_store->connection().statement(
        "SELECT sku, name, unit, category, ifnull(name_zh, category), ifnull(name_en, category), price, cost FROM "
        "product "
        "LEFT JOIN category ON code=category");
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    while (row.executeStep()) {
      ports::ReportProduct product{text(0), text(1), text(2), text(3), text(4), text(5), {}, {}};
      product.price = base::Money(row.getColumn(6).getInt64());
      if (!row.getColumn(7).isNull()) product.cost = base::Money(row.getColumn(7).getInt64());
      list.push_back(std::move(product));
    }
    return list;
  });
}

base::Result<std::unordered_map<std::string, std::string>> ReportReader::staffNames() {
  return guarded([&]() -> base::Result<std::unordered_map<std::string, std::string>> {
    std::unordered_map<std::string, std::string> names;
    auto row = m_store->connection().statement("SELECT code, name FROM staff");
    while (row.executeStep()) names.emplace(row.getColumn(0).getString(), row.getColumn(1).getString());
    return names;
  });
}

base::Result<std::optional<ports::Shift>> ReportReader::shift(std::int64_t id) {
  return guarded([&]() -> base::Result<std::optional<ports::Shift>> {
    auto row = m_store->connection().statement("SELECT operator, day, opening_float FROM shift WHERE id=?");
    row.bind(1, id);
    if (!row.executeStep()) return std::optional<ports::Shift>();
    ports::Shift shift;
    shift.id = id;
    shift.operator_code = row.getColumn(0).getString();
    shift.business_date = base::BusinessDate::fromDays(row.getColumn(1).getInt());
    shift.opening_float = base::Money(row.getColumn(2).getInt64());
    return std::optional(shift);
  });
}

}  // namespace kahui::store
