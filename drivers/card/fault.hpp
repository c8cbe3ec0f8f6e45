// What went wrong between a card and us, as a value.
#pragma once

#include <cstdint>

#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"
#include "drivers/card/session.hpp"

namespace kahui::card {

struct CardFault {
  enum class Kind {
    NotSent,    // the command did not reach the card
    Unknown,    // no answer, or fewer than two bytes of one: the card may have done it
    Refused,    // the card said no; `status` is its word
    BadMac,     // an answer whose proof is wrong or missing
    Malformed,  // an answer outside its format
  };
  Kind kind{};
  std::uint16_t status = 0;

  bool operator==(const CardFault&) const = default;
};

template <class T>
using CardResult = tl::expected<T, CardFault>;

[[nodiscard]] inline tl::unexpected<CardFault> cardFault(CardFault::Kind kind, std::uint16_t status = 0) {
  return tl::unexpected<CardFault>(CardFault{kind, status});
}

// For a card that could not be identified because of `fault`.
[[nodiscard]] ports::RefuseReason reasonOf(const CardFault& fault);

}  // namespace kahui::card
