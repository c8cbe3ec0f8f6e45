// The Chinese lunisolar calendar by table, lunar years 1900 to 2100 (rulebook C7). Source: new moons and principal
// terms computed for UTC+8 (before 1929 Peking mean time) by the rules of GB/T 33661-2017; where a new moon falls so
// close to midnight that the published almanacs decide, they are followed (1906 month 4, 2057 month 9, 2097 month 7).
// ICU's calendar is not used: it gives wrong new years for 2027 and 2030.
#pragma once

#include <optional>

#include "core/base/date.hpp"

namespace kahui::member {

inline constexpr int kFirstLunarYear = 1900;
inline constexpr int kLastLunarYear = 2100;

struct LunarDate {
  int year = 0;
  unsigned month = 0;  // 1 .. 12
  bool leap = false;   // the leap month that follows the ordinary one of the same number
  unsigned day = 0;    // 1 .. 30

  bool operator==(const LunarDate&) const = default;
};

// All take years from kFirstLunarYear to kLastLunarYear and answer nullopt outside.
std::optional<base::BusinessDate> lunarNewYear(int year);
std::optional<unsigned> lunarLeapMonth(int year);  // 0 = the year has none
std::optional<unsigned> lunarMonthDays(int year, unsigned month,
                                       bool leap);                 // 29 or 30; nullopt if there is no such month
std::optional<base::BusinessDate> toSolar(const LunarDate& date);  // nullopt if there is no such day
std::optional<LunarDate> toLunar(base::BusinessDate date);

}  // namespace kahui::member
