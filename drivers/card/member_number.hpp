// Is this text a member number of this shop? The one judge of stripes, bar codes and QR codes.
#pragma once

#include <string_view>

#include "drivers/card/shop_keys.hpp"

namespace kahui::card {

enum class NumberMatch {
  Ours,
  WrongCheckDigit,  // own prefix and length, so most likely misread
  NotOurs,
};

[[nodiscard]] NumberMatch matchMemberNumber(std::string_view text, const MemberNumberFormat& format);

}  // namespace kahui::card
