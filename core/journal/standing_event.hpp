// Payloads of a member's standing: an application that is judged (requirements S001-104), the group of a company or
// school that he belongs to (S001-40), a tier that was given by hand (S001-96).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/numbers.hpp"

namespace kahui::journal {

// Of a member who registered as pending. An approval stands whatever else was said, here or at another till.
struct MemberJudged {
  std::int64_t member = 0;
  base::Id id;  // for headquarters, where numbers are the tills' own
  bool approved = false;
  std::string reason;  // in words; of a refusal never empty
  std::string operator_code, approver;
  bool operator==(const MemberJudged&) const = default;
};

struct MemberGrouped {
  std::int64_t member = 0;
  base::Id id;
  std::string group;  // code of the rule pack; empty: in none any more
  std::string proof;  // what was shown: a student card, a company's list
  std::string operator_code, approver;
  bool operator==(const MemberGrouped&) const = default;
};

// While it holds no review of the calendar lowers the tier; the day after, the tier that the rules give comes back by
// an event that ends it. Without an operator it is the calendar's, or headquarters' word written down.
struct TierByHand {
  std::int64_t member = 0;
  base::Id id;
  bool ended = false;                         // the rules decide again
  std::string before, tier;                   // codes
  std::string reason;                         // in words
  std::optional<base::BusinessDate> until{};  // last day; none: until somebody ends it
  // Of an end: as the rules have it.
  std::optional<base::BusinessDate> since{};  // of the tier
  std::string demoted_from{};                 // T5
  base::Money since_demotion{};               // T6
  std::string operator_code{}, approver{};
  bool operator==(const TierByHand&) const = default;
};

}  // namespace kahui::journal
