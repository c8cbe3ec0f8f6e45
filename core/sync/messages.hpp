// The small JSON messages between a till and headquarters (protocol.md, "Batch and endpoints"), each with its one
// writer and its one reader. Times are UTC milliseconds, sequences start at 1, 0 means none. How each travels:
//   POST /v1/hello    Hello -> 200 HelloAnswer
//   POST /v1/batches  zstd (batch.hpp), Content-Type application/zstd -> 200 Ack, else a Refusal
//   GET /v1/ack?inc=  -> 200 Ack with stored = dup = 0
//   GET /v1/log?inc=&after=&limit=  -> 200 zstd (batch.hpp), 204 if there is nothing after `after`
// Any other status than those named carries a Refusal; 429, 503 and 507 also a Retry-After header in whole seconds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/sha256.hpp"
#include "core/journal/chain.hpp"

namespace kahui::sync {

using journal::ChainMark;

// hello
// ---------------------------------------------------------------------------------------------------------------------

// What a till holds of one of its incarnations. Marks are further places of the chain, falling from the head, each step
// twice the one before (head-1, head-3, head-7 … and 0), so that headquarters can name where two histories part.
struct HeldIncarnation {
  std::uint32_t incarnation = 1;
  ChainMark head;
  std::uint64_t acked = 0;  // what the till holds for acknowledged
  std::vector<ChainMark> marks{};
  bool operator==(const HeldIncarnation&) const = default;
};

inline constexpr std::size_t kMostIncarnations = 64;  // of a hello: the newest ones
inline constexpr std::size_t kMostMarks = 64;

struct ScopeCursor {
  std::string scope;
  std::int64_t epoch = 0;
  std::int64_t position = 0;
  bool operator==(const ScopeCursor&) const = default;
};

struct Hello {
  std::string terminal;
  std::string boot;  // drawn anew by each process that syncs: two at once are a clone
  std::string app;
  bool demo = false;
  int sv_least = 1;  // payload versions that this till reads
  int sv_most = 1;
  std::int64_t free_disk_bytes = 0;
  std::int64_t now_ms = 0;
  std::vector<HeldIncarnation> incarnations;
  std::vector<ScopeCursor> cursors;
  bool operator==(const Hello&) const = default;
};

// Comparing both chains at the smaller of the two heads:
//   ok           they agree there and the till holds all that is acknowledged
//   behind       they agree, but headquarters holds less than the till knows to be acknowledged: it was restored, and
//                the till sends again from there
//   rolled_back  they agree, but headquarters holds more than the till: the till was restored, and fetches back
//   forked       they differ there; `common` is the highest mark at which they agree
//   retired      this terminal was replaced; it sends nothing any more
enum class Verdict { Ok, Behind, RolledBack, Forked, Retired };

std::string_view name(Verdict verdict);
std::optional<Verdict> parseVerdict(std::string_view name);

struct KnownIncarnation {
  std::uint32_t incarnation = 1;
  ChainMark acked;              // durable at headquarters
  std::uint64_t purgeable = 0;  // need not be kept by the till any more
  Verdict verdict{};
  std::uint64_t common = 0;
  bool operator==(const KnownIncarnation&) const = default;
};

// What headquarters wants done; names that a till does not know are passed over.
//   resnapshot    scope: throw its cursor away and load the snapshot
//   throttle      wait_s: send nothing for so long
//   rotate_cert   ask for a new certificate
//   quarantine    sell, but send nothing: this terminal was seen twice at once; `why` for the alarm
struct HelloOrder {
  std::string what;
  std::string scope{};
  std::string why{};
  std::int64_t wait_s = 0;
  std::string id{};  // resnapshot: the till says it when it is done (GET /v1/changes?…&done=ID)
  bool operator==(const HelloOrder&) const = default;
};

// Incarnations that headquarters knows, also those that the till did not name: it has lost them (rolled_back).
struct HelloAnswer {
  std::int64_t hq_epoch = 1;
  std::int64_t hq_ms = 0;
  bool demo = false;
  std::optional<int> slot_min{};  // the nightly run, minutes after midnight UTC
  std::vector<KnownIncarnation> incarnations;
  std::vector<HelloOrder> orders;
  bool operator==(const HelloAnswer&) const = default;
};

std::string encode(const Hello& hello);
base::Result<Hello> parseHello(std::string_view text);
std::string encode(const HelloAnswer& answer);
base::Result<HelloAnswer> parseHelloAnswer(std::string_view text);

// The verdict on one incarnation; `held` is nullptr if the till does not name it. `hash_at` answers H(seq) of
// headquarters for seq 0 … acked, or nullopt if it was pruned (such a mark is passed over). A till's hashes are what
// counts: lengths alone lose events.
template <class HashAt>
KnownIncarnation judge(const HeldIncarnation* held, std::uint32_t incarnation, const ChainMark& acked,
                       std::uint64_t purgeable, HashAt&& hash_at);

// batches
// ---------------------------------------------------------------------------------------------------------------------

struct Ack {
  std::uint32_t incarnation = 1;
  ChainMark acked;
  bool replicated = false;  // "durability": local or replicated
  std::uint64_t stored = 0;
  std::uint64_t dup = 0;
  std::uint64_t purgeable = 0;
  std::int64_t hq_ms = 0;
  bool operator==(const Ack&) const = default;
};

std::string encode(const Ack& ack);
base::Result<Ack> parseAck(std::string_view text);

// An answer that is no: `error` is a word, `message` is for the log.
//   409 gap {expect} · 409 fork {at, hq_hash}: the sequence at which the hashes were compared · 410 gone {snapshot}
//   422 broken · 413 too_large · 401 no_certificate · 403 revoked, retired, demo_refused, code_unknown, code_used,
//   code_expired · 409 terminal_taken · 426 update_required · 429 busy · 503 unavailable · 507 disk_low
struct Refusal {
  std::string error;
  std::string message{};
  std::uint64_t expect = 0;
  ChainMark fork{};
  std::string snapshot{};
  bool operator==(const Refusal&) const = default;
};

// POST /v1/profiles: what tills know of members beside the log (chain_keys.hpp); answered with 200.
struct ProfileBox {
  std::string member;  // "id", hex
  std::string box;     // "box", base64
  bool operator==(const ProfileBox&) const = default;
};
std::string encode(const std::vector<ProfileBox>& boxes);  // {"profiles":[…]}
base::Result<std::vector<ProfileBox>> parseProfileBoxes(std::string_view text);

std::string encode(const Refusal& refusal);
base::Result<Refusal> parseRefusal(std::string_view text);

// ---------------------------------------------------------------------------------------------------------------------

template <class HashAt>
KnownIncarnation judge(const HeldIncarnation* held, std::uint32_t incarnation, const ChainMark& acked,
                       std::uint64_t purgeable, HashAt&& hash_at) {
  KnownIncarnation known{incarnation, acked, purgeable, Verdict::RolledBack, 0};
  if (held == nullptr) return known;
  const auto agrees = [&](const ChainMark& mark) {
    if (mark.seq > acked.seq) return false;
    const std::optional<base::Sha256> own = hash_at(mark.seq);
    return own && *own == mark.hash;
  };
  const auto consider = [&](const ChainMark& mark) {
    if (mark.seq >= known.common && agrees(mark)) known.common = mark.seq;
  };
  consider(held->head);
  for (const ChainMark& mark : held->marks) consider(mark);
  if (held->head.seq <= acked.seq) {
    if (!agrees(held->head))
      known.verdict = Verdict::Forked;
    else if (held->head.seq == acked.seq)
      known.verdict = Verdict::Ok;
    return known;
  }
  // Headquarters' head lies inside the till's chain; the till compares it, unless a mark stands just there.
  known.verdict = acked.seq < held->acked ? Verdict::Behind : Verdict::Ok;
  for (const ChainMark& mark : held->marks)
    if (mark.seq == acked.seq && mark.hash != acked.hash) known.verdict = Verdict::Forked;
  return known;
}

}  // namespace kahui::sync
