// A wish that a rule forbids. Internal to this room.
#pragma once

#include "core/base/result.hpp"

namespace kahui::till {

// RuleRejected; `reason` is a name such as NO_EVENT that app/models has words for.
inline base::Status refuse(const char* reason) { return base::fail(base::ErrorCode::RuleRejected, reason); }

}  // namespace kahui::till
