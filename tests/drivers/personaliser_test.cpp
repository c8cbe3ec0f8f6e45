// Issuing at a reader: torn at every exchange, and then the same card, another card, or none comes. What is not
// finished never passes for a card of the shop.
#include "drivers/card/personaliser.hpp"
#include "tests/drivers/card_sessions.hpp"
#include "tests/drivers/virtual_desfire.hpp"
#include "tests/drivers/virtual_ntag424.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;
using ports::CardClass;
using ports::RefuseReason;
using ports::Trust;
using test::Faulty;
using test::VirtualDesfire;
using test::VirtualNtag424;
using Kind = PersonaliseReport::Kind;

constexpr AesKey kMaster{0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17,
                         0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F};

ShopKeys shopKeys() {
  ShopKeys keys{.system_id = {0x6B, 0x61}, .ntag424 = kMaster, .desfire = kMaster, .aid = {0xF5, 0x42, 0x30}};
  keys.sdm = SdmKeys{.file_key = {1, 2, 3}, .meta_key = {4, 5, 6}};
  keys.purse = PurseKeys{.record_key = AesKey{5}, .credit_key = AesKey{9}, .cap = 5000};
  keys.address = "shop.example/t?";
  return keys;
}

struct Desk {
  explicit Desk(const ShopKeys& keys = shopKeys())
      : writer(std::make_shared<const ShopKeys>(keys), [this](const std::string& uid) -> base::Status {
          asked.push_back(uid);
          if (refuses) return base::fail(base::ErrorCode::CardTaken);
          return {};
        }) {}
  bool refuses = false;
  std::vector<std::string> asked{};
  Personaliser writer;
};

// As a till sees it. A chip that was carried off in the midst of a command is not told either.
bool passes(test::VirtualNative& card) {
  Identifier till(std::make_shared<const ShopKeys>(shopKeys()));
  const auto identity = till.identify(card, card.uid);
  return identity && identity->trust == Trust::Authenticated;
}

struct Ntag {
  static constexpr CardClass kClass = CardClass::Ntag424;
  VirtualNtag424 card{};
  void leaves() {}
  [[nodiscard]] bool untouched() const { return card.keys.empty() || card.keys.at(0) == test::Block16{}; }
};
struct Desfire {
  static constexpr CardClass kClass = CardClass::Desfire;
  VirtualDesfire card{false};
  void leaves() { card.leaveField(); }
  [[nodiscard]] bool untouched() const { return !card.has_application; }
};

template <class Chip>
int exchangesOf() {
  Chip chip;
  Faulty whole(chip.card, -1, Faulty::Kind::None);
  Desk desk;
  REQUIRE(desk.writer.identify(whole, chip.card.uid));
  return whole.exchanges();
}

TEMPLATE_TEST_CASE("personaliser: a blank chip is written, read back and proved", "", Ntag, Desfire) {
  TestType chip;
  Desk desk;
  const auto identity = desk.writer.identify(chip.card, chip.card.uid);
  REQUIRE(identity);
  CHECK(identity->trust == Trust::Authenticated);
  const auto report = desk.writer.take();
  REQUIRE(report);
  CHECK(report->kind == Kind::Done);
  CHECK(report->uid == "04A1B2C3D4E5F6");
  CHECK(report->card_class == TestType::kClass);
  CHECK(desk.asked == std::vector<std::string>{"04A1B2C3D4E5F6"});
  CHECK(passes(chip.card));
  CHECK_FALSE(desk.writer.take());
  CHECK(desk.writer.begun().empty());
}

TEMPLATE_TEST_CASE("personaliser: torn at each exchange, then the same card, another card, or none", "", Ntag,
                   Desfire) {
  const int exchanges = exchangesOf<TestType>();
  int unfinished = 0;
  for (int at = 0; at < exchanges; ++at) {
    for (const auto kind : {Faulty::Kind::NotSent, Faulty::Kind::LinkUnknown}) {
      INFO("at " << at << " kind " << static_cast<int>(kind));
      TestType chip;
      Desk desk;
      Faulty torn(chip.card, at, kind);
      const auto first = desk.writer.identify(torn, chip.card.uid);
      chip.leaves();
      // Never: nobody was told of a card, and while it is not whole no till takes it for one.
      CHECK_FALSE(first);
      const auto report = desk.writer.take();
      REQUIRE(report);
      CHECK(report->kind == Kind::Unfinished);
      const bool begun = !desk.writer.begun().empty();
      if (passes(chip.card)) {
        Desk again;
        Faulty counted(chip.card, -1, Faulty::Kind::None);
        REQUIRE(again.writer.identify(counted, chip.card.uid));  // whole: only its reading back was torn
      } else {
        ++unfinished;
      }
      chip.leaves();

      TestType other;
      other.card.uid[6] ^= 1;
      if (begun) {
        CHECK_FALSE(desk.writer.identify(other.card, other.card.uid));
        CHECK(desk.writer.take()->kind == Kind::OtherCard);
        CHECK(other.untouched());
      }
      REQUIRE(desk.writer.identify(chip.card, chip.card.uid));
      CHECK(desk.writer.take()->kind == Kind::Done);
      CHECK(passes(chip.card));
      CHECK(desk.writer.begun().empty());
      REQUIRE(desk.writer.identify(other.card, other.card.uid));  // now it may
    }
  }
  CHECK(unfinished > exchanges / 2);  // of two a place: the rest tore its reading back
}

TEST_CASE("personaliser: torn again and again, the card gets there in the end") {
  VirtualNtag424 card;
  Desk desk;
  int layings = 0;
  for (bool done = false; !done && layings < 200; ++layings) {
    Faulty torn(card, 5 + layings % 40, Faulty::Kind::LinkUnknown);
    done = desk.writer.identify(torn, card.uid).has_value();
  }
  CHECK(layings > 2);
  CHECK(passes(card));
}

TEST_CASE("personaliser: what is not to be written is not touched") {
  VirtualNtag424 card;
  {
    Desk desk;
    desk.refuses = true;
    CHECK(desk.writer.identify(card, card.uid).error() == RefuseReason::NotOurs);
    const auto report = desk.writer.take();
    CHECK(report->kind == Kind::NotAllowed);
    CHECK(report->why->code == base::ErrorCode::CardTaken);
    CHECK(desk.writer.begun().empty());
  }
  const auto lacking = [&](auto without, card::Session& session) {
    ShopKeys keys = shopKeys();
    without(keys);
    Desk desk(keys);
    CHECK_FALSE(desk.writer.identify(session, card.uid));
    CHECK(desk.asked.empty());
    const auto report = desk.writer.take();
    REQUIRE(report);
    REQUIRE(report->kind == Kind::KeysMissing);
    return report->why->detail;
  };
  CHECK(lacking([](ShopKeys& keys) { keys.ntag424.reset(); }, card) == "\"master.ntag424\" is missing");
  CHECK(lacking([](ShopKeys& keys) { keys.sdm.reset(); }, card) == "\"sdm\" is missing");
  VirtualDesfire desfire(false);
  CHECK(lacking([](ShopKeys& keys) { keys.desfire.reset(); }, desfire) == "\"master.desfire\" is missing");
  CHECK(lacking([](ShopKeys& keys) { keys.aid = {}; }, desfire) == "\"aid\" is missing");
  CHECK(lacking([](ShopKeys& keys) { keys.purse->credit_key.reset(); }, desfire) == "\"purse.credit_key\" is missing");
  CHECK_FALSE(desfire.has_application);
  CHECK(card.keys[0] == test::Block16{});

  Desk desk;
  test::Parrot stranger("6d00");
  CHECK_FALSE(desk.writer.identify(stranger, card.uid));
  CHECK(desk.writer.take()->kind == Kind::NotWritable);
  card.keys[0] = {0x77};  // another shop's
  CHECK_FALSE(desk.writer.identify(card, card.uid));
  const auto report = desk.writer.take();
  CHECK(report->kind == Kind::Failed);
  CHECK(report->fault->step == IssueStep::Open);
  CHECK(desk.writer.begun().empty());
}

TEST_CASE("personaliser: without a purse in the settings a DESFire proves itself and holds no points") {
  ShopKeys keys = shopKeys();
  keys.purse.reset();
  VirtualDesfire card(false);
  Desk desk(keys);
  REQUIRE(desk.writer.identify(card, card.uid));
  CHECK(card.application.values.empty());
  for (int number = 0; number < 3; ++number) CHECK(card.application.keys[number] != test::Block16{});
}

}  // namespace
