// Payloads of a sale, its return, and what both move: points and coupons (protocol.md, "Event model"). Amounts in fen,
// quantities in thousandths, rates in basis points, points whole. What priced a bill is kept beside what it came to, so
// that the bill can be priced again with the rule pack of its day: returns (X1), explanations, rehearsals.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/numbers.hpp"

namespace kahui::journal {

enum LineFlag : std::uint32_t {
  kPromoNeedsCard = 1,
  kNoMemberDiscount = 2,
  kNoPoints = 4,
  kNoPromotion = 8,
  kNoBillDiscount = 16,
  kNoCoupon = 32,
  kNoTierCredit = 64,
};

// What beside quantity and unit price decided a line; only what differs from the default is written.
struct LineTerms {
  std::string category;
  std::string brand;
  std::string offer;                    // id of the promotion it was taken from (A4, A5)
  std::optional<base::Money> amount{};  // of a scale label (P1)
  std::optional<base::Money> promo_price{};
  std::optional<base::Money> member_price{};
  std::optional<base::Money> override_price{};  // P4
  std::int64_t min_rate = 0;                    // P3
  std::optional<int> pay_pct{};                 // P8
  std::uint32_t flags = 0;                      // of LineFlag
  std::string gift{};                           // S003-94: code in the points catalogue
  base::Points gift_points{};                   // a piece
  base::Money gift_price{};                     // a piece
  bool operator==(const LineTerms&) const = default;
};

struct SoldLine {
  std::string sku;
  std::string barcode;
  std::string name;
  std::string unit;
  base::Quantity quantity{};
  base::Money unit_price{};
  LineTerms terms{};
  base::Money gross{};
  std::string layer;  // P2: RETAIL, PROMO …
  base::Money after_price{};
  base::Money multi{}, promo{}, bill{}, coupon{}, points{}, round{};  // what each step took off (P5–P10), >= 0
  base::Money final{};
  base::Money tier_measure{};         // T2
  bool in_multi = false;              // A2
  std::string count_card;             // V5: id of the count card that the line sold or used; empty: none
  int count_change = 0;               // > 0 sold, < 0 used
  int count_left = 0;                 // after it
  std::optional<base::Money> cost{};  // what the shop paid for a unit, as it was known at the sale; for margins alone
  bool operator==(const SoldLine&) const = default;
};

struct SoldTender {
  std::string type;
  base::Money amount{};
  std::optional<base::Money> given{};
  std::string reference{};  // of the slip or voucher; empty: none
  std::string payment{};    // of payment.begun; empty: not by a customer's code
  bool operator==(const SoldTender&) const = default;
};

struct CouponTerms {  // P7
  std::string type;   // CASH, RATE
  base::Money face{};
  std::int64_t rate = 10000;
  bool stackable = false;
  base::Money min{};
  std::optional<base::Money> max_minus{};
  std::vector<std::string> skus, categories, brands;  // all empty: everything
  std::string partner{};                              // S001-20: code of who pays for it; empty: the shop
  std::vector<std::string> tiers{};                   // S000-34: codes of whom it is for; empty: everybody
  bool operator==(const CouponTerms&) const = default;
};

struct SoldCoupon {
  std::string serial;
  CouponTerms terms;
  std::optional<base::BusinessDate> expires{};
  bool operator==(const SoldCoupon&) const = default;
};

struct LotPart {    // N5, N6
  std::string lot;  // entry.n of the movement that made it; empty: no lot, a debt
  bool cashable = false;
  base::Points points{};  // > 0
  std::optional<base::BusinessDate> expires{};
  bool operator==(const LotPart&) const = default;
};

struct UsedPromotion {  // of a promotion that is limited per member
  std::string promotion;
  int today = 0, ever = 0;  // before the bill
  int now = 0;              // by the bill
  bool operator==(const UsedPromotion&) const = default;
};

struct SoldBenefit {  // C3, C4
  std::string kind;   // GIFT_COUPON, RETURN_POINTS, RETURN_COUPON
  base::Money face{};
  base::Points points{};
  std::string serial;  // of the coupon
  bool operator==(const SoldBenefit&) const = default;
};

// F1, S000-17: what the bill gave because somebody brought the member. Posted by events of their own.
struct SoldReferral {
  std::int64_t to = 0;         // number of the referrer
  base::Points points{};       // his
  base::Points gift_points{};  // the member's own gift
  base::Money gift_face{};     // or a coupon
  std::string gift_serial;
  bool operator==(const SoldReferral&) const = default;
};

// What one promotion of items (A1, A2) took off the bill, or the points that it added (A6).
struct PromotionSaving {
  std::string promotion;
  base::Money saved{};
  base::Points points{};
  bool operator==(const PromotionSaving&) const = default;
};

// S000-23, S000-75: before the bill, as the till knew it.
struct SoldRecord {
  int bills = 0;
  base::Money spent{};
  int referrals = 0;
  bool operator==(const SoldRecord&) const = default;
};

// S000-48: what of a class ends within kEnding_days of the sale.
struct PointsEnding {
  bool cashable = false;
  base::Points points{};     // > 0
  base::BusinessDate first;  // last usable day of the first of them
  bool operator==(const PointsEnding&) const = default;
};
inline constexpr int kEnding_days = 90;

struct SoldMember {
  std::int64_t no = 0;
  base::Id id;
  std::string credential;   // how the member was known: uid, track2, code, phone
  std::string tier_before;  // empty: as bill_tier
  std::string bill_tier;    // empty: priced as a guest (I3)
  std::string tier_after;
  std::string tier_rule;  // empty: no promotion
  base::Points earned{};
  base::Points used{};
  int multiplier_pct = 100;
  bool birthday = false;  // it was the member's birthday (N4); the date itself is sealed
  base::Points lifetime_after{};
  base::Points balance_after{};  // as this till knows it: provisional
  std::optional<base::BusinessDate> lot_expires{};
  std::string demoted_from, demoted_from_after;  // T5
  base::Money since_demotion{}, since_demotion_after{};
  std::vector<LotPart> spent;  // what points.redeemed posts
  std::vector<UsedPromotion> promotions;
  std::vector<SoldBenefit> benefits;
  std::string next_tier;  // what the receipt promised: the tier above, and what is missing to it; empty at the top
  std::optional<base::Money> next_purchase{};
  std::optional<base::Points> next_points{};
  std::optional<int> next_bills{}, next_referrals{};
  std::optional<base::Money> next_spent{};
  bool next_all = false;                           // all of them are needed
  base::Money stored_principal{}, stored_bonus{};  // V2: paid with
  std::optional<base::Money> stored_after{};       // principal and bonus together; where some was paid with
  std::optional<base::BusinessDate> joined{};      // where the pack asks how long somebody is a member (S003-104)
  std::optional<SoldReferral> referral{};
  base::Points rebate{};               // S001-59: given with this bill, posted by an event of its own
  base::Points cashable_after{};       // of balance_after
  std::vector<PointsEnding> ending;    // of it; at most one a class
  bool own_rewards = false;            // this till gave referral, gift and rebates itself; else headquarters does
  std::string group{};                 // S001-40: of the member when the bill was priced
  std::optional<SoldRecord> record{};  // where the pack counts purchases
  bool first_bill = false;             // S001-33: no paid bill before, and the pack asks
  bool operator==(const SoldMember&) const = default;
};

struct SaleCompleted {
  std::string receipt_no;  // given by the store when it is appended
  std::string ref;         // the caller's own name, may be empty
  std::string ref_digest;  // hex of what the caller asked, for the repeat check
  std::int64_t shift = 0;
  std::string operator_code;
  std::string operator_name;
  std::string approver;  // who allowed a discount beyond the operator's rights, may be empty
  std::vector<SoldLine> lines;
  std::vector<SoldCoupon> coupons;              // used
  std::optional<std::int64_t> discount_rate{};  // P6
  std::optional<base::Money> discount_minus{};
  int gifts_today = 0;                     // C3, before the bill
  std::string promotion;                   // P5, the one taken
  std::vector<PromotionSaving> savings{};  // of promotions of items, by id; A1: against the best price without them
  std::vector<SoldTender> tenders;
  base::Money gross{};
  base::Money total{};
  base::Money rounding{};
  base::Money change{};
  std::optional<SoldMember> member{};
  // S001-86, of bills that headquarters takes in for a channel: its code, and where the goods are picked up.
  std::string channel{}, pickup{};
  bool operator==(const SaleCompleted&) const = default;
};

struct ReturnedLine {
  int line = 0;  // of the sale
  std::string sku, name, unit;
  base::Quantity quantity{};
  base::Money value{};  // X1
  bool operator==(const ReturnedLine&) const = default;
};

// A4: goods that were given with the sale, that what is left of it does not reach, and that did not come back.
struct KeptGift {
  int line = 0;  // of the sale
  std::string name;
  base::Quantity quantity{};  // still out after this return
  base::Money held{};         // of the refund now, for it; < 0: paid back, since it came later
  bool operator==(const KeptGift&) const = default;
};

struct ReturnedMember {
  std::int64_t no = 0;
  base::Points earned_reversed{};       // X2, leaves the lifetime points too
  base::Points benefits_reversed{};     // X5
  base::Points charged{};               // X6: of the two above, paid in money instead
  std::vector<LotPart> taken;           // where the reversed points came from
  std::vector<LotPart> restored;        // X3: spent points that came back; `lot` is the one they were spent from
  std::string tier_before, tier_after;  // of the member, who may have risen since (X7)
  base::Points noncash_after{}, balance_after{};
  std::optional<base::Money> stored_after{};  // where some of the refund went there
  bool own_rewards = false;                   // as of the sale
  bool operator==(const ReturnedMember&) const = default;
};

struct SaleReturned {
  std::string receipt_no;  // of the return, drawn from the same row of numbers as sales
  std::string ref, ref_digest;
  std::int64_t shift = 0;
  std::string operator_code, operator_name;
  std::string approver;
  std::string sale_receipt_no;  // the envelope's cause is the sale's id; empty: without a receipt (X9)
  bool voids = false;           // X9: the sale was opened again, this takes all of it back
  std::vector<ReturnedLine> lines;
  base::Money value{};   // of the goods
  base::Money refund{};  // what was paid back
  std::vector<SoldTender> tenders;
  bool gift_used = false, return_coupon_used = false;  // X5, as they stood
  std::string return_coupon_serial;                    // in the place of one that was worth more
  std::string coupon, gift, return_coupon;             // fates: KEPT, RETURNED, VOIDED, DEDUCTED; empty: there is none
  std::optional<ReturnedMember> member{};
  std::string reason{};  // of a bill opened again, or of goods without a receipt (X9), as somebody chose or typed it
  std::vector<KeptGift> kept_gifts{};
  bool operator==(const SaleReturned&) const = default;
};

struct PointsRedeemed {
  std::int64_t member = 0;
  std::vector<LotPart> lots;
  base::Points shown_balance{};  // what the till showed before
  // Of a till in a chain; of the points, so many were placed with it, and so many it gave without the line beyond them.
  base::Points rights{}, goodwill{};
  // One attempt has one id, whether headquarters allowed it or could not be asked (reliability.md, I17). Empty: it was
  // not asked for.
  std::string attempt{};
  bool online = false;  // headquarters allowed what is beyond `rights`
  bool operator==(const PointsRedeemed&) const = default;
};

struct PointsExpired {  // N7
  struct Part {
    std::int64_t member = 0;
    LotPart lot;
    bool operator==(const Part&) const = default;
  };
  base::BusinessDate day;  // the last usable day was this one or an earlier
  std::vector<Part> parts;
  bool operator==(const PointsExpired&) const = default;
};

// What headquarters' ledger says beyond what this till knew: the difference to its own figure, so that the till's
// balance is headquarters' plus its own events that are not settled there yet (protocol.md, Authority).
struct PointsConfirmed {
  struct Part {
    std::int64_t member = 0;
    LotPart lot;  // points > 0: a lot without an end, headquarters ends it; < 0: the lot that shrinks, or none
    base::Points lifetime{};
    bool operator==(const Part&) const = default;
  };
  std::int64_t as_of_ms = 0;  // headquarters' time, UTC
  std::vector<Part> parts;
  bool operator==(const PointsConfirmed&) const = default;
};

struct CouponIssued {  // C2, C3, C4
  struct Part {
    std::string serial;
    std::int64_t member = 0;
    bool operator==(const Part&) const = default;
  };
  std::string origin;  // MONTHLY, BIRTHDAY, GIFT_COUPON, RETURN_COUPON
  std::string key;     // of a benefit that is given once: 2026-12
  CouponTerms terms;
  std::optional<base::BusinessDate> expires{};
  bool unlimited = false;  // good for any number of bills until it expires
  std::vector<Part> parts;
  bool operator==(const CouponIssued&) const = default;
};

struct CouponUsed {
  std::string serial;
  std::int64_t member = 0;
  base::Money discount{};
  bool operator==(const CouponUsed&) const = default;
};

struct CouponChanged {  // X4, X5
  std::string serial;
  std::string status;  // ISSUED, VOIDED
  std::optional<base::BusinessDate> expires{};
  bool operator==(const CouponChanged&) const = default;
};

struct TierChanged {  // T5
  struct Part {
    std::int64_t member = 0;
    std::string tier;
    std::string demoted_from;  // empty: no flag
    bool operator==(const Part&) const = default;
  };
  std::string why;  // RETENTION, NEW_YEAR (the accumulation of T6 starts again)
  std::vector<Part> parts;
  bool operator==(const TierChanged&) const = default;
};

struct JobStep {  // of a job at the start of a business day
  std::string job;
  std::string key;        // what it is done once for: a day, a month, a year
  std::int64_t upto = 0;  // members up to this number are done
  bool done = false;
  bool operator==(const JobStep&) const = default;
};

struct RulesApplied {  // config.applied
  std::string version;
  std::string valid_from;
  std::string sha256;  // of the pack's text
  bool operator==(const RulesApplied&) const = default;
};

}  // namespace kahui::journal
