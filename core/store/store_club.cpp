// The club: tags, what a member buys most, events with their guests, friends who were named, draws.
#include <algorithm>
#include <map>
#include <set>

#include "core/journal/codec.hpp"
#include "core/store/member_bills.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

constexpr const char* kEvents =
    "SELECT e.id, e.name, e.place, e.at, e.seats, e.cancelled, "
    "(SELECT count(*) FROM club_guest g WHERE g.event=e.id AND g.state=0), "
    "(SELECT count(*) FROM club_guest g WHERE g.event=e.id AND g.state=1), "
    "(SELECT count(*) FROM club_guest g WHERE g.event=e.id AND g.state=2), e.members "
    "FROM club_event e WHERE ?1='' OR e.id=?1 ORDER BY e.at DESC, e.id LIMIT 200";

ports::StoredEvent readEvent(SQLite::Statement& row) {
  ports::StoredEvent event;
  event.id = row.getColumn(0).getString();
  event.name = row.getColumn(1).getString();
  event.place = row.getColumn(2).getString();
  event.at = base::LocalTime().plusSeconds(row.getColumn(3).getInt64());
  event.seats = row.getColumn(4).getInt();
  event.cancelled = row.getColumn(5).getInt() != 0;
  event.invited = row.getColumn(6).getInt();
  event.coming = row.getColumn(7).getInt();
  event.present = row.getColumn(8).getInt();
  event.members = row.getColumn(9).getInt() != 0;
  return event;
}

// What was paid for each article, less what came back of it.
struct Bought {
  struct Article {
    base::Money net{};
    base::Quantity quantity{};
    std::set<std::int64_t> bills;
    std::string brand;  // at its last sale
  };
  std::map<std::string, Article> by_sku;

  void add(const journal::Payload& payload, std::int64_t bill) {
    if (const auto* sale = std::get_if<journal::SaleCompleted>(&payload); sale != nullptr)
      for (const auto& line : sale->lines) {
        Article& one = by_sku[line.sku];
        one.net += line.final;
        one.quantity += line.quantity;
        one.bills.insert(bill);
        one.brand = line.terms.brand;
      }
    const auto* back = std::get_if<journal::SaleReturned>(&payload);
    if (back == nullptr) return;
    for (const auto& line : back->lines)
      if (const auto known = by_sku.find(line.sku); known != by_sku.end()) {
        known->second.net -= line.value;
        known->second.quantity -= line.quantity;
      }
  }

  // Brands as they were sold: what left the catalogue since counts, too.
  [[nodiscard]] std::vector<ports::BoughtBrand> brands(std::size_t most) const {
    std::map<std::string, std::pair<ports::BoughtBrand, std::set<std::int64_t>>> sums;
    for (const auto& [sku, one] : by_sku) {
      if (one.brand.empty()) continue;
      auto& [brand, bills] = sums[one.brand];
      brand.brand = one.brand;
      brand.net += one.net;
      brand.quantity += one.quantity;
      if (one.quantity > base::Quantity{}) bills.insert(one.bills.begin(), one.bills.end());
    }
    std::vector<ports::BoughtBrand> list;
    for (auto& [name, sum] : sums) {
      sum.first.bills = static_cast<int>(sum.second.size());
      if (sum.first.net > base::Money{}) list.push_back(std::move(sum.first));
    }
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.net > b.net; });
    list.resize(std::min(list.size(), most));
    return list;
  }
};

}  // namespace

base::Result<ports::MemberProfiling> SqliteStore::profiling(member::MemberNo no) {
  return guarded([&]() -> base::Result<ports::MemberProfiling> {
    ports::MemberProfiling found;
    auto agreed = m_connection.statement("SELECT 1 FROM member_profiling WHERE member=?");
    agreed.bind(1, no.value());
    found.agreed = agreed.executeStep();
    auto tags = m_connection.statement("SELECT tag FROM member_tag WHERE member=? ORDER BY tag");
    tags.bind(1, no.value());
    while (tags.executeStep()) found.tags.push_back(tags.getColumn(0).getString());
    return found;
  });
}

base::Result<ports::BoughtMost> SqliteStore::boughtMost(member::MemberNo no, base::BusinessDate from,
                                                        std::size_t most) {
  return guarded([&]() -> base::Result<ports::BoughtMost> {
    Bought bought;
    auto rows = m_connection.statement(
        "SELECT ifnull((SELECT j.line FROM journal j WHERE j.entry=s.entry), (SELECT f.line FROM fetched f WHERE "
        "f.entry=s.entry)), s.no FROM " KAHUI_BILLS_OF_MEMBER
        " b CROSS JOIN sale s ON s.no=b.no WHERE s.day>=?2 ORDER BY s.at_ms, s.no");
    rows.bind(1, no.value());
    rows.bind(2, from.days());
    while (rows.executeStep()) {
      const auto event = journal::decode(rows.getColumn(0).getString());
      if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
      bought.add(event->payload, rows.getColumn(1).getInt64());
    }
    std::map<std::string, ports::BoughtCategory> categories;
    for (const auto& [sku, article] : bought.by_sku) {
      auto category = m_connection.statement(
          "SELECT p.category, ifnull(c.name_zh, p.category), ifnull(c.name_en, p.category) FROM product p "
          "LEFT JOIN category c ON c.code=p.category WHERE p.sku=?");
      category.bind(1, sku);
      if (!category.executeStep()) continue;
      auto& one = categories[category.getColumn(0).getString()];
      one.code = category.getColumn(0).getString();
      one.name_zh = category.getColumn(1).getString();
      one.name_en = category.getColumn(2).getString();
      one.net += article.net;
    }
    ports::BoughtMost found;
    found.brands = bought.brands(most);
    auto& list = found.categories;
    for (auto& [code, one] : categories)
      if (!code.empty() && one.net > base::Money{}) list.push_back(std::move(one));
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.net > b.net; });
    list.resize(std::min(list.size(), most));
    return found;
  });
}

base::Result<std::vector<ports::StoredEvent>> SqliteStore::clubEvents() {
  return guarded([&]() -> base::Result<std::vector<ports::StoredEvent>> {
    auto rows = m_connection.statement(kEvents);
    rows.bind(1, "");
    std::vector<ports::StoredEvent> events;
    while (rows.executeStep()) events.push_back(readEvent(rows));
    return events;
  });
}

base::Result<std::optional<ports::StoredEvent>> SqliteStore::clubEvent(std::string_view id) {
  if (id.empty()) return std::optional<ports::StoredEvent>();
  return guarded([&]() -> base::Result<std::optional<ports::StoredEvent>> {
    auto row = m_connection.statement(kEvents);
    row.bind(1, std::string(id));
    return row.executeStep() ? std::optional(readEvent(row)) : std::nullopt;
  });
}

base::Result<std::vector<ports::StoredGuest>> SqliteStore::clubGuests(std::string_view event) {
  return guarded([&]() -> base::Result<std::vector<ports::StoredGuest>> {
    // Who has a seat first, then who was asked.
    auto rows = m_connection.statement(
        "SELECT member, state FROM club_guest WHERE event=? ORDER BY CASE state WHEN 1 THEN 0 WHEN 2 THEN 1 WHEN 0 "
        "THEN 2 ELSE 3 END, member LIMIT 2000");
    rows.bind(1, std::string(event));
    std::vector<ports::StoredGuest> guests;
    while (rows.executeStep())
      guests.push_back({member::MemberNo(rows.getColumn(0).getInt64()),
                        static_cast<journal::GuestState>(rows.getColumn(1).getInt())});
    return guests;
  });
}

base::Result<std::optional<journal::GuestState>> SqliteStore::guestState(std::string_view event, member::MemberNo no) {
  return guarded([&]() -> base::Result<std::optional<journal::GuestState>> {
    auto row = m_connection.statement("SELECT state FROM club_guest WHERE event=? AND member=?");
    row.bind(1, std::string(event));
    row.bind(2, no.value());
    if (!row.executeStep()) return std::optional<journal::GuestState>();
    return std::optional(static_cast<journal::GuestState>(row.getColumn(0).getInt()));
  });
}

base::Result<std::int64_t> SqliteStore::benefitUsedSince(member::MemberNo no, std::string_view benefit,
                                                         base::BusinessDate from) {
  return guarded([&]() -> base::Result<std::int64_t> {
    auto row = m_connection.statement(
        "SELECT ifnull(sum(used), 0) FROM benefit_use WHERE member=? AND benefit=? AND period>=?");
    row.bind(1, no.value());
    row.bind(2, std::string(benefit));
    row.bind(3, from.iso());
    return row.executeStep() ? row.getColumn(0).getInt64() : 0;
  });
}

base::Result<std::int64_t> SqliteStore::benefitTotal(std::string_view benefit) {
  return guarded([&]() -> base::Result<std::int64_t> {
    auto row = m_connection.statement("SELECT ifnull(sum(used), 0) FROM benefit_use WHERE benefit=?");
    row.bind(1, std::string(benefit));
    return row.executeStep() ? row.getColumn(0).getInt64() : 0;
  });
}

base::Result<std::vector<std::pair<std::int64_t, std::int64_t>>> SqliteStore::benefitUsers(std::string_view benefit,
                                                                                           std::string_view period) {
  using Users = std::vector<std::pair<std::int64_t, std::int64_t>>;
  return guarded([&]() -> base::Result<Users> {
    auto rows = m_connection.statement(
        "SELECT member, used FROM benefit_use WHERE benefit=? AND period=? AND used>0 ORDER BY member");
    rows.bind(1, std::string(benefit));
    rows.bind(2, std::string(period));
    Users users;
    while (rows.executeStep()) users.emplace_back(rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64());
    return users;
  });
}

base::Result<std::optional<ports::StoredDraw>> SqliteStore::drawHeld(std::string_view draw, std::string_view period) {
  return guarded([&]() -> base::Result<std::optional<ports::StoredDraw>> {
    auto row = m_connection.statement("SELECT winner, entries FROM draw_result WHERE draw=? AND period=?");
    row.bind(1, std::string(draw));
    row.bind(2, std::string(period));
    if (!row.executeStep()) return std::optional<ports::StoredDraw>();
    return std::optional(ports::StoredDraw{row.getColumn(0).getInt64(), row.getColumn(1).getInt64()});
  });
}

std::string SqliteStore::leadKey(std::string_view phone) { return m_sealer.phoneKey(phone).hex(); }

base::Result<std::optional<ports::StoredLead>> SqliteStore::lead(std::string_view key) {
  return guarded([&]() -> base::Result<std::optional<ports::StoredLead>> {
    auto row = m_connection.statement("SELECT referrer, until, joined FROM lead WHERE key=?");
    row.bind(1, std::string(key));
    if (!row.executeStep()) return std::optional<ports::StoredLead>();
    return std::optional(ports::StoredLead{row.getColumn(0).getInt64(),
                                           base::BusinessDate::fromDays(row.getColumn(1).getInt()),
                                           row.getColumn(2).getInt64()});
  });
}

// What the club's events do to its tables
// -------------------------------------------------------------------------------------------------------------------

void SqliteStore::dropTags(std::int64_t member) {
  for (const char* sql : {"DELETE FROM member_tag WHERE member=?", "DELETE FROM member_profiling WHERE member=?"}) {
    auto drop = m_connection.statement(sql);
    drop.bind(1, member);
    drop.exec();
  }
}

void SqliteStore::applyTagged(const journal::MemberTagged& tagged, const journal::Event& event) {
  dropTags(tagged.member);
  if (!tagged.agreed) return;
  auto agreed = m_connection.statement("INSERT INTO member_profiling VALUES(?, ?)");
  agreed.bind(1, tagged.member);
  agreed.bind(2, event.at.utc_ms);
  agreed.exec();
  for (const std::string& tag : tagged.tags) {
    auto insert = m_connection.statement("INSERT OR IGNORE INTO member_tag VALUES(?, ?)");
    insert.bind(1, tagged.member);
    insert.bind(2, tag);
    insert.exec();
  }
}

void SqliteStore::applyPlanned(const journal::EventPlanned& planned) {
  auto put = m_connection.statement("INSERT OR REPLACE INTO club_event VALUES(?, ?, ?, ?, ?, ?, ?)");
  put.bind(1, planned.event);
  put.bind(2, planned.name);
  put.bind(3, planned.place);
  put.bind(4, planned.at.seconds());
  put.bind(5, planned.seats);
  put.bind(6, planned.cancelled ? 1 : 0);
  put.bind(7, planned.members ? 1 : 0);
  put.exec();
}

void SqliteStore::applyGuests(const journal::GuestsMarked& marked, const journal::Event& event) {
  for (const std::int64_t member : marked.members) {
    auto put = m_connection.statement("INSERT OR REPLACE INTO club_guest VALUES(?, ?, ?, ?)");
    put.bind(1, marked.event);
    put.bind(2, member);
    put.bind(3, static_cast<int>(marked.state));
    put.bind(4, event.at.utc_ms);
    put.exec();
  }
}

void SqliteStore::applyLead(const journal::LeadRecorded& lead) {
  auto put = m_connection.statement("INSERT OR REPLACE INTO lead VALUES(?, ?, ?, 0)");
  put.bind(1, lead.phone_key);
  put.bind(2, lead.referrer);
  put.bind(3, lead.until.days());
  put.exec();
}

// The friend came, whoever is the referrer: the lead is used up.
void SqliteStore::applyLeadJoined(const journal::MemberRegistered& joined) {
  if (joined.phone_key.empty()) return;
  auto update = m_connection.statement("UPDATE lead SET joined=?2 WHERE key=?1 AND joined=0");
  update.bind(1, joined.phone_key);
  update.bind(2, joined.no);
  update.exec();
}

void SqliteStore::applyDraw(const journal::DrawHeld& held, const journal::Event& event) {
  auto put = m_connection.statement("INSERT OR REPLACE INTO draw_result VALUES(?, ?, ?, ?, ?)");
  put.bind(1, held.draw);
  put.bind(2, held.period);
  put.bind(3, held.winner);
  put.bind(4, held.entries);
  put.bind(5, event.at.utc_ms);
  put.exec();
}

}  // namespace kahui::store
