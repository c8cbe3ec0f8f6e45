// Payloads of campaigns (requirements S001-62, S001-63, S003-38, S003-101) and of what a call to a telephone number
// showed (S001-09, S003-41).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"

namespace kahui::journal {

struct CampaignCosts {  // entered by the manager, fen, >= 0 (S003-101)
  base::Money cards{}, gifts{}, online{}, offline{};
  [[nodiscard]] base::Money sum() const { return cards + gifts + online + offline; }
  bool operator==(const CampaignCosts&) const = default;
};

struct CampaignSet {  // the whole of it each time
  std::string code;
  std::string name;
  base::BusinessDate from, to;          // both included
  std::vector<std::string> batches;     // keys of coupon batches that belong to it
  std::vector<std::string> promotions;  // ids of the rule pack
  CampaignCosts costs;
  bool removed = false;  // a draft that was deleted
  std::string operator_code;
  bool operator==(const CampaignSet&) const = default;
};

// Of a member's telephone number. A new number is not checked again.
inline constexpr std::string_view kPhoneConfirmed = "CONFIRMED";
inline constexpr std::string_view kPhoneDead = "DEAD";  // 空号

struct PhoneChecked {
  std::int64_t member = 0;
  std::string state;  // CONFIRMED, DEAD; empty: not known any more
  std::string operator_code;
  bool operator==(const PhoneChecked&) const = default;
};

}  // namespace kahui::journal
