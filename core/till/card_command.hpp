// Cards that the till writes itself: what the member desk's screen asks.
#pragma once

#include "core/till/approval.hpp"
#include "core/till/card_request.hpp"
#include "core/till/rights.hpp"

namespace kahui::till {

// A blank chip becomes the shown member's card, at whichever reader it is laid down; until StopWriting, the end of the
// desk, or a card that is done. NoRight, UnknownMember, UnknownCard; WrongState: no keys, or no reader that writes.
struct WriteCard {
  CardAct act = CardAct::Issue;  // Issue, Replace
  int card = -1;                 // Replace: a place in the page's cards
  Approval approval{};           // its PIN is wiped by the engine
};
struct StopWriting {};

// Before something that the till itself does not do, as changing the readers: NoticeCode::RightGiven, or NoRight, which
// is in the journal.
struct AskRight {
  Right right{};
  Approval approval{};
};

}  // namespace kahui::till
