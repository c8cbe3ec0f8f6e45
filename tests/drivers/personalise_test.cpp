// Issuing cards, also ones that leave half-way.
#include "drivers/card/personalise.hpp"
#include "drivers/card/identify.hpp"
#include "drivers/card/ntag/ndef.hpp"
#include "tests/drivers/card_sessions.hpp"
#include "tests/drivers/virtual_desfire.hpp"
#include "tests/drivers/virtual_ntag424.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;
using ports::Trust;
using test::Faulty;
using test::VirtualDesfire;
using test::VirtualNtag424;

constexpr AesKey kMaster{0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17,
                         0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F};

ShopKeys shopKeys() {
  ShopKeys keys{.system_id = {0x6B, 0x61}, .ntag424 = kMaster, .desfire = kMaster, .aid = {0xF5, 0x42, 0x30}};
  keys.sdm = SdmKeys{.file_key = {1, 2, 3}, .meta_key = {4, 5, 6}};
  return keys;
}

const Ntag424Plan kPlan{.address = "shop.example/t?"};
DesfirePlan pursePlan() {
  DesfirePlan plan;
  plan.cap = 5000;
  plan.credit_key = SecretKey{Block{9, 9, 9}};
  return plan;
}
const DesfirePlan kPurse = pursePlan();

tl::expected<Identity, ports::RefuseReason> identified(card::Session& session, base::ByteView uid,
                                                       const ShopKeys& keys) {
  MemoryCounterBook book;
  base::SeededRandom random(2);
  return identify(session, uid, keys, book, random);
}

void checkIssued(VirtualNtag424& card) {
  CHECK(identified(card, card.uid, shopKeys())->trust == Trust::Authenticated);
  ShopKeys phone;
  phone.sdm = shopKeys().sdm;
  const auto sun = identified(card, card.uid, phone);
  REQUIRE(sun);
  CHECK(sun->trust == Trust::Genuine);
  CHECK(sun->counter.has_value());
  for (int number = 0; number < 5; ++number) CHECK(card.keys[number] != test::Block16{});
}

TEST_CASE("personalise ntag424: a factory card becomes the shop's") {
  VirtualNtag424 card;
  base::SeededRandom random(4);
  REQUIRE(issueNtag424(card, card.uid, shopKeys(), kPlan, random));
  checkIssued(card);
  CHECK(card.files[3].mode == test::Secure::Full);
  REQUIRE(issueNtag424(card, card.uid, shopKeys(), kPlan, random));  // once more changes nothing
  checkIssued(card);
}

TEST_CASE("personalise ntag424: torn anywhere, the second laying-down finishes it") {
  VirtualNtag424 counted;
  Faulty whole(counted, -1, Faulty::Kind::None);
  base::SeededRandom random(4);
  REQUIRE(issueNtag424(whole, counted.uid, shopKeys(), kPlan, random));
  for (int at = 0; at < whole.exchanges(); ++at) {
    for (const auto kind : {Faulty::Kind::NotSent, Faulty::Kind::LinkUnknown, Faulty::Kind::Empty}) {
      INFO(at << " kind " << static_cast<int>(kind));
      VirtualNtag424 card;
      Faulty torn(card, at, kind);
      CHECK_FALSE(issueNtag424(torn, card.uid, shopKeys(), kPlan, random));
      REQUIRE(issueNtag424(card, card.uid, shopKeys(), kPlan, random));
      checkIssued(card);
    }
  }
}

TEST_CASE("personalise ntag424: what cannot be issued is not begun") {
  base::SeededRandom random(4);
  VirtualNtag424 card;
  const auto stepOf = [&](const ShopKeys& keys, const Ntag424Plan& plan) {
    const auto result = issueNtag424(card, card.uid, keys, plan, random);
    REQUIRE_FALSE(result);
    return result.error().step;
  };
  CHECK(stepOf({}, {}) == IssueStep::Plan);
  auto keys = shopKeys();
  keys.sdm.reset();
  CHECK(stepOf(keys, kPlan) == IssueStep::Plan);
  CHECK(stepOf(shopKeys(), {.address = std::string(121, 'x')}) == IssueStep::Plan);
  keys = shopKeys();
  keys.diversify = Diversify::None;
  keys.ntag424 = AesKey{};
  CHECK(stepOf(keys, kPlan) == IssueStep::Plan);
  CHECK(card.commands == 0);

  card.keys[0] = {0x77};  // another shop's
  CHECK(stepOf(shopKeys(), kPlan) == IssueStep::Open);
  VirtualNtag424 other;
  const auto uid = *base::fromHex("04000000000001");
  CHECK(issueNtag424(other, uid, shopKeys(), kPlan, random).error().step == IssueStep::Open);
}

TEST_CASE("personalise ntag424: a key that is not what its version says is found by reading back") {
  VirtualNtag424 card;
  base::SeededRandom random(4);
  card.key_versions[3] = kIssuedKeyVersion;  // left so by somebody else
  const auto result = issueNtag424(card, card.uid, shopKeys(), kPlan, random);
  REQUIRE_FALSE(result);
  CHECK(result.error().step == IssueStep::ReadBack);
}

TEST_CASE("personalise: the template's places are where its settings say") {
  const auto sun = sunTemplate("shop.example/t?");
  const auto text = ndefText(sun.file);
  REQUIRE(text);
  CHECK(*text == "shop.example/t?picc_data=" + std::string(32, '0') + "&cmac=" + std::string(16, '0'));
  CHECK(sun.settings.sdm->picc_offset == 7 + text->find("picc_data=") + 10);
  CHECK(sun.settings.sdm->mac_offset == 7 + text->find("cmac=") + 5);
}

TEST_CASE("personalise desfire: application, files and keys, on both generations") {
  for (const bool ev2 : {false, true}) {
    VirtualDesfire card(false);
    card.speaks_ev2 = ev2;
    base::SeededRandom random(4);
    const auto issued = issueDesfire(card, card.uid, shopKeys(), kPurse, random);
    REQUIRE(issued);
    CHECK(identified(card, card.uid, shopKeys())->trust == Trust::Authenticated);
    CHECK(card.application.values[1] == 0);
    CHECK(sameBytes(card.application.keys[2], kPurse.credit_key.view()));
    CHECK(card.application.keys[1] != test::Block16{});
    CHECK(issueDesfire(card, card.uid, shopKeys(), kPurse, random));
  }
}

TEST_CASE("personalise desfire: torn anywhere, the second laying-down finishes it") {
  for (const bool ev2 : {false, true}) {
    VirtualDesfire counted(false);
    counted.speaks_ev2 = ev2;
    Faulty whole(counted, -1, Faulty::Kind::None);
    base::SeededRandom random(4);
    REQUIRE(issueDesfire(whole, counted.uid, shopKeys(), kPurse, random));
    for (int at = 0; at < whole.exchanges(); ++at) {
      for (const auto kind : {Faulty::Kind::NotSent, Faulty::Kind::LinkUnknown}) {
        INFO("ev2 " << ev2 << " at " << at);
        VirtualDesfire card(false);
        card.speaks_ev2 = ev2;
        Faulty torn(card, at, kind);
        CHECK_FALSE(issueDesfire(torn, card.uid, shopKeys(), kPurse, random));
        card.leaveField();
        REQUIRE(issueDesfire(card, card.uid, shopKeys(), kPurse, random));
        CHECK(identified(card, card.uid, shopKeys())->trust == Trust::Authenticated);
      }
    }
  }
}

TEST_CASE("personalise desfire: what cannot be issued is not begun") {
  VirtualDesfire card(false);
  base::SeededRandom random(4);
  auto plan = kPurse;
  plan.credit_key = SecretKey{};
  CHECK(issueDesfire(card, card.uid, shopKeys(), plan, random).error().step == IssueStep::Plan);
  CHECK(issueDesfire(card, card.uid, {}, kPurse, random).error().step == IssueStep::Plan);
  CHECK(card.commands == 0);
  VirtualDesfire foreign;
  foreign.application.keys[0] = {0x77};
  CHECK(issueDesfire(foreign, foreign.uid, shopKeys(), kPurse, random).error().step == IssueStep::Open);
}

}  // namespace
