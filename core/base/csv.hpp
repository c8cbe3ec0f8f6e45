// Comma-separated values (RFC 4180): quoted cells may hold commas, quotes and line ends; CRLF or LF; a UTF-8 byte order
// mark is skipped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace kahui::base {

struct CsvRow {
  std::size_t line = 0;  // in the text, from 1
  std::vector<std::string> cells;
};

// A text as a cell: quoted where it has to be, and with a quote before it where a spreadsheet could take it for a
// formula (reliability.md, T8).
std::string csvCell(std::string_view text);

// Blank lines are skipped. BadInput if a quote is not closed; detail names the line.
Result<std::vector<CsvRow>> parseCsv(std::string_view text);

}  // namespace kahui::base
