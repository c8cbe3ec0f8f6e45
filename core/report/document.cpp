#include "core/report/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/csv.hpp"

namespace kahui::report {

namespace {

using nlohmann::ordered_json;

std::string thousands(std::int64_t number) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  constexpr std::size_t kGroup = 3;
  for (std::size_t at = digits.size(); at > kGroup;) digits.insert(at -= kGroup, 1, ',');
  return fmt::format("{}{}", number < 0 ? "\u2212" : "", digits);
}

std::string decimal(std::int64_t number, std::int64_t unit, int places) {
  const std::int64_t size = number < 0 ? -number : number;
  return fmt::format("{}{}.{:0{}}", number < 0 ? "\u2212" : "", thousands(size / unit), size % unit, places);
}

std::string tenths(std::int64_t basis_points) {  // 1240 -> 12.4
  constexpr std::int64_t kTenth = 10;
  const std::int64_t size = basis_points < 0 ? -basis_points : basis_points;
  return decimal((size + kTenth / 2) / kTenth, kTenth, 1);
}

ordered_json cellJson(const Cell& cell) {
  if (cell.empty) return nullptr;
  if (cell.kind == Kind::Text) return cell.text;
  if (cell.kind == Kind::Date) return base::BusinessDate::fromDays(static_cast<std::int32_t>(cell.number)).iso();
  return cell.number;
}

std::string csvValue(const Cell& cell) {
  if (cell.empty) return {};
  if (cell.kind == Kind::Text) return base::csvCell(cell.text);
  if (cell.kind == Kind::Date) return base::BusinessDate::fromDays(static_cast<std::int32_t>(cell.number)).iso();
  return std::to_string(cell.number);
}

// Columns on paper and terminals.
int cellsOf(std::string_view utf8) {
  int cells = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    constexpr unsigned kContinuation = 0xC0, kContinued = 0x80, kThreeBytes = 0xE0;
    if ((byte & kContinuation) == kContinued) continue;
    const bool wide = byte >= kThreeBytes && utf8.substr(i, 3) != "\u2212" && utf8.substr(i, 3) != "\u2026";
    cells += wide ? 2 : 1;
  }
  return cells;
}

std::string spaces(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

bool right(Kind kind) { return kind != Kind::Text; }

void addTable(std::string& out, const Section& section) {
  std::vector<int> widths;
  for (std::size_t c = 0; c < section.columns.size(); ++c) {
    int width = cellsOf(section.columns[c].title);
    for (const auto& row : section.rows) width = std::max(width, cellsOf(cellText(row[c])));
    widths.push_back(width);
  }
  const auto add = [&](const auto& textOf) {
    for (std::size_t c = 0; c < section.columns.size(); ++c) {
      const std::string text = textOf(c);
      const std::string pad = spaces(widths[c] - cellsOf(text));
      out += right(section.columns[c].kind) ? pad + text : text + pad;
      out += "  ";
    }
    while (out.back() == ' ') out.pop_back();
    out += "\n";
  };
  add([&](std::size_t c) { return section.columns[c].title; });
  for (const auto& row : section.rows) add([&](std::size_t c) { return cellText(row[c]); });
}

}  // namespace

std::string cellText(const Cell& cell) {
  if (cell.empty) return {};
  constexpr std::int64_t kHundred = 100, kThousand = 1000;
  switch (cell.kind) {
    case Kind::Text: return cell.text;
    case Kind::Count:
    case Kind::Points: return thousands(cell.number);
    case Kind::Money: return decimal(cell.number, kHundred, 2);
    case Kind::Rate: return fmt::format("{}{}%", cell.number < 0 ? "\u2212" : "", tenths(cell.number));
    case Kind::Change: return fmt::format("{}{}%", cell.number < 0 ? "\u2212" : "+", tenths(cell.number));
    case Kind::Quantity:
      return cell.number % kThousand == 0 ? thousands(cell.number / kThousand) : decimal(cell.number, kThousand, 3);
    case Kind::Hundredths: return decimal(cell.number, kHundred, 2);
    case Kind::Date: return base::BusinessDate::fromDays(static_cast<std::int32_t>(cell.number)).iso();
  }
  return {};
}

Section forPeople(Section section) {
  for (int c = static_cast<int>(section.columns.size()) - 1; c >= 0; --c) {
    if (!section.columns[static_cast<std::size_t>(c)].machine) continue;
    section.columns.erase(section.columns.begin() + c);
    for (auto& row : section.rows) row.erase(row.begin() + c);
    for (int* chart : {&section.bar, &section.beside})
      if (*chart >= c) --*chart;
  }
  return section;
}

std::string documentJson(const Document& document) {
  ordered_json out{
      {"report", document.key}, {"store", document.store}, {"title", document.title}, {"subtitle", document.subtitle}};
  ordered_json& figures = out["figures"] = ordered_json::object();
  for (const Figure& figure : document.figures) figures[figure.key] = cellJson(figure.value);
  ordered_json& sections = out["sections"] = ordered_json::object();
  for (const Section& section : document.sections) {
    ordered_json& rows = sections[section.key] = ordered_json::array();
    for (const auto& row : section.rows) {
      ordered_json one = ordered_json::object();
      for (std::size_t c = 0; c < section.columns.size(); ++c) one[section.columns[c].key] = cellJson(row[c]);
      rows.push_back(std::move(one));
    }
  }
  return out.dump() + "\n";
}

std::string documentCsv(const Document& document) {
  std::string out = "section,row,column,value\n";
  for (const Figure& figure : document.figures)
    out += fmt::format("figure,1,{},{}\n", figure.key, csvValue(figure.value));
  for (const Section& section : document.sections)
    for (std::size_t r = 0; r < section.rows.size(); ++r)
      for (std::size_t c = 0; c < section.columns.size(); ++c)
        out += fmt::format("{},{},{},{}\n", section.key, r + 1, section.columns[c].key, csvValue(section.rows[r][c]));
  return out;
}

std::string documentText(const Document& document) {
  std::string out = fmt::format("{}  {}  {}\n\n", document.store, document.title, document.subtitle);
  int width = 0;
  for (const Figure& figure : document.figures) width = std::max(width, cellsOf(figure.title));
  for (const Figure& figure : document.figures) {
    const std::string value = cellText(figure.value);
    constexpr int kValue = 16;
    out += fmt::format("{}{}{}{}{}{}\n", figure.title, spaces(width - cellsOf(figure.title) + kValue - cellsOf(value)),
                       value, figure.alert ? " !" : "", figure.detail.empty() ? "" : "  ", figure.detail);
  }
  for (const Section& section : document.sections) {
    if (section.rows.empty()) continue;
    out += fmt::format("\n{}{}{}\n", section.title, section.note.empty() ? "" : "  ", section.note);
    addTable(out, forPeople(section));
  }
  return out;
}

std::vector<std::string> documentSlip(const Document& document, int columns) {
  const auto middle = [columns](const std::string& text) { return spaces((columns - cellsOf(text)) / 2) + text; };
  std::vector<std::string> lines{middle(document.store), middle(document.title), middle(document.subtitle),
                                 std::string(static_cast<std::size_t>(columns), '-')};
  for (const Figure& figure : document.figures) {
    const std::string value = cellText(figure.value);
    const int gap = columns - cellsOf(figure.title) - cellsOf(value);
    if (gap > 0) {
      lines.push_back(figure.title + spaces(gap) + value);
      continue;
    }
    lines.push_back(figure.title);
    lines.push_back(spaces(columns - cellsOf(value)) + value);
  }
  lines.emplace_back(static_cast<std::size_t>(columns), '-');
  return lines;
}

std::vector<std::string> documentLongSlip(const Document& document, int columns) {
  std::vector<std::string> lines = documentSlip(document, columns);
  const auto put = [&](const std::string& left, const std::string& right) {
    const int gap = columns - cellsOf(left) - cellsOf(right);
    if (gap > 0 || right.empty()) return lines.push_back(left + spaces(right.empty() ? 0 : gap) + right);
    lines.push_back(left);
    lines.push_back(spaces(columns - cellsOf(right)) + right);
  };
  for (const Section& all : document.sections) {
    const Section section = forPeople(all);
    lines.push_back(section.title);
    for (const auto& row : section.rows) {
      if (row.size() == 2) {
        put(cellText(row[0]), cellText(row[1]));
        continue;
      }
      if (const std::string name = cellText(row[0]); !name.empty()) lines.push_back(name);
      for (std::size_t c = 1; c < row.size(); ++c)
        if (const std::string value = cellText(row[c]); !value.empty()) put("  " + section.columns[c].title, value);
    }
    lines.emplace_back(static_cast<std::size_t>(columns), '-');
  }
  return lines;
}

}  // namespace kahui::report
