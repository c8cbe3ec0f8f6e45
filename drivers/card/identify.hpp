// What a card is and what it proves, by what it answers and never by its ATR: readers make up the ATR of half of them.
//
//   payment card (answers to 2PAY.SYS.DDF01)   refused, BankCard; nothing of it is kept
//   NTAG 424 DNA, DESFire, shop's key given     mutual authentication with key 0, then the true UID under proof
//   NTAG 424 DNA, SDM keys only                 SUN message, counter above all seen: Genuine
//   those, and NTAG21x, Ultralight EV1          the maker's signature: Genuine
//   anything else                               its UID: Claim
#pragma once

#include "core/base/random.hpp"
#include "core/ports/card_reader.hpp"
#include "drivers/card/counter_book.hpp"
#include "drivers/card/session.hpp"
#include "drivers/card/shop_keys.hpp"

namespace kahui::card {

struct Identity {
  ports::CardClass card_class = ports::CardClass::Uid;
  std::string credential{};  // UID as upper-case hex; the true one of a card that shows a random one
  ports::Trust trust = ports::Trust::Claim;
  std::optional<std::uint32_t> counter{};
  std::optional<std::int32_t> purse{};  // points on it; nothing where nobody asked
  ports::CardDoubt doubt = ports::CardDoubt::None;

  bool operator==(const Identity&) const = default;
};

// `uid` as the reader gave it, 4, 7 or 10 bytes. Changes nothing on the card but its counters of readings and of failed
// keys. For one laying-down call it once: a SUN message read twice is a replay.
//
//   Torn          no answer, or less than two bytes of one
//   Unreadable    answers outside their format; a UID of another length
//   BadMac        a wrong or missing proof, a replayed answer, a proof of another UID than the reader saw
//   Replay        a SUN counter that does not rise
//   WrongKey      not opened by the shop's key, nor by the factory's
//   FactoryKey    opened by the factory's all-zero key, also where that is what the shop has as its own
//   BadSignature  the chip has a signature and it is not its maker's
//   RandomUid     08... and no proof of the true one
[[nodiscard]] tl::expected<Identity, ports::RefuseReason> identify(Session& session, base::ByteView uid,
                                                                   const ShopKeys& keys, CounterBook& book,
                                                                   base::RandomSource& random);

}  // namespace kahui::card
