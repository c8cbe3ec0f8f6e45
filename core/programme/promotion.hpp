// A promotion as data (rulebook section 3a).
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/numbers.hpp"
#include "core/programme/window.hpp"

namespace kahui::programme {

class JsonProblem;

enum class PromotionKind : std::uint8_t {
  ThresholdMinus,
  ThresholdRate,
  CountRate,  // A3, compete in P5
  ItemPrice,
  ItemRate,
  ItemMinus,  // A1, compete in P2
  BuyNGetM,
  NthPiece,
  NForPrice,  // A2
  Gift,
  Exchange,  // A4, A5
  PointsX,   // A6
};

struct Scope {
  std::vector<std::string> skus;
  std::vector<std::string> categories;
  std::vector<std::string> brands;

  [[nodiscard]] bool everything() const { return skus.empty() && categories.empty() && brands.empty(); }
  [[nodiscard]] bool covers(std::string_view sku, std::string_view category, std::string_view brand) const;
};

struct Promotion {
  std::string id;
  PromotionKind kind = PromotionKind::ThresholdMinus;
  Window window;
  bool member_only = false;
  std::vector<std::string> tiers;   // codes and "GUEST"; empty = everybody
  std::uint32_t tier_mask = ~0U;    // bit = rank, kGuestBit = guest; of `tiers` under the pack's tiers
  std::vector<std::string> stores;  // empty = all
  int priority = 0;
  Scope scope;
  std::optional<int> per_bill;
  std::optional<int> per_member_day;
  std::optional<int> per_member;

  base::Money threshold{};
  base::Quantity threshold_qty{};
  base::Money minus{};
  base::Money price{};
  base::Rate rate = base::kFullRate;
  bool repeat = false;
  int n = 0;
  int m = 0;
  std::optional<int> max_groups;
  std::string sku;  // GIFT, EXCHANGE
  base::Quantity quantity = base::kOnePiece;
  std::optional<int> limit;  // EXCHANGE, times a bill
  int mult_pct = 100;

  // Of the campaign that names it (group_rules.hpp), not of its own keys.
  bool draft = false;
  std::optional<Window> campaign{};

  static constexpr int kGuestBit = 31;
};

constexpr bool isItemKind(PromotionKind kind) {
  return kind == PromotionKind::ItemPrice || kind == PromotionKind::ItemRate || kind == PromotionKind::ItemMinus;
}
constexpr bool isMultiKind(PromotionKind kind) {
  return kind == PromotionKind::BuyNGetM || kind == PromotionKind::NthPiece || kind == PromotionKind::NForPrice;
}
constexpr bool isBillKind(PromotionKind kind) {
  return kind == PromotionKind::ThresholdMinus || kind == PromotionKind::ThresholdRate ||
         kind == PromotionKind::CountRate;
}

// Reads scope: {skus, categories, brands}.
Scope readScope(const nlohmann::json& value, const std::string& path, JsonProblem& problem);

// `tier_codes` in order of rank. Unknown tiers, unknown keys and keys missing for the kind are refused.
Promotion readPromotion(const nlohmann::json& value, const std::string& path,
                        const std::vector<std::string>& tier_codes, JsonProblem& problem);

// As readPromotion() reads it, defaults written out; limits, hours and dates only where there are any.
nlohmann::json promotionJson(const Promotion& promotion);

}  // namespace kahui::programme
