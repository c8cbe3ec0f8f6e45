// `why` of a StoredMoved or CountMoved that is a difference to what headquarters says of a member's stored value or
// count card: what others did. It changes what this till holds, and nothing at headquarters.
#pragma once

namespace kahui::journal {

inline constexpr const char* kValueConfirmed = "CONFIRMED";

}  // namespace kahui::journal
