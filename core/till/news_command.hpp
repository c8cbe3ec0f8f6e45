// What headquarters announced (kahui-hq announce).
#pragma once

#include <string>

namespace kahui::till {

struct ReadAnnouncement {  // by who is signed in; noted in the journal, and headquarters hears of it. NotSignedIn
  std::string key;
};

}  // namespace kahui::till
