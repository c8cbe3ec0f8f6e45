// One event on its way into the facts. Internal to this room.
#pragma once

#include <string>

#include "core/base/date.hpp"
#include "core/hq/pack_book.hpp"
#include "core/journal/event.hpp"
#include "core/ports/hq_store.hpp"

namespace kahui::hq {

struct Projection {
  ports::HqTransaction& tx;
  const PackBook& packs;
  base::BusinessDate today;
  std::int64_t now_ms = 0;
  bool accept = false;           // a person accepted what a rule forbids
  std::int64_t received_ms = 0;  // when the event came in
};

// The one line at `key`. StoreCorrupt if the inbox does not hold it.
base::Result<std::string> lineAt(ports::HqTransaction& tx, const ports::HqEventKey& key);

// The line of the inbox at `key`: into the facts, or aside with a reason. False: it was set aside.
bool projectLine(const Projection& to, const ports::HqEventKey& key, const std::string& line);

// Empty, or what rule the event breaks.
std::string ruleBroken(const journal::Event& event, base::BusinessDate today);

// Writes what the event says; it has been judged.
void applyEvent(const Projection& to, const ports::HqEventKey& key, const journal::Event& event);

// The member that a till means by a number, made if need be: an account in suspense until it registers.
std::string resolveMember(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                          std::int64_t no, const std::optional<base::Id>& id);

// The member that this one was merged into, or itself.
std::string survivorOf(ports::HqTransaction& tx, const std::string& id);

// Posts the event's movements of points, two-sided, and what they do to balances.
void postPoints(const Projection& to, const ports::HqEventKey& key, const journal::Event& event);

// Prices a member's sale again by the pack in force at its time, books the difference in points, and moves the tier.
void recheckSale(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                 const std::string& member);

}  // namespace kahui::hq
