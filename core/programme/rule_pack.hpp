// A rule pack: every parameter of the membership programme (rulebook section 1) as one immutable, validated value. Two
// packs never mix: a bill is priced with one, stores its version, and its refund uses that version again. Money in fen,
// rates in basis points, a tier is its rank: its place in `tiers`, 0 = lowest.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/base/result.hpp"
#include "core/programme/extras_rules.hpp"
#include "core/programme/group_rules.hpp"
#include "core/programme/promotion_book.hpp"
#include "core/programme/window.hpp"

namespace kahui::programme {

class JsonProblem;

enum class LayerMode { Best, Stack };                              // P2, P11
enum class LineRound { Floor, HalfUp };                            // section 0, rate()
enum class EarnMode { WholeUnits, Proportional };                  // N1
enum class Combine { Max, Product };                               // N4
enum class PointsClass { NonCash, Cashable };                      // N5
enum class Measure { Net, Gross };                                 // T2
enum class ApplyTier { None, RepromoteOnly, Always };              // T4
enum class LeapBirthday { Feb28, Mar1, LeapYearsOnly };            // C6
enum class ReturnForm { Points, Coupon };                          // C4
enum class RoundMode { None, FloorJiao, FloorYuan, NearestJiao };  // P10; none of them rounds up (P12)
enum class RoundApply { CashOnly, Always };
enum class StoredSpend { Proportional, PrincipalFirst, BonusFirst };  // V2
enum class Shortfall { Negative, DeductCash };                        // X6
enum class GiftBack { Ask, Charge };                                  // A4
enum class ReferralMode { Difference, FirstOnly, EachFull };          // F2
enum class TransferClass { NonCash, Keep };                           // N11

struct ExpiryPolicy {  // N7
  enum class Kind { EndOfNextYear, YearEnd, RollingMonths, Never };
  Kind kind = Kind::EndOfNextYear;
  int months = 0;  // RollingMonths only, 1 .. 1200

  bool operator==(const ExpiryPolicy&) const = default;
};

struct Catalogue {                  // N9
  std::vector<std::string> groups;  // "*" = every group; empty = no catalogue
  int times = 0;                    // exchanges a calendar month, -1 = no limit
  int items = 0;                    // items an exchange, -1 = no limit
};

struct Words {
  std::string zh, en;  // en empty: as zh
  bool operator==(const Words&) const = default;
};

struct Tier {
  std::string code;
  std::string name;
  base::Rate rate = base::kFullRate;
  std::int64_t earn = 1;                                // points per unit
  std::vector<std::optional<base::Money>> single_from;  // by rank of the tier before: one purchase that lifts here (T2)
  std::optional<base::Points> lifetime;                 // T3
  int min_member_months = 0;                            // S003-104: T2 and T3 lift here only after so many whole months
  // S000-23, S000-30, S000-75: further ways up, the bill counted: paid bills and net purchases within
  // tier_rules.window_months, and members brought whose bills earned the referrer points (F1).
  std::optional<int> bills;
  std::optional<base::Money> spent;
  std::optional<int> referrals;
  bool needs_all = false;                   // S001-127: all conditions that are given; else each lifts alone
  std::optional<base::Points> rise_points;  // S003-61: what the tier costs at the member desk; none: not for sale
  base::Money entry{};  // S000-29, lowest tier alone: one paid bill of so much, before it no benefits; 0: none asked
  int first_bill_pct = 100;                // S001-33: multiplier of the first paid bill, as those of N4
  std::optional<base::Money> point_value;  // S003-30: one point on a bill of this tier; none: points.value
  Catalogue catalogue;
  bool cash_out = false;              // N10
  std::optional<base::Money> retain;  // T5; absent = for life
  std::optional<int> demote_to;
  std::optional<base::Money> repromote_cum;     // T6 a
  std::optional<base::Money> repromote_single;  // T6 b
  int tour_days = 0;                            // T7
  base::Money yearly_gift{};
  // S000-31, S003-35: what the till shows when a card is read; empty: nothing beside the tier's name.
  Words badge;            // at most kLongestBadge columns of a receipt's font, 2 a Han character
  Words greeting;         // at most kLongestGreeting
  bool own_lane = false;  // served at a lane of its own
};
inline constexpr int kLongestBadge = 20;
inline constexpr int kLongestGreeting = 40;

struct TierRules {
  Measure single_measure = Measure::Net;
  ApplyTier apply_to_current_bill = ApplyTier::RepromoteOnly;
  bool lifetime_from_referral = false;
  bool exempt_year_of_promotion = true;
  int window_months = 12;  // over which Tier::bills and Tier::spent are counted; 0: since joining
};

struct PriceRules {
  LayerMode layer = LayerMode::Best;
  LineRound line_round = LineRound::Floor;
};

struct PointsRules {
  base::Money unit{10000};
  EarnMode earn_mode = EarnMode::WholeUnits;
  base::Money value{100};  // one point as money
  base::Points redeem_step{1};
  int default_pay_pct = 20;
  std::vector<PointsClass> spend_order{PointsClass::NonCash, PointsClass::Cashable};
  Combine multiplier_combine = Combine::Max;
  bool earn_on_stored_bonus = false;
  ExpiryPolicy expiry_noncash{ExpiryPolicy::Kind::EndOfNextYear, 0};
  ExpiryPolicy expiry_cashable{ExpiryPolicy::Kind::Never, 0};
  int notice_days = 30;  // before YEAR_END clears
};

struct MemberDay {            // C5; all conditions that are given must hold
  std::optional<int> dom;     // day of the month, 1 .. 31
  std::optional<int> dom_to;  // with dom: a range of days, both included
  Window window;
  std::vector<int> tiers;          // ranks; empty = all members
  std::optional<int> mult_pct;     // N4
  std::optional<base::Rate> rate;  // P2
};

struct BirthdayCoupon {  // C6; one of face and rate
  base::Money face{};
  std::optional<base::Rate> rate;
  base::Money min{};
  bool month = false;  // good all the month of the birthday, else on the day

  bool operator==(const BirthdayCoupon&) const = default;
};

struct Birthday {  // C6
  int mult_pct = 200;
  int min_tier = 0;
  LeapBirthday feb29 = LeapBirthday::Feb28;
  std::optional<BirthdayCoupon> coupon;  // once a benefit key (C7)
};

struct EveningGift {  // C3
  bool enabled = false;
  int dom = 5;
  int from_s = 18 * 3600;
  int to_s = 22 * 3600;
  base::Money min{10000};
  base::Money face{5000};
  int per_day = 1;
};

struct SpendReturn {  // C4
  bool enabled = false;
  base::Money step{50000};
  base::Money back{5000};
  bool repeat = true;
  ReturnForm form = ReturnForm::Points;
};

struct BillRound {  // P10
  RoundMode mode = RoundMode::FloorJiao;
  RoundApply apply = RoundApply::CashOnly;
};

struct CouponRules {
  int max_per_bill = 1;
  int grace_days = 7;
};

// V3: who pays at least this gets the bonus of the highest step reached, once (充500送50).
struct TopUpRule {
  std::string id;
  base::Money pay{};    // > 0
  base::Money bonus{};  // >= 0
};

struct StoredRules {
  StoredSpend spend = StoredSpend::Proportional;
  base::Money limit_named{500000};
  base::Money limit_unnamed{100000};
  std::vector<TopUpRule> top_up;  // ascending by pay
};

struct RefundRules {
  Shortfall shortfall = Shortfall::Negative;
  GiftBack gift = GiftBack::Ask;  // of one that does not come back: said, or its price is held back too (A4)
  std::vector<std::string> tender_order{"STORED", "CASH", "WECHAT", "ALIPAY", "BANKCARD"};
};

struct ReferralRules {
  ReferralMode mode = ReferralMode::Difference;
  std::vector<std::vector<std::optional<base::Points>>> table;  // [referrer's rank][rank reached]
  std::optional<JoinGift> gift{};  // S000-17: of who was referred, with the first paid bill
};

struct CashOut {
  base::Points min{1};
  base::Points step{1};
  base::Money manager_from{50000};
};

struct Transfer {
  base::Points min{10};
  TransferClass to_class = TransferClass::NonCash;
};

struct MonthlyCoupons {  // C2
  int count = 0;         // -1 = no limit
  base::Rate rate = base::kFullRate;
  bool own_tier = false;  // S000-34: refused once the member has another tier
  Scope scope{};          // S003-49: the goods that it is for; empty: all
};

struct QuarterExchange {  // N8
  int last_days = 10;
  base::Points points{100};
  base::Money coupon{1000};
  int valid_days = 90;
};

// N9, optional: `catalogue`, a list of {"code", "name", "group", "points"}; `group` is what Tier::catalogue names. Each
// may have
//   "sku", "price_fen"  goods that a member takes as a line of a bill, at points and, beside them, money (S003-94)
//   "periods"           [{"from", "to", "points", "price_fen"}]: another price in [from, to) (S003-23)
//   "draw"              the care plan's draw that one piece is an entry of (S000-08); goes with neither sku nor price
struct GiftPrice {        // a piece
  base::Points points{};  // > 0
  base::Money money{};    // >= 0
  bool operator==(const GiftPrice&) const = default;
};
struct GiftPeriod {
  Window window;
  GiftPrice price;
};
struct CatalogueGift {
  std::string code;
  std::string name;
  std::string group;
  base::Points points{};  // a piece, > 0
  std::string sku{};      // empty: handed out at the member desk only
  base::Money price{};    // a piece, beside the points; > 0 only with a sku
  std::vector<GiftPeriod> periods{};
  std::string draw{};

  [[nodiscard]] GiftPrice normal() const { return {points, price}; }
  [[nodiscard]] const GiftPeriod* periodAt(base::LocalTime at) const;  // the first that holds; none: nullptr
  [[nodiscard]] GiftPrice priceAt(base::LocalTime at) const;
};

// At the member desk, optional: "desk": {"consent": "2026-01", "claim_days": 7, "join_prompt_fen": 20000,
// "approve_joins": false}.
struct DeskRules {
  std::string consent = "2026-01";  // version of the text that a joining member agrees to (I5)
  int claim_days = 7;               // a guest's receipt gives points for so long; 0: never
  // S000-64: from so much on, a guest's bill says what joining would have given; 0: never.
  base::Money join_prompt{};
  bool approve_joins = false;          // S001-104: who joins waits as PENDING until somebody approves
  base::Money join_purchase{};         // S001-11: who joins buys for so much on the day; 0: nothing is asked
  base::Points card_points{};          // S001-71: once, when a card is replaced for the first time; 0: none
  std::string terms_zh{}, terms_en{};  // S003-99, on paper forms; empty: the program's own few words
};

struct ReportRules {
  base::Rate share_alert{5000};
  int dormant_days = 90;
  int lost_days = 180;
};

struct OfflineRules {  // O2; points beyond the rights that headquarters placed with the till
  base::Points points_per_day{200};
  base::Money stored_per_day{20000};
  int max_age_hours = 72;
  // Offline redemption (reliability.md): what one till gives a member, and all members, beyond rights until
  // headquarters has confirmed it.
  base::Points goodwill{200};
  base::Points goodwill_till{8000};
  // Of a balance, placed with the first till of the member's store and of the second store; 0: nothing is placed.
  int rights_home_pct = 50;
  int rights_second_pct = 20;
  base::Points rights_step{100};  // less is not worth the moving
};

struct PayLimits {  // of a member, for one bill
  base::Points points{};
  base::Money stored{};
};

// What a card that proved so much about itself may do (rulebook I4; grades as in ports::Trust).
struct GradeRules {
  bool benefits = true;                                         // the tier's prices, and earning
  PayLimits without_pin{base::Points(50), base::Money(20000)};  // beyond them the member's PIN is asked
  // Without the line to headquarters not more than this, PIN or not; the day's limits of O2 hold beside it.
  PayLimits offline{base::Points(50), base::Money(20000)};
};

struct Grades {
  // A member without a PIN: false, pays as if it had been shown; true, pays no more than without_pin.
  bool pin_required = false;
  GradeRules claim;    // stripe, bar code, UID, number
  GradeRules genuine;  // the maker's chip
  GradeRules authenticated{true, {base::Points(200), base::Money(20000)}, {base::Points(200), base::Money(20000)}};
};

struct ManualDiscount {  // section 1, "manual discount rights"
  base::Rate cashier_rate{9000};
  base::Money cashier_minus{5000};
  base::Rate leader_rate{8000};
};

struct RulePack {
  std::string name;
  std::string version;
  std::optional<base::LocalTime> valid_from;
  std::vector<Tier> tiers;
  TierRules tier_rules;
  PriceRules price;
  PointsRules points;
  std::vector<MemberDay> member_day;
  Birthday birthday;
  EveningGift evening_gift;
  SpendReturn spend_return;
  BillRound bill_round;
  CouponRules coupon;
  StoredRules stored;
  RefundRules refund;
  ReferralRules referral;
  CashOut cash_out;
  Transfer transfer;
  std::vector<MonthlyCoupons> monthly_coupons;  // by rank
  QuarterExchange quarter_exchange;
  std::optional<JoinGift> join_gift;
  std::vector<CatalogueGift> catalogue;
  CardFee card_fee;
  DeskRules desk;
  std::vector<Rebate> rebates;
  std::optional<DeliveryRules> delivery;
  std::vector<Upgrade> upgrades;
  MembershipRules membership;
  std::vector<Group> groups;
  std::vector<PackCampaign> campaigns;
  ReportRules report;
  OfflineRules offline;
  Grades grades;
  ManualDiscount manual_discount;
  int business_day_start_s = 0;
  std::shared_ptr<const PromotionBook> promotions;  // never null

  [[nodiscard]] std::optional<int> rankOf(std::string_view code) const;
  [[nodiscard]] const Group* group(std::string_view code) const;         // null: there is none
  [[nodiscard]] const CatalogueGift* gift(std::string_view code) const;  // of the catalogue; nullptr: none
  [[nodiscard]] const Tier& tier(int rank) const { return tiers.at(static_cast<std::size_t>(rank)); }
  [[nodiscard]] bool countsPurchases() const;  // some rule asks what a member bought before, or whom he brought
  // What a point pays on a bill of this tier. On a card and in cash (N10) it is worth points.value whatever the tier.
  [[nodiscard]] base::Money pointValue(std::optional<int> rank) const {
    return rank ? tier(*rank).point_value.value_or(points.value) : points.value;
  }
};

// Whether a member day holds at a time for a member of this rank (C5).
bool holds(const MemberDay& day, const Moment& moment, int rank);

// D1: the business day of a time: settlement time less the start of the day.
base::BusinessDate businessDate(const RulePack& pack, base::LocalTime at);

// The form of `defaults` in the examples file plus name, version, valid_from, promotions. A parameter that is missing
// has its default of section 1; `tiers` must be there. Errors: see json_object.hpp; detail is "path: what is wrong and
// what is allowed".
base::Result<RulePack> parseRulePack(std::string_view text);
base::Result<RulePack> parseRulePack(const nlohmann::json& pack);

// The same, with all that is wrong in `problem`; the pack may be used only if nothing is.
RulePack readRulePack(const nlohmann::json& pack, JsonProblem& problem);

// The pack as parseRulePack() reads it, every parameter written out, those with their default value too. Words for
// readers only (about, note, title, badge) are not kept.
nlohmann::json packJson(const RulePack& pack);

// Config overrides: objects merge, lists and plain values replace.
nlohmann::json mergeConfig(nlohmann::json base, const nlohmann::json& over);

}  // namespace kahui::programme
