// How a member rises at headquarters: by the bill as it prices it, and by what the bills of all stores came to (T2, T3,
// S000-23, S000-75). Internal to this room.
#pragma once

#include "core/hq/project_event.hpp"
#include "core/sale/evaluate_sale.hpp"

namespace kahui::hq {

// What the member bought before this bill, by all bills that are known; first: no other one was ever paid.
struct BoughtBefore {
  pricing::BuyingRecord record{};
  bool first = true;
};
BoughtBefore boughtBefore(ports::HqTransaction& tx, const std::string& member, const journal::Event& sale,
                          const programme::RulePack& pack);

// A tier rises by the sale as headquarters prices it and by what all stores together know; it never falls here (T5 is a
// job). A bill that comes late may complete the count of a later day.
void raiseTier(const Projection& to, const journal::Event& event, const programme::RulePack& pack,
               const sale::SaleResult& anew, ports::HqMember& member);

// S000-75: after a referral was rewarded.
void raiseReferrer(const Projection& to, const journal::Event& event, const std::string& referrer,
                   const programme::RulePack& pack);

// And after one was taken back: what is left decides, never below the tier before the friends (X7).
void lowerReferrer(const Projection& to, const journal::Event& event, const std::string& referrer,
                   const programme::RulePack& pack);

// What tills are told of it; after each bill, return and referral.
void countBought(const Projection& to, const std::string& member, const programme::RulePack& pack);

// S003-61, and a referrer whom a till on its own lifted.
void riseTo(const Projection& to, const journal::Event& event, const std::string& member, const std::string& tier);

}  // namespace kahui::hq
