// Plain text for a printer's narrow paper: `columns` wide, a Han character is 2 (M7), lines ended by '\n'.
#pragma once

#include <string>
#include <string_view>

namespace kahui::base {

int paperWidth(std::string_view text);  // in columns

class Paper {
 public:
  explicit Paper(int columns) : m_columns(columns) {}

  void rule();
  void centre(std::string_view text);
  void line(std::string_view text);  // broken at the edge of the paper where it is too long
  void pair(std::string_view left, std::string_view right);

  [[nodiscard]] std::string take() { return std::move(m_text); }

 private:
  int m_columns;
  std::string m_text;
};

}  // namespace kahui::base
