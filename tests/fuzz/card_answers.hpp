// A card whose answers are the fuzzer's: each exchange takes a length byte and as many bytes from the input; where the
// input ends the card is gone.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/base/random.hpp"
#include "drivers/card/session.hpp"

namespace kahui::test {

class FuzzedCard final : public card::Session {
 public:
  explicit FuzzedCard(base::ByteView input) : m_input(input) {}
  tl::expected<base::Bytes, card::LinkError> exchange(base::ByteView) override {
    ++exchanges;
    if (m_input.empty()) return tl::unexpected(card::LinkError::NotSent);
    const std::size_t size = std::min<std::size_t>(m_input[0], m_input.size() - 1);
    const base::ByteView answer = m_input.subspan(1, size);
    m_input = m_input.subspan(1 + size);
    return base::Bytes(answer.begin(), answer.end());
  }
  int exchanges = 0;

 private:
  base::ByteView m_input;
};

// Always the same, so that an input can open a session.
class ZeroRandom final : public base::RandomSource {
 public:
  void fill(std::span<std::uint8_t> out) override { std::fill(out.begin(), out.end(), std::uint8_t{0}); }
};

}  // namespace kahui::test
