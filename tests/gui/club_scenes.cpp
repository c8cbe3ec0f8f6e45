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
  known.brands = {{"光明", base::Money(128'050), base::Quantity(64'000), 21}};
  known.dates = {member::DateKind::Child};
  known.benefits = {{"sample", {"新品试用装", "Sample of something new"}, {"份", "pieces"}, 0, 1, "2026-03-05"},
                    {"anniversary", {"会员周年礼", "Gift for the joining day"}, {"份", "pieces"}, 0, 1, "2026"},
                    {"newyear", {"新年抽奖", "New Year draw"}, {"次", "chances"}, 2, 3, "2026"}};
  known.benefits.push_back({"package", {"生日当月礼包", "Birthday package"}, {"份", "pieces"}, 0, 1, "2026-03"});
  known.benefits.back().on = programme::CareBenefit::On::BirthdayMonth;
  known.benefits[1].today = false;
  known.benefits[2].draw = true;
  return view;
}

till::TalkView talk() {
  till::TalkView view;
  till::TalkItem complaint{journal::kAboutTask,
                           "00000000000000000000000000000001",
                           {"等得太久，没人理", "等得太久，没人理"},
                           {},
                           *base::LocalTime::parse("2026-03-06T11:00:00"),
                           "王**"};
  complaint.waiting = 1;
  complaint.comments = 3;
  till::TalkItem news{journal::kAboutNews,
                      "a1",
                      {"春茶上市，会员先购", "春茶上市，会员先购"},
                      "3 月 10 日起，会员可先购买明前龙井，每人限两盒。",
                      *base::LocalTime::parse("2026-03-05T09:00:00"),
                      {}};
  till::TalkItem tasting{journal::kAboutEvent,
                         "0000000a",
                         {"春茶品鉴会", "春茶品鉴会"},
                         "二楼茶室",
                         *base::LocalTime::parse("2026-03-15T14:00:00"),
                         {}};
  tasting.open = true;
  tasting.comments = 2;
  view.items = {complaint, tasting, news};
  view.waiting = 2;
  view.about = complaint.about;
  view.key = complaint.key;
  till::CommentView said;
  said.member = true;
  said.who = "王**";
  said.text = "上周六排队 40 分钟，收银台只开了一个";
  said.at = *base::LocalTime::parse("2026-03-04T18:20:00");
  till::CommentView answer;
  answer.who = "9001";
  answer.text = "抱歉让您久等，周末已加开两个收银台";
  answer.at = *base::LocalTime::parse("2026-03-05T09:10:00");
  answer.answer = true;
  till::CommentView again = said;
  again.text = "谢谢，这周好多了。能否微信叫号？";
  again.at = *base::LocalTime::parse("2026-03-05T17:45:00");
  again.waits = true;
  view.comments = {said, answer, again};
  view.may_comment = view.may_answer = view.may_open = true;
  return view;
}

void openTalk(Bench& bench, till::TalkView (*made)()) {
  bench.signIn();
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_Z);
  bench.till.edit([&](till::Snapshot& now) { now.talk = made(); });
  bench.settle();
  bench.key(Qt::Key_Down);
  bench.key(Qt::Key_Up);
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
      {"talk", [](Bench& bench) { openTalk(bench, talk); }},
      {"talk-none", [](Bench& bench) { openTalk(bench, [] { return till::TalkView(); }); }},
      {"talk-answer",
       [](Bench& bench) {
         openTalk(bench, talk);
         bench.key(Qt::Key_A);
         bench.type("ok");
       }},
      {"talk-customer",
       [](Bench& bench) {
         openTalk(bench, talk);
         bench.key(Qt::Key_K);
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
