#include "core/till/club_desk.hpp"

#include <algorithm>

#include "core/member/name.hpp"
#include "core/member/phone.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Status;

namespace {

constexpr int kYear_days = 365;
constexpr std::size_t kFavourites = 3;  // S000-04

Right rightOf(ClubAct act, bool selection) {
  switch (act) {
    case ClubAct::Plan:
    case ClubAct::Call:
    case ClubAct::Draw: return Right::ManageWork;
    case ClubAct::Invite: return selection ? Right::ManageWork : Right::JoinMember;
    case ClubAct::KeepDate: return Right::CorrectMember;
    case ClubAct::Book:
    case ClubAct::Decline:
    case ClubAct::CheckIn:
    case ClubAct::Agree:
    case ClubAct::Tag:
    case ClubAct::Lead: return Right::JoinMember;
  }
  return Right::ManageWork;
}

}  // namespace

std::string maskedWho(const member::Member& member) {
  return member.profile.name.empty() ? member.no.masked() : member::maskName(member.profile.name);
}

base::Result<Interests> interestsOf(ports::Store& store, member::MemberNo no, base::BusinessDate today,
                                    const programme::CarePlan& care) {
  Interests interests;
  auto profiling = store.profiling(no);
  if (!profiling) return tl::unexpected(profiling.error());
  interests.agreed = profiling->agreed;
  if (!interests.agreed) return interests;
  interests.codes = std::move(profiling->tags);
  for (const std::string& code : interests.codes)
    if (const auto* tag = care.tag(code); tag != nullptr) interests.tags.push_back(tag->name);
  auto bought = store.boughtMost(no, today.plusDays(1 - kYear_days), kFavourites);
  if (!bought) return tl::unexpected(bought.error());
  for (const auto& one : bought->categories) interests.favourites.push_back({one.name_zh, one.name_en});
  interests.brands = std::move(bought->brands);
  return interests;
}

base::Result<programme::CarePlan> ClubDesk::plan() {
  const auto json = m_store.carePlan();
  if (!json) return tl::unexpected(json.error());
  return programme::parseCarePlan(*json);
}

base::Result<member::Member> ClubDesk::memberOf(member::MemberNo no) {
  auto found = m_store.memberByNo(no);
  if (!found) return tl::unexpected(found.error());
  if (!*found || (*found)->status != member::MemberStatus::Active)
    return base::fail(ErrorCode::UnknownMember, no.masked());
  return **std::move(found);
}

std::string ClubDesk::tierName(const std::string& code) const {
  const auto rank = m_sales.rules().rankOf(code);
  return rank ? m_sales.rules().tier(*rank).name : code;
}

ClubAnswer ClubDesk::act(const ClubRequest& request, const Signers& signers) {
  const Right right = rightOf(request.act, request.members.size() > 1);
  if (!signers.may(right)) return base::fail(ErrorCode::NoRight, std::string(name(right)));
  return run(request, signers);
}

Status ClubDesk::fillGuests(ClubView& view) {
  const auto guests = m_store.clubGuests(view.event);
  if (!guests) return tl::unexpected(guests.error());
  for (const auto& guest : *guests) {
    GuestView row{guest.member.text(), guest.member.masked(), {}, guest.state};
    const auto member = m_store.memberByNo(guest.member);
    if (!member) return tl::unexpected(member.error());
    if (*member) {
      row.masked_name = maskedWho(**member);
      row.tier_name = tierName((*member)->tier);
    }
    view.guests.push_back(std::move(row));
  }
  return {};
}

Status ClubDesk::fillDraws(ClubView& view, const programme::CarePlan& care) {
  for (const programme::CareBenefit& one : care.benefits) {
    if (!one.isDraw()) continue;
    const std::string period = one.period(m_sales.businessDate());
    const auto users = m_store.benefitUsers(one.code, period);
    if (!users) return tl::unexpected(users.error());
    DrawView draw{one.code, one.name, one.prize, 0, {}};
    for (const auto& [member, entries] : *users) draw.entries += entries;
    const auto held = m_store.drawHeld(one.code, period);
    if (!held) return tl::unexpected(held.error());
    if (*held) {
      draw.winner = member::MemberNo((*held)->winner).masked();
      const auto member = m_store.memberByNo(member::MemberNo((*held)->winner));
      if (!member) return tl::unexpected(member.error());
      if (*member) draw.winner = maskedWho(**member) + " " + draw.winner;
    }
    view.draws.push_back(std::move(draw));
  }
  return {};
}

base::Result<ClubMemberView> ClubDesk::memberView(const std::string& text, const programme::CarePlan& care) {
  MemberDesk desk{m_store, m_sales, m_random, m_at};
  const auto hits = desk.find(text);
  if (!hits) return tl::unexpected(hits.error());
  if (hits->size() != 1) return base::fail(ErrorCode::UnknownMember);
  const auto no = *member::MemberNo::parse(hits->front().member_no);
  const auto member = memberOf(no);
  if (!member) return tl::unexpected(member.error());
  ClubMemberView view;
  view.head = hits->front();
  auto interests = interestsOf(m_store, no, m_sales.today(), care);
  if (!interests) return tl::unexpected(interests.error());
  view.agreed = interests->agreed;
  view.favourites = std::move(interests->favourites);
  view.brands = std::move(interests->brands);
  for (const programme::CareTag& tag : care.tags) {
    const auto& on = interests->codes;
    view.tags.push_back({tag.code, tag.name, std::find(on.begin(), on.end(), tag.code) != on.end()});
  }
  for (const member::KeptDate& kept : member->profile.dates) view.dates.push_back(kept.kind);
  TaskDesk tasks{m_store, m_sales, m_random, m_at};
  auto benefits = tasks.benefitsOf(*member, care);
  if (!benefits) return tl::unexpected(benefits.error());
  view.benefits = *std::move(benefits);
  return view;
}

base::Result<ClubView> ClubDesk::view(const ShowClub& wish) {
  ClubView view;
  view.event = wish.event;
  view.door = wish.door && !wish.event.empty();
  const Status read = m_store.readTogether([&]() -> Status {
    const auto care = plan();
    if (!care) return tl::unexpected(care.error());
    auto events = m_store.clubEvents();
    if (!events) return tl::unexpected(events.error());
    view.events = *std::move(events);
    if (!wish.event.empty()) {
      const auto event = m_store.clubEvent(wish.event);
      if (!event) return tl::unexpected(event.error());
      if (!*event) return base::fail(ErrorCode::RuleRejected, "NO_EVENT");
      KAHUI_TRY(fillGuests(view));
    }
    KAHUI_TRY(fillDraws(view, *care));
    if (wish.member.empty()) return {};
    auto member = memberView(wish.member, *care);
    if (!member) return tl::unexpected(member.error());
    view.member = *std::move(member);
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  return view;
}

}  // namespace kahui::till
