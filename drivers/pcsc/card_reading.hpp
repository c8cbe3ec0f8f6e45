// One look at one card: connect, ask for the UID and what the card proves, make sure that it was still the same card,
// let go. Blocks as long as the driver blocks, since no call that reaches a card has a timeout; so it runs in a worker
// that can be left behind.
#pragma once

#include <string>

#include "core/ports/card_reader.hpp"
#include "drivers/card/identifier.hpp"
#include "drivers/pcsc/context.hpp"

namespace kahui::pcsc {

struct Reading {
  enum class Kind {
    Credential,
    Refused,
    CardLost,  // gone or swapped before its UID was sure
    HeldElsewhere,
    ReaderLost,
    ServiceLost,  // the context was dropped
  };
  Kind kind{};
  card::Identity identity{};  // Credential
  ports::RefuseReason reason{};
};

// `counter` is the reader's event counter when the card was seen: a UID counts only if it has not moved since.
Reading readCard(const Functions& functions, card::Identifier& identifier, Context& context, const std::string& reader,
                 unsigned counter);

}  // namespace kahui::pcsc
