// What the member desk shows. Names and numbers are masked; the clear ones stand in `revealed` alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/member/member.hpp"
#include "core/programme/care_plan.hpp"
#include "core/till/card_load_view.hpp"
#include "core/till/card_view.hpp"
#include "core/till/member_request.hpp"
#include "core/till/tier_view.hpp"

namespace kahui::till {

struct MemberHit {
  std::string member_no;
  std::string masked_name;
  std::string masked_phone;
  std::string tier_name;
  member::MemberStatus status{};
  bool phone_dead = false;  // S001-09
};

struct PointsEnd {  // what of a class ends next
  base::Points points{};
  base::BusinessDate day;
};

struct PointsClassView {
  member::PointsClass cls{};
  base::Points points{};
  std::optional<PointsEnd> next_end{};
  std::optional<PointsEnd> ending{};  // S000-48: all within journal::kEnding_days, and the first day
};

struct PurchaseView {
  std::string receipt_no;
  base::LocalTime at;
  base::Money total{};  // < 0: a return
  base::Points earned{}, used{};
  int lines = 0;
  std::string channel{}, pickup{};  // S001-86: of another channel than the stores
};

struct PointsMoveView {
  base::LocalTime at;
  std::string type;  // of the event
  std::string receipt_no;
  bool cashable = false;
  base::Points points{};
  std::optional<base::BusinessDate> expires{};
  std::string why{};  // of points.rewarded
};

struct HeldCouponView {
  std::string serial;
  bool rate_coupon = false;
  base::Money face{};
  base::Rate rate = base::kFullRate;
  base::Money min{};
  std::optional<base::BusinessDate> expires{};
  std::string origin;
};

struct HeldCardView {
  member::CredentialKind kind{};
  std::string masked;  // **** and the last four signs
  member::CardStatus status{};
};

struct ChangeView {  // S000-44
  base::LocalTime at;
  std::string type;   // of the event
  std::string field;  // name, phone, birthday, company, tax_no, contact, marketing; a card's state; a reason
  std::string before, after;
  std::string operator_code, approver;
};

struct ExchangeView {
  std::string id;
  base::BusinessDate day;
  std::string kind;                // CATALOGUE, QUARTER
  std::vector<std::string> lines;  // name × quantity
  base::Points points{};
  bool cancelled = false;
};

struct CatalogueView {  // N9: what the member's tier sees
  std::string code, name;
  base::Points points{};                   // a piece, now
  base::Money money{};                     // beside them, on a bill (S003-94)
  bool on_bill = false;                    // had as a line of a bill, not here
  std::optional<base::Points> normally{};  // outside the period that holds (S003-23)
  std::string draw{};                      // S000-08: an entry of this draw
  int entries_left = 0;                    // of it, that the member may still have
};

struct MemberGroupView {  // S001-40
  std::string code, name, name_en;
  std::optional<base::BusinessDate> to{};  // last day
  bool open = false;                       // its days are on
};

struct MemberPageView {
  MemberHit head;
  bool company = false;
  std::string tax_no, contact;  // of a company, masked; empty: not known
  bool has_pin = false;
  bool marketing = false;
  std::string via;
  std::string birthday;  // solar, lunar; empty: not known
  base::BusinessDate joined;
  std::string consent;  // version; empty: not known here
  std::optional<base::LocalTime> consent_at{};
  std::string terms_due;  // version of the text that the member is to be asked for (S000-10); empty: none
  std::string referrer;   // masked number
  int referrals = 0;      // members whose bills earned this one points (F1)
  base::Points referral_points{};
  std::vector<PointsClassView> classes;
  base::Points balance{}, available{}, frozen{}, lifetime{};
  base::Money cashable_worth{};
  bool may_cash_out = false;  // the tier may, N10
  bool quarter_open = false;  // N8
  base::Points quarter_step{};
  std::vector<CatalogueView> catalogue;
  std::vector<PurchaseView> purchases;  // of the last 90 days, newest first
  std::vector<PointsMoveView> moves;
  std::vector<HeldCouponView> coupons;
  std::vector<HeldCardView> cards;
  std::vector<ExchangeView> exchanges;  // of this month
  std::vector<ChangeView> changes;
  bool profiling = false;                             // agreed to a profile of interests (S000-04)
  std::string refusal;                                // S001-104: why, of a refused applicant
  std::optional<MemberGroupView> group{};             // S001-40
  std::vector<MemberGroupView> groups;                // that there are
  std::vector<programme::CareText> tags, favourites;  // without it: none
  std::vector<ports::BoughtBrand> brands;             // S001-18, likewise
  int dates = 0;                                      // days kept beside the birthday (S003-02)
  std::optional<NextTier> next_tier{};                // none: the highest, or not entered yet
  std::optional<base::Money> entry{};                 // S000-29: one bill of so much is still to come
  std::vector<RiseOffer> rises;                       // S003-61: tiers above that points buy
  bool tier_by_hand = false;                          // S001-96
  std::optional<base::BusinessDate> tier_until{};     // its last day; none: until somebody ends it
  std::vector<RiseOffer> tiers;                       // that a manager may give, for no points
};

struct RevealedView {
  std::string name, phone;
  std::string tax_no{}, contact{};  // of a company
};

struct TappedCardView {  // waits for a member to be given to
  member::CredentialKind kind{};
  std::string masked;
};

struct MemberDeskView {
  bool open = false;  // the page is on top: cards go there and not to the bill
  // S003-99: number of the paper form that was scanned last, for who joins; the serial rises with each scan.
  std::string form{};
  std::uint64_t form_serial = 0;
  std::string asked;  // what was looked for; masked if it was a full number
  std::vector<MemberHit> hits;
  std::optional<MemberPageView> page{};
  std::optional<RevealedView> revealed{};
  std::optional<TappedCardView> card{};
  std::optional<MemberVoucher> voucher{};
  std::string consent;          // version of the text
  base::Money join_purchase{};  // S001-11: what has to be bought on the day; 0: nothing
  bool may_reveal = false;
  bool can_write = false;  // blank chips: the shop's keys are here
  std::optional<CardWritingView> writing{};
  bool can_load = false;               // this till puts points on cards
  std::optional<CardLoadView> load{};  // the member's card proved itself, and this till puts points on cards
};

}  // namespace kahui::till
