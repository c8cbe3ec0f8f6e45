// What each member spent in a calendar year, read once: the question goes over all bills of the year.
#pragma once

#include <optional>
#include <unordered_map>

#include "core/ports/store.hpp"

namespace kahui::till {

class YearSpending {
 public:
  // Money{}: bought nothing in it. Errors: what the store says.
  base::Result<base::Money> of(ports::Store& store, member::MemberNo no, int year) {
    if (m_year != year) {
      KAHUI_TRY(store.spentInYear(year, m_spent));
      m_year = year;
    }
    const auto own = m_spent.find(no.value());
    return own == m_spent.end() ? base::Money{} : own->second;
  }

 private:
  std::optional<int> m_year;
  std::unordered_map<std::int64_t, base::Money> m_spent;  // of m_year
};

}  // namespace kahui::till
