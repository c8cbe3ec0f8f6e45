#include "core/hq/calendar.hpp"

#include <array>
#include <map>

#include "core/hq/feeds.hpp"
#include "core/hq/hand_tiers.hpp"
#include "core/hq/lease.hpp"
#include "core/loyalty/calendar_jobs.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/pricing/lots.hpp"

namespace kahui::hq {

namespace {

using base::BusinessDate;
using base::Points;
using programme::PointsClass;

constexpr int kCalendarMembersAtOnce = 200;
constexpr const char* kExpired = "EXPIRED";

// A member's points of one class as lots, by the order of the days.
class Lots {
 public:
  void add(const ports::HqPosting& posting) {
    expire(posting.day.plusDays(-1));
    posting.points > Points{} ? credit(posting) : debit(Points{} - posting.points);
  }
  // N7: what ended by `day`; all that has ended so far.
  Points expire(BusinessDate day) {
    m_expired += loyalty::expireLots(m_lots, day);
    return m_expired;
  }

 private:
  void credit(const ports::HqPosting& posting) {
    Points left = posting.points;
    const Points fills = std::min(left, m_debt);  // N6: a debt is filled first
    m_debt -= fills;
    left -= fills;
    if (left > Points{}) m_lots.push_back({std::to_string(m_lots.size()), PointsClass::NonCash, left, posting.expires});
  }
  void debit(Points points) {
    Points there;
    for (const auto& lot : m_lots) there += lot.points;
    const Points taken = std::min(points, there);
    if (taken > Points{}) pricing::spendLots(m_lots, taken, {PointsClass::NonCash});
    m_debt += points - taken;
  }

  std::vector<pricing::PointsLot> m_lots;
  Points m_debt, m_expired;
};

}  // namespace

struct Calendar::Run {
  ports::HqTransaction& tx;
  const programme::RulePack* pack;
  BusinessDate today;
};

base::Result<int> Calendar::step() {
  const base::WallTime now = m_clock.now();
  const auto token = takeLease(m_store, "calendar", m_owner, now.utc_ms);
  if (!token) return tl::unexpected(token.error());
  if (!*token) return 0;
  int taken = 0;
  KAHUI_TRY(m_store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    taken = 0;
    if (!tx.holdsLease("calendar", **token)) return {};
    m_packs.refresh(tx);
    Run run{tx, m_packs.inForce(now.local().iso()), now.local().date()};
    taken = expire(run);
    if (taken == 0) taken = expireAgain(run);
    if (taken == 0) taken = endHandTiers(tx, run.today);
    if (taken == 0) taken = retain(run);
    return {};
  }));
  return taken;
}

// What the member's lots came to by now, and what was taken off already: the difference is posted. A late event changes
// the first, so that looking again mends it.
void Calendar::settle(Run& run, const std::string& member) {
  std::array<Lots, 2> lots;
  std::array<Points, 2> taken_off{};
  for (const auto& posting : run.tx.postingsOf(member)) {
    const std::size_t cls = posting.cashable ? 1 : 0;
    if (posting.account == kExpired)
      taken_off[cls] -= posting.points;
    else if (posting.points != Points{})
      lots[cls].add(posting);
  }
  for (const bool cashable : {false, true}) {
    const std::size_t cls = cashable ? 1 : 0;
    const Points by = taken_off[cls] - lots[cls].expire(run.today.plusDays(-1));
    if (by == Points{}) continue;
    ports::HqPosting posting;
    posting.key = {"", 0, nextOwnPosting(run.tx)};
    posting.member = member;
    posting.account = kExpired;
    posting.cashable = cashable;
    posting.points = by;
    posting.day = run.today.plusDays(-1);
    run.tx.putPosting(posting);
    run.tx.addToMember(member, cashable ? Points{} : by, cashable ? by : Points{}, Points{});
    markMember(run.tx, member);
  }
}

// Lots whose last day lies between the last run and today.
int Calendar::expire(Run& run) {
  const auto done = BusinessDate::parse(run.tx.meta("calendar_expired").value_or("1970-01-01"));
  if (!done || *done >= run.today) return 0;
  const std::string after = run.tx.meta("calendar_expired_upto").value_or("");
  const auto members = run.tx.membersWithEndedLots(*done, run.today, after, kCalendarMembersAtOnce);
  for (const std::string& member : members) settle(run, member);
  const bool all = std::ssize(members) < kCalendarMembersAtOnce;
  if (all) run.tx.setMeta("calendar_expired", run.today.iso());
  run.tx.setMeta("calendar_expired_upto", all ? std::string() : members.back());
  return static_cast<int>(members.size());
}

int Calendar::expireAgain(Run& run) {
  const auto members = run.tx.takeMarksOf(kCalendarFeed, kCalendarMembersAtOnce);
  for (const std::string& member : members) settle(run, member);
  return static_cast<int>(members.size());
}

void Calendar::startAnew(ports::HqTransaction& tx, BusinessDate today) {
  tx.setMeta("calendar_expired", "1970-01-01");
  if (tx.meta("calendar_year")) tx.setMeta("calendar_year", std::to_string(today.year() - 1));
}

// T5. The first year that a headquarters sees is not judged: it was not there for all of the year before.
int Calendar::retain(Run& run) {
  const std::string year = std::to_string(run.today.year());
  const auto judged = run.tx.meta("calendar_year");
  if (run.pack == nullptr || judged == year) return 0;
  if (!judged) {
    run.tx.setMeta("calendar_year", year);
    return 0;
  }
  const std::string after = run.tx.meta("calendar_year_upto").value_or("");
  const auto members = run.tx.membersAfter(after, kCalendarMembersAtOnce);
  std::map<std::string, base::Money> spent;
  const int last_year = run.today.year() - 1;
  if (!members.empty())
    for (auto& [id, money] :
         run.tx.spent(BusinessDate::of(last_year, 1, 1), BusinessDate::of(last_year, 12, 31), after, members.back().id))
      spent[id] = money;
  for (ports::HqMember member : members) {
    const auto rank = run.pack->rankOf(member.tier);
    // Who has risen this year is not judged late by the last one.
    if (!rank || (member.tier_since.year() == run.today.year() && member.demoted_from.empty())) continue;
    const auto verdict = loyalty::judgeRetention(*rank, spent[member.id], member.tier_since, run.today, *run.pack);
    if (verdict.result == loyalty::Retention::Demoted) {
      member.demoted_from = member.tier;
      member.tier = run.pack->tier(verdict.rank_after).code;
      member.tier_since = run.today;
    } else if (member.demoted_from.empty()) {
      continue;
    }
    member.since_demotion = base::Money{};
    run.tx.putMember(member);
    markMember(run.tx, member.id);
  }
  const bool all = std::ssize(members) < kCalendarMembersAtOnce;
  if (all) run.tx.setMeta("calendar_year", year);
  run.tx.setMeta("calendar_year_upto", all ? std::string() : members.back().id);
  return static_cast<int>(members.size());
}

}  // namespace kahui::hq
