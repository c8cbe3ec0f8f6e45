// Registrations that may be one person (S001-115): the same telephone, or the same name and birthday. A person looks
// and says 'kahui-hq members merge'; nothing is merged here.
#pragma once

#include <string>
#include <vector>

#include "core/hq/terminals.hpp"

namespace kahui::hq {

struct DuplicatePair {
  std::string first, second;  // ids; the first one joined earlier
  std::int64_t first_no = 0, second_no = 0;
  std::string why;  // PHONE, NAME_BIRTHDAY
  bool operator==(const DuplicatePair&) const = default;
};

// Members whose profile headquarters can open and who are neither erased, merged nor cancelled; of three who look like
// one, each later one with the earliest. At most `limit` pairs, by the later one's id.
base::Result<std::vector<DuplicatePair>> findDuplicates(ports::HqStore& store, const Identity& identity,
                                                        std::size_t limit = 1000);

}  // namespace kahui::hq
