// The projector turns the inbox into facts, ledger, members and cards (protocol.md): event by event in the order of
// each incarnation, with the cursor in the same transaction. What breaks a rule or is not understood is set aside with
// its reason, and the rest goes on. Between terminals no order is promised: what it adds up is the same in any order,
// and where one must be first it is the first posted.
#pragma once

#include <string>

#include "core/base/clock.hpp"
#include "core/hq/pack_book.hpp"
#include "core/ports/hq_store.hpp"

namespace kahui::hq {

inline constexpr int kShards = 4;  // terminals are spread over them by name; a shard has one projector at a time

int shardOf(std::string_view terminal);

class Projector {
 public:
  // `owner` names this process. One thread.
  Projector(ports::HqStore& store, const base::Clock& clock, std::string owner)
      : m_store(store), m_clock(clock), m_owner(std::move(owner)) {}

  // One batch of each terminal that waits; how many events it took. 0: nothing waits, or others hold the shards.
  base::Result<int> step();

  // Takes an event that was set aside in again; a person's release accepts what a rule forbade. BadInput: there is
  // none, or it still cannot be read.
  base::Status release(const ports::HqEventKey& key);

  // Takes in again whatever was parked, after an upgrade that knows it; how many are in now.
  base::Result<int> replayParked();

  // Folds everything from the inbox anew. StoreLocked: another process holds a shard; what is folded so far stands, and
  // it goes on there.
  base::Status rebuild();

  // Lets others have the shards at once.
  void resign();

 private:
  base::Result<int> projectNext(const ports::HqBacklog& backlog, std::int64_t token);

  ports::HqStore& m_store;
  const base::Clock& m_clock;
  std::string m_owner;
  PackBook m_packs;
};

}  // namespace kahui::hq
