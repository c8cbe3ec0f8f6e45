// Bills of other tills: held ones within a store, and guests' receipts whose points are claimed anywhere in the chain.
// Real stores, the real engine and client, headquarters behind its endpoints.
#include <condition_variable>
#include <mutex>
#include <thread>

#include "core/hq/announcements.hpp"
#include "core/hq/held_bills.hpp"
#include "core/till/till.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

using base::Money;
using base::Points;
using till::HeldAwayView;
using till::NoticeCode;

// From one till to headquarters: the engine's line, or that of the held bills.
struct Street final : ports::SyncTransport {
  Street(HqChain& all, std::string till) : chain(all), terminal(std::move(till)) {}
  base::Result<ports::SyncResponse> exchange(const ports::SyncRequest& request, ports::SyncResponse*) override {
    std::unique_lock lock(mutex);
    ++waiting;
    changed.notify_all();
    changed.wait(lock, [this] { return !silent; });
    --waiting;
    if (down) return base::fail(base::ErrorCode::ServiceDown, "not reached");
    auto response = chain.exchange(terminal, request);
    if (deaf_for == request.path) return base::fail(base::ErrorCode::ServiceDown, "the answer was lost");
    return response;
  }
  // Until it speaks again whoever asks waits.
  void keepSilent(bool now) {
    const std::lock_guard lock(mutex);
    silent = now;
    changed.notify_all();
  }
  void awaitQuestion() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return waiting > 0; });
  }
  HqChain& chain;
  const std::string terminal;
  bool down = false;
  std::string deaf_for;
  std::mutex mutex;
  std::condition_variable changed;
  bool silent = false;
  int waiting = 0;
};

// A till with its screen; it may end and begin again.
struct Counter {
  Counter(HqChain& all, int store_no, int position) : chain(all), books(all, store_no, position) {
    REQUIRE(books.store().putStaff({"1001", "李", ports::StaffRole::Cashier, {}}, "123456"));
    REQUIRE(books.store().putStaff({"9001", "张", ports::StaffRole::Manager, {}}, "123456"));
    terminal = books.store().info().terminal;
    number = static_cast<std::uint64_t>(store_no * 10 + position);
    books.sync();
    begin();
  }
  void begin() {
    street = std::make_unique<Street>(chain, terminal);
    shop_street = std::make_unique<Street>(chain, terminal);
    till::Till::Ports ports;
    const sync::CounterKeys keys{terminal, chain.identity.feed_key, chain.identity.card_key};
    ports.shop = std::make_shared<sync::CounterClient>(*shop_street, keys);
    ports.store = books.handOver();
    ports.clock = std::shared_ptr<base::Clock>(std::shared_ptr<void>(), &chain.hq.clock);
    ports.random = std::make_shared<base::SeededRandom>(++number * 1000);
    ports.hq = std::make_shared<sync::CounterClient>(*street, keys);
    auto opened = till::Till::open(std::move(ports));
    REQUIRE(opened);
    screen = std::move(*opened);
    screen->start();
    after(till::SignIn{"9001", "123456"});
    line(true);
  }
  void end() {
    screen.reset();
    books.open();
  }
  void sync() {
    end();
    books.sync();
    CHECK(books.problems().empty());
    begin();
  }
  std::shared_ptr<const till::Snapshot> look() {  // once headquarters has answered what it was asked
    do {
      screen->runOnEngine([](ports::Store&) {});
    } while (screen->snapshot()->asking_shop);
    return screen->snapshot();
  }
  std::shared_ptr<const till::Snapshot> lookAtOnce() {
    screen->runOnEngine([](ports::Store&) {});
    return screen->snapshot();
  }
  std::shared_ptr<const till::Snapshot> after(till::Command command) {
    screen->submit(std::move(command));
    return look();
  }
  // What whoever syncs tells of the line.
  std::shared_ptr<const till::Snapshot> line(bool up) {
    street->down = shop_street->down = !up;
    till::HqNews news;
    news.contact_ms = up ? chain.hq.clock.now().utc_ms : 0;
    return after(news);
  }
  void hold(const char* note, const char* sku = "S1") {
    after(till::AddProduct{sku, base::kOnePiece});
    CHECK(after(till::HoldBill{note})->shift->held_bills == 1);
  }
  std::vector<till::AwayBillView> others() {
    const auto now = after(till::ListHeld{});
    REQUIRE(now->held_away);
    return now->held_away->state == HeldAwayView::State::Known ? now->held_away->bills
                                                               : std::vector<till::AwayBillView>{};
  }
  std::string take(const till::AwayBillView& one) { return answer(after(till::TakeBill{one.holder, one.bill.bill})); }
  std::string recall() {
    const auto now = after(till::ListHeld{});
    REQUIRE(now->desk->held->size() == 1);
    return answer(after(till::RecallBill{now->desk->held->front().bill}));
  }
  // Empty: the bill is on the screen; else what is said instead.
  static std::string answer(const std::shared_ptr<const till::Snapshot>& now) {
    if (!now->lines.empty()) return {};
    return now->notice->error ? now->notice->error->detail
                              : std::string(now->notice->code == NoticeCode::BillTakenOver ? "TAKEN_OVER" : "?");
  }
  std::string pay() {
    const auto due = after(till::BeginTender{})->tender->due;
    const auto now = after(till::PayCash{due});
    return now->receipt ? now->receipt->receipt_no : std::string();
  }

  HqChain& chain;
  ChainTill books;
  std::string terminal;
  std::uint64_t number = 0;
  std::unique_ptr<Street> street, shop_street;
  std::unique_ptr<till::Till> screen;
};

struct Shop {
  HqChain hq{"2026-03-10T09:00:00"};
  Counter a{hq, 1, 1}, b{hq, 1, 2}, elsewhere{hq, 2, 1};

  std::vector<std::string> flags() {
    std::vector<std::string> kinds;
    hq.hq.in([&](ports::HqTransaction& tx) {
      kinds.clear();
      for (const auto& flag : tx.flags()) kinds.push_back(flag.kind);
    });
    return kinds;
  }
  void round() {
    for (Counter* till : {&a, &b, &elsewhere}) till->sync();
    hq.work();
  }
};

bool holds(const std::vector<std::string>& list, const char* one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

}  // namespace

TEST_CASE("a held bill is seen at the tills of its store and taken by one of them", "[both]") {
  Shop shop;
  shop.a.hold("红衣女士");
  CHECK(shop.elsewhere.others().empty());
  const auto seen = shop.b.others();
  REQUIRE(seen.size() == 1);
  CHECK(seen[0].position == "1");
  CHECK(seen[0].bill.note == "红衣女士");
  CHECK(seen[0].bill.total == Money(12'345));
  CHECK(seen[0].bill.lines == 1);
  CHECK(shop.a.after(till::CountDrawer{Money{}, {}})->notice->error->detail == "HELD_BILLS");
  // Headquarters cannot read it.
  shop.hq.hq.in([&](ports::HqTransaction& tx) {
    const auto row = tx.heldBill(shop.a.terminal, seen[0].bill.bill.hex());
    REQUIRE(row);
    CHECK(row->box.find("红衣") == std::string::npos);
    CHECK(row->box.find("S1") == std::string::npos);
  });

  CHECK(shop.b.take(seen[0]).empty());
  CHECK(shop.b.look()->totals.due == Money(12'345));
  CHECK(shop.b.others().empty());
  CHECK(shop.a.look()->shift->held_bills == 1);
  const auto told = shop.a.line(true);
  CHECK(told->shift->held_bills == 0);
  REQUIRE(told->notice);
  CHECK(told->notice->code == NoticeCode::BillTakenOver);
  CHECK(told->notice->args == std::vector<std::string>{"红衣女士", "2", "2026-03-10T09:00:00"});
  CHECK_FALSE(shop.a.after(till::CountDrawer{Money{}, {}})->notice->error);
  CHECK_FALSE(shop.b.pay().empty());
  shop.round();
  shop.hq.hq.in([&](ports::HqTransaction& tx) {
    const auto row = tx.heldBill(shop.a.terminal, seen[0].bill.bill.hex());
    REQUIRE(row);
    CHECK(row->taken_seq > 0);
    CHECK(row->box.empty());
  });
  CHECK(shop.b.others().empty());
  CHECK_FALSE(holds(shop.flags(), "held_twice"));
}

TEST_CASE("of a held bill's till and another one the first has it", "[both]") {
  Shop shop;
  shop.a.hold("one");
  auto seen = shop.b.others();
  REQUIRE(seen.size() == 1);
  SECTION("its own till") {
    CHECK(shop.a.recall().empty());
    CHECK(shop.b.take(seen[0]) == "HELD_GONE");
    CHECK(shop.b.others().empty());
  }
  SECTION("its own till cancels it") {
    const auto list = shop.a.after(till::ListHeld{});
    shop.a.after(till::DropHeldBill{list->desk->held->front().bill});
    CHECK(shop.b.take(seen[0]) == "HELD_GONE");
  }
  SECTION("the other one, and its own till hears of it when it wants the bill") {
    const auto list = shop.a.after(till::ListHeld{});
    CHECK(shop.b.take(seen[0]).empty());
    CHECK(Counter::answer(shop.a.after(till::RecallBill{list->desk->held->front().bill})) == "TAKEN_OVER");
    CHECK(shop.a.look()->notice->kind == till::NoticeKind::Warning);
    CHECK(shop.a.look()->shift->held_bills == 0);
  }
  SECTION("the other one, whose answer was lost: it is granted again, also after a start, and to nobody else") {
    shop.b.shop_street->deaf_for = "/v1/held/take";
    CHECK(shop.b.take(seen[0]) == "HELD_NEEDS_LINE");
    shop.b.end();
    shop.b.begin();
    seen = shop.b.others();
    REQUIRE(seen.size() == 1);
    CHECK(shop.b.take(seen[0]).empty());
    CHECK(shop.b.others().empty());
    CHECK(shop.a.line(true)->shift->held_bills == 0);
  }
  shop.round();
  CHECK_FALSE(holds(shop.flags(), "held_twice"));
}

TEST_CASE("a held bill is taken up by its till without the line, and what another till did is seen", "[both]") {
  Shop shop;
  shop.a.hold("one");
  const auto seen = shop.b.others();
  REQUIRE(seen.size() == 1);
  shop.a.line(false);
  CHECK(shop.a.others().empty());
  CHECK(shop.a.after(till::ListHeld{})->held_away->state == HeldAwayView::State::Offline);
  SECTION("before the other one asks: nothing happens twice") {
    CHECK(shop.a.recall().empty());
    shop.a.line(true);
    CHECK(shop.b.take(seen[0]) == "HELD_GONE");
    shop.round();
    CHECK_FALSE(holds(shop.flags(), "held_twice"));
  }
  SECTION("after it: both are told") {
    CHECK(shop.b.take(seen[0]).empty());
    CHECK(shop.a.recall().empty());
    CHECK_FALSE(shop.a.pay().empty());
    CHECK_FALSE(shop.b.pay().empty());
    const auto told = shop.a.line(true);
    REQUIRE(told->notice);
    CHECK(told->notice->code == NoticeCode::BillTwice);
    CHECK(told->notice->args.front() == "2");
    CHECK(shop.a.line(true)->notice->serial == told->notice->serial);  // once
    const bool other_first = GENERATE(false, true);
    for (Counter* till : other_first ? std::vector{&shop.b, &shop.a} : std::vector{&shop.a, &shop.b}) {
      till->sync();
      shop.hq.work();
    }
    CHECK(holds(shop.flags(), "held_twice"));
    REQUIRE(shop.hq.hq.projector.rebuild());
    shop.hq.work();
    CHECK(holds(shop.flags(), "held_twice"));
  }
}

TEST_CASE("a held bill without the line stays at its till until it is back", "[both]") {
  Shop shop;
  shop.a.line(false);
  shop.a.hold("one");
  CHECK(shop.b.others().empty());
  SECTION("and is offered then") {
    shop.a.line(true);
    CHECK(shop.b.others().size() == 1);
  }
  SECTION("and is its till's alone if it was taken up before") {
    CHECK(shop.a.recall().empty());
    shop.a.line(true);
    CHECK(shop.b.others().empty());
    shop.round();
    CHECK(shop.flags().empty());
  }
}

namespace {

// A bill that is held at the first till; it or the second one asks for it, and nobody answers.
struct SilentLine {
  explicit SilentLine(bool of_own) : own(of_own) {
    shop.a.hold("one");
    seen = shop.b.others();
    REQUIRE(seen.size() == 1);
    bill = seen[0].bill.bill;
    shop.a.after(till::ListHeld{});
    till.shop_street->keepSilent(true);
    till.screen->submit(own ? till::Command(till::RecallBill{bill})
                            : till::Command(till::TakeBill{seen[0].holder, bill}));
    till.shop_street->awaitQuestion();
  }
  // The one who asked has it on the screen after all.
  void asksAgain() {
    if (own) {
      CHECK(till.recall().empty());
    } else {
      const auto again = till.others();
      REQUIRE(again.size() == 1);
      CHECK(till.take(again[0]).empty());
      CHECK(shop.a.line(true)->shift->held_bills == 0);
    }
    CHECK(till.look()->totals.due == Money(12'345));
  }

  const bool own;
  Shop shop;
  Counter& till = own ? shop.a : shop.b;
  std::vector<till::AwayBillView> seen;
  base::Id bill;
};

}  // namespace

TEST_CASE("a silent line keeps no cashier waiting for a held bill", "[both]") {
  SilentLine line(GENERATE(false, true));
  Counter& till = line.till;
  // The engine goes on while the question hangs, and says that it asks.
  const auto asking = till.lookAtOnce();
  REQUIRE(asking->held_away);
  CHECK(asking->held_away->asking == std::optional(line.bill));
  CHECK(asking->asking_shop);
  CHECK(asking->lines.empty());
  SECTION("who waits gets the bill") {
    till.shop_street->keepSilent(false);
    const auto now = till.look();
    CHECK(now->lines.size() == 1);
    CHECK_FALSE(now->held_away);
  }
  SECTION("who does not wait sells on, and the bill is held at this till") {
    till.screen->submit(till::StopAsking{});
    CHECK_FALSE(till.lookAtOnce()->held_away->asking);
    till.screen->submit(till::AddProduct{"S3", base::kOnePiece});
    CHECK(till.lookAtOnce()->totals.due == Money(780));
    till.shop_street->keepSilent(false);
    const auto now = till.look();
    CHECK(now->lines.size() == 1);
    CHECK(now->totals.due == Money(780));
    CHECK(now->shift->held_bills == 1);
    CHECK_FALSE(till.pay().empty());
    if (!line.own) CHECK(line.shop.a.line(true)->shift->held_bills == 0);
    CHECK(till.recall().empty());
    CHECK(till.look()->totals.due == Money(12'345));
  }
  line.shop.round();
  CHECK_FALSE(holds(line.shop.flags(), "held_twice"));
}

TEST_CASE("who leaves while a held bill is asked for loses nothing", "[both]") {
  SilentLine line(GENERATE(false, true));
  Counter& till = line.till;
  SECTION("somebody else signs in") {
    till.screen->submit(till::SignOut{});
    CHECK(till.lookAtOnce()->phase == till::Phase::SignedOut);
    till.shop_street->keepSilent(false);
    CHECK(till.look()->lines.empty());
    till.after(till::SignIn{"1001", "123456"});
    line.asksAgain();
  }
  SECTION("the till ends") {
    std::thread later([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      till.shop_street->keepSilent(false);
    });
    till.end();
    later.join();
    till.begin();
    line.asksAgain();
  }
  line.shop.round();
  CHECK_FALSE(holds(line.shop.flags(), "held_twice"));
}

TEST_CASE("two tills take a held bill at the same moment", "[both]") {
  HqEngine engine;
  auto first = engine.open(), second = engine.open();
  base::SeededRandom random(5);
  REQUIRE(first->transaction([&](ports::HqTransaction& tx) -> base::Status {
    for (const char* position : {"1", "2", "3"}) {
      ports::HqTerminal row;
      row.id = std::string("till-") + position;
      row.store = "0001";
      row.position = position;
      tx.putTerminal(row);
    }
    return {};
  }));
  for (int i = 0; i < 20; ++i) {
    const std::string id = base::Id::make(1'000 + i, random).hex();
    REQUIRE(hq::offerHeld(*first, "till-1", {id, 1'000, "box"}, 1'000)->state == "OFFERED");
    std::string one, two;
    std::thread other([&] { two = hq::takeHeld(*second, "till-3", {id, "till-1"}, 2'000)->state; });
    one = hq::takeHeld(*first, "till-2", {id, "till-1"}, 2'000)->state;
    other.join();
    CHECK(((one == "GRANTED" && two == "TAKEN") || (one == "TAKEN" && two == "GRANTED")));
  }
  CHECK(hq::takeHeld(*first, "till-1", {base::Id::make(5'000, random).hex(), "till-2"}, 2'000)->state == "UNKNOWN");
}

TEST_CASE("S000-87 a staff-only text is never in what the customer's screen gets") {
  HqChain chain("2026-03-10T09:00:00");
  Counter till(chain, 1, 1);
  const auto say = [&](const char* key, bool members, std::int64_t at_ms) {
    ports::HqAnnouncement one;
    one.key = key;
    one.title = key;
    one.text = std::string(key) + " text";
    one.from = *base::BusinessDate::parse("2026-03-10");
    one.members = members;
    REQUIRE(hq::announce(*chain.hq.store, one, at_ms));
  };
  say("staff", false, 1);
  say("open", true, 2);
  chain.work();
  till.sync();
  auto now = till.line(true);
  REQUIRE(now->news);
  CHECK(now->news->list.size() == 2);  // the staff see both
  REQUIRE(now->for_members.size() == 1);
  CHECK(now->for_members.front().title == "open");
  const auto plan = [&](const char* name, bool publish) {
    till::ClubRequest request;
    request.act = till::ClubAct::Plan;
    request.operator_code = "9001";
    request.name = name;
    request.at = base::LocalTime::parse("2026-03-20T14:00:00");
    request.seats = 10;
    request.publish = publish;
    REQUIRE(till.screen->authorize("9001", "123456"));
    REQUIRE(till.screen->actOnClub(request));
  };
  plan("inventory", false);
  plan("tea", true);
  now = till.line(true);
  REQUIRE(now->for_members.size() == 2);
  for (const auto& one : now->for_members) {
    CHECK(one.title != "staff");
    CHECK(one.title != "inventory");
  }
  say("open", false, 3);  // for the staff alone again
  chain.work();
  till.sync();
  now = till.line(true);
  REQUIRE(now->for_members.size() == 1);
  CHECK(now->for_members.front().title == "tea");
}

}  // namespace kahui::test
