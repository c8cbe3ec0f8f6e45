// Points on the member's card pay a bill: torn at each exchange, killed at each, a copy, an earlier day, a return, a
// manager's word. The card and the bill agree in the end, or the till says that it does not know.
#include <set>

#include "tests/till/dying_till.hpp"

namespace {

using namespace kahui;
using namespace kahui::test;
using till::Phase;

TEST_CASE("points on the card pay a bill, and the shift counts them", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  auto now = fixture.bill(one);
  REQUIRE(now->tender);
  REQUIRE(now->tender->purse);
  CHECK(now->tender->purse->points == base::Points(kPoints));
  CHECK(now->tender->purse->worth == base::Money(kPoints * 100));
  const std::int64_t points = now->tender->next.value() / 100;
  askForPoints(fixture);
  CHECK(valueOf(one) == kPoints);
  CHECK(fixture.look()->tender->payment->code == "****E5F6");
  REQUIRE(fixture.lay(one));
  REQUIRE(fixture.until([](const auto& at) { return !at.tender || !at.tender->payment; }));
  payRest(fixture);
  REQUIRE(fixture.until(sold));
  CHECK(valueOf(one) == kPoints - points);
  const auto receipt = fixture.look()->receipt;
  REQUIRE(receipt);
  CHECK(receipt->tenders.front().type == "CARDPURSE");
  CHECK(receipt->tenders.front().amount == base::Money(points * 100));
  CHECK(fixture.open_payments().empty());
  fixture.after(till::NextSale{});
  now = fixture.after(till::ReadShift{});
  REQUIRE(now->shift);
  REQUIRE(now->shift->sheet);
  bool counted = false;
  for (const auto& tender : now->shift->sheet->sheet.figures.tenders) counted = counted || tender.type == "CARDPURSE";
  CHECK(counted);
}

TEST_CASE("a card that lies on the reader pays as it lies: the till asks the readers once", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  fixture.bill(one);
  const int looks = fixture.reader->looks();
  askForPoints(fixture);
  REQUIRE(fixture.until([&](const auto&) { return fixture.reader->looks() > looks; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(100));  // the payments' thread asks on
  CHECK(fixture.reader->looks() == looks + 1);
  fixture.lay(one);  // what the reader then does
  REQUIRE(fixture.until([](const auto& at) { return !at.tender || !at.tender->payment; }));
  payRest(fixture);
  REQUIRE(fixture.until(sold));
  CHECK(fixture.look()->receipt->tenders.front().type == "CARDPURSE");
}

TEST_CASE("no card, no keys, no points: the tender is not offered", "[purse]") {
  PurseTill fixture;
  fixture.after(till::AddProduct{"S1"});
  auto now = fixture.after(till::BeginTender{});
  CHECK_FALSE(now->tender->purse);
  CHECK(fixture.after(till::PayByPurse{})->notice->error->detail == "NO_CARD_PURSE");
  // The member's card at the tender step makes it possible; another person's does not.
  fixture.after(till::CancelTender{});
  auto one = issuedCard();
  fixture.lay(one);
  fixture.after(till::BeginTender{});
  CHECK(fixture.look()->tender->purse);
  fixture.after(till::CancelTender{});
  fixture.after(till::CancelSale{});
  one.application.values[1] = 0;
  now = fixture.bill(one);
  CHECK(fixture.after(till::PayByPurse{})->notice->error->detail == "CARD_TOO_LITTLE");
}

TEST_CASE("a card that is never laid down is not waited for for ever, and Esc ends it", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  fixture.bill(one);
  askForPoints(fixture);
  fixture.after(till::CancelTender{});
  REQUIRE(fixture.until([](const auto& at) { return at.tender && !at.tender->payment; }));
  CHECK(fixture.open_payments().empty());
  fixture.lay(one);
  CHECK(valueOf(one) == kPoints);  // nobody asks for it any more
}

TEST_CASE("torn at each exchange the card pays once or not at all, and the till knows", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  one.application.values[1] = 5000;
  int doubts = 0, paid = 0;
  for (int at = 0;; ++at) {
    bool reached = false;
    for (const auto kind : {Faulty::Kind::NotSent, Faulty::Kind::LinkUnknown}) {
      INFO("at " << at << " kind " << static_cast<int>(kind));
      if (valueOf(one) < 200) {
        one.application.values[1] += 4000;
        one.leaveField();
      }
      REQUIRE(fixture.bill(one)->tender->purse);
      const std::int32_t before = valueOf(one);
      const auto points = static_cast<std::int32_t>(fixture.look()->tender->next.value() / 100);
      askForPoints(fixture);
      Faulty torn(one, at, kind);
      fixture.lay(torn, one.uid);
      one.leaveField();
      reached = reached || torn.exchanges() <= at;
      CHECK((valueOf(one) == before || valueOf(one) == before - points));
      const bool moved = valueOf(one) == before - points;
      // It lies there again: now it is known, or it is done.
      for (int again = 0; again < 3 && fixture.look()->phase == Phase::Tendering; ++again) {
        if (running(*fixture.look(), till::PaymentView::Stage::Waiting) && !moved) ++doubts;
        fixture.lay(one);
        fixture.until([](const auto& now) { return !now.tender || !now.tender->payment; });
        if (fixture.look()->tender && fixture.look()->tender->taken.empty()) askForPoints(fixture);
      }
      payRest(fixture);
      if (!fixture.until(sold)) FAIL(told(*fixture.look()));
      CHECK(valueOf(one) == before - points);
      CHECK(fixture.look()->receipt->tenders.front().type == "CARDPURSE");
      CHECK(fixture.open_payments().empty());
      ++paid;
    }
    if (reached) break;
    REQUIRE(at < 200);
  }
  CHECK(paid > 40);
  CHECK(doubts > 10);
}

// Pays a bill in a process of its own that dies at the n-th exchange of the paying card; true if it lived.
bool payInChild(PurseTill& fixture, VirtualDesfire& one, int dies_at, bool after) {
  fixture.close();
  return inChild(one, [&](int socket) {
    // Chance of its own: the parent's does not move on by what a child draws.
    fixture.store.random = std::make_shared<base::SeededRandom>(static_cast<std::uint64_t>(1000 + 2 * dies_at + after));
    fixture.open(fixture.store.open());
    Wire telling(socket, -1, false);
    fixture.after(till::AddProduct{"S1"});
    fixture.lay(telling, one.uid);
    fixture.after(till::BeginTender{});
    fixture.after(till::PayByPurse{});
    if (!fixture.until([](const auto& at) { return running(at, till::PaymentView::Stage::Waiting); })) {
      std::fprintf(stderr, "%s\n", told(*fixture.look()).c_str());
      ::_exit(kNeverWaited);
    }
    Wire paying(socket, dies_at, after);
    fixture.lay(paying, one.uid);
  });
}

TEST_CASE("killed at each exchange the till finds its payment, and the card tells what became of it", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  int doubts = 0, finished = 0;
  std::set<std::string> receipts;
  bool lived = false;
  for (int at = 0; !lived; at += 3) {
    for (const bool after : {false, true}) {
      INFO("at " << at << " after " << after);
      one.application.values[1] = kPoints;
      one.leaveField();
      lived = payInChild(fixture, one, at, after) || lived;
      fixture.open(fixture.store.open());
      const bool moved = valueOf(one) < kPoints;
      fixture.until([](const auto& now) { return now.tenders->open.empty() || now.tenders->open.front().paid; });
      if (!fixture.open_payments().empty() && !fixture.open_payments().front().paid) {
        ++doubts;
        fixture.lay(one);
        fixture.until([](const auto& now) { return now.tenders->open.empty() || now.tenders->open.front().paid; });
        fixture.after(till::CancelSale{});
        fixture.after(till::DetachMember{});
        fixture.restart();
        fixture.until([](const auto& now) { return now.tenders->open.empty() || now.tenders->open.front().paid; });
      }
      const auto open = fixture.open_payments();
      if (moved && open.empty()) {  // it died after the bill was done
        const auto receipt = fixture.after(till::ShowLastReceipt{})->receipt;
        REQUIRE(receipt);
        CHECK(receipt->tenders.front().type == "CARDPURSE");
        CHECK(receipts.insert(receipt->receipt_no).second);
        continue;
      }
      REQUIRE(open.size() == (moved ? 1U : 0U));
      if (!moved) continue;
      CHECK(open.front().provider == "CARDPURSE");
      fixture.after(till::ResumePayment{open.front().payment});
      payRest(fixture);
      REQUIRE(fixture.until(sold));
      CHECK(fixture.open_payments().empty());
      CHECK(receipts.insert(fixture.look()->receipt->receipt_no).second);
      ++finished;
    }
    REQUIRE(at < 200);
  }
  CHECK(finished > 1);
  CHECK(doubts > 1);
}

// A payment that the card made and whose answer nobody saw.
void leaveInDoubt(PurseTill& fixture, VirtualDesfire& one, bool reached) {
  fixture.bill(one);
  askForPoints(fixture);
  CutAtCommit cut(one, reached);
  fixture.lay(cut, one.uid);
  one.leaveField();
}

TEST_CASE("a doubt is in the list, and a manager lets the bill go: the card gets back what it gave", "[purse]") {
  for (const bool reached : {false, true}) {
    INFO(reached);
    PurseTill fixture;
    auto one = issuedCard();
    leaveInDoubt(fixture, one, reached);
    CHECK((valueOf(one) < kPoints) == reached);
    // The customer has gone: the till gives up, and the bill waits in the list.
    fixture.after(till::ReversePayment{});
    REQUIRE(fixture.until([](const auto& at) { return running(at, till::PaymentView::Stage::Unknown); }));
    fixture.after(till::SetPaymentAside{});
    auto open = fixture.open_payments();
    REQUIRE(open.size() == 1);
    CHECK_FALSE(open[0].paid);
    const std::string payment = open[0].payment;
    fixture.after(till::GiveBackPayment{payment, "", {"9001", "123456"}});
    CHECK(fixture.look()->notice->error->detail == "BAD_REASON");
    fixture.after(till::GiveBackPayment{payment, "客人已离店", {}});
    CHECK(test::errorOf(*fixture.look()) == base::ErrorCode::NoRight);
    fixture.after(till::GiveBackPayment{payment, "客人已离店", {"9001", "123456"}});
    CHECK(test::noticeOf(*fixture.look()) == till::NoticeCode::PurseOwed);
    open = fixture.open_payments();
    REQUIRE(open.size() == 1);
    CHECK(open[0].refund);
    fixture.restart();  // what is owed is owed after a restart
    REQUIRE(settledByLaying(fixture, one));
    CHECK(valueOf(one) == kPoints);
    fixture.lay(one);
    CHECK(valueOf(one) == kPoints);  // once
  }
}

TEST_CASE("goods that come back give the points back to the card, torn or not", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  fixture.bill(one);
  askForPoints(fixture);
  fixture.lay(one);
  fixture.until([](const auto& at) { return !at.tender || !at.tender->payment; });
  payRest(fixture);
  REQUIRE(fixture.until(sold));
  const std::string receipt = fixture.look()->receipt->receipt_no;
  CHECK(valueOf(one) < kPoints);
  fixture.after(till::NextSale{});
  fixture.after(till::BeginReturn{receipt});
  fixture.after(till::ReturnAll{});
  fixture.after(till::ConfirmReturn{});
  REQUIRE(fixture.until([](const auto& at) { return at.tenders->open.size() == 1; }));
  CHECK(fixture.open_payments()[0].refund);
  REQUIRE(fixture.until([](const auto& at) { return at.notice && at.notice->code == till::NoticeCode::PurseOwed; }));
  fixture.after(till::NextSale{});
  for (int at = 0; at < 30 && valueOf(one) < kPoints; at += 5) {
    Faulty torn(one, at, Faulty::Kind::LinkUnknown);
    fixture.lay(torn, one.uid);
    one.leaveField();
  }
  REQUIRE(settledByLaying(fixture, one));
  CHECK(valueOf(one) == kPoints);
  fixture.lay(one);
  CHECK(valueOf(one) == kPoints);
}

TEST_CASE("a card of an earlier day pays nothing, and a copy without the key is no card of the shop", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  auto earlier = one;
  fixture.bill(one);
  askForPoints(fixture);
  fixture.lay(one);
  fixture.until([](const auto& at) { return !at.tender || !at.tender->payment; });
  payRest(fixture);
  REQUIRE(fixture.until(sold));
  const auto now = fixture.bill(earlier);
  CHECK_FALSE(now->tender->purse);
  CHECK(valueOf(earlier) == kPoints);
  fixture.after(till::CancelTender{});
  fixture.after(till::CancelSale{});
  auto clone = issuedCard();
  clone.application.keys[0] = {0x11};
  CHECK_FALSE(fixture.lay(clone));
}

}  // namespace
