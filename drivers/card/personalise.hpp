// Issuing: from a factory card to one of the shop's. Each call looks first at what is already done and goes on from
// there, so a card that left half-way is laid down again and finished; the key that opens the card changes last, and
// at the end everything is read back with the new keys.
#pragma once

#include <functional>

#include "core/base/random.hpp"
#include "drivers/card/desfire/purse.hpp"
#include "drivers/card/fault.hpp"
#include "drivers/card/ntag/ntag424.hpp"
#include "drivers/card/shop_keys.hpp"

namespace kahui::card {

enum class IssueStep {
  Plan,      // keys or plan are missing something; nothing was sent
  Open,      // neither the shop's key nor the factory's opens it, or its UID is another
  Create,    // application and files
  Keys,      // all but the one that opens
  Content,   // of the NDEF file
  Settings,  // of the files
  OwnKey,
  ReadBack,
};

// Where it stopped. The card is safe to lay down again; with ReadBack it must not be given out.
struct IssueFault {
  IssueStep step{};
  CardFault fault{};
  bool operator==(const IssueFault&) const = default;
};
using IssueResult = tl::expected<void, IssueFault>;
using IssueProgress = std::function<void(IssueStep)>;  // what begins now; a step may begin again

inline constexpr std::uint8_t kIssuedKeyVersion = 1;

// The keys of an issued NTAG 424 DNA: 0 the card's own (cardKey), 1 and 2 the shop's SDM keys, 3 and 4, and 1 and 2 of
// a shop without SDM, one step from key 0, so that none stays the factory's.
[[nodiscard]] std::optional<SecretKey> issuedNtag424Key(const ShopKeys& keys, base::ByteView uid, int key_number);

struct Ntag424Plan {
  // The address without "https://", up to and with the "?" of its parameters; at most 120 bytes. Empty: no SUN message.
  std::string address{};
  IssueProgress progress{};  // may be empty
};
// The NDEF file with places for picc_data and cmac, and the settings that fill them.
struct SunTemplate {
  base::Bytes file{};
  FileSettings settings{};
};
[[nodiscard]] SunTemplate sunTemplate(std::string_view address);

// `uid` 7 bytes, as the reader gave it. keys.ntag424 must be there, and not zero; keys.sdm with an address.
[[nodiscard]] IssueResult issueNtag424(Session& session, base::ByteView uid, const ShopKeys& keys,
                                       const Ntag424Plan& plan, base::RandomSource& random);

struct DesfirePlan {
  PurseLayout layout{};
  std::int32_t cap = 0;        // most points on the card, 1 ... 2^31 - 1; 0: a card without a purse
  std::uint32_t records = 10;  // that can be read back, 2 ... 254
  // Key 2, which alone may credit; stays with headquarters. Without a purse it is one step from the card's own.
  SecretKey credit_key{};
  IssueProgress progress{};  // may be empty
};
// Application keys: 0 the card's own (cardKey), with which tills read and debit; 1 one step from it; 2 the credit key.
[[nodiscard]] IssueResult issueDesfire(Session& session, base::ByteView uid, const ShopKeys& keys,
                                       const DesfirePlan& plan, base::RandomSource& random);

}  // namespace kahui::card
