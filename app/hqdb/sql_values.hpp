// Between the records and the columns.
#pragma once

#include <optional>

#include "app/hqdb/database.hpp"
#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/base/sha256.hpp"

namespace kahui::hqdb {

inline Value text(std::string_view value) { return std::string(value); }
inline Value number(std::uint64_t value) { return static_cast<std::int64_t>(value); }
inline Value number(base::BusinessDate day) { return std::int64_t{day.days()}; }
template <class Tag>
Value number(base::Integer<Tag> value) {
  return value.value();
}
inline Value flag(bool value) { return std::int64_t{value ? 1 : 0}; }
inline Value number(const std::optional<base::BusinessDate>& day) { return day ? number(*day) : Value(); }
inline Value hash(const base::Sha256& value) { return Blob{std::string(value.begin(), value.end())}; }

inline base::BusinessDate dayOf(const Row& row, std::size_t i) {
  return base::BusinessDate::fromDays(static_cast<std::int32_t>(row.number(i)));
}
inline std::optional<base::BusinessDate> optionalDayOf(const Row& row, std::size_t i) {
  return row.isNull(i) ? std::nullopt : std::optional(dayOf(row, i));
}
inline base::Money moneyOf(const Row& row, std::size_t i) { return base::Money(row.number(i)); }
inline base::Points pointsOf(const Row& row, std::size_t i) { return base::Points(row.number(i)); }
inline std::uint64_t countOf(const Row& row, std::size_t i) { return static_cast<std::uint64_t>(row.number(i)); }
inline std::uint32_t incOf(const Row& row, std::size_t i) { return static_cast<std::uint32_t>(row.number(i)); }
inline base::Sha256 hashOf(std::string_view bytes) {
  base::Sha256 value{};
  if (bytes.size() == value.size()) std::copy(bytes.begin(), bytes.end(), value.begin());
  return value;
}

}  // namespace kahui::hqdb
