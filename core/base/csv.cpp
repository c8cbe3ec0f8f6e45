#include "core/base/csv.hpp"

namespace kahui::base {

namespace {

class CsvParser {
 public:
  explicit CsvParser(std::string_view text) : m_text(text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text) {}

  Result<std::vector<CsvRow>> run() {
    while (m_at < m_text.size()) {
      CsvRow row{m_line, {}};
      do {
        row.cells.emplace_back();
        if (!readCell(row.cells.back()))
          return fail(ErrorCode::BadInput, "line " + std::to_string(row.line) + ": a quote is not closed");
      } while (take(','));
      take('\r');
      take('\n');
      ++m_line;
      if (row.cells.size() > 1 || !row.cells[0].empty()) m_rows.push_back(std::move(row));
    }
    return std::move(m_rows);
  }

 private:
  bool take(char wanted) {
    if (m_at >= m_text.size() || m_text[m_at] != wanted) return false;
    ++m_at;
    return true;
  }

  bool readCell(std::string& cell) {
    if (take('"')) return readQuoted(cell);
    while (m_at < m_text.size() && m_text[m_at] != ',' && m_text[m_at] != '\n' && m_text[m_at] != '\r')
      cell.push_back(m_text[m_at++]);
    return true;
  }

  bool readQuoted(std::string& cell) {
    while (m_at < m_text.size()) {
      const char c = m_text[m_at++];
      if (c == '\n') ++m_line;
      if (c != '"') {
        cell.push_back(c);
      } else if (take('"')) {
        cell.push_back('"');
      } else {
        return true;
      }
    }
    return false;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::size_t m_line = 1;
  std::vector<CsvRow> m_rows;
};

}  // namespace

Result<std::vector<CsvRow>> parseCsv(std::string_view text) { return CsvParser(text).run(); }

std::string csvCell(std::string_view text) {
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  const std::string cell = (formula ? "'" : "") + std::string(text);
  if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace kahui::base
