// What the member desk is asked for (会员服务台): joining, and acts on a member who is there. What the screen submits,
// and what `kahuictl member` asks of a store or of the till that holds it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/member/member.hpp"

namespace kahui::till {

struct JoinRequest {  // I5: telephone and consent are enough
  std::string ref{};
  std::string operator_code{};  // on a screen: whoever is signed in
  std::string phone{};          // as it was typed
  bool adult = false;           // says so
  bool consent = false;         // to the text of the rule pack's version
  bool marketing = false;       // L4
  bool company = false;         // S001-102
  std::string name{};
  std::string tax_no{}, contact{};  // of a company
  std::optional<member::Birthday> birthday{};
  std::optional<base::BusinessDate> born{};  // where the year was told: nobody under 18
  std::optional<member::Credential> card{};
  std::string via{};        // S000-02: till (empty), phone, web, referral, event
  std::string form{};       // number of a signed paper
  std::string referrer{};   // F1: member number or telephone
  std::string group{};      // S001-40: code of the rule pack
  std::string proof{};      // what was shown for it
  std::string receipt{};    // S001-11: number or claim code of a guest's receipt of this till and day
  base::Money open_bill{};  // likewise: what is due of the bill on the screen; the engine says it
};

struct JoinDone {
  member::MemberNo member_no;
  std::string masked_name;
  std::string masked_phone;
  base::Points gift{};      // S000-38
  std::string gift_coupon;  // serial
  bool pending = false;     // S001-104: somebody judges first
};

enum class MemberAct {
  Correct,         // name, phone, birthday, company with tax number and contact, marketing: what is given
  SetPin,          // old PIN, or a leader (S000-84)
  Reveal,          // clear name and numbers; logged (S001-111)
  Freeze,          // N12: points, or the account
  Unfreeze,        //
  Void,            // frozen points, for good
  CashOut,         // N10
  Transfer,        // N11
  Exchange,        // N9
  CancelExchange,  // N9
  Quarter,         // N8
  Claim,           // a forgotten card
  Rise,            // S003-61: a tier for points
  Erase,           // L3
  AgreeTerms,      // to the rule pack's version of the text (S000-10)
  Approve,         // S001-104: an application; a refused one, too
  Refuse,          // S001-104: with the reason in `text`
  SetGroup,        // S001-40: with the proof in `text`; an empty code takes him out of it
  Grant,           // S003-11: points for an activity, with a reason in words
  SetTier,         // S001-96: `tier` by hand, with the reason in `text`, to the day `until`
  EndTier,         // S001-96: the rules decide again
};

struct WantedGift {
  std::string code;  // of the pack's catalogue
  int quantity = 1;
};

struct MemberRequest {
  std::string ref{};
  std::string operator_code{};
  std::string approver{};  // whose PIN was checked
  MemberAct act{};
  std::string member_no{};
  std::string member_pin{};  // CashOut, Transfer, larger exchanges, SetPin: the old one

  std::optional<std::string> name{}, phone{};
  std::optional<member::Birthday> birthday{};
  std::optional<bool> company{}, marketing{};
  std::optional<std::string> tax_no{}, contact{};  // Correct, of a company; empty: none any more
  std::string new_pin{};
  base::Points points{};  // Freeze, Unfreeze: 0 means the account
  std::string reason{}, text{};
  std::string to{};  // Transfer: member number or telephone
  std::vector<WantedGift> gifts{};
  std::string exchange{};                     // CancelExchange: id; empty: the last one
  std::string code{};                         // Claim
  std::string group{};                        // SetGroup
  std::string tier{};                         // Rise: code; `points`, where given, is the price that was shown; SetTier
  std::optional<base::BusinessDate> until{};  // SetTier: last day; none: until somebody ends it
};

// The paper of a cash-out or an exchange.
struct MemberVoucher {
  MemberAct act{};
  base::Id id;  // of the event
  base::LocalTime at;
  std::string member_no;  // masked
  std::string masked_name;
  std::string operator_code, approver;
  base::Points points{};
  base::Money paid{};                       // CashOut
  std::vector<std::string> lines;           // Exchange: name × quantity
  std::vector<std::string> coupons;         // Quarter: serials
  std::optional<base::BusinessDate> until;  // of the coupons
};

struct MemberDone {
  MemberAct act{};
  member::MemberNo member_no;
  base::Points points{};   // moved by the act
  base::Points balance{};  // after it
  base::Points frozen{};
  std::optional<MemberVoucher> voucher{};
  std::string clear_name, clear_phone;      // Reveal only
  std::string clear_tax_no, clear_contact;  // likewise, of a company
};

using JoinAnswer = base::Result<JoinDone>;
using MemberAnswer = base::Result<MemberDone>;

}  // namespace kahui::till
