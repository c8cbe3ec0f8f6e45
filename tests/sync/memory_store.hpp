// The till's store of the history model: chains in memory, each event's effect counted. Copyable, so that a backup, a
// restore and a clone are copies.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/ports/sync_store.hpp"

namespace kahui::test {

class MemoryStore final : public ports::SyncStore {
 public:
  enum class Fault { None, CursorBeforeCommit, BranchForgotten };

  MemoryStore();
  void sell(const std::string& id);
  [[nodiscard]] const std::map<std::string, int>& booked() const { return m_booked; }
  [[nodiscard]] const std::set<std::string>& blocked() const { return m_blocked; }
  [[nodiscard]] std::set<std::string> own() const;  // events that this till made, in any branch
  Fault fault = Fault::None;
  bool crash_next_feed = false;

  base::Result<std::vector<member::Member>> profilesToSend(int) override { return std::vector<member::Member>(); }
  base::Status profilesSent(const std::vector<member::MemberNo>&) override { return {}; }
  [[nodiscard]] const ports::StoreInfo& syncInfo() const override { return m_info; }
  base::Result<std::vector<ports::HeldChain>> chains() override;
  base::Result<std::optional<base::Sha256>> hashAt(std::uint32_t incarnation, std::uint64_t seq) override;
  base::Result<ports::OutboxLines> linesAfter(std::uint32_t incarnation, std::uint64_t after, std::size_t most_events,
                                              std::size_t most_bytes) override;
  base::Result<ports::Unsent> unsent() override { return ports::Unsent{}; }
  base::Status setAcked(std::uint32_t incarnation, const journal::ChainMark& acked, std::uint64_t purgeable,
                        bool headquarters_restored) override;
  base::Status beginIncarnation(const std::string& reason, std::uint32_t above, std::uint64_t lost_from) override;
  base::Status moveBranch(std::uint32_t incarnation, std::uint64_t common) override;
  base::Status keepFetched(std::uint32_t incarnation, std::uint64_t first, const base::Sha256& prev_hash,
                           const std::vector<std::string>& lines) override;
  base::Result<ports::HqContact> contact() override { return m_contact; }
  base::Status setContact(const ports::HqContact& contact) override {
    m_contact = contact;
    return {};
  }
  base::Result<std::vector<ports::FeedCursor>> cursors() override;
  base::Status applyFeed(const ports::FeedPage& page) override;
  base::Status stageFeed(const ports::FeedPage& page, bool) override { return applyFeed(page); }
  base::Status switchFeed(const ports::FeedCursor&) override { return {}; }
  base::Result<bool> settleFeed() override { return false; }
  base::Result<journal::GrantMark> grantMark() override { return journal::GrantMark{}; }
  base::Status applyGrants(std::int64_t, const std::vector<ports::Grant>&) override { return {}; }

 private:
  struct Chain {
    std::vector<std::string> lines;
    std::vector<base::Sha256> hashes;  // H(0) …
    std::uint64_t acked = 0;
  };
  void append(const std::string& id);
  void append(std::uint32_t incarnation, std::string line);

  ports::StoreInfo m_info;
  std::map<std::uint32_t, Chain> m_chains;
  std::uint32_t m_current = 1;
  std::map<std::string, int> m_booked;
  std::set<std::string> m_own;
  std::set<std::string> m_blocked;
  ports::FeedCursor m_cursor;
  ports::HqContact m_contact;
};

}  // namespace kahui::test
