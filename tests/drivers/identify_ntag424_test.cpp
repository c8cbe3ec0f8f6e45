// What the till believes of an NTAG 424 DNA, right and wrong (faults 31 to 35 of the card notes).
#include "drivers/card/card_key.hpp"
#include "drivers/card/identify.hpp"
#include "drivers/card/ntag/sun.hpp"
#include "tests/drivers/card_sessions.hpp"
#include "tests/drivers/virtual_ntag424.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;
using ports::CardClass;
using ports::RefuseReason;
using ports::Trust;
using test::Faulty;
using test::VirtualNtag424;

constexpr AesKey kMaster{0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17,
                         0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F};

ShopKeys shopKeys(Diversify diversify = Diversify::An10922) {
  return {.system_id = {0x6B, 0x61, 0x68, 0x75, 0x69},
          .ntag424 = kMaster,
          .diversify = diversify,
          .aid = {0xF5, 0x42, 0x30}};
}

ShopKeys sunKeys() {
  ShopKeys keys;
  keys.sdm = SdmKeys{.file_key = {1, 2, 3}, .meta_key = {4, 5, 6}};
  return keys;
}

// Issued by the shop: its key 0 is made from the UID with the card's own arithmetic.
void issue(VirtualNtag424& card, const ShopKeys& keys) {
  if (keys.diversify == Diversify::None) {
    card.keys[0] = kMaster;
    return;
  }
  test::Bytes message = test::operator+(test::Bytes{1}, card.uid);
  message.insert(message.end(), keys.aid.begin(), keys.aid.end());
  message.insert(message.end(), keys.system_id.begin(), keys.system_id.end());
  REQUIRE(message.size() == 16);  // one whole block: so it needs the padding to two
  message.push_back(0x80);
  message.resize(32);
  // CMAC of AN10922: plain CBC-MAC with the mask for padded messages over the second block.
  test::Block16 mask = test::cardBlock(kMaster, {}, true);
  for (int twice = 0; twice < 2; ++twice) {
    const bool carry = (mask[0] & 0x80) != 0;
    for (std::size_t i = 0; i < 16; ++i)
      mask[i] = static_cast<std::uint8_t>(mask[i] << 1 | (i < 15 ? mask[i + 1] >> 7 : 0));
    if (carry) mask[15] ^= 0x87;
  }
  for (std::size_t i = 0; i < 16; ++i) message[16 + i] ^= mask[i];
  test::Block16 chain{};
  test::cardCbc(kMaster, chain, message, true);
  card.keys[0] = chain;
}

struct Bench {
  MemoryCounterBook book{};
  base::SeededRandom random{7};
  tl::expected<Identity, RefuseReason> identified(card::Session& session, base::ByteView uid, const ShopKeys& keys) {
    return identify(session, uid, keys, book, random);
  }
};

TEST_CASE("identify ntag424: the shop's card is authenticated") {
  Bench bench;
  for (const auto diversify : {Diversify::An10922, Diversify::None}) {
    VirtualNtag424 card;
    issue(card, shopKeys(diversify));
    const auto identity = bench.identified(card, card.uid, shopKeys(diversify));
    REQUIRE(identity);
    CHECK(*identity == Identity{CardClass::Ntag424, "04A1B2C3D4E5F6", Trust::Authenticated, {}});
    CHECK(card.failed_keys == 0);
  }
}

TEST_CASE("identify ntag424: a card that does not tell its version is found all the same") {
  Bench bench;
  VirtualNtag424 card;
  card.knows_version = false;
  issue(card, shopKeys());
  const auto identity = bench.identified(card, card.uid, shopKeys());
  REQUIRE(identity);
  CHECK(identity->trust == Trust::Authenticated);
  CHECK(identity->card_class == CardClass::Ntag424);
}

TEST_CASE("identify ntag424: another shop's card, another UID's key, a factory card") {
  Bench bench;
  VirtualNtag424 foreign;
  foreign.keys[0] = {0x99};
  CHECK(bench.identified(foreign, foreign.uid, shopKeys()) == tl::unexpected(RefuseReason::WrongKey));
  CHECK(foreign.failed_keys == 2);  // the shop's and the factory's

  VirtualNtag424 copied;
  issue(copied, shopKeys());
  copied.uid[6] ^= 1;
  CHECK(bench.identified(copied, copied.uid, shopKeys()) == tl::unexpected(RefuseReason::WrongKey));

  VirtualNtag424 blank;
  CHECK(bench.identified(blank, blank.uid, shopKeys()) == tl::unexpected(RefuseReason::FactoryKey));
}

TEST_CASE("identify ntag424: a shop whose own key is the factory's trusts nobody") {
  Bench bench;
  VirtualNtag424 blank;
  auto keys = shopKeys(Diversify::None);
  keys.ntag424 = AesKey{};
  CHECK(bench.identified(blank, blank.uid, keys) == tl::unexpected(RefuseReason::FactoryKey));

  keys.diversify = Diversify::An10922;
  VirtualNtag424 derived;
  const auto key = cardKey(keys, AesKey{}, derived.uid);
  std::copy_n(key->view().begin(), 16, derived.keys[0].begin());
  CHECK(bench.identified(derived, derived.uid, keys) == tl::unexpected(RefuseReason::FactoryKey));
}

TEST_CASE("identify ntag424: without a key per card the UID itself must be proved") {
  Bench bench;
  const auto keys = shopKeys(Diversify::None);
  VirtualNtag424 card;
  issue(card, keys);
  auto other = card.uid;
  other[3] ^= 0xFF;  // an emulator shows a UID and hands the commands on to a card of this shop
  CHECK(bench.identified(card, other, keys) == tl::unexpected(RefuseReason::BadMac));

  card.knows_card_uid = false;
  const auto silent = bench.identified(card, other, keys);
  REQUIRE(silent);
  CHECK(silent->trust == Trust::Claim);

  VirtualNtag424 bound;
  bound.knows_card_uid = false;
  issue(bound, shopKeys());
  CHECK(bench.identified(bound, bound.uid, shopKeys())->trust == Trust::Authenticated);
}

TEST_CASE("identify ntag424: a random UID gives way to the true one") {
  Bench bench;
  const auto shown = *base::fromHex("08112233");
  VirtualNtag424 card;
  card.keys[0] = kMaster;
  for (const auto diversify : {Diversify::None, Diversify::An10922}) {
    const auto identity = bench.identified(card, shown, shopKeys(diversify));
    REQUIRE(identity);
    CHECK(identity->credential == "04A1B2C3D4E5F6");
    CHECK(identity->trust == Trust::Authenticated);
  }
  CHECK(bench.identified(card, shown, {}) == tl::unexpected(RefuseReason::RandomUid));
  card.knows_card_uid = false;
  CHECK(bench.identified(card, shown, shopKeys()) == tl::unexpected(RefuseReason::RandomUid));
  card.keys[0] = {0x99};
  CHECK(bench.identified(card, shown, shopKeys()) == tl::unexpected(RefuseReason::RandomUid));
  CHECK(bench.identified(card, shown, shopKeys(Diversify::None)) == tl::unexpected(RefuseReason::WrongKey));
}

TEST_CASE("identify ntag424: a proof that is wrong in any answer is refused") {
  VirtualNtag424 card;
  issue(card, shopKeys());
  Bench bench;
  card.lies_in_proofs = true;
  CHECK(bench.identified(card, card.uid, shopKeys()) == tl::unexpected(RefuseReason::BadMac));
  card.lies_in_proofs = false;

  Faulty whole(card, -1, Faulty::Kind::None);
  REQUIRE(bench.identified(whole, card.uid, shopKeys()));
  const int exchanges = whole.exchanges();
  // The last two: the card's answer in the handshake, and the UID under proof.
  for (const auto kind :
       {Faulty::Kind::FlipLast, Faulty::Kind::FlipFirst, Faulty::Kind::Truncate, Faulty::Kind::Short}) {
    for (int at = exchanges - 2; at < exchanges; ++at) {
      Faulty faulty(card, at, kind);
      INFO(at << " kind " << static_cast<int>(kind));
      const auto answer = bench.identified(faulty, card.uid, shopKeys());
      // The first four bytes in the handshake are drawn by the card: changed, both sides speak of other transactions.
      const bool late = kind == Faulty::Kind::FlipFirst && at == exchanges - 2;
      if (!late) CHECK(answer == tl::unexpected(RefuseReason::BadMac));
      CHECK_FALSE(answer.has_value());
    }
  }
}

TEST_CASE("identify ntag424: torn at every exchange") {
  VirtualNtag424 card;
  issue(card, shopKeys());
  Bench bench;
  Faulty whole(card, -1, Faulty::Kind::None);
  REQUIRE(bench.identified(whole, card.uid, shopKeys()));
  for (int at = 0; at < whole.exchanges(); ++at) {
    for (const auto kind :
         {Faulty::Kind::Empty, Faulty::Kind::OneByte, Faulty::Kind::LinkUnknown, Faulty::Kind::NotSent}) {
      Faulty faulty(card, at, kind);
      INFO(at);
      CHECK(bench.identified(faulty, card.uid, shopKeys()) == tl::unexpected(RefuseReason::Torn));
    }
  }
}

TEST_CASE("identify ntag424: a recorded conversation proves nothing the second time") {
  class Tape final : public card::Session {
   public:
    explicit Tape(card::Session* card) : m_card(card) {}
    tl::expected<base::Bytes, LinkError> exchange(base::ByteView command) override {
      if (m_card == nullptr) return at < answers.size() ? answers[at++] : base::Bytes{0x91, 0xAE};
      answers.push_back(*m_card->exchange(command));
      return answers.back();
    }
    void rewind() { m_card = nullptr; }
    std::vector<base::Bytes> answers{};
    std::size_t at = 0;

   private:
    card::Session* m_card;
  };
  VirtualNtag424 card;
  issue(card, shopKeys());
  Bench bench;
  Tape tape(&card);
  REQUIRE(bench.identified(tape, card.uid, shopKeys()));
  tape.rewind();
  CHECK(bench.identified(tape, card.uid, shopKeys()) == tl::unexpected(RefuseReason::BadMac));
}

TEST_CASE("identify ntag424: SUN is believed once") {
  VirtualNtag424 card;
  card.mirrors = true;
  card.file_key = {1, 2, 3};
  card.meta_key = {4, 5, 6};
  card.read_counter = 40;
  Bench bench;
  const auto first = bench.identified(card, card.uid, sunKeys());
  REQUIRE(first);
  CHECK(*first == Identity{CardClass::Ntag424, "04A1B2C3D4E5F6", Trust::Genuine, 41});
  CHECK(bench.identified(card, card.uid, sunKeys())->counter == 42U);

  card.mirrors = false;  // a copy shows the last message for ever
  CHECK(bench.identified(card, card.uid, sunKeys()) == tl::unexpected(RefuseReason::Replay));
  Bench another_till;  // which has not seen that counter: cards.md section 5 names this loss
  CHECK(another_till.identified(card, card.uid, sunKeys())->counter == 42U);

  auto other = card.uid;
  other[6] ^= 1;
  CHECK(Bench().identified(card, other, sunKeys()) == tl::unexpected(RefuseReason::BadMac));
  CHECK(Bench().identified(card, *base::fromHex("08112233"), sunKeys())->credential == "04A1B2C3D4E5F6");
}

TEST_CASE("identify ntag424: SUN of a card that is read by its own commands only") {
  VirtualNtag424 card;
  card.mirrors = true;
  card.file_key = {1, 2, 3};
  card.meta_key = {4, 5, 6};
  card.reads_iso = false;
  Bench bench;
  CHECK(bench.identified(card, card.uid, sunKeys())->trust == Trust::Genuine);
}

TEST_CASE("identify ntag424: a SUN message without a counter proves nothing") {
  VirtualNtag424 card;
  test::Bytes vector = test::operator+(test::Bytes{0x3C, 0xC3, 0x00, 0x01, 0x00, 0x80}, card.uid);
  vector.resize(16);
  const auto mac = test::cardCmac(test::cardCmac({1, 2, 3}, vector), {});
  test::Bytes odd;
  for (std::size_t i = 1; i < 16; i += 2) odd.push_back(mac[i]);
  const std::string text = "x?uid=" + base::toHex(card.uid) + "&cmac=" + base::toHex(odd);
  REQUIRE(verifySun(*findSun(text), *sunKeys().sdm));
  const auto length = static_cast<std::uint8_t>(text.size() + 1);
  const test::Bytes head{0, static_cast<std::uint8_t>(length + 4), 0xD1, 0x01, length, 'U', 0x04};
  card.files[2].content = joined({head, base::asBytes(text)});
  Bench bench;
  CHECK(*bench.identified(card, card.uid, sunKeys()) ==
        Identity{CardClass::Ntag424, "04A1B2C3D4E5F6", Trust::Claim, {}});
}

TEST_CASE("identify ntag424: SUN under other names, and with other keys") {
  VirtualNtag424 card;
  card.mirrors = true;
  card.file_key = {1, 2, 3};
  card.meta_key = {4, 5, 6};
  card.names[0] = "a=";
  card.names[1] = "b=";
  // Option with SDM, rights, size; then SDM's own: UID and counter, keys 0 and 0, offsets.
  const std::string text = card.sunText();
  const auto picc = static_cast<std::uint32_t>(7 + text.find("a=") + 2);
  const auto mac = static_cast<std::uint32_t>(7 + text.find("b=") + 2);
  card.files[2].settings =
      test::operator+(test::Bytes{0x40, 0xE0, 0xEE, 0x00, 0x01, 0x00, 0xC1, 0xFF, 0x00},
                      test::operator+(test::littleEndian(picc, 3),
                                      test::operator+(test::littleEndian(mac, 3), test::littleEndian(mac, 3))));
  Bench bench;
  CHECK(bench.identified(card, card.uid, sunKeys())->trust == Trust::Genuine);
  auto wrong = sunKeys();
  wrong.sdm->file_key[0] ^= 1;
  CHECK(bench.identified(card, card.uid, wrong) == tl::unexpected(RefuseReason::BadMac));
  wrong = sunKeys();
  wrong.sdm->meta_key[0] ^= 1;
  CHECK(bench.identified(card, card.uid, wrong) == tl::unexpected(RefuseReason::BadMac));
}

TEST_CASE("identify ntag424: without keys the maker's signature decides") {
  Bench bench;
  VirtualNtag424 card;
  card.uid = *base::fromHex("04c46c222a6380");
  CHECK(bench.identified(card, card.uid, {})->trust == Trust::Claim);
  card.signature = *base::fromHex(
      "344a806ebf704c05c19215d2f840529ce365aad2d08a469a95896d75d477d9fab02a0c827e9f215bd8eb0e56a3a9a008fb75d706aabbd4d"
      "a");
  const auto genuine = bench.identified(card, card.uid, {});
  REQUIRE(genuine);
  CHECK(*genuine == Identity{CardClass::Ntag424, "04C46C222A6380", Trust::Genuine, {}});
  card.signature[5] ^= 1;
  CHECK(bench.identified(card, card.uid, {}) == tl::unexpected(RefuseReason::BadSignature));
  card.signature = base::Bytes(56, 0);
  CHECK(bench.identified(card, card.uid, {}) == tl::unexpected(RefuseReason::BadSignature));
}

TEST_CASE("identify ntag424: a system id that is too long opens nothing") {
  Bench bench;
  VirtualNtag424 card;
  auto keys = shopKeys();
  keys.system_id.resize(22);
  CHECK(bench.identified(card, card.uid, keys) == tl::unexpected(RefuseReason::WrongKey));
}

}  // namespace
