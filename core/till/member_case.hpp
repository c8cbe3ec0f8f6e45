// One act on a member who is there, from its wish to its entry in the journal (member_acts.cpp, member_acts_claim.cpp).
#pragma once

#include <string>
#include <vector>

#include "core/till/member_desk.hpp"
#include "core/till/member_view.hpp"
#include "core/till/refuse.hpp"

namespace kahui::till {

struct MemberDesk::Case {
  MemberDesk& desk;
  const MemberRequest& request;
  const Signers& signers;
  AttachedMember attached;
  MemberDone done;

  [[nodiscard]] const member::Member& member() const { return attached.member; }
  [[nodiscard]] ports::Store& store() const { return desk.m_store; }
  [[nodiscard]] const programme::RulePack& rules() const { return desk.m_sales.rules(); }
  [[nodiscard]] base::BusinessDate today() const { return desk.m_sales.today(); }
  [[nodiscard]] pricing::MemberView view() const { return memberView(attached); }

  [[nodiscard]] journal::Draft draft(journal::Payload payload) const;
  base::Status append(journal::Payload payload);

  // N10, N11: always asked for, and there must be one.
  base::Status checkPin() {
    return store().verifyMemberPin(member().no, request.member_pin, desk.m_sales.businessDate());
  }

  // I4: as at the till, beyond what the grade of a number alone may do.
  base::Status checkPinFor(base::Points points);

  // Of lots in the order of N6; `points` are there.
  [[nodiscard]] std::vector<journal::LotPart> spend(base::Points points) const;

  MemberVoucher voucher(const base::Id& id, base::Points points) const;

  base::Status correct();
  base::Status correctCompany(ports::MemberCorrection& wanted);
  base::Status agreeTerms();
  base::Status setPin();
  base::Status reveal();
  base::Status freeze(bool release);

  [[nodiscard]] bool applies() const {  // S001-104
    return member().status == member::MemberStatus::Pending || member().status == member::MemberStatus::Refused;
  }

  base::Status judge(bool approved);
  base::Status setGroup();
  base::Status setTier();
  base::Status addMonthOf(int rank, std::vector<journal::Draft>& drafts);
  base::Status endTier();
  base::Status voidFrozen();

  // S003-11, I7: points for what is no purchase. NONCASH, no lifetime points.
  base::Status grant();
  base::Status cashOut();
  base::Status transfer();

  // S000-08: entries of draws that the gifts are, or that come back with them (`sign` -1).
  base::Status addEntries(const std::vector<journal::PointsExchanged::Item>& items, int sign,
                          std::vector<journal::Draft>& drafts) const;

  base::Result<std::vector<ports::StoredExchange>> exchangesOfMonth();

  base::Status exchange();
  base::Status cancelExchange();
  base::Status quarter();

  // S003-61: works from the next bill, as a tier that a purchase reached does.
  base::Status rise();

  // A bill whose points are claimed: of this till or, through headquarters, of another one.
  struct Claimed {
    PastSale past;
    base::Id attempt{};  // that headquarters allowed; null: it was not asked
    bool away = false;
  };

  [[nodiscard]] base::Status claimable(const ports::ClaimAnswer& answer) const;

  base::Result<Claimed> findClaimed();

  base::Status unclaimed(const Claimed& one, const std::string& receipt_no);

  // Another till may have been faster with a bill of this one. What headquarters has not heard of yet no other till can
  // have claimed; without the line the first one posted counts.
  base::Status askForOwn(Claimed& one, const std::string& receipt_no);

  // A forgotten card: what the bill would have earned, by the rules of its day and the member's tier now.
  base::Status claim();

  base::Status erase() {
    return store().eraseMember(member().no, signers.by.code, desk.m_at, desk.m_sales.businessDate());
  }

  base::Status run();
};

}  // namespace kahui::till
