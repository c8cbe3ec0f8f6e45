// Hello, the healing of chains after a restore, and the upload.
#include <algorithm>

#include "core/sync/batch.hpp"
#include "core/sync/client.hpp"
#include "core/sync/compression.hpp"
#include "core/sync/envelope.hpp"
#include "core/sync/limits.hpp"

namespace kahui::sync {

namespace {

constexpr int kMostHellos = 4;  // of a session: what four could not settle needs a person

ports::SyncRequest get(std::string path, std::size_t most_bytes) {
  ports::SyncRequest request;
  request.method = "GET";
  request.path = std::move(path);
  request.most_bytes = most_bytes;
  return request;
}

// It goes into a request's target as it is.
bool isOrderId(std::string_view id) {
  return !id.empty() && id.size() <= 32 && std::all_of(id.begin(), id.end(), [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-';
  });
}

std::int64_t lastHlc(const std::vector<std::string>& lines) {
  if (lines.empty()) return 0;
  const auto envelope = parseEnvelope(lines.back());
  return envelope ? envelope->hlc : 0;
}

}  // namespace

base::Result<Client::Todo> Client::hello() {
  const auto chains = m_store.chains();
  if (!chains) return tl::unexpected(chains.error());
  const auto cursors = m_store.cursors();
  if (!cursors) return tl::unexpected(cursors.error());
  const ports::StoreInfo& info = m_store.syncInfo();
  Hello hello;
  hello.terminal = info.terminal;
  hello.boot = m_setup.boot;
  hello.app = m_setup.app;
  hello.demo = info.demo;
  hello.sv_most = journal::kPayloadVersion;
  hello.free_disk_bytes = m_setup.free_disk_bytes;
  hello.now_ms = m_clock.now().utc_ms;
  const std::size_t skip = chains->size() > kMostIncarnations ? chains->size() - kMostIncarnations : 0;
  for (auto chain = chains->begin() + static_cast<std::ptrdiff_t>(skip); chain != chains->end(); ++chain) {
    HeldIncarnation held{chain->incarnation, chain->head, chain->acked, {}};
    const auto mark = [&](std::uint64_t seq) -> base::Status {
      const auto hash = m_store.hashAt(chain->incarnation, seq);
      if (!hash) return tl::unexpected(hash.error());
      if (*hash) held.marks.push_back({seq, **hash});
      return {};
    };
    if (chain->acked > 0 && chain->acked < chain->head.seq) KAHUI_TRY(mark(chain->acked));
    for (std::uint64_t back = 1; back < chain->head.seq; back = back * 2 + 1) KAHUI_TRY(mark(chain->head.seq - back));
    if (chain->head.seq > 0) KAHUI_TRY(mark(0));
    hello.incarnations.push_back(std::move(held));
  }
  for (const ports::FeedCursor& cursor : *cursors)
    hello.cursors.push_back({cursor.scope, cursor.epoch, cursor.position});
  ports::SyncRequest request;
  request.method = "POST";
  request.path = "/v1/hello";
  request.content_type = "application/json";
  request.body = encode(hello);
  request.most_bytes = kMostMessage_bytes;
  return Todo{Todo::Kind::Send, std::move(request)};
}

base::Status Client::takeHello(const ports::SyncResponse& answer) {
  auto said = answer.status == 200 ? parseHelloAnswer(answer.body)
                                   : base::Result<HelloAnswer>(base::fail(base::ErrorCode::PeerFailed));
  if (!said)
    return stop(Stop::Alarm,
                "hello was answered with status " + std::to_string(answer.status) + " " + said.error().detail);
  ++m_hellos;
  std::sort(said->incarnations.begin(), said->incarnations.end(),
            [](const auto& a, const auto& b) { return a.incarnation < b.incarnation; });
  m_epoch = said->hq_epoch;
  const std::int64_t now_ms = m_clock.now().utc_ms;
  m_contact = {said->hq_epoch, now_ms, said->hq_ms == 0 ? 0 : said->hq_ms - now_ms, {}, {}};
  m_outcome.verdict = Verdict::Ok;
  m_fetches.clear();
  m_expect.reset();
  for (const KnownIncarnation& known : said->incarnations)
    m_outcome.verdict = std::max(m_outcome.verdict, known.verdict);
  m_contact.verdict = name(m_outcome.verdict);
  if (m_outcome.verdict == Verdict::Retired) return stop(Stop::Refused, "retired");
  for (const HelloOrder& order : said->orders)
    if (order.what == "quarantine")
      return stop(Stop::Quarantined, order.why.empty() ? "seen twice at once" : order.why);
  m_resnapshots.clear();
  for (const HelloOrder& order : said->orders) {
    if (order.what == "resnapshot" && knownScope(order.scope) && isOrderId(order.id))
      m_resnapshots[order.scope] = order.id;
    if (order.what == "rotate_cert") m_outcome.rotate_certificate = true;
  }

  const auto held = m_store.chains();
  if (!held) return tl::unexpected(held.error());
  // Sales must not go on in numbers that headquarters has already: first of all a new incarnation above all that it
  // knows.
  std::uint32_t newest = 0;
  for (const KnownIncarnation& known : said->incarnations) newest = std::max(newest, known.incarnation);
  const ports::HeldChain& current = held->back();
  for (const KnownIncarnation& known : said->incarnations) {
    const bool behind = known.incarnation == current.incarnation && known.acked.seq > current.head.seq;
    if (known.incarnation > current.incarnation ||
        (behind && (known.verdict != Verdict::Forked || current.head.seq == 0))) {
      KAHUI_TRY(m_store.beginIncarnation("rolled_back", newest, current.head.seq + 1));
      break;
    }
  }
  for (const KnownIncarnation& known : said->incarnations) KAHUI_TRY(compare(known, *held));
  // What headquarters does not name any more it has lost whole.
  for (const ports::HeldChain& chain : *held) {
    const bool named = std::any_of(said->incarnations.begin(), said->incarnations.end(),
                                   [&](const auto& known) { return known.incarnation == chain.incarnation; });
    if (!named && chain.acked > 0) KAHUI_TRY(compare({chain.incarnation, {}, 0, Verdict::Behind, 0}, *held));
  }
  KAHUI_TRY(m_store.setContact(m_contact));
  for (const HelloOrder& order : said->orders)
    if (order.what == "throttle" && order.wait_s > 0) m_wait = Todo{Todo::Kind::Wait, {}, order.wait_s * 1000};
  m_phase = m_fetches.empty() ? Phase::Push : Phase::Fetch;
  return {};
}

// The till's own look at what headquarters says of one chain: it compares hashes too, and so finds what a headquarters
// cannot, whose head lies inside the till's chain.
base::Status Client::compare(const KnownIncarnation& known, const std::vector<ports::HeldChain>& held) {
  const auto own = std::find_if(held.begin(), held.end(),
                                [&](const ports::HeldChain& one) { return one.incarnation == known.incarnation; });
  if (own == held.end()) {
    if (known.acked.seq > 0) m_fetches.push_back({known.incarnation, 0, known.acked.seq, false});
    return {};
  }
  bool forked = known.verdict == Verdict::Forked;
  if (own->head.seq >= known.acked.seq) {
    const auto hash = m_store.hashAt(known.incarnation, known.acked.seq);
    if (!hash) return tl::unexpected(hash.error());
    // Headquarters that holds nothing of a chain does not know how it starts either.
    if (*hash && (known.acked.seq == 0 || **hash == known.acked.hash)) {
      return m_store.setAcked(known.incarnation, {known.acked.seq, **hash}, known.purgeable,
                              known.acked.seq < own->acked);
    }
    forked = true;
  }
  m_outcome.verdict = std::max(m_outcome.verdict, forked ? Verdict::Forked : Verdict::RolledBack);
  m_contact.verdict = name(m_outcome.verdict);
  m_fetches.push_back({known.incarnation, forked ? known.common : own->head.seq, known.acked.seq, forked});
  return {};
}

base::Result<Client::Todo> Client::fetch() {
  const FetchTask& task = m_fetches.front();
  ports::SyncRequest request =
      get("/v1/log?inc=" + std::to_string(task.incarnation) + "&after=" + std::to_string(task.after) +
              "&limit=" + std::to_string(kBatchEvents),
          kMostCompressed_bytes);
  return Todo{Todo::Kind::Send, std::move(request)};
}

base::Status Client::takeFetched(const ports::SyncResponse& answer) {
  FetchTask& task = m_fetches.front();
  if (answer.status != 200)
    return stop(Stop::Alarm,
                "headquarters does not give back events of incarnation " + std::to_string(task.incarnation));
  const auto raw = inflate(answer.body, kMostRaw_bytes);
  const auto batch = raw ? splitBatch(*raw) : base::Result<ParsedBatch>(tl::unexpected(raw.error()));
  const auto checked =
      batch ? checkBatch(*batch) : base::Result<std::vector<base::Sha256>>(tl::unexpected(batch.error()));
  if (!checked || batch->header.incarnation != task.incarnation || batch->header.first != task.after + 1 ||
      batch->header.terminal != m_store.syncInfo().terminal)
    return stop(Stop::Alarm, "events that headquarters gave back do not hold: " +
                                 (checked ? "another place" : checked.error().detail));
  KAHUI_TRY(part(task, std::vector<std::string>(batch->lines.begin(), batch->lines.end()), batch->header.prev_hash));
  if (m_phase == Phase::Finished) return {};
  if (m_fetches.front().after >= m_fetches.front().upto) m_fetches.pop_front();
  if (!m_fetches.empty()) return {};
  // With the chains healed, another hello settles what is acknowledged.
  return helloAgain("the chains cannot be healed");
}

// Passes over the lines that both have; at the first that differs the till's branch moves, and what headquarters has
// is kept.
base::Status Client::part(FetchTask& task, std::vector<std::string> lines, base::Sha256 previous) {
  std::size_t same = 0;
  while (task.forked && same < lines.size()) {
    const base::Sha256 hash = journal::chainNext(previous, lines[same]);
    const auto own = m_store.hashAt(task.incarnation, task.after + 1);
    if (!own) return tl::unexpected(own.error());
    if (!*own || **own != hash) {
      task.forked = false;
      break;
    }
    previous = hash;
    ++task.after;
    ++same;
  }
  const auto chains = m_store.chains();
  if (!chains) return tl::unexpected(chains.error());
  for (const ports::HeldChain& chain : *chains) {
    if (task.forked || chain.incarnation != task.incarnation || chain.head.seq <= task.after) continue;
    const base::Status moved = m_store.moveBranch(task.incarnation, task.after);
    if (!moved && moved.error().code == base::ErrorCode::WrongState) return stop(Stop::Alarm, moved.error().detail);
    if (!moved) return moved;
    ++m_outcome.moved;
  }
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(same));
  if (lines.empty()) return {};
  const base::Status kept = m_store.keepFetched(task.incarnation, task.after + 1, previous, lines);
  if (!kept && kept.error().code == base::ErrorCode::WrongState) return stop(Stop::Alarm, kept.error().detail);
  if (!kept) return kept;
  m_outcome.fetched += lines.size();
  task.after += lines.size();
  return {};
}

base::Status Client::helloAgain(const std::string& why) {
  if (m_hellos >= kMostHellos) return stop(Stop::Alarm, why);
  m_phase = Phase::Hello;
  return {};
}

base::Result<Client::Todo> Client::push() {
  const auto chains = m_store.chains();
  if (!chains) return tl::unexpected(chains.error());
  for (const ports::HeldChain& chain : *chains) {
    const std::uint64_t after = m_expect && chain.incarnation == m_sent.incarnation ? *m_expect - 1 : chain.acked;
    if (after >= chain.head.seq) continue;
    auto lines = m_store.linesAfter(chain.incarnation, after, m_batch_events, kBatchRaw_bytes);
    if (!lines) return tl::unexpected(lines.error());
    m_sent = {chain.incarnation, after + 1, after + lines->lines.size()};
    BatchHeader header{m_store.syncInfo().terminal,
                       chain.incarnation,
                       m_sent.first,
                       m_sent.last,
                       lines->prev_hash,
                       lines->head_hash,
                       m_setup.app,
                       journal::kPayloadVersion,
                       lastHlc(lines->lines),
                       m_epoch};
    ports::SyncRequest request;
    request.method = "POST";
    request.path = "/v1/batches";
    request.content_type = "application/zstd";
    request.body = compress(joinBatch(header, lines->lines));
    request.most_bytes = kMostMessage_bytes;
    return Todo{Todo::Kind::Send, std::move(request)};
  }
  m_phase = Phase::Profiles;
  return next();
}

// Who a member is goes beside the log, once headquarters has the event that made him.
base::Result<Client::Todo> Client::profiles() {
  m_boxed.clear();
  if (m_setup.box_key) {
    auto members = m_store.profilesToSend(kProfilesLimit);
    if (!members) return tl::unexpected(members.error());
    std::vector<ProfileBox> boxes;
    for (const member::Member& member : *members) {
      boxes.push_back({member.id.hex(), boxProfile(*m_setup.box_key, member.profile)});
      m_boxed.push_back(member.no);
    }
    if (!boxes.empty()) {
      ports::SyncRequest request;
      request.method = "POST";
      request.path = "/v1/profiles";
      request.content_type = "application/json";
      request.body = encode(boxes);
      request.most_bytes = kMostMessage_bytes;
      return Todo{Todo::Kind::Send, std::move(request)};
    }
  }
  m_phase = Phase::Feed;
  if (!m_setup.feed) KAHUI_TRY(finish());
  return next();
}

// An older headquarters does not know the address: they stay for the next session.
base::Status Client::takeProfiles(const ports::SyncResponse& answer) {
  if (answer.status == 200) return m_store.profilesSent(m_boxed);
  m_setup.box_key.reset();
  return {};
}

base::Status Client::takeAck(const ports::SyncResponse& answer) {
  const auto ack = parseAck(answer.body);
  if (!ack) return stop(Stop::Alarm, "an acknowledgement cannot be read: " + ack.error().detail);
  // An answer that does not cover what was sent acknowledges nothing; it is asked again.
  if (ack->incarnation != m_sent.incarnation || ack->acked.seq < m_sent.last)
    return helloAgain("acknowledgements do not cover what was sent");
  const base::Status acked = m_store.setAcked(ack->incarnation, ack->acked, ack->purgeable, false);
  if (!acked && acked.error().code == base::ErrorCode::WrongState)
    return helloAgain("headquarters acknowledges what this till does not hold");
  if (!acked) return acked;
  m_expect.reset();
  ++m_outcome.batches;
  m_outcome.sent += ack->stored;
  m_outcome.dup += ack->dup;
  return {};
}

base::Status Client::takeRefusedBatch(const ports::SyncResponse& answer) {
  const auto refusal = parseRefusal(answer.body);
  const std::string error = refusal ? refusal->error : std::string();
  if (answer.status == 409 && error == "gap" && refusal->expect >= 1 && refusal->expect < m_sent.first) {
    m_expect = refusal->expect;  // smaller each time, so it ends
    return {};
  }
  if (answer.status == 409) return helloAgain("headquarters and this till cannot agree on a chain: " + error);
  if (answer.status == 413 && m_batch_events > 1 && m_sent.last > m_sent.first) {
    m_batch_events = std::max<std::size_t>(1, (m_sent.last - m_sent.first + 1) / 2);
    return {};
  }
  // Nothing is lost: the journal keeps what could not be sent, and a person looks.
  return stop(Stop::Alarm, "a batch was refused with status " + std::to_string(answer.status) + " " + error +
                               " (incarnation " + std::to_string(m_sent.incarnation) + ", events " +
                               std::to_string(m_sent.first) + " to " + std::to_string(m_sent.last) + ")" +
                               (refusal ? " " + refusal->message : ""));
}

}  // namespace kahui::sync
