// S001-96: a tier that was given by hand. At headquarters it lies over the member's tier by the rules, which go on as
// if nothing had been given: reviews, purchases and points move that one. What tills are told is the higher of the two.
#pragma once

#include <string>

#include "core/hq/project_event.hpp"

namespace kahui::hq {

// Of the member, and of those who were merged into this one: the highest. Ended when the calendar says so.
std::optional<ports::HqHandTier> handTierInForce(ports::HqTransaction& tx, const std::string& member,
                                                 const programme::RulePack& pack);

// The tier that the member's prices are made by.
std::string tierInForce(ports::HqTransaction& tx, const ports::HqMember& member, const programme::RulePack& pack);

void applyHandTier(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                   const journal::TierByHand& hand);

struct HandTierWish {
  std::string member;  // number or id
  std::string tier;    // empty: what was given ends
  std::optional<base::BusinessDate> until{};
  std::string reason, by;
};

// Headquarters' own; answers the member's id. BadInput; RuleRejected: TIER_REACHED, TIER_DAY_PAST, NO_TIER_BY_HAND.
base::Result<std::string> giveHandTier(ports::HqStore& store, const HandTierWish& wish, const base::WallTime& now);

// The calendar's part: whose last day is over; how many members it looked at, 0: nothing is left.
int endHandTiers(ports::HqTransaction& tx, base::BusinessDate today);

}  // namespace kahui::hq
