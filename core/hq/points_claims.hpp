// Points of a guest's receipt that are claimed at any till of the chain, once (a forgotten card). The till that claims
// reckons them, from the sale's own line and by the pack of the sale; who may is decided here.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/hq/answer.hpp"
#include "core/hq/project_event.hpp"
#include "core/ports/hq_store.hpp"
#include "core/sync/shop.hpp"

namespace kahui::hq {

inline constexpr std::int64_t kClaimHold_ms = std::int64_t{72} * 3'600'000;  // then its event is not waited for
// What a till was told longer ago it has booked or never will: it asks, hears and books in one act, within seconds.
inline constexpr std::int64_t kClaimSettled_ms = std::int64_t{120} * 1000;

// States: core/sync/shop.hpp.
Answer<sync::ClaimReply> claimPoints(ports::HqStore& store, const sync::ChainKey& card_key, std::string_view terminal,
                                     const sync::ClaimAsk& ask, base::WallTime now);

// After the event's points are posted. The first one posted counts, where headquarters had not allowed another; the
// second is taken back at once (flag claim_twice).
void applyClaimed(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                  const journal::PointsClaimed& claimed);
// Goods of a claimed bill came back to the till that sold them, which knows nothing of a claim made elsewhere.
void applyReturned(const Projection& to, const ports::HqEventKey& key, const journal::Event& event);

}  // namespace kahui::hq
