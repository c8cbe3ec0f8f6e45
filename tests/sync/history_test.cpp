// Random histories of a till and its headquarters: sales, uploads, lost answers, duplicates, crashes, backups, restores
// with and without the high-water mark, clones, a restored headquarters. The real client runs against a naive
// headquarters. Nothing may be lost, nothing may count twice; and each mutant must be found.
#include <cstdlib>
#include <iostream>

#include "core/sync/batch.hpp"
#include "core/sync/compression.hpp"
#include "core/sync/drive.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync/memory_store.hpp"
#include "tests/sync/naive_hq.hpp"

using namespace kahui;
using namespace kahui::test;

namespace {

class History {
 public:
  History(std::uint64_t seed, NaiveHq::Fault hq_fault, MemoryStore::Fault till_fault)
      : m_random(seed), m_hq(hq_fault), m_hq_backup(m_hq) {
    m_till.fault = till_fault;
    m_backup = m_till;
  }

  // What went wrong; empty: nothing.
  std::string run() {
    const std::uint64_t steps = 6 + m_random.below(10);
    for (std::uint64_t step = 0; step < steps; ++step) act();
    m_calm = true;
    if (m_clone) sync(*m_clone);
    m_hq_backup = m_hq;  // no way back from here on
    for (int round = 0; round < 3; ++round) sync(m_till);
    return judge();
  }

 private:
  void act() {
    switch (m_random.below(12)) {
      case 0:
      case 1:
      case 2: sell(m_till); break;
      case 3:
      case 4:
      case 5: sync(m_till); break;
      case 6: backUp(); break;
      case 7: restore(); break;
      case 8: clone(); break;
      case 9:
        if (m_random.below(3) == 0) m_hq_backup = m_hq;
        break;
      case 10:
        if (m_random.below(3) == 0) restoreHq();
        break;
      case 11: m_hq.block("card" + std::to_string(++m_cards)); break;
    }
  }

  void sell(MemoryStore& till) {
    for (std::uint64_t n = 1 + m_random.below(3); n > 0; --n) {
      const base::Id id = base::Id::make(++m_made, m_random);
      till.sell(id.hex());
    }
  }

  void backUp() { m_backup = m_till; }

  void restore() {
    const auto before = m_till.chains()->back();
    m_till = m_backup;
    const auto now = m_till.chains()->back();
    const bool behind = std::pair(now.incarnation, now.head.seq) < std::pair(before.incarnation, before.head.seq);
    // With the mark outside the database the till knows that it was restored; without it headquarters tells.
    if (behind && m_random.below(2) == 0) (void)m_till.beginIncarnation("behind", before.incarnation, 1);
    if (m_random.below(2) == 0) sell(m_till);
  }

  // What the backup does not hold, the restored headquarters need not know: the tills that hold it send it again.
  void restoreHq() {
    m_hq.restored(m_hq_backup);
    std::erase_if(m_promised, [&](const std::string& id) { return !m_hq.posted().contains(id); });
  }

  // Headquarters said that it has these for good.
  void promised(const ports::SyncRequest& request) {
    if (request.path != "/v1/batches") return;
    const auto raw = sync::inflate(request.body, sync::kMostRaw_bytes);
    const auto batch = sync::splitBatch(*raw);
    for (const std::string_view line : batch->lines) m_promised.insert(std::string(line.substr(14, 32)));
  }

  void clone() {
    if (!m_clone) {
      m_clone = m_till;
    } else {
      sell(*m_clone);
      sync(*m_clone);
    }
  }

  void sync(MemoryStore& till) {
    till.crash_next_feed = !m_calm && m_random.below(8) == 0;
    sync::Client client(till, {"test", "boot", {}, {}, 0, true}, m_clock, m_random);
    for (int steps = 0; steps < 400; ++steps) {
      const auto todo = client.next();
      if (!todo || todo->kind == sync::Client::Todo::Kind::Finished) break;
      if (todo->kind == sync::Client::Todo::Kind::Wait) continue;
      const std::uint64_t luck = m_calm ? 99 : m_random.below(24);
      if (luck == 0) return;  // stopped before it was sent
      m_hq.standby_lost = !m_calm && m_random.below(12) == 0;
      ports::SyncResponse answer = m_hq.answer(todo->request);
      m_hq.standby_lost = false;
      if (luck == 1) return;                               // stopped before the answer came
      if (luck == 2) answer = m_hq.answer(todo->request);  // sent twice by the network
      if (luck == 3) {                                     // the answer is lost on the way
        ports::SyncResponse part = answer;
        part.body.resize(part.body.size() / 2);
        if (!client.take(base::fail(base::ErrorCode::ServiceDown), part)) return;
        continue;
      }
      if (answer.status == 200) promised(todo->request);
      if (!client.take(answer)) return;
    }
    m_alarm = client.outcome().alarm;
  }

  std::string judge() {
    if (!m_alarm.empty()) return "alarm: " + m_alarm;
    const auto held = m_till.chains();
    const auto heads = m_hq.heads();
    for (const auto& chain : *held) {
      const auto at_hq = heads.find(chain.incarnation);
      if (chain.head.seq > 0 && (at_hq == heads.end() || at_hq->second != chain.head))
        return "the chains of incarnation " + std::to_string(chain.incarnation) + " differ";
      if (chain.acked != chain.head.seq) return "not all is acknowledged";
    }
    for (const auto& [id, times] : m_hq.posted())
      if (times != 1) return "posted " + std::to_string(times) + " times: " + id;
    for (const auto& [id, times] : m_till.booked()) {
      if (times != 1) return "booked " + std::to_string(times) + " times: " + id;
      if (!m_hq.posted().contains(id)) return "lost at headquarters: " + id;
    }
    for (const std::string& id : m_till.own())
      if (!m_hq.posted().contains(id)) return "lost: " + id;
    if (m_clone)
      for (const std::string& id : m_clone->own())
        if (!m_hq.posted().contains(id)) return "lost from the clone: " + id;
    for (const auto& [id, times] : m_hq.posted())
      if (!m_till.booked().contains(id)) return "not fetched back: " + id;
    for (const std::string& id : m_promised)
      if (!m_hq.posted().contains(id)) return "acknowledged and lost: " + id;
    if (m_till.blocked() != m_hq.blocked()) return "the feed is not what headquarters says";
    return {};
  }

  base::SeededRandom m_random;
  base::ManualClock m_clock{*base::LocalTime::parse("2026-11-28T10:00:00")};
  MemoryStore m_till, m_backup;
  std::optional<MemoryStore> m_clone;
  NaiveHq m_hq, m_hq_backup;
  std::int64_t m_made = 0;
  std::set<std::string> m_promised;
  int m_cards = 0;
  bool m_calm = false;
  std::string m_alarm;
};

// How many of so many histories go wrong; the first is printed.
int wrong(int histories, NaiveHq::Fault hq_fault, MemoryStore::Fault till_fault, bool print) {
  const char* from = std::getenv("KAHUI_HISTORY_SEED");
  const std::uint64_t first = from != nullptr ? std::strtoull(from, nullptr, 10) : 1;
  int count = 0;
  for (int n = 0; n < histories; ++n) {
    const std::uint64_t seed = first + static_cast<std::uint64_t>(n);
    const std::string fault = History(seed, hq_fault, till_fault).run();
    if (!fault.empty() && ++count == 1 && print) std::cout << "seed " << seed << ": " << fault << '\n';
  }
  if (print) std::cout << "seeds " << first << " to " << first + static_cast<std::uint64_t>(histories) - 1 << '\n';
  return count;
}

}  // namespace

TEST_CASE("20000 random histories: nothing is lost, nothing counts twice") {
  CHECK(wrong(20'000, NaiveHq::Fault::None, MemoryStore::Fault::None, true) == 0);
}

TEST_CASE("a headquarters that does not dedupe is found") {
  CHECK(wrong(300, NaiveHq::Fault::NoDedupe, MemoryStore::Fault::None, false) > 0);
}

TEST_CASE("a headquarters that compares lengths and no hashes is found") {
  CHECK(wrong(300, NaiveHq::Fault::LengthsOnly, MemoryStore::Fault::None, false) > 0);
}

TEST_CASE("a headquarters that acknowledges a commit which came back with a warning is found") {
  CHECK(wrong(1000, NaiveHq::Fault::AckOnWarning, MemoryStore::Fault::None, false) > 0);
}

TEST_CASE("a cursor that is stored before its page is found") {
  CHECK(wrong(1000, NaiveHq::Fault::None, MemoryStore::Fault::CursorBeforeCommit, false) > 0);
}

TEST_CASE("a branch that is not appended again is found") {
  CHECK(wrong(300, NaiveHq::Fault::None, MemoryStore::Fault::BranchForgotten, false) > 0);
}
