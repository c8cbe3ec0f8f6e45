// What is said about announcements, events and feedback (requirements S000-81, S000-90). Part of ports::Store, with its
// thread rule and errors.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/journal/event.hpp"
#include "core/member/member.hpp"

namespace kahui::ports {

struct StoredComment {
  base::Id id;
  std::string about, key;   // journal::CommentMade
  member::MemberNo member;  // 0: the shop
  std::string operator_code;
  std::int64_t at_ms = 0;  // UTC
  base::Id answers{};      // null: no answer
  bool answered = false;
  std::string text;  // empty: it went with the member
};

struct TalkState {  // of an announcement, event or task that something is known of
  std::string about, key;
  bool open = false;  // members may comment
  int comments = 0;   // answers among them
  int waiting = 0;    // of members, not answered yet
  bool operator==(const TalkState&) const = default;
};

class TalkBook {
 public:
  virtual ~TalkBook() = default;

  // The draft holds a CommentMade; `text` lies sealed under the comment's id. One transaction.
  virtual base::Status appendComment(journal::Draft draft, std::string_view text) = 0;
  virtual base::Result<std::vector<StoredComment>> comments(std::string_view about,
                                                            std::string_view key) = 0;  // oldest first, the newest 200
  virtual base::Result<std::vector<TalkState>> talks() = 0;                             // by about and key
  // Comments of members that nobody answered, over all.
  virtual base::Result<int> waitingComments() = 0;
};

}  // namespace kahui::ports
