// The club in its states, as a till would show it.
#include "tests/gui/scenes.hpp"

namespace kahui::test {
namespace {

ports::StoredEvent event(const char* id, const char* name, const char* place, const char* at, int seats) {
  ports::StoredEvent made;
  made.id = id;
  made.name = name;
  made.place = place;
  made.at = *base::LocalTime::parse(at);
  made.seats = seats;
  return made;
}

till::ClubView club() {
  till::ClubView view;
  auto lecture = event("0000000b", "新会员讲座", "培训室", "2026-03-20T19:00:00", 20);
  lecture.coming = 20;
  auto tasting = event("0000000a", "春茶品鉴会", "二楼茶室", "2026-03-15T14:00:00", 20);
  tasting.invited = 46;
  tasting.coming = 11;
  tasting.present = 3;
  auto off = event("0000000c", "读书沙龙", "", "2026-03-08T14:00:00", 12);
  off.cancelled = true;
  view.events = {lecture, tasting, off};
  view.draws = {{"newyear", {"新年抽奖", "New Year draw"}, base::Money(188800), 57, {}},
                {"spring", {"春日抽奖", "Spring draw"}, base::Money(50000), 31, "王** ******0016"}};
  return view;
}

till::ClubView guests() {
  till::ClubView view = club();
  view.event = "0000000a";
  using journal::GuestState;
  view.guests = {{"1000000016", "王**", "黄金会员", GuestState::Coming},
                 {"1000000024", "欧**", "铂金会员", GuestState::Coming},
                 {"1000000032", "李*", "普通会员", GuestState::Present},
                 {"1000000040", "司马**", "白银会员", GuestState::Invited},
                 {"1000000057", "赵*", "普通会员", GuestState::Away}};
  return view;
}

till::ClubView member() {
  till::ClubView view = club();
  till::ClubMemberView& known = view.member.emplace();
  known.head = {"1000000016", "王**", "138****5678", "黄金会员", member::MemberStatus::Active};
  known.agreed = true;
  known.tags = {{"baby", {"母婴", "Baby and mother"}, false}, {"coffee", {"咖啡茶饮", "Coffee and tea"}, true}};
  known.favourites = {{"乳品", "Dairy"}, {"饮料", "Drinks"}, {"水果", "Fruit"}};
  known.dates = {member::DateKind::Child};
  known.benefits = {{"sample", {"新品试用装", "Sample of something new"}, {"份", "pieces"}, 0, 1, "2026-03-05"},
                    {"anniversary", {"会员周年礼", "Gift for the joining day"}, {"份", "pieces"}, 0, 1, "2026"},
                    {"newyear", {"新年抽奖", "New Year draw"}, {"次", "chances"}, 2, 3, "2026"}};
  known.benefits[1].today = false;
  known.benefits[2].draw = true;
  return view;
}

void openClub(Bench& bench, till::ClubView (*made)()) {
  bench.signIn();
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_Q);
  bench.till.edit([&](till::Snapshot& now) { now.club = made(); });
  bench.settle();
}

}  // namespace

std::vector<Scene> clubScenes() {
  return {
      {"club", [](Bench& bench) { openClub(bench, club); }},
      {"club-none", [](Bench& bench) { openClub(bench, [] { return till::ClubView(); }); }},
      {"club-guests", [](Bench& bench) { openClub(bench, guests); }},
      {"club-member", [](Bench& bench) { openClub(bench, member); }},
      {"club-draw",
       [](Bench& bench) {
         openClub(bench, club);
         for (int i = 0; i < 3; ++i) bench.key(Qt::Key_Down);
         bench.key(Qt::Key_D);
       }},
      {"club-new",
       [](Bench& bench) {
         openClub(bench, club);
         bench.key(Qt::Key_N);
       }},
      {"club-friend",
       [](Bench& bench) {
         openClub(bench, member);
         bench.key(Qt::Key_R);
       }},
      {"club-signature",
       [](Bench& bench) {
         openClub(bench, club);
         bench.key(Qt::Key_X);
         bench.key(Qt::Key_X);
         bench.till.edit([](till::Snapshot& now) {
           now.notice = till::Notice{till::NoticeKind::Error,
                                     till::NoticeCode::Failed,
                                     {},
                                     base::Error{base::ErrorCode::NoRight, "manage_work"},
                                     false,
                                     900};
         });
         bench.settle();
       }},
  };
}

}  // namespace kahui::test
