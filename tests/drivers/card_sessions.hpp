// Cards for tests that are no cards: a recorded conversation, and random numbers that were published.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "core/base/random.hpp"
#include "drivers/card/session.hpp"

namespace kahui::test {

inline base::Bytes hex(std::string_view text) { return *base::fromHex(text); }

// Gives out the bytes it was made with, then zeros.
class FixedRandom final : public base::RandomSource {
 public:
  explicit FixedRandom(std::string_view bytes) : m_bytes(hex(bytes)) {}
  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) byte = m_at < m_bytes.size() ? m_bytes[m_at++] : 0;
  }

 private:
  base::Bytes m_bytes;
  std::size_t m_at = 0;
};

// Answers each expected command in turn; any other command, or one too many, gets 6F00 and is remembered as wrong.
class Recording final : public card::Session {
 public:
  Recording(std::initializer_list<std::pair<std::string, std::string>> lines) : m_lines(lines) {}
  tl::expected<base::Bytes, card::LinkError> exchange(base::ByteView command) override {
    if (m_at < m_lines.size() && base::toHex(command) == m_lines[m_at].first) return hex(m_lines[m_at++].second);
    if (wrong.empty()) wrong = base::toHex(command);
    return hex("6f00");
  }
  [[nodiscard]] bool finished() const { return m_at == m_lines.size() && wrong.empty(); }

  std::string wrong{};  // the first command that was not expected

 private:
  const std::vector<std::pair<std::string, std::string>> m_lines;
  std::size_t m_at = 0;
};

// Answers the same to everything.
class Parrot final : public card::Session {
 public:
  explicit Parrot(std::string_view answer) : m_answer(hex(answer)) {}
  tl::expected<base::Bytes, card::LinkError> exchange(base::ByteView) override {
    ++commands;
    return m_answer;
  }
  int commands = 0;

 private:
  const base::Bytes m_answer;
};

}  // namespace kahui::test
