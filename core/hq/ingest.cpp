#include "core/hq/ingest.hpp"

#include "core/sync/batch.hpp"
#include "core/sync/compression.hpp"

namespace kahui::hq {

namespace {

using ports::HqIncarnation;
using ports::HqTransaction;

struct Checked {
  sync::ParsedBatch batch;
  std::vector<base::Sha256> hashes;  // H(first) … H(last)
};

Refused broken(const base::Error& error) {
  const bool size = error.code == base::ErrorCode::OutOfRange;
  return {size ? 413 : 422, {size ? "too_large" : "broken", error.detail, 0, {}, {}}};
}

Refused fork(std::uint64_t at, const base::Sha256& own) {
  return {409, {"fork", "the chains differ", 0, {at, own}, {}}};
}

Answer<Checked> check(std::string_view terminal, std::string_view raw) {
  auto batch = sync::splitBatch(raw);
  if (!batch) return tl::unexpected(broken(batch.error()));
  if (batch->header.terminal != terminal)
    return refuse(403, "wrong_terminal", "the batch is of another terminal than the certificate");
  auto hashes = sync::checkBatch(*batch);
  if (!hashes) return tl::unexpected(broken(hashes.error()));
  return Checked{std::move(*batch), std::move(*hashes)};
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

Answer<sync::Ack> store(HqTransaction& tx, const Checked& checked, std::int64_t now_ms) {
  const auto& header = checked.batch.header;
  const auto terminal = tx.lockTerminal(header.terminal);
  if (auto may = maySend(terminal); !may) return tl::unexpected(may.error());
  auto known = tx.incarnation(header.terminal, header.incarnation);
  if (!known) known = HqIncarnation{header.terminal, header.incarnation, header.prev_hash, 0, header.prev_hash, 0, 0};
  if (auto fit = fits(tx, *known, checked); !fit) return tl::unexpected(fit.error());
  const std::uint64_t from = known->acked + 1;
  sync::Ack ack;
  ack.incarnation = header.incarnation;
  ack.stored = header.last >= from ? header.last - from + 1 : 0;
  ack.dup = header.count() - ack.stored;
  if (ack.stored > 0) {
    append(tx, checked, from, now_ms);
    known->acked = header.last;
    known->acked_hash = header.head_hash;
    tx.putIncarnation(*known);
    touchTerminal(tx, *terminal, header, now_ms);
  }
  ack.acked = {known->acked, known->acked_hash};
  ack.purgeable = known->purgeable;
  ack.hq_ms = now_ms;
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

Answer<sync::Ack> ingest(ports::HqStore& store_port, std::string_view terminal, std::string_view raw,
                         std::int64_t now_ms) {
  auto checked = check(terminal, raw);
  if (!checked) return tl::unexpected(checked.error());
  Answer<sync::Ack> answer;
  const auto done = store_port.transaction([&](HqTransaction& tx) -> base::Status {
    answer = store(tx, *checked, now_ms);
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

}  // namespace kahui::hq
