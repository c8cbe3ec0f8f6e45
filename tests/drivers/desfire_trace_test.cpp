// A session with a real DESFire EV1, published with the tests of two Python libraries after Elmü's PN532 project: the
// chain of proofs through plain commands, and ChangeKey in its three forms. The frames are wrapped here.
#include "drivers/card/crypto/cmac.hpp"
#include "drivers/card/desfire/desfire.hpp"
#include "drivers/card/desfire/ev1.hpp"
#include "tests/drivers/card_sessions.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;
using test::hex;

constexpr const char* kKey = "10182028303840485058606870788088";

base::Bytes counting(int from, int count) {
  base::Bytes out;
  for (int i = from; i < from + count; ++i) out.push_back(static_cast<std::uint8_t>(i));
  return out;
}

std::string text(int from, int count) { return base::toHex(counting(from, count)); }

TEST_CASE("desfire trace: create, look, write, read, delete, one chain of proofs") {
  test::FixedRandom random("40e7d27174cba675e8efbab99c530e3d");
  test::Recording session({{"90aa0000010000", "b351cb2465d4f33ac627fd6e87a168f291af"},
                           {"90af000020044b6cac343a0865895149649ca8dde1f5ac4ec67bd208900af02f049e05f0b000",
                            "a2ee144b1012fbeb7b2f11132d95a4549100"},
                           {"90cd000007050011005000"
                            "0000",
                            "a75316ad1596b9539100"},
                           {"906f000000", "052d5ff67ffec9d2d39100"},
                           {"90f5000001"
                            "0500",
                            "00001100500000"
                            "2aac7517024e09dc9100"},
                           // 59 bytes; more than fit one frame with its wrapping
                           {"903d000036"
                            "05000000340000" +
                                text(0, 47) + "00",
                            "91af"},
                           {"90af000005" + text(47, 5) + "00", "765c9daa50ecb62f9100"},
                           {"903d000023"
                            "053400001c0000" +
                                text(52, 28) + "00",
                            "3e0aed986b8b0f379100"},
                           {"90bd000007"
                            "05000000300000"
                            "00",
                            text(0, 48) + "4c65f1f842262bac9100"},
                           {"90bd000007"
                            "05300000200000"
                            "00",
                            text(48, 32) + "f02205cf913c03c99100"},
                           {"90df000001"
                            "0500",
                            "1bef0d32b6d1d7f99100"}});
  auto opened = authenticateAes(session, 0, SecretKey(hex(kKey)), random);
  INFO(session.wrong);
  REQUIRE(opened);
  Channel& channel = *opened;
  CHECK(base::toHex(opened->sessionKey()) == "40e7d271626ffbd49c530e3d304f5b17");
  const DesfireFile file{.rights = 0x0011, .content = DataFile{.size = 80}};
  CHECK(createFile(channel, 5, file));
  CHECK(channel.run({.ins = 0x6F}) == base::Bytes{5});
  CHECK(readDesfireFile(channel, 5, CommMode::Mac) == file);
  CHECK(writeFile(channel, 5, 0, counting(0, 52), CommMode::Plain));
  CHECK(writeFile(channel, 5, 52, counting(52, 28), CommMode::Plain));
  CHECK(readFile(channel, 5, 0, 48, CommMode::Plain) == counting(0, 48));
  CHECK(readFile(channel, 5, 48, 32, CommMode::Plain) == counting(48, 32));
  CHECK(channel.run({.ins = 0xDF, .header = {5}}));
  INFO(session.wrong);
  CHECK(session.finished());
}

Block sessionKey(std::string_view text_of_key) { return blockOf(hex(text_of_key)); }

TEST_CASE("desfire trace: ChangeKey of the session's own key") {
  test::Recording first(
      {{"90c4000021"
        "00e9f85e219496c2b58c1090dc3935fae9e840cf61b383d9531946256b1f110c10"
        "00",
        "9100"}});
  Ev1Channel channel(first, sessionKey("f44b26f5c05ddd7110772281c4d066e8"));
  CHECK(changeSessionKey(channel, ChangeKeyForm::Ev1, 0, SecretKey(hex("00102030405060708090a0b0b0a09080")), 0x10));
  CHECK(first.finished());

  test::Recording second(
      {{"90c4000021"
        "002945e3760e60f4a4046bb8a505b31cf559a3a2e05213bc82942ca6ab5dbcecf5"
        "00",
        "9100"}});
  Ev1Channel next(second, sessionKey("c2a1e47b27104712fe6d00a71177a19b"));
  CHECK(changeSessionKey(next, ChangeKeyForm::Ev1, 0, SecretKey(hex(kKey)), 0x10));
  CHECK(second.finished());
}

TEST_CASE("desfire trace: ChangeKey of another key, answered with proof") {
  test::Recording session(
      {{"90c4000021"
        "01e7eccb6bd1ca64bc161a12b1c024f71430337408c8a87eacab7a1ff18951fca3"
        "00",
        "2128d3cd9c9acfff9100"}});
  Ev1Channel channel(session, sessionKey("c2a1e47bd8100044fe6d00a74d7ab17c"));
  CHECK(changeApplicationKey(channel, ChangeKeyForm::Ev1, 1, SecretKey{},
                             SecretKey(hex("00102030405060708090a0b0b0a09080")), 0x10));
  INFO(session.wrong);
  CHECK(session.finished());
  CHECK(base::toHex(channel.iv()) == "2128d3cd9c9acffff6eb9546adf35e17");
}

}  // namespace
