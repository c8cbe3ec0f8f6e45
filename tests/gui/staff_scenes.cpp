// The staff page and the first steps in their states.
#include "tests/gui/scenes.hpp"

namespace kahui::test {
namespace {

till::StaffDeskView people() {
  till::StaffDeskView view;
  view.manages = true;
  view.people = {{"1001", "收银员甲", ports::StaffRole::Cashier, {"open_drawer"}, {}, true, true, false},
                 {"1002", "收银员丁", ports::StaffRole::Cashier, {}, {"top_up"}, true, false, true},
                 {"2001", "领班乙", ports::StaffRole::Leader, {}, {}, true, false, false},
                 {"9001", "店长丙", ports::StaffRole::Manager, {}, {}, true, true, false}};
  return view;
}

void openStaff(Bench& bench, const till::StaffDeskView& view) {
  bench.signIn();
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_U);
  bench.till.edit([&](till::Snapshot& now) { now.staff_desk = view; });
  bench.settle();
}

}  // namespace

std::vector<Scene> staffScenes() {
  return {{"first-day",
           [](Bench& bench) {
             bench.signIn();
             bench.key(Qt::Key_F10);
             bench.key(Qt::Key_F);
           }},
          {"staff", [](Bench& bench) { openStaff(bench, people()); }},
          {"staff-change",
           [](Bench& bench) {
             openStaff(bench, people());
             bench.key(Qt::Key_C);
           }},
          {"staff-own-pin", [](Bench& bench) {
             till::StaffDeskView own = people();
             own.manages = false;
             own.people.resize(1);
             openStaff(bench, own);
             bench.key(Qt::Key_P);
           }}};
}

}  // namespace kahui::test
