// Mutual authentication and secure messaging of DESFire EV1 with an AES key (AN10833; checked against libfreefare and a
// published PN532 trace): one chain of start values runs through all commands and answers, so none can be left out,
// repeated or changed.
#pragma once

#include "core/base/random.hpp"
#include "drivers/card/channel.hpp"
#include "drivers/card/crypto/cmac.hpp"

namespace kahui::card {

// RndA[0..3] RndB[0..3] RndA[12..15] RndB[12..15].
[[nodiscard]] Block ev1SessionKey(base::ByteView rnd_a, base::ByteView rnd_b);

class Ev1Channel final : public Channel {
 public:
  Ev1Channel(Session& session, const Block& session_key) : m_session(&session), m_key(session_key) {}
  [[nodiscard]] CardResult<base::Bytes> run(const NativeCommand& command) override;

  [[nodiscard]] base::ByteView sessionKey() const { return m_key.view(); }
  [[nodiscard]] const Block& iv() const { return m_iv; }

 private:
  [[nodiscard]] base::Bytes commandBytes(const NativeCommand& command);
  [[nodiscard]] CardResult<base::Bytes> openAnswer(const NativeCommand& command, base::ByteView answer);

  Session* m_session;
  SecretKey m_key;
  Block m_iv{};
};

// AuthenticateAES. Refused and BadMac as for authenticateEv2First. key_number 0 ... 13.
[[nodiscard]] CardResult<Ev1Channel> authenticateAes(Session& session, int key_number, const SecretKey& key,
                                                     base::RandomSource& random);

}  // namespace kahui::card
