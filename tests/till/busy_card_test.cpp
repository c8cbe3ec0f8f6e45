// Anti-abuse at the counter (pains.md): a card that was lent to strangers.
#include "tests/support/catch.hpp"
#include "tests/till/till_fixture.hpp"

using namespace kahui;
using namespace kahui::till;
using test::noticeOf;

TEST_CASE("a card that was on many bills today is asked about at the counter, and still served") {
  test::TillFixture fixture;
  fixture.signedIn();
  const auto comes = [&] {
    fixture.reader->tap(test::cardOf(test::kGoldCard));
    const auto now = fixture.look();
    REQUIRE(noticeOf(*now) == NoticeCode::MemberAttached);
    return now;
  };
  const auto sell = [&] {
    fixture.after(Enter{"S1"});
    fixture.after(BeginTender{});
    REQUIRE(fixture.after(PayCash{base::Money(1'000'000)})->phase == Phase::Receipt);
    fixture.after(NextSale{});
  };
  for (int bill = 0; bill < member::kBusyCardBills; ++bill) {
    CHECK(comes()->notice->kind == NoticeKind::Good);
    sell();
  }
  const auto now = comes();
  CHECK(now->notice->kind == NoticeKind::Warning);
  CHECK(now->notice->args.back() == "BUSY");
  CHECK(now->member);
  sell();
  fixture.store.clock->advance(std::chrono::hours(24));
  sell();  // the next business day begins
  CHECK(comes()->notice->kind == NoticeKind::Good);
}
