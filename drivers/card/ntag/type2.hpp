// Chips of the Ultralight family: NTAG21x (data sheet NTAG213_215_216) and Ultralight EV1 (data sheet MF0ULX1), through
// a PC/SC reader: pages by the storage card commands (PC/SC part 3, 3.2.2.1), the chip's own commands through the
// reader's pass-through FF 00 00 00 Lc D4 42 ... (ACR122 API, section 6.1; PN532 InCommunicateThru), which not every
// reader has.
#pragma once

#include <array>
#include <cstdint>

#include "drivers/card/crypto/aes.hpp"
#include "drivers/card/crypto/cmac.hpp"
#include "drivers/card/fault.hpp"

namespace kahui::card {

enum class Type2Chip { Ntag21x, UltralightEv1, Other };

// GET_VERSION (60): product type 04 is NTAG, 03 Ultralight. Refused where reader or chip have no such command.
[[nodiscard]] CardResult<Type2Chip> readType2Chip(Session& session);
// The capability container in page 3 (NFC Forum type 2 tag), for readers without pass-through: NTAG21x is known by the
// size that it states.
[[nodiscard]] CardResult<Type2Chip> guessType2Chip(Session& session);

// READ_SIG (3C 00): 32 bytes for isOriginal().
[[nodiscard]] CardResult<base::Bytes> readType2Signature(Session& session);
// READ_CNT (39): number 0 ... 2; 24 bits that only rise. NTAG21x has number 2 only, counting its readings.
[[nodiscard]] CardResult<std::uint32_t> readType2Counter(Session& session, int number);

// Four pages of four bytes from `page`, 0 ... 255.
[[nodiscard]] CardResult<base::Bytes> readPages(Session& session, int page);
[[nodiscard]] CardResult<void> writePage(Session& session, int page, base::ByteView four_bytes);

// PWD_AUTH (1B) goes in clear: whoever overhears it once has it. It keeps casual writers out, no more.
struct Type2Secrets {
  std::array<std::uint8_t, 4> password{};
  std::array<std::uint8_t, 2> acknowledge{};  // PACK, which the chip answers
  SecretKey record{};                         // for the CMAC of the record
};
// From the card's own key: the password is its beginning (AN10922 shortened); the record's key is one step away, so
// that the six bytes which anybody can overhear are none of it.
[[nodiscard]] Type2Secrets type2Secrets(const SecretKey& card_key);

// Refused: another password, or none (the chip then has to be selected anew). BadMac: it took ours and answered a wrong
// PACK, as an emulator does that takes any.
[[nodiscard]] CardResult<void> authenticateType2(Session& session, const Type2Secrets& secrets);

// A balance on the card as a hint, never as money (cards.md section 5): two slots written in turn, so that one is whole
// when the card leaves half-way. 16 bytes each: sequence and balance, least significant first, then the CMAC over
// UID, sequence, balance, cut to 8 bytes.
struct HintRecord {
  std::uint32_t sequence = 0;
  std::uint32_t balance = 0;  // points
  bool operator==(const HintRecord&) const = default;
};
inline constexpr int kHintPage = 24;  // slots in pages 24 ... 27 and 28 ... 31, user memory of every NTAG21x

struct HintSlots {
  std::optional<HintRecord> newest{};  // none: no slot is ours
  int spare = 0;                       // 0 or 1: where the next goes
  bool torn = false;                   // one slot holds something that is not whole
  bool foreign = false;                // somebody else's content: not to be written over
};
[[nodiscard]] base::Bytes encodeHint(const Type2Secrets& secrets, base::ByteView uid, const HintRecord& record);
[[nodiscard]] std::optional<HintRecord> decodeHint(const Type2Secrets& secrets, base::ByteView uid,
                                                   base::ByteView slot);
[[nodiscard]] CardResult<HintSlots> readHint(Session& session, const Type2Secrets& secrets, base::ByteView uid);
// Writes the spare slot and reads it back; BadMac if it does not hold what was written.
[[nodiscard]] CardResult<void> writeHint(Session& session, const Type2Secrets& secrets, base::ByteView uid,
                                         const HintSlots& slots, const HintRecord& record);

// What a card's record says beside the last one that is known of that UID.
enum class HintVerdict {
  Same,
  Ahead,       // another till was there and has not synchronised yet
  RolledBack,  // an older state: copied back, or a copy
  Forked,      // the same sequence with another balance: two cards with one UID
};
[[nodiscard]] HintVerdict compareHints(const HintRecord& known, const HintRecord& on_card);

}  // namespace kahui::card
