// The way down: change pages, and snapshots when a cursor leads nowhere any more.
#include <algorithm>

#include "core/journal/codec.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/sync/client.hpp"
#include "core/sync/compression.hpp"
#include "core/sync/limits.hpp"

namespace kahui::sync {

namespace {

constexpr int kClientFeedMostPages = 100'000;  // of a scope in one session
constexpr std::size_t kSnapshotRaw_bytes = std::size_t{1} << 30;

std::string cursorText(const ports::FeedCursor& cursor) {
  return std::to_string(cursor.epoch) + "." + std::to_string(cursor.position);
}

}  // namespace

base::Result<Client::Todo> Client::feed() {
  ports::SyncRequest request;
  request.method = "GET";
  if (m_phase == Phase::Feed && m_resnapshots.contains(scope()) && m_snapshots == 0) {
    ++m_snapshots;  // a 410 after it is no cursor's fault
    m_phase = Phase::Manifest;
  }
  switch (m_phase) {
    case Phase::Manifest:
      request.path = "/v1/snapshots/" + scope() + "/latest";
      request.most_bytes = kMostMessage_bytes;
      break;
    case Phase::File:
      request.path = "/v1/snapshots/" + m_manifest.id + "/" + m_manifest.files[m_file].name;
      request.range_from = static_cast<std::int64_t>(m_bytes.size());
      request.etag = m_etag;
      request.most_bytes = static_cast<std::size_t>(m_manifest.files[m_file].size);
      break;
    case Phase::Hello:
    case Phase::Fetch:
    case Phase::Push:
    case Phase::Profiles:
    case Phase::Feed:
    case Phase::Grants:
    case Phase::Finished: {
      const auto cursors = m_store.cursors();
      if (!cursors) return tl::unexpected(cursors.error());
      ports::FeedCursor cursor;
      for (const ports::FeedCursor& one : *cursors)
        if (one.scope == scope()) cursor = one;
      request.path =
          "/v1/changes?scope=" + scope() + "&cursor=" + cursorText(cursor) + "&limit=" + std::to_string(kChangesLimit);
      if (!m_resnapshot_done.empty()) request.path += "&done=" + m_resnapshot_done;
      request.zstd_answer = true;
      request.most_bytes = kMostRaw_bytes;
    }
  }
  return Todo{Todo::Kind::Send, std::move(request)};
}

void Client::nextScope() {
  m_phase = Phase::Feed;
  m_scope_requests = m_snapshots = 0;
  m_resnapshot_done.clear();
  ++m_scope;
}

base::Status Client::takePage(const ports::SyncResponse& answer) {
  const auto next = [&]() -> base::Status {
    nextScope();
    return m_scope < std::size(kScopes) ? base::Status{} : feedDone();
  };
  if (answer.status == 426) {
    m_outcome.update_required = true;
    return finish();
  }
  if (answer.status == 410) {
    // A snapshot that leads to another 410 is not asked for again in this session.
    if (++m_snapshots > 1) {
      m_outcome.alarm = "the change feed of " + scope() + " leads nowhere";
      return next();
    }
    m_phase = Phase::Manifest;
    return {};
  }
  if (answer.status == 304 || answer.status == 404 || ++m_scope_requests > kClientFeedMostPages) return next();
  const auto body = answer.zstd ? inflate(answer.body, kMostRaw_bytes) : base::Result<std::string>(answer.body);
  const auto page = answer.status != 200 ? base::Result<ChangePage>(base::fail(base::ErrorCode::PeerFailed))
                    : body               ? parseChangePage(*body)
                                         : base::Result<ChangePage>(tl::unexpected(body.error()));
  if (!page) {
    m_outcome.alarm =
        "a page of " + scope() + " cannot be used: status " + std::to_string(answer.status) + " " + page.error().detail;
    return next();
  }
  const base::Status applied = applyItems(page->items, {scope(), page->epoch, page->next}, false);
  if (!applied && applied.error().code == base::ErrorCode::BadInput) {
    m_outcome.alarm = "a record of " + scope() + " cannot be used: " + applied.error().detail;
    return next();
  }
  if (!applied) return applied;
  return page->more ? base::Status{} : next();
}

base::Status Client::takeManifest(const ports::SyncResponse& answer) {
  const auto manifest = answer.status == 200 ? parseManifest(answer.body)
                                             : base::Result<SnapshotManifest>(base::fail(base::ErrorCode::PeerFailed));
  if (!manifest || manifest->scope != scope()) {
    m_outcome.alarm = "no snapshot of " + scope() + ": status " + std::to_string(answer.status);
    nextScope();
    return m_scope < std::size(kScopes) ? base::Status{} : feedDone();
  }
  m_manifest = *manifest;
  m_files.clear();
  m_bytes.clear();
  m_etag.clear();
  m_file = 0;
  m_phase = Phase::File;
  return m_manifest.files.empty() ? loadSnapshot() : base::Status{};
}

base::Status Client::takeFile(const ports::SyncResponse& answer) {
  if (answer.status == 404 || answer.status == 410) {  // replaced meanwhile: a clean start with the new one
    m_phase = Phase::Manifest;
    return {};
  }
  if (answer.status == 200) m_bytes.clear();  // the whole file: another content, or the range was not honoured
  if (answer.status == 200 || answer.status == 206) m_bytes += answer.body;
  const SnapshotFile& file = m_manifest.files[m_file];
  const bool whole =
      static_cast<std::int64_t>(m_bytes.size()) == file.size && base::sha256({base::asBytes(m_bytes)}) == file.sha256;
  if (!whole) {
    m_bytes.clear();
    m_etag.clear();
    failed({base::ErrorCode::PeerFailed, "a snapshot's file is not what its manifest says"}, std::nullopt);
    return {};
  }
  m_files.push_back(std::exchange(m_bytes, {}));
  m_etag.clear();
  return ++m_file < m_manifest.files.size() ? base::Status{} : loadSnapshot();
}

// Members, coupons and prices are laid aside page by page and come into force together with the cursor; the other
// scopes are small, and are applied in one transaction.
base::Status Client::loadSnapshot() {
  std::vector<ChangeItem> items;
  for (const std::string& bytes : m_files) {
    const auto raw = inflate(bytes, kSnapshotRaw_bytes);
    if (!raw) return stop(Stop::Alarm, "a snapshot of " + scope() + " does not unpack: " + raw.error().detail);
    for (std::size_t at = 0; at < raw->size();) {
      const std::size_t end = std::min(raw->find('\n', at), raw->size());
      auto item = parseChangeItem(std::string_view(*raw).substr(at, end - at));
      if (!item) return stop(Stop::Alarm, "a snapshot of " + scope() + " cannot be read: " + item.error().detail);
      items.push_back(std::move(*item));
      at = end + 1;
    }
  }
  m_files.clear();
  m_phase = Phase::Feed;
  const ports::FeedCursor end{scope(), m_manifest.epoch, m_manifest.position};
  const bool large = scope() == "members" || scope() == "coupons" || scope() == "price";
  const base::Status applied =
      large && items.size() > kChangesLimit ? stageItems(items, end) : applyItems(items, end, true);
  if (!applied && applied.error().code == base::ErrorCode::BadInput)
    return stop(Stop::Alarm, "a record of " + scope() + " cannot be used: " + applied.error().detail);
  if (!applied) return applied;
  if (const auto order = m_resnapshots.extract(scope())) m_resnapshot_done = order.mapped();
  return {};
}

base::Status Client::stageItems(const std::vector<ChangeItem>& items, const ports::FeedCursor& end) {
  for (std::size_t at = 0; at < items.size(); at += kChangesLimit) {
    ports::FeedPage page{end, true, {}};
    for (std::size_t i = at; i < std::min(items.size(), at + kChangesLimit); ++i) {
      auto one = feedItemOf(scope(), items[i], m_store.syncInfo().terminal, m_setup.feed_key);
      if (!one) return base::fail(base::ErrorCode::BadInput, items[i].key + ": " + one.error().detail);
      page.items.push_back(std::move(*one));
    }
    KAHUI_TRY(m_store.stageFeed(page, at == 0));
  }
  KAHUI_TRY(m_store.switchFeed(end));
  m_outcome.changes += items.size();
  for (;;) {
    const auto more = m_store.settleFeed();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return {};
  }
}

base::Status Client::applyItems(const std::vector<ChangeItem>& items, ports::FeedCursor next, bool snapshot) {
  ports::FeedPage page{std::move(next), snapshot, {}};
  for (const ChangeItem& item : items) {
    auto one = feedItemOf(scope(), item, m_store.syncInfo().terminal, m_setup.feed_key);
    if (!one) return base::fail(base::ErrorCode::BadInput, item.key + ": " + one.error().detail);
    page.items.push_back(std::move(*one));
  }
  KAHUI_TRY(m_store.applyFeed(page));
  m_outcome.changes += page.items.size();
  return {};
}

}  // namespace kahui::sync
