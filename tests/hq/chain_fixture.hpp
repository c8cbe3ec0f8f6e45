// A chain in one process: a headquarters behind its endpoints without sockets, and tills with real stores and the real
// sync client. Time stands still until it is set; it is one for all.
#pragma once

#include <map>

#include "core/hq/calendar.hpp"
#include "core/hq/rights.hpp"
#include "core/hq/service.hpp"
#include "core/sync/client.hpp"
#include "core/sync/counter_client.hpp"
#include "core/till/sale_desk.hpp"
#include "tests/hq/hq_fixture.hpp"
#include "tests/support/store_fixture.hpp"

namespace kahui::test {

class HqChain {
 public:
  // `rules` overrides parameters of the five-tier preset, at headquarters and at its tills.
  HqChain(const char* local, std::string rules = "{}");

  void work();  // what its workers do: project, calendar, rights, sequence
  void join(const std::vector<ports::MemberToJoin>& members, const std::string& home = {});
  hq::Response answer(const hq::Request& request);
  ports::SyncResponse exchange(const std::string& terminal, const ports::SyncRequest& request);
  void setTime(const std::string& local) { hq.clock.set(*base::LocalTime::parse(local)); }

  void makeSnapshots();  // of every feed, as the worker does

  int snapshots_served = 0;  // files
  int changes_asked = 0;
  std::map<std::string, std::string> snapshot_files;  // by "ID/FILE"
  TempFolder folder;
  HqFixture hq;
  hq::Identity identity;
  const std::string rules;

 private:
  struct NoIssuer;
  hq::Metrics m_metrics;
  hq::Calendar m_calendar;
  hq::RightsDesk m_rights;
  base::SeededRandom m_random{7};
  std::shared_ptr<NoIssuer> m_issuer;
  std::unique_ptr<hq::Service> m_service;
};

class ChainTill {
 public:
  // Enrolled. Goods: S1 at 123.45, S2 at 199.99, S3 at 7.80. Staff: 1001.
  ChainTill(HqChain& chain, int store_no, int position);

  // A disk image of another till, switched on beside it.
  ChainTill(HqChain& chain, ChainTill& original);

  void open();  // as after a start of the program
  // For a Till with a screen; open() when that is gone.
  std::unique_ptr<ports::Store> handOver() {
    m_desk.reset();
    return std::move(m_store);
  }
  // A session; of a hundred answers so many are lost after headquarters took the request. Throws if one without losses
  // does not end well.
  sync::SyncOutcome sync(int lose_percent = 0);
  sync::SyncOutcome syncOver(ports::SyncTransport& line, int most_failures = 8);
  till::SellAnswer sell(const std::vector<std::pair<const char*, int>>& pieces, std::optional<int> member = {},
                        till::SellRequest rest = {});
  member::Member memberNow(int number);
  [[nodiscard]] std::vector<std::string> problems();  // of verify; empty: all holds
  int roll(int below);                                // chance of this till
  // Headquarters answers at the counter: Up; Down: it is not reached; Deaf: it takes the request, the answer is lost.
  enum class Counter { None, Up, Down, Deaf };
  void counter(Counter line);

  std::string boot;  // what the process calls itself; empty: the same each time

  [[nodiscard]] store::SqliteStore& store() { return *m_store; }
  [[nodiscard]] till::SaleDesk& desk() { return *m_desk; }
  [[nodiscard]] std::string name() const { return m_path.filename().string(); }

 private:
  HqChain& m_chain;
  base::SeededRandom m_random;
  std::filesystem::path m_path;
  std::unique_ptr<store::SqliteStore> m_store;
  std::optional<till::SaleDesk> m_desk;
  std::unique_ptr<ports::SyncTransport> m_line;
  std::unique_ptr<sync::CounterClient> m_counter;
};

}  // namespace kahui::test
