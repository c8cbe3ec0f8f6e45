// What a bill is priced from: basket, member view, asked benefits, tenders. Field names follow the examples file
// (rulebook section 16). Money 0 .. kMaxAmount fen, unit prices 0 .. kMaxUnitPrice, quantities 1 .. kMaxQuantity
// thousandths, at most kMaxLines lines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/member/birthday.hpp"
#include "core/pricing/basket.hpp"
#include "core/programme/promotion.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::pricing {

struct Tender {
  std::string type;                   // CASH, WECHAT, ALIPAY, UNIONPAY, BANKCARD, STORED …
  std::optional<base::Money> amount;  // exact amounts of non-cash tenders; absent = all that is left
  std::optional<base::Money> given;   // cash handed over
  std::string reference{};            // of a slip or voucher; kept with the sale
  std::string payment{};              // of a customer's code (journal::PaymentBegun); kept with the sale
};

enum class MemberStatus { Active, Frozen, Lost, Cancelled };  // I3: only ACTIVE is more than a guest

struct PointsLot {  // N5
  std::string id;
  programme::PointsClass cls{};
  base::Points points{};                      // negative = debt
  std::optional<base::BusinessDate> expires;  // last usable day; absent = never
};

struct StoredBalance {
  base::Money principal{};
  base::Money bonus{};
};

struct Referrer {  // F1, F2
  std::string id;
  std::string tier;
  base::Points paid{};  // for this member so far
  std::string last;     // highest tier paid for; empty = none
};

struct PromotionUse {  // how often this member has had a promotion before this bill
  std::string promotion;
  int today = 0;
  int ever = 0;
};

// Before this bill: what programme::Tier::bills, spent and referrals are held against.
struct BuyingRecord {
  int bills = 0;        // paid, with something left of them, within the pack's window
  base::Money spent{};  // net purchases, likewise
  int referrals = 0;
  bool operator==(const BuyingRecord&) const = default;
};

struct MemberView {
  std::string id;
  std::string tier;  // code
  MemberStatus status = MemberStatus::Active;
  std::optional<member::Birthday> birthday;
  std::vector<PointsLot> lots;
  base::Points frozen_points{};
  base::Points lifetime{};
  std::string demoted_from;                  // code; empty = not flagged (T5)
  base::Money since_demotion{};              // net purchases of this year since the demotion (T6)
  std::optional<base::BusinessDate> joined;  // S003-104; not known: of today
  std::optional<BuyingRecord> record;        // where the pack counts purchases; not known: nothing
  bool entered = true;                       // false: the entry condition of the tier is not met (S000-29)
  bool first_bill = false;                   // S001-33: no paid bill before this one
  std::optional<StoredBalance> stored;
  std::optional<Referrer> referrer;
  std::vector<PromotionUse> promotion_uses;
  std::string group{};  // S001-40: code of the rule pack; empty: none
};

enum class CouponType { Cash, Rate };

struct Coupon {  // P7
  std::string id;
  CouponType type = CouponType::Cash;
  base::Money face{};                 // Cash
  base::Rate rate = base::kFullRate;  // Rate
  bool stackable = false;             // Rate with base STACK: at bill level instead of the price layer
  base::Money min{};
  std::optional<base::Money> max_minus;       // ceiling of a stackable rate coupon
  std::optional<base::BusinessDate> expires;  // last good day
  programme::Scope scope;
  std::string partner;               // S001-20: code of who pays for it; empty: the shop
  std::vector<std::string> tiers{};  // S000-34: codes of whom it is for; empty: everybody
};

struct BillDiscount {  // P6, one of both
  std::optional<base::Rate> rate;
  std::optional<base::Money> minus;
};

struct SaleInput {
  base::LocalTime now;  // settlement time
  std::string store;
  std::optional<MemberView> member;
  bool register_member = false;  // a guest joins with this bill (T1, I6)
  Basket basket;
  std::vector<programme::Promotion> promotions;  // beside those of the rule pack
  BillDiscount bill_discount;
  std::vector<Coupon> coupons;
  base::Points points{};        // asked for
  bool points_max = false;      // as many as may be used
  std::vector<Tender> tenders;  // none = the total is due exactly, as one WECHAT tender
  int gifts_today = 0;          // evening gifts this member had today (C3)
};

}  // namespace kahui::pricing
