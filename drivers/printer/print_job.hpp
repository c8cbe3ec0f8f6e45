// A whole sheet for a receipt printer, as ESC/POS bytes: logo, text, code, feed, cut. Pure; no device is opened here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/bytes.hpp"
#include "drivers/printer/escpos.hpp"

namespace kahui::printer {

enum class Paper { Mm58, Mm80 };
[[nodiscard]] constexpr int columnsOf(Paper paper) { return paper == Paper::Mm58 ? 32 : 48; }
[[nodiscard]] constexpr int dotsOf(Paper paper) { return paper == Paper::Mm58 ? 384 : 576; }

// Black where a bit is set; rows from the top, the leftmost dot is the highest bit, each row filled up to whole bytes.
struct Bitmap {
  int width = 0;
  int height = 0;
  base::Bytes rows;

  Bitmap() = default;
  Bitmap(int w, int h) : width(w), height(h), rows(static_cast<std::size_t>((w + 7) / 8 * h)) {}
  [[nodiscard]] int stride() const { return (width + 7) / 8; }
  [[nodiscard]] bool at(int x, int y) const {
    return (rows[static_cast<std::size_t>(y * stride() + x / 8)] >> (7 - x % 8) & 1) != 0;
  }
  void set(int x, int y) {
    auto& byte = rows[static_cast<std::size_t>(y * stride() + x / 8)];
    byte = static_cast<std::uint8_t>(byte | 1U << (7 - x % 8));
  }
};

// Draws what the printer's font lacks: 24 dots high, 24 wide (12 for a narrow one).
class GlyphSource {
 public:
  virtual ~GlyphSource() = default;
  [[nodiscard]] virtual std::optional<Bitmap> glyph(char32_t character, int width) const = 0;
};

struct PrintJob {
  std::string text;  // UTF-8, lines that fit the paper (core/sale renderText)
  Paper paper = Paper::Mm80;
  Font font = Font::Gbk;
  std::optional<Bitmap> logo{};  // above the text, at most as wide as the paper
  std::string code{};            // QR below the text; empty: none
  bool cut = true;
};

struct EncodedJob {
  base::Bytes bytes;
  int drawn = 0;     // characters that were sent as pictures
  int replaced = 0;  // characters that stand as a mark: nobody could draw them
};

EncodedJob encodeJob(const PrintJob& job, const GlyphSource* glyphs);

}  // namespace kahui::printer
