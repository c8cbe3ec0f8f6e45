// The character set of a text file from a shop: UTF-8, or what Excel in China writes (GBK, a part of GB18030).
#pragma once

#include <string>
#include <string_view>

namespace kahui::base {

// As UTF-8. A byte order mark says UTF-8; without one the file is UTF-8 if most of its lines beyond ASCII are, else
// GB18030. A line that is neither stays as it is, so that whoever reads it can name it.
std::string utf8Of(std::string_view file);

}  // namespace kahui::base
