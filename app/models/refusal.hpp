// What a rule or a desk says when it refuses: words by the name that the core gives the reason.
#pragma once

#include <algorithm>
#include <span>
#include <string>

namespace kahui::models {

// Words of the context Messages.
struct Refusal {
  const char* reason;
  const char* what;
  const char* next;
};

// nullptr: not among them.
inline const Refusal* findRefusal(std::span<const Refusal> refusals, const std::string& reason) {
  const auto found =
      std::find_if(refusals.begin(), refusals.end(), [&](const Refusal& one) { return reason == one.reason; });
  return found == refusals.end() ? nullptr : &*found;
}

}  // namespace kahui::models
