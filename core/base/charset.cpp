#include "core/base/charset.hpp"

#include <iconv.h>

#include <algorithm>

#include "core/base/text.hpp"

namespace kahui::base {

namespace {

class FromGb18030 {
 public:
  FromGb18030() : m_handle(iconv_open("UTF-8", "GB18030")) {}
  ~FromGb18030() {
    if (usable()) iconv_close(m_handle);
  }
  FromGb18030(const FromGb18030&) = delete;
  FromGb18030& operator=(const FromGb18030&) = delete;

  // As it is where it is not GB18030.
  std::string read(std::string_view line) {
    if (!usable()) return std::string(line);
    std::string in(line);
    std::string out(line.size() * 3 + 4, '\0');  // two bytes become three, four become four
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size(), room = out.size();
    if (iconv(m_handle, &from, &left, &to, &room) != 0) {
      iconv(m_handle, nullptr, nullptr, nullptr, nullptr);
      return in;
    }
    out.resize(out.size() - room);
    return out;
  }

 private:
  [[nodiscard]] bool usable() const { return m_handle != reinterpret_cast<iconv_t>(-1); }
  iconv_t m_handle;
};

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// No byte of a Han character in GB18030 is a line end.
template <class Take>
void eachLine(std::string_view file, Take&& take) {
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = std::min(file.find('\n', at), file.size() - 1) + 1;
    take(file.substr(at, end - at));
    at = end;
  }
}

}  // namespace

std::string utf8Of(std::string_view file) {
  if (file.starts_with("\xEF\xBB\xBF")) return std::string(file);
  std::size_t clean = 0, other = 0;
  eachLine(file, [&](std::string_view line) {
    if (!isAscii(line)) ++(isCleanUtf8(line) ? clean : other);
  });
  if (other == 0 || clean > other) return std::string(file);
  FromGb18030 reader;
  std::string text;
  text.reserve(file.size() * 3 / 2);
  eachLine(file, [&](std::string_view line) { text += isAscii(line) ? std::string(line) : reader.read(line); });
  return text;
}

}  // namespace kahui::base
