// What was said about announcements, events and feedback, the newest first (requirements S000-81, S000-90).
#pragma once

#include <string>
#include <vector>

#include "core/base/clock.hpp"
#include "core/programme/care_plan.hpp"

namespace kahui::till {

struct TalkItem {
  std::string about, key;     // journal::kAboutNews …
  programme::CareText title;  // as it was typed, in both
  std::string detail;         // text of an announcement, place of an event; empty: none
  base::LocalTime at;         // published, begins, due
  std::string who;            // masked member of feedback; empty: none
  bool open = false;          // members may comment
  int comments = 0;
  int waiting = 0;  // of members, not answered yet
};

struct CommentView {
  base::Id id;
  bool member = false;  // else the shop
  std::string who;      // masked member, or the operator's code
  std::string text;     // empty: it went with the member
  base::LocalTime at;
  bool answer = false;
  bool waits = false;  // a member's, not answered yet
};

struct TalkView {
  std::vector<TalkItem> items;        // what waits first, then the newest
  int waiting = 0;                    // comments that nobody answered, and complaints that are open (S000-62, S000-81)
  std::string about, key;             // the chosen one; empty: none
  std::vector<CommentView> comments;  // of it, oldest first
  bool may_comment = false;           // who is signed in, for the shop
  bool may_answer = false;
  bool may_open = false;
};

}  // namespace kahui::till
