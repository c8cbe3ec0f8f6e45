// The tender step of the open bill as the engine keeps it, Phase::Tendering.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ports/payment_provider.hpp"
#include "core/pricing/sale_input.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::till {

struct Tendering {
  TenderKind kind = TenderKind::Cash;
  std::vector<pricing::Tender> taken;  // each with its amount
  base::Money split{};                 // so much is the next one; 0: the rest
  std::optional<base::WallTime> at;    // of the first that was taken: its prices hold for all
  std::string bill;                    // its name among the payments by code
  bool pin_needed = false;
  struct Running {
    ports::PaymentOrder order;
    std::string masked;
    PaymentView::Stage stage{};
    bool was_taken = false;  // it stands in `taken` and is being reversed
  };
  std::optional<Running> running;

  [[nodiscard]] bool holds(const std::string& payment) const {
    if (running && running->order.payment == payment) return true;
    for (const auto& tender : taken)
      if (tender.payment == payment) return true;
    return false;
  }
};

}  // namespace kahui::till
