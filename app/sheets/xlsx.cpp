#include <xlsxwriter.h>

#include <array>
#include <cstdio>

#include "app/sheets/sheets.hpp"

namespace kahui::sheets {

using report::Cell;
using report::Kind;

namespace {

constexpr std::size_t kKinds = 9;

class Book {
 public:
  explicit Book(const std::string& file) : m_book(workbook_new(file.c_str())) {
    m_title = workbook_add_format(m_book);
    format_set_bold(m_title);
    format_set_font_size(m_title, 16);
    m_head = workbook_add_format(m_book);
    format_set_bold(m_head);
    format_set_bottom(m_head, LXW_BORDER_THIN);
    format_set_bg_color(m_head, 0xEEF1F5);
    constexpr std::array<const char*, kKinds> kFormats{"@",           "#,##0",     "#,##0.00", "#,##0",     "0.0%",
                                                       "+0.0%;-0.0%", "#,##0.###", "0.00",     "yyyy-mm-dd"};
    for (std::size_t i = 0; i < kKinds; ++i) {
      m_formats.at(i) = workbook_add_format(m_book);
      format_set_num_format(m_formats.at(i), kFormats.at(i));
    }
  }

  void add(const report::Document& document, report::Language language) {
    const bool chinese = language == report::Language::Chinese;
    lxw_worksheet* sheet = workbook_add_worksheet(m_book, chinese ? "概览" : "Summary");
    worksheet_set_column(sheet, 0, 0, 28, nullptr);
    worksheet_set_column(sheet, 1, 1, 18, nullptr);
    worksheet_set_column(sheet, 2, 2, 40, nullptr);
    worksheet_write_string(sheet, 0, 0, (document.store + " " + document.title).c_str(), m_title);
    worksheet_write_string(sheet, 1, 0, document.subtitle.c_str(), nullptr);
    lxw_row_t row = 3;
    for (const report::Figure& figure : document.figures) {
      worksheet_write_string(sheet, row, 0, figure.title.c_str(), nullptr);
      put(sheet, row, 1, figure.value);
      worksheet_write_string(sheet, row++, 2, figure.detail.c_str(), nullptr);
    }
    int number = 0;
    for (const report::Section& section : document.sections) addSection(report::forPeople(section), ++number);
  }

  lxw_error close() { return workbook_close(m_book); }

 private:
  void addSection(const report::Section& section, int number) {
    // At most 31 characters, and none of []:*?/\\ in a sheet's name.
    std::string name = std::to_string(number) + " ";
    std::size_t letters = name.size();
    for (std::size_t i = 0; i < section.title.size() && letters < 28;) {
      std::size_t end = i + 1;
      while (end < section.title.size() && (static_cast<unsigned char>(section.title[end]) & 0xC0U) == 0x80U) ++end;
      const std::string letter = section.title.substr(i, end - i);
      name += letter == "/" || letter == ":" || letter == "?" || letter == "*" ? "-" : letter;
      ++letters;
      i = end;
    }
    lxw_worksheet* sheet = workbook_add_worksheet(m_book, name.c_str());
    lxw_col_t column = 0;
    for (const report::Column& one : section.columns) {
      worksheet_set_column(sheet, column, column, one.kind == Kind::Text ? 22 : 14, nullptr);
      worksheet_write_string(sheet, 0, column++, one.title.c_str(), m_head);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    lxw_row_t row = 1;
    for (const auto& cells : section.rows) {
      for (std::size_t c = 0; c < cells.size(); ++c) put(sheet, row, static_cast<lxw_col_t>(c), cells[c]);
      ++row;
    }
    if (!section.note.empty()) worksheet_write_string(sheet, row + 1, 0, section.note.c_str(), nullptr);
  }

  void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell) {
    if (cell.empty) return;
    lxw_format* format = m_formats.at(static_cast<std::size_t>(cell.kind));
    const auto number = static_cast<double>(cell.number);
    switch (cell.kind) {
      case Kind::Text: worksheet_write_string(sheet, row, column, cell.text.c_str(), nullptr); return;
      case Kind::Count:
      case Kind::Points: worksheet_write_number(sheet, row, column, number, format); return;
      case Kind::Money:
      case Kind::Hundredths: worksheet_write_number(sheet, row, column, number / 100, format); return;
      case Kind::Rate:
      case Kind::Change: worksheet_write_number(sheet, row, column, number / 10000, format); return;
      case Kind::Quantity: worksheet_write_number(sheet, row, column, number / 1000, format); return;
      case Kind::Date: {
        constexpr double kDayOfExcel = 25569;  // 1970-01-01
        worksheet_write_number(sheet, row, column, number + kDayOfExcel, format);
        return;
      }
    }
  }

  lxw_workbook* m_book;
  lxw_format* m_title = nullptr;
  lxw_format* m_head = nullptr;
  std::array<lxw_format*, kKinds> m_formats{};
};

}  // namespace

base::Status writeXlsx(const report::Document& document, report::Language language, const std::string& file) {
  Book book(file);
  book.add(document, language);
  const lxw_error error = book.close();
  if (error == LXW_NO_ERROR) return {};
  std::remove(file.c_str());
  return base::fail(base::ErrorCode::BadInput, file + ": " + lxw_strerror(error));
}

}  // namespace kahui::sheets
