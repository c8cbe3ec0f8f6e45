#include "drivers/card/member_number.hpp"

#include <algorithm>

#include "core/base/check_digit.hpp"

namespace kahui::card {

NumberMatch matchMemberNumber(std::string_view text, const MemberNumberFormat& format) {
  if (format.length < 2 || text.size() != static_cast<std::size_t>(format.length)) return NumberMatch::NotOurs;
  if (!base::allDigits(text)) return NumberMatch::NotOurs;
  const bool own = std::any_of(format.prefixes.begin(), format.prefixes.end(),
                               [&](const std::string& prefix) { return !prefix.empty() && text.starts_with(prefix); });
  if (!own) return NumberMatch::NotOurs;
  return base::validLuhn(text) ? NumberMatch::Ours : NumberMatch::WrongCheckDigit;
}

}  // namespace kahui::card
