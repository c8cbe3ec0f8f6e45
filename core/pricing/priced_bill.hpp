// A priced bill: what each step of the rulebook took from each line, and why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/numbers.hpp"
#include "core/pricing/sale_input.hpp"

namespace kahui::pricing {

// Which rule gave the line its price (P2, P4, P11; A4, A5). In order of preference at equal amounts.
enum class Layer : std::uint8_t {
  Retail,
  Promo,
  MemberPrice,
  MemberDay,
  Tier,
  Group,
  RateCoupon,
  Override,
  Stack,
  Gift,
  Exchange
};
std::string_view layerName(Layer layer);  // RETAIL, PROMO …

// A promotion by its place: 0 .. n-1 in the rule pack, n .. in SaleInput::promotions; kNoPromotion = none.
using PromotionRef = std::int32_t;
inline constexpr PromotionRef kNoPromotion = -1;

const programme::Promotion& promotionAt(PromotionRef ref, const SaleInput& input, const programme::RulePack& pack);

struct PricedLine {
  base::Money gross{};
  Layer layer = Layer::Retail;
  base::Money after_price{};
  base::Money multi{};         // A2
  base::Money promo{};         // P5
  base::Money bill{};          // P6
  base::Money coupon{};        // P7
  base::Money points{};        // P8
  base::Money round{};         // P10
  base::Money final{};         // after_price less the cuts
  base::Points gift_points{};  // S003-94: spent for the line beside its money
  bool in_multi = false;       // pieces of it formed a group of a multi-buy
  PromotionRef layer_promotion = kNoPromotion;
  PromotionRef multi_promotion = kNoPromotion;
  int points_mult_pct = 100;  // A6
  PromotionRef points_promotion = kNoPromotion;

  bool operator==(const PricedLine&) const = default;
};

// Why a rule did or did not change a line (line >= 0) or the bill (line = -1).
enum class Step : std::uint8_t { Layer, MultiBuy, Threshold, BillDiscount, Coupon, Points, Rounding, Offer, PointsX };
enum class Reason : std::uint8_t {
  Applied,
  HigherPrice,    // lost: another candidate was lower, or equal and earlier in order
  SmallerSaving,  // lost: another promotion saves more
  FloorReached,   // applied, but held at the item's lowest rate (P3)
  NeedsMember,
  WrongTier,
  WrongStore,
  OutOfTime,
  LineBarred,   // the item's flag forbids it
  ManualPrice,  // the line has a manual price (P4)
  NotWholePieces,
  FeedsOtherOffer,
  BelowThreshold,  // `missing` says how much
  TooFewPieces,    // `missing` says how many thousandths
  LimitReached,    // per bill, per member and day, per member
  NoSaving,
  NotApproved,  // its campaign is a draft (S001-38)
};
std::string_view stepName(Step step);
std::string_view reasonName(Reason reason);

struct Trial {
  std::int32_t line = -1;
  Step step{};
  Reason reason{};
  Layer layer = Layer::Retail;  // Step::Layer: the candidate
  PromotionRef promotion = kNoPromotion;
  std::int32_t coupon = -1;  // index into SaleInput::coupons
  std::int64_t amount = 0;   // Layer: the price it would give; else the saving; fen
  std::int64_t missing = 0;  // to the next benefit; fen or thousandths

  bool operator==(const Trial&) const = default;
};

// What a GIFT or EXCHANGE promotion offers on this bill; the cashier takes it by adding a line with LineInput::offer
// (A4, A5).
struct Offer {
  PromotionRef promotion = kNoPromotion;
  int times = 0;

  bool operator==(const Offer&) const = default;
};

// How often the bill applied a promotion that is limited (section 3a, "limits in applications").
struct PromotionCount {
  PromotionRef promotion = kNoPromotion;
  int times = 0;

  bool operator==(const PromotionCount&) const = default;
};

struct LotSpend {
  std::string id;
  programme::PointsClass cls{};
  base::Points points{};
  std::optional<base::BusinessDate> expires;

  bool operator==(const LotSpend&) const = default;
};

struct TenderPaid {
  std::string type;
  base::Money amount{};
  std::optional<base::Money> given;
  std::string reference{};
  std::string payment{};

  bool operator==(const TenderPaid&) const = default;
};

struct PricedBill {
  std::vector<PricedLine> lines;
  base::Money gross{};
  base::Money total{};  // due, after rounding
  base::Money rounding{};
  PromotionRef promotion = kNoPromotion;    // P5
  std::vector<std::string> coupons_used;    // in the order they were applied
  std::vector<base::Money> coupon_savings;  // of each of them
  base::Points points_used{};               // all of them
  base::Points gift_points{};               // of them, for lines of the catalogue (S003-94); the rest paid by P8
  std::vector<LotSpend> points_spent;
  std::vector<TenderPaid> tenders;
  base::Money change{};
  base::Money stored_principal_used{};
  base::Money stored_bonus_used{};
  std::vector<Offer> offers;
  std::vector<PromotionCount> limited;
  std::vector<Trial> trials;

  bool operator==(const PricedBill&) const = default;
};

}  // namespace kahui::pricing
