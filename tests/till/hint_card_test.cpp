// An NTAG21x at the till: a copy is told and spends nothing without the PIN, and the card that still lies there after
// its bill is read once more for its record, which nobody sees.
#include "tests/support/catch.hpp"
#include "tests/till/till_fixture.hpp"

namespace {

using namespace kahui;
using test::noticeOf;
using till::NoticeCode;
using till::Phase;

struct TagTill : test::TillFixture {
  TagTill() { signedIn(); }
  ports::CardRead read(ports::CardDoubt doubt = ports::CardDoubt::None, bool repeated = false) {
    ports::CardRead event{{"played", ++generation}, ports::CardClass::Ntag21x, test::cardOf(test::kGoldCard).value};
    event.trust = doubt == ports::CardDoubt::None ? ports::Trust::Genuine : ports::Trust::Claim;
    event.doubt = doubt;
    event.repeated = repeated;
    return event;
  }
  std::shared_ptr<const till::Snapshot> plays(const ports::ReaderEvent& event) {
    reader->play(event);
    return look();
  }
  void sells() {
    after(till::AddProduct{"S1"});
    const auto now = after(till::BeginTender{});
    REQUIRE(now->tender);
    REQUIRE(after(till::PayCash{now->tender->due})->phase == Phase::Receipt);
  }
  std::uint64_t generation = 0;
};

TEST_CASE("a card whose record is another one of its sequence, or older, is told, and is no more than its number",
          "[hint]") {
  for (const auto& [doubt, word] :
       {std::pair(ports::CardDoubt::Forked, "FORKED"), std::pair(ports::CardDoubt::RolledBack, "ROLLED_BACK")}) {
    TagTill fixture;
    const auto now = fixture.plays(fixture.read(doubt));
    REQUIRE(noticeOf(*now) == NoticeCode::CardSuspect);
    CHECK(now->notice->args == std::vector<std::string>{word});
    CHECK(now->notice->kind == till::NoticeKind::Warning);
    REQUIRE(now->member);  // he is known, and earns
    CHECK(now->member->trust == ports::Trust::Claim);
    fixture.sells();
    CHECK(fixture.look()->receipt->tenders.front().type == "CASH");
  }
  TagTill fixture;
  const auto now = fixture.plays(fixture.read());
  CHECK(noticeOf(*now) != NoticeCode::CardSuspect);
  CHECK(now->member->trust == ports::Trust::Genuine);
}

TEST_CASE("after the bill a tag that still lies there is read once more, and nobody hears of it", "[hint]") {
  TagTill fixture;
  const auto first = fixture.read();
  fixture.plays(first);
  const int looks = fixture.reader->looks();
  fixture.sells();
  CHECK(fixture.reader->looks() == looks + 1);
  // What the reader then tells: also to a bill that has begun meanwhile, which is somebody else's.
  fixture.after(till::NextSale{});
  fixture.after(till::AddProduct{"S1"});
  fixture.plays(ports::CardRemoved{first.at});
  auto now = fixture.plays(fixture.read(ports::CardDoubt::None, true));
  CHECK_FALSE(now->member);
  // The next time it is a customer again.
  now = fixture.plays(fixture.read());
  CHECK(now->member);
}

TEST_CASE("a tag that is lifted while its record is written is no refusal, and one that has gone is not asked for",
          "[hint]") {
  TagTill fixture;
  const auto first = fixture.read();
  fixture.plays(first);
  fixture.sells();
  auto now = fixture.plays(ports::CardRemoved{first.at});
  now = fixture.plays(ports::CardRefused{"played", ports::RefuseReason::Torn});
  CHECK(noticeOf(*now) == NoticeCode::SaleDone);
  now = fixture.plays(ports::CardRefused{"played", ports::RefuseReason::Torn});
  CHECK(noticeOf(*now) == NoticeCode::CardRefused);  // once
  const int looks = fixture.reader->looks();
  fixture.after(till::NextSale{});
  fixture.sells();
  CHECK(fixture.reader->looks() == looks);
}

}  // namespace
