// Files of a report. Both answer BadInput with the place and the reason in detail; a file that could not be finished is
// taken away again.
#pragma once

#include <string>

#include "core/base/result.hpp"
#include "core/report/document.hpp"

namespace kahui::sheets {

base::Status writePdf(const report::Document& document, report::Language language, const std::string& file);
base::Status writeXlsx(const report::Document& document, report::Language language, const std::string& file);

}  // namespace kahui::sheets
