#include "core/base/json_writer.hpp"

#include <charconv>

namespace kahui::base {

void JsonWriter::name(std::string_view key) {
  comma();
  m_out.push_back('"');
  m_out += key;
  m_out += "\":";
}

void JsonWriter::number(std::int64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  m_out.append(digits, end);
}

void JsonWriter::text(std::string_view value) {
  static constexpr char kHex[] = "0123456789abcdef";
  m_out.push_back('"');
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      m_out.push_back('\\');
      m_out.push_back(c);
    } else if (byte < 0x20) {
      m_out += "\\u00";
      m_out.push_back(kHex[byte >> 4]);
      m_out.push_back(kHex[byte & 15]);
    } else {
      m_out.push_back(c);
    }
  }
  m_out.push_back('"');
}

}  // namespace kahui::base
