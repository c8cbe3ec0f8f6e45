// NTAG 424 DNA in LRP mode: published exchanges of nfc-ev2-crypto.
#include "drivers/card/ev2.hpp"
#include "drivers/card/identify.hpp"
#include "drivers/card/lrp_channel.hpp"
#include "drivers/card/ntag/ntag424.hpp"
#include "tests/drivers/card_sessions.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;
using test::hex;
using Kind = CardFault::Kind;

constexpr const char* kOpening = "907100000303010200";
constexpr const char* kChallenge = "0156109a31977c855319cd4618c9d2aed291af";
constexpr const char* kProof = "90af00002074d7df6a2cec0b72b412de0d2b1117e6189b59dcedc31a3d3f38ef8d4810b3b400";
constexpr const char* kRndA = "74d7df6a2cec0b72b412de0d2b1117e6";

TEST_CASE("ntag424 lrp: AuthenticateLRPFirst") {
  test::FixedRandom random(kRndA);
  test::Recording session(
      {{kOpening, kChallenge}, {kProof, "f4fc209d9d60623588b299fa5d6b2d710125f8547d9fb8d572c90d2c2a14e2359100"}});
  const auto channel = authenticateLrpFirst(session, 3, SecretKey{}, random);
  INFO(session.wrong);
  REQUIRE(channel);
  CHECK(base::toHex(channel->transaction()) == "58ee9424");
}

TEST_CASE("ntag424 lrp: a card that cannot prove itself") {
  test::FixedRandom random(kRndA);
  test::Recording session(
      {{kOpening, kChallenge}, {kProof, "f4fc209d9d60623588b299fa5d6b2d710125f8547d9fb8d572c90d2c2a14e2119100"}});
  CHECK(authenticateLrpFirst(session, 3, SecretKey{}, random).error().kind == Kind::BadMac);
  test::Recording aes({{kOpening, "a04c124213c186f22399d33ac2a3021591af"}});
  CHECK(authenticateLrpFirst(aes, 3, SecretKey{}, random).error().kind == Kind::Malformed);
  test::Parrot lrp(kChallenge);  // and the other way round: EV2 knows when it is spoken to in LRP
  CHECK(authenticateEv2First(lrp, 3, SecretKey{}, random).error() == CardFault{Kind::Refused, kIllegalCommand});
}

Block masterOf(std::string_view vector) { return Lrp(Block{}, 0).cmac(hex(vector)); }

TEST_CASE("ntag424 lrp: encrypted answers, one after another") {
  test::Recording session({{"9051000008c37d6270f674cc6d00", "5ec351196b8e2943db04fcd4a952f53da2830dc2258e45399100"},
                           {"9051000008d65ccb81e559140000", "d80b735f7b4c8e7e8a3cdaaa4410f35f752769c8ebc48e1a9100"},
                           {"90510000088c677d7dcc34937100", "9ccd031474a50199c696d8ef272e231a10173faf41b614e49100"}});
  LrpChannel channel(session, masterOf("00010080993c4eed466bfc0e7ee1d30c1ebd0dea6f6481e0d70e9a174e789669"),
                     {0x4F, 0x5E, 0x84, 0x07}, 1);
  for (int i = 0; i < 3; ++i) {
    const auto uid = readCardUid(channel);
    INFO(session.wrong);
    REQUIRE(uid);
    CHECK(base::toHex(*uid) == "04940d2a2f7080");
  }
}

TEST_CASE("ntag424 lrp: encrypted write and read") {
  test::Recording session(
      {{"908d00001f03000000030000eaf0fad0430ecdc947a822e12ec8d5f3bb75f218b405fdbc00", "d5b8d8f8cd67f23c9100"},
       {"90ad00000f0300000003000059858e133a7f487d00", "39665fae8af18feb23da1767eaf2274bb97fc66cc94377139100"}});
  LrpChannel channel(session, masterOf("0001008008a6953c60bc3d34e53766689732e2a203ff23855751d644ed519669"),
                     {0x20, 0x4F, 0x22, 0x76}, 1);
  CHECK(writeData(channel, 3, 0, hex("010203"), CommMode::Full));
  const auto data = readData(channel, 3, 0, 3, CommMode::Full);
  INFO(session.wrong);
  REQUIRE(data);
  CHECK(base::toHex(*data) == "010203");
}

// The last answer of the write, spoilt.
TEST_CASE("ntag424 lrp: an answer counts only with its proof") {
  for (const char* answer : {"d5b8d8f8cd67f23d9100", "d5b8d8f8cd67f29100", "9100"}) {
    test::Parrot session(answer);
    LrpChannel channel(session, masterOf("0001008008a6953c60bc3d34e53766689732e2a203ff23855751d644ed519669"),
                       {0x20, 0x4F, 0x22, 0x76}, 1);
    CHECK(writeData(channel, 3, 0, hex("010203"), CommMode::Full).error().kind == Kind::BadMac);
  }
}

// A card that answers as it is told, with the proofs of its own counter; from the published session of the write.
class Proving final : public card::Session {
 public:
  tl::expected<base::Bytes, LinkError> exchange(base::ByteView command) override {
    ++m_counter;
    const base::Bytes head{0x00, static_cast<std::uint8_t>(m_counter & 0xFF),
                           static_cast<std::uint8_t>(m_counter >> 8)};
    if (command.size() < 6 || !answers) return hex("9100");
    return joined({data, truncated(Lrp(master, 0).cmac(joined({head, transaction, data}))), hex("9100")});
  }
  LrpChannel channel() { return {*this, master, transaction, 1}; }

  const Block master = masterOf("0001008008a6953c60bc3d34e53766689732e2a203ff23855751d644ed519669");
  const std::array<std::uint8_t, 4> transaction{0x20, 0x4F, 0x22, 0x76};
  base::Bytes data{};
  bool answers = true;

 private:
  int m_counter = 0;
};

TEST_CASE("ntag424 lrp: a link that breaks in the authentication, and answers of another form") {
  test::FixedRandom random(kRndA);
  struct Breaking final : card::Session {
    int at = 0;
    tl::expected<base::Bytes, LinkError> exchange(base::ByteView) override {
      if (at-- == 0) return tl::unexpected(LinkError::Unknown);
      return hex(kChallenge);
    }
  };
  for (const int at : {0, 1}) {
    Breaking session;
    session.at = at;
    CHECK(authenticateLrpFirst(session, 3, SecretKey{}, random).error().kind == Kind::Unknown);
  }
  for (const char* challenge : {"0156109a31977c855319cd4618c9d2ae91af", "0156109a31977c855319cd4618c9d2aed29100"}) {
    test::Parrot session(challenge);
    CHECK(authenticateLrpFirst(session, 3, SecretKey{}, random).error().kind == Kind::Malformed);
  }
  for (const char* proof : {"f4fc209d9d60623588b299fa5d6b2d719100",
                            "f4fc209d9d60623588b299fa5d6b2d710125f8547d9fb8d572c90d2c2a14e23591af"}) {
    test::FixedRandom again(kRndA);
    test::Recording session({{kOpening, kChallenge}, {kProof, proof}});
    CHECK(authenticateLrpFirst(session, 3, SecretKey{}, again).error().kind == Kind::BadMac);
  }
}

TEST_CASE("ntag424 lrp: plain and proved answers, and those whose content is none") {
  Proving card;
  auto channel = card.channel();
  card.data = hex("0102030405");
  CHECK(readData(channel, 3, 0, 5, CommMode::Mac) == hex("0102030405"));
  // The proof is right and the text is not: half a block, and one without the end of its padding.
  CHECK(readData(channel, 3, 0, 5, CommMode::Full).error().kind == Kind::Malformed);
  base::Bytes counter = hex("00000009");
  LrpChannel other = card.channel();
  card.data = Lrp(card.master, 1).encrypt(counter, base::Bytes(16));
  Proving fresh;
  fresh.data = card.data;
  auto full = fresh.channel();
  CHECK(readData(full, 3, 0, 5, CommMode::Full).error().kind == Kind::Malformed);
  card.answers = false;
  CHECK(readData(other, 3, 0, 5, CommMode::Mac).error().kind == Kind::BadMac);
  test::Parrot plain("01029100");
  LrpChannel open(plain, card.master, card.transaction, 1);
  CHECK(readData(open, 3, 0, 2, CommMode::Plain) == hex("0102"));
}

TEST_CASE("ntag424 lrp: a channel ends before its counter turns over, and says a broken link") {
  test::Parrot session("9100");
  LrpChannel channel(session, Block{}, {}, 1);
  NativeCommand command;
  command.ins = 0x51;
  command.mode = CommMode::Plain;
  for (int at = 0; at < 0xFFFF; ++at) REQUIRE(channel.run(command));
  const int sent = session.commands;
  CHECK(channel.run(command).error().kind == Kind::NotSent);
  CHECK(session.commands == sent);
  test::Parrot refusing("911e");
  LrpChannel refused(refusing, Block{}, {}, 1);
  CHECK(refused.run(command).error().kind == Kind::Refused);
}

// The card's side, from the product's own primitive (its vectors are published) and the order of AN12321.
class LrpCard final : public card::Session {
 public:
  tl::expected<base::Bytes, LinkError> exchange(base::ByteView command) override {
    const base::Bytes body = command.size() > 6 ? base::Bytes(command.begin() + 5, command.end() - 1) : base::Bytes{};
    if (command[0] == 0x00) return hex(command[2] == 4 && body[0] == 0xD2 ? "9000" : "6a82");
    if (command[0] != 0x90) return hex("6e00");
    const base::Bytes done = hex("9100");
    if (command[1] == 0x60) return joined({hex("04040230001105"), hex("04040230001105"), uid, base::Bytes(7), done});
    if (command[1] == 0x71) return body.size() < 3 ? hex("919d") : joined({hex("01"), m_rnd_b, hex("91af")});
    if (command[1] == 0xAF) return finish(body);
    if (command[1] != 0x51 || !m_master) return hex("911c");
    base::Bytes counter = hex("00000001");
    const base::Bytes cipher = Lrp(*m_master, 1).encrypt(counter, padded(uid));
    const base::Bytes head = hex("00010011223344");
    return joined({cipher, truncated(Lrp(*m_master, 0).cmac(joined({head, cipher}))), done});
  }
  base::Bytes uid = hex("04a1b2c3d4e5f6");
  AesKey key{};

 private:
  base::Bytes finish(base::ByteView body) {
    const base::ByteView rnd_a = body.first(16);
    m_master = lrpSessionMaster(key, rnd_a, m_rnd_b);
    const Lrp mac(*m_master, 0);
    if (!sameBytes(mac.cmac(joined({rnd_a, m_rnd_b})), body.subspan(16))) return hex("91ae");
    base::Bytes counter(4);
    const base::Bytes cipher = Lrp(*m_master, 1).encrypt(counter, hex("11223344000000000000020000000000"));
    return joined({cipher, mac.cmac(joined({m_rnd_b, rnd_a, cipher})), hex("9100")});
  }

  const base::Bytes m_rnd_b = base::Bytes(16, 0x5C);
  std::optional<Block> m_master{};
};

TEST_CASE("identify ntag424: a card in LRP mode") {
  LrpCard card;
  MemoryCounterBook book;
  base::SeededRandom random(3);
  const ShopKeys keys{.ntag424 = AesKey{9, 8, 7}, .diversify = Diversify::None};
  CHECK(identify(card, card.uid, keys, book, random) == tl::unexpected(ports::RefuseReason::FactoryKey));
  card.key = {1};
  CHECK(identify(card, card.uid, keys, book, random) == tl::unexpected(ports::RefuseReason::WrongKey));
  card.key = {9, 8, 7};
  CHECK(identify(card, card.uid, keys, book, random)->trust == ports::Trust::Authenticated);
  CHECK(identify(card, hex("04a1b2c3d4e5f7"), keys, book, random) == tl::unexpected(ports::RefuseReason::BadMac));
}

}  // namespace
