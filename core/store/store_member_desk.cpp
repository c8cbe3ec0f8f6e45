// The member desk's side of the store: files, histories, corrections, erasing, exchanges, claims.
#include <fmt/format.h>

#include <algorithm>

#include "core/base/check_digit.hpp"
#include "core/journal/codec.hpp"
#include "core/journal/draft.hpp"
#include "core/member/name.hpp"
#include "core/member/phone.hpp"
#include "core/member/tax_number.hpp"
#include "core/store/blob.hpp"
#include "core/store/free_key.hpp"
#include "core/store/member_bills.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

// An entry's line stands in the journal, or among those that were fetched back.
#define KAHUI_LINE_AT(row)                                  \
  "ifnull((SELECT j.line FROM journal j WHERE j.entry=" row \
  ".entry), (SELECT f.line FROM fetched f WHERE f.entry=" row ".entry))"

constexpr std::int64_t kReceipts =
    100'000'000;  // digits of a claim code: 2 incarnation, 8 receipt, 8 signature, 1 check
constexpr std::size_t kClaimDigits = 19;

base::Result<journal::Event> eventIn(const SQLite::Column& column) {
  auto event = journal::decode(column.getString());
  if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
  return event;
}

std::string receiptIn(const journal::Payload& payload) {
  if (const auto* sale = std::get_if<journal::SaleCompleted>(&payload); sale != nullptr) return sale->receipt_no;
  if (const auto* back = std::get_if<journal::SaleReturned>(&payload); back != nullptr) return back->receipt_no;
  if (const auto* claim = std::get_if<journal::PointsClaimed>(&payload); claim != nullptr) return claim->receipt_no;
  if (const auto* back = std::get_if<journal::ClaimReversed>(&payload); back != nullptr) return back->receipt_no;
  return {};
}

int linesIn(const journal::Payload& payload) {
  if (const auto* sale = std::get_if<journal::SaleCompleted>(&payload); sale != nullptr)
    return static_cast<int>(sale->lines.size());
  if (const auto* back = std::get_if<journal::SaleReturned>(&payload); back != nullptr)
    return static_cast<int>(back->lines.size());
  return 0;
}

const char* calendarOf(const std::optional<member::Birthday>& birthday) {
  if (!birthday) return "";
  return birthday->calendar == member::BirthdayCalendar::Lunar ? "lunar" : "solar";
}

std::string maskedPhone(const std::string& phone) { return phone.empty() ? std::string() : member::maskPhone(phone); }

// What of `profile` becomes another by the correction, put down masked.
std::vector<journal::MemberCorrected::Change> changeProfile(member::Profile& profile,
                                                            const ports::MemberCorrection& wanted) {
  std::vector<journal::MemberCorrected::Change> changes;
  if (wanted.name && *wanted.name != profile.name) {
    changes.push_back({"name", member::maskName(profile.name), member::maskName(*wanted.name)});
    profile.name = *wanted.name;
  }
  if (wanted.phone && *wanted.phone != profile.phone) {
    changes.push_back({"phone", maskedPhone(profile.phone), maskedPhone(*wanted.phone)});
    profile.phone = *wanted.phone;
  }
  if (wanted.birthday && wanted.birthday != profile.birthday) {
    changes.push_back({"birthday", calendarOf(profile.birthday), calendarOf(wanted.birthday)});
    profile.birthday = wanted.birthday;
  }
  if (wanted.tax_no && *wanted.tax_no != profile.tax_no) {
    changes.push_back({"tax_no", member::maskTaxNumber(profile.tax_no), member::maskTaxNumber(*wanted.tax_no)});
    profile.tax_no = *wanted.tax_no;
  }
  if (wanted.contact && *wanted.contact != profile.contact) {
    changes.push_back({"contact", member::maskName(profile.contact), member::maskName(*wanted.contact)});
    profile.contact = *wanted.contact;
  }
  if (wanted.dates && *wanted.dates != profile.dates) {
    changes.push_back({"dates", std::to_string(profile.dates.size()), std::to_string(wanted.dates->size())});
    profile.dates = *wanted.dates;
  }
  return changes;
}

}  // namespace

base::Result<std::vector<ports::PointsMove>> SqliteStore::pointsHistory(member::MemberNo no, int limit) {
  return guarded([&]() -> base::Result<std::vector<ports::PointsMove>> {
    auto query = m_connection.statement("SELECT " KAHUI_LINE_AT(
        "p") ", p.class, p.points, p.expires, p.entry FROM "
             "points_move p WHERE p.member=? AND p.points<>0 ORDER BY p.entry DESC, p.n LIMIT ?");
    query.bind(1, no.value());
    query.bind(2, limit);
    std::vector<ports::PointsMove> moves;
    while (query.executeStep()) {
      auto event = eventIn(query.getColumn(0));
      if (!event) return tl::unexpected(event.error());
      ports::PointsMove move{event->at,
                             std::string(journal::typeName(event->payload)),
                             receiptIn(event->payload),
                             query.getColumn(1).getInt() != 0,
                             base::Points(query.getColumn(2).getInt64()),
                             std::nullopt,
                             {}};
      move.expires = dateOf(query.getColumn(3));
      if (const auto* reward = std::get_if<journal::PointsRewarded>(&event->payload); reward != nullptr)
        move.why = reward->why;
      moves.push_back(std::move(move));
    }
    return moves;
  });
}

base::Result<std::vector<ports::MemberSale>> SqliteStore::salesOf(member::MemberNo no, base::BusinessDate from,
                                                                  int limit) {
  return guarded([&]() -> base::Result<std::vector<ports::MemberSale>> {
    auto query = m_connection.statement("SELECT " KAHUI_LINE_AT(
        "s") ", s.total, s.earned, s.used FROM sale s WHERE "
             "s.no IN " KAHUI_BILLS_OF_MEMBER " AND s.day>=?2 ORDER BY s.at_ms DESC, s.no DESC LIMIT ?3");
    query.bind(1, no.value());
    query.bind(2, from.days());
    query.bind(3, limit);
    std::vector<ports::MemberSale> sales;
    while (query.executeStep()) {
      auto event = eventIn(query.getColumn(0));
      if (!event) return tl::unexpected(event.error());
      sales.push_back({receiptIn(event->payload), event->at.local(), event->business_date,
                       base::Money(query.getColumn(1).getInt64()), base::Points(query.getColumn(2).getInt64()),
                       base::Points(query.getColumn(3).getInt64()), linesIn(event->payload)});
    }
    addChannelBills(no, from, limit, sales);
    return sales;
  });
}

base::Result<std::vector<journal::Event>> SqliteStore::memberChanges(member::MemberNo no, int limit) {
  return guarded([&]() -> base::Result<std::vector<journal::Event>> {
    auto query = m_connection.statement(
        "SELECT " KAHUI_LINE_AT("c") " FROM member_change c WHERE c.member=? ORDER BY c.entry DESC LIMIT ?");
    query.bind(1, no.value());
    query.bind(2, limit);
    std::vector<journal::Event> events;
    while (query.executeStep()) {
      auto event = eventIn(query.getColumn(0));
      if (!event) return tl::unexpected(event.error());
      events.push_back(std::move(*event));
    }
    return events;
  });
}

base::Status SqliteStore::correctMember(const ports::MemberCorrection& wanted, base::WallTime at,
                                        base::BusinessDate day) {
  const auto found = memberByNo(wanted.no);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return base::fail(base::ErrorCode::UnknownMember, wanted.no.masked());
  const auto file = memberFile(wanted.no);
  if (!file) return tl::unexpected(file.error());
  member::Profile profile = (*found)->profile;
  journal::MemberCorrected event;
  event.member = wanted.no.value();
  event.operator_code = wanted.operator_code;
  event.approver = wanted.approver;
  event.changes = changeProfile(profile, wanted);
  if (!event.changes.empty()) {
    auto sealed = sealedProfile((*found)->id, wanted.no.value(), profile);
    if (!sealed) return tl::unexpected(sealed.error());
    event.sealed = *std::move(sealed);
  }
  if (profile.phone != (*found)->profile.phone) {
    const auto holder = memberByPhone(profile.phone);
    if (!holder) return tl::unexpected(holder.error());
    if (*holder) return base::fail(base::ErrorCode::PhoneTaken, member::maskName((*holder)->profile.name));
    event.phone_key = m_sealer.phoneKey(profile.phone).hex();
    event.tail4_key = std::to_string(m_sealer.tailKey(profile.phone.substr(profile.phone.size() - 4)));
    event.tail6_key = std::to_string(m_sealer.tailKey(profile.phone.substr(profile.phone.size() - 6)));
  }
  const auto flag = [&](const char* field, const std::optional<bool>& now, bool before, std::optional<bool>& put) {
    if (!now || *now == before) return;
    event.changes.push_back({field, before ? "1" : "0", *now ? "1" : "0"});
    put = now;
  };
  flag("company", wanted.company, file->company, event.company);
  // L4: a member who was taken over with a consent may say no, too.
  const auto addressed = mayAddress(wanted.no);
  if (!addressed) return tl::unexpected(addressed.error());
  flag("marketing", wanted.marketing, wanted.marketing.value_or(true) ? file->marketing : *addressed, event.marketing);
  if (!wanted.terms.empty() && wanted.terms != file->consent)
    event.changes.push_back({std::string(journal::kTermsField), file->consent, wanted.terms});
  if (event.changes.empty()) return base::fail(base::ErrorCode::BadInput, "nothing is changed");
  const auto appended = append(journal::makeDraft(at, day, {}, *m_options.random, std::move(event)));
  return appended ? base::Status{} : tl::unexpected(appended.error());
}

base::Status SqliteStore::eraseMember(member::MemberNo no, const std::string& operator_code, base::WallTime at,
                                      base::BusinessDate day) {
  const auto found = memberByNo(no);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return base::fail(base::ErrorCode::UnknownMember, no.masked());
  const base::Status erased = transaction([&]() -> base::Status {
    KAHUI_TRY(forgetMember(no.value(), (*found)->id));
    for (journal::Payload payload : {journal::Payload(journal::LogNote{operator_code, "erase: " + no.text()}),
                                     journal::Payload(journal::EraseDone{no.value(), (*found)->id})}) {
      auto draft = journal::makeDraft(at, day, {}, *m_options.random, std::move(payload));
      if (const auto appended = appendInside(draft); !appended) return tl::unexpected(appended.error());
    }
    return {};
  });
  if (erased && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return erased;
}

// The salt goes, and with it what was sealed under it, in the file and in the journal.
base::Status SqliteStore::forgetMember(std::int64_t no, const base::Id& id) {
  KAHUI_TRY(setProfile(no, id, {}));
  dropTags(no);
  auto update = m_connection.statement("UPDATE member SET status=? WHERE no=?");
  update.bind(1, static_cast<int>(member::MemberStatus::Cancelled));
  update.bind(2, no);
  update.exec();
  for (const char* sql : {"DELETE FROM member_pin WHERE member=?", "DELETE FROM member_file WHERE member=?",
                          "DELETE FROM profile_out WHERE no=?", "DELETE FROM member_standing WHERE member=?",
                          "DELETE FROM member_group WHERE member=?", "DELETE FROM delivery WHERE member=?",
                          "DELETE FROM tier_hand WHERE member=?", "DELETE FROM channel_bill WHERE member=?",
                          "DELETE FROM task_text WHERE id IN (SELECT id FROM task WHERE member=?)",
                          "DELETE FROM task_text WHERE id IN (SELECT id FROM comment WHERE member=?)"}) {
    auto drop = m_connection.statement(sql);
    drop.bind(1, no);
    drop.exec();
  }
  return {};
}

std::string SqliteStore::claimCode(std::string_view receipt_no) {
  const auto key = receiptKey(receipt_no);
  if (!key) return {};
  const std::int64_t incarnation = *key >> 40;
  const std::int64_t number = *key & ((std::int64_t{1} << 40) - 1);
  if (incarnation > 99 || number >= kReceipts) return {};
  const auto signature = static_cast<std::uint64_t>(m_sealer.claimKey(*key).key) % kReceipts;
  std::string code = fmt::format("{:02}{:08}{:08}", incarnation, number, signature);
  code.push_back(*base::luhnCheckDigit(code));
  return code;
}

base::Result<std::optional<std::string>> SqliteStore::receiptOfClaim(std::string_view code) {
  if (code.size() != kClaimDigits || !base::allDigits(code) || !base::validLuhn(code))
    return std::optional<std::string>();
  const auto number = [&](std::size_t from, std::size_t digits) -> std::int64_t {
    return std::stoll(std::string(code.substr(from, digits)));
  };
  return guarded([&]() -> base::Result<std::optional<std::string>> {
    auto query = m_connection.statement("SELECT " KAHUI_LINE_AT("s") " FROM sale s WHERE s.no=?");
    query.bind(1, (number(0, 2) << 40) | number(2, 8));
    if (!query.executeStep()) return std::optional<std::string>();
    auto event = eventIn(query.getColumn(0));
    if (!event) return tl::unexpected(event.error());
    const std::string receipt = receiptIn(event->payload);
    return claimCode(receipt) == code ? std::optional(receipt) : std::nullopt;
  });
}

base::Result<std::optional<ports::StoredClaim>> SqliteStore::claimOf(std::string_view receipt_no) {
  const auto key = receiptKey(receipt_no);
  if (!key) return std::optional<ports::StoredClaim>();
  return guarded([&]() -> base::Result<std::optional<ports::StoredClaim>> {
    auto query =
        m_connection.statement("SELECT " KAHUI_LINE_AT("c") ", c.reversed, c.entry FROM claim c WHERE c.receipt=?");
    query.bind(1, *key);
    if (!query.executeStep()) return std::optional<ports::StoredClaim>();
    auto event = eventIn(query.getColumn(0));
    if (!event) return tl::unexpected(event.error());
    const auto* what = std::get_if<journal::PointsClaimed>(&event->payload);
    if (what == nullptr) return base::fail(base::ErrorCode::StoreCorrupt, "claim");
    return std::optional(
        ports::StoredClaim{*what, base::Points(query.getColumn(1).getInt64()), query.getColumn(2).getInt64()});
  });
}

base::Result<bool> SqliteStore::claimedAway(const base::Id& sale) {
  return guarded([&]() -> base::Result<bool> {
    auto query = m_connection.statement("SELECT 1 FROM claim_away WHERE sale=?");
    query.bind(1, sale.hex());
    return query.executeStep();
  });
}

base::Result<std::vector<ports::StoredExchange>> SqliteStore::exchangesSince(member::MemberNo no,
                                                                             base::BusinessDate from) {
  return guarded([&]() -> base::Result<std::vector<ports::StoredExchange>> {
    auto query = m_connection.statement("SELECT " KAHUI_LINE_AT(
        "e") ", e.day, e.cancelled FROM exchange e WHERE "
             "e.member=? AND e.day>=? ORDER BY e.entry");
    query.bind(1, no.value());
    query.bind(2, from.days());
    std::vector<ports::StoredExchange> exchanges;
    while (query.executeStep()) {
      auto event = eventIn(query.getColumn(0));
      if (!event) return tl::unexpected(event.error());
      const auto* what = std::get_if<journal::PointsExchanged>(&event->payload);
      if (what == nullptr) return base::fail(base::ErrorCode::StoreCorrupt, "exchange");
      exchanges.push_back({event->id, base::BusinessDate::fromDays(query.getColumn(1).getInt()), *what,
                           query.getColumn(2).getInt() != 0});
    }
    return exchanges;
  });
}

// What the desk's events do to its tables
// -------------------------------------------------------------------------------------------------------------------

void SqliteStore::noteChange(std::int64_t member) {
  auto insert = m_connection.statement("INSERT OR IGNORE INTO member_change VALUES(?, ?)");
  insert.bind(1, member);
  insert.bind(2, m_place.entry);
  insert.exec();
}

void SqliteStore::applyJoining(const journal::MemberRegistered& joined, const journal::Event& event) {
  if (joined.operator_code.empty()) return;  // imported or made: nothing was asked
  noteChange(joined.no);
  auto insert = m_connection.statement("INSERT OR REPLACE INTO member_file VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)");
  insert.bind(1, joined.no);
  insert.bindNoCopy(2, joined.via);
  insert.bind(3, joined.marketing ? 1 : 0);
  insert.bind(4, joined.company ? 1 : 0);
  insert.bind(5, joined.referrer);
  insert.bindNoCopy(6, joined.form);
  insert.bindNoCopy(7, joined.consent);
  insert.bind(8, event.at.utc_ms);
  insert.bindNoCopy(9, joined.operator_code);
  insert.exec();
}

// A profile that does not open here was sealed with a salt that is lost (store_branches.cpp): it is passed over.
void SqliteStore::applySealed(std::int64_t member, const std::string& sealed) {
  const base::Bytes bytes = base::fromBase64(sealed).value_or(base::Bytes{});
  auto row = m_connection.statement("SELECT id, salt FROM member WHERE no=?");
  row.bind(1, member);
  base::Id::Raw id{};
  Salt salt{};
  if (!row.executeStep() || !copyBlob(row.getColumn(0), id) || !copyBlob(row.getColumn(1), salt)) return;
  if (!m_sealer.open(base::Id(id), salt, bytes)) return;
  auto update = m_connection.statement("UPDATE member SET sealed=? WHERE no=?");
  update.bind(1, bytes.data(), static_cast<int>(bytes.size()));
  update.bind(2, member);
  update.exec();
  noteProfile(member);
}

void SqliteStore::applyCorrection(const journal::MemberCorrected& corrected, const journal::Event& event) {
  noteChange(corrected.member);
  if (!corrected.sealed.empty()) applySealed(corrected.member, corrected.sealed);
  if (const auto phone = LookupKey::parse(corrected.phone_key); phone) {
    for (const char* sql : {"DELETE FROM phone WHERE member=?", "DELETE FROM phone_tail WHERE member=?"}) {
      auto drop = m_connection.statement(sql);
      drop.bind(1, corrected.member);
      drop.exec();
    }
    putPhone(corrected.member, *phone, {std::stoll(corrected.tail4_key), std::stoll(corrected.tail6_key)});
    forgetPhoneCheck(corrected.member);
  }
  // Who was taken over with a consent keeps it (L4), whatever is corrected.
  auto file = m_connection.statement(
      "INSERT OR IGNORE INTO member_file SELECT ?1, '', coalesce((SELECT consent<>'' FROM member_join WHERE "
      "member=?1), "
      "0), 0, 0, '', coalesce((SELECT consent FROM member_join WHERE member=?1), ''), 0, '', NULL");
  file.bind(1, corrected.member);
  file.exec();
  for (const auto& change : corrected.changes) {
    if (change.field != journal::kTermsField) continue;
    auto agreed = m_connection.statement("UPDATE member_file SET consent=?2, consent_ms=?3 WHERE member=?1");
    agreed.bind(1, corrected.member);
    agreed.bindNoCopy(2, change.after);
    agreed.bind(3, event.at.utc_ms);
    agreed.exec();
  }
  // Filling in what was empty is no change (I7).
  const bool birthday = std::any_of(corrected.changes.begin(), corrected.changes.end(), [](const auto& change) {
    return change.field == "birthday" && !change.before.empty();
  });
  auto update = m_connection.statement(
      "UPDATE member_file SET marketing=ifnull(?2, marketing), company=ifnull(?3, company), "
      "birthday_changed=ifnull(?4, birthday_changed) WHERE member=?1");
  update.bind(1, corrected.member);
  const auto bindFlag = [&](int index, const std::optional<bool>& value) {
    if (value) {
      update.bind(index, *value ? 1 : 0);
    } else {
      update.bind(index);
    }
  };
  bindFlag(2, corrected.marketing);
  bindFlag(3, corrected.company);
  if (birthday) {
    update.bind(4, event.business_date.days());
  } else {
    update.bind(4);
  }
  update.exec();
}

void SqliteStore::applyFreeze(const journal::PointsFrozen& frozen) {
  noteChange(frozen.member);
  auto update = m_connection.statement("UPDATE member SET frozen=max(0, frozen+?2) WHERE no=?1");
  update.bind(1, frozen.member);
  update.bind(2, frozen.release ? -frozen.points.value() : frozen.points.value());
  update.exec();
  if (!frozen.account) return;
  // Releasing is no way round the approval of an application.
  auto status = m_connection.statement("UPDATE member SET status=?2 WHERE no=?1 AND status NOT IN (?3, ?4, ?5)");
  status.bind(1, frozen.member);
  status.bind(2, static_cast<int>(frozen.release ? member::MemberStatus::Active : member::MemberStatus::Frozen));
  status.bind(3, static_cast<int>(member::MemberStatus::Cancelled));
  status.bind(4, static_cast<int>(member::MemberStatus::Pending));
  status.bind(5, static_cast<int>(member::MemberStatus::Refused));
  status.exec();
}

void SqliteStore::applyVoid(const journal::PointsVoided& voided) {
  noteChange(voided.member);
  base::Points gone;
  for (const auto& lot : voided.lots) gone += lot.points;
  auto update = m_connection.statement("UPDATE member SET frozen=max(0, frozen-?2) WHERE no=?1");
  update.bind(1, voided.member);
  update.bind(2, gone.value());
  update.exec();
}

void SqliteStore::applyClaim(const journal::PointsClaimed& claimed, const journal::Event& event) {
  if (claimed.away) {  // receipts of other tills have numbers of their own
    auto away = m_connection.statement("INSERT INTO claim_away VALUES(?, ?, ?, ?)");
    away.bind(1, event.cause.value_or(base::Id{}).hex());
    away.bind(2, claimed.member);
    away.bind(3, m_place.entry);
    away.bind(4, claimed.points.value());
    away.exec();
    return;
  }
  auto insert = m_connection.statement("INSERT INTO claim VALUES(?, ?, ?, ?, 0)");
  insert.bind(1, receiptKey(claimed.receipt_no).value_or(0));
  insert.bind(2, claimed.member);
  insert.bind(3, m_place.entry);
  insert.bind(4, claimed.points.value());
  insert.exec();
}

void SqliteStore::applyClaimReversed(const journal::ClaimReversed& reversed) {
  auto update = m_connection.statement("UPDATE claim SET reversed=reversed+? WHERE receipt=?");
  update.bind(1, reversed.points.value());
  update.bind(2, receiptKey(reversed.receipt_no).value_or(0));
  update.exec();
}

void SqliteStore::applyExchange(const journal::PointsExchanged& exchanged, const journal::Event& event) {
  auto insert = m_connection.statement("INSERT INTO exchange VALUES(?, ?, ?, ?, 0)");
  insert.bind(1, exchanged.member);
  insert.bind(2, m_place.entry);
  insert.bind(3, event.id.raw().data(), 16);
  insert.bind(4, event.at.local().date().days());
  insert.exec();
}

void SqliteStore::applyExchangeCancelled(const journal::ExchangeCancelled& cancelled, const journal::Event& event) {
  if (!event.cause) return;
  auto update = m_connection.statement("UPDATE exchange SET cancelled=1 WHERE member=? AND id=?");
  update.bind(1, cancelled.member);
  update.bind(2, event.cause->raw().data(), 16);
  update.exec();
}

}  // namespace kahui::store
