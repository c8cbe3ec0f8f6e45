// What is said about announcements, events and feedback. To say something: ActOnTasks with TaskAct::Comment and its
// kin.
#pragma once

#include <string>

namespace kahui::till {

struct ShowTalk {  // shows Snapshot::talk; both empty: the list alone
  std::string about{}, key{};
};
struct LeaveTalk {};

}  // namespace kahui::till
