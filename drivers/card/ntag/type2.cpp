#include "drivers/card/ntag/type2.hpp"

#include <algorithm>

#include "drivers/card/channel.hpp"

namespace kahui::card {
namespace {

using Kind = CardFault::Kind;

constexpr std::size_t kSlotSize = 16;
constexpr std::size_t kPageSize = 4;

// The chip's command through the reader; the chip's answer without the reader's frame D5 43 00. What comes without that
// frame is judged by its length where it is used.
CardResult<base::Bytes> passThrough(Session& session, base::ByteView chip_command) {
  const base::Bytes frame{0xD4, 0x42};
  const auto answer = askIso(session, {.cla = 0xFF, .data = joined({frame, chip_command})});
  if (!answer) return answer;
  // Some readers take their frame off themselves.
  const bool framed = answer->size() >= 3 && (*answer)[0] == 0xD5 && (*answer)[1] == 0x43;
  if (!framed) return answer;
  // The PN532's status: 01 no answer in time, 02 bad CRC, ... : the chip does not know the command.
  if ((*answer)[2] != 0) return cardFault(Kind::Refused, (*answer)[2]);
  return base::Bytes(answer->begin() + 3, answer->end());
}

base::Bytes hintMessage(base::ByteView uid, const HintRecord& record) {
  base::Bytes message(uid.begin(), uid.end());
  appendLe32(message, record.sequence);
  appendLe32(message, record.balance);
  return message;
}

}  // namespace

CardResult<Type2Chip> readType2Chip(Session& session) {
  const std::uint8_t command = 0x60;
  const auto version = passThrough(session, {&command, 1});
  if (!version) return tl::unexpected(version.error());
  if (version->size() != 8) return cardFault(Kind::Malformed);
  switch ((*version)[2]) {
    case 0x04: return Type2Chip::Ntag21x;
    case 0x03: return Type2Chip::UltralightEv1;
  }
  return Type2Chip::Other;
}

CardResult<Type2Chip> guessType2Chip(Session& session) {
  const auto pages = readPages(session, 3);
  if (!pages) return tl::unexpected(pages.error());
  const base::Bytes& container = *pages;
  // Magic number, version 1.x, size in units of 8 bytes: 12 NTAG213, 3E NTAG215, 6D NTAG216.
  const bool ntag = container[0] == 0xE1 && container[1] >> 4 == 1 &&
                    (container[2] == 0x12 || container[2] == 0x3E || container[2] == 0x6D);
  return ntag ? Type2Chip::Ntag21x : Type2Chip::Other;
}

CardResult<base::Bytes> readType2Signature(Session& session) {
  const std::array<std::uint8_t, 2> command{0x3C, 0x00};
  auto signature = passThrough(session, command);
  if (signature && signature->size() != 32) return cardFault(Kind::Malformed);
  return signature;
}

CardResult<std::uint32_t> readType2Counter(Session& session, int number) {
  KAHUI_ASSERT(number >= 0 && number <= 2);
  const std::array<std::uint8_t, 2> command{0x39, static_cast<std::uint8_t>(number)};
  const auto counter = passThrough(session, command);
  if (!counter) return tl::unexpected(counter.error());
  if (counter->size() != 3) return cardFault(Kind::Malformed);
  return le24(*counter);
}

CardResult<base::Bytes> readPages(Session& session, int page) {
  KAHUI_ASSERT(page >= 0 && page <= 255);
  auto pages = askIso(session, {.cla = 0xFF, .ins = 0xB0, .p2 = static_cast<std::uint8_t>(page), .expected = 16});
  if (pages && pages->size() != 4 * kPageSize) return cardFault(Kind::Malformed);
  return pages;
}

CardResult<void> writePage(Session& session, int page, base::ByteView four_bytes) {
  KAHUI_ASSERT(page >= 0 && page <= 255 && four_bytes.size() == kPageSize);
  const auto answer = askIso(session, {.cla = 0xFF,
                                       .ins = 0xD6,
                                       .p2 = static_cast<std::uint8_t>(page),
                                       .data = {four_bytes.begin(), four_bytes.end()}});
  if (!answer) return tl::unexpected(answer.error());
  return {};
}

Type2Secrets type2Secrets(const SecretKey& card_key) {
  Type2Secrets secrets;
  std::copy_n(card_key.view().begin(), 4, secrets.password.begin());
  std::copy_n(card_key.view().begin() + 4, 2, secrets.acknowledge.begin());
  secrets.record = SecretKey(cmac(card_key.view(), base::asBytes("kahui hint record")));
  return secrets;
}

CardResult<void> authenticateType2(Session& session, const Type2Secrets& secrets) {
  const std::uint8_t command = 0x1B;
  const auto answer = passThrough(session, joined({{&command, 1}, secrets.password}));
  if (!answer) return tl::unexpected(answer.error());
  // A chip that refuses answers four bits of NAK, which some readers hand on as one byte.
  if (answer->size() < secrets.acknowledge.size()) return cardFault(Kind::Refused, 0);
  if (!sameBytes(*answer, secrets.acknowledge)) return cardFault(Kind::BadMac);
  return {};
}

base::Bytes encodeHint(const Type2Secrets& secrets, base::ByteView uid, const HintRecord& record) {
  const base::Bytes message = hintMessage(uid, record);
  const base::ByteView values = base::ByteView(message).subspan(uid.size());
  return joined({values, truncated(cmac(secrets.record.view(), message))});
}

std::optional<HintRecord> decodeHint(const Type2Secrets& secrets, base::ByteView uid, base::ByteView slot) {
  if (slot.size() != kSlotSize) return std::nullopt;
  const HintRecord record{le32(slot), le32(slot.subspan(4))};
  if (!sameBytes(encodeHint(secrets, uid, record), slot)) return std::nullopt;
  return record;
}

CardResult<HintSlots> readHint(Session& session, const Type2Secrets& secrets, base::ByteView uid) {
  std::array<std::optional<HintRecord>, 2> found{};
  std::array<bool, 2> blank_slot{};
  bool first_torn = false;  // of a first record, whose sequence came as far as the card
  HintSlots slots;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto slot = readPages(session, kHintPage + 4 * static_cast<int>(i));
    if (!slot) return tl::unexpected(slot.error());
    found[i] = decodeHint(secrets, uid, *slot);
    const bool blank = std::all_of(slot->begin(), slot->end(), [](std::uint8_t byte) { return byte == 0; });
    if (!found[i] && !blank) slots.torn = true;
    blank_slot[i] = blank;
    first_torn = first_torn || (i == 0 && le32(*slot) == 1);
  }
  const bool second = found[1] && (!found[0] || found[1]->sequence > found[0]->sequence);
  slots.newest = second ? found[1] : found[0];
  slots.spare = second || !slots.newest ? 0 : 1;
  slots.foreign = !slots.newest && slots.torn && !(first_torn && blank_slot[1]);
  return slots;
}

CardResult<void> writeHint(Session& session, const Type2Secrets& secrets, base::ByteView uid, const HintSlots& slots,
                           const HintRecord& record) {
  KAHUI_ASSERT(slots.spare == 0 || slots.spare == 1);
  KAHUI_ASSERT(!slots.newest || record.sequence > slots.newest->sequence);
  const int first = kHintPage + 4 * slots.spare;
  const base::Bytes bytes = encodeHint(secrets, uid, record);
  for (int page = 0; page < 4; ++page) {
    const auto part = base::ByteView(bytes).subspan(kPageSize * static_cast<std::size_t>(page), kPageSize);
    if (auto written = writePage(session, first + page, part); !written) return written;
  }
  const auto back = readPages(session, first);
  if (!back) return tl::unexpected(back.error());
  if (*back != bytes) return cardFault(Kind::BadMac);
  return {};
}

HintVerdict compareHints(const HintRecord& known, const HintRecord& on_card) {
  if (on_card.sequence > known.sequence) return HintVerdict::Ahead;
  if (on_card.sequence < known.sequence) return HintVerdict::RolledBack;
  return on_card.balance == known.balance ? HintVerdict::Same : HintVerdict::Forked;
}

}  // namespace kahui::card
