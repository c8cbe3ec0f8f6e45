#include "app/till/report_files.hpp"

#include <fstream>

#include "app/sheets/sheets.hpp"
#include "core/store/report_reader.hpp"

namespace kahui {

models::ReportModel::OpenSource reportsOf(const std::string& store_folder) {
  return [store_folder]() -> base::Result<std::unique_ptr<ports::ReportSource>> {
    auto reader = store::ReportReader::open(store_folder);
    if (!reader) return tl::unexpected(reader.error());
    return std::unique_ptr<ports::ReportSource>(std::move(*reader));
  };
}

base::Status writeReport(const report::Document& document, report::Language language, models::ReportFile file,
                         const std::string& place) {
  switch (file) {
    case models::ReportFile::Pdf: return sheets::writePdf(document, language, place);
    case models::ReportFile::Xlsx: return sheets::writeXlsx(document, language, place);
    case models::ReportFile::Csv: break;
  }
  std::ofstream out(place, std::ios::binary);
  out << report::documentCsv(document);
  out.close();
  return out ? base::Status{} : base::fail(base::ErrorCode::BadInput, place + ": cannot be written");
}

}  // namespace kahui
