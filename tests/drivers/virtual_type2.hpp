// An NTAG21x or Ultralight EV1 behind a PC/SC reader, whose pass-through may be missing.
#pragma once

#include <algorithm>
#include <array>
#include <map>

#include "drivers/card/crypto/aes.hpp"
#include "drivers/card/session.hpp"

namespace kahui::test {

class VirtualType2 final : public card::Session {
 public:
  VirtualType2() {
    pages.fill(0);
    constexpr std::array<std::uint8_t, 4> container{0xE1, 0x10, 0x12, 0x00};
    std::copy(container.begin(), container.end(), pages.begin() + 12);
  }
  tl::expected<base::Bytes, card::LinkError> exchange(base::ByteView command) override {
    if (exchanges_left == 0) return tl::unexpected(card::LinkError::NotSent);
    if (exchanges_left > 0) --exchanges_left;
    if (command[0] != 0xFF) return base::Bytes{0x6E, 0x00};
    switch (command[1]) {
      case 0xB0: return readPages(command[3]);
      case 0xD6: return writePage(command[3], command.subspan(5));
      case 0x00: return pass_through ? passThrough(command.subspan(7)) : base::Bytes{0x6A, 0x81};
      default: return base::Bytes{0x6A, 0x81};
    }
  }

  base::Bytes version{0x00, 0x04, 0x04, 0x02, 0x01, 0x00, 0x0F, 0x03};  // NTAG213
  base::Bytes signature{};
  base::Bytes password{0xFF, 0xFF, 0xFF, 0xFF};
  base::Bytes acknowledge{0x00, 0x00};
  std::array<std::uint8_t, 180> pages{};
  std::array<std::uint32_t, 3> counters{};
  bool pass_through = true;
  bool frames = true;       // the reader leaves its own frame on
  int exchanges_left = -1;  // none: for ever

 private:
  base::Bytes readPages(std::size_t page) const {
    if (4 * page + 16 > pages.size()) return {0x63, 0x00};
    base::Bytes out(16);
    std::copy_n(pages.begin() + static_cast<std::ptrdiff_t>(4 * page), 16, out.begin());
    out.insert(out.end(), {0x90, 0x00});
    return out;
  }
  base::Bytes writePage(std::size_t page, base::ByteView four) {
    if (page < 4 || 4 * page + 4 > pages.size() || four.size() != 4) return {0x63, 0x00};
    std::copy(four.begin(), four.end(), pages.begin() + static_cast<std::ptrdiff_t>(4 * page));
    return {0x90, 0x00};
  }
  base::Bytes passThrough(base::ByteView chip_command) const {
    const auto answered = [this](const base::Bytes& data) {
      const base::Bytes head = frames ? base::Bytes{0xD5, 0x43, 0x00} : base::Bytes{};
      const base::Bytes done{0x90, 0x00};
      return card::joined({head, data, done});
    };
    const base::Bytes refused{0xD5, 0x43, 0x01, 0x90, 0x00};  // no answer from the chip in time
    if (chip_command.empty()) return refused;
    const base::ByteView rest = chip_command.subspan(1);
    switch (chip_command[0]) {
      case 0x60: return version.empty() ? refused : answered(version);
      case 0x3C: return signature.empty() ? refused : answered(signature);
      case 0x39: {
        const std::uint32_t value = counters.at(rest[0]);
        return answered({static_cast<std::uint8_t>(value), static_cast<std::uint8_t>(value >> 8),
                         static_cast<std::uint8_t>(value >> 16)});
      }
      case 0x1B: return std::equal(rest.begin(), rest.end(), password.begin()) ? answered(acknowledge) : refused;
      default: return refused;
    }
  }
};

}  // namespace kahui::test
