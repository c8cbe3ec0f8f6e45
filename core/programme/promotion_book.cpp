#include "core/programme/promotion_book.hpp"

#include <algorithm>

namespace kahui::programme {

namespace {

PromotionBrief briefOf(const Promotion& p) {
  std::int64_t value = 0;
  if (p.kind == PromotionKind::ItemPrice) value = p.price.value();
  if (p.kind == PromotionKind::ItemMinus) value = p.minus.value();
  if (p.kind == PromotionKind::ItemRate) value = p.rate.value();
  if (p.kind == PromotionKind::PointsX) value = p.mult_pct;
  const int ways =
      (p.scope.skus.empty() ? 0 : 1) + (p.scope.categories.empty() ? 0 : 1) + (p.scope.brands.empty() ? 0 : 1);
  return {.value = value,
          .tier_mask = p.tier_mask,
          .order = 0,
          .kind = p.kind,
          .always = p.window == Window() && p.stores.empty() && !p.draft && !p.campaign,
          .limited = p.per_bill || p.per_member_day || p.per_member,
          .crossed = ways > 1};
}

}  // namespace

PromotionBook::PromotionBook(std::vector<Promotion> promotions) : m_promotions(std::move(promotions)) {
  m_briefs.reserve(m_promotions.size());
  for (std::uint32_t i = 0; i < m_promotions.size(); ++i) {
    m_briefs.push_back(briefOf(m_promotions[i]));
    const auto& scope = m_promotions[i].scope;
    if (scope.everything()) m_unscoped.push_back(i);
    add(m_by_sku, scope.skus, i);
    add(m_by_category, scope.categories, i);
    add(m_by_brand, scope.brands, i);
  }
  putInOrder();
}

void PromotionBook::putInOrder() {
  std::vector<std::uint32_t> multi;
  for (std::uint32_t i = 0; i < m_promotions.size(); ++i)
    if (isMultiKind(m_briefs[i].kind)) multi.push_back(i);
  std::sort(multi.begin(), multi.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto& x = m_promotions[a];
    const auto& y = m_promotions[b];
    return x.priority != y.priority ? x.priority > y.priority : x.id < y.id;
  });
  for (std::uint32_t place = 0; place < multi.size(); ++place) m_briefs[multi[place]].order = place;
}

void PromotionBook::add(Postings& postings, const std::vector<std::string>& keys, std::uint32_t index) {
  for (const auto& key : keys) {
    auto& list = postings[key];
    if (list.empty() || list.back() != index) list.push_back(index);
  }
}

void PromotionBook::collect(const Postings& postings, std::string_view key, std::size_t start,
                            std::vector<std::uint32_t>& out) const {
  if (key.empty() || postings.empty()) return;
  const auto found = postings.find(key);
  if (found == postings.end()) return;
  const auto known = out.size();
  out.insert(out.end(), found->second.begin(), found->second.end());
  if (known == start) return;
  // A promotion that names this line in two of its lists is still one promotion; the matches of a line are few.
  const auto first = out.begin() + static_cast<std::ptrdiff_t>(start);
  const auto added = out.begin() + static_cast<std::ptrdiff_t>(known);
  out.erase(std::remove_if(added, out.end(),
                           [&](std::uint32_t index) {
                             return m_briefs[index].crossed && std::find(first, added, index) != added;
                           }),
            out.end());
}

void PromotionBook::match(std::string_view sku, std::string_view category, std::string_view brand,
                          std::vector<std::uint32_t>& out) const {
  const std::size_t start = out.size();
  collect(m_by_sku, sku, start, out);
  collect(m_by_category, category, start, out);
  collect(m_by_brand, brand, start, out);
}

}  // namespace kahui::programme
