// A birthday as it is typed at the till and on the customer's window.
#pragma once

#include <QString>
#include <optional>

#include "core/member/birthday.hpp"

namespace kahui::models {

struct TypedBirthday {
  std::optional<member::Birthday> birthday;
  std::optional<base::BusinessDate> born;
};

// MMDD, or YYYYMMDD where the year is told; an empty text is no birthday. Nothing: there is no such day.
std::optional<TypedBirthday> readBirthday(const QString& typed, bool lunar);

}  // namespace kahui::models
