// Events of the card readers as lines for people and for programs (contracts.md, "Readers"), without the line's end.
#pragma once

#include <string>

#include "core/ports/card_reader.hpp"

namespace kahui::ctl {

std::string readerEventAsJson(const ports::ReaderEvent& event);
std::string readerEventAsText(const ports::ReaderEvent& event);

}  // namespace kahui::ctl
