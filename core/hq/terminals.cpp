#include "core/hq/terminals.hpp"

#include "core/hq/orders.hpp"

#include <algorithm>
#include <limits>

#include "core/hq/announcements.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/ingest.hpp"
#include "core/sync/batch.hpp"
#include "core/sync/compression.hpp"

namespace kahui::hq {

namespace {

using ports::HqTerminal;
using ports::HqTerminalState;
using ports::HqTransaction;

std::string digestOf(base::ByteView secret) { return base::toHex(base::sha256({secret})); }

Answer<void> codeIsGood(const std::optional<ports::HqCode>& code, std::int64_t now_ms) {
  if (!code) return refuse(403, "code_unknown", "make a code with 'kahui-hq enrol-code'");
  if (code->used_ms != 0) return refuse(403, "code_used", "make a new code with 'kahui-hq enrol-code'");
  if (code->expires_ms <= now_ms) return refuse(403, "code_expired", "make a new code with 'kahui-hq enrol-code'");
  return {};
}

// Each terminal gets a million member numbers of its own, so that numbers given offline never meet.
std::int64_t memberRange(HqTransaction& tx) {
  constexpr std::int64_t kFirst = 1'000'000'000, kEach = 1'000'000;
  const std::int64_t ordinal = std::stoll(tx.meta("member_ranges").value_or("0"));
  tx.setMeta("member_ranges", std::to_string(ordinal + 1));
  return kFirst + ordinal * kEach;
}

Answer<sync::EnrolAnswer> enrolInside(HqTransaction& tx, ports::HqIssuer& issuer, const Identity& identity,
                                      const sync::EnrolRequest& request, std::int64_t now_ms) {
  const auto secret = base::fromHex(request.secret_hex);
  auto code = secret ? tx.code(digestOf(*secret)) : std::nullopt;
  if (auto good = codeIsGood(code, now_ms); !good) return tl::unexpected(good.error());
  if (request.demo && !identity.demo)
    return refuse(403, "demo_refused", "a demo store can only join a headquarters made with 'kahui-hq init --demo'");
  const auto known = tx.lockTerminal(request.terminal);
  // The code names a place: whoever stands there already and comes again has lost its certificate.
  const bool same_place = known && known->store == code->store && known->position == code->position;
  if (known && (!same_place || known->state != HqTerminalState::Active))
    return refuse(409, "terminal_taken", "another till is known by this name");
  const auto issued = issuer.issue(request.csr, request.terminal);
  if (!issued) return refuse(422, "broken", issued.error().detail);
  bool new_store = true;
  for (HqTerminal& other : tx.terminals()) {
    if (other.store != code->store) continue;
    new_store = false;
    if (other.id == request.terminal || other.position != code->position) continue;
    other.state = HqTerminalState::Retired;
    tx.putTerminal(other);
  }
  if (new_store) tx.welcomeStore(code->store, membersFeed(code->store));
  if (new_store) welcomeNews(tx, code->store);
  HqTerminal terminal = known.value_or(HqTerminal{});
  terminal.id = request.terminal;
  terminal.store = code->store;
  terminal.position = code->position;
  terminal.certificate = issued->sha256;
  terminal.app = request.app;
  terminal.enrolled_ms = now_ms;
  terminal.contact_ms = now_ms;
  tx.putTerminal(terminal);
  tx.dropCertificates(terminal.id, now_ms + 1);  // a till that enrols anew has left its old keys behind
  tx.putCertificate({terminal.id, issued->sha256, issued->issuer, now_ms, issued->expires_ms});
  code->used_ms = now_ms;
  tx.putCode(*code);
  sync::EnrolAnswer answer;
  answer.terminal = terminal.id;
  answer.store_no = terminal.store;
  answer.position = terminal.position;
  answer.incarnation = request.incarnation;
  answer.certificate = issued->pem;
  answer.ca = issuer.caPem();
  answer.hq_keys = identity.keys;
  answer.feed_key = identity.feed_key;
  answer.card_key = identity.card_key;
  answer.member_from = memberRange(tx);
  answer.hq_epoch = identity.epoch;
  answer.hq_ms = now_ms;
  answer.demo = identity.demo;
  return answer;
}

// Runs `work` in a transaction that a refusal undoes too.
template <class T, class Work>
Answer<T> answered(ports::HqStore& store, Work&& work) {
  Answer<T> answer = tl::unexpected(Refused{});
  const auto done = store.transaction([&](HqTransaction& tx) -> base::Status {
    answer = work(tx);
    return answer ? base::Status{} : base::fail(base::ErrorCode::WrongState);
  });
  if (!done && answer) return tl::unexpected(unavailable(done.error()));
  if (!done && answer.error().status == 0) return tl::unexpected(unavailable(done.error()));
  return answer;
}

// A process that syncs draws a name at its start and never takes an earlier one again. So a name that speaks after it
// was followed by another is a second running copy of the same till.
bool seenTwice(HqTransaction& tx, HqTerminal& terminal, const std::string& boot) {
  if (terminal.boot_id == boot) return false;
  constexpr std::size_t kRemembered = 600;  // characters of earlier names
  const std::string key = "boots/" + terminal.id;
  std::string earlier = tx.meta(key).value_or("");
  if (earlier.find("|" + boot + "|") != std::string::npos) return true;
  if (!terminal.boot_id.empty()) earlier = "|" + terminal.boot_id + "|" + earlier;
  tx.setMeta(key, earlier.substr(0, kRemembered));
  terminal.boot_id = boot;
  return false;
}

std::vector<sync::KnownIncarnation> judged(HqTransaction& tx, std::string_view terminal, const sync::Hello& said) {
  std::vector<sync::KnownIncarnation> list;
  for (const auto& known : tx.incarnations(terminal)) {
    const auto held = std::find_if(said.incarnations.begin(), said.incarnations.end(),
                                   [&](const auto& one) { return one.incarnation == known.inc; });
    const auto hash_at = [&](std::uint64_t seq) -> std::optional<base::Sha256> {
      if (seq == 0) return known.start;
      return seq == known.acked ? std::optional(known.acked_hash) : tx.hashAt(terminal, known.inc, seq);
    };
    list.push_back(sync::judge(held == said.incarnations.end() ? nullptr : &*held, known.inc,
                               {known.acked, known.acked_hash}, known.purgeable, hash_at));
  }
  for (const auto& held : said.incarnations) {
    const bool known =
        std::any_of(list.begin(), list.end(), [&](const auto& one) { return one.incarnation == held.incarnation; });
    if (!known) {
      const auto verdict = held.acked > 0 ? sync::Verdict::Behind : sync::Verdict::Ok;
      list.push_back({held.incarnation, {}, 0, verdict, 0});
    }
  }
  return list;
}

void takeDown(HqTerminal& terminal, const sync::Hello& said, const std::vector<sync::KnownIncarnation>& known,
              std::int64_t now_ms) {
  terminal.contact_ms = now_ms;
  terminal.app = said.app;
  terminal.offset_ms = said.now_ms == 0 ? 0 : said.now_ms - now_ms;
  std::uint64_t unsent = 0;
  const sync::HeldIncarnation* newest = nullptr;
  bool older_whole = true;
  for (const auto& held : said.incarnations)
    if (newest == nullptr || held.incarnation > newest->incarnation) newest = &held;
  for (const auto& held : said.incarnations) {
    const auto one =
        std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.incarnation == held.incarnation; });
    if (one == known.end() || held.head.seq <= one->acked.seq) continue;
    unsent += held.head.seq - one->acked.seq;
    if (&held != newest) older_whole = false;
  }
  if (unsent == 0) terminal.oldest_unsent_ms = 0;
  if (unsent > 0 && terminal.oldest_unsent_ms == 0) terminal.oldest_unsent_ms = now_ms;
  terminal.unsent = static_cast<std::int64_t>(unsent);
  if (newest != nullptr && older_whole) {
    terminal.hello_ms = now_ms;
    terminal.hello_inc = newest->incarnation;
    terminal.hello_seq = newest->head.seq;
  }
  if (!said.incarnations.empty()) terminal.head_seq = static_cast<std::int64_t>(said.incarnations.front().head.seq);
}

// The nightly run, spread over 01:05 to 05:05 in UTC+8 by the terminal's name, so that tills do not come all at once.
int slotOf(std::string_view terminal) {
  constexpr int kFirst_min = 65, kSpread_min = 240, kZone_min = 480, kDay_min = 1440;
  const auto hash = base::sha256({base::asBytes(terminal)});
  return (kFirst_min + (hash[0] * 256 + hash[1]) % kSpread_min + kDay_min - kZone_min) % kDay_min;
}

}  // namespace

base::Status putEnrolCode(ports::HqStore& store, const sync::EnrolCode& code, const std::string& store_no,
                          const std::string& position, std::int64_t now_ms) {
  if (!sync::validStoreNo(store_no))
    return base::fail(base::ErrorCode::BadInput, "--store: 1 to 8 letters or digits are expected");
  if (!sync::validPosition(position))
    return base::fail(base::ErrorCode::BadInput, "--position: a number from 1 to 99 is expected");
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    tx.putCode({digestOf(code.secret), store_no, position, now_ms + kCodeLife_ms, 0});
    return {};
  });
}

Answer<sync::EnrolAnswer> enrol(ports::HqStore& store, ports::HqIssuer& issuer, const Identity& identity,
                                const sync::EnrolRequest& request, std::int64_t now_ms) {
  return answered<sync::EnrolAnswer>(
      store, [&](HqTransaction& tx) { return enrolInside(tx, issuer, identity, request, now_ms); });
}

Answer<sync::HelloAnswer> hello(ports::HqStore& store, const Identity& identity, std::string_view terminal,
                                const sync::Hello& said, std::int64_t now_ms) {
  if (said.terminal != terminal)
    return refuse(403, "wrong_terminal", "the hello is of another terminal than the certificate");
  if (said.demo && !identity.demo) return refuse(403, "demo_refused", "this headquarters takes no demo stores");
  return answered<sync::HelloAnswer>(store, [&](HqTransaction& tx) -> Answer<sync::HelloAnswer> {
    auto known = tx.lockTerminal(terminal);
    if (!known) return refuse(403, "revoked", "this terminal is not known here");
    sync::HelloAnswer answer;
    answer.hq_epoch = identity.epoch;
    answer.hq_ms = now_ms;
    answer.demo = identity.demo;
    answer.slot_min = slotOf(terminal);
    answer.incarnations = judged(tx, terminal, said);
    if (known->state == HqTerminalState::Active && seenTwice(tx, *known, said.boot))
      known->state = HqTerminalState::Quarantined;
    if (known->state == HqTerminalState::Quarantined)
      answer.orders.push_back({"quarantine", {}, "this terminal was seen twice at once", 0});
    if (known->state == HqTerminalState::Retired)
      for (auto& one : answer.incarnations) one.verdict = sync::Verdict::Retired;
    for (const auto& one : answer.incarnations)
      if (one.verdict == sync::Verdict::Forked)
        tx.putFlag({{std::string(terminal), one.incarnation, one.common}, "fork", "", "hello"});
    takeDown(*known, said, answer.incarnations, now_ms);
    tx.putTerminal(*known);
    keepCursors(tx, *known, said, now_ms);
    if (known->state == HqTerminalState::Active) giveOrders(tx, *known, answer);
    return answer;
  });
}

Answer<sync::Ack> ackOf(ports::HqStore& store, std::string_view terminal, std::uint32_t inc, std::int64_t now_ms) {
  return answered<sync::Ack>(store, [&](HqTransaction& tx) -> Answer<sync::Ack> {
    if (auto may = maySend(tx.terminal(terminal)); !may) return tl::unexpected(may.error());
    sync::Ack ack;
    ack.incarnation = inc;
    ack.hq_ms = now_ms;
    if (const auto known = tx.incarnation(terminal, inc)) {
      ack.acked = {known->acked, known->acked_hash};
      ack.purgeable = known->purgeable;
    }
    return ack;
  });
}

base::Result<std::vector<std::string>> linesOf(const ports::HqInboxBatch& batch) {
  const auto raw = sync::inflate(batch.lines, sync::kMostRaw_bytes);
  if (!raw) return base::fail(base::ErrorCode::StoreCorrupt, "inbox: " + raw.error().detail);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < raw->size();) {
    const std::size_t end = std::min(raw->find('\n', at), raw->size());
    lines.push_back(raw->substr(at, end - at));
    at = end + 1;
  }
  if (lines.size() != batch.last - batch.first + 1)
    return base::fail(base::ErrorCode::StoreCorrupt, "inbox: a batch of another length");
  return lines;
}

Answer<std::string> logAfter(ports::HqStore& store, const Identity& identity, std::string_view terminal,
                             std::uint32_t inc, std::uint64_t after, std::size_t limit) {
  return answered<std::string>(store, [&](HqTransaction& tx) -> Answer<std::string> {
    if (!tx.terminal(terminal)) return refuse(403, "revoked", "this terminal is not known here");
    const auto known = tx.incarnation(terminal, inc);
    if (!known || after >= known->acked) return std::string();
    const auto batches = tx.inboxFrom(terminal, inc, after + 1, 1);
    if (batches.empty()) return refuse(503, "unavailable", "these events are not here any more");
    auto lines = linesOf(batches.front());
    if (!lines) return tl::unexpected(unavailable(lines.error()));
    sync::BatchHeader header;
    header.terminal = terminal;
    header.incarnation = inc;
    header.first = after + 1;
    const auto skip = static_cast<std::ptrdiff_t>(header.first - batches.front().first);
    lines->erase(lines->begin(), lines->begin() + skip);
    if (lines->size() > limit) lines->resize(limit);
    header.last = after + lines->size();
    header.prev_hash = after == 0 ? known->start : tx.hashAt(terminal, inc, after).value_or(base::Sha256{});
    header.head_hash = header.last == known->acked ? known->acked_hash
                                                   : tx.hashAt(terminal, inc, header.last).value_or(base::Sha256{});
    header.app = "kahui-hq";
    header.sv_max = journal::kPayloadVersion;
    header.last_hq_epoch = identity.epoch;
    return sync::compress(sync::joinBatch(header, *lines));
  });
}

base::Status revokeTerminal(ports::HqStore& store, const std::string& terminal) {
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    auto known = tx.lockTerminal(terminal);
    if (!known) return base::fail(base::ErrorCode::BadInput, "no terminal is called " + terminal);
    known->certificate.clear();
    tx.putTerminal(*known);
    tx.dropCertificates(terminal, std::numeric_limits<std::int64_t>::max());
    return {};
  });
}

base::Status setTerminalState(ports::HqStore& store, const std::string& terminal, ports::HqTerminalState state) {
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    auto known = tx.lockTerminal(terminal);
    if (!known) return base::fail(base::ErrorCode::BadInput, "no terminal is called " + terminal);
    known->state = state;
    tx.putTerminal(*known);
    tx.setMeta("boots/" + terminal, "");
    return {};
  });
}

}  // namespace kahui::hq
