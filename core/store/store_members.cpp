#include <algorithm>

#include "core/journal/draft.hpp"
#include "core/member/phone.hpp"
#include "core/store/blob.hpp"
#include "core/store/free_key.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

// The columns that readMember() takes, in its order.
#define KAHUI_MEMBER_COLUMNS                                                                                  \
  "m.no, m.id, m.status, m.tier, m.tier_since, m.noncash, m.cashable, m.frozen, m.lifetime, m.demoted_from, " \
  "m.since_demotion, m.joined, "                                                                              \
  "m.last_purchase, m.salt, m.sealed, "                                                                       \
  "ifnull((SELECT g.code FROM member_group g WHERE g.member=m.no), ''), "                                     \
  "(SELECT ifnull(h.until, 0) FROM tier_hand h WHERE h.member=m.no)"
constexpr int kMemberColumns = 17;

std::string tailOf(const std::string& phone, std::size_t digits) { return phone.substr(phone.size() - digits); }

}  // namespace

base::Result<member::Member> SqliteStore::readMember(SQLite::Statement& row) {
  member::Member member;
  base::Id::Raw id{};
  Salt salt{};
  if (!copyBlob(row.getColumn(1), id) || !copyBlob(row.getColumn(13), salt))
    return base::fail(base::ErrorCode::StoreCorrupt, "member row");
  const auto at = [&](int column) { return row.getColumn(column).getInt64(); };
  const auto date = [&](int column) { return base::BusinessDate::fromDays(row.getColumn(column).getInt()); };
  member.no = member::MemberNo(at(0));
  member.id = base::Id(id);
  member.status = static_cast<member::MemberStatus>(at(2));
  member.tier = row.getColumn(3).getString();
  member.tier_since = date(4);
  member.noncash = base::Points(at(5));
  member.cashable = base::Points(at(6));
  member.frozen = base::Points(at(7));
  member.lifetime = base::Points(at(8));
  member.demoted_from = row.getColumn(9).getString();
  member.since_demotion = base::Money(at(10));
  member.joined = date(11);
  if (!row.getColumn(12).isNull()) member.last_purchase = date(12);
  const SQLite::Column sealed = row.getColumn(14);
  auto profile =
      m_sealer.open(member.id, salt,
                    {static_cast<const std::uint8_t*>(sealed.getBlob()), static_cast<std::size_t>(sealed.getBytes())});
  if (!profile) return tl::unexpected(profile.error());
  member.profile = std::move(*profile);
  member.group = row.getColumn(15).getString();
  member.tier_by_hand = !row.getColumn(16).isNull();
  if (member.tier_by_hand && at(16) != 0) member.tier_until = date(16);
  return member;
}

base::Status SqliteStore::eachMember(const std::function<void(const member::Member&)>& each) {
  KAHUI_TRY(settleAll());
  return guarded([&]() -> base::Status {
    auto row = m_connection.statement("SELECT " KAHUI_MEMBER_COLUMNS " FROM member m ORDER BY m.no");
    while (row.executeStep()) {
      const auto member = readMember(row);
      if (!member) return tl::unexpected(member.error());
      each(*member);
    }
    return {};
  });
}

base::Result<std::optional<ports::CardHit>> SqliteStore::memberByCard(const member::Credential& credential) {
  if (!m_in_force.empty()) KAHUI_TRY(settleFound(m_sealer.cardKey(credential), true));
  return guarded([&]() -> base::Result<std::optional<ports::CardHit>> {
    const LookupKey key = m_sealer.cardKey(credential);
    auto query = m_connection.statement("SELECT " KAHUI_MEMBER_COLUMNS
                                        ", c.status, c.kind FROM card c JOIN member m ON m.no=c.member "
                                        "WHERE c.key BETWEEN ?1 AND ?1+3 AND c.tail=?2");
    query.bind(1, key.key);
    query.bind(2, key.tail);
    if (!query.executeStep()) return std::optional<ports::CardHit>();
    auto member = readMember(query);
    if (!member) return tl::unexpected(member.error());
    auto status = static_cast<member::CardStatus>(query.getColumn(kMemberColumns).getInt());
    const auto kind = static_cast<member::CredentialKind>(query.getColumn(kMemberColumns + 1).getInt());
    if (status == member::CardStatus::Active) status = blockedAtHeadquarters(credential);
    return std::optional(ports::CardHit{status, kind, std::move(*member)});
  });
}

member::CardStatus SqliteStore::blockedAtHeadquarters(const member::Credential& credential) {
  if (!m_card_hash) return member::CardStatus::Active;
  auto query = m_connection.statement("SELECT status FROM blocked_card WHERE hash=?");
  query.bind(1, m_card_hash(credential));
  return query.executeStep() ? static_cast<member::CardStatus>(query.getColumn(0).getInt())
                             : member::CardStatus::Active;
}

base::Result<std::optional<member::Member>> SqliteStore::memberByPhone(std::string_view phone) {
  if (!m_in_force.empty()) KAHUI_TRY(settleFound(m_sealer.phoneKey(phone), true));
  return guarded([&]() -> base::Result<std::optional<member::Member>> {
    const LookupKey key = m_sealer.phoneKey(phone);
    auto query = m_connection.statement(
        "SELECT " KAHUI_MEMBER_COLUMNS
        " FROM phone p JOIN member m ON m.no=p.member WHERE p.key BETWEEN ?1 AND ?1+3 AND p.tail=?2");
    query.bind(1, key.key);
    query.bind(2, key.tail);
    if (!query.executeStep()) return std::optional<member::Member>();
    auto member = readMember(query);
    if (!member) return tl::unexpected(member.error());
    return std::optional(std::move(*member));
  });
}

base::Result<std::optional<member::Member>> SqliteStore::memberByNo(member::MemberNo no) {
  KAHUI_TRY(settleMember(no.value()));
  return guarded([&]() -> base::Result<std::optional<member::Member>> {
    auto query = m_connection.statement("SELECT " KAHUI_MEMBER_COLUMNS " FROM member m WHERE m.no=?");
    query.bind(1, no.value());
    if (!query.executeStep()) return std::optional<member::Member>();
    auto member = readMember(query);
    if (!member) return tl::unexpected(member.error());
    return std::optional(std::move(*member));
  });
}

base::Result<std::vector<member::Member>> SqliteStore::membersByPhoneTail(std::string_view digits, int limit) {
  if (!m_in_force.empty()) KAHUI_TRY(settleFound({m_sealer.tailKey(digits), 0}, false));
  return guarded([&]() -> base::Result<std::vector<member::Member>> {
    auto query =
        m_connection.statement("SELECT " KAHUI_MEMBER_COLUMNS
                               " FROM phone_tail t JOIN member m ON m.no=t.member WHERE t.key=? ORDER BY t.member");
    query.bind(1, m_sealer.tailKey(digits));
    std::vector<member::Member> members;
    // Others may share the 32 bits of the key: who does not end so does not count against the limit.
    while (std::ssize(members) < limit && query.executeStep()) {
      auto member = readMember(query);
      if (!member) return tl::unexpected(member.error());
      if (member->profile.phone.ends_with(digits)) members.push_back(std::move(*member));
    }
    return members;
  });
}

base::Result<std::vector<member::MemberNo>> SqliteStore::joinMembers(std::span<const ports::MemberToJoin> members,
                                                                     base::WallTime at, base::BusinessDate day,
                                                                     std::vector<JoinError>& row_errors) {
  std::vector<member::MemberNo> numbers;
  KAHUI_TRY(transaction([&]() -> base::Status { return joinRows(members, at, day, row_errors, numbers); }));
  if (m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return numbers;
}

base::Status SqliteStore::joinRows(std::span<const ports::MemberToJoin> members, base::WallTime at,
                                   base::BusinessDate day, std::vector<JoinError>& row_errors,
                                   std::vector<member::MemberNo>& numbers) {
  for (std::size_t row = 0; row < members.size(); ++row) {
    auto draft = memberDraft(members[row], at, day);
    if (!draft && draft.error().code != base::ErrorCode::BadInput) return tl::unexpected(draft.error());
    if (!draft) {
      row_errors.push_back({row, draft.error()});  // a duplicate: an error of its row
      continue;
    }
    const journal::MemberRegistered joined = std::get<journal::MemberRegistered>(draft->payload);
    numbers.emplace_back(joined.no);
    const auto appended = appendInside(*draft);
    if (!appended) return tl::unexpected(appended.error());
    if (members[row].gift)
      KAHUI_TRY(giveJoinGift(*draft, joined.no, joined.phone_key, *members[row].gift, members[row].operator_code));
    if (!members[row].group.empty()) KAHUI_TRY(joinGroup(*draft, joined.no, members[row]));
  }
  return {};
}

base::Result<std::vector<member::MemberNo>> SqliteStore::checkMembers(std::span<const ports::MemberToJoin> members,
                                                                      std::vector<JoinError>& row_errors) {
  std::vector<member::MemberNo> numbers;
  for (std::size_t row = 0; row < members.size(); ++row) {
    if (const auto free = memberIsFree(members[row]); free) {
      numbers.push_back(members[row].no);
    } else if (free.error().code == base::ErrorCode::BadInput) {
      row_errors.push_back({row, free.error()});
    } else {
      return tl::unexpected(free.error());
    }
  }
  return numbers;
}

base::Status SqliteStore::memberIsFree(const ports::MemberToJoin& wanted) {
  if (wanted.no.value() != 0) {
    const auto taken = memberByNo(wanted.no);
    if (!taken) return tl::unexpected(taken.error());
    if (*taken) return base::fail(base::ErrorCode::BadInput, "member number already in use");
  }
  if (!wanted.profile.phone.empty()) {
    const auto other = memberByPhone(wanted.profile.phone);
    if (!other) return tl::unexpected(other.error());
    if (*other) return base::fail(base::ErrorCode::BadInput, "telephone number already in use by another member");
  }
  for (const member::Credential& card : wanted.profile.cards) {
    const auto other = memberByCard(card);
    if (!other) return tl::unexpected(other.error());
    if (*other) return base::fail(base::ErrorCode::BadInput, "card already in use by another member");
  }
  return {};
}

// The numbers of a register that headquarters did not give a range follow from its position.
std::int64_t SqliteStore::memberBase() {
  auto given = m_connection.statement("SELECT CAST(value AS INTEGER) FROM meta WHERE key='member_from'");
  const std::int64_t from = given.executeStep() ? given.getColumn(0).getInt64() : 0;
  return from > 0 ? from : 900'000'000 + std::stoll(m_info.position) * 1'000'000;
}

base::Result<journal::Draft> SqliteStore::memberDraft(const ports::MemberToJoin& wanted, base::WallTime at,
                                                      base::BusinessDate day) {
  KAHUI_TRY(memberIsFree(wanted));
  journal::MemberRegistered joined;
  joined.no = wanted.no.value();
  if (joined.no == 0) {
    auto next = m_connection.statement("UPDATE meta SET value=value+1 WHERE key='member_next' RETURNING value-1");
    if (!next.executeStep()) return base::fail(base::ErrorCode::StoreCorrupt, "no member number range");
    joined.no = member::MemberNo::fromBody(memberBase() + next.getColumn(0).getInt64()).value();
  }
  joined.id = base::Id::make(at.utc_ms, *m_options.random);
  joined.tier = wanted.tier;
  joined.consent = wanted.consent;
  joined.source = wanted.source;
  joined.opening = wanted.opening;
  joined.lifetime = wanted.lifetime;
  joined.opening_expires = wanted.opening_expires;
  joined.operator_code = wanted.operator_code;
  joined.via = wanted.via;
  joined.marketing = wanted.marketing;
  joined.company = wanted.company;
  joined.referrer = wanted.referrer;
  joined.referrer_id = wanted.referrer_id;
  joined.form = wanted.form;
  joined.pending = wanted.pending;
  joined.receipt = wanted.receipt;
  joined.joined = wanted.joined.days() != 0 ? wanted.joined : day;
  if (const std::string& phone = wanted.profile.phone; !phone.empty()) {
    joined.phone_key = m_sealer.phoneKey(phone).hex();
    joined.tail4_key = std::to_string(m_sealer.tailKey(tailOf(phone, 4)));
    joined.tail6_key = std::to_string(m_sealer.tailKey(tailOf(phone, 6)));
  }
  for (std::size_t i = 0; i < wanted.profile.cards.size(); ++i) {
    const member::Credential& card = wanted.profile.cards[i];
    const auto status = i < wanted.card_status.size() ? wanted.card_status[i] : member::CardStatus::Active;
    joined.cards.push_back(
        {std::string(member::name(card.kind)), m_sealer.cardKey(card).hex(), std::string(member::name(status))});
  }
  m_options.random->fill(m_next_salt);
  joined.sealed = base::toBase64(m_sealer.seal(joined.id, m_next_salt, wanted.profile, *m_options.random));

  return journal::makeDraft(at, day, {}, *m_options.random, std::move(joined));
}

void SqliteStore::applyMember(const journal::MemberRegistered& joined, const journal::Event& event) {
  auto insert =
      m_connection.statement("INSERT INTO member VALUES(?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, NULL, 0, ?, NULL, ?, ?)");
  const base::Bytes sealed = base::fromBase64(joined.sealed).value_or(base::Bytes{});
  insert.bind(1, joined.no);
  insert.bind(2, joined.id.raw().data(), 16);
  insert.bind(3, static_cast<int>(joined.pending ? member::MemberStatus::Pending : member::MemberStatus::Active));
  insert.bind(4, joined.tier);
  insert.bind(5, event.business_date.days());
  insert.bind(6, joined.joined.days());
  insert.bind(7, m_next_salt.data(), static_cast<int>(m_next_salt.size()));
  insert.bind(8, sealed.data(), static_cast<int>(sealed.size()));
  insert.exec();

  if (const auto phone = LookupKey::parse(joined.phone_key); phone)
    putPhone(joined.no, *phone, {std::stoll(joined.tail4_key), std::stoll(joined.tail6_key)});
  for (const journal::IssuedCard& card : joined.cards) insertCard(joined.no, card);
  if (joined.pending) noteApplication(joined.no);
  applyJoining(joined, event);
  noteProfile(joined.no);
}

// Only an enrolled till has anybody to tell; what was there before is noted at enrolment.
void SqliteStore::noteProfile(std::int64_t no) {
  if (!m_info.enrolled) return;
  auto put = m_connection.statement("INSERT OR IGNORE INTO profile_out VALUES(?)");
  put.bind(1, no);
  put.exec();
}

base::Result<std::vector<member::Member>> SqliteStore::profilesToSend(int limit) {
  std::vector<std::int64_t> numbers;
  KAHUI_TRY(guarded([&]() -> base::Status {
    auto query = m_connection.statement("SELECT no FROM profile_out ORDER BY no LIMIT ?");
    query.bind(1, limit);
    while (query.executeStep()) numbers.push_back(query.getColumn(0).getInt64());
    return {};
  }));
  std::vector<member::Member> members;
  for (const std::int64_t no : numbers) {
    auto member = memberByNo(member::MemberNo(no));
    if (!member) return tl::unexpected(member.error());
    if (*member) members.push_back(**std::move(member));
  }
  return members;
}

base::Status SqliteStore::profilesSent(const std::vector<member::MemberNo>& members) {
  return transaction([&]() -> base::Status {
    for (const member::MemberNo no : members) {
      auto drop = m_connection.statement("DELETE FROM profile_out WHERE no=?");
      drop.bind(1, no.value());
      drop.exec();
    }
    return {};
  });
}

void SqliteStore::putPhone(std::int64_t no, const LookupKey& phone, std::array<std::int64_t, 2> tails) {
  auto row = m_connection.statement("INSERT INTO phone VALUES(?, ?, ?)");
  row.bind(1, freeKey(m_connection, "SELECT 1 FROM phone WHERE key=?", phone));
  row.bind(2, phone.tail);
  row.bind(3, no);
  row.exec();
  for (const std::int64_t tail : tails) {
    auto suffix = m_connection.statement("INSERT OR IGNORE INTO phone_tail VALUES(?, ?)");
    suffix.bind(1, tail);
    suffix.bind(2, no);
    suffix.exec();
  }
}

base::Result<ports::MemberFile> SqliteStore::memberFile(member::MemberNo no) {
  return guarded([&]() -> base::Result<ports::MemberFile> {
    auto query = m_connection.statement(
        "SELECT via, marketing, company, referrer, form, consent, consent_ms, operator, birthday_changed FROM "
        "member_file WHERE member=?");
    query.bind(1, no.value());
    ports::MemberFile file;
    if (!query.executeStep()) {  // taken over, and nothing was asked here since
      auto join = m_connection.statement("SELECT consent FROM member_join WHERE member=?");
      join.bind(1, no.value());
      if (join.executeStep()) file.consent = join.getColumn(0).getString();
      return file;
    }
    file.via = query.getColumn(0).getString();
    file.marketing = query.getColumn(1).getInt() != 0;
    file.company = query.getColumn(2).getInt() != 0;
    file.referrer = query.getColumn(3).getInt64();
    file.form = query.getColumn(4).getString();
    file.consent = query.getColumn(5).getString();
    file.consent_ms = query.getColumn(6).getInt64();
    file.operator_code = query.getColumn(7).getString();
    file.birthday_changed = dateOf(query.getColumn(8));
    return file;
  });
}

}  // namespace kahui::store
