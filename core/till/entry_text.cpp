#include "core/till/entry_text.hpp"

#include <algorithm>

#include "core/base/check_digit.hpp"

namespace kahui::till {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

base::Result<base::Quantity> parseQuantity(std::string_view text) {
  const auto wrong = [] { return base::fail(base::ErrorCode::OutOfRange, "quantity"); };
  const auto dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  const std::string_view decimals = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
  const bool dotted = dot != std::string_view::npos;
  if (!base::allDigits(whole) || whole.size() > 7 || (dotted && (!base::allDigits(decimals) || decimals.size() > 3)))
    return wrong();
  std::int64_t milli = 0;
  for (const char c : whole) milli = milli * 10 + (c - '0');
  for (std::size_t i = 0; i < 3; ++i) milli = milli * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
  if (milli <= 0 || milli > base::kMaxQuantity.value()) return wrong();
  return base::Quantity(milli);
}

}  // namespace

base::Result<EntryText> parseEntry(std::string_view text) {
  EntryText entry;
  text = trimmed(text);
  if (const auto star = text.find('*'); star != std::string_view::npos) {
    const auto quantity = parseQuantity(trimmed(text.substr(0, star)));
    if (!quantity) return tl::unexpected(quantity.error());
    entry.quantity = *quantity;
    text = trimmed(text.substr(star + 1));
  }
  entry.code = text;
  return entry;
}

bool isReceiptNo(std::string_view code) {
  int parts = 0;
  for (;;) {
    const auto dash = code.find('-');
    if (!base::allDigits(code.substr(0, dash))) return false;
    ++parts;
    if (dash == std::string_view::npos) return parts == 4;
    code.remove_prefix(dash + 1);
  }
}

std::vector<base::Money> quickAmounts(base::Money due) {
  constexpr std::size_t kMost = 6;
  std::vector<base::Money> amounts{due};
  for (const std::int64_t note : {100, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000}) {
    const base::Money rounded((due.value() + note - 1) / note * note);
    if (rounded > due && std::find(amounts.begin(), amounts.end(), rounded) == amounts.end())
      amounts.push_back(rounded);
  }
  std::sort(amounts.begin(), amounts.end());
  if (amounts.size() > kMost) amounts.resize(kMost);
  return amounts;
}

}  // namespace kahui::till
