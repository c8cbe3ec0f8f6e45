// A blank chip becomes a member's card at the till's desk: the chip is simulated, the reader is the test. Torn at every
// exchange, it is nobody's until it was read back and proved itself.
#include <future>
#include <thread>

#include "drivers/card/issuing_identifier.hpp"
#include "drivers/card/uid.hpp"
#include "tests/drivers/card_sessions.hpp"
#include "tests/drivers/virtual_desfire.hpp"
#include "tests/drivers/virtual_ntag424.hpp"
#include "tests/support/catch.hpp"
#include "tests/till/till_fixture.hpp"

namespace {

using namespace kahui;
using member::CardStatus;
using test::Faulty;
using till::CardAct;
using Stage = till::CardWritingView::Stage;

const member::Credential kNew{member::CredentialKind::Uid, "04A1B2C3D4E5F6"};

card::ShopKeys shopKeys() {
  const card::AesKey master{0x10, 0x11, 0x12, 0x13};
  card::ShopKeys keys{.system_id = {0x6B, 0x61}, .ntag424 = master, .desfire = master, .aid = {0xF5, 0x42, 0x30}};
  keys.sdm = card::SdmKeys{.file_key = {1, 2, 3}, .meta_key = {4, 5, 6}};
  keys.purse = card::PurseKeys{.record_key = card::AesKey{5}, .credit_key = card::AesKey{9}, .cap = 5000};
  keys.address = "shop.example/t?";
  return keys;
}

// What became of the exchange on each step, as a cashier saw it.
struct WritingTill : test::TillFixture {
  explicit WritingTill(std::shared_ptr<card::IssuingIdentifier> readers)
      : TillFixture(
            {},
            [](store::SqliteStore& filled) {
              REQUIRE(filled.putStaff({"2001", "王", ports::StaffRole::Leader, {}}, "123456"));
            },
            [&](till::Till::Ports& ports) { ports.cards = readers; }),
        cards(std::move(readers)) {
    open("2001");
  }
  void open(const char* operator_code) {
    after(till::SignIn{operator_code, "123456"});
    after(till::OpenMemberDesk{});
    reader->tap(test::cardOf(test::kGoldCard));
  }
  WritingTill()
      : WritingTill(std::make_shared<card::IssuingIdentifier>(std::make_shared<card::ShopKeys>(shopKeys()))) {}

  // As a driver does it; the session is what the card's antenna sees.
  bool lay(card::Session& session, base::ByteView uid) {
    const auto identity = cards->identify(session, uid);
    if (identity) {
      reader->play(card::cardRead({"played", ++generation}, *identity, 0));
      reader->play(ports::CardRemoved{{"played", generation}});
    } else {
      reader->play(ports::CardRefused{"played", identity.error()});
    }
    return identity.has_value();
  }
  bool lay(test::VirtualNative& card) { return lay(card, card.uid); }
  std::shared_ptr<const till::Snapshot> write(CardAct act = CardAct::Issue, int card = -1) {
    return after(till::WriteCard{act, card, {}});
  }
  std::optional<till::CardWritingView> writing() {
    const auto now = look();
    return now->member_desk ? now->member_desk->writing : std::nullopt;
  }
  std::optional<ports::CardHit> holder() {
    std::optional<ports::CardHit> hit;
    till->runOnEngine([&](ports::Store& books) { hit = *books.memberByCard(kNew); });
    return hit;
  }
  std::vector<std::string> reasons() {
    const auto now = look();
    return now->notice && now->notice->code == till::NoticeCode::CardNotWritten ? now->notice->args
                                                                                : std::vector<std::string>{};
  }

  std::shared_ptr<card::IssuingIdentifier> cards;
  std::uint64_t generation = 1000;
};

struct Ntag {
  test::VirtualNtag424 card{};
  void leaves() {}
  [[nodiscard]] bool untouched() const { return card.keys.empty() || card.keys.at(0) == test::Block16{}; }
};
struct Desfire {
  test::VirtualDesfire card{false};
  void leaves() { card.leaveField(); }
  [[nodiscard]] bool untouched() const { return !card.has_application; }
};

template <class Chip>
int exchangesOf() {
  Chip chip;
  Faulty whole(chip.card, -1, Faulty::Kind::None);
  WritingTill fixture;
  fixture.write();
  REQUIRE(fixture.lay(whole, chip.card.uid));
  return whole.exchanges();
}

TEMPLATE_TEST_CASE("a blank chip is written at the desk and becomes the member's", "[cards]", Ntag, Desfire) {
  TestType chip;
  WritingTill fixture;
  auto now = fixture.write();
  REQUIRE(now->member_desk->can_write);
  REQUIRE(now->member_desk->writing);
  CHECK(now->member_desk->writing->stage == Stage::Waiting);
  CHECK_FALSE(fixture.holder());
  REQUIRE(fixture.lay(chip.card));
  now = fixture.look();
  CHECK_FALSE(now->member_desk->writing);
  CHECK(test::noticeOf(*now) == till::NoticeCode::MemberCardDone);
  REQUIRE(now->member_desk->page->cards.size() == 2);
  CHECK(now->member_desk->page->cards[1].masked == "****E5F6");
  CHECK(now->member_desk->page->cards[1].status == CardStatus::Active);
  REQUIRE(fixture.holder());
  // From now on it opens a sale, with the trust that it proves.
  fixture.after(till::CloseMemberDesk{});
  REQUIRE(fixture.lay(chip.card));
  now = fixture.look();
  REQUIRE(now->member);
  CHECK(now->member->trust == ports::Trust::Authenticated);
  // Lost, it is as any other card.
  fixture.after(till::DetachMember{});
  fixture.after(till::OpenMemberDesk{});
  fixture.reader->tap(test::cardOf(test::kGoldCard));
  fixture.after(till::ActOnCard{CardAct::Change, 1, CardStatus::Blocked, {}, {"2001", "123456"}});
  fixture.after(till::CloseMemberDesk{});
  fixture.lay(chip.card);
  CHECK(test::errorOf(*fixture.look()) == base::ErrorCode::CardBlocked);
}

TEMPLATE_TEST_CASE("torn at each exchange a card is nobody's, and the same one goes on", "[cards]", Ntag, Desfire) {
  const int exchanges = exchangesOf<TestType>();
  REQUIRE(exchanges > 20);
  WritingTill fixture;
  for (int at = 0; at < exchanges; ++at) {
    for (const auto kind : {Faulty::Kind::NotSent, Faulty::Kind::LinkUnknown}) {
      INFO("at " << at << " kind " << static_cast<int>(kind));
      TestType chip;
      // Each round a card of its own, all for one member.
      chip.card.uid[5] = static_cast<std::uint8_t>(at);
      chip.card.uid[6] = static_cast<std::uint8_t>(0x10 + static_cast<int>(kind));
      const member::Credential held_card{member::CredentialKind::Uid, *card::credentialOfUid(chip.card.uid)};
      const auto held = [&] {
        bool is = false;
        fixture.till->runOnEngine([&](ports::Store& books) { is = books.memberByCard(held_card)->has_value(); });
        return is;
      };
      fixture.write();
      Faulty torn(chip.card, at, kind);
      REQUIRE_FALSE(fixture.lay(torn, chip.card.uid));
      chip.leaves();
      CHECK_FALSE(held());
      const auto view = fixture.writing();
      REQUIRE(view);
      CHECK(view->stage == (view->masked.empty() ? Stage::Waiting : Stage::PutBack));
      if (view->stage == Stage::PutBack) {
        TestType other;
        other.card.uid[0] = 0x05;
        CHECK_FALSE(fixture.lay(other.card));
        CHECK(fixture.reasons() == std::vector<std::string>{"OTHER_CARD", view->masked});
        CHECK(other.untouched());
      }
      if (at % 2 == 0) {  // given up meanwhile: said, and written again from a new beginning
        fixture.after(till::StopWriting{});
        const std::vector<std::string> said = fixture.reasons();
        CHECK(said.empty() == view->masked.empty());
        CHECK_FALSE(held());
        fixture.write();
      }
      REQUIRE(fixture.lay(chip.card));
      CHECK(held());
      CHECK_FALSE(fixture.writing());
    }
  }
}

TEST_CASE("a till that ends in the midst of a card leaves a card that is nobody's and can be finished", "[cards]") {
  test::VirtualDesfire card{false};
  {
    WritingTill fixture;
    fixture.write();
    Faulty torn(card, 25, Faulty::Kind::NotSent);
    REQUIRE_FALSE(fixture.lay(torn, card.uid));
    CHECK_FALSE(fixture.holder());
  }
  card.leaveField();
  WritingTill again;
  again.lay(card);
  CHECK_FALSE(again.holder());
  again.reader->tap(test::cardOf(test::kGoldCard));
  again.write();
  REQUIRE(again.lay(card));
  CHECK(again.holder());
}

TEST_CASE("a written card takes an old one's place in one act", "[cards]") {
  WritingTill fixture;
  test::VirtualNtag424 card;
  fixture.write(CardAct::Replace, 0);
  Faulty torn(card, 30, Faulty::Kind::NotSent);
  REQUIRE_FALSE(fixture.lay(torn, card.uid));
  CHECK(fixture.look()->member_desk->page->cards[0].status == CardStatus::Active);
  REQUIRE(fixture.lay(card));
  const auto now = fixture.look();
  REQUIRE(now->member_desk->page->cards.size() == 2);
  CHECK(now->member_desk->page->cards[0].status == CardStatus::Replaced);
  CHECK(now->member_desk->page->cards[1].status == CardStatus::Active);
  fixture.write(CardAct::Replace, 9);
  CHECK(test::errorOf(*fixture.look()) == base::ErrorCode::UnknownCard);
}

TEST_CASE("who may not, and cards that are not to be written", "[cards]") {
  WritingTill fixture;
  fixture.after(till::SignOut{});
  fixture.open("1001");
  CHECK(test::errorOf(*fixture.after(till::WriteCard{})) == base::ErrorCode::NoRight);
  CHECK_FALSE(fixture.writing());
  CHECK(test::errorOf(*fixture.after(till::WriteCard{CardAct::Issue, -1, {"2001", "000000"}})) ==
        base::ErrorCode::WrongPin);
  fixture.after(till::WriteCard{CardAct::Issue, -1, {"2001", "123456"}});
  CHECK(fixture.writing());
  fixture.after(till::SignOut{});
  fixture.open("2001");
  // Another member's card is left as it is.
  test::VirtualNtag424 taken;
  fixture.till->runOnEngine([&](ports::Store& books) {
    const auto silver = books.memberByCard(test::cardOf(test::kSilverCard));
    REQUIRE(books.bindCard({(*silver)->member.no, kNew, std::nullopt, "2001", {}}, fixture.store.clock->now(),
                           fixture.store.clock->now().local().date()));
  });
  fixture.write();
  CHECK_FALSE(fixture.lay(taken));
  CHECK(test::errorOf(*fixture.look()) == base::ErrorCode::CardTaken);
  CHECK(taken.keys[0] == test::Block16{});
  CHECK(fixture.writing());
  test::Parrot stranger("6d00");
  CHECK_FALSE(fixture.lay(stranger, taken.uid));
  CHECK(fixture.reasons() == std::vector<std::string>{"NOT_WRITABLE", ""});
  test::VirtualNtag424 foreign;
  foreign.uid[0] = 0x05;
  foreign.keys[0] = {0x77};
  CHECK_FALSE(fixture.lay(foreign));
  CHECK(fixture.reasons().front() == "REFUSED");
  CHECK_FALSE(fixture.writing());
}

TEST_CASE("writing ends with the desk, with its member, and with the operator", "[cards]") {
  WritingTill fixture;
  test::VirtualNtag424 card;
  for (const till::Command& leave : std::vector<till::Command>{till::CloseMemberDesk{}, till::ShowMember{},
                                                               till::FindMembers{"13800000000"}, till::SignOut{}}) {
    fixture.open("2001");
    fixture.write();
    REQUIRE(fixture.writing());
    fixture.after(leave);
    CHECK_FALSE(fixture.writing());
    fixture.lay(card);
    CHECK(card.keys[0] == test::Block16{});
    CHECK_FALSE(fixture.holder());
  }
}

TEST_CASE("without keys there is nothing to write with", "[cards]") {
  WritingTill fixture(std::make_shared<card::IssuingIdentifier>());
  CHECK_FALSE(fixture.look()->member_desk->can_write);
  CHECK(test::errorOf(*fixture.write()) == base::ErrorCode::WrongState);
  card::ShopKeys half = shopKeys();
  half.sdm.reset();
  WritingTill without(std::make_shared<card::IssuingIdentifier>(std::make_shared<card::ShopKeys>(half)));
  test::VirtualNtag424 card;
  without.write();
  without.lay(card);
  CHECK(without.reasons() == std::vector<std::string>{"KEYS_MISSING", "\"sdm\" is missing"});
}

// The sale goes on at another screen's pace: a card that hangs in its reader holds up nobody.
TEST_CASE("while a reader is busy with a card the till answers", "[cards]") {
  struct Hanging final : card::Session {
    std::promise<void> asked{}, go{};
    bool first = true;
    tl::expected<base::Bytes, card::LinkError> exchange(base::ByteView) override {
      if (std::exchange(first, false)) {
        asked.set_value();
        go.get_future().wait();
      }
      return tl::unexpected(card::LinkError::Unknown);
    }
  };
  WritingTill fixture;
  fixture.write();
  Hanging card;
  std::thread reader([&] { fixture.lay(card, test::hex("04a1b2c3d4e5f6")); });
  card.asked.get_future().wait();
  fixture.after(till::CloseMemberDesk{});
  const auto now = fixture.after(till::AddProduct{"S1"});
  CHECK(now->lines.size() == 1);
  card.go.set_value();
  reader.join();
  CHECK(fixture.look()->lines.size() == 1);
}

}  // namespace
