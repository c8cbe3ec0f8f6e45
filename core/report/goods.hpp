// Goods (requirements S000-72, S002-08 to S002-14): what members and guests buy, margins, promotions' effect, slow
// goods and a forecast. Pure. Money in fen, quantities in thousandths, rates in basis points.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/ports/report_source.hpp"

namespace kahui::report {

struct GoodsRow {
  ports::ReportProduct product;
  base::Quantity members{}, guests{};  // refunds taken off
  base::Money member_net{}, guest_net{};
  // Net less what the goods cost at their sale; what was sold before a cost price was known counts with that of today.
  // None without either.
  std::optional<base::Money> margin{};
  std::optional<base::Money> member_margin{};
  base::Quantity promoted{};
  base::Quantity member_costed{}, guest_costed{};  // sold with a cost price known at the sale
  base::Money member_cost{}, guest_cost{};         // of those
  std::int64_t lines = 0;
  std::int64_t member_share_bp = 0;  // of the quantity, half-up
  [[nodiscard]] base::Quantity quantity() const { return members + guests; }
  [[nodiscard]] base::Money net() const { return member_net + guest_net; }
};

// An article that a promotion sold: its mean sale a day while it did, beside as many days before the first of them.
struct PromotionEffect {
  std::string sku, name;
  base::BusinessDate first, last;     // days with a promoted sale
  int days = 0;                       // first to last
  base::Quantity during{}, before{};  // a day, floor
  std::int64_t change_bp = 0;         // (during - before) / before, half-up; 0 without a sale before
};

// Mean of the last four weeks' net sales, as what the next seven days may bring. Weeks end on the span's last day.
struct Forecast {
  std::string category, category_zh, category_en;
  std::array<base::Money, 4> weeks{};  // oldest first
  base::Money next{};                  // floor of the mean since its first week with sales (S002-13)
};

struct GoodsHour {
  base::Quantity members{}, guests{};
  base::Money net{};
};

struct HeatRow {  // one article over the hours
  std::string sku, name;
  std::array<base::Quantity, 24> hours{};
};

struct Goods {
  ports::DaySpan span;
  std::vector<GoodsRow> rows;              // all that were sold or came back, by net, then sku
  std::vector<ports::ReportProduct> slow;  // in the catalogue, not sold in the span
  std::array<GoodsHour, 24> hours{};       // of the months that the span touches
  std::vector<HeatRow> heat;               // the ten articles with the highest net
  std::vector<PromotionEffect> promotions;
  std::vector<Forecast> forecast;               // by next, highest first
  std::optional<std::int64_t> margin_bp{};      // of goods with a cost price
  std::optional<std::int64_t> top_margin_bp{};  // of the ten best sold by quantity
  bool price_war = false;                       // S002-14: the best sold earn less than the store does
};

// `book`: items from 28 days before the span's end or from as many days before its start as it has, whichever is
// earlier, to its end; item_hours of the span.
Goods goods(const ports::TradeBook& book, const ports::DaySpan& span,
            const std::vector<ports::ReportProduct>& products);
ports::DaySpan goodsNeed(const ports::DaySpan& span);

enum class GoodsOrder { Quantity, Amount, Margin };
// The best for members, for guests or, nullopt, for all; what sold nothing is left out. `most` 0: all.
std::vector<GoodsRow> bestGoods(const Goods& goods, std::optional<bool> members, GoodsOrder order, std::size_t most);
// Goods of which members took at least `share_bp` of the quantity, in at least `lines` lines of sales.
std::vector<GoodsRow> memberGoods(const Goods& goods, std::int64_t share_bp, std::int64_t lines);

}  // namespace kahui::report
