// Points from the account onto the card: torn at each exchange, killed at each, stopped, refused, let go by a manager.
// What a member has is the account and the card together, and that sum never changes.

#include "core/journal/draft.hpp"
#include "core/store/history.hpp"
#include "core/store/verify.hpp"
#include "tests/till/dying_till.hpp"

namespace {

using namespace kahui;
using namespace kahui::test;
using base::Points;
using till::NoticeCode;
using Stage = till::PaymentView::Stage;

constexpr std::int64_t kAccount = 3000;

struct LoadTill : PurseTill {
  LoadTill() {
    till->runOnEngine([&](ports::Store& books) { no = (*books.memberByCard(kCard))->member.no; });
    grant(kAccount);
  }
  void grant(std::int64_t points) {
    till->runOnEngine([&](ports::Store& books) {
      auto draft = journal::makeDraft(store.clock->now(), store.clock->now().local().date(), "", *store.random,
                                      journal::PointsGranted{no.value(), Points(points), {}, "JOIN_GIFT", "9001"});
      REQUIRE(books.append(std::move(draft)));
    });
  }
  // The member's page, with the card seen there.
  std::shared_ptr<const till::Snapshot> desk(VirtualDesfire& one) {
    after(till::OpenMemberDesk{});
    lay(one);
    return look();
  }
  std::int64_t account() {
    std::int64_t points = 0;
    till->runOnEngine([&](ports::Store& books) { points = (*books.memberByNo(no))->points().value(); });
    return points;
  }
  void ask(std::int64_t points) {
    after(till::LoadCard{Points(points), {}, {}});
    const auto now = look();
    INFO(told(*now));
    REQUIRE(until([](const auto& at) {
      return at.member_desk && at.member_desk->load && at.member_desk->load->running &&
             at.member_desk->load->running->stage == Stage::Waiting;
    }));
  }
  bool settled() {
    return until([](const auto& at) { return at.tenders->open.empty(); });
  }
  std::string refusal(till::LoadCard command) {
    const auto now = after(std::move(command));
    if (!now->notice || !now->notice->error) return "done";
    const base::Error& error = *now->notice->error;
    return error.code == base::ErrorCode::RuleRejected ? error.detail : std::string(base::codeName(error.code));
  }
  std::vector<std::string> problems() {
    std::vector<std::string> found;
    till->runOnEngine([&](ports::Store& books) {
      const auto report = store::verify(dynamic_cast<store::SqliteStore&>(books));
      REQUIRE(report);
      for (const auto& problem : report->problems) found.push_back(problem.what);
    });
    return found;
  }

  member::MemberNo no;
};

TEST_CASE("points go onto the card, leave the account, and the shift's book of points closes", "[load]") {
  LoadTill fixture;
  auto one = issuedCard();
  auto now = fixture.desk(one);
  REQUIRE(now->member_desk->can_load);
  REQUIRE(now->member_desk->load);
  CHECK(now->member_desk->load->on_card == Points(kPoints));
  CHECK(now->member_desk->load->room == Points(kCap - kPoints));
  CHECK(now->member_desk->load->masked == "****E5F6");
  const int looks = fixture.reader->looks();
  fixture.ask(250);
  CHECK(fixture.account() == kAccount - 250);  // before the card is asked
  CHECK(valueOf(one) == kPoints);
  CHECK(fixture.reader->looks() == looks + 1);
  REQUIRE(fixture.lay(one));
  REQUIRE(fixture.settled());
  REQUIRE(fixture.until([](const auto& at) { return at.notice && at.notice->code == NoticeCode::CardLoaded; }));
  CHECK(valueOf(one) == kPoints + 250);
  CHECK(fixture.account() == kAccount - 250);
  CHECK(fixture.look()->member_desk->load->on_card == Points(kPoints + 250));
  CHECK(fixture.look()->member_desk->page->moves.front().type == "points.loaded");
  fixture.lay(one);
  CHECK(valueOf(one) == kPoints + 250);  // once
  fixture.after(till::CloseMemberDesk{});
  now = fixture.after(till::ReadShift{});
  REQUIRE(now->shift);
  REQUIRE(now->shift->sheet);
  const auto& points = now->shift->sheet->points;
  CHECK(points.closing == Points(kAccount - 250));
  CHECK(points.opening + points.earned - points.reversed - points.redeemed + points.restored - points.expired +
            points.adjusted ==
        points.closing);
  CHECK(points.redeemed == Points(250));
  CHECK(fixture.problems().empty());
}

TEST_CASE("what the card, the account, the right or the PIN does not allow moves nothing", "[load]") {
  LoadTill fixture;
  auto one = issuedCard();
  fixture.after(till::OpenMemberDesk{});
  CHECK(fixture.refusal({Points(10), {}, {}}) == "wrong_state");
  std::string number;
  fixture.till->runOnEngine([&](ports::Store&) { number = fixture.no.text(); });
  fixture.after(till::ShowMember{number});
  CHECK(fixture.refusal({Points(10), {}, {}}) == "CARD_NOT_SEEN");
  fixture.lay(one);
  CHECK(fixture.refusal({Points(0), {}, {}}) == "out_of_range");
  CHECK(fixture.refusal({Points(kCap - kPoints + 1), {}, {}}) == "CARD_FULL");
  CHECK(fixture.refusal({Points(kAccount + 1), {}, {}}) == "POINTS_INSUFFICIENT");
  fixture.till->runOnEngine([&](ports::Store& books) {
    REQUIRE(dynamic_cast<store::SqliteStore&>(books).setMemberPin(fixture.no, "4711", {"9001", "", {}, {}}));
  });
  CHECK(fixture.refusal({Points(2900), {}, {}}) == "MEMBER_PIN_NEEDED");
  CHECK(fixture.refusal({Points(2900), "1234", {}}) == "wrong_pin");
  CHECK(fixture.account() == kAccount);
  CHECK(fixture.open_payments().empty());
  fixture.after(till::LoadCard{Points(2900), "4711", {}});
  CHECK(fixture.account() == kAccount - 2900);
  CHECK(fixture.refusal({Points(1), {}, {}}) == "wrong_state");  // one at a time
}

// Headquarters that is asked and answers as it is told.
struct FakeHq final : ports::HqDesk {
  std::optional<ports::HqDecision> decision{};  // none: silence
  std::vector<std::pair<base::Id, Points>> asked;

  base::Result<ports::HqDecision> redeem(const base::Id& attempt, const base::Id&, Points points) override {
    asked.emplace_back(attempt, points);
    if (!decision) return base::fail(base::ErrorCode::ServiceDown);
    return *decision;
  }
  base::Status confirm(const base::Id&, const base::Id&) override { return {}; }
  base::Status cancel(const base::Id&, const base::Id&) override { return {}; }
  base::Result<ports::HqDecision> holdCoupon(const base::Id&, const std::string&) override {
    return base::fail(base::ErrorCode::ServiceDown);
  }
  base::Status freeCoupon(const base::Id&, const std::string&) override { return {}; }
  base::Result<std::optional<ports::FeedMember>> byCard(const member::Credential&) override {
    return std::optional<ports::FeedMember>();
  }
  base::Result<std::optional<ports::FeedMember>> byPhone(std::string_view) override {
    return std::optional<ports::FeedMember>();
  }
  base::Result<std::optional<ports::FeedMember>> byNo(member::MemberNo) override {
    return std::optional<ports::FeedMember>();
  }
};

TEST_CASE("in a chain points go onto a card only when headquarters allows it, and its word stands with them",
          "[load]") {
  LoadTill fixture;
  auto one = issuedCard();
  const auto hq = std::make_shared<FakeHq>();
  fixture.hq = hq;
  fixture.restart();
  fixture.desk(one);
  hq->decision = ports::HqDecision{false, true, Points(3)};
  CHECK(fixture.refusal({Points(50), {}, {}}) == "HQ_REFUSED");
  hq->decision = ports::HqDecision{true, true, {}};
  fixture.ask(50);
  REQUIRE(hq->asked.size() == 2);
  CHECK(hq->asked.back().second == Points(50));
  fixture.lay(one);
  REQUIRE(fixture.settled());
  CHECK(valueOf(one) == kPoints + 50);
  bool stands = false;
  fixture.till->runOnEngine([&](ports::Store& books) {
    auto query = dynamic_cast<store::SqliteStore&>(books).connection().statement(
        "SELECT count(*) FROM journal WHERE instr(line, ?)>0 AND instr(line, 'points.loaded')>0");
    query.bind(1, hq->asked.back().first.hex());
    stands = query.executeStep() && query.getColumn(0).getInt() == 1;
  });
  CHECK(stands);
  hq->decision.reset();
  CHECK(fixture.refusal({Points(50), {}, {}}) == "NEEDS_ONLINE");
  CHECK(fixture.account() == kAccount - 50);
  CHECK(fixture.open_payments().empty());
  CHECK(fixture.problems().empty());
}

TEST_CASE("a till without the key that credits, or without the limit, offers no loading", "[load]") {
  for (const bool key : {false, true}) {
    auto keys = shopKeys();
    if (key)
      keys.purse->cap = 0;
    else
      keys.purse->credit_key.reset();
    PurseTill fixture(keys);
    auto one = issuedCard();
    fixture.after(till::OpenMemberDesk{});
    fixture.lay(one);
    CHECK_FALSE(fixture.look()->member_desk->can_load);
    CHECK(fixture.after(till::LoadCard{Points(1), {}, {}})->notice->error->detail == "NO_CARD_PURSE");
  }
}

TEST_CASE("the card's own limit holds, whatever the till believed", "[load]") {
  LoadTill fixture;
  auto one = issuedCard();
  fixture.desk(one);
  fixture.ask(2000);
  one.application.values[1] = kCap - 1999;  // another till was there
  one.leaveField();
  fixture.lay(one);
  REQUIRE(fixture.settled());
  REQUIRE(fixture.until([](const auto& at) { return at.notice && at.notice->code == NoticeCode::CardNotLoaded; }));
  CHECK(fixture.look()->notice->args[2] == "CARD_FULL");
  CHECK(fixture.account() == kAccount);
  CHECK(valueOf(one) == kCap - 1999);
  CHECK(fixture.problems().empty());
}

TEST_CASE("a load that is stopped is in the account again, and another card gets nothing", "[load]") {
  LoadTill fixture;
  auto one = issuedCard();
  auto other = issuedCard();
  other.uid = {0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0x99};
  const auto key = card::cardKey(shopKeys(), *shopKeys().desfire, other.uid);
  std::copy(key->view().begin(), key->view().end(), other.application.keys[0].begin());
  fixture.desk(one);
  fixture.ask(300);
  fixture.lay(other);
  CHECK(valueOf(other) == kPoints);
  CHECK(fixture.account() == kAccount - 300);
  fixture.after(till::StopLoading{});
  REQUIRE(fixture.settled());
  CHECK(fixture.account() == kAccount);
  fixture.lay(one);
  CHECK(valueOf(one) == kPoints);
  CHECK(fixture.problems().empty());
}

TEST_CASE("torn at each exchange the points are on the card or in the account, never both, never neither", "[load]") {
  LoadTill fixture;
  auto one = issuedCard();
  int moved = 0, came_back = 0;
  for (int at = 0;; ++at) {
    bool reached = false;
    for (const auto kind : {Faulty::Kind::NotSent, Faulty::Kind::LinkUnknown}) {
      INFO("at " << at << " kind " << static_cast<int>(kind));
      const std::int64_t all = fixture.account() + valueOf(one);
      const std::int32_t before = valueOf(one);
      fixture.desk(one);
      fixture.ask(7);
      Faulty torn(one, at, kind);
      fixture.lay(torn, one.uid);
      one.leaveField();
      reached = reached || torn.exchanges() <= at;
      CHECK((valueOf(one) == before || valueOf(one) == before + 7));
      if (at % 2 == 0) {
        fixture.restart();  // what it may have left is found again, and no order of a card outlives the till
        fixture.until([](const auto& now) { return now.tenders->open.size() < 2; });
      }
      REQUIRE(settledByLaying(fixture, one));
      CHECK(fixture.account() + valueOf(one) == all);
      (valueOf(one) == before ? came_back : moved) += 1;
    }
    if (reached) break;
    REQUIRE(at < 200);
  }
  CHECK(moved > 10);
  CHECK(came_back > 10);
  CHECK(fixture.problems().empty());
}

// True: it lived. dies_at < 0: before the card is asked.
bool loadInChild(LoadTill& fixture, VirtualDesfire& one, int dies_at, bool after) {
  fixture.close();
  return inChild(one, [&](int socket) {
    fixture.store.random = std::make_shared<base::SeededRandom>(static_cast<std::uint64_t>(5000 + 2 * dies_at + after));
    fixture.open(fixture.store.open());
    Wire telling(socket, -1, false);
    fixture.after(till::OpenMemberDesk{});
    fixture.lay(telling, one.uid);
    fixture.after(till::LoadCard{Points(9), {}, {}});
    if (dies_at < 0) ::kill(::getpid(), SIGKILL);  // between the journal and the card
    const bool waits = fixture.until([](const auto& at) {
      return at.member_desk && at.member_desk->load && at.member_desk->load->running &&
             at.member_desk->load->running->stage == Stage::Waiting;
    });
    if (!waits) ::_exit(kNeverWaited);
    Wire paying(socket, dies_at, after);
    fixture.lay(paying, one.uid);
  });
}

TEST_CASE("killed at each exchange the points are on the card or in the account", "[load]") {
  LoadTill fixture;
  auto one = issuedCard();
  int moved = 0, doubts = 0;
  bool lived = false;
  for (int at = -1; !lived; at += at < 0 ? 1 : 3) {
    for (const bool after : {false, true}) {
      INFO("at " << at << " after " << after);
      const std::int64_t all = fixture.account() + valueOf(one);
      const std::int32_t before = valueOf(one);
      lived = loadInChild(fixture, one, at, after) || lived;
      fixture.open(fixture.store.open());
      const bool went = valueOf(one) != before;
      fixture.until([](const auto& now) {
        return now.tenders->open.empty() || (now.notice && now.notice->code == NoticeCode::CardLoadUnknown);
      });
      if (!fixture.open_payments().empty()) ++doubts;
      REQUIRE(settledByLaying(fixture, one));
      CHECK(fixture.account() + valueOf(one) == all);
      moved += went ? 1 : 0;
    }
    REQUIRE(at < 200);
  }
  CHECK(moved > 1);
  CHECK(doubts > 1);
  CHECK(fixture.problems().empty());
}

TEST_CASE("a doubt is let go by a manager: the account has its points, and the card gives back what it got", "[load]") {
  for (const bool reached : {false, true}) {
    INFO(reached);
    LoadTill fixture;
    auto one = issuedCard();
    fixture.desk(one);
    fixture.ask(400);
    CutAtCommit cut(one, reached);
    fixture.lay(cut, one.uid);
    one.leaveField();
    CHECK((valueOf(one) != kPoints) == reached);
    fixture.restart();
    REQUIRE(fixture.until([](const auto& at) { return at.tenders->open.size() == 1; }));
    REQUIRE(fixture.until([](const auto& at) { return at.notice && at.notice->code == NoticeCode::CardLoadUnknown; }));
    CHECK(fixture.account() == kAccount - 400);
    const std::string payment = fixture.open_payments()[0].payment;
    fixture.after(till::GiveBackPayment{payment, "", {"9001", "123456"}});
    CHECK(fixture.look()->notice->error->detail == "BAD_REASON");
    fixture.after(till::GiveBackPayment{payment, "客人已离店", {}});
    CHECK(test::errorOf(*fixture.look()) == base::ErrorCode::NoRight);
    fixture.after(till::GiveBackPayment{payment, "客人已离店", {"9001", "123456"}});
    CHECK(fixture.account() == kAccount);
    const auto open = fixture.open_payments();
    REQUIRE(open.size() == 1);
    CHECK(open[0].refund);
    fixture.restart();
    REQUIRE(settledByLaying(fixture, one));
    CHECK(fixture.account() == kAccount);
    CHECK(valueOf(one) == kPoints);
    fixture.lay(one);
    CHECK(valueOf(one) == kPoints);
    CHECK(fixture.problems().empty());
  }
}

}  // namespace
