// Text of a stripe or a scan while it is judged: of fixed size, never on the heap, overwritten when it is no longer
// needed. A bank card's digits stand in nothing else (issue 4; cards.md section 3).
#pragma once

#include <openssl/crypto.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace kahui::card {

// Copies are wiped as well. What a compiler keeps of single characters in registers is beyond its reach.
class WipedText {
 public:
  // Three whole tracks (79 + 40 + 107), their sentinels included, with STX, ETX and room to see that more came.
  static constexpr std::size_t kCapacity = 256;

  WipedText() = default;
  explicit WipedText(std::string_view text) { assign(text); }
  WipedText(const WipedText&) = default;
  WipedText& operator=(const WipedText&) = default;
  ~WipedText() { wipe(); }

  // False if there is no room; the text stays as it was.
  [[nodiscard]] bool append(char c) {
    if (m_size == kCapacity) return false;
    m_text.at(m_size++) = c;
    return true;
  }
  // What goes beyond the capacity is cut off.
  void assign(std::string_view text) {
    wipe();
    for (const char c : text)
      if (!append(c)) return;
  }
  void wipe() {
    OPENSSL_cleanse(m_text.data(), m_text.size());
    m_size = 0;
  }

  [[nodiscard]] std::string_view view() const { return {m_text.data(), m_size}; }
  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] bool empty() const { return m_size == 0; }

 private:
  std::array<char, kCapacity> m_text{};
  std::size_t m_size = 0;
};

}  // namespace kahui::card
