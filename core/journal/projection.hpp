// What an event does to the balances: pure, so that the store applies at commit exactly what the verifier folds from
// the journal years later.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/journal/event.hpp"

namespace kahui::journal {

// The other side of a movement; the member is the one side (design.md: points are two-sided).
enum class PointsAccount { Programme, Opening, Redeemed, Expired, Adjustment };

struct PointsPosting {
  std::int64_t member = 0;
  PointsAccount account{};
  bool cashable = false;
  base::Points points{};                        // from the member's side: > 0 credit, opens a lot; < 0 debit
  base::Points lifetime{};                      // counts toward T3
  std::optional<base::BusinessDate> expires{};  // lots only; none = never
};

// Totals of a business day (rulebook D1), all additive.
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

  DayTotals& operator+=(const DayTotals& other);
  bool operator==(const DayTotals&) const = default;
  [[nodiscard]] bool isZero() const { return *this == DayTotals{}; }
};

std::vector<PointsPosting> pointsPostings(const Event& event);
DayTotals dayTotals(const Event& event);

}  // namespace kahui::journal
