// A member's standing: applications and who judged them (S001-104), the gift of joining, groups (S001-40).
#include "core/base/text.hpp"
#include "core/journal/draft.hpp"
#include "core/store/blob.hpp"
#include "core/store/free_key.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

using member::MemberStatus;

base::Result<ports::MemberStanding> SqliteStore::memberStanding(member::MemberNo no) {
  return guarded([&]() -> base::Result<ports::MemberStanding> {
    auto row = m_connection.statement(
        "SELECT s.reason, s.gift, m.status FROM member_standing s JOIN member m ON m.no=s.member WHERE s.member=?");
    row.bind(1, no.value());
    ports::MemberStanding standing;
    if (!row.executeStep()) return standing;
    standing.reason = row.getColumn(0).getString();
    standing.gift_due =
        row.getColumn(1).getInt() != 0 && row.getColumn(2).getInt() == static_cast<int>(MemberStatus::Active);
    return standing;
  });
}

base::Status SqliteStore::judgeMember(const ports::MemberJudgement& judged, const ports::JoinGift* gift,
                                      base::WallTime at, base::BusinessDate day) {
  const auto found = memberByNo(judged.no);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return base::fail(base::ErrorCode::UnknownMember, judged.no.masked());
  const MemberStatus status = (*found)->status;
  const bool open = status == MemberStatus::Pending || (judged.approved && status == MemberStatus::Refused);
  if (!open) return base::fail(base::ErrorCode::RuleRejected, "NOT_PENDING");
  const base::Status done = transaction([&]() -> base::Status {
    const bool ours = joinedHere(judged.no.value());
    auto draft = journal::makeDraft(at, day, gift != nullptr ? gift->rules_version : std::string(), *m_options.random,
                                    journal::MemberJudged{judged.no.value(), (*found)->id, judged.approved,
                                                          judged.reason, judged.operator_code, judged.approver});
    if (const auto appended = appendInside(draft); !appended) return tl::unexpected(appended.error());
    if (!judged.approved || !ours || gift == nullptr) return {};
    return giveJoinGift(draft, judged.no.value(), phoneKeyOf((*found)->profile), *gift, judged.operator_code);
  });
  if (done && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return done;
}

base::Result<std::vector<member::MemberNo>> SqliteStore::joinGiftsDue(int limit) {
  return guarded([&]() -> base::Result<std::vector<member::MemberNo>> {
    auto rows = m_connection.statement(
        "SELECT s.member FROM member_standing s JOIN member m ON m.no=s.member WHERE s.gift=1 AND m.status=? "
        "ORDER BY s.member LIMIT ?");
    rows.bind(1, static_cast<int>(MemberStatus::Active));
    rows.bind(2, limit);
    std::vector<member::MemberNo> due;
    while (rows.executeStep()) due.emplace_back(rows.getColumn(0).getInt64());
    return due;
  });
}

base::Status SqliteStore::giveJoinGift(member::MemberNo no, const ports::JoinGift* gift,
                                       const std::string& operator_code, base::WallTime at, base::BusinessDate day) {
  const auto found = memberByNo(no);
  if (!found) return tl::unexpected(found.error());
  const auto standing = memberStanding(no);
  if (!standing) return tl::unexpected(standing.error());
  if (!*found || !standing->gift_due) return {};
  const base::Status done = transaction([&]() -> base::Status {
    joinGiftGiven(no.value());
    if (gift == nullptr) return {};
    // A place for the gift to hang on, as the joining is where nobody judges.
    auto draft = journal::makeDraft(at, day, gift->rules_version, *m_options.random,
                                    journal::LogNote{operator_code, "join gift: " + no.text()});
    if (const auto appended = appendInside(draft); !appended) return tl::unexpected(appended.error());
    return giveJoinGift(draft, no.value(), phoneKeyOf((*found)->profile), *gift, operator_code);
  });
  if (done && m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return done;
}

std::string SqliteStore::phoneKeyOf(const member::Profile& profile) {
  return profile.phone.empty() ? std::string() : m_sealer.phoneKey(profile.phone).hex();
}

// Beside the joining or its approval, in its transaction. Whoever had the number before had the gift.
base::Status SqliteStore::giveJoinGift(const journal::Draft& cause, std::int64_t no, const std::string& phone_key,
                                       const ports::JoinGift& gift, const std::string& operator_code) {
  const auto phone = LookupKey::parse(phone_key);
  if (!phone) return {};
  auto had = m_connection.statement("SELECT 1 FROM join_gift WHERE key BETWEEN ?1 AND ?1+3 AND tail=?2");
  had.bind(1, phone->key);
  had.bind(2, phone->tail);
  if (had.executeStep()) return {};
  auto put = m_connection.statement("INSERT INTO join_gift VALUES(?, ?)");
  put.bind(1, freeKey(m_connection, "SELECT 1 FROM join_gift WHERE key=?", *phone));
  put.bind(2, phone->tail);
  put.exec();
  const auto give = [&](journal::Payload payload) -> base::Status {
    auto draft =
        journal::makeDraft(cause.at, cause.business_date, gift.rules_version, *m_options.random, std::move(payload));
    draft.cause = cause.id;
    const auto appended = appendInside(draft);
    return appended ? base::Status{} : tl::unexpected(appended.error());
  };
  if (gift.points > base::Points{})
    KAHUI_TRY(
        give(journal::PointsGranted{no, gift.points, gift.expires, std::string(journal::kJoinGift), operator_code}));
  if (!gift.coupon) return {};
  return give(journal::CouponIssued{
      std::string(journal::kJoinGift), {}, *gift.coupon, gift.expires, false, {{gift.serial, no}}});
}

base::Status SqliteStore::joinGroup(const journal::Draft& joining, std::int64_t no, const ports::MemberToJoin& wanted) {
  auto draft =
      journal::makeDraft(joining.at, joining.business_date, {}, *m_options.random,
                         journal::MemberGrouped{no, std::get<journal::MemberRegistered>(joining.payload).id,
                                                wanted.group, wanted.proof, wanted.operator_code, wanted.approver});
  draft.cause = joining.id;
  const auto appended = appendInside(draft);
  return appended ? base::Status{} : tl::unexpected(appended.error());
}

// What events and the feed do to the tables
// -------------------------------------------------------------------------------------------------------------------

bool SqliteStore::joinedHere(std::int64_t no) {
  auto row = m_connection.statement("SELECT 1 FROM member_standing WHERE member=? AND gift=1");
  row.bind(1, no);
  return row.executeStep();
}

void SqliteStore::noteApplication(std::int64_t no) {
  auto put = m_connection.statement("INSERT OR REPLACE INTO member_standing VALUES(?, '', 1)");
  put.bind(1, no);
  put.exec();
}

void SqliteStore::putReason(std::int64_t no, const std::string& reason) {
  auto put = m_connection.statement(
      "INSERT INTO member_standing VALUES(?1, ?2, 0) ON CONFLICT(member) DO UPDATE SET reason=?2");
  put.bind(1, no);
  put.bind(2, reason);
  put.exec();
}

void SqliteStore::joinGiftGiven(std::int64_t no) {
  auto update = m_connection.statement("UPDATE member_standing SET gift=0 WHERE member=?");
  update.bind(1, no);
  update.exec();
}

// This till's own judgement: the gift goes with it.
void SqliteStore::applyJudged(const journal::MemberJudged& judged) {
  noteChange(judged.member);
  auto update =
      m_connection.statement(judged.approved ? "UPDATE member SET status=?2 WHERE no=?1 AND status IN (?3, ?4)"
                                             : "UPDATE member SET status=?2 WHERE no=?1 AND status=?3");
  update.bind(1, judged.member);
  update.bind(2, static_cast<int>(judged.approved ? MemberStatus::Active : MemberStatus::Refused));
  update.bind(3, static_cast<int>(MemberStatus::Pending));
  if (judged.approved) update.bind(4, static_cast<int>(MemberStatus::Refused));
  update.exec();
  if (judged.approved)
    joinGiftGiven(judged.member);
  else
    putReason(judged.member, judged.reason);
}

void SqliteStore::applyGrouped(const journal::MemberGrouped& grouped) {
  noteChange(grouped.member);
  putGroup(grouped.member, grouped.group);
}

void SqliteStore::putGroup(std::int64_t no, const std::string& group) {
  auto put = m_connection.statement(group.empty() ? "DELETE FROM member_group WHERE member=?1"
                                                  : "INSERT OR REPLACE INTO member_group VALUES(?1, ?2)");
  put.bind(1, no);
  if (!group.empty()) put.bind(2, group);
  put.exec();
}

}  // namespace kahui::store
