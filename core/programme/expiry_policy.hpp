// Names of points classes and expiry policies as they stand in JSON and in the store (rulebook N5, N7).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/programme/rule_pack.hpp"

namespace kahui::programme {

std::optional<PointsClass> parsePointsClass(std::string_view name);  // NONCASH, CASHABLE
std::string_view pointsClassName(PointsClass cls);

// END_OF_NEXT_YEAR, YEAR_END, NEVER, ROLLING_MONTHS:n with n from 1 to 1200.
std::optional<ExpiryPolicy> parseExpiryPolicy(std::string_view text);
std::string expiryPolicyName(ExpiryPolicy policy);

}  // namespace kahui::programme
