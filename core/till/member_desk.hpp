// The member desk's use cases. On the engine thread; shared by the screen and `kahuictl member`.
#pragma once

#include <string>
#include <vector>

#include "core/till/form_command.hpp"
#include "core/till/member_desk_view.hpp"
#include "core/till/rights.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::till {

// Who does it, and who signed beside; both have shown their PINs.
struct Signers {
  ports::Staff by;
  std::optional<ports::Staff> approver{};

  [[nodiscard]] bool may(Right right) const {
    return mayDo(by.role, right) || (approver && mayDo(approver->role, right));
  }
  [[nodiscard]] bool isManager() const {
    return by.role == ports::StaffRole::Manager || (approver && approver->role == ports::StaffRole::Manager);
  }
  [[nodiscard]] std::string approverCode() const { return approver ? approver->code : std::string(); }
};

// The right that an act asks for; nullopt: everybody at the till has it.
[[nodiscard]] std::optional<Right> rightFor(MemberAct act);

class MemberDesk {
 public:
  MemberDesk(ports::Store& store, SaleDesk& sales, base::RandomSource& random, base::WallTime at)
      : m_store(store), m_sales(sales), m_random(random), m_at(at) {}

  // BadPhone, PhoneTaken, CardTaken (detail: the masked holder), NoRight, BadInput; UnknownReceipt; RuleRejected:
  // "JOIN_PURCHASE n" where fen n of the day's purchase are missing, JOIN_RECEIPT, NO_CONSENT,
  // NOT_ADULT, REFERRER (oneself, the same telephone, not active; a circle cannot be made, because a referrer never
  // changes).
  JoinAnswer join(const JoinRequest& request, const Signers& signers);

  // By member number, full telephone number or its last four digits. UnknownMember, BadPhone.
  base::Result<std::vector<MemberHit>> find(std::string_view text);
  base::Result<MemberPageView> page(member::MemberNo no);  // UnknownMember

  // NoRight, UnknownMember, BadInput; RuleRejected with the rule's reason: those of loyalty/points_services.hpp,
  // NO_MEMBER_PIN, MEMBER_PIN_NEEDED, MEMBER_PIN_LOCKED, BIRTHDAY_TOO_SOON, BAD_REASON, SAME_MEMBER, CLAIM_…,
  // NOT_PENDING, the groups' of checkGroup()
  MemberAnswer act(const MemberRequest& request, const Signers& signers);

  // S003-99: blank application forms, numbered on in the till's own row; the row is kept before anybody prints one.
  // NoRight, OutOfRange.
  base::Result<std::vector<report::JoinForm>> printForms(int count, const Signers& signers);

  // S001-104: gifts of joining of members whom headquarters or another till approved; whether there were any.
  base::Result<bool> giveGiftsDue(int limit);

 private:
  struct Case;  // one act on one member

  [[nodiscard]] MemberHit hitOf(const member::Member& member) const;
  base::Result<std::optional<member::Member>> phoneOrNumber(std::string_view text);
  base::Result<member::Member> memberOf(std::string_view text);  // number or full telephone
  // S001-11: the guest's receipt that was needed for it; empty: none was.
  base::Result<std::string> checkPurchase(const JoinRequest& request);
  base::Status checkJoin(const JoinRequest& request, const Signers& signers, ports::MemberToJoin& joining);
  [[nodiscard]] std::optional<ports::JoinGift> joinGift();
  // NoRight, OutOfRange; RuleRejected: UNKNOWN_GROUP, GROUP_OVER, GROUP_PROOF.
  [[nodiscard]] base::Status checkGroup(const std::string& code, const std::string& proof,
                                        const Signers& signers) const;
  base::Status fillPoints(MemberPageView& view, const AttachedMember& member);
  base::Status fillDraws(MemberPageView& view, const member::Member& member);
  base::Status fillLists(MemberPageView& view, const member::Member& member);
  base::Status fillExchanges(MemberPageView& view, member::MemberNo no);
  base::Status fillHandTier(MemberPageView& view, const member::Member& member);
  base::Status fillStanding(MemberPageView& view, const member::Member& member);
  base::Status fillInterests(MemberPageView& view, const member::Member& member);
  // S003-117: who named this friend in time; 0: nobody.
  base::Result<std::int64_t> leadReferrer(const std::string& phone);
  base::Status fillCards(MemberPageView& view, const member::Member& member);

  ports::Store& m_store;
  SaleDesk& m_sales;
  base::RandomSource& m_random;
  base::WallTime m_at;
};

// S001-102. RuleRejected: TAX_NUMBER; NOT_COMPANY where a person is given what companies have. OutOfRange.
[[nodiscard]] base::Status checkCompany(bool company, const std::string& tax_no, const std::string& contact);

// A masked credential: **** and its last four signs.
std::string maskCredential(const member::Credential& card);

}  // namespace kahui::till
