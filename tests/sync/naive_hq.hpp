// A headquarters in memory, as naive as it can be: whole chains, an id posted once, a feed of blocked cards. It answers
// the very bytes of the wire. Its faults are the mutants of the history model.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/ports/sync_transport.hpp"
#include "core/sync/changes.hpp"
#include "core/sync/messages.hpp"

namespace kahui::test {

class NaiveHq {
 public:
  enum class Fault { None, NoDedupe, LengthsOnly, AckOnWarning };

  explicit NaiveHq(Fault fault = Fault::None) : m_fault(fault) {}
  ports::SyncResponse answer(const ports::SyncRequest& request);

  // A backup that comes back is another epoch: its feed is counted anew.
  void restored(const NaiveHq& backup);
  void block(const std::string& card) { m_feed.push_back(card); }

  [[nodiscard]] const std::map<std::string, int>& posted() const { return m_posted; }
  [[nodiscard]] std::set<std::string> blocked() const { return {m_feed.begin(), m_feed.end()}; }
  [[nodiscard]] std::map<std::uint32_t, journal::ChainMark> heads() const;
  bool standby_lost = false;            // a commit now would not reach the standby, which takes over afterwards
  std::size_t refuse_after = SIZE_MAX;  // requests that are served before 503 comes
  std::string terminal = "T1";

 private:
  struct Chain {
    std::vector<base::Sha256> hashes;  // H(0) …
    std::vector<std::string> lines;
  };
  ports::SyncResponse hello(const std::string& body);
  ports::SyncResponse batch(const std::string& body);
  ports::SyncResponse log(std::uint32_t incarnation, std::uint64_t after);
  ports::SyncResponse changes(std::int64_t epoch, std::int64_t position);
  [[nodiscard]] std::string snapshotFile() const;

  Fault m_fault;
  std::int64_t m_epoch = 1;
  std::map<std::uint32_t, Chain> m_chains;
  std::map<std::string, int> m_posted;
  std::vector<std::string> m_feed;
};

}  // namespace kahui::test
