// The use cases of the club. On the engine thread; shared by the screen and `kahuictl club`.
#pragma once

#include "core/programme/care_plan.hpp"
#include "core/till/club_command.hpp"
#include "core/till/club_view.hpp"
#include "core/till/member_desk.hpp"
#include "core/till/task_desk.hpp"

namespace kahui::till {

class ClubDesk {
 public:
  ClubDesk(ports::Store& store, SaleDesk& sales, base::RandomSource& random, base::WallTime at)
      : m_store(store), m_sales(sales), m_random(random), m_at(at) {}

  // NoRight (Right::ManageWork: events, a selection, draws; JoinMember: tags and friends; CorrectMember: days),
  // BadInput, OutOfRange, BadPhone, PhoneTaken, UnknownMember; RuleRejected: NO_EVENT, EVENT_OFF, SEATS_FULL,
  // NOT_INVITED, ALREADY_PRESENT, NOBODY_LEFT, TAG_CONSENT, NO_TAG, LEAD_KNOWN, NO_BENEFIT, DRAW_HELD, DRAW_EMPTY.
  ClubAnswer act(const ClubRequest& request, const Signers& signers);

  base::Result<ClubView> view(const ShowClub& wish);  // UnknownMember, BadPhone; RuleRejected NO_EVENT

 private:
  struct Case;

  ClubAnswer run(const ClubRequest& request, const Signers& signers);  // the right is there
  base::Result<programme::CarePlan> plan();
  base::Result<member::Member> memberOf(member::MemberNo no);
  [[nodiscard]] std::string tierName(const std::string& code) const;
  base::Status fillGuests(ClubView& view);
  base::Status fillDraws(ClubView& view, const programme::CarePlan& care);
  base::Result<ClubMemberView> memberView(const std::string& text, const programme::CarePlan& care);

  ports::Store& m_store;
  SaleDesk& m_sales;
  base::RandomSource& m_random;
  base::WallTime m_at;
};

// Masked name, or masked number of somebody without one.
std::string maskedWho(const member::Member& member);

// Names of a member's tags that the plan still has, and the categories and brands bought most in 12 months: nothing
// without the member's consent (S000-04).
struct Interests {
  bool agreed = false;
  std::vector<std::string> codes;
  std::vector<programme::CareText> tags, favourites;
  std::vector<ports::BoughtBrand> brands;
};
base::Result<Interests> interestsOf(ports::Store& store, member::MemberNo no, base::BusinessDate today,
                                    const programme::CarePlan& care);

}  // namespace kahui::till
