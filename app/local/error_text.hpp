// Errors in English for scripts and support: what is wrong; what to do. The till's own screens say it in their language
// (app/models).
#pragma once

#include <string>

#include "core/base/error.hpp"

namespace kahui::local {

std::string errorText(const base::Error& error);

}  // namespace kahui::local
