#include "core/catalog/scale_label.hpp"

#include <algorithm>
#include <array>

#include "core/base/check_digit.hpp"

namespace kahui::catalog {

namespace {

constexpr int kFirstPrefix = 20;
constexpr int kPrefixes = 10;
constexpr char kSeparator = ';';

std::int64_t number(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// The letters of one kind stand together; empty: there are none.
std::string_view part(std::string_view code, std::string_view layout, char letter) {
  const std::size_t at = layout.find(letter);
  if (at == std::string_view::npos) return {};
  return code.substr(at, layout.find_last_of(letter) - at + 1);
}

std::optional<std::array<bool, kPrefixes>> prefixesOf(std::string_view text) {
  std::array<bool, kPrefixes> wanted{};
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ',' || text[at] == ' ') {
      ++at;
      continue;
    }
    const auto end = std::min(text.find_first_of(", ", at), text.size());
    const std::string_view one = text.substr(at, end - at);
    at = end;
    const bool range = one.size() == 5 && one[2] == '-';
    const std::string_view from = one.substr(0, 2), to = range ? one.substr(3) : from;
    if ((one.size() != 2 && !range) || !base::allDigits(from) || !base::allDigits(to)) return std::nullopt;
    const auto first = number(from) - kFirstPrefix, last = number(to) - kFirstPrefix;
    if (first < 0 || last >= kPrefixes || first > last) return std::nullopt;
    for (auto i = first; i <= last; ++i) wanted[static_cast<std::size_t>(i)] = true;
    any = true;
  }
  return any ? std::optional(wanted) : std::nullopt;
}

bool isLayout(std::string_view layout, std::size_t length) {
  if (layout.size() != length || layout.find_first_not_of("PIAWC") != std::string_view::npos) return false;
  const auto count = [&](char letter) { return std::count(layout.begin(), layout.end(), letter); };
  for (const char letter : {'I', 'A', 'W'})
    if (std::cmp_not_equal(part(layout, layout, letter).size(), count(letter))) return false;
  const auto fits = [&](char letter) { return count(letter) == 0 || (count(letter) >= 4 && count(letter) <= 6); };
  return layout.starts_with("PP") && count('P') == 2 && layout.ends_with("C") && count('C') == 1 && count('I') >= 3 &&
         count('I') <= 6 && fits('A') && fits('W') && count('A') + count('W') > 0;
}

}  // namespace

base::Status checkLabelRules(const LabelRules& rules) {
  if (!prefixesOf(rules.prefixes)) return base::fail(base::ErrorCode::BadInput, "prefixes");
  if (!rules.short_label.empty() && !isLayout(rules.short_label, kShortLabel.size()))
    return base::fail(base::ErrorCode::BadInput, "short_label");
  if (!rules.long_label.empty() && !isLayout(rules.long_label, kLongLabel.size()))
    return base::fail(base::ErrorCode::BadInput, "long_label");
  return {};
}

LabelReading readScaleLabel(std::string_view code, const LabelRules& rules) {
  LabelReading reading{.fault = LabelFault::Length};
  const std::string& layout = code.size() == kShortLabel.size() ? rules.short_label : rules.long_label;
  if (layout.empty() || code.size() != layout.size() || !base::allDigits(code)) return reading;
  reading.fault = LabelFault::Prefix;
  const auto wanted = prefixesOf(rules.prefixes);
  const auto found = number(code.substr(0, 2)) - kFirstPrefix;
  if (!wanted || found < 0 || found >= kPrefixes || !(*wanted)[static_cast<std::size_t>(found)]) return reading;
  const auto digit = base::eanCheckDigit(code.substr(0, code.size() - 1));
  if (digit != code.back()) {
    reading.fault = LabelFault::CheckDigit;
    reading.check_digit = digit.value_or(0);
    return reading;
  }
  ScaleLabel label{.plu = std::string(part(code, layout, 'I'))};
  if (const auto amount = part(code, layout, 'A'); !amount.empty()) label.amount = base::Money(number(amount));
  if (const auto weight = part(code, layout, 'W'); !weight.empty()) label.weight = base::Quantity(number(weight));
  return {.label = std::move(label)};
}

std::optional<ScaleLabel> parseScaleLabel(std::string_view code, int prefix) {
  LabelRules rules;
  if (prefix >= 0) rules.prefixes = std::to_string(prefix);
  return readScaleLabel(code, rules).label;
}

std::string labelRulesText(const LabelRules& rules) {
  return rules.prefixes + kSeparator + rules.short_label + kSeparator + rules.long_label;
}

base::Result<LabelRules> parseLabelRules(std::string_view text) {
  if (text.empty()) return LabelRules{};
  const auto first = text.find(kSeparator), last = text.rfind(kSeparator);
  if (first == std::string_view::npos || first == last) return base::fail(base::ErrorCode::BadInput, "scale labels");
  LabelRules rules{std::string(text.substr(0, first)), std::string(text.substr(first + 1, last - first - 1)),
                   std::string(text.substr(last + 1))};
  KAHUI_TRY(checkLabelRules(rules));
  return rules;
}

}  // namespace kahui::catalog
