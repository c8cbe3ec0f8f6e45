// Uses of benefits: limits, samples with their stock, entries of draws, points for signing in.
#include <algorithm>

#include "core/journal/draft.hpp"
#include "core/loyalty/earning.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/till/refuse.hpp"
#include "core/till/task_cases.hpp"

namespace kahui::till {

using base::BusinessDate;
using base::ErrorCode;
using base::Status;
using programme::CareBenefit;

namespace {

constexpr std::int64_t kMostOfBenefit = 1000;

// S001-93: the day of joining comes again each year; 29 February is kept on the 28th.
bool isAnniversary(const member::Member& member, BusinessDate day) {
  const member::Birthday joined{member::BirthdayCalendar::Solar, member.joined.month(), member.joined.day(), false};
  return day > member.joined && day.year() > member.joined.year() &&
         member::isBirthday(day, joined, member::LeapDay::Feb28);
}

}  // namespace

bool TaskDesk::isDayOf(const CareBenefit& benefit, const member::Member& member, BusinessDate day) const {
  const auto& birthday = member.profile.birthday;
  const auto leap_day = loyalty::leapDay(m_sales.rules().birthday.feb29);
  switch (benefit.on) {
    case CareBenefit::On::Any: return true;
    case CareBenefit::On::Anniversary: return isAnniversary(member, day);
    case CareBenefit::On::Birthday: return birthday && member::isBirthday(day, *birthday, leap_day);
    case CareBenefit::On::BirthdayMonth: return birthday && member::isBirthdayMonth(day, *birthday, leap_day);
  }
  return true;
}

base::Result<std::int64_t> TaskDesk::usedOf(const CareBenefit& benefit, member::MemberNo no, BusinessDate day) {
  if (benefit.per != CareBenefit::Per::Days) return m_store.benefitUsed(no, benefit.code, benefit.period(day));
  return m_store.benefitUsedSince(no, benefit.code, day.plusDays(1 - benefit.days));
}

// What is in the way of a use, limits of the member aside.
Status TaskDesk::Case::judgeBenefit(const CareBenefit& benefit, const programme::CarePlan& care,
                                    const member::Member& member, BusinessDate day) const {
  if (benefit.limitOf(member.tier) == 0) return refuse("BENEFIT_TIER");
  if (benefit.isDraw()) {
    const auto held = desk.m_store.drawHeld(benefit.code, benefit.period(day));
    if (!held) return tl::unexpected(held.error());
    if (*held) return refuse("DRAW_HELD");
  }
  if (request.quantity < 0) return {};
  if (benefit.not_on_holidays && care.isHoliday(day)) return refuse("BENEFIT_HOLIDAY");
  if (!desk.isDayOf(benefit, member, day)) return refuse("BENEFIT_DAY");
  if (member.points() < benefit.least) return refuse("BENEFIT_POINTS");
  if (benefit.stock == 0) return {};
  const auto total = desk.m_store.benefitTotal(benefit.code);
  if (!total) return tl::unexpected(total.error());
  return *total + request.quantity > benefit.stock ? refuse("BENEFIT_STOCK") : Status{};
}

Status TaskDesk::Case::useBenefit() {
  const auto drafts = planUse();
  if (!drafts) return tl::unexpected(drafts.error());
  std::vector<journal::Draft> use = *drafts;
  KAHUI_TRY(desk.m_store.appendTasks(use, {}));
  done.count = 1;
  return {};
}

base::Result<std::vector<journal::Draft>> TaskDesk::drawEntries(const std::string& draw, const member::Member& member,
                                                                int quantity, const Signers& signers) {
  const auto care = plan();
  if (!care) return tl::unexpected(care.error());
  const auto* benefit = care->benefit(draw);
  if (benefit == nullptr || !benefit->isDraw()) return base::fail(ErrorCode::RuleRejected, "NO_BENEFIT");
  TaskRequest request;
  request.act = TaskAct::UseBenefit;
  request.members = {member.no};
  request.benefit = draw;
  request.quantity = quantity;
  return Case{*this, request, signers, {}}.planUse();
}

base::Result<std::vector<journal::Draft>> TaskDesk::Case::planUse() {
  if (request.members.size() != 1) return base::fail(ErrorCode::BadInput, "one member is needed");
  if (request.quantity == 0 || std::abs(request.quantity) > kMostOfBenefit)
    return base::fail(ErrorCode::OutOfRange, "quantity");
  const auto care = desk.plan();
  if (!care) return tl::unexpected(care.error());
  const auto* benefit = care->benefit(request.benefit);
  if (benefit == nullptr || isCounted(benefit->code)) return base::fail(ErrorCode::RuleRejected, "NO_BENEFIT");
  const auto member = desk.activeMember(request.members.front());
  if (!member) return tl::unexpected(member.error());
  if (member->status == member::MemberStatus::Pending) return base::fail(ErrorCode::MemberPending);
  if (member->status == member::MemberStatus::Refused) return base::fail(ErrorCode::MemberRefused);
  const BusinessDate day = request.on.value_or(desk.m_sales.businessDate());
  KAHUI_TRY(judgeBenefit(*benefit, *care, *member, day));
  const std::string period = benefit->period(day);
  const int limit = benefit->limitOf(member->tier);
  const auto used = desk.usedOf(*benefit, member->no, day);
  if (!used) return tl::unexpected(used.error());
  const auto of_period = desk.m_store.benefitUsed(member->no, benefit->code, period);
  if (!of_period) return tl::unexpected(of_period.error());
  // What is given back may be of a tier that had more.
  if ((request.quantity > 0 && *used + request.quantity > limit) || *of_period + request.quantity < 0)
    return base::fail(ErrorCode::RuleRejected, "BENEFIT_LIMIT");
  std::vector<journal::Draft> drafts{
      draft(journal::BenefitUsed{member->no.value(), benefit->code, request.quantity, period, signers.by.code})};
  // S002-37: of four days, in at most two parts. What is taken back whole gives its booking back.
  if (const auto* bookings = care->benefit(benefit->code + std::string(kBookings)); bookings != nullptr) {
    const auto booked = desk.m_store.benefitUsed(member->no, bookings->code, period);
    if (!booked) return tl::unexpected(booked.error());
    const std::int64_t one = request.quantity > 0 ? 1 : *used + request.quantity == 0 ? -*booked : 0;
    if (*booked + one > bookings->limit) return base::fail(ErrorCode::RuleRejected, "BENEFIT_LIMIT");
    if (one != 0)
      drafts.push_back(draft(journal::BenefitUsed{member->no.value(), bookings->code, one, period, signers.by.code}));
  }
  done.left = limit - *used - request.quantity;
  return drafts;
}

base::Result<base::Points> TaskDesk::signIn(const member::Member& member, const std::string& operator_code) {
  if (member.status != member::MemberStatus::Active) return base::Points{};
  const auto json = m_store.carePlan();
  if (!json) return tl::unexpected(json.error());
  // Every card comes here: a store without the benefit reads nothing further.
  if (json->find(kSignIn) == std::string::npos) return base::Points{};
  const auto care = programme::parseCarePlan(*json);
  if (!care) return tl::unexpected(care.error());
  const auto* given = care->benefit(kSignIn);
  if (given == nullptr || given->limitOf(member.tier) == 0) return base::Points{};
  const BusinessDate day = m_sales.businessDate();
  const auto used = m_store.benefitUsed(member.no, kSignIn, day.iso());
  if (!used) return tl::unexpected(used.error());
  if (*used > 0) return base::Points{};
  const base::Points points(given->limit);
  const auto draft = [&](journal::Payload payload) {
    return journal::makeDraft(m_at, day, m_sales.rules().version, m_random, std::move(payload));
  };
  std::vector<journal::Draft> drafts;
  drafts.push_back(draft(journal::BenefitUsed{member.no.value(), kSignIn, given->limit, day.iso(), operator_code}));
  drafts.push_back(draft(journal::PointsGranted{member.no.value(), points,
                                                loyalty::expiryDate(m_sales.rules().points.expiry_noncash, day),
                                                "SIGN_IN", operator_code}));
  KAHUI_TRY(m_store.appendTasks(drafts, {}));
  return points;
}

}  // namespace kahui::till
