// Payloads of what is said about announcements, events and feedback (requirements S000-81, S000-90). What was typed
// stands in no event: it lies sealed in the store, and goes with the member.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/id.hpp"

namespace kahui::journal {

// What a comment is about.
inline constexpr const char* kAboutNews = "NEWS";    // key: of the announcement
inline constexpr const char* kAboutEvent = "EVENT";  // key: id of the club's event
inline constexpr const char* kAboutTask = "TASK";    // key: id of the task that a member's complaint or wish is

struct CommentMade {
  base::Id comment;
  std::string about, key;
  std::int64_t member = 0;      // who said it; 0: the shop
  base::Id answers{};           // the comment that is answered with it; null: none
  std::string operator_code{};  // who typed it
  bool operator==(const CommentMade&) const = default;
};

struct TalkOpened {  // members may comment from now on, or not any more
  std::string about, key;
  bool open = false;
  std::string operator_code{};
  bool operator==(const TalkOpened&) const = default;
};

}  // namespace kahui::journal
