// Why something was set aside, does not match or was refused, as the operators' page says it in Chinese. The database
// keeps the English reason.
#pragma once

#include <string>
#include <string_view>

namespace kahui::hq {

// A part that is no reason of headquarters (an id, a figure, what a person wrote) stays as it is.
std::string reasonInChinese(std::string_view english);

}  // namespace kahui::hq
