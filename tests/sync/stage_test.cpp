// A snapshot comes into force whole: all of the old, or all of the new, wherever it is cut.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/store/report_reader.hpp"
#include "core/store/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store_fixture.hpp"

namespace kahui::test {

namespace {

constexpr int kMembers = 450, kPage = 150;

base::Id idOf(int n) {
  base::Id::Raw raw{};
  raw[0] = 7;
  raw[14] = static_cast<std::uint8_t>(n >> 8);
  raw[15] = static_cast<std::uint8_t>(n);
  return base::Id(raw);
}

member::MemberNo noOf(int n) { return member::MemberNo::fromBody(700'000 + n); }

// In the second generation everybody has the telephone and the card of his neighbour.
ports::FeedItem itemOf(int n, int generation) {
  ports::FeedMember m{
      idOf(n), noOf(n), generation == 1 ? "ORD" : "GLD",   base::BusinessDate::of(2025, 1, 1), {}, {}, {}, {}, {},
      {},      {},      base::BusinessDate::of(2025, 1, 1)};
  m.noncash = m.lifetime = base::Points(generation * 100 + n % 7);
  m.as_of_ms = 1'000 * generation;
  const int shown = generation == 1 ? n : (n + 1) % kMembers;
  m.profile = test::member(shown, "ORD").profile;
  ports::FeedItem item{m.id.hex()};
  item.member = std::move(m);
  return item;
}

ports::FeedPage pageOf(int from, int generation) {
  ports::FeedPage page{{"members", 1, generation * 1000}, true, {}};
  for (int n = from; n < std::min(kMembers, from + kPage); ++n) page.items.push_back(itemOf(n, generation));
  return page;
}

struct Stop {
  int after;  // acts of the store; then the process is killed
  void step() {
    if (after-- == 0) ::kill(::getpid(), SIGKILL);
  }
};

void load(store::SqliteStore& store, int generation, Stop stop) {
  for (int at = 0; at < kMembers; at += kPage) {
    stop.step();
    if (!store.stageFeed(pageOf(at, generation), at == 0)) ::_exit(2);
  }
  stop.step();
  if (!store.switchFeed({"members", 1, generation * 1000})) ::_exit(3);
  for (;;) {
    stop.step();
    const auto more = store.settleFeed();
    if (!more) ::_exit(4);
    if (!*more) return;
  }
}

// 1 or 2: everybody is of that generation, by number, by card and by telephone. 0: they differ.
int generationOf(store::SqliteStore& store) {
  int found = -1;
  const auto see = [&](const member::Member& m, int n) {
    const int generation = m.tier == "ORD" ? 1 : 2;
    const bool right = m.no == noOf(n) && m.points() == base::Points(generation * 100 + n % 7);
    found = !right || (found != -1 && found != generation) ? 0 : generation;
  };
  for (int n = kMembers - 1; n >= 0 && found != 0; n -= 7) {
    const auto by_phone = store.memberByPhone(test::member(n, "ORD").profile.phone);
    if (!by_phone || !*by_phone) return 0;
    const int owner = (*by_phone)->tier == "ORD" ? n : (n + kMembers - 1) % kMembers;
    see(**by_phone, owner);
    const auto by_no = store.memberByNo(noOf(n));
    if (!by_no || !*by_no) return 0;
    see(**by_no, n);
    const auto by_card = store.memberByCard(cardOf(n));
    if (!by_card || !*by_card) return 0;
    see(by_card->value().member, owner);
  }
  return found;
}

bool holds(store::SqliteStore& store) {
  const auto report = store::verify(store);
  REQUIRE(report);
  for (const auto& problem : report->problems) UNSCOPED_INFO(problem.what << " " << problem.where);
  return report->ok();
}

}  // namespace

TEST_CASE("a snapshot that a kill cuts anywhere is there whole or not at all") {
  StoreFixture fixture;
  {
    auto store = fixture.open();
    load(*store, 1, {1'000'000});
    REQUIRE(generationOf(*store) == 1);
    REQUIRE(holds(*store));
  }
  int old = 0, now = 0;
  constexpr int kSwitched = kMembers / kPage + 1;
  for (int cut = 0; cut < kSwitched + 6; ++cut) {
    const auto copy = fixture.folder.path() / ("copy" + std::to_string(cut));
    std::filesystem::copy(fixture.path(), copy, std::filesystem::copy_options::recursive);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      auto store = store::SqliteStore::open(copy, {});
      if (!store) ::_exit(1);
      load(**store, 2, {cut});
      ::_exit(0);
    }
    int state = 0;
    REQUIRE(::waitpid(child, &state, 0) == child);
    INFO("cut before act " << cut);
    REQUIRE((WIFSIGNALED(state) || WEXITSTATUS(state) == 0));
    auto store = store::SqliteStore::open(copy, {});
    REQUIRE(store);
    const int found = generationOf(**store);
    CHECK(found == (cut < kSwitched ? 1 : 2));
    ++(found == 1 ? old : now);
    CHECK((*store)->cursors()->front().position == found * 1000);
    // What is left goes to its place, and nothing of it is booked twice.
    while (*(*store)->settleFeed()) {
    }
    CHECK(generationOf(**store) == found);
    CHECK(holds(**store));
    // A snapshot that was cut off begins anew.
    load(**store, 2, {1'000'000});
    CHECK(generationOf(**store) == 2);
    CHECK(holds(**store));
  }
  CHECK(old >= kSwitched);
  CHECK(now >= 2);
}

TEST_CASE("what headquarters says after a snapshot is not overtaken by what still waits of it") {
  StoreFixture fixture;
  auto store = fixture.open();
  load(*store, 1, {1'000'000});
  for (int at = 0; at < kMembers; at += kPage) REQUIRE(store->stageFeed(pageOf(at, 2), at == 0));
  CHECK(generationOf(*store) == 1);  // laid aside is not in force
  REQUIRE(store->switchFeed({"members", 1, 2000}));
  ports::FeedItem newer = itemOf(40, 2);
  newer.member->tier = "PLT";
  REQUIRE(store->keepMember(*newer.member));
  CHECK((*store->memberByNo(noOf(40)))->tier == "PLT");
  while (*store->settleFeed()) {
  }
  CHECK((*store->memberByNo(noOf(40)))->tier == "PLT");
  CHECK(holds(*store));
}

TEST_CASE("a report's connection sees the switch of a snapshot at once, and never a part of it") {
  StoreFixture fixture;
  auto store = fixture.open();
  load(*store, 1, {1'000'000});
  for (int at = 0; at < kMembers; at += kPage) REQUIRE(store->stageFeed(pageOf(at, 2), at == 0));
  ports::FeedPage more{{"members", 1, 2000}, true, {itemOf(kMembers, 2)}};  // somebody new
  REQUIRE(store->stageFeed(more, false));
  auto reader = store::ReportReader::open(store->folder());
  REQUIRE(reader);
  const auto generation = [&](store::ReportReader& from) {
    const auto members = from.members();
    REQUIRE(members);
    int found = -1, count = 0;
    std::int64_t before = 0;
    for (const auto& one : *members) {
      CHECK(one.no > before);
      before = one.no;
      for (int n = 0; n <= kMembers; ++n) {
        if (noOf(n).value() != one.no) continue;
        const int is = one.tier == "ORD" ? 1 : 2;
        if (one.noncash != base::Points(is * 100 + n % 7) || (found != -1 && found != is)) return std::pair(0, count);
        found = is;
        ++count;
      }
    }
    return std::pair(found, count);
  };
  CHECK(generation(**reader) == std::pair(1, kMembers));
  REQUIRE(store->switchFeed({"members", 1, 2000}));
  const std::pair switched(2, kMembers + 1);
  CHECK(generation(**reader) == switched);
  int steps = 0;
  for (; *store->settleFeed(); ++steps) CHECK(generation(**reader) == switched);
  CHECK(steps >= 3);
  CHECK(generation(**reader) == switched);
  // One that is opened in between does not wait for what it may not move.
  for (int at = 0; at < kMembers; at += kPage) REQUIRE(store->stageFeed(pageOf(at, 1), at == 0));
  REQUIRE(store->stageFeed({{"members", 1, 3000}, true, {itemOf(kMembers, 1)}}, false));
  REQUIRE(store->switchFeed({"members", 1, 3000}));
  REQUIRE(*store->settleFeed());
  auto late = store::ReportReader::open(store->folder());
  REQUIRE(late);
  CHECK(generation(**late).first == 1);
  CHECK((*late)->birthdays());
}

}  // namespace kahui::test
