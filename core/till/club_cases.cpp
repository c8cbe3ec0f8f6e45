// The acts of the club, each one transaction.
#include <algorithm>
#include <array>
#include <limits>

#include "core/journal/draft.hpp"
#include "core/member/phone.hpp"
#include "core/till/club_desk.hpp"
#include "core/till/refuse.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Status;
using journal::GuestState;

namespace {

constexpr std::size_t kClubCasesLongestText = 60;
constexpr int kMostSeats = 10'000;
constexpr std::size_t kClubCasesMostMembers = 50'000;
constexpr std::size_t kClubCasesPartsOfEvent = 500;  // far below the longest line
constexpr std::size_t kIdDigits = 8;

}  // namespace

struct ClubDesk::Case {
  ClubDesk& desk;
  const ClubRequest& request;
  const Signers& signers;
  ClubDone done;

  Status append(journal::Payload payload) const {
    const auto appended = desk.m_store.append(draft(std::move(payload)));
    return appended ? Status{} : tl::unexpected(appended.error());
  }
  [[nodiscard]] journal::Draft draft(journal::Payload payload) const {
    return journal::makeDraft(desk.m_at, desk.m_sales.businessDate(), desk.m_sales.rules().version, desk.m_random,
                              std::move(payload));
  }

  base::Result<member::Member> one() const {
    if (request.members.size() != 1) return base::fail(ErrorCode::BadInput, "one member is needed");
    return desk.memberOf(request.members.front());
  }

  base::Result<ports::StoredEvent> event() const {
    auto found = desk.m_store.clubEvent(request.event);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return base::fail(ErrorCode::RuleRejected, "NO_EVENT");
    if ((*found)->cancelled) return base::fail(ErrorCode::RuleRejected, "EVENT_OFF");
    return **std::move(found);
  }

  Status planEvent() {
    ports::StoredEvent planned;
    if (!request.event.empty()) {
      auto known = event();
      if (!known) return tl::unexpected(known.error());
      planned = *std::move(known);
    } else {
      const std::string id = base::Id::make(desk.m_at.utc_ms, desk.m_random).hex();
      planned.id = id.substr(id.size() - kIdDigits);
      if (!request.at || !request.seats) return base::fail(ErrorCode::BadInput, "time and seats are needed");
    }
    if (!request.name.empty()) planned.name = request.name;
    if (!request.place.empty()) planned.place = request.place;
    if (request.at) planned.at = *request.at;
    if (request.seats) planned.seats = *request.seats;
    if (request.publish) planned.members = *request.publish;
    if (planned.name.empty()) return base::fail(ErrorCode::BadInput, "name: missing");
    if (planned.name.size() > kClubCasesLongestText || planned.place.size() > kClubCasesLongestText)
      return base::fail(ErrorCode::OutOfRange, "name and place: at most 60 bytes");
    // A seat that somebody has is not taken away by making the room smaller.
    if (planned.seats < 1 || planned.seats > kMostSeats || planned.free() < 0)
      return base::fail(ErrorCode::OutOfRange, "seats");
    done.event = planned.id;
    done.left = planned.free();
    return append(journal::EventPlanned{planned.id, planned.name, planned.place, planned.at, planned.seats, false,
                                        signers.by.code, planned.members});
  }

  Status callOff() {
    const auto known = event();
    if (!known) return tl::unexpected(known.error());
    done.event = known->id;
    done.count = known->invited + known->coming;
    return append(journal::EventPlanned{known->id, known->name, known->place, known->at, known->seats, true,
                                        signers.by.code, known->members});
  }

  Status invite() {
    const auto known = event();
    if (!known) return tl::unexpected(known.error());
    if (request.members.size() > kClubCasesMostMembers) return base::fail(ErrorCode::OutOfRange, "members");
    std::vector<journal::Draft> drafts;
    journal::GuestsMarked marked{known->id, GuestState::Invited, request.source, signers.by.code, {}};
    const auto flush = [&] {
      if (!marked.members.empty()) drafts.push_back(draft(marked));
      marked.members.clear();
    };
    for (const member::MemberNo no : request.members) {
      const auto member = desk.m_store.memberByNo(no);
      if (!member) return tl::unexpected(member.error());
      const auto may = desk.m_store.mayAddress(no);
      if (!may) return tl::unexpected(may.error());
      const auto state = desk.m_store.guestState(known->id, no);
      if (!state) return tl::unexpected(state.error());
      if (!*member || (*member)->status != member::MemberStatus::Active || !*may || *state) {
        ++done.passed_over;
        continue;
      }
      marked.members.push_back(no.value());
      ++done.count;
      if (marked.members.size() == kClubCasesPartsOfEvent) flush();
    }
    flush();
    if (drafts.empty()) return refuse("NOBODY_LEFT");
    done.event = known->id;
    done.left = known->free();
    return desk.m_store.appendTasks(drafts, {});
  }

  Status mark(GuestState to) {
    const auto known = event();
    if (!known) return tl::unexpected(known.error());
    const auto member = one();
    if (!member) return tl::unexpected(member.error());
    const auto state = desk.m_store.guestState(known->id, member->no);
    if (!state) return tl::unexpected(state.error());
    const bool seated = *state && journal::hasSeat(**state);
    if (*state == GuestState::Present) return refuse("ALREADY_PRESENT");
    if (to == GuestState::Present && (!*state || *state == GuestState::Away)) return refuse("NOT_INVITED");
    if (to == GuestState::Away && !*state) return refuse("NOT_INVITED");
    if (journal::hasSeat(to) && !seated && known->free() < 1) return refuse("SEATS_FULL");  // S003-118
    done.event = known->id;
    done.who = maskedWho(*member);
    done.count = 1;
    done.left = known->free() + (seated ? 1 : 0) - (journal::hasSeat(to) ? 1 : 0);
    return append(journal::GuestsMarked{known->id, to, {}, signers.by.code, {member->no.value()}});
  }

  Status tag() {
    const auto member = one();
    if (!member) return tl::unexpected(member.error());
    auto now = desk.m_store.profiling(member->no);
    if (!now) return tl::unexpected(now.error());
    done.count = 1;
    if (request.act == ClubAct::Agree) {
      if (now->agreed == request.on) return {};  // as it is
      return append(journal::MemberTagged{member->no.value(), request.on, {}, signers.by.code});
    }
    if (!now->agreed) return refuse("TAG_CONSENT");
    const auto care = desk.plan();
    if (!care) return tl::unexpected(care.error());
    // A tag that left the plan can still be taken off.
    if (request.on && care->tag(request.tag) == nullptr) return refuse("NO_TAG");
    const auto found = std::lower_bound(now->tags.begin(), now->tags.end(), request.tag);
    const bool has = found != now->tags.end() && *found == request.tag;
    if (has == request.on) return {};
    if (request.on)
      now->tags.insert(found, request.tag);
    else
      now->tags.erase(found);
    return append(journal::MemberTagged{member->no.value(), true, now->tags, signers.by.code});
  }

  Status keepDate() {
    const auto member = one();
    if (!member) return tl::unexpected(member.error());
    if (request.date && !member::plausible(*request.date))
      return base::fail(ErrorCode::BadInput, "there is no such day");
    std::vector<member::KeptDate> dates = member->profile.dates;
    std::erase_if(dates, [&](const member::KeptDate& kept) { return kept.kind == request.kind; });
    if (request.date) dates.push_back({request.kind, *request.date});
    if (dates.size() > member::kMostDates) return base::fail(ErrorCode::OutOfRange, "dates");
    done.count = 1;
    ports::MemberCorrection wanted;
    wanted.no = member->no;
    wanted.operator_code = signers.by.code;
    wanted.approver = signers.approverCode();
    wanted.dates = std::move(dates);
    return desk.m_store.correctMember(wanted, desk.m_at, desk.m_sales.businessDate());
  }

  // The first who named a friend has named him, until his time is over.
  Status lead() {
    const auto referrer = one();
    if (!referrer) return tl::unexpected(referrer.error());
    const auto phone = member::normalizePhone(request.phone);
    if (!phone) return base::fail(ErrorCode::BadPhone);
    const auto holder = desk.m_store.memberByPhone(*phone);
    if (!holder) return tl::unexpected(holder.error());
    if (*holder) return base::fail(ErrorCode::PhoneTaken, maskedWho(**holder));
    const std::string key = desk.m_store.leadKey(*phone);
    const auto known = desk.m_store.lead(key);
    if (!known) return tl::unexpected(known.error());
    const base::BusinessDate today = desk.m_sales.today();
    if (*known && ((*known)->joined != 0 || (*known)->until >= today)) return refuse("LEAD_KNOWN");
    const auto care = desk.plan();
    if (!care) return tl::unexpected(care.error());
    done.until = today.plusDays(care->lead_days);
    done.count = 1;
    return append(journal::LeadRecorded{key, referrer->no.value(), *done.until, signers.by.code});
  }

  // Below `bound`, each as likely as the other: what lies beyond the last whole multiple is thrown again.
  std::uint64_t chance(std::uint64_t bound) const {
    const std::uint64_t last = std::numeric_limits<std::uint64_t>::max() / bound * bound;
    for (;;) {
      std::array<std::uint8_t, sizeof(std::uint64_t)> bytes{};
      desk.m_random.fill(bytes);
      std::uint64_t value = 0;
      for (const std::uint8_t byte : bytes) value = value << 8 | byte;
      if (value < last) return value % bound;
    }
  }

  Status drawOne() {
    const auto care = desk.plan();
    if (!care) return tl::unexpected(care.error());
    const auto* draw = care->benefit(request.draw);
    if (draw == nullptr || !draw->isDraw()) return refuse("NO_BENEFIT");
    const std::string period = draw->period(desk.m_sales.businessDate());
    const auto held = desk.m_store.drawHeld(draw->code, period);
    if (!held) return tl::unexpected(held.error());
    if (*held) return refuse("DRAW_HELD");
    auto users = desk.m_store.benefitUsers(draw->code, period);
    if (!users) return tl::unexpected(users.error());
    std::vector<member::Member> members;
    std::vector<std::int64_t> ends;  // of each member's entries
    for (const auto& [no, entries] : *users) {
      auto member = desk.memberOf(member::MemberNo(no));
      if (!member && member.error().code == ErrorCode::UnknownMember) continue;  // left meanwhile
      if (!member) return tl::unexpected(member.error());
      members.push_back(*std::move(member));
      ends.push_back((ends.empty() ? 0 : ends.back()) + entries);
    }
    if (ends.empty()) return refuse("DRAW_EMPTY");
    done.left = ends.back();
    const auto hit = static_cast<std::int64_t>(chance(static_cast<std::uint64_t>(ends.back())));
    const auto winner = std::upper_bound(ends.begin(), ends.end(), hit) - ends.begin();
    const member::Member& lucky = members[static_cast<std::size_t>(winner)];
    done.who = maskedWho(lucky) + " " + lucky.no.masked();
    done.count = 1;
    return append(journal::DrawHeld{draw->code, period, lucky.no.value(), ends.back(), signers.by.code});
  }

  Status run() {
    switch (request.act) {
      case ClubAct::Plan: return planEvent();
      case ClubAct::Call: return callOff();
      case ClubAct::Invite: return invite();
      case ClubAct::Book: return mark(GuestState::Coming);
      case ClubAct::Decline: return mark(GuestState::Away);
      case ClubAct::CheckIn: return mark(GuestState::Present);
      case ClubAct::Agree:
      case ClubAct::Tag: return tag();
      case ClubAct::KeepDate: return keepDate();
      case ClubAct::Lead: return lead();
      case ClubAct::Draw: return drawOne();
    }
    return base::fail(ErrorCode::BadInput);
  }
};

ClubAnswer ClubDesk::run(const ClubRequest& request, const Signers& signers) {
  Case one{*this, request, signers, {}};
  one.done.act = request.act;
  KAHUI_TRY(one.run());
  return std::move(one.done);
}

}  // namespace kahui::till
