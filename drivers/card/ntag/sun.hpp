// SUN messages: what an NTAG 424 DNA with secure dynamic messaging mirrors into its NDEF file at each reading (AN12196
// section 3; LRP form AN12321). A one-way proof of UID and read counter: it can be replayed where that counter has not
// been seen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"
#include "drivers/card/ntag/ntag424.hpp"
#include "drivers/card/shop_keys.hpp"

namespace kahui::card {

// A message taken apart, nothing of it believed yet.
struct SunMessage {
  base::Bytes picc_data{};  // encrypted UID and counter: 16 bytes with AES, 24 with LRP; empty if they are in clear
  base::Bytes uid{};        // 7 bytes in clear, or empty
  std::optional<std::uint32_t> counter{};  // in clear, 24 bits
  base::Bytes file_data{};                 // encrypted, a multiple of 16 bytes, or empty
  base::Bytes mac{};                       // 8 bytes
  // What the proof may have been made over. One if the offsets are known; else the forms in use, of which one must fit.
  struct MacInput {
    std::string text{};
    bool covers_file = false;
  };
  std::vector<MacInput> mac_inputs{};
};

struct SunProof {
  base::Bytes uid{};  // 7 bytes
  std::optional<std::uint32_t> counter{};
  // Decrypted, as far as the proof covers it.
  base::Bytes file_data{};
  bool lrp = false;
};

// By the names of the address's parameters: `picc_data`, `picc`, `e` or `p`; or `uid` and `ctr`; `enc`; `cmac`, `mac`,
// `c` or `m`. None if the text holds no SUN message.
[[nodiscard]] std::optional<SunMessage> findSun(std::string_view text);
// By the offsets of the file's settings. None if the settings make no proof or reach beyond the file.
[[nodiscard]] std::optional<SunMessage> findSun(base::ByteView file, const SdmSettings& settings);

// BadMac: not made with these keys, or changed since. Unreadable: lengths that cannot be.
[[nodiscard]] tl::expected<SunProof, ports::RefuseReason> verifySun(const SunMessage& message, const SdmKeys& keys);

}  // namespace kahui::card
