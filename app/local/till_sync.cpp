#include "app/local/till_sync.hpp"

#include <chrono>

#include "core/base/random.hpp"
#include "core/sync/rhythm.hpp"

namespace kahui::local {

namespace {

// Each call runs on the engine thread, between two commands.
class EngineStore final : public ports::SyncStore {
 public:
  EngineStore(till::Till& till, ports::SyncStore& store) : m_till(till), m_store(store), m_info(store.syncInfo()) {}

  [[nodiscard]] const ports::StoreInfo& syncInfo() const override { return m_info; }
  base::Result<std::vector<member::Member>> profilesToSend(int limit) override {
    return run([&] { return m_store.profilesToSend(limit); });
  }
  base::Status profilesSent(const std::vector<member::MemberNo>& members) override {
    return run([&] { return m_store.profilesSent(members); });
  }
  base::Result<std::vector<ports::HeldChain>> chains() override {
    return run([&] { return m_store.chains(); });
  }
  base::Result<std::optional<base::Sha256>> hashAt(std::uint32_t incarnation, std::uint64_t seq) override {
    return run([&] { return m_store.hashAt(incarnation, seq); });
  }
  base::Result<ports::OutboxLines> linesAfter(std::uint32_t incarnation, std::uint64_t after, std::size_t most_events,
                                              std::size_t most_bytes) override {
    return run([&] { return m_store.linesAfter(incarnation, after, most_events, most_bytes); });
  }
  base::Result<ports::Unsent> unsent() override {
    return run([&] { return m_store.unsent(); });
  }
  base::Status setAcked(std::uint32_t incarnation, const journal::ChainMark& acked, std::uint64_t purgeable,
                        bool headquarters_restored) override {
    return run([&] { return m_store.setAcked(incarnation, acked, purgeable, headquarters_restored); });
  }
  base::Status beginIncarnation(const std::string& reason, std::uint32_t above, std::uint64_t lost_from) override {
    return run([&] { return m_store.beginIncarnation(reason, above, lost_from); });
  }
  base::Status moveBranch(std::uint32_t incarnation, std::uint64_t common) override {
    return run([&] { return m_store.moveBranch(incarnation, common); });
  }
  base::Status keepFetched(std::uint32_t incarnation, std::uint64_t first, const base::Sha256& prev_hash,
                           const std::vector<std::string>& lines) override {
    return run([&] { return m_store.keepFetched(incarnation, first, prev_hash, lines); });
  }
  base::Result<ports::HqContact> contact() override {
    return run([&] { return m_store.contact(); });
  }
  base::Status setContact(const ports::HqContact& contact) override {
    return run([&] { return m_store.setContact(contact); });
  }
  base::Result<std::vector<ports::FeedCursor>> cursors() override {
    return run([&] { return m_store.cursors(); });
  }
  base::Status applyFeed(const ports::FeedPage& page) override {
    return run([&] { return m_store.applyFeed(page); });
  }
  base::Status stageFeed(const ports::FeedPage& page, bool first) override {
    return run([&] { return m_store.stageFeed(page, first); });
  }
  base::Status switchFeed(const ports::FeedCursor& cursor) override {
    return run([&] { return m_store.switchFeed(cursor); });
  }
  base::Result<bool> settleFeed() override {
    return run([&] { return m_store.settleFeed(); });
  }
  base::Result<journal::GrantMark> grantMark() override {
    return run([&] { return m_store.grantMark(); });
  }
  base::Status applyGrants(std::int64_t epoch, const std::vector<ports::Grant>& grants) override {
    return run([&] { return m_store.applyGrants(epoch, grants); });
  }

 private:
  template <class Work>
  std::invoke_result_t<Work> run(const Work& work) {
    std::invoke_result_t<Work> result = base::fail(base::ErrorCode::WrongState, "the till is closing");
    m_till.runOnEngine([&](ports::Store&) { result = work(); });
    return result;
  }

  till::Till& m_till;
  ports::SyncStore& m_store;
  ports::StoreInfo m_info;
};

}  // namespace

TillSync::TillSync(till::Till& till, ports::SyncStore& store, std::shared_ptr<base::Clock> clock)
    : m_clock(std::move(clock)), m_store(std::make_unique<EngineStore>(till, store)) {}

TillSync::~TillSync() {
  m_thread.request_stop();
  m_cancel.cancel();
  m_wake.notify_all();
}

void TillSync::start() {
  m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

base::Result<SyncReport> TillSync::now() {
  const std::lock_guard session(m_session);
  return runSync(*m_store, *m_clock, SyncPatience::Short, &m_cancel);
}

void TillSync::run(const std::stop_token& stop) {
  base::SystemRandom random;
  sync::Rhythm rhythm;
  while (!stop.stop_requested()) {
    // What went wrong stands in the store and on the screen; the next session is another try. A till that has not
    // enrolled yet asks nobody, so it looks again in about a minute.
    const auto done = now();
    tell();
    const bool reached = done.has_value() || done.error().code == base::ErrorCode::NotEnrolled;
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, stop, std::chrono::milliseconds(rhythm.afterSession(reached, random)), [] { return false; });
  }
}

void TillSync::tell() {
  if (!m_listener) return;
  const auto unsent = m_store->unsent();
  const auto contact = m_store->contact();
  if (unsent && contact)
    m_listener({unsent->count, unsent->oldest_ms, contact->at_ms, !contact->alarm.empty(), contact->offset_ms});
}

}  // namespace kahui::local
