// Held bills that a store's tills offer each other: headquarters keeps the order in which they are taken. A bill is one
// till's at a time, by this row; who takes it up without asking is seen afterwards (flag held_twice).
#pragma once

#include <cstdint>
#include <string_view>

#include "core/hq/answer.hpp"
#include "core/hq/project_event.hpp"
#include "core/ports/hq_store.hpp"
#include "core/sync/shop.hpp"

namespace kahui::hq {

inline constexpr std::int64_t kHeldKept_ms = std::int64_t{35} * 24 * 3'600'000;  // then the row goes

// States and forms: core/sync/shop.hpp. A till that is not active gets UNKNOWN, and an empty page.
Answer<sync::HeldReply> offerHeld(ports::HqStore& store, std::string_view terminal, const sync::HeldOffer& offer,
                                  std::int64_t now_ms);
Answer<sync::HeldPage> heldPage(ports::HqStore& store, std::string_view terminal, std::int64_t now_ms);
Answer<sync::HeldReply> takeHeld(ports::HqStore& store, std::string_view terminal, const sync::HeldAsk& ask,
                                 std::int64_t now_ms);
Answer<sync::HeldReply> withdrawHeld(ports::HqStore& store, std::string_view terminal, const sync::HeldAsk& ask,
                                     std::int64_t now_ms);

// What tills did, from their logs.
void applyHeld(const Projection& to, const ports::HqEventKey& key, const journal::BillHeld& held);
void applyHeldEnded(const Projection& to, const ports::HqEventKey& key, const journal::HeldBillEnded& ended);

}  // namespace kahui::hq
