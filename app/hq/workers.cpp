#include "app/hq/workers.hpp"

#include <unistd.h>

#include "app/hq/files.hpp"
#include "core/hq/calendar.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/orders.hpp"
#include "core/hq/profiles.hpp"
#include "core/hq/projector.hpp"
#include "core/hq/rights.hpp"
#include "core/hq/snapshots.hpp"
#include "core/hq/upkeep.hpp"

namespace kahui::hqserver {

namespace {

constexpr std::size_t kMostWaiting = 4096;
constexpr int kMarksAtOnce = 500;
constexpr auto kIdle = std::chrono::milliseconds(100);
constexpr auto kCalendarEvery = std::chrono::seconds(20);
constexpr auto kSnapshotEvery = std::chrono::minutes(10);
constexpr auto kSettleEvery = std::chrono::minutes(5);
constexpr auto kFirstSnapshots = std::chrono::seconds(2);  // after the start: tills may be waiting for them

// A process' name among the nodes: leases tell a restarted one from itself.
std::string ownerName(std::int64_t now_ms) {
  std::array<char, 256> host{};
  ::gethostname(host.data(), host.size() - 1);
  return std::string(host.data()) + "/" + std::to_string(::getpid()) + "/" + std::to_string(now_ms);
}

}  // namespace

Workers::Workers(Data& data, std::shared_ptr<const base::Clock> clock, hq::Metrics& metrics)
    : m_data(data), m_clock(std::move(clock)), m_metrics(metrics) {}

// A copy of what another node withdrew is served by nobody.
hq::SnapshotFiles Workers::snapshotFiles(hqdb::SqlHqStore& store) const {
  return [folder = snapshotFolder(m_data.options), &store](const std::string& id,
                                                           const std::string& file) -> std::optional<std::string> {
    if (file != hq::kSnapshotFile) return std::nullopt;
    const auto path = folder / id / file;
    std::error_code error;
    const bool here = std::filesystem::is_regular_file(path, error);
    bool kept = false;
    std::string bytes;
    const auto read = store.transaction([&](ports::HqTransaction& tx) -> base::Status {
      kept = tx.snapshotKept(id);
      bytes = kept && !here ? tx.snapshotBytes(id) : std::string();
      return {};
    });
    if (!read) return std::nullopt;
    if (!kept) std::filesystem::remove_all(folder / id, error);
    if (!kept) return std::nullopt;
    if (here) {
      auto own = readFile(path);
      return own ? std::optional(std::move(*own)) : std::nullopt;
    }
    std::filesystem::create_directories(folder / id, error);
    static_cast<void>(writeFile(path, bytes, FileMode::Open));  // without it the next request asks the database again
    return bytes;
  };
}

base::Result<std::unique_ptr<Workers>> Workers::start(Data& data, std::shared_ptr<const base::Clock> clock,
                                                      hq::Metrics& metrics, int heavy) {
  std::unique_ptr<Workers> workers(new Workers(data, std::move(clock), metrics));
  for (int i = 0; i <= heavy + 1; ++i) {
    auto store = hqdb::SqlHqStore::open(*data.source);
    if (!store) return tl::unexpected(store.error());
    if (i == heavy + 1) {
      workers->m_threads.emplace_back(
          [raw = workers.get(), own = std::move(*store)]() mutable { raw->background(std::move(own)); });
      break;
    }
    Store one{std::move(*store), nullptr};
    one.service = std::make_unique<hq::Service>(hq::Service::Parts{
        *one.store, *data.authority, data.identity, *workers->m_clock, metrics, workers->snapshotFiles(*one.store)});
    const bool light_only = i == heavy;
    workers->m_threads.emplace_back(
        [raw = workers.get(), own = std::move(one), light_only]() mutable { raw->serve(std::move(own), light_only); });
  }
  return workers;
}

Workers::~Workers() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
  }
  m_wake.notify_all();
  for (std::thread& thread : m_threads) thread.join();
}

bool Workers::submit(Lane lane, hq::Request request, Done done) {
  {
    const std::lock_guard lock(m_mutex);
    auto& queue = lane == Lane::Light ? m_light : m_heavy;
    if (m_stopping || queue.size() >= kMostWaiting) return false;
    queue.push_back({std::move(request), std::move(done)});
  }
  m_wake.notify_all();  // the one that wakes must be one that may take it
  return true;
}

std::size_t Workers::waiting() const {
  const std::lock_guard lock(m_mutex);
  return m_heavy.size();
}

bool Workers::take(bool light_only, Job& job) {
  std::unique_lock lock(m_mutex);
  m_wake.wait(lock, [&] { return m_stopping || !m_light.empty() || (!light_only && !m_heavy.empty()); });
  auto& queue = !m_light.empty() || light_only ? m_light : m_heavy;
  if (queue.empty()) return false;
  job = std::move(queue.front());
  queue.pop_front();
  return true;
}

void Workers::serve(Store store, bool light_only) {
  Job job;
  while (take(light_only, job)) {
    job.done(store.service->handle(job.request));
    job = {};
  }
}

// Errors of the database pass: the next round tries again, and /ready says what is wrong meanwhile.
void Workers::background(std::unique_ptr<hqdb::SqlHqStore> store) {
  const std::string owner = ownerName(m_clock->now().utc_ms);
  hq::Projector projector(*store, *m_clock, owner);
  base::SystemRandom random;
  hq::Calendar calendar(*store, *m_clock, owner);
  hq::RightsDesk rights(*store, *m_clock, owner, m_data.identity.epoch);
  auto looked = std::chrono::steady_clock::time_point{};
  auto prepared = std::chrono::steady_clock::time_point{};
  auto built = std::chrono::steady_clock::now() - kSnapshotEvery + kFirstSnapshots;
  auto settled = std::chrono::steady_clock::time_point{};
  static_cast<void>(projector.replayParked());
  for (;;) {
    const auto now = std::chrono::steady_clock::now();
    if (now - prepared > std::chrono::hours(1)) {
      constexpr int kBehind_days = 400, kAhead_days = 45;
      const base::BusinessDate today = m_clock->now().local().date();
      if (store->prepareDays(today.plusDays(-kBehind_days), today.plusDays(kAhead_days))) prepared = now;
    }
    const auto events = projector.step();
    if (events) m_metrics.events_projected += *events;
    if (now - looked > kCalendarEvery) {
      const auto members = calendar.step();
      if (!members || *members == 0) looked = now;
    }
    const auto profiles = hq::takeProfiles(*store, m_data.identity, owner, m_clock->now().utc_ms, random);
    const auto placed = rights.step();
    const auto changes = hq::sequence(*store, owner, m_clock->now().utc_ms, kMarksAtOnce);
    if (now - built > kSnapshotEvery) {
      snapshots(*store);
      built = now;
    }
    if (now - settled > kSettleEvery) {
      upkeep(*store, owner);
      settled = now;
    }
    const bool busy =
        (events && *events > 0) || (changes && *changes > 0) || (profiles && *profiles > 0) || (placed && *placed > 0);
    std::unique_lock lock(m_mutex);
    if (m_wake.wait_for(lock, busy ? std::chrono::milliseconds(0) : kIdle, [&] { return m_stopping; })) break;
  }
  projector.resign();
}

void Workers::upkeep(hqdb::SqlHqStore& store, const std::string& owner) {
  const base::WallTime now = m_clock->now();
  static_cast<void>(hq::upkeep(store, {owner, m_data.identity.epoch, now.local().date(), now.utc_ms}));
}

void Workers::snapshots(hqdb::SqlHqStore& store) {
  std::vector<std::pair<std::string, std::string>> feeds;  // feed, scope
  static_cast<void>(store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    feeds = hq::feedsInUse(tx);
    return {};
  }));
  for (const auto& [feed, scope] : feeds) {
    const auto made = hq::makeSnapshot(store, feed, scope, m_data.identity.epoch);
    if (!made || !*made) continue;
    static_cast<void>(hq::publishSnapshot(store, feed, **made, m_clock->now().utc_ms));
  }
}

}  // namespace kahui::hqserver
