// The leakage resilient primitive of NTAG 424 DNA and DESFire Light (AN12304 revision 1.1): AES whose key is used for
// few texts only.
#pragma once

#include <array>

#include "drivers/card/crypto/cmac.hpp"

namespace kahui::card {

// One key with its sixteen plaintexts (AN12304, algorithm 1) and one of its updated keys (algorithm 2).
class Lrp {
 public:
  // `updated_key` 0 ... 3; 0 is the first.
  Lrp(base::ByteView key, int updated_key);
  Lrp(const Lrp&) = default;
  Lrp& operator=(const Lrp&) = default;
  ~Lrp();

  // Algorithm 3 over the half bytes of `input`, high half first.
  [[nodiscard]] Block evaluate(base::ByteView input, bool final) const;
  // Algorithm 6.
  [[nodiscard]] Block cmac(base::ByteView message) const;
  // Algorithms 4 and 5. `counter` is a big-endian number of its own length and stands behind the last block
  // afterwards; `text` is a multiple of 16 bytes, already padded.
  [[nodiscard]] base::Bytes encrypt(base::Bytes& counter, base::ByteView text) const;
  [[nodiscard]] base::Bytes decrypt(base::Bytes& counter, base::ByteView text) const;

 private:
  std::array<Block, 16> m_plaintexts{};
  Block m_key{};
};

}  // namespace kahui::card
