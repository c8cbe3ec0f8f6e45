// The promotions of a pack with their inverted index: a line asks only for the promotions that name its sku, category
// or brand, so that pricing costs lines + matching promotions and never their product. Immutable once made; read from
// any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/programme/promotion.hpp"

namespace kahui::programme {

// What pricing asks of a promotion that covers a line before it looks at the promotion itself. A bill of 200 lines
// meets thousands of promotions of several cache lines each; these few bytes of all of them lie side by side.
struct PromotionBrief {
  std::int64_t value = 0;       // item kinds: price or minus in fen, rate in basis points; POINTS_X: percent
  std::uint32_t tier_mask = 0;  // as Promotion::tier_mask
  std::uint32_t order = 0;      // multi-buy kinds: place among those of the book by falling priority, then id
  PromotionKind kind{};
  bool always = false;   // at any time, in every store
  bool limited = false;  // per bill, per member and day, or per member
  bool crossed = false;  // names goods in more than one way, and so may cover a line twice over
};

class PromotionBook {
 public:
  PromotionBook() = default;
  explicit PromotionBook(std::vector<Promotion> promotions);

  [[nodiscard]] std::span<const Promotion> all() const { return m_promotions; }
  [[nodiscard]] bool empty() const { return m_promotions.empty(); }
  [[nodiscard]] const Promotion& at(std::uint32_t index) const { return m_promotions[index]; }
  [[nodiscard]] const PromotionBrief& brief(std::uint32_t index) const { return m_briefs[index]; }

  // Promotions without a scope: they cover every line.
  [[nodiscard]] std::span<const std::uint32_t> unscoped() const { return m_unscoped; }

  // Appends the scoped promotions that cover such a line, each once. Empty texts match nothing.
  void match(std::string_view sku, std::string_view category, std::string_view brand,
             std::vector<std::uint32_t>& out) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Postings = std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>>;

  void putInOrder();
  static void add(Postings& postings, const std::vector<std::string>& keys, std::uint32_t index);
  void collect(const Postings& postings, std::string_view key, std::size_t start,
               std::vector<std::uint32_t>& out) const;

  std::vector<Promotion> m_promotions;
  std::vector<PromotionBrief> m_briefs;  // by place in m_promotions
  std::vector<std::uint32_t> m_unscoped;
  Postings m_by_sku, m_by_category, m_by_brand;
};

}  // namespace kahui::programme
