// What the member desk's screens ask of the till.
#pragma once

#include <string>

#include "core/till/card_request.hpp"
#include "core/till/member_request.hpp"
#include "core/till/rights.hpp"

namespace kahui::till {

struct OpenMemberDesk {};   // cards go to the desk from now on
struct CloseMemberDesk {};  // and to the bill again
struct FindMembers {
  std::string text;  // member number, full telephone number or its last four digits
};
struct ShowMember {
  std::string member_no;  // empty: none, back to the search
};
struct TakeMember {
  std::string member_no;  // onto the open bill
};
struct JoinMember {  // the new member comes onto the open bill
  JoinRequest request;
  bool with_card = false;  // the one that waits on the desk
};
// PINs are wiped by the engine.
struct ActOnMember {
  MemberRequest request;
  Approval approval{};
};
// Of the shown member. Issue and Replace take the card that waits on the desk; `card` is a place in the page's cards.
struct ActOnCard {
  CardAct act{};
  int card = -1;
  member::CardStatus status{};  // CardAct::Change
  std::string reason{};
  Approval approval{};
};
struct DropDeskCard {};  // the card that waits is not wanted
struct HideRevealed {};
struct CloseVoucher {};

}  // namespace kahui::till
