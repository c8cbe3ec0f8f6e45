// The floor under the pricing bench: workload P1 priced by the rulebook's steps and roundings, over integer indexes,
// with nothing else: no names, limits, times, coupons, explanations. One object a set of offers; not for several
// threads.
#pragma once

#include <algorithm>
#include <span>

#include "tests/bench/pricing_workload.hpp"

namespace kahui::bench {

class BarePricing {
 public:
  struct Result {
    std::int64_t total_fen = 0;
    std::int64_t points = 0;

    bool operator==(const Result&) const = default;
  };

  explicit BarePricing(std::vector<Offer> offers) : m_offers(std::move(offers)) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> products, categories, brands;
    for (std::uint32_t i = 0; i < m_offers.size(); ++i) {
      const auto& o = m_offers[i];
      for (const auto product : o.products) products.emplace_back(product, i);
      if (o.kind == OfferKind::CategoryRate || o.kind == OfferKind::CategoryPoints) categories.emplace_back(o.group, i);
      if (o.kind == OfferKind::BrandMinus) brands.emplace_back(o.group, i);
      if (o.kind == OfferKind::BillRate) m_bill_offers.push_back(i);
    }
    m_products.fill(kProducts, products);
    m_categories.fill(kCategories, categories);
    m_brands.fill(kBrands, brands);
  }

  Result price(std::span<const Item> items, unsigned tier) {
    m_amount.resize(items.size());
    m_times.assign(items.size(), 1);
    m_hits.clear();
    for (std::size_t i = 0; i < items.size(); ++i) priceLine(items[i], i, tier);
    buyTwoGetOne(items);
    billRate(tier);
    Result result;
    std::int64_t base = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      result.total_fen += m_amount[i];
      base += m_amount[i] * m_times[i];
    }
    result.points = base / kPointsUnit_fen;
    return result;
  }

 private:
  // Lists by key, one after the other in one vector.
  struct Lists {
    std::vector<std::uint32_t> start, offers;

    void fill(std::uint32_t keys, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& entries) {
      start.assign(keys + 1, 0);
      for (const auto& [key, offer] : entries) ++start[key + 1];
      for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
      offers.resize(entries.size());
      auto next = start;
      for (const auto& [key, offer] : entries) offers[next[key]++] = offer;
    }
    [[nodiscard]] std::span<const std::uint32_t> at(std::uint32_t key) const {
      return std::span(offers).subspan(start[key], start[key + 1] - start[key]);
    }
  };
  struct Hit {
    std::uint32_t offer, line;
  };

  void priceLine(const Item& item, std::size_t line, unsigned tier) {
    const std::int64_t gross = item.unit_fen * item.pieces;
    std::int64_t best = gross;
    for (const auto list : {m_products.at(item.product), m_categories.at(item.category), m_brands.at(item.brand)}) {
      for (const auto index : list) {
        const Offer& o = m_offers[index];
        if ((o.tiers >> tier & 1U) == 0) continue;
        switch (o.kind) {
          case OfferKind::ProductRate:
          case OfferKind::CategoryRate: best = std::min(best, gross * o.value / 10000); break;
          case OfferKind::BrandMinus:
            best = std::min(best, std::max<std::int64_t>(0, item.unit_fen - o.value) * item.pieces);
            break;
          case OfferKind::BuyTwoGetOne: m_hits.push_back({index, static_cast<std::uint32_t>(line)}); break;
          case OfferKind::CategoryPoints: m_times[line] = std::max(m_times[line], o.value); break;
          case OfferKind::BillRate: break;
        }
      }
    }
    m_amount[line] = best;
  }

  void buyTwoGetOne(std::span<const Item> items) {
    std::sort(m_hits.begin(), m_hits.end(),
              [](Hit a, Hit b) { return a.offer != b.offer ? a.offer < b.offer : a.line < b.line; });
    m_used.assign(items.size(), 0);
    for (std::size_t first = 0, end = 0; first < m_hits.size(); first = end) {
      m_lines.clear();
      std::int64_t pieces = 0;
      for (end = first; end < m_hits.size() && m_hits[end].offer == m_hits[first].offer; ++end) {
        const auto line = m_hits[end].line;
        if (m_used[line] != 0) continue;
        m_lines.push_back(line);
        pieces += items[line].pieces;
      }
      std::int64_t left = pieces / 3;
      if (left == 0) continue;
      std::sort(m_lines.begin(), m_lines.end(), [&](std::uint32_t a, std::uint32_t b) {
        return items[a].unit_fen != items[b].unit_fen ? items[a].unit_fen < items[b].unit_fen : a < b;
      });
      for (const auto line : m_lines) {
        m_used[line] = 1;
        const std::int64_t taken = std::min(left, items[line].pieces);
        m_amount[line] -= m_amount[line] * taken / items[line].pieces;
        left -= taken;
      }
    }
  }

  void billRate(unsigned tier) {
    std::int64_t sum = 0;
    for (const auto amount : m_amount) sum += amount;
    std::int64_t saving = 0;
    for (const auto index : m_bill_offers) {
      const Offer& o = m_offers[index];
      if ((o.tiers >> tier & 1U) != 0 && sum >= o.threshold_fen) saving = std::max(saving, sum - sum * o.value / 10000);
    }
    if (saving == 0) return;
    m_rest.resize(m_amount.size());
    std::int64_t left = saving;
    for (std::size_t i = 0; i < m_amount.size(); ++i) {
      const std::int64_t product = saving * m_amount[i];
      m_rest[i] = {product % sum, static_cast<std::uint32_t>(i)};
      m_amount[i] -= product / sum;
      left -= product / sum;
    }
    if (left == 0) return;
    std::nth_element(m_rest.begin(), m_rest.begin() + (left - 1), m_rest.end(),
                     [](const Rest& a, const Rest& b) { return a.size != b.size ? a.size > b.size : a.line < b.line; });
    for (std::int64_t i = 0; i < left; ++i) --m_amount[m_rest[static_cast<std::size_t>(i)].line];
  }

  struct Rest {
    std::int64_t size;
    std::uint32_t line;
  };

  std::vector<Offer> m_offers;
  std::vector<std::uint32_t> m_bill_offers;
  Lists m_products, m_categories, m_brands;
  std::vector<std::int64_t> m_amount, m_times;
  std::vector<Hit> m_hits;
  std::vector<char> m_used;
  std::vector<std::uint32_t> m_lines;
  std::vector<Rest> m_rest;
};

}  // namespace kahui::bench
