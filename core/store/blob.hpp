// Columns that hold bytes of a known length, or a day that may be missing.
#pragma once

#include <SQLiteCpp/Column.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "core/base/date.hpp"

namespace kahui::store {

// False if the column holds another number of bytes.
template <std::size_t N>
[[nodiscard]] bool copyBlob(const SQLite::Column& column, std::array<std::uint8_t, N>& out) {
  if (column.getBytes() != static_cast<int>(N)) return false;
  std::copy_n(static_cast<const std::uint8_t*>(column.getBlob()), N, out.begin());
  return true;
}

inline std::optional<base::BusinessDate> dateOf(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return base::BusinessDate::fromDays(column.getInt());
}

}  // namespace kahui::store
