// Mutual authentication and secure messaging of NTAG 424 DNA (and DESFire Light) in LRP mode, to which a card is
// switched once and for ever (AN12321; NT4H2421Gx section 9.2): the shape of EV2's, with LRP in the place of AES.
#pragma once

#include <array>

#include "core/base/random.hpp"
#include "drivers/card/channel.hpp"
#include "drivers/card/crypto/lrp.hpp"

namespace kahui::card {

class LrpChannel final : public Channel {
 public:
  // `master` is lrpSessionMaster()'s; `enc_counter` how many blocks were encrypted in this session so far.
  LrpChannel(Session& session, const Block& master, const std::array<std::uint8_t, 4>& transaction,
             std::uint32_t enc_counter);
  [[nodiscard]] CardResult<base::Bytes> run(const NativeCommand& command) override;

  [[nodiscard]] const std::array<std::uint8_t, 4>& transaction() const { return m_transaction; }

 private:
  [[nodiscard]] base::Bytes commandBytes(const NativeCommand& command);
  [[nodiscard]] CardResult<base::Bytes> openAnswer(const NativeCommand& command, base::ByteView answer);
  [[nodiscard]] ShortMac proofOf(std::uint8_t first, std::uint16_t counter, base::ByteView message) const;

  Session* m_session;
  Lrp m_mac;
  Lrp m_enc;
  std::array<std::uint8_t, 4> m_transaction;
  base::Bytes m_enc_counter;  // both directions count on in it
  std::uint16_t m_counter = 0;
};

// AuthenticateLRPFirst. Refused and BadMac as for authenticateEv2First; a card in AES mode is Malformed.
[[nodiscard]] CardResult<LrpChannel> authenticateLrpFirst(Session& session, int key_number, const SecretKey& key,
                                                          base::RandomSource& random);

}  // namespace kahui::card
