// 抹零 (P10): what is dropped of an amount. Never up (P12).
#pragma once

#include "core/base/numbers.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::pricing {

// >= 0, for an amount >= 0.
constexpr base::Money droppedBy(programme::RoundMode mode, base::Money amount) {
  const std::int64_t fen = amount.value();
  switch (mode) {
    case programme::RoundMode::None: return {};
    case programme::RoundMode::FloorJiao: return base::Money(fen % 10);
    case programme::RoundMode::FloorYuan: return base::Money(fen % 100);
    case programme::RoundMode::NearestJiao: return base::Money(fen % 10 <= 4 ? fen % 10 : 0);  // 5 to 9 stay exact
  }
  return {};
}

}  // namespace kahui::pricing
