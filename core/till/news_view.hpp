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
  bool read = false;     // by who is signed in
  bool members = false;  // S000-87: members may see it
  bool operator==(const AnnouncementView&) const = default;
};

// What stands on the screen towards the customer while nothing is sold: announcements and events that were published to
// members, and nothing else (S000-87). `at` of an event.
struct MemberText {
  std::string title, text;
  std::optional<base::LocalTime> at{};
  bool operator==(const MemberText&) const = default;
};

struct NewsView {
  std::vector<AnnouncementView> list;
  int unread = 0;
  bool operator==(const NewsView&) const = default;
};

}  // namespace kahui::till
