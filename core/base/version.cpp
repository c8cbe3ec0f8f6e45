#include "core/base/version.hpp"

namespace kahui::base {

std::string_view version() { return KAHUI_VERSION; }

}  // namespace kahui::base
