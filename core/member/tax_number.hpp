// Tax numbers of companies (S001-102).
//   18 characters: the unified social credit code, which is the tax number since 2015. GB 32100-2015: digits and
//   capital letters without I, O, S, V, Z; the third to the eighth are a place's digits; the last one is a check
//   character, 31 less the sum of (value x 3^(i-1)) modulo 31. 15 characters: the older taxpayer's number, six digits
//   of a place and nine of the organisation's code (GB 11714) or of whatever the tax office took in its place; so
//   nothing of it is checked but its form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kahui::member {

// In capitals and without spaces; nullopt: it is neither of the two.
std::optional<std::string> parseTaxNumber(std::string_view typed);

// The first two and the last four characters; a short text is masked whole, an empty one stays empty.
std::string maskTaxNumber(std::string_view number);

}  // namespace kahui::member
