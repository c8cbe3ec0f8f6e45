// UTF-8 as bytes.
#pragma once

#include <string_view>

namespace kahui::base {

// Well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms, at most U+10FFFF) without U+0000.
bool isCleanUtf8(std::string_view text);

}  // namespace kahui::base
