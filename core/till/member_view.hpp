// A member of the store as the rules see one.
#pragma once

#include "core/pricing/sale_input.hpp"
#include "core/till/basket.hpp"

namespace kahui::till {

// S000-10: whether the member agreed to another text than the pack's. Who was taken over from elsewhere agreed to no
// version, and is asked once the pack names one of its own. Who is not known here was asked elsewhere.
[[nodiscard]] inline bool termsDue(const ports::MemberFile& file, const programme::RulePack& rules) {
  if (file.consent.empty() || file.consent == rules.desk.consent) return false;
  return file.consent_ms != 0 || rules.desk.consent != programme::DeskRules{}.consent;
}

// A debt stands among the lots as a negative one (N6).
pricing::MemberView memberView(const AttachedMember& attached);

}  // namespace kahui::till
