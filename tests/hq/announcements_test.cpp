// Announcements go to the stores with the feed, and who read them comes back with the log.
#include "core/hq/announcements.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

ports::HqAnnouncement wanted(const char* key, const char* title, const std::string& store = {}) {
  ports::HqAnnouncement one;
  one.key = key;
  one.title = title;
  one.text = "全场会员双倍积分";
  one.store = store;
  one.from = *base::BusinessDate::parse("2026-03-10");
  one.until = *base::BusinessDate::parse("2026-03-12");
  return one;
}

}  // namespace

TEST_CASE("an announcement comes to the tills it is meant for, changes, goes, and its readers come back", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill one(chain, 1, 1), two(chain, 2, 1);
  auto& store = *chain.hq.store;
  const std::int64_t now = chain.hq.clock.now().utc_ms;
  REQUIRE(hq::announce(store, wanted("a", "会员日"), now));
  REQUIRE(hq::announce(store, wanted("b", "只给二店", "0002"), now + 1));
  chain.work();
  one.sync();
  two.sync();
  const auto at = [](ChainTill& till, const char* day) {
    return *till.store().announcements(*base::BusinessDate::parse(day), "1001");
  };
  REQUIRE(at(one, "2026-03-10").size() == 1);
  CHECK(at(one, "2026-03-10").front().title == "会员日");
  CHECK(at(one, "2026-03-13").empty());  // its time is over
  CHECK(at(one, "2026-03-09").empty());
  REQUIRE(at(two, "2026-03-12").size() == 2);
  CHECK(at(two, "2026-03-12").front().title == "只给二店");  // the newest first

  REQUIRE(two.desk().note(journal::AnnouncementRead{"a", "1001"}));
  REQUIRE(two.desk().note(journal::AnnouncementRead{"a", "1001"}));
  CHECK(at(two, "2026-03-10").back().read);
  CHECK_FALSE(at(two, "2026-03-10").front().read);
  two.sync();
  chain.work();
  const auto reads = hq::announcementReads(store);
  REQUIRE(reads->size() == 2);
  REQUIRE(reads->front().reads.size() == 1);
  CHECK(reads->front().reads.front().operator_code == "1001");
  CHECK(reads->front().reads.front().terminal == two.store().info().terminal);
  CHECK(reads->back().reads.empty());

  REQUIRE(hq::announce(store, wanted("a", "会员日改期"), now + 2));
  REQUIRE(hq::withdraw(store, "b"));
  chain.work();
  two.sync();
  REQUIRE(at(two, "2026-03-10").size() == 1);
  CHECK(at(two, "2026-03-10").front().title == "会员日改期");
  CHECK(at(two, "2026-03-10").front().read);  // who read it has read it
  CHECK(two.problems().empty());
}

TEST_CASE("S000-87 whether members may see an announcement goes to the tills with it, and may change", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill one(chain, 1, 1);
  auto& store = *chain.hq.store;
  auto open = wanted("b", "会员日");
  open.members = true;
  REQUIRE(hq::announce(store, wanted("a", "内部通知"), 1));
  REQUIRE(hq::announce(store, open, 2));
  chain.work();
  one.sync();
  const auto seen = [&] {
    std::vector<std::string> titles;
    const auto all = one.store().announcements(*base::BusinessDate::parse("2026-03-10"), "1001");
    REQUIRE(all);
    for (const auto& said : *all)
      if (said.members) titles.push_back(said.title);
    return titles;
  };
  CHECK(seen() == std::vector<std::string>{"会员日"});
  REQUIRE(hq::announce(store, wanted("b", "会员日"), 3));  // for the staff alone again
  chain.work();
  one.sync();
  CHECK(seen().empty());
}

TEST_CASE("an announcement without a title, with an end before its beginning or for no store is refused", "[both]") {
  HqChain chain("2026-03-10T09:00:00");
  ChainTill one(chain, 1, 1);
  auto& store = *chain.hq.store;
  CHECK_FALSE(hq::announce(store, wanted("a", ""), 1));
  CHECK_FALSE(hq::announce(store, wanted("a", "x", "0009"), 1));
  auto early = wanted("a", "x");
  early.until = early.from.plusDays(-1);
  CHECK_FALSE(hq::announce(store, early, 1));
  auto long_title = wanted("a", "x");
  for (int i = 0; i < 81; ++i) long_title.title += "公";
  CHECK_FALSE(hq::announce(store, long_title, 1));
  CHECK_FALSE(hq::withdraw(store, "a"));
  CHECK(hq::announcementReads(store)->empty());
}

}  // namespace kahui::test
