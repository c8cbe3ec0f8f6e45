// Terminals: enrolment with one-time codes, hello, and giving a till its own events back (protocol.md).
#pragma once

#include "core/hq/answer.hpp"
#include "core/ports/hq_issuer.hpp"
#include "core/ports/hq_store.hpp"
#include "core/sync/enrolment.hpp"

namespace kahui::hq {

inline constexpr std::int64_t kCodeLife_ms = std::int64_t{24} * 3600 * 1000;

// What this headquarters is; made once by init().
struct Identity {
  bool demo = false;
  std::int64_t epoch = 1;
  sync::ChainKey feed_key{}, card_key{};
  std::vector<sync::HqKey> keys{};  // that tills seal to; of the first one:
  sync::BoxKey box_secret{};
};

// Keeps the code's digest. BadInput: a store or register that cannot be named so.
base::Status putEnrolCode(ports::HqStore& store, const sync::EnrolCode& code, const std::string& store_no,
                          const std::string& position, std::int64_t now_ms);

// Grants the terminal's own name unless another has it; whoever held the place before is retired.
Answer<sync::EnrolAnswer> enrol(ports::HqStore& store, ports::HqIssuer& issuer, const Identity& identity,
                                const sync::EnrolRequest& request, std::int64_t now_ms);

Answer<sync::HelloAnswer> hello(ports::HqStore& store, const Identity& identity, std::string_view terminal,
                                const sync::Hello& said, std::int64_t now_ms);

// 404 if headquarters holds nothing of the incarnation.
Answer<sync::Ack> ackOf(ports::HqStore& store, std::string_view terminal, std::uint32_t inc, std::int64_t now_ms);

// The next events after `after` as a batch body, compressed; empty: there are none. At most `limit` events.
Answer<std::string> logAfter(ports::HqStore& store, const Identity& identity, std::string_view terminal,
                             std::uint32_t inc, std::uint64_t after, std::size_t limit);

// The lines of a stored batch, unpacked. StoreCorrupt if they are not what was stored.
base::Result<std::vector<std::string>> linesOf(const ports::HqInboxBatch& batch);

// By a person: a till that was replaced, or one that was seen twice and is one again.
// Nothing is taken over its certificates any more, 403; its events stay, and it may enrol again by a code. BadInput: no
// such terminal.
base::Status revokeTerminal(ports::HqStore& store, const std::string& terminal);

base::Status setTerminalState(ports::HqStore& store, const std::string& terminal, ports::HqTerminalState state);

}  // namespace kahui::hq
