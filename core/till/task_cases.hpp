// One act of the manager's work. Internal to TaskDesk.
#pragma once

#include "core/till/task_desk.hpp"

namespace kahui::till {

// Benefits of the care plan that a rule counts, and nobody uses by hand: the points for answering a survey (their
// number is the limit; once in a quarter, S003-20), and in how many parts another benefit may be taken (visit.bookings
// of visit, S002-37).
inline constexpr const char* kSurveyReward = "survey";
inline constexpr const char* kSignIn = "signin";  // S003-61: points of the day's first card; the limit is their number
inline constexpr std::string_view kBookings = ".bookings";
[[nodiscard]] bool isCounted(std::string_view benefit);

struct TaskDesk::Case {
  TaskDesk& desk;
  const TaskRequest& request;
  const Signers& signers;
  TaskDone done;

  base::Status run();
  base::Result<std::vector<journal::Draft>> planUse();  // of the one member; `done.left` is what is left then

 private:
  [[nodiscard]] journal::Draft draft(journal::Payload payload) const;
  base::Status append(journal::Payload payload) const;
  // `member`: null for nobody's.
  [[nodiscard]] base::LocalTime dueOf(const programme::CarePlan& care, const member::Member* member) const;
  // Of `request.members` those who are there and, for a campaign, agreed; counts the others.
  base::Result<std::vector<member::Member>> served(bool campaign);
  base::Result<ports::StoredTask> task(bool open) const;

  base::Status add();
  base::Status change(journal::TaskState state);
  base::Status reward(member::MemberNo no, std::vector<journal::Draft>& drafts);
  base::Status move();
  base::Status start();
  base::Status useBenefit();
  [[nodiscard]] base::Status judgeBenefit(const programme::CareBenefit& benefit, const programme::CarePlan& care,
                                          const member::Member& member, base::BusinessDate day) const;
  base::Status issueCoupons();
  base::Status setTarget();
  base::Status setPlan();
  // campaign_cases.cpp
  base::Status drop();
  base::Status setCampaign();
  base::Status dropCampaigns();
  base::Status checkPhone();
  // talk_cases.cpp
  base::Status comment();
  base::Status answer();
  base::Status openTalk();
};

}  // namespace kahui::till
