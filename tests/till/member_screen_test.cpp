// The member desk's commands on the engine: cards go to the desk while it is open, a join ends on the bill, and nothing
// that is published shows a clear name or number unless somebody revealed it.
#include "tests/support/catch.hpp"
#include "tests/till/till_fixture.hpp"

using namespace kahui;
using till::MemberAct;

namespace {

constexpr const char* kPhone = "13900001111";
const member::Credential kFresh{member::CredentialKind::Uid, "04AABBCCDDEE01"};

struct ScreenTill : test::TillFixture {
  ScreenTill()
      : TillFixture({}, [](store::SqliteStore& filled) {
          REQUIRE(filled.putStaff({"2001", "王", ports::StaffRole::Leader, {}}, "123456"));
        }) {
    signedIn();
  }
  till::JoinMember joining() {
    till::JoinMember command;
    command.request.phone = kPhone;
    command.request.name = "欧阳锋";
    command.request.adult = command.request.consent = true;
    return command;
  }
};

bool shows(const till::Snapshot& now, const std::string& secret) {
  std::string words;
  if (now.notice)
    for (const auto& arg : now.notice->args) words += arg + "\n";
  if (now.notice && now.notice->error) words += now.notice->error->detail;
  if (now.member) words += now.member->masked_name + now.member->masked_phone;
  if (const auto& desk = now.member_desk) {
    words += desk->asked;
    for (const auto& hit : desk->hits) words += hit.masked_name + hit.masked_phone;
    if (desk->page) {
      words += desk->page->head.masked_name + desk->page->head.masked_phone;
      for (const auto& change : desk->page->changes) words += change.before + change.after;
      for (const auto& card : desk->page->cards) words += card.masked;
    }
    if (desk->card) words += desk->card->masked;
    if (desk->voucher) words += desk->voucher->masked_name + desk->voucher->member_no;
  }
  return words.find(secret) != std::string::npos;
}

}  // namespace

TEST_CASE("a member who joins at the desk is on the open bill at once, with the tapped card") {
  ScreenTill fixture;
  fixture.after(till::AddProduct{"S1"});
  fixture.after(till::OpenMemberDesk{});
  fixture.reader->tap(kFresh);
  auto now = fixture.look();
  REQUIRE(now->member_desk);
  CHECK(now->member_desk->card->masked == "****EE01");
  CHECK_FALSE(now->member);
  auto command = fixture.joining();
  command.with_card = true;
  now = fixture.after(command);
  REQUIRE(now->member);
  CHECK(now->member->masked_phone == "139****1111");
  CHECK(now->lines.size() == 1);
  CHECK_FALSE(now->member_desk);
  CHECK(test::noticeOf(*now) == till::NoticeCode::MemberJoined);
  fixture.after(till::DetachMember{});
  fixture.reader->tap(kFresh);
  CHECK(fixture.look()->member);
  // The same telephone again: the holder is named, masked.
  fixture.after(till::OpenMemberDesk{});
  now = fixture.after(fixture.joining());
  CHECK(test::errorOf(*now) == base::ErrorCode::PhoneTaken);
  CHECK(now->notice->error->detail == "欧**");
}

TEST_CASE("a known card shows its member at the desk and not on the bill") {
  ScreenTill fixture;
  fixture.after(till::OpenMemberDesk{});
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  auto now = fixture.look();
  REQUIRE(now->member_desk);
  REQUIRE(now->member_desk->page);
  CHECK_FALSE(now->member);
  now = fixture.after(till::TakeMember{now->member_desk->page->head.member_no});
  CHECK(now->member);
  CHECK_FALSE(now->member_desk);
  fixture.after(till::DetachMember{});
  fixture.after(till::CloseMemberDesk{});
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  CHECK(fixture.look()->member);
}

TEST_CASE("a card is given, lost, found again and replaced at the desk, by who may") {
  ScreenTill fixture;
  fixture.after(till::OpenMemberDesk{});
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  fixture.look();
  till::ActOnCard lost{till::CardAct::Change, 0, member::CardStatus::Lost};
  CHECK(test::errorOf(*fixture.after(lost)) == base::ErrorCode::NoRight);
  lost.approval = {"2001", "000000"};
  CHECK(test::errorOf(*fixture.after(lost)) == base::ErrorCode::WrongPin);
  lost.approval = {"2001", "123456"};
  auto now = fixture.after(lost);
  REQUIRE(now->member_desk->page->cards.size() == 1);
  CHECK(now->member_desk->page->cards[0].status == member::CardStatus::Lost);
  till::ActOnCard found{till::CardAct::Change, 0, member::CardStatus::Active, {}, {"2001", "123456"}};
  CHECK(fixture.after(found)->member_desk->page->cards[0].status == member::CardStatus::Active);
  till::ActOnCard replace{till::CardAct::Replace, 0, {}, {}, {"2001", "123456"}};
  CHECK(test::errorOf(*fixture.after(replace)) == base::ErrorCode::UnknownCard);  // none was tapped
  fixture.reader->tap(kFresh);
  fixture.look();
  now = fixture.after(replace);
  REQUIRE(now->member_desk->page->cards.size() == 2);
  CHECK(now->member_desk->page->cards[0].status == member::CardStatus::Replaced);
  CHECK(now->member_desk->page->cards[1].status == member::CardStatus::Active);
  CHECK_FALSE(now->member_desk->card);
}

TEST_CASE("clear names are published only by a signed reveal, and go with the next member") {
  ScreenTill fixture;
  fixture.after(till::OpenMemberDesk{});
  auto now = fixture.after(fixture.joining());
  CHECK_FALSE(shows(*now, kPhone));
  fixture.after(till::DetachMember{});
  fixture.after(till::OpenMemberDesk{});
  now = fixture.after(till::FindMembers{kPhone});
  REQUIRE(now->member_desk->page);
  CHECK_FALSE(shows(*now, kPhone));
  CHECK_FALSE(shows(*now, "欧阳锋"));
  CHECK_FALSE(shows(*fixture.after(till::FindMembers{"1111"}), kPhone));
  now = fixture.after(till::FindMembers{kPhone});
  till::ActOnMember reveal;
  reveal.request.act = MemberAct::Reveal;
  reveal.request.member_no = now->member_desk->page->head.member_no;
  now = fixture.after(reveal);
  CHECK(test::errorOf(*now) == base::ErrorCode::NoRight);
  CHECK_FALSE(now->member_desk->revealed);
  reveal.approval = {"2001", "123456"};
  now = fixture.after(reveal);
  REQUIRE(now->member_desk->revealed);
  CHECK(now->member_desk->revealed->phone == kPhone);
  CHECK_FALSE(shows(*now, kPhone));
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  CHECK_FALSE(fixture.look()->member_desk->revealed);
}

TEST_CASE("what the desk changes of the member on the bill is on the bill, and an erased one leaves it") {
  ScreenTill fixture;
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  auto now = fixture.after(till::OpenMemberDesk{});
  REQUIRE(now->member_desk->page);
  till::ActOnMember freeze;
  freeze.request.act = MemberAct::Erase;
  freeze.request.member_no = now->member_desk->page->head.member_no;
  CHECK(test::errorOf(*fixture.after(freeze)) == base::ErrorCode::NoRight);
  fixture.till->runOnEngine([](ports::Store& held) {
    REQUIRE(dynamic_cast<store::SqliteStore&>(held).putStaff({"9001", "张", ports::StaffRole::Manager, {}}, "123456"));
  });
  freeze.approval = {"9001", "123456"};
  now = fixture.after(freeze);
  CHECK_FALSE(now->member);
  CHECK_FALSE(now->member_desk->page);
}

TEST_CASE("a blank form is handed to the printer once, and its number comes back by a scan at the desk (S003-99)") {
  ScreenTill fixture;
  auto now = fixture.after(till::PrintForms{});
  REQUIRE(now->form_print);
  REQUIRE(now->form_print->forms.size() == 1);
  const std::string number = now->form_print->forms.front().number;
  const auto serial = now->form_print->serial;
  CHECK_FALSE(now->notice);
  CHECK(fixture.after(till::AddProduct{"S1"})->form_print->serial == serial);
  now = fixture.after(till::PrintForms{});
  CHECK(now->form_print->serial > serial);
  CHECK(now->form_print->forms.front().number != number);

  fixture.after(till::OpenMemberDesk{});
  fixture.reader->play(ports::CodeScanned{"played", number});
  now = fixture.look();
  REQUIRE(now->member_desk);
  CHECK(now->member_desk->form == number);
  CHECK(now->member_desk->form_serial > 0);
  auto command = fixture.joining();
  command.request.form = number;
  REQUIRE(fixture.after(command)->member);
  fixture.till->runOnEngine([&](ports::Store& store) {
    const auto no = (*store.memberByPhone(kPhone))->no;
    CHECK(store.memberFile(no)->form == number);
  });
}
