// What is said about announcements, events and feedback as lines of JSON and their answers.
//   {"ref"?,"operator":"9001","act":"list","about"?:"NEWS|EVENT|TASK","key"?}
//      -> {"ref","ok":true,"waiting","items":[{"about","key","title","at","open","comments","waiting","who"?}],
//          with "about" and "key": "comments":[{"comment","from":"member|shop","who","text","at","answer","waits"}]}
//   {…,"act":"comment","about","key","text","member"?}   a member's words with "member", else the shop's
//   {…,"act":"answer","about","key","comment","text"}    the comment by its id
//   {…,"act":"open|close","about","key"}                 whether members may comment
//      -> {"ref","ok":true,"count","comment"?}
// Times are the store's local time. Names are masked. Errors of task_desk.hpp.
#pragma once

#include <string>

#include "core/till/till.hpp"

namespace kahui::local {

std::string talkLine(till::Till& till, const std::string& line);  // one request in, one answer out

}  // namespace kahui::local
