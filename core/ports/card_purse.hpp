// Points on members' cards, as a provider of payments whose payer is the card on a reader (cards.md section 5). What is
// asked for waits until that card lies there; nothing of it is asked twice of a card, also after a crash.
#pragma once

#include "core/base/numbers.hpp"
#include "core/ports/payment_provider.hpp"

namespace kahui::ports {

// Provider of a payment order whose points go the other way: pay() puts them on the card. Paid: they are on it; Unpaid:
// they are not, and never will be of this order; a refund of it takes them off again.
inline constexpr std::string_view kCardLoad = "CARDLOAD";

class CardPurse : public PaymentProvider {
 public:
  // Most points that a card may hold; 0: this till puts none on cards, because it lacks the key for it or the limit.
  [[nodiscard]] virtual base::Points loadCap() const = 0;
};

}  // namespace kahui::ports
