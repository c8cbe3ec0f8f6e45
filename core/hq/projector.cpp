#include "core/hq/projector.hpp"

#include "core/hq/calendar.hpp"
#include "core/hq/erasure.hpp"
#include "core/hq/lease.hpp"
#include "core/hq/project_event.hpp"
#include "core/hq/terminals.hpp"
#include "core/journal/codec.hpp"
#include "core/journal/event_types.hpp"
#include "core/sync/envelope.hpp"

namespace kahui::hq {

namespace {

using ports::HqEventKey;
using ports::HqTransaction;

constexpr int kEventsAtOnce = 500;

std::string leaseName(int shard) { return "projector/" + std::to_string(shard); }

Projection projectionIn(HqTransaction& tx, const PackBook& packs, const base::Clock& clock) {
  const base::WallTime now = clock.now();
  return {tx, packs, now.local().date(), now.utc_ms, false};
}

}  // namespace

base::Result<std::string> lineAt(HqTransaction& tx, const HqEventKey& key) {
  const auto batches = tx.inboxFrom(key.terminal, key.inc, key.seq, 1);
  if (batches.empty() || batches.front().first > key.seq)
    return base::fail(base::ErrorCode::StoreCorrupt, "inbox: an event is missing");
  auto lines = linesOf(batches.front());
  if (!lines) return tl::unexpected(lines.error());
  return (*lines)[key.seq - batches.front().first];
}

int shardOf(std::string_view terminal) { return base::sha256({base::asBytes(terminal)})[0] % kShards; }

bool projectLine(const Projection& to, const HqEventKey& key, const std::string& line) {
  ports::HqQuarantine aside{key, false, {}, {}, {}, std::nullopt, to.now_ms, to.accept};
  const auto set_aside = [&](bool parked, const std::string& reason) {
    aside.parked = parked;
    aside.reason = reason;
    to.tx.putQuarantine(aside);
    return false;
  };
  const auto envelope = sync::parseEnvelope(line);
  if (!envelope) return set_aside(false, "envelope: " + envelope.error().detail);
  aside.event = envelope->id.hex();
  aside.type = envelope->type;
  aside.day = envelope->business_date;
  if (envelope->sv > journal::kPayloadVersion || !journal::knownType(envelope->type))
    return set_aside(true, envelope->sv > journal::kPayloadVersion ? "payload version is newer" : "unknown event type");
  const auto event = journal::decode(line);
  if (!event) return set_aside(false, "payload: " + event.error().detail);
  if (const std::string broken = ruleBroken(*event, to.today); !broken.empty() && !to.accept)
    return set_aside(false, broken);
  // A restored till sends the tail of its history again in a new incarnation, with the ids that it had.
  if (!to.tx.firstSight(key.terminal, event->id, key.inc, key.seq)) return true;
  to.tx.putDaySpan(key.terminal, event->business_date, key.inc, key.seq);
  applyEvent(to, key, *event);
  return true;
}

base::Result<int> Projector::projectNext(const ports::HqBacklog& backlog, std::int64_t token) {
  int taken = 0;
  KAHUI_TRY(m_store.transaction([&](HqTransaction& tx) -> base::Status {
    taken = 0;
    if (!tx.holdsLease(leaseName(shardOf(backlog.terminal)), token)) return {};
    const auto known = tx.incarnation(backlog.terminal, backlog.inc);
    if (!known || known->acked <= known->projected) return {};
    const auto batches = tx.inboxFrom(backlog.terminal, backlog.inc, known->projected + 1, 1);
    if (batches.empty()) return base::fail(base::ErrorCode::StoreCorrupt, "inbox: acknowledged events are missing");
    const auto lines = linesOf(batches.front());
    if (!lines) return tl::unexpected(lines.error());
    m_packs.refresh(tx);
    Projection to = projectionIn(tx, m_packs, m_clock);
    to.received_ms = batches.front().received_ms;
    std::uint64_t seq = known->projected;
    while (seq < batches.front().last && taken < kEventsAtOnce) {
      ++seq;
      ++taken;
      projectLine(to, {backlog.terminal, backlog.inc, seq}, (*lines)[seq - batches.front().first]);
    }
    tx.setProjected(backlog.terminal, backlog.inc, seq);
    return {};
  }));
  return taken;
}

base::Result<int> Projector::step() {
  constexpr int kTerminalsAtOnce = 200;
  std::vector<ports::HqBacklog> waiting;
  KAHUI_TRY(m_store.transaction([&](HqTransaction& tx) -> base::Status {
    waiting = tx.backlog(kTerminalsAtOnce);
    return {};
  }));
  int events = 0;
  for (int shard = 0; shard < kShards && !waiting.empty(); ++shard) {
    const auto token = takeLease(m_store, leaseName(shard), m_owner, m_clock.now().utc_ms);
    if (!token) return tl::unexpected(token.error());
    if (!*token) continue;
    for (const auto& backlog : waiting) {
      if (shardOf(backlog.terminal) != shard) continue;
      const auto taken = projectNext(backlog, **token);
      if (!taken) return tl::unexpected(taken.error());
      events += *taken;
    }
  }
  return events;
}

base::Status Projector::release(const HqEventKey& key) {
  return m_store.transaction([&](HqTransaction& tx) -> base::Status {
    const auto rows = tx.quarantine();
    const bool there = std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
      return !row.released && row.key.terminal == key.terminal && row.key.inc == key.inc && row.key.seq == key.seq;
    });
    if (!there) return base::fail(base::ErrorCode::BadInput, "no event is set aside there");
    const auto line = lineAt(tx, key);
    if (!line) return tl::unexpected(line.error());
    m_packs.refresh(tx);
    Projection to = projectionIn(tx, m_packs, m_clock);
    to.accept = true;
    if (!projectLine(to, key, *line))
      return base::fail(base::ErrorCode::BadInput, "this version cannot read the event");
    auto row = *std::find_if(rows.begin(), rows.end(), [&](const auto& one) {
      return one.key.terminal == key.terminal && one.key.inc == key.inc && one.key.seq == key.seq;
    });
    row.released = true;
    tx.putQuarantine(row);
    return {};
  });
}

base::Result<int> Projector::replayParked() {
  int done = 0;
  KAHUI_TRY(m_store.transaction([&](HqTransaction& tx) -> base::Status {
    done = 0;
    m_packs.refresh(tx);
    const Projection to = projectionIn(tx, m_packs, m_clock);
    for (const auto& row : tx.quarantine()) {
      if (!row.parked || row.released) continue;
      const auto line = lineAt(tx, row.key);
      if (!line) return tl::unexpected(line.error());
      if (!projectLine(to, row.key, *line)) continue;
      tx.removeQuarantine(row.key);
      ++done;
    }
    return {};
  }));
  return done;
}

base::Status Projector::rebuild() {
  std::vector<HqEventKey> released;
  KAHUI_TRY(m_store.transaction([&](HqTransaction& tx) -> base::Status {
    released.clear();
    for (const auto& row : tx.quarantine()) {
      if (!row.released) continue;
      released.push_back(row.key);
      tx.removeQuarantine(row.key);  // it goes the way of every event, and is set aside again on it
    }
    tx.forgetFacts();
    Calendar::startAnew(tx, m_clock.now().local().date());
    return {};
  }));
  for (;;) {
    const auto taken = step();
    if (!taken) return tl::unexpected(taken.error());
    if (*taken == 0) break;
  }
  bool waits = false;
  KAHUI_TRY(m_store.transaction([&](HqTransaction& tx) -> base::Status {
    eraseAgain(tx);
    waits = !tx.backlog(1).empty();
    return {};
  }));
  if (waits) return base::fail(base::ErrorCode::StoreLocked, "another process projects");
  for (const HqEventKey& key : released) KAHUI_TRY(release(key));
  return {};
}

void Projector::resign() {
  const std::int64_t now_ms = m_clock.now().utc_ms;
  // If it fails the leases run out by themselves.
  static_cast<void>(m_store.transaction([&](HqTransaction& tx) -> base::Status {
    for (int shard = 0; shard < kShards; ++shard) tx.takeLease(leaseName(shard), m_owner, now_ms, now_ms);
    return {};
  }));
}

}  // namespace kahui::hq
