// What headquarters tells the stores: travels with the feed `news` of each store; tills send back who read it.
#pragma once

#include <string>
#include <vector>

#include "core/base/clock.hpp"
#include "core/ports/hq_store.hpp"

namespace kahui::hq {

// A new one, or another text under a known key. BadInput: no title, a title over 80 or a text over 4000 characters, an
// end before its beginning, a store without tills.
base::Result<std::string> announce(ports::HqStore& store, ports::HqAnnouncement announcement, std::int64_t now_ms);
base::Status withdraw(ports::HqStore& store, const std::string& key);  // BadInput: there is none

// A store that is new has those that hold, too.
void welcomeNews(ports::HqTransaction& tx, const std::string& store);

struct AnnouncementReads {
  ports::HqAnnouncement announcement;
  std::vector<ports::HqReadMark> reads;
};
base::Result<std::vector<AnnouncementReads>> announcementReads(ports::HqStore& store);
std::string announcementsJson(const std::vector<AnnouncementReads>& list);

}  // namespace kahui::hq
