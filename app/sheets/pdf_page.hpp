// One PDF under way: pages, type, boxes and bars in points from the upper left corner of an A4 sheet. Internal to the
// room.
#pragma once

#include <hpdf.h>

#include <cstdint>
#include <string>

#include "core/base/result.hpp"

namespace kahui::sheets {

struct Color {
  std::uint32_t rgb = 0;
};
inline constexpr Color kInk{0x131C27}, kQuiet{0x4A586A}, kLine{0xD3DAE3}, kField{0xEEF1F5}, kBlue{0x0B57C4},
    kGrey{0xC9D2DD}, kGood{0x0B6B3A}, kWarn{0x8A4B00}, kDanger{0xB3261E}, kWhite{0xFFFFFF}, kBar{0x10233F};

enum class Align { Left, Right, Middle };

class PdfPage {
 public:
  static constexpr float kWidth = 595, kHeight = 842, kMargin = 36;

  PdfPage();
  ~PdfPage();
  PdfPage(const PdfPage&) = delete;
  PdfPage& operator=(const PdfPage&) = delete;

  // BadInput if the type is not on this machine.
  base::Status begin(const std::string& title);
  void newPage();
  [[nodiscard]] int pages() const { return m_pages; }
  void text(float x, float y, float size, Color color, const std::string& words, Align align = Align::Left,
            float width = 0);  // y: top of the line; elided where a width is given
  [[nodiscard]] float widthOf(const std::string& words, float size) const;
  void box(float x, float y, float w, float h, Color fill);
  void frame(float x, float y, float w, float h, Color edge);
  void rule(float x, float y, float w, Color color);
  base::Status save(const std::string& file);

 private:
  [[nodiscard]] std::string elided(const std::string& words, float size, float width) const;

  HPDF_Doc m_document;
  HPDF_Font m_font = nullptr;
  HPDF_Page m_page = nullptr;
  int m_pages = 0;
  HPDF_STATUS m_error = 0;
};

}  // namespace kahui::sheets
