#include "core/programme/window.hpp"

#include <algorithm>

#include "core/programme/json_object.hpp"

namespace kahui::programme {

using base::ErrorCode;

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
}

}  // namespace kahui::programme
