#include "core/report/goods.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/report/figures.hpp"

namespace kahui::report {

using base::BusinessDate;
using base::Money;
using base::Quantity;

namespace {

constexpr int kWeeks = 4;
constexpr int kWeek = 7;
constexpr std::size_t kTopOfGoods = 10;

using Products = std::unordered_map<std::string, const ports::ReportProduct*>;

Money costOf(Money cost, Quantity quantity) {
  const bool back = quantity < Quantity(0);
  const std::int64_t amount =
      base::mulDivHalfUp(cost.value(), back ? -quantity.value() : quantity.value(), base::kOnePiece.value());
  return Money(back ? -amount : amount);
}

// What a net quantity cost: `costed` of it as it was known at the sale, what came back at the mean of that, the rest at
// the price of today. None where a part has no cost price at all.
std::optional<Money> costOf(Quantity net, Quantity costed, Money cost, std::optional<Money> today) {
  const Quantity rest = net - costed;
  if (rest == Quantity()) return cost;
  if (rest < Quantity() && costed > Quantity())
    return cost - Money(base::mulDivHalfUp(cost.value(), -rest.value(), costed.value()));
  if (!today) return std::nullopt;
  return cost + costOf(*today, rest);
}

std::vector<GoodsRow> rowsOf(const ports::TradeBook& book, const ports::DaySpan& span, const Products& products) {
  std::map<std::string, GoodsRow> by_sku;
  for (const auto& [key, sums] : book.items) {
    if (!span.holds(key.day)) continue;
    GoodsRow& row = by_sku[key.sku];
    (key.member ? row.members : row.guests) += sums.quantity;
    (key.member ? row.member_net : row.guest_net) += sums.net;
    row.promoted += sums.promoted;
    (key.member ? row.member_costed : row.guest_costed) += sums.costed;
    (key.member ? row.member_cost : row.guest_cost) += sums.cost;
    row.lines += sums.lines;
  }
  std::vector<GoodsRow> rows;
  for (auto& [sku, row] : by_sku) {
    const auto known = products.find(sku);
    if (known != products.end()) row.product = *known->second;
    row.product.sku = sku;
    const auto members = costOf(row.members, row.member_costed, row.member_cost, row.product.cost);
    const auto guests = costOf(row.guests, row.guest_costed, row.guest_cost, row.product.cost);
    if (members) row.member_margin = row.member_net - *members;
    if (members && guests) row.margin = *row.member_margin + row.guest_net - *guests;
    if (row.quantity() > Quantity(0)) row.member_share_bp = shareBp(row.members.value(), row.quantity().value());
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.net() > b.net(); });
  return rows;
}

std::vector<PromotionEffect> effectsOf(const ports::TradeBook& book, const ports::DaySpan& span,
                                       const Products& products) {
  struct Days {
    std::int32_t first = 0, last = 0;
    std::map<std::int32_t, std::int64_t> sold;
  };
  std::map<std::string, Days> by_sku;
  for (const auto& [key, sums] : book.items) {
    Days& days = by_sku[key.sku];
    days.sold[key.day] += sums.quantity.value();
    if (sums.promoted == Quantity() || !span.holds(key.day)) continue;
    days.first = days.first == 0 ? key.day : std::min(days.first, key.day);
    days.last = std::max(days.last, key.day);
  }
  std::vector<PromotionEffect> effects;
  for (const auto& [sku, days] : by_sku) {
    if (days.first == 0) continue;
    PromotionEffect effect;
    effect.sku = sku;
    if (const auto known = products.find(sku); known != products.end()) effect.name = known->second->name;
    effect.first = BusinessDate::fromDays(days.first);
    effect.last = BusinessDate::fromDays(days.last);
    effect.days = days.last - days.first + 1;
    std::int64_t during = 0, before = 0;
    for (const auto& [day, quantity] : days.sold) {
      if (day >= days.first && day <= days.last) during += quantity;
      if (day < days.first && day >= days.first - effect.days) before += quantity;
    }
    effect.during = Quantity(std::max<std::int64_t>(during, 0) / effect.days);
    effect.before = Quantity(std::max<std::int64_t>(before, 0) / effect.days);
    if (before > 0) effect.change_bp = shareBp(std::max<std::int64_t>(during, 0), before) - base::kFullRate.value();
    effects.push_back(std::move(effect));
  }
  std::stable_sort(effects.begin(), effects.end(),
                   [](const auto& a, const auto& b) { return a.change_bp > b.change_bp; });
  return effects;
}

std::vector<Forecast> forecastOf(const ports::TradeBook& book, const ports::DaySpan& span, const Products& products) {
  std::map<std::string, Forecast> by_category;
  const std::int32_t end = span.to.days();
  for (const auto& [key, sums] : book.items) {
    if (key.day > end || key.day <= end - kWeeks * kWeek) continue;
    const auto product = products.find(key.sku);
    if (product == products.end()) continue;
    Forecast& one = by_category[product->second->category];
    one.category = product->second->category;
    one.category_zh = product->second->category_zh;
    one.category_en = product->second->category_en;
    one.weeks.at(static_cast<std::size_t>(kWeeks - 1 - (end - key.day) / kWeek)) += sums.net;
  }
  std::vector<Forecast> list;
  for (auto& [category, one] : by_category) {
    const auto first = std::find_if(one.weeks.begin(), one.weeks.end(), [](Money week) { return week != Money(); });
    Money sum;
    for (auto week = first; week != one.weeks.end(); ++week) sum += *week;
    const auto known = std::max<std::ptrdiff_t>(1, one.weeks.end() - first);
    one.next = Money(std::max<std::int64_t>(sum.value(), 0) / known);
    list.push_back(std::move(one));
  }
  std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.next > b.next; });
  return list;
}

void addHours(const ports::TradeBook& book, Goods& out) {
  std::unordered_map<std::string, std::size_t> heat;
  for (std::size_t i = 0; i < out.rows.size() && i < kTopOfGoods; ++i) {
    heat.emplace(out.rows[i].product.sku, out.heat.size());
    out.heat.push_back({out.rows[i].product.sku, out.rows[i].product.name, {}});
  }
  for (const auto& [key, sums] : book.item_hours) {
    const auto hour = static_cast<std::size_t>(key.hour);
    (key.member ? out.hours.at(hour).members : out.hours.at(hour).guests) += sums.quantity;
    out.hours.at(hour).net += sums.net;
    if (const auto row = heat.find(key.sku); row != heat.end()) out.heat[row->second].hours.at(hour) += sums.quantity;
  }
}

std::optional<std::int64_t> marginRate(const std::vector<GoodsRow>& rows) {
  Money net, margin;
  for (const GoodsRow& row : rows) {
    if (!row.margin) continue;
    net += row.net();
    margin += *row.margin;
  }
  if (net <= Money()) return std::nullopt;
  const bool loss = margin < Money();
  const std::int64_t rate = shareBp(loss ? -margin.value() : margin.value(), net.value());
  return loss ? -rate : rate;
}

}  // namespace

ports::DaySpan goodsNeed(const ports::DaySpan& span) {
  return {std::min(span.to.plusDays(-kWeeks * kWeek + 1), span.from.plusDays(-span.days())), span.to};
}

Goods goods(const ports::TradeBook& book, const ports::DaySpan& span,
            const std::vector<ports::ReportProduct>& products) {
  Products by_sku;
  for (const auto& product : products) by_sku.emplace(product.sku, &product);
  Goods out;
  out.span = span;
  out.rows = rowsOf(book, span, by_sku);
  std::unordered_map<std::string, bool> sold;
  for (const GoodsRow& row : out.rows)
    if (row.lines > 0) sold.emplace(row.product.sku, true);
  for (const auto& product : products)
    if (!sold.contains(product.sku)) out.slow.push_back(product);
  out.promotions = effectsOf(book, span, by_sku);
  out.forecast = forecastOf(book, span, by_sku);
  addHours(book, out);
  out.margin_bp = marginRate(out.rows);
  out.top_margin_bp = marginRate(bestGoods(out, std::nullopt, GoodsOrder::Quantity, kTopOfGoods));
  out.price_war = out.margin_bp && out.top_margin_bp && *out.top_margin_bp < *out.margin_bp;
  return out;
}

std::vector<GoodsRow> bestGoods(const Goods& goods, std::optional<bool> members, GoodsOrder order, std::size_t most) {
  const auto quantity = [&](const GoodsRow& row) {
    return !members ? row.quantity() : *members ? row.members : row.guests;
  };
  const auto value = [&](const GoodsRow& row) -> std::int64_t {
    switch (order) {
      case GoodsOrder::Quantity: return quantity(row).value();
      case GoodsOrder::Amount: return (!members ? row.net() : *members ? row.member_net : row.guest_net).value();
      case GoodsOrder::Margin: {
        const Money all = row.margin.value_or(Money());
        const Money own = row.member_margin.value_or(Money());
        return (!members ? all : *members ? own : all - own).value();
      }
    }
    return 0;
  };
  std::vector<GoodsRow> rows;
  for (const GoodsRow& row : goods.rows)
    if (quantity(row) > Quantity() && (order != GoodsOrder::Margin || row.margin)) rows.push_back(row);
  std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return value(a) > value(b); });
  if (most != 0 && rows.size() > most) rows.resize(most);
  return rows;
}

std::vector<GoodsRow> memberGoods(const Goods& goods, std::int64_t share_bp, std::int64_t lines) {
  std::vector<GoodsRow> rows;
  for (const GoodsRow& row : goods.rows)
    if (row.members > Quantity() && row.lines >= lines && row.member_share_bp >= share_bp) rows.push_back(row);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.member_share_bp > b.member_share_bp; });
  return rows;
}

}  // namespace kahui::report
