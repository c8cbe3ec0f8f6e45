// UTF-8 as bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kahui::base {

// Well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms, at most U+10FFFF) without U+0000.
bool isCleanUtf8(std::string_view text);

// A code that people type: 1 to `longest` letters and digits of ASCII.
bool isCode(std::string_view text, std::size_t longest);

// Overwrites what was secret, and empties it.
void wipe(std::string& secret);

}  // namespace kahui::base
