// One purse card at two tills that know nothing of each other, a clone without keys, a card of an earlier day in the
// midst of a payment (fault 38 of the card notes, through the tender): the sale survives, and no copy spends points.
#include "tests/till/dying_till.hpp"

namespace {

using namespace kahui;
using namespace kahui::test;
using till::NoticeCode;
using till::Phase;

// With chance of its own: no two tills draw the same numbers for their payments.
struct OtherTill : PurseTill {
  OtherTill() {
    store.random = std::make_shared<base::SeededRandom>(4711);
    restart();
  }
};

// A bill of S1, paid from the card as far as it goes, the rest in cash. Answers the points that were taken.
std::int32_t paysAt(PurseTill& till, VirtualDesfire& one) {
  const std::int32_t before = valueOf(one);
  REQUIRE(till.bill(one)->tender->purse);
  askForPoints(till);
  till.lay(one);
  REQUIRE(till.until([](const auto& at) { return !at.tender || !at.tender->payment; }));
  payRest(till);
  REQUIRE(till.until(sold));
  CHECK(till.look()->receipt->tenders.front().type == "CARDPURSE");
  return before - valueOf(one);
}

TEST_CASE("one card at two tills in turn: each takes what it sold, and the card holds the rest", "[purse]") {
  PurseTill first;
  OtherTill second;
  auto one = issuedCard();
  std::int32_t taken = 0;
  for (PurseTill* till : std::initializer_list<PurseTill*>{&first, &second, &second, &first, &second, &first}) {
    const std::int32_t points = paysAt(*till, one);
    CHECK(points > 0);
    taken += points;
    CHECK(valueOf(one) == kPoints - taken);
    CHECK(till->open_payments().empty());
  }
}

TEST_CASE("a doubt at one till is told by the card after another till was there", "[purse]") {
  PurseTill first;
  OtherTill second;
  auto one = issuedCard();
  first.bill(one);
  askForPoints(first);
  const auto points = static_cast<std::int32_t>(first.look()->tender->payment->amount.value() / 100);
  CutAtCommit cut(one, true);
  first.lay(cut, one.uid);
  one.leaveField();
  CHECK(valueOf(one) == kPoints - points);
  const std::int32_t more = paysAt(second, one);
  // The first till's record stands on the card before the second's: the bill is paid, and nothing is taken again.
  first.lay(one);
  REQUIRE(first.until([](const auto& at) { return !at.tender || !at.tender->payment; }));
  payRest(first);
  REQUIRE(first.until(sold));
  CHECK(first.look()->receipt->tenders.front().amount == base::Money(points * 100));
  CHECK(valueOf(one) == kPoints - points - more);
  CHECK(first.open_payments().empty());
}

TEST_CASE("a doubt that another till came between stays one: the customer is served, a manager lets it go", "[purse]") {
  PurseTill first;
  OtherTill second;
  auto one = issuedCard();
  first.bill(one);
  askForPoints(first);
  CutAtCommit cut(one, false);
  first.lay(cut, one.uid);
  one.leaveField();
  const std::int32_t more = paysAt(second, one);
  first.lay(one);
  CHECK_FALSE(sold(*first.look()));
  first.after(till::ReversePayment{});
  REQUIRE(first.until([](const auto& at) { return running(at, till::PaymentView::Stage::Unknown); }));
  first.after(till::SetPaymentAside{});
  first.after(till::AddProduct{"S1"});
  first.after(till::BeginTender{});
  first.after(till::PayCash{first.look()->tender->due});
  REQUIRE(first.until(sold));
  const auto open = first.open_payments();
  REQUIRE(open.size() == 1);
  first.after(till::NextSale{});
  first.after(till::GiveBackPayment{open[0].payment, "客人已离店", {"9001", "123456"}});
  CHECK(noticeOf(*first.look()) == NoticeCode::PurseOwed);
  first.lay(one);
  first.lay(one);
  CHECK(valueOf(one) == kPoints - more);  // nothing was taken here, and nothing is given on suspicion
}

TEST_CASE("a clone without the keys neither pays nor stops the sale, and the card pays beside it", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  auto clone = issuedCard();
  clone.application.keys[0] = {0x11};
  fixture.bill(one);
  askForPoints(fixture);
  CHECK_FALSE(fixture.lay(clone));
  CHECK(noticeOf(*fixture.look()) == NoticeCode::CardRefused);
  CHECK(valueOf(clone) == kPoints);
  CHECK(running(*fixture.look(), till::PaymentView::Stage::Waiting));
  fixture.lay(one);
  REQUIRE(fixture.until([](const auto& at) { return !at.tender || !at.tender->payment; }));
  payRest(fixture);
  REQUIRE(fixture.until(sold));
  CHECK(valueOf(one) < kPoints);
  CHECK(valueOf(clone) == kPoints);
}

TEST_CASE("a card of an earlier day that is laid down to pay is refused for good, and cash pays the bill", "[purse]") {
  PurseTill fixture;
  auto one = issuedCard();
  auto earlier = one;
  paysAt(fixture, one);
  const std::int32_t left = valueOf(one);
  fixture.bill(one);
  askForPoints(fixture);
  fixture.lay(earlier);
  REQUIRE(fixture.until([](const auto& at) { return at.tender && !at.tender->payment; }));
  const auto now = fixture.look();
  REQUIRE(noticeOf(*now) == NoticeCode::PaymentUnpaid);
  CHECK(now->notice->args[2] == "CARD_ROLLED_BACK");
  CHECK(valueOf(earlier) == kPoints);
  fixture.after(till::PayCash{now->tender->due});
  REQUIRE(fixture.until(sold));
  CHECK(fixture.look()->receipt->tenders.front().type == "CASH");
  CHECK(valueOf(one) == left);
  CHECK(fixture.open_payments().empty());
}

}  // namespace
