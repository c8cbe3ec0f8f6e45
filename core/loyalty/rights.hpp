// Points without the line, so that what can be spent twice is bounded (reliability.md, its last section). The decisions
// of both sides, pure: the till, headquarters and the model of their adversaries share them; the order of grants stands
// in journal/rights_event.hpp. Terms: rights = points that headquarters placed with one till; goodwill = what a till
// gives beyond them; available (A) = balance less what is placed or reserved. Points whole; below 0 only where it says
// so.
#pragma once

#include <cstdint>

#include "core/base/result.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::loyalty {

// the till's side
// ---------------------------------------------------------------------------------------------------------------------

struct OfflineMember {
  base::Points rights{};   // placed with this till and not spent
  base::Points balance{};  // the honest one: confirmed last, with this till's own events since
  base::Points open{};     // goodwill of this till that is not confirmed yet
  base::Points today{};    // spent on this business day beyond rights (O2)
  int age_hours = 0;       // of the confirmed balance
  bool hold = false;       // headquarters: below nothing
  bool barred = false;     // headquarters: no goodwill after a second deficit
};

struct OfflineTill {
  base::Points open{};  // goodwill to all members that is not confirmed yet
  bool behind = false;  // restored, and headquarters has not agreed since (rule 8)
};

// What keeps a member from spending more.
enum class OfflineBound { Balance, Member, Till, Day, Age, Hold, Barred, Behind };

struct OfflineLimit {
  base::Points rights{};    // may be spent freely
  base::Points goodwill{};  // beyond them
  OfflineBound bound{};     // of the goodwill; of all where both are 0
  [[nodiscard]] base::Points points() const { return rights + goodwill; }
};

OfflineLimit offlineLimit(const OfflineMember& member, const OfflineTill& till, const programme::OfflineRules& rules);

struct OfflineSpend {
  base::Points rights{}, goodwill{};
};

// Rights first. RuleRejected: OFFLINE_LIMIT, CACHE_TOO_OLD, MEMBER_ON_HOLD, TILL_BEHIND.
base::Result<OfflineSpend> spendOffline(base::Points points, const OfflineMember& member, const OfflineTill& till,
                                        const programme::OfflineRules& rules);

// headquarters' side
// ---------------------------------------------------------------------------------------------------------------------

struct CreditState {
  base::Points balance{};
  base::Points placed{};    // rights of all tills that are not lost; a till that spent more than it had counts as 0
  base::Points reserved{};  // asked for online and not posted yet
  [[nodiscard]] base::Points available() const { return balance - placed - reserved; }
};

// Rights of one till for one member, as headquarters knows them.
struct PlacedRights {
  base::Points granted{}, used{}, returned{};
  bool lost = false;  // its till was declared dead
  [[nodiscard]] base::Points held() const;
  [[nodiscard]] base::Points exposed() const;  // may still be spent by a till that was declared dead
};

// Rule 1: an online redemption is covered by what is available.
bool covers(const CreditState& state, base::Points points);
// Rule 4: nothing is armed again while more is out than there is.
bool onHold(const CreditState& state);

// Rule 2: what to place (> 0) or to ask back (< 0) of a till that is to hold `percent` of the balance; 0: nothing worth
// it. `asked`: wanted back already and not answered.
base::Points placement(const CreditState& state, base::Points held, base::Points asked, int percent, base::Points step);

// Rule 7. A deficit is one fall below nothing, however deep; the second one ends goodwill.
struct Deficits {
  int count = 0;
  bool below = false;
  [[nodiscard]] bool barred() const { return count >= 2; }
  bool operator==(const Deficits&) const = default;
};
Deficits judged(Deficits before, const CreditState& state);

}  // namespace kahui::loyalty
