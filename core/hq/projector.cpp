#include "core/hq/projector.hpp"

#include <algorithm>
#include <set>

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

constexpr std::uint64_t kEventsAtOnce = 500;

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

namespace {

// A line as it was read: the event, or why it is set aside.
struct ReadLine {
  std::string event, type;
  std::optional<base::BusinessDate> day;
  std::optional<journal::Event> read;
  bool parked = false;  // an upgrade may read it
  std::string reason;
};

ReadLine readLine(const std::string& line) {
  ReadLine result;
  const auto envelope = sync::parseEnvelope(line);
  if (!envelope) {
    result.reason = "envelope: " + envelope.error().detail;
    return result;
  }
  result.event = envelope->id.hex();
  result.type = envelope->type;
  result.day = envelope->business_date;
  if (envelope->sv > journal::kPayloadVersion || !journal::knownType(envelope->type)) {
    result.parked = true;
    result.reason = envelope->sv > journal::kPayloadVersion ? "payload version is newer" : "unknown event type";
    return result;
  }
  auto event = journal::decode(line);
  if (event) {
    result.read = std::move(*event);
  } else {
    result.reason = "payload: " + event.error().detail;
  }
  return result;
}

bool applyLine(const Projection& to, const HqEventKey& key, ReadLine& line) {
  std::string reason = std::move(line.reason);
  if (line.read && !to.accept) reason = ruleBroken(*line.read, to.today);
  if (!line.read || !reason.empty()) {
    to.tx.putQuarantine({key, line.parked, line.event, line.type, reason, line.day, to.now_ms, to.accept});
    return false;
  }
  const journal::Event& event = *line.read;
  // A restored till sends the tail of its history again in a new incarnation, with the ids that it had.
  if (!to.tx.firstSight(key.terminal, event.id, key.inc, key.seq)) return true;
  to.tx.putDaySpan(key.terminal, event.business_date, key.inc, key.seq);
  applyEvent(to, key, event);
  return true;
}

// The member whose bill it is; the rest of a page's members are asked for one by one.
std::int64_t billedMember(const journal::Event& event) {
  if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload); sale != nullptr && sale->member)
    return sale->member->no;
  if (const auto* back = std::get_if<journal::SaleReturned>(&event.payload); back != nullptr && back->member)
    return back->member->no;
  return 0;
}

void announcePage(HqTransaction& tx, const std::string& terminal, const std::vector<ReadLine>& page) {
  std::vector<base::Id> events;
  std::set<std::int64_t> members;
  for (const ReadLine& line : page) {
    if (!line.read) continue;
    events.push_back(line.read->id);
    if (const std::int64_t no = billedMember(*line.read); no != 0) members.insert(no);
  }
  tx.expectPage(terminal, events, {members.begin(), members.end()});
}

}  // namespace

bool projectLine(const Projection& to, const HqEventKey& key, const std::string& line) {
  ReadLine read = readLine(line);
  return applyLine(to, key, read);
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
    const ports::HqInboxBatch& batch = batches.front();
    const std::uint64_t last = std::min(batch.last, known->projected + kEventsAtOnce);
    std::vector<ReadLine> page;
    for (std::uint64_t seq = known->projected + 1; seq <= last; ++seq)
      page.push_back(readLine((*lines)[seq - batch.first]));
    announcePage(tx, backlog.terminal, page);
    std::uint64_t seq = known->projected;
    for (ReadLine& line : page) applyLine(to, {backlog.terminal, backlog.inc, ++seq}, line);
    taken = static_cast<int>(page.size());
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
