// What an event does to the balances: pure, so that the store applies at commit exactly what the verifier folds from
// the journal years later.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/journal/event.hpp"

namespace kahui::journal {

// The other side of a movement; the member is the one side (design.md: points are two-sided).
// Stored by its place: a new one comes at the end.
enum class PointsAccount {
  Programme,
  Opening,
  Redeemed,
  Expired,
  Adjustment,
  Headquarters,
  Transferred,  // N11; sums to nothing over all members
  Cashed,       // N10
  Exchanged,    // N8, N9
  Voided,       // N12
  Granted,      // S000-38, F1, S000-17, S001-59
  OnCard,       // moved to the member's card, or back from there
};

struct PointsPosting {
  std::int64_t member = 0;
  PointsAccount account{};
  bool cashable = false;
  base::Points points{};                        // from the member's side: > 0 credit, opens a lot; < 0 debit
  base::Points lifetime{};                      // counts toward T3
  std::optional<base::BusinessDate> expires{};  // lots only; none = never
  std::string lot{};                            // debits: the lot that shrinks; empty: none, the balance alone
};

// Totals of a business day (rulebook D1), all additive. Refunds are taken off net and member_net.
struct DayTotals {
  std::int64_t bills = 0;
  std::int64_t member_bills = 0;
  std::int64_t pieces = 0;  // whole pieces; a weighed line counts as one
  base::Money gross{};
  base::Money net{};
  base::Money member_net{};
  base::Money rounding{};
  base::Points earned{};
  base::Points redeemed{};
  base::Points opening{};
  std::int64_t new_members = 0;
  std::int64_t return_bills = 0;
  base::Money refunds{};
  base::Points reversed{};  // earned or given, taken back with the goods; >= 0
  base::Points restored{};  // redeemed, given back with the goods
  base::Points expired{};
  std::int64_t coupons_issued = 0;
  std::int64_t coupons_used = 0;

  DayTotals& operator+=(const DayTotals& other);
  bool operator==(const DayTotals&) const = default;
  // What goods that came back, the calendar and coupons did: most sales have nothing of it.
  [[nodiscard]] bool hasMore() const;
};

std::vector<PointsPosting> pointsPostings(const Event& event);
DayTotals dayTotals(const Event& event);

}  // namespace kahui::journal
