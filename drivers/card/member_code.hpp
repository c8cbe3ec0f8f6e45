// What a scanner types or sends of a member's bar code or QR code. Pure but for the memory of codes that were used
// (ports::UsedCodes).
//
// A printed code is the member number and nothing else, in the shop's own format (MemberNumberFormat).
//
// A code of the member's app lives for its slot of 30 s and the next one, so none is taken that was made more than 60 s
// ago (requirement S003-92). It is shown with
//   KHM1 NUMBER SLOT PROOF C         no spaces; only 0-9 and A-Z, which every scanner and QR's alphanumeric mode have
//   NUMBER  member number, as many digits as the shop's numbers have
//   SLOT    8 digits: whole half minutes since 1970-01-01T00:00:00Z
//   PROOF   10 characters of 0-9 A-Z without I, L, O, U (5 bits each, first the highest): the first 50 bits of
//           HMAC-SHA-256 (FIPS 198-1) under the member's key over the text "KHM1" NUMBER SLOT
//   C       check character over all before it, ISO/IEC 7064 MOD 37,36
// The member's key is HMAC-SHA-256 under the shop's code key over the text "kahui member code 1:" NUMBER. The app gets
// this key and never the shop's, so a lost telephone costs one member's key and reveals no other.
//
// The app's clock may be one slot off to either side. 50 bits suffice because every guess has to pass a till within
// 90 seconds; whoever guesses there learns only "false".
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/ports/card_memory.hpp"
#include "core/ports/card_reader.hpp"
#include "drivers/card/shop_keys.hpp"

namespace kahui::card {

inline constexpr std::int64_t kCodeSlot_s = 30;
inline constexpr std::int64_t kCodeSkew_slots = 1;

[[nodiscard]] CodeKey memberCodeKey(const CodeKey& shop_key, std::string_view number);

// What the app shows. `slot` 0 … 99,999,999.
[[nodiscard]] std::string makeMemberCode(const CodeKey& member_key, std::string_view number, std::int64_t slot);

// ISO/IEC 7064 MOD 37,36. nullopt if the text has other characters than 0-9 and A-Z.
[[nodiscard]] std::optional<char> checkCharacter(std::string_view text);

struct MemberCode {
  std::string number;
  bool live = false;  // the app's, with a proof, and not a printed one
  bool operator==(const MemberCode&) const = default;
};

// Forgets with the process. Any thread.
class MemoryUsedCodes final : public ports::UsedCodes {
 public:
  // More codes than a till can scan in 90 seconds. A till that is full of them refuses rather than forget.
  static constexpr std::size_t kMaxUsed = 1024;
  bool isFirstUse(std::string_view number, std::int64_t slot, std::int64_t oldest_slot) override;

 private:
  struct Used {
    std::string number;
    std::int64_t slot;
  };
  std::mutex m_mutex;
  std::vector<Used> m_used;
};

// Takes each code once, so that one that was photographed over a shoulder works once at most; within its minutes
// another till would take it again. Any thread.
class MemberCodes {
 public:
  explicit MemberCodes(std::shared_ptr<ports::UsedCodes> used = std::make_shared<MemoryUsedCodes>())
      : m_used(std::move(used)) {}

  // `now_s`: seconds since 1970-01-01T00:00:00Z. The text has no line end.
  // Errors: NotOurs     other form, a number of another shop, or a live code and no key for one
  //         Unreadable  the check character, or the check digit of a number with our prefix and length, is wrong
  //         BadMac      false proof
  //         Expired     older than its slot and the skew, or as far in the future
  //         Replay      used before
  [[nodiscard]] tl::expected<MemberCode, ports::RefuseReason> judge(std::string_view text, const ShopKeys& keys,
                                                                    std::int64_t now_s);

 private:
  const std::shared_ptr<ports::UsedCodes> m_used;
};

}  // namespace kahui::card
