// Labels of price-computing scales (rulebook M6). What stands where is the store's setting, as a layout with one letter
// a digit: P prefix, I item (PLU), A amount in fen, W weight in grams, C check digit of EAN. Read on the sale screen
// only: an 18-digit label may look like a payment code.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/numbers.hpp"
#include "core/base/result.hpp"

namespace kahui::catalog {

inline constexpr std::string_view kShortLabel = "PPIIIIIAAAAAC";
inline constexpr std::string_view kLongLabel = "PPIIIIIAAAAAWWWWWC";

struct LabelRules {
  std::string prefixes = "20-29";        // numbers from 20 to 29 and ranges of them, separated by commas or spaces
  std::string short_label{kShortLabel};  // 13 digits; empty: not used
  std::string long_label{kLongLabel};    // 18 digits; empty: not used
  bool operator==(const LabelRules&) const = default;
};

struct ScaleLabel {
  std::string plu;  // as many digits as the layout has
  std::optional<base::Money> amount{};
  std::optional<base::Quantity> weight{};  // grams are thousandths of a kilogram
};

enum class LabelFault { None, Length, Prefix, CheckDigit };

struct LabelReading {
  std::optional<ScaleLabel> label{};
  LabelFault fault = LabelFault::None;  // why it is none; CheckDigit: everything else is right
  char check_digit = 0;                 // CheckDigit: what it should be
};

// BadInput; the detail is prefixes, short_label or long_label. A layout has its 13 or 18 letters, P twice at its head,
// C last, 3 to 6 I, and A or W or both, each letter in one run; A of 4 to 6, W of 4 to 6.
base::Status checkLabelRules(const LabelRules& rules);

LabelReading readScaleLabel(std::string_view code, const LabelRules& rules);

// By the usual layouts. `prefix`: 20 to 29; -1 accepts any of them. nullopt if the code is no such label.
std::optional<ScaleLabel> parseScaleLabel(std::string_view code, int prefix = -1);

// As one text, and back; an empty text is the default. BadInput.
std::string labelRulesText(const LabelRules& rules);
base::Result<LabelRules> parseLabelRules(std::string_view text);

}  // namespace kahui::catalog
