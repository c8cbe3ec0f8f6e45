// Cards without a secret: the Ultralight family, bank cards, phones, anything with a UID. The hint record on NTAG21x.
#include "drivers/card/card_key.hpp"
#include "drivers/card/identify.hpp"
#include "drivers/card/ntag/type2.hpp"
#include "tests/drivers/card_sessions.hpp"
#include "tests/drivers/virtual_type2.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;
using ports::CardClass;
using ports::RefuseReason;
using ports::Trust;
using test::hex;
using test::VirtualType2;

tl::expected<Identity, RefuseReason> identified(card::Session& session, std::string_view uid,
                                                const ShopKeys& keys = {}) {
  MemoryCounterBook book;
  base::SeededRandom random(1);
  return identify(session, hex(uid), keys, book, random);
}

TEST_CASE("identify plain: a UID alone is a claim, whatever the keys") {
  test::Parrot silent("6d00");
  const auto identity = identified(silent, "04a1b2c3");
  REQUIRE(identity);
  CHECK(*identity == Identity{CardClass::Uid, "04A1B2C3", Trust::Claim, {}});
  for (const char* word : {"6a81", "6e00", "6a82", "6300", "6700", "911c"}) {
    INFO(word);
    test::Parrot other(word);
    const ShopKeys all{.ntag424 = AesKey{1}, .desfire = AesKey{2}, .ntag21x = AesKey{3}, .sdm = SdmKeys{}};
    // 911C is a card that speaks the native language and has none of our applications.
    const auto answer = identified(other, "04a1b2c3d4e5f6", std::string_view(word) == "911c" ? ShopKeys{} : all);
    REQUIRE(answer);
    CHECK(answer->trust == Trust::Claim);
  }
  CHECK(identified(silent, "08a1b2c3") == tl::unexpected(RefuseReason::RandomUid));
  CHECK(identified(silent, "04a1b2") == tl::unexpected(RefuseReason::Unreadable));
  CHECK(identified(silent, "000102030405060708090a0b") == tl::unexpected(RefuseReason::Unreadable));
  test::Parrot gone("");
  CHECK(identified(gone, "04a1b2c3") == tl::unexpected(RefuseReason::Torn));
  test::Parrot endless("0091af");
  CHECK(identified(endless, "04a1b2c3") == tl::unexpected(RefuseReason::Unreadable));
}

// Knows the directory of payment applications and nothing else.
class BankCard final : public card::Session {
 public:
  tl::expected<base::Bytes, LinkError> exchange(base::ByteView command) override {
    const std::string text = base::toHex(command);
    asked.push_back(text);
    if (text == "00a404000e325041592e5359532e444446303100") return hex(answer);
    return hex(command[0] == 0 ? "6a82" : "6e00");
  }
  std::string answer = "6f10840e325041592e5359532e44444630319000";
  std::vector<std::string> asked{};
};

TEST_CASE("identify plain: a bank card is refused and no application of it is opened") {
  BankCard card;
  CHECK(identified(card, "08112233") == tl::unexpected(RefuseReason::BankCard));
  CHECK(identified(card, "04112233") == tl::unexpected(RefuseReason::BankCard));
  card.answer = "6110";
  CHECK(identified(card, "04112233") == tl::unexpected(RefuseReason::BankCard));
  CHECK(card.asked.size() == 6);  // the version, the directory; three times
}

constexpr const char* kNtagUid = "04e10cda993c80";
constexpr const char* kNtagSignature = "8b76052ee42f5567beb53238b3e3f9950707c0dcc956b5c5efcfdb709b2d82b3";

TEST_CASE("identify plain: NTAG21x by its signature") {
  VirtualType2 tag;
  CHECK(*identified(tag, kNtagUid) == Identity{CardClass::Ntag21x, "04E10CDA993C80", Trust::Claim, {}});
  tag.signature = hex(kNtagSignature);
  CHECK(*identified(tag, kNtagUid) == Identity{CardClass::Ntag21x, "04E10CDA993C80", Trust::Genuine, {}});
  CHECK(identified(tag, "04e10cda993c81") == tl::unexpected(RefuseReason::BadSignature));
  tag.frames = false;
  CHECK(identified(tag, kNtagUid)->trust == Trust::Genuine);
  tag.pass_through = false;  // the reader cannot ask
  CHECK(*identified(tag, kNtagUid) == Identity{CardClass::Ntag21x, "04E10CDA993C80", Trust::Claim, {}});
  tag.pages[14] = 0x06;  // an Ultralight of 48 bytes
  CHECK(identified(tag, kNtagUid)->card_class == CardClass::Uid);
}

TEST_CASE("identify plain: Ultralight EV1 with its one-way counter") {
  VirtualType2 tag;
  tag.version[2] = 0x03;
  tag.signature = hex("cea2eb0b3c95d0844a95b824a7553703b3702378033bf0987899db70151a19e7");
  tag.counters = {0x012345, 7, 9};
  CHECK(*identified(tag, "04c1285a373080") ==
        Identity{CardClass::UltralightEv1, "04C1285A373080", Trust::Genuine, 0x012345});
  CHECK(readType2Counter(tag, 2) == 9U);
}

TEST_CASE("identify plain: NTAG21x torn anywhere") {
  for (int left = 0; left < 5; ++left) {
    VirtualType2 tag;
    tag.signature = hex(kNtagSignature);
    tag.exchanges_left = left;
    CHECK(identified(tag, kNtagUid) == tl::unexpected(RefuseReason::Torn));
  }
}

struct HintCard {
  VirtualType2 tag{};
  base::Bytes uid = hex(kNtagUid);
  Type2Secrets secrets = type2Secrets(SecretKey{Block{1, 2, 3, 4, 5, 6, 7, 8}});

  HintSlots slots() {
    const auto read = readHint(tag, secrets, uid);
    REQUIRE(read);
    return *read;
  }
  void write(const HintRecord& record) { REQUIRE(writeHint(tag, secrets, uid, slots(), record)); }
};

TEST_CASE("type2: the password comes from the card's key, the record's key lies beyond it") {
  HintCard card;
  CHECK(base::toHex(card.secrets.password) == "01020304");
  CHECK(base::toHex(card.secrets.acknowledge) == "0506");
  CHECK(authenticateType2(card.tag, card.secrets).error().kind == CardFault::Kind::Refused);
  card.tag.password = hex("01020304");
  CHECK(authenticateType2(card.tag, card.secrets).error().kind == CardFault::Kind::BadMac);
  card.tag.acknowledge = hex("0506");
  CHECK(authenticateType2(card.tag, card.secrets));
}

TEST_CASE("type2: two slots are written in turn and the newer whole one counts") {
  HintCard card;
  CHECK_FALSE(card.slots().newest);
  CHECK_FALSE(card.slots().torn);
  for (std::uint32_t sequence = 1; sequence <= 5; ++sequence) {
    const HintRecord record{sequence, 100 * sequence};
    card.write(record);
    CHECK(card.slots().newest == record);
  }
}

TEST_CASE("type2: torn at each page, the older record stands") {
  for (int exchanges = 0; exchanges < 4; ++exchanges) {
    HintCard card;
    card.write({1, 100});
    card.write({2, 90});
    const auto before = card.slots();
    card.tag.exchanges_left = exchanges;
    CHECK_FALSE(writeHint(card.tag, card.secrets, card.uid, before, {3, 80}));
    card.tag.exchanges_left = -1;
    CHECK(card.slots().newest == HintRecord{2, 90});
    card.write({3, 70});
    CHECK(card.slots().newest == HintRecord{3, 70});
  }
}

TEST_CASE("type2: a record of another UID or changed by hand is none") {
  HintCard card;
  card.write({1, 100});
  auto other = card.uid;
  other[6] ^= 1;
  CHECK_FALSE(readHint(card.tag, card.secrets, other)->newest);
  card.tag.pages[4 * kHintPage + 4] ^= 1;  // the balance
  const auto slots = card.slots();
  CHECK_FALSE(slots.newest);
  CHECK(slots.torn);
}

TEST_CASE("type2: clones and rolled-back cards show at the next till") {
  const HintRecord known{5, 500};
  CHECK(compareHints(known, {5, 500}) == HintVerdict::Same);
  CHECK(compareHints(known, {6, 450}) == HintVerdict::Ahead);
  CHECK(compareHints(known, {4, 900}) == HintVerdict::RolledBack);
  CHECK(compareHints(known, {5, 480}) == HintVerdict::Forked);
  // One card, a copy of it, two offline tills: both go on from 5, to 6, with different amounts.
  HintCard card;
  card.write(known);
  HintCard copy = card;
  card.write({6, 400});
  copy.write({6, 300});
  CHECK(compareHints(*card.slots().newest, *copy.slots().newest) == HintVerdict::Forked);
}

}  // namespace
