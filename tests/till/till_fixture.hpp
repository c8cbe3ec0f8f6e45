// A till on a store of its own with three products, members of two tiers and one blocked card, read by a reader that
// the test plays.
#pragma once

#include <atomic>
#include <memory>

#include "core/till/till.hpp"
#include "tests/support/store_fixture.hpp"

namespace kahui::test {

class PlayedReader final : public ports::CardReaderService {
 public:
  void start(ports::ReaderEventSink sink) override { m_sink = std::move(sink); }
  void stop() override { m_sink = nullptr; }
  void lookAgain() override { ++m_looks; }
  // How often the till asked for the cards that lie there; what a real reader then does the test does.
  [[nodiscard]] int looks() const { return m_looks; }
  void play(ports::ReaderEvent event) { m_sink(std::move(event)); }
  void tap(const member::Credential& card) {
    play(ports::CardRead{{"played", ++m_generation}, ports::CardClass::Uid, card.value});
  }

 private:
  ports::ReaderEventSink m_sink;
  std::uint64_t m_generation = 0;
  std::atomic<int> m_looks = 0;
};

struct TillFixture {
  StoreFixture store;
  std::unique_ptr<till::Till> till;
  PlayedReader* reader = nullptr;  // the till's

  // vfs: a SQLite VFS that a fault test registered; prepare: what is done to the store before the till opens it; ports:
  // what the till has beside store, clock, chance and reader.
  explicit TillFixture(const std::string& vfs = {}, const std::function<void(store::SqliteStore&)>& prepare = {},
                       const std::function<void(till::Till::Ports&)>& ports = {});
  // Waits until everything that was submitted is done, then looks.
  std::shared_ptr<const till::Snapshot> look();
  std::shared_ptr<const till::Snapshot> after(till::Command command);
  std::shared_ptr<const till::Snapshot> signedIn();
};

// Codes of the error or notice that stands; for short checks.
std::optional<base::ErrorCode> errorOf(const till::Snapshot& snapshot);
std::optional<till::NoticeCode> noticeOf(const till::Snapshot& snapshot);

inline constexpr int kSilverCard = 2;
inline constexpr int kGoldCard = 3;
inline constexpr int kBlockedCard = 4;

}  // namespace kahui::test
