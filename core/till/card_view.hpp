// What the member desk shows of a card that is being written.
#pragma once

#include <string>

#include "core/ports/card_writer.hpp"
#include "core/till/card_request.hpp"

namespace kahui::till {

struct CardWritingView {
  enum class Stage {
    Waiting,  // for a blank card
    Writing,  // `step` is under way: the card must lie still
    PutBack,  // it left half-way and counts as nobody's; the same card goes on where it stopped
  };
  CardAct act{};  // Issue, Replace
  Stage stage{};
  ports::CardWriteStep step{};
  std::string masked;  // the card; empty: none yet
  bool operator==(const CardWritingView&) const = default;
};

}  // namespace kahui::till
