#include "drivers/printer/print_job.hpp"

#include <algorithm>

#include "core/base/result.hpp"

namespace kahui::printer {

using base::Bytes;

namespace {

constexpr std::uint8_t kEsc = 0x1B;
constexpr std::uint8_t kFs = 0x1C;
constexpr std::uint8_t kGs = 0x1D;
constexpr int kGlyph_px = 24;
constexpr std::size_t kLongestCode = 1000;
constexpr int kFeedLines = 3;

std::uint8_t low(std::size_t value) { return static_cast<std::uint8_t>(value & 0xFF); }
std::uint8_t high(std::size_t value) { return static_cast<std::uint8_t>(value >> 8 & 0xFF); }

void append(Bytes& out, std::initializer_list<std::uint8_t> bytes) { out.insert(out.end(), bytes); }
void append(Bytes& out, base::ByteView bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); }

// GS v 0: a picture, rows from the top.
void appendPicture(Bytes& out, const Bitmap& picture) {
  const auto width = static_cast<std::size_t>(picture.stride());
  const auto height = static_cast<std::size_t>(picture.height);
  append(out, {kGs, 'v', '0', 0, low(width), high(width), low(height), high(height)});
  append(out, picture.rows);
}

// ESC * 33: one character drawn inside its line, three bytes a column.
void appendGlyph(Bytes& out, const Bitmap& glyph) {
  const auto width = static_cast<std::size_t>(glyph.width);
  append(out, {kEsc, '*', 33, low(width), high(width)});
  for (int x = 0; x < glyph.width; ++x)
    for (int part = 0; part < 3; ++part) {
      unsigned bits = 0;
      for (int y = 0; y < 8; ++y)
        bits = bits << 1 | (part * 8 + y < glyph.height && glyph.at(x, part * 8 + y) ? 1U : 0U);
      out.push_back(static_cast<std::uint8_t>(bits));
    }
}

// GS ( k: model 2, size of a module, error correction M, data, print.
void appendCode(Bytes& out, const std::string& text) {
  const std::size_t store = text.size() + 3;
  append(out, {kEsc, 'a', 1});
  append(out, {kGs, '(', 'k', 4, 0, 49, 65, 50, 0});
  append(out, {kGs, '(', 'k', 3, 0, 49, 67, 6});
  append(out, {kGs, '(', 'k', 3, 0, 49, 69, 49});
  append(out, {kGs, '(', 'k', low(store), high(store), 49, 80, 48});
  append(out, base::asBytes(text));
  append(out, {kGs, '(', 'k', 3, 0, 49, 81, 48});
  append(out, {kEsc, 'a', 0});
}

// One well-formed character at `at` and its length; U+FFFD for a malformed piece, as printerText() judges it.
struct Character {
  char32_t code = 0xFFFD;
  std::size_t bytes = 1;
};

Character characterAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  Character one;
  while (one.bytes < wanted && at + one.bytes < text.size() && (byte(at + one.bytes) & 0xC0) == 0x80) ++one.bytes;
  if (one.bytes != wanted || (wanted == 1 && lead >= 0x80)) return one;
  char32_t code = wanted == 1 ? lead : lead & (0xFFU >> (wanted + 1));
  for (std::size_t i = 1; i < wanted; ++i) code = code << 6 | (byte(at + i) & 0x3FU);
  one.code = code;
  return one;
}

void appendText(EncodedJob& out, const PrintJob& job, const GlyphSource* glyphs) {
  for (std::size_t at = 0; at < job.text.size();) {
    const Character one = characterAt(job.text, at);
    PrinterText part = printerText(std::string_view(job.text).substr(at, one.bytes), job.font);
    at += one.bytes;
    const bool lacks = part.replaced > 0 && one.code != 0xFFFD && glyphs != nullptr;
    const auto drawn = lacks ? glyphs->glyph(one.code, one.bytes >= 3 ? kGlyph_px : kGlyph_px / 2) : std::nullopt;
    if (drawn) {
      appendGlyph(out.bytes, *drawn);
      ++out.drawn;
    } else {
      append(out.bytes, part.bytes);
      out.replaced += part.replaced;
    }
  }
}

}  // namespace

EncodedJob encodeJob(const PrintJob& job, const GlyphSource* glyphs) {
  KAHUI_ASSERT(!job.logo || job.logo->width <= dotsOf(job.paper));
  EncodedJob out;
  append(out.bytes, {kEsc, '@', kFs, '&'});
  if (job.logo) {
    append(out.bytes, {kEsc, 'a', 1});
    appendPicture(out.bytes, *job.logo);
    append(out.bytes, {kEsc, 'a', 0});
  }
  appendText(out, job, glyphs);
  if (!job.code.empty() && job.code.size() <= kLongestCode) appendCode(out.bytes, job.code);
  append(out.bytes, {kEsc, 'd', kFeedLines});
  if (job.cut) append(out.bytes, {kGs, 'V', 66, 0});
  return out;
}

}  // namespace kahui::printer
