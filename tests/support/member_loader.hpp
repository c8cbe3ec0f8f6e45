// Fills a store with very many members as a feed from headquarters would, without a journal line each; for
// measurements.
#pragma once

#include <cstdint>

#include "tests/support/store_fixture.hpp"

namespace kahui::test {

// Members number 1 .. count have cardOf(n) and telephone number 13 followed by nine digits that n spreads over.
base::Status loadMembers(StoreFixture& fixture, std::int64_t count);
std::string phoneOf(std::int64_t number);
member::Credential loadedCard(std::int64_t number);

// A change of points and tier for `rows` members from `first` on, through the gate, as background work does it.
class BalanceWriter {
 public:
  static base::Result<BalanceWriter> open(const std::filesystem::path& folder, std::shared_ptr<store::WriterGate> gate);
  base::Status change(std::int64_t first, int rows);

 private:
  BalanceWriter(store::Connection connection, std::shared_ptr<store::WriterGate> gate)
      : m_connection(std::move(connection)), m_gate(std::move(gate)) {}
  store::Connection m_connection;
  std::shared_ptr<store::WriterGate> m_gate;
};

}  // namespace kahui::test
