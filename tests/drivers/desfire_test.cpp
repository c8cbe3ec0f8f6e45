// DESFire: published vectors, and conversations with a card written from the documents.
#include "drivers/card/desfire/desfire.hpp"
#include "drivers/card/desfire/ev1.hpp"
#include "drivers/card/desfire/transaction_mac.hpp"
#include "drivers/card/ev2.hpp"
#include "drivers/card/identify.hpp"
#include "tests/drivers/card_sessions.hpp"
#include "tests/drivers/virtual_desfire.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;
using ports::CardClass;
using ports::RefuseReason;
using ports::Trust;
using test::Faulty;
using test::hex;
using test::VirtualDesfire;
using Kind = CardFault::Kind;

constexpr Aid kAid{0xF5, 0x42, 0x30};
constexpr AesKey kKey{0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF};
constexpr int kModeBits[] = {0, 1, 3};
constexpr CommMode kModes[] = {CommMode::Plain, CommMode::Mac, CommMode::Full};

TEST_CASE("desfire: AuthenticateAES of a published trace") {
  test::FixedRandom random("f44b26f5686f3a391cd38ebd10772281");
  test::Recording session({{"90aa0000010000", "b969fdfe56fd91fc9de6f6f213b8fd1e91af"},
                           {"90af00002036aad7df6e436ba08d18613830a70d5ad43e3d3f4a8d47541eee623a934e477400",
                            "800db680bc146bd121d6578f2d2e20599100"}});
  const auto channel = authenticateAes(session, 0, SecretKey{}, random);
  INFO(session.wrong);
  REQUIRE(channel);
  CHECK(session.finished());
  CHECK(base::toHex(channel->sessionKey()) == "f44b26f5c05ddd7110772281c4d066e8");
}

TEST_CASE("desfire: a card that cannot prove itself in AuthenticateAES") {
  for (const auto kind : {Faulty::Kind::FlipLast, Faulty::Kind::FlipFirst, Faulty::Kind::Short, Faulty::Kind::Repeat}) {
    VirtualDesfire card;
    base::SeededRandom random(5);
    REQUIRE(selectApplication(card, kAid));
    Faulty session(card, 1, kind);
    const auto channel = authenticateAes(session, 0, SecretKey{}, random);
    REQUIRE_FALSE(channel);
    CHECK(channel.error().kind == Kind::BadMac);
  }
}

TEST_CASE("desfire: transaction MAC keys of proxmark3") {
  const auto keys = transactionMacKeys(hex("66a8cb93269dc9bc2885b7a91b9c697b"), 8, hex("04010203040506"));
  CHECK(base::toHex(keys.mac.view()) == "7c1ad2d9c5c08154a0a4914b401a6598");
  CHECK(base::toHex(keys.enc.view()) == "119b902a07b18a865b8e1b0060594784");
}

// An authenticated conversation with a new card that has a value file 1 and a record file 2.
struct Purse {
  VirtualDesfire card{};
  base::SeededRandom random{3};
  std::unique_ptr<Channel> channel{};

  Purse(bool ev2, int mode_bits, std::int32_t value = 1000) {
    card.addValueFile(1, mode_bits, 0, 5000, value);
    card.addRecordFile(2, mode_bits, 48, 5);
    card.application.keys[0] = kKey;
    card.speaks_ev2 = ev2;
    open();
  }
  void open() {
    REQUIRE(selectApplication(card, kAid));
    if (card.speaks_ev2)
      channel = std::make_unique<Ev2Channel>(*authenticateEv2First(card, 0, SecretKey{kKey}, random));
    else
      channel = std::make_unique<Ev1Channel>(*authenticateAes(card, 0, SecretKey{kKey}, random));
  }
};

TEST_CASE("desfire: value and records change together, in every mode of both generations") {
  for (const bool ev2 : {false, true}) {
    for (int i = 0; i < 3; ++i) {
      INFO("ev2 " << ev2 << " mode " << i);
      const CommMode mode = kModes[i];
      Purse purse(ev2, kModeBits[i]);
      CHECK(getValue(*purse.channel, 1, mode) == 1000);
      CHECK(debit(*purse.channel, 1, 300, mode));
      CHECK(credit(*purse.channel, 1, 50, mode));
      base::Bytes record(48);
      for (std::size_t at = 0; at < 48; ++at) record[at] = static_cast<std::uint8_t>(at);
      CHECK(writeRecord(*purse.channel, 2, record, mode));
      CHECK(purse.card.application.values[1] == 1000);
      CHECK(commitTransaction(*purse.channel, false));
      CHECK(purse.card.application.values[1] == 750);
      CHECK(getValue(*purse.channel, 1, mode) == 750);
      const auto read = readRecords(*purse.channel, 2, 0, 1, 48, mode);
      REQUIRE(read);
      CHECK(read->front() == record);
      const auto settings = readDesfireFile(*purse.channel, 2, CommMode::Mac);
      REQUIRE(settings);
      CHECK(std::get<RecordFile>(settings->content) == RecordFile{48, 5, 1, true});
      CHECK(readCardUid(*purse.channel) == purse.card.uid);
    }
  }
}

TEST_CASE("desfire: what was not committed never was") {
  Purse purse(true, 3);
  CHECK(debit(*purse.channel, 1, 300, CommMode::Full));
  CHECK(abortTransaction(*purse.channel));
  CHECK(commitTransaction(*purse.channel, false));
  CHECK(purse.card.application.values[1] == 1000);
  CHECK(debit(*purse.channel, 1, 300, CommMode::Full));
  purse.open();  // selecting aborts
  CHECK(getValue(*purse.channel, 1, CommMode::Full) == 1000);
  CHECK(commitTransaction(*purse.channel, false));
  CHECK(purse.card.application.values[1] == 1000);
}

TEST_CASE("desfire: a limit of the file holds") {
  Purse over(false, 3);
  CHECK(debit(*over.channel, 1, 1001, CommMode::Full).error() == CardFault{Kind::Refused, kBoundaryError});
  Purse full(true, 1, 4999);
  CHECK(credit(*full.channel, 1, 2, CommMode::Mac).error() == CardFault{Kind::Refused, kBoundaryError});
}

TEST_CASE("desfire: long data goes and comes in several frames") {
  for (const bool ev2 : {false, true}) {
    for (int i = 0; i < 3; ++i) {
      INFO("ev2 " << ev2 << " mode " << i);
      Purse purse(ev2, 3);
      const DesfireFile file{.mode = kModes[i], .rights = 0x1234, .content = DataFile{.size = 200, .backup = true}};
      CHECK(createFile(*purse.channel, 4, file));
      CHECK(readDesfireFile(*purse.channel, 4, CommMode::Mac) == file);
      base::Bytes data(180);
      for (std::size_t at = 0; at < data.size(); ++at) data[at] = static_cast<std::uint8_t>(at * 7);
      CHECK(writeFile(*purse.channel, 4, 20, data, kModes[i]));
      CHECK(commitTransaction(*purse.channel, false));
      CHECK(readFile(*purse.channel, 4, 20, 180, kModes[i]) == data);
    }
  }
}

TEST_CASE("desfire: a spoilt answer is never taken") {
  for (const bool ev2 : {false, true}) {
    for (const auto kind : {Faulty::Kind::FlipLast, Faulty::Kind::FlipFirst, Faulty::Kind::Short,
                            Faulty::Kind::Truncate, Faulty::Kind::Repeat}) {
      for (int spoilt = 0; spoilt < 4; ++spoilt) {
        INFO("ev2 " << ev2 << " kind " << static_cast<int>(kind) << " at " << spoilt);
        VirtualDesfire card;
        card.addValueFile(1, 3, 0, 5000, 1000);
        card.speaks_ev2 = ev2;
        base::SeededRandom random(5);
        REQUIRE(selectApplication(card, kAid));
        Faulty session(card, 2 + spoilt, kind);  // after the two frames of the handshake
        std::unique_ptr<Channel> channel;
        if (ev2)
          channel = std::make_unique<Ev2Channel>(*authenticateEv2First(session, 0, SecretKey{}, random));
        else
          channel = std::make_unique<Ev1Channel>(*authenticateAes(session, 0, SecretKey{}, random));
        std::vector<CardFault> faults;
        const auto note = [&](const auto& result) {
          if (!result) faults.push_back(result.error());
        };
        note(getValue(*channel, 1, CommMode::Full));
        if (faults.empty()) note(debit(*channel, 1, 5, CommMode::Full));
        if (faults.empty()) note(getValue(*channel, 1, CommMode::Full));
        if (faults.empty()) note(commitTransaction(*channel, false));
        REQUIRE(faults.size() == 1);
        CHECK(faults.front().kind == Kind::BadMac);
      }
    }
  }
}

TEST_CASE("desfire: the card signs the transaction, and headquarters can check it") {
  Purse purse(true, 3);
  purse.card.application.signs = true;
  purse.card.application.tmc = 8;
  purse.card.application.tmac_key = {0x66};
  purse.open();
  TransactionLog log;
  CHECK(getValue(*purse.channel, 1, CommMode::Full) == 1000);
  log.addValue(0x6C, 1, 1000);
  CHECK(debit(*purse.channel, 1, 250, CommMode::Full));
  log.addValue(0xDC, 1, 250);
  const base::Bytes record(48, 0x5A);
  CHECK(writeRecord(*purse.channel, 2, record, CommMode::Full));
  log.addData(0x3B, 2, hex("000000300000"), record);
  const auto proof = commitTransaction(*purse.channel, true);
  REQUIRE(proof);
  REQUIRE(*proof);
  CHECK((*proof)->counter == 9);
  const auto keys = transactionMacKeys(hex("66000000000000000000000000000000"), 8, purse.card.uid);
  CHECK(sameBytes(transactionMacValue(keys, log), (*proof)->value));
  log.addValue(0xDC, 1, 1);
  CHECK_FALSE(sameBytes(transactionMacValue(keys, log), (*proof)->value));
}

TEST_CASE("desfire: keys change in both forms") {
  for (const bool ev2 : {false, true}) {
    Purse purse(ev2, 3);
    const auto form = ev2 ? ChangeKeyForm::Ev2 : ChangeKeyForm::Ev1;
    const SecretKey fresh{Block{7, 7, 7}};
    CHECK(changeApplicationKey(*purse.channel, form, 2, SecretKey{}, fresh, 5));
    CHECK(sameBytes(purse.card.application.keys[2], fresh.view()));
    CHECK(getValue(*purse.channel, 1, CommMode::Full) == 1000);  // the session goes on
    CHECK(changeSessionKey(*purse.channel, form, 0, fresh, 5));
    CHECK(sameBytes(purse.card.application.keys[0], fresh.view()));
  }
}

TEST_CASE("desfire: settings that end too early are nonsense") {
  for (const char* whole : {"00000000100000",
                            "02031200"
                            "00000000"
                            "88130000"
                            "00000000"
                            "00",
                            "0403120030000005000000"
                            "0000"}) {
    const auto bytes = hex(whole);
    REQUIRE(parseDesfireFile(bytes));
    for (std::size_t size = 0; size < bytes.size(); ++size)
      CHECK_FALSE(parseDesfireFile(base::ByteView(bytes).first(size)));
  }
  CHECK(std::get<OtherFile>(parseDesfireFile(hex("05001200"))->content).type == 5);
}

ShopKeys shopKeys() { return {.desfire = kKey, .diversify = Diversify::None, .aid = kAid}; }

TEST_CASE("identify desfire: both generations are authenticated") {
  MemoryCounterBook book;
  base::SeededRandom random(9);
  for (const bool ev2 : {false, true}) {
    for (const bool version : {false, true}) {
      VirtualDesfire card;
      card.application.keys[0] = kKey;
      card.speaks_ev2 = ev2;
      card.knows_version = version;
      const auto identity = identify(card, card.uid, shopKeys(), book, random);
      REQUIRE(identity);
      CHECK(*identity == Identity{CardClass::Desfire, "04A1B2C3D4E5F6", Trust::Authenticated, {}});
      card.lies_in_proofs = true;
      CHECK(identify(card, card.uid, shopKeys(), book, random) == tl::unexpected(RefuseReason::BadMac));
      card.lies_in_proofs = false;
      CHECK(identify(card, hex("04A1B2C3D4E500"), shopKeys(), book, random) == tl::unexpected(RefuseReason::BadMac));
      CHECK(identify(card, hex("08010203"), shopKeys(), book, random)->credential == "04A1B2C3D4E5F6");
    }
  }
}

TEST_CASE("identify desfire: other keys, other applications") {
  MemoryCounterBook book;
  base::SeededRandom random(9);
  for (const bool ev2 : {false, true}) {
    VirtualDesfire blank;
    blank.speaks_ev2 = ev2;
    CHECK(identify(blank, blank.uid, shopKeys(), book, random) == tl::unexpected(RefuseReason::FactoryKey));
    auto zero = shopKeys();
    zero.desfire = AesKey{};
    CHECK(identify(blank, blank.uid, zero, book, random) == tl::unexpected(RefuseReason::FactoryKey));
    blank.application.keys[0] = {0x42};
    CHECK(identify(blank, blank.uid, shopKeys(), book, random) == tl::unexpected(RefuseReason::WrongKey));
  }
  VirtualDesfire fresh(false);
  CHECK(identify(fresh, fresh.uid, shopKeys(), book, random) == tl::unexpected(RefuseReason::FactoryKey));
  VirtualDesfire elsewhere(false);
  elsewhere.card_key = {0x42};
  const auto identity = identify(elsewhere, elsewhere.uid, shopKeys(), book, random);
  REQUIRE(identity);
  CHECK(*identity == Identity{CardClass::Desfire, "04A1B2C3D4E5F6", Trust::Claim, {}});
  CHECK(identify(elsewhere, hex("08010203"), shopKeys(), book, random) == tl::unexpected(RefuseReason::RandomUid));
  elsewhere.uid = hex("04448bd2db6b80");
  elsewhere.signature =
      hex("5cbb5632795c8f15263fefb095b51c7b541afd914a1ae44ef6fb8af605edf13dbfee6c3a2db372245e671dfe0d42cb1f0d0b8fe67a89"
          "d2f6");
  CHECK(identify(elsewhere, elsewhere.uid, {}, book, random)->trust == Trust::Genuine);
}

TEST_CASE("identify desfire: torn at every exchange") {
  MemoryCounterBook book;
  base::SeededRandom random(9);
  for (const bool ev2 : {false, true}) {
    VirtualDesfire card;
    card.application.keys[0] = kKey;
    card.speaks_ev2 = ev2;
    Faulty whole(card, -1, Faulty::Kind::None);
    REQUIRE(identify(whole, card.uid, shopKeys(), book, random));
    for (int at = 0; at < whole.exchanges(); ++at) {
      for (const auto kind : {Faulty::Kind::Empty, Faulty::Kind::OneByte, Faulty::Kind::NotSent}) {
        Faulty faulty(card, at, kind);
        CHECK(identify(faulty, card.uid, shopKeys(), book, random) == tl::unexpected(RefuseReason::Torn));
      }
    }
  }
}

}  // namespace
