// Mutual authentication and secure messaging of the second generation: NTAG 424 DNA, DESFire EV2, EV3 and Light with an
// AES key (AN12196 sections 5 and 6; AN12343 section 7).
#pragma once

#include <array>

#include "core/base/random.hpp"
#include "drivers/card/channel.hpp"
#include "drivers/card/crypto/cmac.hpp"

namespace kahui::card {

inline constexpr std::uint8_t kEv2First = 0x71;  // AuthenticateEV2First; in LRP mode AuthenticateLRPFirst (AN12343)

struct Ev2Keys {
  SecretKey enc{};
  SecretKey mac{};
};

// From the card's key and both sides' random numbers of 16 bytes.
[[nodiscard]] Ev2Keys ev2SessionKeys(base::ByteView key, base::ByteView rnd_a, base::ByteView rnd_b);
// LRP's one session key, of which two are made (AN12321; AN12343 section 7.2). Both sides' numbers as above.
[[nodiscard]] Block lrpSessionMaster(base::ByteView key, base::ByteView rnd_a, base::ByteView rnd_b);

// What both sides know after AuthenticateEV2First. The counter counts commands and is part of every proof.
struct Ev2State {
  std::array<std::uint8_t, 4> transaction{};  // TI, drawn by the card
  Ev2Keys keys{};
  std::uint16_t counter = 0;

  // The two start values of CBC (AN12196 section 6.2): for what we send under the present counter, for what comes back
  // under the next.
  [[nodiscard]] Block commandIv() const;
  [[nodiscard]] Block answerIv() const;
};

class Ev2Channel final : public Channel {
 public:
  Ev2Channel(Session& session, Ev2State state) : m_session(&session), m_state(std::move(state)) {}
  [[nodiscard]] CardResult<base::Bytes> run(const NativeCommand& command) override;

  // AuthenticateEV2NonFirst: another key within the same transaction; TI and counter go on.
  [[nodiscard]] CardResult<void> authenticateNonFirst(int key_number, const SecretKey& key, base::RandomSource& random);

  [[nodiscard]] const Ev2State& state() const { return m_state; }

 private:
  [[nodiscard]] base::Bytes commandBytes(const NativeCommand& command) const;
  [[nodiscard]] CardResult<base::Bytes> openAnswer(const NativeCommand& command, base::ByteView answer);

  Session* m_session;
  Ev2State m_state;
};

// Refused: 91AE where the key does not fit (or the card's word for a command or a key number that it does not have).
// BadMac: the card accepted us and could not prove itself. key_number 0 ... 13.
[[nodiscard]] CardResult<Ev2Channel> authenticateEv2First(Session& session, int key_number, const SecretKey& key,
                                                          base::RandomSource& random);

}  // namespace kahui::card
