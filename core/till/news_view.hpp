// What headquarters announced, the newest first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.hpp"
#include "core/base/date.hpp"

namespace kahui::till {

struct AnnouncementView {
  std::string key;
  std::string title, text;
  base::BusinessDate from;
  std::optional<base::BusinessDate> until{};
  base::LocalTime published;
  bool read = false;  // by who is signed in
  bool operator==(const AnnouncementView&) const = default;
};

struct NewsView {
  std::vector<AnnouncementView> list;
  int unread = 0;
  bool operator==(const NewsView&) const = default;
};

}  // namespace kahui::till
