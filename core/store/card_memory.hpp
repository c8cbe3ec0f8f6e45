// ports::CardMemory over the store's file. Cards and numbers stand there as keyed hashes: a copy of the file names
// none.
#pragma once

#include <mutex>

#include "core/base/clock.hpp"
#include "core/ports/card_memory.hpp"
#include "core/store/connection.hpp"
#include "core/store/sealer.hpp"
#include "core/store/writer_gate.hpp"

namespace kahui::store {

// Any thread; one call at a time.
class CardMemory final : public ports::CardMemory {
 public:
  CardMemory(Connection connection, const Sealer& sealer, std::shared_ptr<WriterGate> gate,
             std::shared_ptr<const base::Clock> clock)
      : m_connection(std::move(connection)), m_sealer(sealer), m_gate(std::move(gate)), m_clock(std::move(clock)) {}

  // After a crash: what has no end is in doubt.
  base::Status recover();

  bool rises(const std::string& uid, std::uint32_t counter) override;
  bool isFirstUse(std::string_view number, std::int64_t slot, std::int64_t oldest_slot) override;
  base::Status begin(const ports::PurseIntent& intent) override;
  base::Status end(const base::Id& transaction, ports::PurseEnd how) override;
  base::Result<std::vector<ports::PurseIntent>> openOf(const std::string& uid) override;
  base::Result<std::uint32_t> knownSequence(const std::string& uid) override;
  base::Result<ports::CardDoubt> noteHint(const std::string& uid, std::uint32_t sequence,
                                          std::uint32_t balance) override;
  base::Result<std::optional<std::uint32_t>> accountOf(const std::string& uid) override;
  base::Result<std::optional<ports::PurseFate>> find(const base::Id& transaction, const std::string& uid) override;

 private:
  std::mutex m_mutex;
  Connection m_connection;
  const Sealer m_sealer;
  const std::shared_ptr<WriterGate> m_gate;
  const std::shared_ptr<const base::Clock> m_clock;
};

}  // namespace kahui::store
