#include "core/base/paper.hpp"

#include <algorithm>

namespace kahui::base {

namespace {

// Length in bytes and columns of the code point at `at`. Beyond Latin and its neighbours the printer's cell is two
// columns wide (M7).
struct Glyph {
  std::size_t bytes;
  int columns;
};

Glyph glyphAt(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return {std::min(bytes, text.size() - at), bytes >= 3 ? 2 : 1};
}

std::string spaces(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

}  // namespace

int paperWidth(std::string_view text) {
  int columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Glyph glyph = glyphAt(text, i);
    columns += glyph.columns;
    i += glyph.bytes;
  }
  return columns;
}

void Paper::rule() { m_text += std::string(static_cast<std::size_t>(m_columns), '-') + "\n"; }

void Paper::centre(std::string_view text) { line(spaces((m_columns - paperWidth(text)) / 2) + std::string(text)); }

void Paper::line(std::string_view text) {
  int used = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Glyph glyph = glyphAt(text, i);
    if (used + glyph.columns > m_columns) {
      m_text += '\n';
      used = 0;
    }
    m_text += text.substr(i, glyph.bytes);
    used += glyph.columns;
    i += glyph.bytes;
  }
  m_text += '\n';
}

void Paper::pair(std::string_view left, std::string_view right) {
  const int gap = m_columns - paperWidth(left) - paperWidth(right);
  if (gap >= 1) {
    line(std::string(left) + spaces(gap) + std::string(right));
  } else {
    line(left);
    line(spaces(m_columns - paperWidth(right)) + std::string(right));
  }
}

}  // namespace kahui::base
