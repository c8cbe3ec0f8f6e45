#include "core/base/check_digit.hpp"
#include "core/programme/expiry_policy.hpp"
#include "core/programme/pack_names.hpp"
#include "core/programme/pack_readers.hpp"

namespace kahui::programme {

using base::ErrorCode;
using base::Points;

namespace {

ExpiryPolicy readPolicy(JsonObject& object, std::string_view key, ExpiryPolicy fallback) {
  if (!object.has(key)) return fallback;
  const auto policy = parseExpiryPolicy(object.text(key));
  if (!policy)
    object.problem().note(ErrorCode::BadInput, object.pathOf(key),
                          "must be END_OF_NEXT_YEAR, YEAR_END, NEVER or ROLLING_MONTHS:n with n from 1 to 1200");
  return policy.value_or(fallback);
}

void readSpendOrder(JsonObject& object, PointsRules& rules) {
  const auto names = object.texts("spend_order");
  if (names.empty()) return;
  rules.spend_order.clear();
  for (const auto& name : names) {
    const auto cls = parsePointsClass(name);
    if (!cls || (rules.spend_order.size() == 1 && rules.spend_order[0] == *cls) || rules.spend_order.size() == 2) {
      object.problem().note(ErrorCode::BadInput, object.pathOf("spend_order"),
                            "must hold NONCASH and CASHABLE once each");
      return;
    }
    rules.spend_order.push_back(*cls);
  }
  if (rules.spend_order.size() == 1)
    rules.spend_order.push_back(rules.spend_order[0] == PointsClass::NonCash ? PointsClass::Cashable
                                                                             : PointsClass::NonCash);
}

}  // namespace

std::optional<PointsClass> parsePointsClass(std::string_view name) {
  if (name == "NONCASH") return PointsClass::NonCash;
  if (name == "CASHABLE") return PointsClass::Cashable;
  return std::nullopt;
}

std::string_view pointsClassName(PointsClass cls) { return cls == PointsClass::NonCash ? "NONCASH" : "CASHABLE"; }

std::string expiryPolicyName(ExpiryPolicy policy) {
  switch (policy.kind) {
    case ExpiryPolicy::Kind::EndOfNextYear: return "END_OF_NEXT_YEAR";
    case ExpiryPolicy::Kind::YearEnd: return "YEAR_END";
    case ExpiryPolicy::Kind::RollingMonths: return "ROLLING_MONTHS:" + std::to_string(policy.months);
    case ExpiryPolicy::Kind::Never: return "NEVER";
  }
  return {};
}

std::optional<ExpiryPolicy> parseExpiryPolicy(std::string_view text) {
  using Kind = ExpiryPolicy::Kind;
  if (text == "END_OF_NEXT_YEAR") return ExpiryPolicy{Kind::EndOfNextYear, 0};
  if (text == "YEAR_END") return ExpiryPolicy{Kind::YearEnd, 0};
  if (text == "NEVER") return ExpiryPolicy{Kind::Never, 0};
  constexpr std::string_view kRolling = "ROLLING_MONTHS:";
  const auto digits = text.substr(0, kRolling.size()) == kRolling ? text.substr(kRolling.size()) : std::string_view();
  if (digits.size() > 4 || !base::allDigits(digits)) return std::nullopt;
  int months = 0;
  for (const char c : digits) months = months * 10 + (c - '0');
  if (months < 1 || months > 1200) return std::nullopt;
  return ExpiryPolicy{Kind::RollingMonths, months};
}

void readPoints(JsonObject& pack_json, RulePack& pack) {
  const auto* value = pack_json.child("points");
  if (value == nullptr) return;
  JsonObject object(*value, "points", pack_json.problem());
  auto& rules = pack.points;
  rules.unit = base::Money(object.integer("unit_fen", 1, base::kMaxAmount.value(), rules.unit.value()));
  rules.earn_mode = object.oneOf("earn_mode", kEarnModes, rules.earn_mode);
  rules.value = base::Money(object.integer("value_fen", 1, base::kMaxUnitPrice.value(), rules.value.value()));
  rules.redeem_step = Points(object.integer("redeem_step", 1, 1'000'000'000, rules.redeem_step.value()));
  rules.default_pay_pct = object.small("default_pay_pct", 0, 100, rules.default_pay_pct);
  readSpendOrder(object, rules);
  rules.multiplier_combine = object.oneOf("multiplier_combine", kCombines, rules.multiplier_combine);
  rules.earn_on_stored_bonus = object.flag("earn_on_stored_bonus", rules.earn_on_stored_bonus);
  rules.notice_days = object.small("notice_days", 0, 366, rules.notice_days);
  if (const auto* expiry = object.child("expiry")) {
    JsonObject policies(*expiry, "points.expiry", pack_json.problem());
    rules.expiry_noncash = readPolicy(policies, "NONCASH", rules.expiry_noncash);
    rules.expiry_cashable = readPolicy(policies, "CASHABLE", rules.expiry_cashable);
    policies.finish();
  }
  object.finish();
}

}  // namespace kahui::programme
