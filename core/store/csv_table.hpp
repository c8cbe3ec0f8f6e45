// A CSV text, UTF-8 or GB18030 (base::utf8Of), by its header's names, and cells as numbers and dates.
#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/csv.hpp"

namespace kahui::store {

class CsvTable {
 public:
  // BadInput: not CSV, no header, a column that is not in `known`, a needed column missing.
  static base::Result<CsvTable> parse(std::string_view text, const std::vector<std::string>& known,
                                      const std::vector<std::string>& needed);

  [[nodiscard]] const std::vector<base::CsvRow>& rows() const { return m_rows; }
  [[nodiscard]] bool has(std::string_view column) const {
    return std::find(m_header.begin(), m_header.end(), column) != m_header.end();
  }
  // Empty if the table has no such column or the row ends before it.
  [[nodiscard]] std::string_view cell(const base::CsvRow& row, std::string_view column) const;

 private:
  std::vector<std::string> m_header;
  std::vector<base::CsvRow> m_rows;
};

// nullopt if the text is not a whole number from `low` to `high`.
std::optional<std::int64_t> wholeNumber(std::string_view text, std::int64_t low, std::int64_t high);

}  // namespace kahui::store
