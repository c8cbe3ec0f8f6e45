#include "core/hq/orders.hpp"

#include <algorithm>

#include "core/hq/feeds.hpp"
#include "core/hq/snapshots.hpp"

namespace kahui::hq {

namespace {

using ports::HqTransaction;

constexpr const char* kResnapshot = "resnapshot";

std::string scopeNames() {
  std::string names;
  for (const std::string_view scope : sync::kScopes) names += " " + std::string(scope);
  return names;
}

}  // namespace

void keepCursors(HqTransaction& tx, const ports::HqTerminal& terminal, const sync::Hello& said, std::int64_t now_ms) {
  const auto known = tx.cursorsOfTerminal(terminal.id);
  for (const sync::ScopeCursor& cursor : said.cursors) {
    const std::string feed = feedOf(cursor.scope, terminal.store);
    if (feed.empty()) continue;
    const bool same = std::any_of(known.begin(), known.end(), [&](const auto& one) {
      return one.feed == feed && one.epoch == cursor.epoch && one.position == cursor.position;
    });
    if (same) continue;
    tx.putCursor({terminal.id, feed, cursor.epoch, cursor.position});
    if (feed == kBlockedFeed) tx.logCursor({terminal.id, feed, cursor.epoch, cursor.position}, now_ms);
  }
}

void giveOrders(HqTransaction& tx, const ports::HqTerminal& terminal, sync::HelloAnswer& answer) {
  for (const ports::HqOrder& order : tx.orders(terminal.id, true)) {
    if (order.what == kResnapshot && !latestSnapshot(tx, feedOf(order.scope, terminal.store))) continue;
    sync::HelloOrder said;
    said.what = order.what;
    said.scope = order.scope;
    said.why = order.why;
    said.id = order.id;
    answer.orders.push_back(std::move(said));
  }
}

void orderDone(HqTransaction& tx, const std::string& terminal, const std::string& id, std::int64_t now_ms) {
  for (ports::HqOrder& order : tx.orders(terminal, true)) {
    if (order.id != id) continue;
    order.done_ms = now_ms;
    tx.putOrder(order);
  }
}

base::Result<int> orderResnapshot(ports::HqStore& store, const std::string& terminal, const std::string& scope,
                                  const std::string& why, std::int64_t now_ms, base::RandomSource& random) {
  if (!scope.empty() && !sync::knownScope(scope))
    return base::fail(base::ErrorCode::BadInput, "--scope: one of" + scopeNames());
  int count = 0;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    count = 0;
    bool found = false;
    for (const auto& one : tx.terminals()) {
      if (!terminal.empty() && one.id != terminal) continue;
      found = true;
      if (one.state != ports::HqTerminalState::Active) continue;
      const auto open = tx.orders(one.id, true);
      for (const std::string_view name : sync::kScopes) {
        if (!scope.empty() && name != scope) continue;
        ++count;
        const bool there = std::any_of(open.begin(), open.end(), [&](const auto& order) {
          return order.what == kResnapshot && order.scope == name;
        });
        if (!there)
          tx.putOrder({one.id, base::Id::make(now_ms, random).hex(), kResnapshot, std::string(name), why, now_ms, 0});
      }
    }
    return found || terminal.empty() ? base::Status{}
                                     : base::fail(base::ErrorCode::BadInput, "no terminal is called " + terminal);
  }));
  return count;
}

std::vector<std::pair<std::string, std::string>> feedsInUse(HqTransaction& tx) {
  std::vector<std::pair<std::string, std::string>> feeds;
  const auto terminals = tx.terminals();
  for (const std::string_view scope : sync::kScopes) {
    for (const auto& terminal : terminals) {
      std::pair<std::string, std::string> one{feedOf(scope, terminal.store), std::string(scope)};
      if (std::find(feeds.begin(), feeds.end(), one) == feeds.end()) feeds.push_back(std::move(one));
    }
  }
  return feeds;
}

base::Result<std::int64_t> pruneFeeds(ports::HqStore& store, std::int64_t epoch, std::int64_t now_ms) {
  std::vector<std::pair<std::string, std::string>> feeds;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    feeds = feedsInUse(tx);
    return {};
  }));
  std::int64_t gone = 0;
  for (const auto& feed : feeds) {
    std::int64_t of_feed = 0;
    KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
      of_feed = 0;
      // Whoever is sent to the snapshot goes on from its position: what lies behind it is needed by nobody but tills
      // that are on their way.
      const auto snapshot = latestSnapshot(tx, feed.first);
      if (!snapshot || snapshot->epoch != epoch) return {};
      std::int64_t floor = snapshot->position;
      for (const auto& cursor : tx.cursorsOf(feed.first)) {
        const auto terminal = tx.terminal(cursor.terminal);
        const bool counts = terminal && terminal->state == ports::HqTerminalState::Active && cursor.epoch == epoch &&
                            now_ms - terminal->contact_ms < std::int64_t{kSlowest_days} * 86'400'000;
        if (counts) floor = std::min(floor, cursor.position);
      }
      if (floor > tx.feedFloor(feed.first)) of_feed = tx.pruneFeed(feed.first, floor);
      return {};
    }));
    gone += of_feed;
  }
  return gone;
}

}  // namespace kahui::hq
