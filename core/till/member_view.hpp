// A member of the store as the rules see one.
#pragma once

#include "core/pricing/sale_input.hpp"
#include "core/till/basket.hpp"

namespace kahui::till {

// A debt stands among the lots as a negative one (N6).
pricing::MemberView memberView(const AttachedMember& attached);

}  // namespace kahui::till
