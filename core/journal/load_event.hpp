// Points between a member's account and his card (cards.md section 5, "Two purses never share points"). Points whole.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/journal/sale_event.hpp"

namespace kahui::journal {

// Out of the account, in one act with the payment.begun that names what the card is to get; or back into it, in one act
// with that payment's end.
struct PointsLoaded {
  std::int64_t member = 0;
  std::string payment;  // 32 hex digits
  bool back = false;    // the card did not get them, or a manager let the doubt go; the lots keep their ends
  std::vector<LotPart> lots;
  std::string operator_code, approver;
  std::string reason{};   // of a manager, in `back`
  std::string attempt{};  // 32 hex digits: headquarters allowed it; empty: the store is its own
  bool operator==(const PointsLoaded&) const = default;
};

}  // namespace kahui::journal
