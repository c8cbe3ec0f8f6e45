// A strict receipt printer without hardware: it understands the bytes that this program sends and no others, draws what
// would stand on the paper, and counts cuts, drawer pulses and codes. An unknown byte is a fault with its place.
#pragma once

#include <string>
#include <vector>

#include "drivers/printer/print_job.hpp"

namespace kahui::test {

class VirtualPrinter {
 public:
  explicit VirtualPrinter(printer::Paper paper) : m_paper(paper) {}

  void feed(base::ByteView bytes);

  std::vector<std::string> faults;
  std::vector<std::string> lines;  // text of each line, GB18030 decoded; ■ for a drawn character
  std::vector<std::string> codes;  // contents of QR codes
  std::vector<int> widths;         // of each line, in dots
  int cuts = 0;
  int pulses = 0;
  int pictures = 0;
  int drawn = 0;

  // What the paper looks like, as a picture of ones and zeros; text in cells of 12 or 24 dots.
  struct Item {
    enum class Kind { Text, Glyph, Picture, Code, Cut } kind{};
    int x = 0, y = 0;
    std::string text{};
    printer::Bitmap picture{};
  };
  std::vector<Item> items;
  int height = 0;

 private:
  [[nodiscard]] unsigned at(std::size_t i) const { return i < m_bytes.size() ? m_bytes[i] : 0x100U; }
  void put(const std::string& text, int width);
  // Each answers how many bytes it took; 0: it does not know them.
  std::size_t text(std::size_t i);
  std::size_t escape(std::size_t i);
  std::size_t glyph(std::size_t i);
  std::size_t picture(std::size_t i);
  std::size_t group(std::size_t i);
  void newLine();
  void fault(const std::string& what, std::size_t at);

  printer::Paper m_paper;
  base::ByteView m_bytes;
  std::string m_line;
  int m_x = 0;
  bool m_chinese = false;
  bool m_japanese = false;
  int m_align = 0;
  std::string m_code;
};

}  // namespace kahui::test
