// What the activity log says, in words of both languages: acts and codes of the journal. What a person typed stands as
// it is.
#pragma once

#include <string>
#include <string_view>

#include "core/report/activity.hpp"
#include "core/report/document.hpp"

namespace kahui::report {

// The act and its detail, in one line.
[[nodiscard]] std::string activityWords(Language language, const Activity& activity);

// Of a code that the journal keeps: a right, a card's status, a reason from a list. The text itself where it is none.
[[nodiscard]] std::string detailWord(Language language, std::string_view code);

}  // namespace kahui::report
