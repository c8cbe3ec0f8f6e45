// Labels of price-computing scales (rulebook M6): 13 digits = prefix 2, PLU 5, amount 5 (fen), EAN check digit; 18
// digits = prefix 2, PLU 5, amount 5, weight 5 (grams), check digit. Read on the sale screen only: an 18-digit label
// may look like a payment code.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/numbers.hpp"

namespace kahui::catalog {

struct ScaleLabel {
  std::string plu;  // 5 digits
  base::Money amount{};
  std::optional<base::Quantity> weight{};  // 18 digits only; grams are thousandths of a kilogram
};

// `prefix`: the store's setting, 20 to 29; -1 accepts any of them. nullopt if the code is no such label.
std::optional<ScaleLabel> parseScaleLabel(std::string_view code, int prefix = -1);

}  // namespace kahui::catalog
