#include "tests/support/virtual_printer.hpp"

#include <fmt/format.h>
#include <iconv.h>

namespace kahui::test {

namespace {

constexpr int kNarrow_px = 12;
constexpr int kWide_px = 24;
constexpr int kLine_px = 30;
constexpr int kCode_px = 200;
constexpr int kCut_px = 12;

std::string utf8Of(const std::string& gb) {
  iconv_t table = iconv_open("UTF-8", "GB18030");
  std::string in = gb;
  char out[16] = {};
  char* from = in.data();
  char* to = out;
  std::size_t left = in.size(), room = sizeof out;
  const bool good = iconv(table, &from, &left, &to, &room) == 0;
  iconv_close(table);
  return good ? std::string(out, to) : std::string();
}

}  // namespace

void VirtualPrinter::fault(const std::string& what, std::size_t at) {
  faults.push_back(fmt::format("{} at byte {}", what, at));
}

void VirtualPrinter::newLine() {
  if (m_x > printer::dotsOf(m_paper)) faults.push_back(fmt::format("a line of {} dots: {}", m_x, m_line));
  lines.push_back(m_line);
  widths.push_back(m_x);
  m_line.clear();
  m_x = 0;
  height += kLine_px;
}

void VirtualPrinter::feed(base::ByteView bytes) {
  m_bytes = bytes;
  for (std::size_t i = 0; i < bytes.size();) {
    const unsigned byte = at(i);
    std::size_t used = 0;
    if (byte == '\n' || (byte >= 0x20 && byte < 0x7F) || byte >= 0x81)
      used = text(i);
    else if (byte == 0x1B || byte == 0x1C)
      used = escape(i);
    else if (byte == 0x1D)
      used = group(i);
    if (used == 0) return fault(fmt::format("what begins with byte {:02x} is not known", byte), i);
    i += used;
  }
}

void VirtualPrinter::put(const std::string& text, int width) {
  items.push_back({Item::Kind::Text, m_x, height, text, {}});
  m_line += text;
  m_x += width;
}

std::size_t VirtualPrinter::text(std::size_t i) {
  const unsigned byte = at(i);
  if (byte == '\n') {
    newLine();
    return 1;
  }
  if (byte < 0x7F) {
    put(m_japanese && byte == '\\' ? "¥" : std::string(1, static_cast<char>(byte)), kNarrow_px);
    return 1;
  }
  const std::size_t size = at(i + 1) >= '0' && at(i + 1) <= '9' ? 4 : 2;
  std::string gb;
  for (std::size_t k = 0; k < size && i + k < m_bytes.size(); ++k) gb.push_back(static_cast<char>(m_bytes[i + k]));
  const std::string character = utf8Of(gb);
  if (!m_chinese) fault("a Chinese character while FS & is off", i);
  if (character.empty()) fault("no character of GB18030", i);
  put(character, kWide_px);
  return size;
}

std::size_t VirtualPrinter::escape(std::size_t i) {
  if (at(i) == 0x1C) {
    m_chinese = true;
    return at(i + 1) == '&' ? 2 : 0;
  }
  switch (at(i + 1)) {
    case '@':
      m_chinese = m_japanese = false;
      m_align = 0;
      return 2;
    case 'R': m_japanese = at(i + 2) == 8; return 3;
    case 'a':
      if (m_x != 0) fault("ESC a inside a line", i);
      m_align = static_cast<int>(at(i + 2));
      return 3;
    case 'd':
      if (m_x != 0) newLine();
      height += kLine_px * static_cast<int>(at(i + 2));
      return 3;
    case 'p':
      if (at(i + 2) > 1) fault("no such drawer pin", i);
      ++pulses;
      return 5;
    case '*': return glyph(i);
    default: return 0;
  }
}

std::size_t VirtualPrinter::glyph(std::size_t i) {
  const std::size_t width = at(i + 3) + 256 * at(i + 4);
  if (at(i + 2) != 33 || i + 5 + width * 3 > m_bytes.size()) return 0;
  printer::Bitmap picture(static_cast<int>(width), kWide_px);
  for (std::size_t x = 0; x < width; ++x)
    for (int y = 0; y < kWide_px; ++y)
      if ((m_bytes[i + 5 + x * 3 + static_cast<std::size_t>(y / 8)] >> (7 - y % 8) & 1) != 0)
        picture.set(static_cast<int>(x), y);
  items.push_back({Item::Kind::Glyph, m_x, height, {}, picture});
  m_line += "■";
  m_x += static_cast<int>(width);
  ++drawn;
  return 5 + width * 3;
}

std::size_t VirtualPrinter::picture(std::size_t i) {
  const std::size_t wide = at(i + 4) + 256 * at(i + 5);
  const std::size_t high = at(i + 6) + 256 * at(i + 7);
  if (i + 8 + wide * high > m_bytes.size()) return 0;
  printer::Bitmap drawn_picture(static_cast<int>(wide * 8), static_cast<int>(high));
  const auto rows = m_bytes.subspan(i + 8, wide * high);
  drawn_picture.rows.assign(rows.begin(), rows.end());
  if (drawn_picture.width > printer::dotsOf(m_paper)) fault("a picture wider than the paper", i);
  const int left = m_align == 1 ? (printer::dotsOf(m_paper) - drawn_picture.width) / 2 : 0;
  items.push_back({Item::Kind::Picture, left, height, {}, drawn_picture});
  height += drawn_picture.height;
  ++pictures;
  return 8 + wide * high;
}

std::size_t VirtualPrinter::group(std::size_t i) {
  if (at(i + 1) == 'v' && at(i + 2) == '0') return picture(i);
  if (at(i + 1) == '(' && at(i + 2) == 'k') {
    const std::size_t size = at(i + 3) + 256 * at(i + 4);
    if (size < 3 || i + 5 + size > m_bytes.size() || at(i + 5) != 49) return 0;
    if (at(i + 6) == 80) {
      const auto data = m_bytes.subspan(i + 8, size - 3);
      m_code.assign(data.begin(), data.end());
    }
    if (at(i + 6) != 81) return 5 + size;
    codes.push_back(m_code);
    items.push_back({Item::Kind::Code, 0, height, m_code, {}});
    height += kCode_px;
    return 5 + size;
  }
  if (at(i + 1) != 'V' || at(i + 2) != 66) return 0;
  if (m_x != 0) fault("a cut inside a line", i);
  items.push_back({Item::Kind::Cut, 0, height, {}, {}});
  height += kCut_px;
  ++cuts;
  return 4;
}

}  // namespace kahui::test
