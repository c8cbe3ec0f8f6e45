// The club as lines of JSON and their answers.
//   {"ref"?,"operator":"9001","act":"show","event"?,"member"?,"lang"?}
//      -> {"ref","ok":true,"events":[{"event","name","place","at","seats","free","invited","coming","present",
//          "cancelled"}],"draws":[{"draw","name","prize_fen","entries","winner"?}],
//          with "event": "guests":[{"member","name","tier","state"}],
//          with "member":
//          "member":{"member","name","agreed","tags":[…],"favourites":[…],"brands":[{"brand","net_fen","quantity_milli","bills"}],"dates":[…]}}
//   {…,"act":"plan|call_off|invite|book|decline|check_in|agree|tag|date|lead|draw","approver"?, what till::ClubRequest
//    has: "event","name","place","at","seats","member"|"members":[…],"source","tag","on","kind":"wedding|child",
//    "date":"MM-DD|lunar:MM-DD","phone","draw"}
//      -> {"ref","ok":true,"event"?,"count","passed_over","left","who"?,"until"?}
// Times are the store's local time. Names are masked.
#pragma once

#include <string>

#include "core/till/till.hpp"

namespace kahui::local {

std::string clubLine(till::Till& till, const std::string& line);  // one request in, one answer out

}  // namespace kahui::local
