#include "core/programme/window.hpp"

#include <algorithm>

#include "core/base/check_digit.hpp"
#include "core/programme/json_object.hpp"

namespace kahui::programme {

using base::ErrorCode;

namespace {

constexpr int kLunarMonths = 12, kLunarDays = 30, kMonthFactor = 100;

int readLunarDay(JsonObject& object) {
  const std::string text = object.text("lunar", "");
  const bool form = text.size() == 5 && text[2] == '-' && base::allDigits(text.substr(0, 2) + text.substr(3));
  const int month = form ? std::stoi(text.substr(0, 2)) : 0, day = form ? std::stoi(text.substr(3)) : 0;
  if (month >= 1 && month <= kLunarMonths && day >= 1 && day <= kLunarDays) return month * kMonthFactor + day;
  object.problem().note(ErrorCode::BadInput, object.pathOf("lunar"), "must be month and day, for example \"08-15\"");
  return 0;
}

}  // namespace

std::string lunarDayText(int lunar) {
  const std::string digits = std::to_string(lunar + kMonthFactor * kMonthFactor).substr(1);
  return digits.substr(0, 2) + "-" + digits.substr(2);
}

Window readWindow(JsonObject& object) {
  Window window;
  window.from = object.time("from");
  window.to = object.time("to");
  if (window.from && window.to && *window.from >= *window.to)
    object.problem().note(ErrorCode::BadInput, object.pathOf("to"), "must be later than from");
  if (object.has("weekdays")) {
    window.weekdays = 0;
    forEachElement(object, "weekdays", [&](const nlohmann::json& value, const std::string& path) {
      if (!value.is_number_integer() || value < 1 || value > 7)
        object.problem().note(ErrorCode::OutOfRange, path, "must be from 1 (Monday) to 7");
      else
        window.weekdays |= 1U << (value.get<int>() - 1);
    });
  }
  if (object.has("lunar")) window.lunar = readLunarDay(object);
  const auto hours = object.texts("hours");
  if (hours.empty()) return window;
  const auto from = parseHourMinute(hours.front());
  const auto to = parseHourMinute(hours.back());
  if (hours.size() != 2 || !from || !to || *from == *to) {
    object.problem().note(ErrorCode::BadInput, object.pathOf("hours"),
                          "must be two different times, for example [\"18:00\",\"22:00\"]");
    return window;
  }
  window.from_s = *from;
  window.to_s = *to;
  return window;
}

base::LocalTime Window::nextChange(base::LocalTime at) const {
  const base::LocalTime midnight = at.plusSeconds(-at.secondOfDay());
  base::LocalTime next = midnight.plusSeconds(86400);
  const auto may = [&](base::LocalTime time) {
    if (time > at) next = std::min(next, time);
  };
  if (from) may(*from);
  if (to) may(*to);
  may(midnight.plusSeconds(from_s));
  may(midnight.plusSeconds(to_s));
  return next;
}

void putWindow(nlohmann::json& out, const Window& window) {
  if (window.from) out["from"] = window.from->iso();
  if (window.to) out["to"] = window.to->iso();
  auto& days = out["weekdays"] = nlohmann::json::array();
  for (int day = 1; day <= 7; ++day)
    if ((window.weekdays >> (day - 1) & 1U) != 0) days.push_back(day);
  const Window always;
  if (window.from_s != always.from_s || window.to_s != always.to_s)
    out["hours"] = {hourMinuteText(window.from_s), hourMinuteText(window.to_s)};
  if (window.lunar != 0) out["lunar"] = lunarDayText(window.lunar);
}

}  // namespace kahui::programme
