#include "core/programme/promotion.hpp"

#include <algorithm>

#include "core/programme/json_object.hpp"

namespace kahui::programme {

namespace {

using base::ErrorCode;

constexpr EnumName<PromotionKind> kPromotionKinds[] = {
    {"THRESHOLD_MINUS", PromotionKind::ThresholdMinus},
    {"THRESHOLD_RATE", PromotionKind::ThresholdRate},
    {"COUNT_RATE", PromotionKind::CountRate},
    {"ITEM_PRICE", PromotionKind::ItemPrice},
    {"ITEM_RATE", PromotionKind::ItemRate},
    {"ITEM_MINUS", PromotionKind::ItemMinus},
    {"BUY_N_GET_M", PromotionKind::BuyNGetM},
    {"NTH_PIECE", PromotionKind::NthPiece},
    {"N_FOR_PRICE", PromotionKind::NForPrice},
    {"GIFT", PromotionKind::Gift},
    {"EXCHANGE", PromotionKind::Exchange},
    {"POINTS_X", PromotionKind::PointsX},
};

bool contains(const std::vector<std::string>& list, std::string_view text) {
  return !text.empty() && std::find(list.begin(), list.end(), text) != list.end();
}

std::optional<int> readLimit(JsonObject& object, std::string_view key) {
  const auto value = object.optionalInteger(key, 0, 1'000'000);
  if (!value) return std::nullopt;
  return static_cast<int>(*value);
}

std::uint32_t tierMask(JsonObject& object, const std::vector<std::string>& tiers,
                       const std::vector<std::string>& codes) {
  if (tiers.empty()) return ~0U;
  std::uint32_t mask = 0;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    if (tiers[i] == "GUEST") {
      mask |= 1U << Promotion::kGuestBit;
      continue;
    }
    const auto found = std::find(codes.begin(), codes.end(), tiers[i]);
    if (found == codes.end())
      object.problem().note(ErrorCode::BadInput, object.pathOf("tiers") + "[" + std::to_string(i) + "]",
                            "unknown tier " + tiers[i]);
    else
      mask |= 1U << (found - codes.begin());
  }
  return mask;
}

base::Money required(JsonObject& object, std::string_view key, std::int64_t low) {
  return base::Money(object.requiredInteger(key, low, base::kMaxAmount.value()));
}

base::Rate requiredRate(JsonObject& object) {
  return base::Rate(object.requiredInteger("rate_bp", 0, base::kFullRate.value()));
}

int requiredCount(JsonObject& object, std::string_view key) {
  return static_cast<int>(object.requiredInteger(key, 1, 1'000'000));
}

// Each kind reads its own keys, so that a key of another kind is refused like any unknown key.
void readKindKeys(JsonObject& object, Promotion& p) {
  switch (p.kind) {
    case PromotionKind::ThresholdMinus:
      p.repeat = object.flag("repeat", false);
      p.threshold = required(object, "threshold_fen", p.repeat ? 1 : 0);
      p.minus = required(object, "minus_fen", 0);
      break;
    case PromotionKind::ThresholdRate:
      p.threshold = required(object, "threshold_fen", 0);
      p.rate = requiredRate(object);
      break;
    case PromotionKind::CountRate:
      p.threshold_qty = base::Quantity(object.requiredInteger("threshold_qty_milli", 1, base::kMaxQuantity.value()));
      p.rate = requiredRate(object);
      break;
    case PromotionKind::ItemPrice: p.price = required(object, "price_fen", 0); break;
    case PromotionKind::ItemRate: p.rate = requiredRate(object); break;
    case PromotionKind::ItemMinus: p.minus = required(object, "minus_fen", 0); break;
    case PromotionKind::BuyNGetM:
      p.n = requiredCount(object, "n");
      p.m = requiredCount(object, "m");
      break;
    case PromotionKind::NthPiece:
      p.n = requiredCount(object, "n");
      p.rate = requiredRate(object);
      break;
    case PromotionKind::NForPrice:
      p.n = requiredCount(object, "n");
      p.price = required(object, "price_fen", 0);
      break;
    case PromotionKind::Gift:
      p.threshold = required(object, "threshold_fen", 1);
      p.sku = object.requiredText("sku");
      p.quantity = base::Quantity(object.integer("qty_milli", 1, base::kMaxQuantity.value(), base::kOnePiece.value()));
      p.repeat = object.flag("repeat", false);
      break;
    case PromotionKind::Exchange:
      p.threshold = required(object, "threshold_fen", 0);
      p.sku = object.requiredText("sku");
      p.price = required(object, "price_fen", 0);
      p.quantity = base::Quantity(object.integer("qty_milli", 1, base::kMaxQuantity.value(), base::kOnePiece.value()));
      p.limit = readLimit(object, "limit");
      break;
    case PromotionKind::PointsX: p.mult_pct = static_cast<int>(object.requiredInteger("mult_pct", 0, 100'000)); break;
  }
  if (isMultiKind(p.kind)) p.max_groups = readLimit(object, "max_groups");
}

void putLimit(nlohmann::json& out, const char* key, std::optional<int> limit) {
  if (limit) out[key] = *limit;
}

void putKindKeys(nlohmann::json& out, const Promotion& p) {
  const auto money = [&](const char* key, base::Money amount) { out[key] = amount.value(); };
  switch (p.kind) {
    case PromotionKind::ThresholdMinus:
      money("threshold_fen", p.threshold);
      money("minus_fen", p.minus);
      out["repeat"] = p.repeat;
      break;
    case PromotionKind::ThresholdRate:
      money("threshold_fen", p.threshold);
      out["rate_bp"] = p.rate.value();
      break;
    case PromotionKind::CountRate:
      out["threshold_qty_milli"] = p.threshold_qty.value();
      out["rate_bp"] = p.rate.value();
      break;
    case PromotionKind::ItemPrice: money("price_fen", p.price); break;
    case PromotionKind::ItemRate: out["rate_bp"] = p.rate.value(); break;
    case PromotionKind::ItemMinus: money("minus_fen", p.minus); break;
    case PromotionKind::BuyNGetM:
      out["n"] = p.n;
      out["m"] = p.m;
      break;
    case PromotionKind::NthPiece:
      out["n"] = p.n;
      out["rate_bp"] = p.rate.value();
      break;
    case PromotionKind::NForPrice:
      out["n"] = p.n;
      money("price_fen", p.price);
      break;
    case PromotionKind::Gift:
      money("threshold_fen", p.threshold);
      out["sku"] = p.sku;
      out["qty_milli"] = p.quantity.value();
      out["repeat"] = p.repeat;
      break;
    case PromotionKind::Exchange:
      money("threshold_fen", p.threshold);
      out["sku"] = p.sku;
      money("price_fen", p.price);
      out["qty_milli"] = p.quantity.value();
      putLimit(out, "limit", p.limit);
      break;
    case PromotionKind::PointsX: out["mult_pct"] = p.mult_pct; break;
  }
  if (isMultiKind(p.kind)) putLimit(out, "max_groups", p.max_groups);
}

}  // namespace

bool Scope::covers(std::string_view sku, std::string_view category, std::string_view brand) const {
  return everything() || contains(skus, sku) || contains(categories, category) || contains(brands, brand);
}

Scope readScope(const nlohmann::json& value, const std::string& path, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  Scope scope{object.texts("skus"), object.texts("categories"), object.texts("brands")};
  object.finish();
  return scope;
}

Promotion readPromotion(const nlohmann::json& value, const std::string& path,
                        const std::vector<std::string>& tier_codes, JsonProblem& problem) {
  JsonObject object(value, path, problem);
  Promotion p;
  p.id = object.requiredText("id");
  const auto before = problem.all().size();
  p.kind = object.oneOf("kind", kPromotionKinds, PromotionKind::ThresholdMinus);
  if (problem.all().size() != before) return p;  // which keys it should have is not known
  p.window = readWindow(object);
  p.member_only = object.flag("member_only", false);
  p.tiers = object.texts("tiers");
  p.tier_mask = tierMask(object, p.tiers, tier_codes);
  if (p.member_only) p.tier_mask &= ~(1U << Promotion::kGuestBit);
  p.stores = object.texts("stores");
  p.priority = object.small("priority", -1'000'000, 1'000'000, 0);
  if (const auto* scope = object.child("scope")) p.scope = readScope(*scope, object.pathOf("scope"), problem);
  p.per_bill = readLimit(object, "per_bill");
  p.per_member_day = readLimit(object, "per_member_day");
  p.per_member = readLimit(object, "per_member");
  readKindKeys(object, p);
  object.finish({"title", "name", "note"});
  return p;
}

nlohmann::json promotionJson(const Promotion& p) {
  nlohmann::json out{{"id", p.id},
                     {"kind", nameOf(kPromotionKinds, p.kind)},
                     {"member_only", p.member_only},
                     {"tiers", p.tiers},
                     {"stores", p.stores},
                     {"priority", p.priority}};
  putWindow(out, p.window);
  if (!p.scope.everything())
    out["scope"] = {{"skus", p.scope.skus}, {"categories", p.scope.categories}, {"brands", p.scope.brands}};
  putLimit(out, "per_bill", p.per_bill);
  putLimit(out, "per_member_day", p.per_member_day);
  putLimit(out, "per_member", p.per_member);
  putKindKeys(out, p);
  return out;
}

}  // namespace kahui::programme
