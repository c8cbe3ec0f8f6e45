// The slip of a shift as text for paper and screen: X while it goes on, Z once it is counted; the hand-over form names
// what is left in the drawer and leaves lines for two signatures.
#pragma once

#include <string>

#include "core/base/date.hpp"
#include "core/ports/store.hpp"
#include "core/report/shift_book.hpp"

namespace kahui::report {

enum class SlipLanguage { Chinese, English };

struct ShiftSlip {
  std::string store_name;
  std::string position;
  std::string operator_name;  // who prints it
  base::LocalTime at;
  bool demo = false;
  bool training = false;
  ShiftSheet sheet;
  base::Money left{};        // stays in the drawer; of a counted one
  std::string reason;        // of the difference
  ports::PointsBook points;  // the member Z
};

// `columns` as of renderText(): 32 on 58 mm, 48 on 80 mm.
std::string renderSlip(const ShiftSlip& slip, SlipLanguage language, int columns);

}  // namespace kahui::report
