// What a result of pcsc-lite means for this driver (cards.md section 1.4, measured on pcsc-lite 1.9.9).
#pragma once

#include <winscard.h>

#include "core/ports/card_reader.hpp"

namespace kahui::pcsc {

enum class Verdict {
  Done,
  TimedOut,
  Cancelled,
  ServiceLost,    // the context is worthless for ever: drop it and establish anew
  ReaderLost,     // the reader was pulled out, or is not known any more
  CardLost,       // no card, or it was taken away
  CardReset,      // another program reset the card: reconnect and ask again
  HeldElsewhere,  // another program has it for itself
  Unclear,        // card or link did not answer properly: worth another try
};

[[nodiscard]] Verdict verdictOf(LONG code);

// What a person can do when the service cannot be used.
[[nodiscard]] ports::ReaderAdvice serviceAdvice(LONG code);

}  // namespace kahui::pcsc
