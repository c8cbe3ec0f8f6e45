// What events add to the sums that reports are made of: by hour and tier, by article, by visit of a member, and single
// facts. Pure and additive, so that the store folds them between sales, a reader adds what is not folded yet, and the
// verifier folds them again. Days are business dates as days since 1970-01-01, hours are of the settlement's local
// time, money in fen, quantities in thousandths.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>

#include "core/journal/event.hpp"

namespace kahui::journal {

struct HourKey {
  std::int32_t day = 0;
  int hour = 0;      // 0 .. 23
  std::string tier;  // of the bill, of a return the member's before it; empty: a guest
  auto operator<=>(const HourKey&) const = default;
};
struct HourSums {
  std::int64_t bills = 0;
  base::Money sold{};
  std::int64_t returns = 0;  // that paid something back (D1)
  base::Money refunded{};
  std::int64_t pieces = 0;
  HourSums& operator+=(const HourSums& other);
  bool operator==(const HourSums&) const = default;
};

struct ItemKey {
  std::int32_t day = 0;
  std::string sku;
  bool member = false;
  auto operator<=>(const ItemKey&) const = default;
};
struct ItemHourKey {
  std::int32_t month = 0;  // 202603
  int hour = 0;
  std::string sku;
  bool member = false;
  auto operator<=>(const ItemHourKey&) const = default;
};
struct ItemSums {  // returns taken off quantity and net
  base::Quantity quantity{};
  base::Money net{};
  std::int64_t lines = 0;     // of sales
  base::Quantity promoted{};  // sold at a promotion's price or in a promotion, returns not taken off
  base::Quantity costed{};    // sold with a cost price known at the sale, returns not taken off
  base::Money cost{};         // of those
  ItemSums& operator+=(const ItemSums& other);
  bool operator==(const ItemSums&) const = default;
};

struct VisitKey {
  std::int32_t day = 0;
  std::int64_t member = 0;
  auto operator<=>(const VisitKey&) const = default;
};
struct VisitSums {
  std::int64_t bills = 0;
  base::Money sold{};
  std::int64_t returns = 0;  // that paid something back
  base::Money refunded{};
  base::Money saving{};  // against a guest's price, see guestSaving()
  VisitSums& operator+=(const VisitSums& other);
  bool operator==(const VisitSums&) const = default;
};

// Stored as these numbers: append only.
enum class Fact {
  Operator = 1,        // key: code; n bills, amount net of sales
  OperatorReturn = 2,  // key: code; n returns, amount paid back
  ManualDiscount = 3,  // P4, P6; key: code; n bills, amount saved
  Rounding = 4,        // P10; key: code; n bills, amount dropped
  TenderTaken = 5,     // key: type; n times
  TenderGiven = 6,     // given back; key: type; n times
  Upgrade = 7,         // key: tier reached; n
  Join = 8,            // key: how they came (S000-02), or source; n members who joined on the day
  MemberCost = 9,      // key: PRICE, COUPON, POINTS; what members had off; n bills
  Promotion = 10,      // P5, A1, A2; key: id; n bills, amount saved
  Stored = 11,         // stored value; key: TOP_UP, PAY, REFUND, CLOSE; n moves, amount of principal and bonus, >= 0
};
struct FactKey {
  std::int32_t day = 0;
  Fact kind{};
  std::string key;
  auto operator<=>(const FactKey&) const = default;
};
struct FactSums {
  std::int64_t n = 0;
  std::int64_t amount = 0;
  FactSums& operator+=(const FactSums& other);
  bool operator==(const FactSums&) const = default;
};

struct MemberJoin {
  std::int32_t day = 0;
  std::string source;   // till, import, demo
  std::string consent;  // version of the text agreed to; empty: none
  bool operator==(const MemberJoin&) const = default;
};

struct TradeRows {
  std::map<HourKey, HourSums> hours;
  std::map<ItemKey, ItemSums> items;
  std::map<ItemHourKey, ItemSums> item_hours;
  std::map<VisitKey, VisitSums> visits;
  std::map<FactKey, FactSums> facts;
  std::map<std::int64_t, MemberJoin> joins;  // by member number

  void add(const Event& event);
  bool operator==(const TradeRows&) const = default;
};

// 202603.
std::int32_t monthNumber(base::BusinessDate day);

// What a member's bill was below a guest's at the price layer (P2): a guest pays the retail price or a promotion that
// needs no card, whichever is lower. Prices by hand count as the same for both.
base::Money guestSaving(const SoldLine& line);

}  // namespace kahui::journal
