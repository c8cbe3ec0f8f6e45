#include "core/store/csv_table.hpp"

#include "core/base/charset.hpp"

namespace kahui::store {

base::Result<CsvTable> CsvTable::parse(std::string_view text, const std::vector<std::string>& known,
                                       const std::vector<std::string>& needed) {
  auto rows = base::parseCsv(base::utf8Of(text));
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return base::fail(base::ErrorCode::BadInput, "the file has no header line");
  CsvTable table;
  table.m_header = std::move(rows->front().cells);
  rows->erase(rows->begin());
  table.m_rows = std::move(*rows);
  const auto has = [](const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
  };
  for (const std::string& column : table.m_header) {
    if (!has(known, column)) return base::fail(base::ErrorCode::UnknownKey, "column " + column);
  }
  for (const std::string& column : needed) {
    if (!has(table.m_header, column)) return base::fail(base::ErrorCode::BadInput, "column missing: " + column);
  }
  return table;
}

std::string_view CsvTable::cell(const base::CsvRow& row, std::string_view column) const {
  const auto found = std::find(m_header.begin(), m_header.end(), column);
  const auto index = static_cast<std::size_t>(found - m_header.begin());
  return index < row.cells.size() ? std::string_view(row.cells[index]) : std::string_view();
}

std::optional<std::int64_t> wholeNumber(std::string_view text, std::int64_t low, std::int64_t high) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < low || value > high) return std::nullopt;
  return value;
}

}  // namespace kahui::store
