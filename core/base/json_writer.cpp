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
  std::size_t written = 0;  // what needs no escape is appended in whole runs
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    m_out.append(value, written, i - written);
    written = i + 1;
    m_out.push_back('\\');
    if (byte >= 0x20) {
      m_out.push_back(value[i]);
    } else {
      m_out += "u00";
      m_out.push_back(kHex[byte >> 4]);
      m_out.push_back(kHex[byte & 15]);
    }
  }
  m_out.append(value, written);
  m_out.push_back('"');
}

}  // namespace kahui::base
