// The threads behind the sockets. Requests wait in two bounded lanes: what is light (hello, changes, acknowledgements)
// never waits behind batches, because one worker takes nothing else. One more thread projects, sequences and builds
// snapshots.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "app/hq/data.hpp"
#include "core/hq/service.hpp"

namespace kahui::hqserver {

enum class Lane { Light, Heavy };

class Workers {
 public:
  using Done = std::function<void(hq::Response)>;

  // `heavy` workers for batches and logs, and one for the light lane; each with a connection of its own.
  static base::Result<std::unique_ptr<Workers>> start(Data& data, std::shared_ptr<const base::Clock> clock,
                                                      hq::Metrics& metrics, int heavy);
  ~Workers();  // finishes what waits

  // False: the lane is full. `done` runs on a worker's thread.
  bool submit(Lane lane, hq::Request request, Done done);
  [[nodiscard]] std::size_t waiting() const;

  // Files that the database keeps, with a copy in the data folder of each node that served them. `store` outlives it.
  hq::SnapshotFiles snapshotFiles(hqdb::SqlHqStore& store) const;

 private:
  struct Job {
    hq::Request request;
    Done done;
  };
  struct Store {
    std::unique_ptr<hqdb::SqlHqStore> store;
    std::unique_ptr<hq::Service> service;
  };
  Workers(Data& data, std::shared_ptr<const base::Clock> clock, hq::Metrics& metrics);
  void serve(Store store, bool light_only);
  void background(std::unique_ptr<hqdb::SqlHqStore> store);
  void snapshots(hqdb::SqlHqStore& store);
  void upkeep(hqdb::SqlHqStore& store, const std::string& owner);
  bool take(bool light_only, Job& job);

  Data& m_data;
  std::shared_ptr<const base::Clock> m_clock;
  hq::Metrics& m_metrics;
  mutable std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<Job> m_light, m_heavy;
  bool m_stopping = false;
  std::vector<std::thread> m_threads;
};

}  // namespace kahui::hqserver
