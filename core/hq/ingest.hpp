// Store first, judge later (protocol.md, "Exactly-once effect"): a batch is checked for its envelope and its chain,
// appended to the inbox and acknowledged. What its events mean is the projector's business and never a reason to
// refuse.
#pragma once

#include "core/hq/answer.hpp"
#include "core/ports/hq_store.hpp"

namespace kahui::hq {

// `raw` is the unpacked body, within the limits; `terminal` is the one the certificate names. The answer is given only
// when the batch is durable. Refusals: 403 another terminal's batch, retired, quarantined · 413 · 422 broken · 409 gap
// · 409 fork.
Answer<sync::Ack> ingest(ports::HqStore& store, std::string_view terminal, std::string_view raw, std::int64_t now_ms);

// The same of a body as it came over the wire, in its zstd frame. A body that is stored, byte for byte, is acknowledged
// again without being unpacked.
Answer<sync::Ack> ingestBody(ports::HqStore& store, std::string_view terminal, std::string_view body,
                             std::int64_t now_ms);

// What the disk of a till that was replaced still held (scenario S24): batches one after the other, as kahuictl
// sync-tail writes them. By a person, and of retired terminals alone; the door stays closed to the till itself.
struct Salvaged {
  std::uint64_t stored = 0, dup = 0;
};
// BadInput: no such text, or of another terminal; WrongState: it is not retired, or the batches do not follow on what
// is held. What was taken in before that stays.
base::Result<Salvaged> salvage(ports::HqStore& store, std::string_view terminal, std::string_view text,
                               std::int64_t now_ms);

// 403 unless it may send: known and neither retired nor quarantined.
Answer<void> maySend(const std::optional<ports::HqTerminal>& terminal);

}  // namespace kahui::hq
