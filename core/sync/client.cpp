#include "core/sync/client.hpp"

#include <algorithm>

#include "core/sync/limits.hpp"

namespace kahui::sync {

namespace {

std::uint64_t draw(base::RandomSource& random) {
  std::array<std::uint8_t, 8> bytes{};
  random.fill(bytes);
  std::uint64_t value = 0;
  for (const std::uint8_t byte : bytes) value = value << 8 | byte;
  return value;
}

}  // namespace

std::int64_t Backoff::next(base::RandomSource& random, std::optional<std::int64_t> retry_after_s) {
  const std::int64_t most = std::min(kMost_ms, m_last_ms * 3);
  const auto spread = static_cast<std::uint64_t>(most - kLeast_ms + 1);
  m_last_ms = kLeast_ms + static_cast<std::int64_t>(draw(random) % spread);
  const std::int64_t asked_ms = std::clamp<std::int64_t>(retry_after_s.value_or(0), 0, 86'400) * 1000;
  return std::max(m_last_ms, asked_ms);
}

Client::Client(ports::SyncStore& store, ClientSetup setup, const base::Clock& clock, base::RandomSource& random)
    : m_store(store), m_setup(std::move(setup)), m_clock(clock), m_random(random), m_batch_events(kBatchEvents) {}

base::Result<Client::Todo> Client::next() {
  if (m_wait) {
    Todo todo = std::move(*m_wait);
    m_wait.reset();
    return todo;
  }
  switch (m_phase) {
    case Phase::Hello: return hello();
    case Phase::Fetch: return fetch();
    case Phase::Push: return push();
    case Phase::Profiles: return profiles();
    case Phase::Feed:
    case Phase::Manifest:
    case Phase::File: return feed();
    case Phase::Grants: return grants();
    case Phase::Finished: break;
  }
  return Todo{Todo::Kind::Finished};
}

base::Status Client::take(const base::Result<ports::SyncResponse>& answer, const ports::SyncResponse& partial) {
  if (!answer) {
    if (answer.error().code == base::ErrorCode::PeerUntrusted) {
      m_last_failure = answer.error();
      return stop(Stop::Alarm, "headquarters could not prove who it is: " + answer.error().detail);
    }
    // What a broken download brought is kept; the rest is asked for with a range.
    if (m_phase == Phase::File && (partial.status == 200 || partial.status == 206)) {
      if (partial.status == 200) m_bytes.clear();
      m_bytes += partial.body;
      if (!partial.etag.empty()) m_etag = partial.etag;
    }
    failed(answer.error(), std::nullopt);
    return {};
  }
  const int status = answer->status;
  if (status == 429 || status == 503 || status == 507 || (status >= 500 && status < 600)) {
    failed({base::ErrorCode::ServiceDown, "status " + std::to_string(status)}, answer->retry_after_s);
    return {};
  }
  m_failures = 0;
  m_backoff.reset();
  if (status == 401 || status == 403) {
    const auto refusal = parseRefusal(answer->body);
    const std::string why = refusal ? refusal->error : "status " + std::to_string(status);
    const bool revoked = why == "revoked" || why == "no_certificate";
    return stop(Stop::Refused, revoked ? why +
                                             ": headquarters takes this till's certificate no more; sales go on, and "
                                             "'kahuictl enrol' with a new code sends them"
                                       : why);
  }
  switch (m_phase) {
    case Phase::Hello: return takeHello(*answer);
    case Phase::Fetch: return takeFetched(*answer);
    case Phase::Push: return status == 200 ? takeAck(*answer) : takeRefusedBatch(*answer);
    case Phase::Profiles: return takeProfiles(*answer);
    case Phase::Feed: return takePage(*answer);
    case Phase::Manifest: return takeManifest(*answer);
    case Phase::File: return takeFile(*answer);
    case Phase::Grants: return takeGrants(*answer);
    case Phase::Finished: break;
  }
  return {};
}

void Client::failed(base::Error error, std::optional<std::int64_t> retry_after_s) {
  ++m_failures;
  ++m_outcome.waits;
  m_last_failure = std::move(error);
  m_wait = Todo{Todo::Kind::Wait, {}, m_backoff.next(m_random, retry_after_s)};
}

base::Status Client::stop(Stop why, const std::string& alarm) {
  m_outcome.stop = why;
  m_outcome.alarm = alarm;
  m_phase = Phase::Finished;
  if (m_contact.at_ms == 0) {
    const auto before = m_store.contact();
    if (!before) return tl::unexpected(before.error());
    m_contact = *before;
  }
  m_contact.alarm = alarm;
  return m_store.setContact(m_contact);
}

base::Status Client::finish() {
  // What came down may have made events (a pack that applies, a balance that was confirmed): they go up at once.
  if (m_setup.feed && m_outcome.changes > 0) {
    m_setup.feed = false;
    m_phase = Phase::Push;
    return {};
  }
  m_phase = Phase::Finished;
  m_contact.alarm = m_outcome.alarm;
  return m_store.setContact(m_contact);
}

}  // namespace kahui::sync
