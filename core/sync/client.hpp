// The till's side of a session with headquarters, as a state machine: next() says what to do now, take() gets the
// answer. It knows no socket and no sleep, so that a simulation can stop it anywhere; whatever it decides is stored
// before it goes on, and everything it sends may be sent twice (protocol.md, "Exactly-once effect, order, rollback").
// A session is hello, healing of chains, upload in order of incarnation, change feed. One thread.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.hpp"
#include "core/base/random.hpp"
#include "core/ports/sync_store.hpp"
#include "core/ports/sync_transport.hpp"
#include "core/sync/chain_keys.hpp"
#include "core/sync/changes.hpp"
#include "core/sync/messages.hpp"

namespace kahui::sync {

// Waits of a till that headquarters cannot serve: decorrelated jitter between a second and a quarter of an hour, and
// never less than Retry-After asks for.
class Backoff {
 public:
  static constexpr std::int64_t kLeast_ms = 1'000;
  static constexpr std::int64_t kMost_ms = 15 * 60'000;

  std::int64_t next(base::RandomSource& random, std::optional<std::int64_t> retry_after_s);
  void reset() { m_last_ms = kLeast_ms; }

 private:
  std::int64_t m_last_ms = kLeast_ms;
};

struct ClientSetup {
  std::string app;   // version
  std::string boot;  // of this process
  ChainKey feed_key{};
  std::optional<BoxKey> box_key{};  // headquarters' own; none: no profiles go up
  std::int64_t free_disk_bytes = 0;
  bool feed = true;  // also ask for changes
};

enum class Stop {
  Done,         // everything acknowledged, feed at its end
  Alarm,        // something that a person must look at; detail in `alarm`
  Refused,      // headquarters does not want this till: retired, revoked, demo
  Quarantined,  // seen twice at once
};

struct SyncOutcome {
  Stop stop = Stop::Done;
  std::string alarm;
  Verdict verdict = Verdict::Ok;
  std::uint64_t sent = 0;     // events that headquarters stored
  std::uint64_t dup = 0;      // that it had already
  std::uint64_t fetched = 0;  // lines fetched back
  std::uint64_t moved = 0;    // branches appended again
  std::uint64_t batches = 0;
  std::uint64_t changes = 0;  // records applied
  std::uint64_t waits = 0;
  bool update_required = false;
  bool rotate_certificate = false;  // headquarters wants it renewed (POST /v1/renew)
};

class Client {
 public:
  Client(ports::SyncStore& store, ClientSetup setup, const base::Clock& clock, base::RandomSource& random);

  struct Todo {
    enum class Kind { Send, Wait, Finished } kind{};
    ports::SyncRequest request{};
    std::int64_t wait_ms = 0;  // then next() again
  };

  // An error is the store's own.
  base::Result<Todo> next();
  // What came of the request that next() gave: an answer, or an error with what a broken download brought.
  base::Status take(const base::Result<ports::SyncResponse>& answer, const ports::SyncResponse& partial = {});

  [[nodiscard]] const SyncOutcome& outcome() const { return m_outcome; }
  // In a row, since headquarters answered last.
  [[nodiscard]] int failures() const { return m_failures; }
  [[nodiscard]] const base::Error& lastFailure() const { return m_last_failure; }

 private:
  enum class Phase { Hello, Fetch, Push, Profiles, Feed, Manifest, File, Grants, Finished };
  struct FetchTask {
    std::uint32_t incarnation = 1;
    std::uint64_t after = 0;
    std::uint64_t upto = 0;
    bool forked = false;  // still looking for the place at which the histories part
  };

  // client_push.cpp
  base::Result<Todo> hello();
  base::Status takeHello(const ports::SyncResponse& answer);
  base::Status compare(const KnownIncarnation& known, const std::vector<ports::HeldChain>& held);
  base::Result<Todo> fetch();
  base::Status takeFetched(const ports::SyncResponse& answer);
  base::Status part(FetchTask& task, std::vector<std::string> lines, base::Sha256 previous);
  base::Result<Todo> push();
  base::Status takeAck(const ports::SyncResponse& answer);
  base::Result<Todo> profiles();
  base::Status takeProfiles(const ports::SyncResponse& answer);
  base::Status takeRefusedBatch(const ports::SyncResponse& answer);
  base::Status helloAgain(const std::string& why);

  // client_feed.cpp
  base::Result<Todo> feed();
  base::Status takePage(const ports::SyncResponse& answer);
  base::Status takeManifest(const ports::SyncResponse& answer);
  base::Status takeFile(const ports::SyncResponse& answer);
  base::Status loadSnapshot();
  base::Status applyItems(const std::vector<ChangeItem>& items, ports::FeedCursor next, bool snapshot);
  base::Status stageItems(const std::vector<ChangeItem>& items, const ports::FeedCursor& end);
  void nextScope();
  base::Status feedDone();
  // client_grants.cpp
  base::Result<Todo> grants();
  base::Status takeGrants(const ports::SyncResponse& answer);

  Todo wait(std::optional<std::int64_t> retry_after_s);
  void failed(base::Error error, std::optional<std::int64_t> retry_after_s);
  base::Status stop(Stop why, const std::string& alarm);
  base::Status finish();
  [[nodiscard]] std::string scope() const { return std::string(kScopes[m_scope]); }

  ports::SyncStore& m_store;
  ClientSetup m_setup;
  const base::Clock& m_clock;
  base::RandomSource& m_random;

  Phase m_phase = Phase::Hello;
  SyncOutcome m_outcome;
  Backoff m_backoff;
  std::optional<Todo> m_wait;
  int m_failures = 0;
  base::Error m_last_failure;
  int m_hellos = 0;
  std::int64_t m_epoch = 0;
  ports::HqContact m_contact;

  std::deque<FetchTask> m_fetches;
  struct Sent {
    std::uint32_t incarnation = 1;
    std::uint64_t first = 0, last = 0;
  } m_sent;
  std::vector<member::MemberNo> m_boxed;  // in the request that is under way
  std::size_t m_batch_events = 0;         // lowered by 413
  std::optional<std::uint64_t> m_expect;  // after a gap

  // Scopes whose cursor headquarters wants thrown away: the order's id. It stays an order until a request names it as
  // done, so a session that breaks off begins it again.
  std::map<std::string, std::string> m_resnapshots;
  std::string m_resnapshot_done;
  journal::GrantMark m_granted;
  int m_grant_pages = 0;
  std::size_t m_scope = 0;
  int m_scope_requests = 0;
  int m_snapshots = 0;  // of this scope: a second 410 is no snapshot's fault
  SnapshotManifest m_manifest;
  std::size_t m_file = 0;
  std::string m_bytes, m_etag;
  std::vector<std::string> m_files;
};

// A change item of a scope as the store keeps it. BadInput: it cannot be used.
base::Result<ports::FeedItem> feedItemOf(const std::string& scope, const ChangeItem& item, const std::string& terminal,
                                         const ChainKey& feed_key);

}  // namespace kahui::sync
