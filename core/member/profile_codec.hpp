// The sealed profile's plain form: fields of a tag byte, a length byte and UTF-8 text; compact, because there is one
// for each member.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/member/member.hpp"

namespace kahui::member {

std::string encodeProfile(const Profile& profile);
base::Result<Profile> decodeProfile(std::string_view plain);  // StoreCorrupt

}  // namespace kahui::member
