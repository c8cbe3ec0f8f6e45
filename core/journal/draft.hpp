// The one way a draft is made: with an id of its own time.
#pragma once

#include "core/base/random.hpp"
#include "core/journal/event.hpp"

namespace kahui::journal {

// `rules_version` is empty where no rule was asked.
inline Draft makeDraft(const base::WallTime& at, base::BusinessDate day, std::string rules_version,
                       base::RandomSource& random, Payload payload) {
  return {base::Id::make(at.utc_ms, random), day, at, std::move(rules_version), std::nullopt, std::move(payload)};
}

}  // namespace kahui::journal
