#include "tests/sync/memory_store.hpp"

#include <fmt/format.h>

namespace kahui::test {

namespace {

std::string idOf(const std::string& line) { return line.substr(14, 32); }

std::string lineOf(const std::string& id, std::uint32_t incarnation, std::size_t seq) {
  return fmt::format(
      R"({{"ev":1,"id":"{}","t":"T1","inc":{},"seq":{},"st":"1","pos":"1","bd":"2026-11-28","ts":1,"tz":0,"off":null,"hlc":1,)"
      R"("type":"log.note","sv":1,"cfg":{{"rules":""}},"p":{{}}}})",
      id, incarnation, seq);
}

}  // namespace

MemoryStore::MemoryStore() {
  m_info.terminal = "T1";
  m_chains[1].hashes.push_back(journal::chainStart("1"));
}

void MemoryStore::append(std::uint32_t incarnation, std::string line) {
  Chain& chain = m_chains[incarnation];
  chain.hashes.push_back(journal::chainNext(chain.hashes.back(), line));
  chain.lines.push_back(std::move(line));
}

void MemoryStore::append(const std::string& id) {
  append(m_current, lineOf(id, m_current, m_chains[m_current].lines.size() + 1));
}

void MemoryStore::sell(const std::string& id) {
  append(id);
  ++m_booked[id];
  m_own.insert(id);
}

std::set<std::string> MemoryStore::own() const { return m_own; }

base::Result<std::vector<ports::HeldChain>> MemoryStore::chains() {
  std::vector<ports::HeldChain> held;
  for (const auto& [number, chain] : m_chains)
    held.push_back({number, {chain.lines.size(), chain.hashes.back()}, chain.acked, 0});
  return held;
}

base::Result<std::optional<base::Sha256>> MemoryStore::hashAt(std::uint32_t incarnation, std::uint64_t seq) {
  const auto chain = m_chains.find(incarnation);
  if (chain == m_chains.end() || seq >= chain->second.hashes.size()) return std::optional<base::Sha256>();
  return std::optional(chain->second.hashes[seq]);
}

base::Result<ports::OutboxLines> MemoryStore::linesAfter(std::uint32_t incarnation, std::uint64_t after, std::size_t,
                                                         std::size_t) {
  const Chain& chain = m_chains[incarnation];
  const std::size_t upto = std::min<std::size_t>(chain.lines.size(), after + 3);
  return ports::OutboxLines{chain.hashes[after],
                            {chain.lines.begin() + static_cast<std::ptrdiff_t>(after),
                             chain.lines.begin() + static_cast<std::ptrdiff_t>(upto)},
                            chain.hashes[upto]};
}

base::Status MemoryStore::setAcked(std::uint32_t incarnation, const journal::ChainMark& acked, std::uint64_t,
                                   bool headquarters_restored) {
  Chain& chain = m_chains[incarnation];
  if (acked.seq >= chain.hashes.size() || chain.hashes[acked.seq] != acked.hash)
    return base::fail(base::ErrorCode::WrongState);
  chain.acked = headquarters_restored ? acked.seq : std::max(chain.acked, acked.seq);
  return {};
}

base::Status MemoryStore::beginIncarnation(const std::string& reason, std::uint32_t above, std::uint64_t) {
  const base::Sha256 head = m_chains[m_current].hashes.back();
  m_current = std::max(above, m_current) + 1;
  m_chains[m_current].hashes.push_back(journal::chainStart(reason + base::toHex(head) + std::to_string(m_current)));
  return {};
}

base::Status MemoryStore::moveBranch(std::uint32_t incarnation, std::uint64_t common) {
  if (m_chains[incarnation].lines.size() <= common) return base::fail(base::ErrorCode::WrongState);
  if (incarnation == m_current) (void)beginIncarnation("forked", 0, 0);
  Chain& chain = m_chains[incarnation];
  const std::vector<std::string> branch(chain.lines.begin() + static_cast<std::ptrdiff_t>(common), chain.lines.end());
  chain.lines.resize(common);
  chain.hashes.resize(common + 1);
  chain.acked = std::min(chain.acked, common);
  if (fault == Fault::BranchForgotten) return {};
  for (const std::string& line : branch) append(idOf(line));
  return {};
}

base::Status MemoryStore::keepFetched(std::uint32_t incarnation, std::uint64_t first, const base::Sha256& prev_hash,
                                      const std::vector<std::string>& lines) {
  if (incarnation == m_current) return base::fail(base::ErrorCode::WrongState);
  Chain& chain = m_chains[incarnation];
  if (chain.lines.empty()) chain.hashes = {prev_hash};
  if (first != chain.lines.size() + 1 || chain.hashes.back() != prev_hash)
    return base::fail(base::ErrorCode::WrongState);
  for (const std::string& line : lines) {
    append(incarnation, line);
    m_booked.try_emplace(idOf(line), 1);
  }
  chain.acked = chain.lines.size();
  return {};
}

base::Result<std::vector<ports::FeedCursor>> MemoryStore::cursors() {
  if (m_cursor.scope.empty()) return std::vector<ports::FeedCursor>{};
  return std::vector<ports::FeedCursor>{m_cursor};
}

base::Status MemoryStore::applyFeed(const ports::FeedPage& page) {
  if (std::exchange(crash_next_feed, false)) {
    if (fault == Fault::CursorBeforeCommit) m_cursor = page.next;
    return base::fail(base::ErrorCode::StoreIo, "power cut");
  }
  if (page.snapshot) m_blocked.clear();
  for (const ports::FeedItem& item : page.items) m_blocked.insert(item.key);
  m_cursor = page.next;
  return {};
}

}  // namespace kahui::test
