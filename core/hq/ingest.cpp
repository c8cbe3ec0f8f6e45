#include "core/hq/ingest.hpp"

#include <algorithm>

#include "core/sync/batch.hpp"
#include "core/sync/compression.hpp"
#include "core/sync/limits.hpp"

namespace kahui::hq {

namespace {

using ports::HqIncarnation;
using ports::HqTransaction;

// Whom a batch is taken of: from a till over the wire, or by a person from the disk of a till that was replaced.
enum class Door { Till, Salvage };

Answer<void> mayEnter(const std::optional<ports::HqTerminal>& terminal, Door door) {
  if (door == Door::Till) return maySend(terminal);
  if (terminal && terminal->state == ports::HqTerminalState::Retired) return {};
  return refuse(409, "not_retired", "only what a till that was replaced left is salvaged");
}

struct Checked {
  sync::ParsedBatch batch;
  std::vector<base::Sha256> hashes;  // H(first) … H(last)
  bool chain_only = false;           // envelopes were not looked at: all of it is said to be known
};

Refused broken(const base::Error& error) {
  const bool size = error.code == base::ErrorCode::OutOfRange;
  return {size ? 413 : 422, {size ? "too_large" : "broken", error.detail, 0, {}, {}}};
}

Refused fork(std::uint64_t at, const base::Sha256& own) {
  return {409, {"fork", "the chains differ", 0, {at, own}, {}}};
}

// What headquarters holds, read before anything is unpacked.
struct Held {
  std::vector<HqIncarnation> incarnations;
  std::optional<sync::Ack> repeated;  // the very bytes are stored
};

// Lines that stand between two hashes that are stored are the stored ones, so only a batch with something new is read
// line by line.
Answer<Checked> check(std::string_view terminal, std::string_view raw, const Held& held) {
  auto batch = sync::splitBatch(raw);
  if (!batch) return tl::unexpected(broken(batch.error()));
  if (batch->header.terminal != terminal)
    return refuse(403, "wrong_terminal", "the batch is of another terminal than the certificate");
  auto hashes = sync::checkChain(*batch);
  if (!hashes) return tl::unexpected(broken(hashes.error()));
  const bool known = std::any_of(held.incarnations.begin(), held.incarnations.end(), [&](const HqIncarnation& one) {
    return one.inc == batch->header.incarnation && batch->header.last <= one.acked;
  });
  if (!known)
    if (const auto good = sync::checkEnvelopes(*batch); !good) return tl::unexpected(broken(good.error()));
  return Checked{std::move(*batch), std::move(*hashes), known};
}

// Where the batch touches what is stored, the stored hash must be the batch's; each hash holds all that went before.
Answer<void> fits(HqTransaction& tx, const HqIncarnation& known, const Checked& checked) {
  const auto& header = checked.batch.header;
  if (header.first > known.acked + 1) {
    Refused gap{409, {"gap", "events are missing before this batch", known.acked + 1, {}, {}}};
    return tl::unexpected(std::move(gap));
  }
  const std::uint64_t touch = std::min(header.last, known.acked);
  const base::Sha256 theirs = touch >= header.first ? checked.hashes[touch - header.first] : header.prev_hash;
  std::optional<base::Sha256> own;
  if (touch == known.acked) {
    own = known.acked_hash;
  } else {
    own = tx.hashAt(known.terminal, known.inc, touch);
  }
  if (own && *own != theirs)
    return tl::unexpected(fork(touch, *own));  // pruned hashes are of days that were reconciled
  return {};
}

void append(HqTransaction& tx, const Checked& checked, std::uint64_t from, std::int64_t now_ms) {
  const auto& header = checked.batch.header;
  const std::size_t skip = from - header.first;
  std::string lines;
  for (std::size_t i = skip; i < checked.batch.lines.size(); ++i) {
    lines += checked.batch.lines[i];
    lines += '\n';
  }
  base::Bytes hashes;
  for (std::size_t i = skip; i < checked.hashes.size(); ++i)
    hashes.insert(hashes.end(), checked.hashes[i].begin(), checked.hashes[i].end());
  tx.putInbox(
      {header.terminal, header.incarnation, from, header.last, now_ms, sync::compress(lines), std::move(hashes)});
}

void touchTerminal(HqTransaction& tx, ports::HqTerminal terminal, const sync::BatchHeader& header,
                   std::int64_t now_ms) {
  terminal.contact_ms = now_ms;
  terminal.app = header.app;
  const auto head = static_cast<std::int64_t>(header.last);
  terminal.head_seq = std::max(terminal.head_seq, head);
  tx.putTerminal(terminal);
}

sync::Ack ackOf(const HqIncarnation& known, std::int64_t now_ms) {
  sync::Ack ack;
  ack.incarnation = known.inc;
  ack.acked = {known.acked, known.acked_hash};
  ack.purgeable = known.purgeable;
  ack.hq_ms = now_ms;
  return ack;
}

Answer<Held> look(ports::HqStore& store_port, std::string_view terminal, const base::Sha256* digest, Door door,
                  std::int64_t now_ms) {
  Held held;
  Answer<void> may;
  const auto read = store_port.transaction([&](HqTransaction& tx) -> base::Status {
    held = {tx.incarnations(terminal), std::nullopt};
    may = mayEnter(tx.terminal(terminal), door);
    const auto body = digest != nullptr ? tx.body(terminal, *digest) : std::nullopt;
    if (!body) return {};
    for (const HqIncarnation& one : held.incarnations) {
      if (one.inc != body->inc) continue;
      held.repeated = ackOf(one, now_ms);
      held.repeated->dup = body->n;
    }
    return {};
  });
  if (!read) return tl::unexpected(unavailable(read.error()));
  if (!may) return tl::unexpected(may.error());
  return held;
}

Answer<sync::Ack> store(HqTransaction& tx, const Checked& checked, const base::Sha256* digest, Door door,
                        std::int64_t now_ms) {
  const auto& header = checked.batch.header;
  const auto terminal = tx.lockTerminal(header.terminal);
  if (auto may = mayEnter(terminal, door); !may) return tl::unexpected(may.error());
  auto known = tx.incarnation(header.terminal, header.incarnation);
  if (!known) known = HqIncarnation{header.terminal, header.incarnation, header.prev_hash, 0, header.prev_hash, 0, 0};
  if (auto fit = fits(tx, *known, checked); !fit) return tl::unexpected(fit.error());
  const std::uint64_t from = known->acked + 1;
  const std::uint64_t stored = header.last >= from ? header.last - from + 1 : 0;
  if (stored > 0 && checked.chain_only) return refuse(503, "unavailable", "what was known is not any more");
  if (stored > 0) {
    append(tx, checked, from, now_ms);
    known->acked = header.last;
    known->acked_hash = header.head_hash;
    tx.putIncarnation(*known);
    touchTerminal(tx, *terminal, header, now_ms);
  }
  if (digest != nullptr) tx.putBody({header.terminal, *digest, header.incarnation, header.count(), now_ms});
  sync::Ack ack = ackOf(*known, now_ms);
  ack.stored = stored;
  ack.dup = header.count() - stored;
  return ack;
}

}  // namespace

Answer<void> maySend(const std::optional<ports::HqTerminal>& terminal) {
  if (!terminal) return refuse(403, "revoked", "this terminal is not known here");
  switch (terminal->state) {
    case ports::HqTerminalState::Active: return {};
    case ports::HqTerminalState::Retired: return refuse(403, "retired", "another till has taken this one's place");
    case ports::HqTerminalState::Quarantined: return refuse(403, "quarantined", "this terminal was seen twice at once");
  }
  return {};
}

namespace {

Answer<sync::Ack> takeIn(ports::HqStore& store_port, std::string_view terminal, std::string_view raw, const Held& held,
                         const base::Sha256* digest, Door door, std::int64_t now_ms) {
  auto checked = check(terminal, raw, held);
  if (!checked) return tl::unexpected(checked.error());
  Answer<sync::Ack> answer;
  const auto done = store_port.transaction([&](HqTransaction& tx) -> base::Status {
    answer = store(tx, *checked, digest, door, now_ms);
    return {};
  });
  if (!done) return tl::unexpected(unavailable(done.error()));
  if (!answer && answer.error().body.error == "fork") {
    // Kept for the alarm; the till goes on in a new incarnation.
    static_cast<void>(store_port.transaction([&](HqTransaction& tx) -> base::Status {
      tx.putFlag({{std::string(terminal), checked->batch.header.incarnation, answer.error().body.fork.seq},
                  "fork",
                  "",
                  "batch refused"});
      return {};
    }));
  }
  return answer;
}

}  // namespace

Answer<sync::Ack> ingest(ports::HqStore& store_port, std::string_view terminal, std::string_view raw,
                         std::int64_t now_ms) {
  const auto held = look(store_port, terminal, nullptr, Door::Till, now_ms);
  if (!held) return tl::unexpected(held.error());
  return takeIn(store_port, terminal, raw, *held, nullptr, Door::Till, now_ms);
}

Answer<sync::Ack> ingestBody(ports::HqStore& store_port, std::string_view terminal, std::string_view body,
                             std::int64_t now_ms) {
  const base::Sha256 digest = base::sha256({base::asBytes(body)});
  const auto held = look(store_port, terminal, &digest, Door::Till, now_ms);
  if (!held) return tl::unexpected(held.error());
  if (held->repeated) return *held->repeated;
  const auto raw = sync::inflate(body, sync::kMostRaw_bytes);
  if (!raw) return tl::unexpected(broken(raw.error()));
  return takeIn(store_port, terminal, *raw, *held, &digest, Door::Till, now_ms);
}

base::Result<Salvaged> salvage(ports::HqStore& store_port, std::string_view terminal, std::string_view text,
                               std::int64_t now_ms) {
  Salvaged sum;
  for (std::size_t at = 0; at < text.size();) {
    // A batch ends after as many lines as its header says.
    std::size_t end = text.find('\n', at);
    const auto header = sync::parseHeader(text.substr(at, end == std::string_view::npos ? end : end - at));
    if (!header) return base::fail(base::ErrorCode::BadInput, "a header: " + header.error().detail);
    for (std::uint64_t n = 0; n < header->count() && end != std::string_view::npos; ++n) end = text.find('\n', end + 1);
    if (end == std::string_view::npos) return base::fail(base::ErrorCode::BadInput, "the last batch is cut off");
    const auto held = look(store_port, terminal, nullptr, Door::Salvage, now_ms);
    if (!held) return base::fail(base::ErrorCode::WrongState, held.error().body.message);
    const auto ack = takeIn(store_port, terminal, text.substr(at, end + 1 - at), *held, nullptr, Door::Salvage, now_ms);
    if (!ack)
      return base::fail(ack.error().status == 409 ? base::ErrorCode::WrongState : base::ErrorCode::BadInput,
                        ack.error().body.error + " " + ack.error().body.message);
    sum.stored += ack->stored;
    sum.dup += ack->dup;
    at = end + 1;
  }
  return sum;
}

}  // namespace kahui::hq
