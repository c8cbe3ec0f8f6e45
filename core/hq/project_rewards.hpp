// Referral, the gift of who was referred, and cumulative rebates for the chain (rulebook F1 to F3, S000-17, S001-59). A
// till in a chain posts none of them: headquarters does, once, by the bills of all stores. What a till gave while it
// was on its own counts as given. Internal to this room.
#pragma once

#include "core/hq/project_event.hpp"

namespace kahui::hq {

void noteReferrer(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                  const journal::MemberRegistered& joined);

// After the member is there: what was due to him, or for him, before.
void settleReferrals(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                     const journal::MemberRegistered& joined);

// What a till posted itself.
void noteReward(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                const journal::PointsRewarded& rewarded);

// After the bill moved the member's tier from `tier_before`.
void rewardSale(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                const std::string& member, const std::string& tier_before);

// After the tier fell, where it did.
void rewardReturn(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                  const journal::SaleReturned& back);

// Of a reward as journal::PointsRewarded names it, for the number of its posting; and back: empty, if it is none.
int kindOf(std::string_view why);
std::string_view whyOf(int kind);

}  // namespace kahui::hq
