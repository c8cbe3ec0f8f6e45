// Masked names (rulebook M2): first code point plus up to three stars for the rest, counted in code points.
#pragma once

#include <string>
#include <string_view>

namespace kahui::member {

std::string maskName(std::string_view utf8);

}  // namespace kahui::member
