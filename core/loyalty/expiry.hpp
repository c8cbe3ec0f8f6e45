// When a lot of points ends (rulebook N7): it is usable through its expiry day.
#pragma once

#include <optional>

#include "core/base/date.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::loyalty {

// nullopt: never.
std::optional<base::BusinessDate> expiryDate(const programme::ExpiryPolicy& policy, base::BusinessDate earned);

}  // namespace kahui::loyalty
