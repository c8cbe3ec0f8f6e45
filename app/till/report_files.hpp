// Where the manager's view reads and writes: a store of its own, opened for reading, and files by their kind.
#pragma once

#include <string>

#include "app/models/report_model.hpp"

namespace kahui {

models::ReportModel::OpenSource reportsOf(const std::string& store_folder);
base::Status writeReport(const report::Document& document, report::Language language, models::ReportFile file,
                         const std::string& place);

}  // namespace kahui
