// The manager's work as lines of JSON and their answers.
//   {"ref"?,"operator":"9001","act":"list","member"?,"kind"?,"plan"?,"closed"?:true}
//      ->
//      {"ref","ok":true,"open","overdue","unrated","surveys":{"count","average_x100"},"tasks":[{"task","kind","title",
//          "member"?,"name"?,"due","overdue","state","score"?,"result"?,"how"?,"channel"?}],"benefits"?:[…]}
//   {…,"act":"add|done|move|agree|arrange|rate|cancel|start|benefit|coupons|target|plan","approver"?, what
//   till::TaskRequest
//    has: "task","kind","member"|"members":[…],"title","due","source","campaign","result","score","confirmed","next",
//    "next_due","plan","signed","first_use","benefit","quantity","on","face_fen","rate_bp","min_fen","days","key","reason",
//    "month","figure","value","json"}
//      -> {"ref","ok":true,"count","passed_over","left"?,"tasks":["…"]}
// Times are the store's local time; a date alone means its end. Names are masked.
#pragma once

#include <string>

#include "core/till/till.hpp"

namespace kahui::local {

std::string taskLine(till::Till& till, const std::string& line);  // one request in, one answer out

}  // namespace kahui::local
