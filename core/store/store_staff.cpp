#include <sstream>

#include "core/journal/draft.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

constexpr int kFreeTries = 5;
constexpr std::int64_t kFirstWait_ms = 30'000;
constexpr std::int64_t kLongestWait_ms = 15 * 60'000;

// Nothing for the first tries, then 30 s, doubled with each further wrong PIN (reliability.md, T13).
std::int64_t waitAfter(int wrong_pins) {
  if (wrong_pins < kFreeTries) return 0;
  const int doublings = std::min(wrong_pins - kFreeTries, 5);
  return std::min(kFirstWait_ms << doublings, kLongestWait_ms);
}

constexpr const char* kPinForm = "a PIN has 4 to 12 digits";

std::string rightsText(const ports::Staff& staff) {
  std::string text;
  for (const auto& right : staff.granted) text += (text.empty() ? "+" : " +") + right;
  for (const auto& right : staff.denied) text += (text.empty() ? "-" : " -") + right;
  return text;
}

ports::Staff readStaff(SQLite::Statement& row) {
  ports::Staff staff;
  staff.code = row.getColumn(0).getString();
  staff.name = row.getColumn(1).getString();
  staff.role = static_cast<ports::StaffRole>(row.getColumn(2).getInt());
  staff.pin_hash = row.getColumn(3).getString();
  staff.wrong_pins = row.getColumn(4).getInt();
  staff.locked_until_ms = row.getColumn(5).getInt64();
  std::istringstream rights(row.getColumn(6).getString());
  for (std::string right; rights >> right;)
    (right.front() == '-' ? staff.denied : staff.granted).push_back(right.substr(1));
  return staff;
}

}  // namespace

base::Result<std::optional<ports::Staff>> SqliteStore::staffByCode(std::string_view code) {
  return guarded([&]() -> base::Result<std::optional<ports::Staff>> {
    auto query = m_connection.statement(
        "SELECT code, name, role, pin_hash, wrong_pins, locked_until_ms, rights FROM staff WHERE code=?");
    query.bind(1, std::string(code));
    if (!query.executeStep()) return std::optional<ports::Staff>();
    return std::optional(readStaff(query));
  });
}

base::Result<std::vector<ports::Staff>> SqliteStore::staffList() {
  return guarded([&]() -> base::Result<std::vector<ports::Staff>> {
    auto query = m_connection.statement(
        "SELECT code, name, role, pin_hash, wrong_pins, locked_until_ms, rights FROM staff ORDER BY code");
    std::vector<ports::Staff> list;
    while (query.executeStep()) list.push_back(readStaff(query));
    return list;
  });
}

base::Status SqliteStore::changeStaff(const ports::Staff& staff, const std::optional<std::string>& pin,
                                      const std::string& by, const std::string& note) {
  if (pin && !ports::usablePin(*pin)) return base::fail(base::ErrorCode::BadInput, kPinForm);
  const std::string hash = pin ? m_sealer.hashPin(*pin, *m_options.random) : std::string();
  const base::WallTime at = m_options.clock->now();
  auto draft = journal::makeDraft(at, at.local().date(), {}, *m_options.random, journal::LogNote{by, note});
  return transaction([&]() -> base::Status {
    const auto noted = appendInside(draft);
    if (!noted) return tl::unexpected(noted.error());
    auto put = m_connection.statement(
        "INSERT INTO staff(code, name, role, pin_hash, rights) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET "
        "name=?2, role=?3, rights=?5, pin_hash=CASE WHEN ?6 THEN ?4 ELSE pin_hash END, "
        "wrong_pins=CASE WHEN ?6 THEN 0 ELSE wrong_pins END, "
        "locked_until_ms=CASE WHEN ?6 THEN 0 ELSE locked_until_ms END");
    put.bind(1, staff.code);
    put.bind(2, staff.name);
    put.bind(3, static_cast<int>(staff.role));
    put.bind(4, hash);
    put.bind(5, rightsText(staff));
    put.bind(6, pin ? 1 : 0);
    put.exec();
    return {};
  });
}

base::Result<std::optional<ports::Staff>> SqliteStore::staffByBadge(const member::Credential& card) {
  return guarded([&]() -> base::Result<std::optional<ports::Staff>> {
    const LookupKey key = m_sealer.cardKey(card);
    auto query = m_connection.statement("SELECT staff FROM badge WHERE key=? AND tail=?");
    query.bind(1, key.key);
    query.bind(2, key.tail);
    if (!query.executeStep()) return std::optional<ports::Staff>();
    return staffByCode(query.getColumn(0).getString());
  });
}

base::Result<bool> SqliteStore::hasBadge(std::string_view code) {
  return guarded([&]() -> base::Result<bool> {
    auto query = m_connection.statement("SELECT 1 FROM badge WHERE staff=?");
    query.bind(1, std::string(code));
    return query.executeStep();
  });
}

base::Status SqliteStore::setBadge(const std::string& code, const std::optional<member::Credential>& card,
                                   const std::string& by) {
  if (card) {
    const auto member = memberByCard(*card);
    if (!member) return tl::unexpected(member.error());
    if (*member) return base::fail(base::ErrorCode::CardTaken, "member " + (*member)->member.no.masked());
    const auto holder = staffByBadge(*card);
    if (!holder) return tl::unexpected(holder.error());
    if (*holder && (*holder)->code != code) return base::fail(base::ErrorCode::CardTaken, "staff " + (*holder)->code);
  }
  const base::WallTime at = m_options.clock->now();
  auto draft = journal::makeDraft(at, at.local().date(), {}, *m_options.random,
                                  journal::LogNote{by, "staff badge " + code + (card ? ": given" : ": taken away")});
  return transaction([&]() -> base::Status {
    const auto noted = appendInside(draft);
    if (!noted) return tl::unexpected(noted.error());
    auto remove = m_connection.statement("DELETE FROM badge WHERE staff=?");
    remove.bind(1, code);
    remove.exec();
    if (!card) return {};
    const LookupKey key = m_sealer.cardKey(*card);
    auto put = m_connection.statement("INSERT INTO badge VALUES(?, ?, ?)");
    put.bind(1, code);
    put.bind(2, key.key);
    put.bind(3, key.tail);
    put.exec();
    return {};
  });
}

base::Status SqliteStore::verifyPin(const ports::Staff& staff, std::string_view pin, std::int64_t now_ms) {
  const auto seconds = [&](std::int64_t until_ms) { return std::to_string((until_ms - now_ms + 999) / 1000); };
  // A clock set back would lock for ever: a wait longer than the longest one is no wait.
  const bool locked = staff.locked_until_ms > now_ms && staff.locked_until_ms - now_ms <= kLongestWait_ms;
  if (locked) return base::fail(base::ErrorCode::PinLocked, seconds(staff.locked_until_ms));
  const bool right = m_sealer.pinMatches(pin, staff.pin_hash);
  if (right && staff.wrong_pins == 0) return {};
  const int wrong_pins = right ? 0 : staff.wrong_pins + 1;
  const std::int64_t wait_ms = waitAfter(wrong_pins);
  KAHUI_TRY(transaction([&]() -> base::Status {
    auto update = m_connection.statement("UPDATE staff SET wrong_pins=?, locked_until_ms=? WHERE code=?");
    update.bind(1, wrong_pins);
    update.bind(2, wait_ms > 0 ? now_ms + wait_ms : 0);
    update.bind(3, staff.code);
    update.exec();
    return {};
  }));
  if (right) return {};
  if (wait_ms > 0) return base::fail(base::ErrorCode::PinLocked, seconds(now_ms + wait_ms));
  return base::fail(base::ErrorCode::WrongPin, std::to_string(kFreeTries - wrong_pins));
}

base::Result<bool> SqliteStore::hasMemberPin(member::MemberNo no) {
  return guarded([&]() -> base::Result<bool> {
    auto query = m_connection.statement("SELECT 1 FROM member_pin WHERE member=?");
    query.bind(1, no.value());
    return query.executeStep();
  });
}

base::Status SqliteStore::verifyMemberPin(member::MemberNo no, std::string_view pin, base::BusinessDate day) {
  std::string hash;
  int wrong = 0;
  KAHUI_TRY(guarded([&]() -> base::Status {
    auto query = m_connection.statement("SELECT hash, wrong, day FROM member_pin WHERE member=?");
    query.bind(1, no.value());
    if (!query.executeStep()) return base::fail(base::ErrorCode::RuleRejected, "NO_MEMBER_PIN");
    hash = query.getColumn(0).getString();
    if (query.getColumn(2).getInt() == day.days()) wrong = query.getColumn(1).getInt();
    return {};
  }));
  if (wrong >= kFreeTries) return base::fail(base::ErrorCode::RuleRejected, "MEMBER_PIN_LOCKED");
  const bool right = m_sealer.pinMatches(pin, hash);
  if (right && wrong == 0) return {};
  wrong = right ? 0 : wrong + 1;
  KAHUI_TRY(transaction([&]() -> base::Status {
    auto update = m_connection.statement("UPDATE member_pin SET wrong=?, day=? WHERE member=?");
    update.bind(1, wrong);
    update.bind(2, day.days());
    update.bind(3, no.value());
    update.exec();
    return {};
  }));
  if (right) return {};
  if (wrong >= kFreeTries) return base::fail(base::ErrorCode::RuleRejected, "MEMBER_PIN_LOCKED");
  return base::fail(base::ErrorCode::WrongPin, std::to_string(kFreeTries - wrong));
}

base::Status SqliteStore::setMemberPin(member::MemberNo no, std::string_view pin, const ports::Staff& by) {
  const auto known = memberByNo(no);
  if (!known) return tl::unexpected(known.error());
  if (!*known) return base::fail(base::ErrorCode::UnknownMember, no.text());
  if (!ports::usablePin(pin)) return base::fail(base::ErrorCode::BadInput, kPinForm);
  const std::string hash = m_sealer.hashPin(pin, *m_options.random);
  const base::WallTime at = m_options.clock->now();
  // The note first: a PIN without one would be a change that nobody can be asked about.
  const auto noted = append(journal::makeDraft(at, at.local().date(), {}, *m_options.random,
                                               journal::LogNote{by.code, "member pin: " + no.text()}));
  if (!noted) return tl::unexpected(noted.error());
  return transaction([&]() -> base::Status {
    auto insert = m_connection.statement("INSERT OR REPLACE INTO member_pin(member, hash) VALUES(?, ?)");
    insert.bind(1, no.value());
    insert.bind(2, hash);
    insert.exec();
    return {};
  });
}

base::Status SqliteStore::putStaff(const ports::Staff& staff, std::string_view pin) {
  const std::string hash = pin.empty() ? std::string() : m_sealer.hashPin(pin, *m_options.random);
  return transaction([&]() -> base::Status {
    auto insert = m_connection.statement("INSERT OR REPLACE INTO staff(code, name, role, pin_hash) VALUES(?, ?, ?, ?)");
    insert.bind(1, staff.code);
    insert.bind(2, staff.name);
    insert.bind(3, static_cast<int>(staff.role));
    insert.bind(4, hash);
    insert.exec();
    return {};
  });
}

base::Status SqliteStore::logReveal(const ports::Staff& staff, const std::string& what) {
  const base::WallTime at = m_options.clock->now();
  const auto appended = append(journal::makeDraft(at, at.local().date(), {}, *m_options.random,
                                                  journal::LogNote{staff.code, "reveal: " + what}));
  return appended ? base::Status{} : tl::unexpected(appended.error());
}

base::Result<std::optional<ports::Shift>> SqliteStore::openShift() {
  return guarded([&]() -> base::Result<std::optional<ports::Shift>> {
    auto query = m_connection.statement(
        "SELECT id, operator, day, opening_float, after_sale, opened_ms FROM shift WHERE closed_ms IS NULL "
        "ORDER BY id DESC LIMIT 1");
    if (!query.executeStep()) return std::optional<ports::Shift>();
    ports::Shift shift;
    shift.id = query.getColumn(0).getInt64();
    shift.operator_code = query.getColumn(1).getString();
    shift.business_date = base::BusinessDate::fromDays(query.getColumn(2).getInt());
    shift.opening_float = base::Money(query.getColumn(3).getInt64());
    shift.opened_ms = query.getColumn(5).getInt64();
    auto totals = m_connection.statement("SELECT count(*), ifnull(sum(total), 0) FROM sale WHERE no > ? AND shift=?");
    totals.bind(1, query.getColumn(4).getInt64());
    totals.bind(2, shift.id);
    if (totals.executeStep()) {
      shift.bills = totals.getColumn(0).getInt64();
      shift.total = base::Money(totals.getColumn(1).getInt64());
    }
    return std::optional(shift);
  });
}

base::Result<std::int64_t> SqliteStore::nextShiftId() {
  return guarded([&]() -> base::Result<std::int64_t> {
    auto query = m_connection.statement("SELECT ifnull(max(id), 0) + 1 FROM shift");
    return query.executeStep() ? query.getColumn(0).getInt64() : 1;
  });
}

}  // namespace kahui::store
