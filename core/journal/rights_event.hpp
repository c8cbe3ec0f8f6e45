// Points that headquarters places with this till so that a member can spend them without the line (reliability.md,
// its last section). The event is the till's answer to numbered grants, and what it has of a member's is the fold of
// these events and of the redemptions.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/numbers.hpp"

namespace kahui::journal {

// Grants `first`, `first`+1 … of headquarters' epoch, a part each.
struct RightsPlaced {
  struct Part {
    std::int64_t member = 0;  // 0: nobody whom this till knows; nothing was taken
    base::Points points{};    // taken; below 0: given back
    bool operator==(const Part&) const = default;
  };
  std::int64_t epoch = 1;
  std::int64_t first = 1;
  std::vector<Part> parts;
  bool operator==(const RightsPlaced&) const = default;
};

// The last grant that was answered. Numbers begin at 1 in each epoch.
struct GrantMark {
  std::int64_t epoch = 0, no = 0;
  bool operator==(const GrantMark&) const = default;
};

enum class GrantOrder { Next, Seen, Gap };  // only Next is answered

inline GrantOrder grantOrder(const GrantMark& last, const GrantMark& given) {
  if (given.epoch < last.epoch) return GrantOrder::Seen;
  const std::int64_t next = given.epoch == last.epoch ? last.no + 1 : 1;
  if (given.no == next) return GrantOrder::Next;
  return given.no < next ? GrantOrder::Seen : GrantOrder::Gap;
}

// What a till does with a grant: takes it, or gives back of what it has, never more.
inline base::Points answered(base::Points granted, base::Points rights) {
  if (granted >= base::Points{}) return granted;
  return -std::min(-granted, std::max(base::Points{}, rights));
}

struct AnnouncementRead {
  std::string key;  // headquarters'
  std::string operator_code;
  bool operator==(const AnnouncementRead&) const = default;
};

}  // namespace kahui::journal
