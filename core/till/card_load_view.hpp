// What the member desk shows of points on the member's card.
#pragma once

#include <optional>
#include <string>

#include "core/base/numbers.hpp"
#include "core/till/tender_view.hpp"

namespace kahui::till {

struct CardLoadView {
  struct Running {
    base::Points points{};
    PaymentView::Stage stage{};
    bool operator==(const Running&) const = default;
  };
  std::string masked;      // the card
  base::Points on_card{};  // as it said when it was last seen
  base::Points room{};     // up to the shop's limit
  std::optional<Running> running{};
  bool operator==(const CardLoadView&) const = default;
};

}  // namespace kahui::till
