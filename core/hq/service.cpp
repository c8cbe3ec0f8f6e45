#include "core/hq/service.hpp"

#include <charconv>

#include "core/hq/blobs.hpp"
#include "core/hq/coupon_holds.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/held_bills.hpp"
#include "core/hq/ingest.hpp"
#include "core/hq/orders.hpp"
#include "core/hq/points_claims.hpp"
#include "core/hq/profiles.hpp"
#include "core/hq/recon.hpp"
#include "core/hq/renewal.hpp"
#include "core/hq/rights.hpp"
#include "core/hq/snapshots.hpp"
#include "core/sync/blobs.hpp"
#include "core/sync/compression.hpp"
#include "core/sync/limits.hpp"
#include "core/sync/wire_json.hpp"

namespace kahui::hq {

namespace {

constexpr const char* kJson = "application/json";
constexpr const char* kZstd = "application/zstd";

Response json(std::string body) { return {200, kJson, std::move(body), {}}; }

Response refusalOf(int status, std::string error, std::string message = {}) {
  return refusal({status, {std::move(error), std::move(message), 0, {}, {}}});
}

// JSON of a message, or the refusal.
template <class T>
Response respond(const Answer<T>& answer) {
  return answer ? json(sync::encode(*answer)) : refusal(answer.error());
}

std::optional<char> hexPair(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(static_cast<char>(value))
                                                                  : std::nullopt;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      plain += text[i];
      continue;
    }
    const auto c = i + 2 < text.size() ? hexPair(text.substr(i + 1, 2)) : std::nullopt;
    if (!c || *c == '\0') return std::nullopt;
    plain += *c;
    i += 2;
  }
  return plain;
}

bool safeName(std::string_view text) {
  constexpr std::string_view kGood = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
  return !text.empty() && text.size() <= 128 && text.find_first_not_of(kGood) == std::string_view::npos &&
         text[0] != '.';
}

std::optional<Cursor> parseCursor(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  Cursor cursor;
  const auto number = [](std::string_view part, std::int64_t& out) {
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), out);
    return error == std::errc() && end == part.data() + part.size() && out >= 0;
  };
  if (!number(text.substr(0, dot), cursor.epoch) || !number(text.substr(dot + 1), cursor.position)) return std::nullopt;
  return cursor;
}

// One range of bytes, as clients ask that go on with a download; others get the whole file.
struct ByteRange {
  std::size_t first = 0, last = 0;
};
std::optional<ByteRange> parseRange(std::string_view text, std::size_t size) {
  constexpr std::string_view kUnit = "bytes=";
  if (!text.starts_with(kUnit)) return std::nullopt;
  text.remove_prefix(kUnit.size());
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos || dash == 0) return std::nullopt;
  ByteRange range{0, size == 0 ? 0 : size - 1};
  const auto [end, error] = std::from_chars(text.data(), text.data() + dash, range.first);
  if (error != std::errc() || end != text.data() + dash) return std::nullopt;
  if (dash + 1 < text.size()) {
    std::size_t last = 0;
    const auto [tail, bad] = std::from_chars(text.data() + dash + 1, text.data() + text.size(), last);
    if (bad != std::errc() || tail != text.data() + text.size() || last < range.first) return std::nullopt;
    range.last = std::min(range.last, last);
  }
  return range;
}

Response fileResponse(const Request& request, const std::string& bytes, const std::string& etag) {
  Response response{200, kZstd, bytes, {{"ETag", etag}, {"Accept-Ranges", "bytes"}, {"Cache-Control", "immutable"}}};
  const auto wanted = request.headers.find("range");
  const auto condition = request.headers.find("if-range");
  if (wanted == request.headers.end() || (condition != request.headers.end() && condition->second != etag))
    return response;
  const auto range = parseRange(wanted->second, bytes.size());
  if (!range) return response;
  const std::string size = std::to_string(bytes.size());
  if (range->first >= bytes.size()) return {416, kZstd, {}, {{"Content-Range", "bytes */" + size}}};
  response.status = 206;
  response.body = bytes.substr(range->first, range->last - range->first + 1);
  response.headers["Content-Range"] =
      "bytes " + std::to_string(range->first) + "-" + std::to_string(range->last) + "/" + size;
  return response;
}

}  // namespace

struct Service::Call {
  const Request& request;
  Target target;
  std::int64_t now_ms = 0;

  [[nodiscard]] std::string text(const std::string& key) const {
    const auto found = target.query.find(key);
    return found == target.query.end() ? std::string() : found->second;
  }
};

std::optional<Target> Target::parse(std::string_view text) {
  constexpr std::size_t kMost = 2048;
  if (text.empty() || text[0] != '/' || text.size() > kMost) return std::nullopt;
  Target target;
  const std::size_t mark = text.find('?');
  const auto path = unescaped(text.substr(0, mark));
  if (!path) return std::nullopt;
  target.path = *path;
  for (std::size_t at = mark; at != std::string_view::npos && at < text.size();) {
    const std::size_t end = std::min(text.find('&', at + 1), text.size());
    const std::string_view pair = text.substr(at + 1, end - at - 1);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const auto key = unescaped(pair.substr(0, equals));
    const auto value = unescaped(pair.substr(std::min(equals + 1, pair.size())));
    if (!key || !value) return std::nullopt;
    target.query[*key] = *value;
    at = end;
  }
  return target;
}

std::optional<std::int64_t> Target::number(const std::string& key) const {
  const auto found = query.find(key);
  if (found == query.end()) return std::nullopt;
  const std::string& text = found->second;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

Response refusal(const Refused& refused, std::uint32_t spread) {
  Response response{refused.status, kJson, sync::encode(refused.body), {}};
  if (refused.retry_after_s > 0)
    response.headers["Retry-After"] = std::to_string(
        refused.retry_after_s + static_cast<int>(spread % (static_cast<std::uint32_t>(refused.retry_after_s) + 1)));
  return response;
}

Response Service::handle(const Request& request) {
  auto target = Target::parse(request.target);
  Response response = target ? route({request, std::move(*target), m_parts.clock.now().utc_ms})
                             : refusalOf(400, "broken", "the request's target");
  if (response.status >= 400) {
    const auto refused = sync::parseRefusal(response.body);
    m_parts.metrics.refused(response.status, refused ? refused->error : std::string());
  }
  if (request.method == "HEAD") response.body.clear();
  response.headers["X-Kahui-Time"] = std::to_string(m_parts.clock.now().utc_ms);
  return response;
}

Response Service::route(const Call& call) {
  const std::string& path = call.target.path;
  if (path == "/v1/enrol") return call.request.method == "POST" ? enrol(call) : refusalOf(405, "method");
  if (!path.starts_with("/v1/")) return refusalOf(404, "not_found");
  if (call.request.terminal.empty()) return refusalOf(401, "no_certificate", "enrol this till first");
  return routeTerminal(call);
}

// The certificate must be one that is in force: a till that enrolled anew has left its old key behind.
Response Service::routeTerminal(const Call& call) {
  bool in_force = false;
  const auto read = m_parts.store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    in_force = certificateInForce(tx, call.request.terminal, call.request.certificate);
    return {};
  });
  if (!read) return refusal(unavailable(read.error()));
  if (!in_force) return refusalOf(403, "revoked", "this certificate is not in force; enrol this till again");
  const std::string& path = call.target.path;
  const bool post = call.request.method == "POST", get = call.request.method == "GET";
  if (path == "/v1/hello" && post) return hello(call);
  if (path == "/v1/renew" && post) return renew(call);
  if (path == "/v1/batches" && post) return batches(call);
  if (path == "/v1/profiles" && post) return profiles(call);
  if (path == "/v1/ack" && get) return ack(call);
  if (path == "/v1/log" && get) return log(call);
  if (path == "/v1/grants" && get) return grants(call);
  if (path == "/v1/members" && get) return member(call);
  if (path == "/v1/auth/coupon" && post) return couponAuth(call, true);
  if (path == "/v1/auth/coupon-free" && post) return couponAuth(call, false);
  if (path == "/v1/auth/claim" && post) return claim(call);
  if (path == "/v1/held" && (post || get)) return held(call);
  if (path == "/v1/held/take" && post) return heldAct(call, true);
  if (path == "/v1/held/withdraw" && post) return heldAct(call, false);
  if (path.starts_with("/v1/auth/") && post) return auth(call);
  if (path == "/v1/changes" && get) return changes(call);
  if (path.starts_with("/v1/snapshots/") && get) return snapshot(call);
  if (path.starts_with("/v1/blobs/")) return blob(call);
  if (path.starts_with("/v1/recon/") && get) return recon(call);
  return refusalOf(404, "not_found");
}

Response Service::enrol(const Call& call) {
  const auto wanted = sync::parseEnrolRequest(call.request.body);
  if (!wanted) return refusalOf(422, "broken", wanted.error().detail);
  const auto answer = hq::enrol(m_parts.store, m_parts.issuer, m_parts.identity, *wanted, call.now_ms);
  if (answer) ++m_parts.metrics.enrolments;
  return respond(answer);
}

Response Service::hello(const Call& call) {
  const auto said = sync::parseHello(call.request.body);
  if (!said) return refusalOf(422, "broken", said.error().detail);
  ++m_parts.metrics.hellos;
  auto answer = hq::hello(m_parts.store, m_parts.identity, call.request.terminal, *said, call.now_ms);
  if (!answer) return respond(answer);
  bool renew = nearEnd(call.request.certificate_expires_ms, call.now_ms);
  if (!renew && m_parts.issuer.rotating())
    static_cast<void>(m_parts.store.transaction([&](ports::HqTransaction& tx) -> base::Status {
      renew = ofOldAuthority(tx, call.request.terminal, call.request.certificate, m_parts.issuer);
      return {};
    }));
  if (renew) answer->orders.push_back({"rotate_cert"});
  return respond(answer);
}

Response Service::renew(const Call& call) {
  const auto wanted = sync::parseRenewRequest(call.request.body);
  if (!wanted) return refusalOf(422, "broken", wanted.error().detail);
  return respond(hq::renew(m_parts.store, m_parts.issuer, call.request.terminal, *wanted, call.now_ms));
}

Response Service::batches(const Call& call) {
  const auto began = m_parts.clock.steadyNow();
  const auto answer = ingestBody(m_parts.store, call.request.terminal, call.request.body, call.now_ms);
  if (answer) {
    Metrics& metrics = m_parts.metrics;
    ++(answer->stored > 0 ? metrics.batches_stored : metrics.batches_repeated);
    metrics.events_stored += static_cast<std::int64_t>(answer->stored);
    metrics.events_repeated += static_cast<std::int64_t>(answer->dup);
    metrics.commit_us =
        std::chrono::duration_cast<std::chrono::microseconds>(m_parts.clock.steadyNow() - began).count();
  }
  return respond(answer);
}

Response Service::profiles(const Call& call) {
  const auto boxes = sync::parseProfileBoxes(call.request.body);
  if (!boxes || std::ssize(*boxes) > sync::kProfilesLimit) return refusalOf(422, "broken", "profiles");
  const auto kept = keepProfiles(m_parts.store, call.request.terminal, *boxes);
  return kept ? json("{}") : refusal(unavailable(kept.error()));
}

Response Service::ack(const Call& call) {
  const auto inc = call.target.number("inc");
  if (!inc || *inc < 1 || *inc > (1 << 20)) return refusalOf(422, "broken", "inc: is missing");
  return respond(ackOf(m_parts.store, call.request.terminal, static_cast<std::uint32_t>(*inc), call.now_ms));
}

Response Service::log(const Call& call) {
  const auto inc = call.target.number("inc"), after = call.target.number("after");
  const std::int64_t limit =
      std::clamp<std::int64_t>(call.target.number("limit").value_or(sync::kBatchEvents), 1, sync::kBatchEvents);
  if (!inc || *inc < 1 || *inc > (1 << 20) || !after) return refusalOf(422, "broken", "inc, after: are missing");
  const auto body = logAfter(m_parts.store, m_parts.identity, call.request.terminal, static_cast<std::uint32_t>(*inc),
                             static_cast<std::uint64_t>(*after), static_cast<std::size_t>(limit));
  if (!body) return refusal(body.error());
  return body->empty() ? Response{204, {}, {}, {}} : Response{200, kZstd, *body, {}};
}

// The feed of the terminal's store, or nothing for a scope that is not served.
std::string Service::feedFor(const Call& call, const std::string& scope) {
  std::string feed;
  static_cast<void>(m_parts.store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    const auto terminal = tx.terminal(call.request.terminal);
    feed =
        terminal && terminal->state == ports::HqTerminalState::Active ? feedOf(scope, terminal->store) : std::string();
    return {};
  }));
  return feed;
}

Response Service::changes(const Call& call) {
  const auto cursor = parseCursor(call.text("cursor"));
  if (!cursor) return refusalOf(422, "broken", "cursor: EPOCH.POSITION is expected");
  const std::string feed = feedFor(call, call.text("scope"));
  if (feed.empty()) return refusalOf(404, "not_found", "no such scope");
  if (const std::string done = call.text("done"); !done.empty())
    static_cast<void>(m_parts.store.transaction([&](ports::HqTransaction& tx) -> base::Status {
      orderDone(tx, call.request.terminal, done, call.now_ms);
      return {};
    }));
  const int limit = static_cast<int>(
      std::clamp<std::int64_t>(call.target.number("limit").value_or(sync::kChangesLimit), 1, sync::kChangesLimit));
  const auto page = changesAfter(m_parts.store, feed, m_parts.identity.epoch, *cursor, limit);
  if (!page) return refusal(page.error());
  if (!*page) return {304, {}, {}, {}};
  ++m_parts.metrics.change_pages;
  Response response = json(sync::encode(**page));
  const auto accepts = call.request.headers.find("accept-encoding");
  if (accepts != call.request.headers.end() && accepts->second.find("zstd") != std::string::npos) {
    response.body = sync::compress(response.body);
    response.headers["Content-Encoding"] = "zstd";
  }
  return response;
}

Response Service::snapshot(const Call& call) {
  const std::string rest = call.target.path.substr(std::string_view("/v1/snapshots/").size());
  const std::size_t slash = rest.find('/');
  const std::string id = rest.substr(0, slash),
                    file = slash == std::string::npos ? std::string() : rest.substr(slash + 1);
  if (!safeName(id) || !safeName(file)) return refusalOf(404, "not_found");
  if (file == "latest") {
    const std::string feed = feedFor(call, id);
    std::optional<sync::SnapshotManifest> manifest;
    const auto done = m_parts.store.transaction([&](ports::HqTransaction& tx) -> base::Status {
      manifest = latestSnapshot(tx, feed);
      return {};
    });
    if (!done) return refusal(unavailable(done.error()));
    return manifest ? json(sync::encode(*manifest)) : refusalOf(404, "not_found", "there is no snapshot yet");
  }
  const auto bytes = m_parts.snapshots(id, file);
  return bytes ? fileResponse(call.request, *bytes, "\"" + id + "/" + file + "\"") : refusalOf(404, "not_found");
}

Response Service::grants(const Call& call) {
  const auto epoch = call.target.number("epoch"), after = call.target.number("after");
  if (!epoch || !after) return refusalOf(422, "broken", "epoch, after: are missing");
  return respond(grantsAfter(m_parts.store, call.request.terminal, m_parts.identity.epoch, {*epoch, *after}));
}

Response Service::couponAuth(const Call& call, bool hold) {
  const auto asked = sync::parseCouponAuth(call.request.body);
  if (!asked) return refusalOf(422, "broken", asked.error().detail);
  return respond(hold ? holdCoupon(m_parts.store, call.request.terminal, *asked, call.now_ms)
                      : freeCoupon(m_parts.store, *asked));
}

Response Service::held(const Call& call) {
  if (call.request.method == "GET") return respond(heldPage(m_parts.store, call.request.terminal, call.now_ms));
  const auto offer = sync::parseHeldOffer(call.request.body);
  if (!offer) return refusalOf(422, "broken", offer.error().detail);
  return respond(offerHeld(m_parts.store, call.request.terminal, *offer, call.now_ms));
}

Response Service::heldAct(const Call& call, bool take) {
  const auto asked = sync::parseHeldAsk(call.request.body);
  if (!asked) return refusalOf(422, "broken", asked.error().detail);
  return respond(take ? takeHeld(m_parts.store, call.request.terminal, *asked, call.now_ms)
                      : withdrawHeld(m_parts.store, call.request.terminal, *asked, call.now_ms));
}

Response Service::claim(const Call& call) {
  const auto asked = sync::parseClaimAsk(call.request.body);
  if (!asked) return refusalOf(422, "broken", asked.error().detail);
  return respond(
      claimPoints(m_parts.store, m_parts.identity.card_key, call.request.terminal, *asked, m_parts.clock.now()));
}

Response Service::auth(const Call& call) {
  const auto asked = sync::parseAuthRequest(call.request.body);
  if (!asked) return refusalOf(422, "broken", asked.error().detail);
  const std::string act = call.target.path.substr(std::string_view("/v1/auth/").size());
  if (act != "redeem" && act != "confirm" && act != "cancel") return refusalOf(404, "not_found");
  const AuthAct wanted = act == "redeem" ? AuthAct::Redeem : act == "confirm" ? AuthAct::Confirm : AuthAct::Cancel;
  return respond(authorise(m_parts.store, call.request.terminal, wanted, *asked, call.now_ms));
}

// Who a till asks for has come to its store: his record goes there from now on.
Response Service::member(const Call& call) {
  const std::string card = call.text("card"), phone = call.text("phone");
  const auto no = call.target.number("no");
  sync::ChangeItem item;
  const base::BusinessDate today = m_parts.clock.now().local().date();
  const auto done = m_parts.store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    item = {};
    const auto terminal = tx.terminal(call.request.terminal);
    std::optional<std::string> id;
    if (!card.empty())
      for (const auto& known : tx.cardsByKey(card)) id = known.member;
    else if (!phone.empty())
      id = tx.claimOf("phone", phone);
    else if (no)
      id = tx.memberIdByNo(*no);
    auto found = id ? tx.member(*id) : std::nullopt;
    if (found && !found->merged_into.empty()) found = tx.member(found->merged_into);
    if (!found || !terminal || terminal->state != ports::HqTerminalState::Active || found->status == "SUSPENSE")
      return {};
    item.key = found->id;
    item.data = memberItem(tx, found->id, call.now_ms);
    tx.putVisit(found->id, terminal->store, today);
    markMember(tx, found->id);
    return {};
  });
  if (!done) return refusal(unavailable(done.error()));
  return item.key.empty() ? refusalOf(404, "not_found", "nobody is known by it") : json(sync::encode(item));
}

// HEAD answers how much is here; PUT adds the next part.
Response Service::blob(const Call& call) {
  const std::string id = call.target.path.substr(std::string_view("/v1/blobs/").size());
  const bool put = call.request.method == "PUT";
  if (!put && call.request.method != "HEAD") return refusalOf(405, "method");
  if (!put) {
    const auto received = blobReceived(m_parts.store, call.request.terminal, id);
    if (!received) return refusal(received.error());
    return {200, {}, {}, {{"Upload-Offset", std::to_string(*received)}}};
  }
  BlobPart part{id, call.text("kind"), call.text("name"), 0, {}, 0, call.request.body};
  const auto size = call.target.number("size"), offset = call.target.number("offset");
  const auto digest = sync::hashOf(call.text("sha256"));
  if (!size || !offset || !digest) return refusalOf(422, "broken", "size, offset or sha256: is missing");
  part.size = *size;
  part.offset = *offset;
  part.sha256 = *digest;
  const auto received = putBlobPart(m_parts.store, call.request.terminal, part, call.now_ms);
  if (!received) return refusal(received.error());
  Response response = json(sync::encode(sync::BlobAnswer{*received, *received == part.size}));
  response.headers["Upload-Offset"] = std::to_string(*received);
  return response;
}

Response Service::recon(const Call& call) {
  const auto day = base::BusinessDate::parse(call.target.path.substr(std::string_view("/v1/recon/").size()));
  if (!day) return refusalOf(422, "broken", "a date YYYY-MM-DD is expected");
  auto rows = reconcile(m_parts.store, *day, m_parts.clock.now().local().date());
  if (!rows) return refusal(unavailable(rows.error()));
  std::erase_if(*rows, [&](const ReconRow& row) { return row.terminal != call.request.terminal; });
  return json(reconJson(*day, *rows));
}

}  // namespace kahui::hq
