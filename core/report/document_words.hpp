// Internal to the room: the one of two words, and the columns that many documents share.
#pragma once

#include <functional>
#include <string>

#include "core/report/document.hpp"

namespace kahui::report {

struct Say {
  Language language;
  std::string operator()(const char* chinese, const char* english) const {
    return language == Language::Chinese ? chinese : english;
  }
};

// "+12.4%" against what it was; empty where there was nothing.
std::string changeText(std::int64_t now, std::int64_t before);
inline int trendOf(std::int64_t now, std::int64_t before) { return now > before ? 1 : now < before ? -1 : 0; }

Section hoursSection(const Say& say, const PeriodFigures& figures, const Today* today);
Section tiersSection(const Head& head, const PeriodFigures& figures);
Section tendersSection(const Head& head, const PeriodFigures& figures);
Section topSection(const Head& head, const PeriodFigures& figures, bool members, std::size_t most);

}  // namespace kahui::report
