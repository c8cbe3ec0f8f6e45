// What the calendar does at the start of a business day: points end (N7), tiers are kept or lost (T5), the month's
// coupons are issued (C2), large bills are followed up (S001-13). Each job is done once for its key (a day, a year, a
// month) in bounded steps; a step and how far it came are one act, so that a job goes on after a crash where it stopped
// and doing it twice does nothing. In a chain headquarters judges tiers, and a member gets the month's coupons where he
// is seen first.
#pragma once

#include <optional>

#include "core/base/random.hpp"
#include "core/ports/store.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/till/year_spending.hpp"

namespace kahui::till {

class DayJobs {
 public:
  DayJobs(ports::Store& store, base::RandomSource& random) : m_store(&store), m_random(&random) {}

  // One step of the first job that is not done; false when all are. With `urgent` only of those that a price or a
  // balance hangs on: points that ended, tiers.
  base::Result<bool> step(const programme::RulePack& rules, const base::WallTime& at, base::BusinessDate day,
                          bool urgent);

  // A member who is there before the month's job has come to him gets his coupons now.
  base::Status issueNow(const programme::RulePack& rules, const base::WallTime& at, base::BusinessDate day,
                        const member::Member& member);

 private:
  struct Today;
  base::Result<bool> expire(const Today& today);
  base::Result<bool> endHandTiers(const Today& today);
  base::Result<bool> retain(const Today& today);
  base::Result<bool> issueMonthly(const Today& today);
  base::Result<bool> issueBirthdays(const Today& today);
  base::Result<bool> followUp(const Today& today);
  base::Result<bool> isFollowed(const ports::BigBill& bill);
  base::Status addBirthday(const Today& today, const ports::MemberBrief& member,
                           std::vector<journal::Payload>& payloads);
  struct Place {
    bool open = false;
    std::int64_t upto = 0;
  };
  // Where the job stands for this key.
  static Place placeOf(const std::optional<ports::JobState>& state, const std::string& key);
  base::Result<Place> openJob(const char* name, const std::string& key);
  base::Result<bool> append(const Today& today, std::vector<journal::Payload> payloads);

  ports::Store* m_store;
  base::RandomSource* m_random;
  YearSpending m_spending;
};

// C2: what a member of this rank still gets in the month of `day`; at most one event, without parts if nothing is due.
journal::CouponIssued monthlyCouponsFor(int rank, int already, member::MemberNo member, const base::Id& id,
                                        base::BusinessDate day, const programme::RulePack& rules);
inline constexpr const char* kMonthlyCoupons = "MONTHLY";
std::string monthKey(base::BusinessDate day);  // 2026-12

}  // namespace kahui::till
