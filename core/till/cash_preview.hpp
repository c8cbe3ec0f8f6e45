// What a given amount of cash would mean before it is paid: the figures of the tender screen. Pure; the sale itself
// computes them again (P10).
#pragma once

#include "core/base/numbers.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::till {

struct CashPreview {
  base::Money change{};   // >= 0
  base::Money missing{};  // >= 0; zero: enough
};

inline CashPreview cashPreview(const TenderView& tender, base::Money given) {
  if (given < tender.due) return {.change = {}, .missing = tender.due - given};
  return {.change = given - tender.due, .missing = {}};
}

}  // namespace kahui::till
