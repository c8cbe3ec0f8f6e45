// What a till and headquarters say about bills of other tills (core/ports/hq_shop.hpp).
//   POST /v1/held            HeldOffer -> 200 HeldReply (OFFERED, or what became of it). The same again changes nothing
//   GET  /v1/held            -> 200 HeldPage: bills that other tills of the store offer, and what of one's own was
//   taken POST /v1/held/take       HeldAsk   -> 200 HeldReply: GRANTED, also to the same till again until its event has
//   come;
//                                         TAKEN, GONE, UNKNOWN
//   POST /v1/held/withdraw   HeldAsk, of one's own -> 200 HeldReply: GRANTED, TAKEN, UNKNOWN
//   POST /v1/auth/claim      ClaimAsk  -> 200 ClaimReply: GRANTED with the sale's line, also to the same till again
//   until
//                                         its event has come; DONE, RETURNED, MEMBER, UNKNOWN;
//                                         WAITS: allowed to another till, which has not reported since
// A box is sealed with the chain's feed key: headquarters keeps it and cannot tell goods, note or member from it
// without looking for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/ports/hq_shop.hpp"
#include "core/sync/chain_keys.hpp"

namespace kahui::sync {

inline constexpr std::size_t kMostHeldBox_bytes = 64 * 1024;
inline constexpr std::size_t kMostHeldPage_bytes = 512 * 1024;  // of boxes together; the oldest come first

struct HeldOffer {
  std::string id;          // "id", hex
  std::int64_t at_ms = 0;  // "at"
  std::string box;         // "b"
  bool operator==(const HeldOffer&) const = default;
};

struct HeldAsk {
  std::string id;      // "id"
  std::string holder;  // "t", terminal; empty: one's own
  bool operator==(const HeldAsk&) const = default;
};

struct HeldReply {
  std::string id;
  std::string state;       // "st"
  std::string position;    // "pos": who has it
  std::int64_t at_ms = 0;  // "at": since when
  bool operator==(const HeldReply&) const = default;
};

struct HeldItem {
  std::string id, holder, position;
  std::int64_t at_ms = 0;
  std::string box;
  bool operator==(const HeldItem&) const = default;
};

struct HeldPage {
  std::vector<HeldItem> items;   // of others
  std::vector<HeldReply> taken;  // one's own
  bool operator==(const HeldPage&) const = default;
};

struct ClaimAsk {
  std::string id;    // of the attempt, hex
  std::string code;  // "c"
  int days = 31;     // "d": how old the receipt may be, 1 .. 366
  bool operator==(const ClaimAsk&) const = default;
};

struct ClaimReply {
  std::string id, state;
  std::string line;        // "l"
  std::int64_t at_ms = 0;  // "at": WAITS, when the receipt is free at the latest
  bool operator==(const ClaimReply&) const = default;
};

std::string encode(const HeldOffer& offer);
std::string encode(const HeldAsk& ask);
std::string encode(const HeldReply& reply);
std::string encode(const HeldPage& page);
std::string encode(const ClaimAsk& ask);
std::string encode(const ClaimReply& reply);
base::Result<HeldOffer> parseHeldOffer(std::string_view text);
base::Result<HeldAsk> parseHeldAsk(std::string_view text);
base::Result<HeldReply> parseHeldReply(std::string_view text);
base::Result<HeldPage> parseHeldPage(std::string_view text);
base::Result<ClaimAsk> parseClaimAsk(std::string_view text);
base::Result<ClaimReply> parseClaimReply(std::string_view text);

// The bill in its box.
std::string sealHeld(const ChainKey& feed_key, const ports::HeldBill& bill, const base::Id& member,
                     base::RandomSource& random);
// BadInput: not of this chain, or it cannot be read.
base::Result<ports::HeldParcel> openHeld(const ChainKey& feed_key, const HeldItem& item);

}  // namespace kahui::sync
