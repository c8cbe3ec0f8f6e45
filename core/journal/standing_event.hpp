// Payloads of a member's standing: an application that is judged (requirements S001-104), the group of a company or
// school that he belongs to (S001-40).
#pragma once

#include <cstdint>
#include <string>

#include "core/base/id.hpp"

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

}  // namespace kahui::journal
