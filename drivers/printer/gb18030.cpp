#include "drivers/printer/gb18030.hpp"

#include <iconv.h>

#include <array>

#include "core/base/text.hpp"

namespace kahui::printer {

namespace {

using base::Bytes;

// glibc's table. Where the system lacks it, every character beyond ASCII is one that cannot be printed.
class Converter {
 public:
  Converter() : m_handle(iconv_open("GB18030", "UTF-8")) {}
  ~Converter() {
    if (usable()) iconv_close(m_handle);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // Bytes of one well-formed character; empty if there are none.
  [[nodiscard]] Bytes convert(std::string_view character) const {
    if (!usable()) return {};
    std::string in(character);
    std::array<char, 8> out{};
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size();
    std::size_t room = out.size();
    if (iconv(m_handle, &from, &left, &to, &room) != 0) {
      iconv(m_handle, nullptr, nullptr, nullptr, nullptr);
      return {};
    }
    return {out.begin(), out.begin() + (to - out.data())};
  }

 private:
  [[nodiscard]] bool usable() const { return m_handle != reinterpret_cast<iconv_t>(-1); }

  iconv_t m_handle;
};

constexpr std::string_view kYen = "\u00a5";
constexpr std::string_view kFirstPrivate = "\ue000";
constexpr std::string_view kLastPrivate = "\uf8ff";

// The lead byte and the continuation bytes that follow it, at most as many as it asks for: a character, or the
// malformed piece that one mark stands for.
std::string_view pieceAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  std::size_t size = 1;
  while (size < wanted && at + size < text.size() && (byte(at + size) & 0xC0) == 0x80) ++size;
  return text.substr(at, size);
}

bool isControl(std::string_view piece) {
  const auto first = static_cast<unsigned char>(piece[0]);
  if (piece.size() == 1) return first < 0x20 || first == 0x7F;
  return first == 0xC2 && static_cast<unsigned char>(piece[1]) < 0xA0;  // C1
}

void append(Bytes& out, base::ByteView bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); }

// GBK has no narrow yen sign, and a wide one would push the amount over the paper's edge. In the printer's Japanese
// set (ESC R 8) the place of the backslash is a narrow yen sign; ESC R 0 goes back.
void appendYen(Bytes& out) {
  static constexpr std::uint8_t kBytes[] = {0x1B, 0x52, 0x08, 0x5C, 0x1B, 0x52, 0x00};
  append(out, kBytes);
}

// The layout counts one column up to U+07FF, two from there (core/sale); the mark keeps its columns.
void appendMark(PrinterText& out, std::string_view piece) {
  static constexpr std::uint8_t kWide[] = {0xA1, 0xFE};  // 〓
  static constexpr std::uint8_t kNarrow[] = {'?'};
  append(out.bytes, piece.size() >= 3 ? base::ByteView(kWide) : base::ByteView(kNarrow));
  ++out.replaced;
}

}  // namespace

PrinterText printerText(std::string_view utf8, Font font) {
  const Converter converter;
  PrinterText out;
  out.bytes.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const auto piece = pieceAt(utf8, at);
    at += piece.size();
    if (piece == "\n") {
      out.bytes.push_back('\n');
    } else if (piece == "\t") {
      out.bytes.push_back(' ');
    } else if (isControl(piece)) {
      continue;
    } else if (piece.size() == 1 && static_cast<unsigned char>(piece[0]) < 0x80) {
      out.bytes.push_back(static_cast<std::uint8_t>(piece[0]));
    } else if (piece == kYen) {
      appendYen(out.bytes);
    } else {
      const bool private_use = piece.size() == 3 && piece >= kFirstPrivate && piece <= kLastPrivate;
      const auto bytes = private_use || !base::isCleanUtf8(piece) ? Bytes() : converter.convert(piece);
      if (bytes.empty() || (font == Font::Gbk && bytes.size() > 2))
        appendMark(out, piece);
      else
        append(out.bytes, bytes);
    }
  }
  return out;
}

}  // namespace kahui::printer
