#include "core/till/day_jobs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/journal/draft.hpp"
#include "core/loyalty/calendar_jobs.hpp"
#include "core/loyalty/coupon_serial.hpp"
#include "core/loyalty/earning.hpp"
#include "core/programme/care_plan.hpp"
#include "core/till/hand_tier.hpp"

namespace kahui::till {

namespace {

constexpr int kDayJobsBatch = 100;  // members in one act: a card that is shown meanwhile waits for a few milliseconds

constexpr const char* kExpiry = "EXPIRY";
constexpr const char* kRetention = "RETENTION";
constexpr const char* kBirthday = "BIRTHDAY";
constexpr const char* kFollowUp = "FOLLOW_UP";

bool hasRetention(const programme::RulePack& rules) {
  return std::any_of(rules.tiers.begin(), rules.tiers.end(), [](const auto& tier) { return tier.retain.has_value(); });
}

bool hasMonthlyCoupons(const programme::RulePack& rules) {
  return std::any_of(rules.monthly_coupons.begin(), rules.monthly_coupons.end(),
                     [](const auto& coupons) { return coupons.count != 0; });
}

base::BusinessDate lastOfMonth(base::BusinessDate day) {
  const auto ymd = day.ymd();
  return base::BusinessDate(std::chrono::sys_days(ymd.year() / ymd.month() / std::chrono::last));
}

}  // namespace

struct DayJobs::Today {
  const programme::RulePack& rules;
  base::WallTime at;
  base::BusinessDate day;
};

std::string monthKey(base::BusinessDate day) { return fmt::format("{}-{:02}", day.year(), day.month()); }

journal::CouponIssued monthlyCouponsFor(int rank, int already, member::MemberNo member, const base::Id& id,
                                        base::BusinessDate day, const programme::RulePack& rules) {
  journal::CouponIssued issued;
  if (static_cast<std::size_t>(rank) >= rules.monthly_coupons.size()) return issued;
  const auto ymd = day.ymd();
  const auto due = loyalty::monthlyCoupons(rank, already, {ymd.year(), ymd.month()}, rules);
  issued.origin = kMonthlyCoupons;
  issued.key = monthKey(day);
  issued.terms.type = "RATE";
  issued.terms.rate = due.rate.value();
  const auto& monthly = rules.monthly_coupons[static_cast<std::size_t>(rank)];
  if (monthly.own_tier) issued.terms.tiers = {rules.tier(rank).code};
  issued.terms.skus = monthly.scope.skus;
  issued.terms.categories = monthly.scope.categories;
  issued.terms.brands = monthly.scope.brands;
  issued.expires = due.expires;
  issued.unlimited = due.count < 0;
  const int count = due.count < 0 ? (already == 0 ? 1 : 0) : due.count;
  for (int i = already; i < already + count; ++i)
    issued.parts.push_back({loyalty::couponSerialOf(id, issued.origin, issued.key, i), member.value()});
  return issued;
}

base::Result<bool> DayJobs::step(const programme::RulePack& rules, const base::WallTime& at, base::BusinessDate day,
                                 bool urgent) {
  const Today today{rules, at, day};
  if (auto more = expire(today); !more || *more) return more;
  if (auto more = endHandTiers(today); !more || *more) return more;
  if (auto more = retain(today); !more || *more) return more;
  if (urgent) return false;
  const bool all_at_once = !m_store->info().enrolled;
  if (auto more = all_at_once ? issueMonthly(today) : false; !more || *more) return more;
  if (auto more = issueBirthdays(today); !more || *more) return more;
  return followUp(today);
}

base::Result<DayJobs::Place> DayJobs::openJob(const char* name, const std::string& key) {
  const auto state = m_store->job(name);
  if (!state) return tl::unexpected(state.error());
  return placeOf(*state, key);
}

DayJobs::Place DayJobs::placeOf(const std::optional<ports::JobState>& state, const std::string& key) {
  return state && state->key == key ? Place{!state->done, state->upto} : Place{true, 0};
}

base::Result<bool> DayJobs::append(const Today& today, std::vector<journal::Payload> payloads) {
  std::vector<journal::Draft> drafts;
  for (journal::Payload& payload : payloads)
    drafts.push_back(journal::makeDraft(today.at, today.day, today.rules.version, *m_random, std::move(payload)));
  const auto appended = m_store->appendAll(drafts);
  return appended ? base::Result<bool>(true) : tl::unexpected(appended.error());
}

// N7. A lot that is gone holds nothing, so the search itself says what is left to do.
base::Result<bool> DayJobs::expire(const Today& today) {
  const std::string key = today.day.iso();
  const auto place = openJob(kExpiry, key);
  if (!place) return tl::unexpected(place.error());
  if (!place->open) return false;
  const base::BusinessDate last_day = today.day.plusDays(-1);
  const auto ended = m_store->lotsEnded(last_day, kDayJobsBatch);
  if (!ended) return tl::unexpected(ended.error());
  std::vector<journal::Payload> payloads;
  if (!ended->empty()) {
    journal::PointsExpired expired;
    expired.day = last_day;
    for (const auto& [member, lot] : *ended) expired.parts.push_back({member.value(), lot});
    payloads.push_back(std::move(expired));
  }
  payloads.push_back(journal::JobStep{kExpiry, key, 0, std::ssize(*ended) < kDayJobsBatch});
  return append(today, std::move(payloads));
}

// S001-96. In a chain headquarters does it. A tier that is ended holds nothing, so the search says what is left.
base::Result<bool> DayJobs::endHandTiers(const Today& today) {
  if (m_store->info().enrolled) return false;
  const auto ended = m_store->handTiersEnded(today.day, kDayJobsBatch);
  if (!ended) return tl::unexpected(ended.error());
  if (ended->empty()) return false;
  YearSpending spending;  // of this batch: goods of the year may come back before the next
  std::vector<journal::Payload> payloads;
  for (const member::MemberNo no : *ended) {
    auto end = endOfHandTier(*m_store, no, today.rules, today.day, spending);
    if (!end) return tl::unexpected(end.error());
    payloads.push_back(*std::move(end));
  }
  return append(today, std::move(payloads));
}

// T5, and the accumulation of T6 that starts again each year. A store that never did it was not there last year: nobody
// is judged on purchases that it did not see.
base::Result<bool> DayJobs::retain(const Today& today) {
  const std::string key = std::to_string(today.day.year());
  const auto state = m_store->job(kRetention);
  if (!state) return tl::unexpected(state.error());
  const Place place = placeOf(*state, key);
  if (!place.open) return false;
  if (!*state || !hasRetention(today.rules)) return append(today, {journal::JobStep{kRetention, key, 0, true}});
  const auto members = m_store->membersAfter(member::MemberNo(place.upto), kDayJobsBatch);
  if (!members) return tl::unexpected(members.error());
  journal::TierChanged change{kRetention, {}};
  for (const ports::MemberBrief& member : *members) {
    const auto rank = today.rules.rankOf(member.tier);
    if (!rank) continue;
    const auto spent = m_spending.of(*m_store, member.no, today.day.year() - 1);
    if (!spent) return tl::unexpected(spent.error());
    const auto verdict = loyalty::judgeRetention(*rank, *spent, member.tier_since, today.day, today.rules);
    if (verdict.result == loyalty::Retention::Demoted && !m_store->info().enrolled && !member.by_hand)
      change.parts.push_back({member.no.value(), today.rules.tier(verdict.rank_after).code, member.tier});
    else if (!member.demoted_from.empty())
      change.parts.push_back({member.no.value(), member.tier, member.demoted_from});
  }
  const std::int64_t upto = members->empty() ? place.upto : members->back().no.value();
  std::vector<journal::Payload> payloads;
  if (!change.parts.empty()) payloads.push_back(std::move(change));
  payloads.push_back(journal::JobStep{kRetention, key, upto, std::ssize(*members) < kDayJobsBatch});
  return append(today, std::move(payloads));
}

// C2. One event a tier, since its coupons are alike.
base::Result<bool> DayJobs::issueMonthly(const Today& today) {
  if (!hasMonthlyCoupons(today.rules)) return false;
  const std::string key = monthKey(today.day);
  const auto place = openJob(kMonthlyCoupons, key);
  if (!place) return tl::unexpected(place.error());
  if (!place->open) return false;
  const auto members = m_store->membersAfter(member::MemberNo(place->upto), kDayJobsBatch);
  if (!members) return tl::unexpected(members.error());
  std::vector<journal::CouponIssued> by_tier(today.rules.tiers.size());
  for (const ports::MemberBrief& member : *members) {
    const auto rank = today.rules.rankOf(member.tier);
    if (!rank || member.status != member::MemberStatus::Active) continue;
    const auto already = m_store->couponsIssued(member.no, kMonthlyCoupons, key);
    if (!already) return tl::unexpected(already.error());
    auto due = monthlyCouponsFor(*rank, *already, member.no, member.id, today.day, today.rules);
    if (due.parts.empty()) continue;
    journal::CouponIssued& tier = by_tier[static_cast<std::size_t>(*rank)];
    due.parts.insert(due.parts.begin(), tier.parts.begin(), tier.parts.end());
    tier = std::move(due);
  }
  std::vector<journal::Payload> payloads;
  for (journal::CouponIssued& tier : by_tier)
    if (!tier.parts.empty()) payloads.push_back(std::move(tier));
  const std::int64_t upto = members->empty() ? place->upto : members->back().no.value();
  payloads.push_back(journal::JobStep{kMonthlyCoupons, key, upto, std::ssize(*members) < kDayJobsBatch});
  return append(today, std::move(payloads));
}

base::Status DayJobs::issueNow(const programme::RulePack& rules, const base::WallTime& at, base::BusinessDate day,
                               const member::Member& member) {
  const auto rank = rules.rankOf(member.tier);
  if (!hasMonthlyCoupons(rules) || !rank || member.status != member::MemberStatus::Active) return {};
  const std::string key = monthKey(day);
  const auto place = openJob(kMonthlyCoupons, key);
  if (!place) return tl::unexpected(place.error());
  const bool job_did = !place->open || place->upto >= member.no.value();
  if (job_did && !m_store->info().enrolled) return {};
  const auto already = m_store->couponsIssued(member.no, kMonthlyCoupons, key);
  if (!already) return tl::unexpected(already.error());
  auto due = monthlyCouponsFor(*rank, *already, member.no, member.id, day, rules);
  if (due.parts.empty()) return {};
  const auto issued = append({rules, at, day}, {std::move(due)});
  return issued ? base::Status{} : tl::unexpected(issued.error());
}

// C6, C7: one a benefit key, since a solar year may hold two lunar birthdays.
base::Status DayJobs::addBirthday(const Today& today, const ports::MemberBrief& brief,
                                  std::vector<journal::Payload>& payloads) {
  const auto rank = today.rules.rankOf(brief.tier);
  const auto& rules = today.rules.birthday;
  if (!rank || *rank < rules.min_tier || brief.status != member::MemberStatus::Active) return {};
  const auto member = m_store->memberByNo(brief.no);
  if (!member) return tl::unexpected(member.error());
  if (!*member || !(*member)->profile.birthday) return {};
  const auto leap_day = loyalty::leapDay(rules.feb29);
  for (const auto& [date, key] : member::birthdaysIn(today.day.year(), *(*member)->profile.birthday, leap_day)) {
    if (rules.coupon->month ? date.month() != today.day.month() : date != today.day) continue;
    const auto already = m_store->couponsIssued(brief.no, kBirthday, key);
    if (!already) return tl::unexpected(already.error());
    if (*already > 0) continue;
    journal::CouponIssued issued;
    issued.origin = kBirthday;
    issued.key = key;
    issued.terms.type = rules.coupon->rate ? "RATE" : "CASH";
    issued.terms.face = rules.coupon->face;
    issued.terms.rate = rules.coupon->rate.value_or(base::kFullRate).value();
    issued.terms.min = rules.coupon->min;
    issued.expires = rules.coupon->month ? lastOfMonth(today.day) : today.day;
    issued.parts = {{loyalty::couponSerialOf(brief.id, kBirthday, key, 0), brief.no.value()}};
    payloads.push_back(std::move(issued));
  }
  return {};
}

// After a restore the job may look at bills again whose tasks came back from headquarters.
base::Result<bool> DayJobs::isFollowed(const ports::BigBill& bill) {
  ports::TaskFilter filter;
  filter.member = bill.member;
  filter.plan = programme::kBillFollowUp;
  filter.closed = true;
  filter.limit = 2000;
  const auto tasks = m_store->tasks(filter);
  if (!tasks) return tl::unexpected(tasks.error());
  return std::any_of(tasks->begin(), tasks->end(), [&](const auto& task) { return task.step == bill.receipt_no; });
}

// S001-13. A task is opened on the day that it is for: what came back until then needs none. A store that was closed
// catches up, by a month; one that begins with it starts with the bills of that many days ago.
base::Result<bool> DayJobs::followUp(const Today& today) {
  constexpr int kCatchUp_days = 31;
  const std::string key = today.day.iso();
  const auto state = m_store->job(kFollowUp);
  if (!state) return tl::unexpected(state.error());
  if (*state && (*state)->key == key && (*state)->done) return false;
  const auto json = m_store->carePlan();
  if (!json) return tl::unexpected(json.error());
  if (json->find("\"follow_up\"") == std::string::npos) return false;  // asked after each command: not read in vain
  const auto care = programme::parseCarePlan(*json);
  if (!care) return tl::unexpected(care.error());
  if (!care->follow_up) return false;
  const base::BusinessDate last = today.day.plusDays(-care->follow_up->days);
  const std::int64_t after = *state ? (*state)->upto : 0;
  const auto found = m_store->bigBills(after, *state ? last.plusDays(-kCatchUp_days) : last, last,
                                       care->follow_up->least, kDayJobsBatch);
  if (!found) return tl::unexpected(found.error());
  journal::TasksOpened opened{kFollowUp, programme::kBillFollowUp, {}, {}, {}};
  for (const ports::BigBill& bill : found->bills) {
    const auto member = m_store->memberByNo(bill.member);
    if (!member) return tl::unexpected(member.error());
    const auto agreed = m_store->mayAddress(bill.member);  // L4
    if (!agreed) return tl::unexpected(agreed.error());
    const auto followed = isFollowed(bill);
    if (!followed) return tl::unexpected(followed.error());
    if (*followed || !*agreed || !*member || (*member)->status != member::MemberStatus::Active) continue;
    opened.parts.push_back({base::Id::make(today.at.utc_ms, *m_random), bill.member.value(), bill.receipt_no,
                            programme::endOfDay(bill.day.plusDays(care->follow_up->days))});
  }
  std::vector<journal::Payload> payloads;
  if (!opened.parts.empty()) payloads.push_back(std::move(opened));
  payloads.push_back(journal::JobStep{kFollowUp, key, found->upto, !found->more});
  return append(today, std::move(payloads));
}

// A profile is sealed, so each is opened for the question; the day of a member stands nowhere in clear.
base::Result<bool> DayJobs::issueBirthdays(const Today& today) {
  if (!today.rules.birthday.coupon) return false;
  const std::string key = today.day.iso();
  const auto place = openJob(kBirthday, key);
  if (!place) return tl::unexpected(place.error());
  if (!place->open) return false;
  const auto members = m_store->membersAfter(member::MemberNo(place->upto), kDayJobsBatch);
  if (!members) return tl::unexpected(members.error());
  std::vector<journal::Payload> payloads;
  for (const ports::MemberBrief& member : *members) KAHUI_TRY(addBirthday(today, member, payloads));
  const std::int64_t upto = members->empty() ? place->upto : members->back().no.value();
  payloads.push_back(journal::JobStep{kBirthday, key, upto, std::ssize(*members) < kDayJobsBatch});
  return append(today, std::move(payloads));
}

}  // namespace kahui::till
