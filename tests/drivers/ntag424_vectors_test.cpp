// Published exchanges with NTAG 424 DNA: AN12196, nfc-ev2-crypto, ntag424-java; proxmark3's desfiretest for AN12343.
#include "drivers/card/ev2.hpp"
#include "drivers/card/ntag/ntag424.hpp"
#include "tests/drivers/card_sessions.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;
using test::hex;
using Kind = CardFault::Kind;

const SecretKey kZero{};

Ev2State stateOf(std::string_view enc, std::string_view mac, std::string_view transaction) {
  Ev2State state{.keys = {SecretKey(hex(enc)), SecretKey(hex(mac))}};
  const auto bytes = hex(transaction);
  std::copy_n(bytes.begin(), 4, state.transaction.begin());
  return state;
}

TEST_CASE("ntag424: AuthenticateEV2First of AN12196") {
  test::FixedRandom random("13c5db8a5930439fc3def9a4c675360f");
  test::Recording session({{"9071000002000000", "a04c124213c186f22399d33ac2a3021591af"},
                           {"90af00002035c3e05a752e0144bac0de51c1f22c56b34408a23d8aea266cab947ea8e0118d00",
                            "3fa64db5446d1f34cd6ea311167f5e4985b89690c04a05f17fa7ab2f081206639100"}});
  const auto channel = authenticateEv2First(session, 0, kZero, random);
  INFO(session.wrong);
  REQUIRE(channel);
  CHECK(session.finished());
  CHECK(base::toHex(channel->state().transaction) == "9d00c4df");
  CHECK(base::toHex(channel->state().keys.enc.view()) == "1309c877509e5a215007ff0ed19ca564");
  CHECK(base::toHex(channel->state().keys.mac.view()) == "4c6626f5e72ea694202139295c7a7fc7");
}

TEST_CASE("ntag424: a whole session with an encrypted write, AN12196") {
  test::FixedRandom random("b98f4c50cf1c2e084fd150e33992b048");
  test::Recording session(
      {{"9071000002000000", "b875ceb0e66a6c5cd00898dc371f92d191af"},
       {"90af000020ff0306e47dfbc50087c4d8a78e88e62de1e8be457aa477c707e2f0874916a8b100",
        "0cc9a8094a8eea683ecaac5c7bf20584206d0608d477110fc6b3d5d3f65c3a6a9100"},
       {"908d00001f030000000a00006b5e6804909962fc4e3ff5522cf0f8436c0c53315b9c73aa00", "c26d236e4a7c046d9100"}});
  auto channel = authenticateEv2First(session, 0, kZero, random);
  REQUIRE(channel);
  CHECK(base::toHex(channel->state().keys.enc.view()) == "7a93d6571e4b180fca6ac90c9a7488d4");
  CHECK(base::toHex(channel->state().keys.mac.view()) == "fc4af159b62e549b5812394cab1918cc");
  CHECK(writeData(*channel, 3, 0, hex("0102030405060708090a"), CommMode::Full));
  INFO(session.wrong);
  CHECK(session.finished());
  CHECK(channel->state().counter == 1);
}

TEST_CASE("ntag424: a long encrypted write is one command, AN12196") {
  const std::string text = "choose.url.com/ntag424?e=" + std::string(32, '0') + "&c=" + std::string(16, '0');
  auto content = joined({hex("0051d1014d5504"), base::asBytes(text)});
  content.resize(128);
  test::Recording session(
      {{"908d00009f02000000800000421c73a27d827658af481fdff20a5025b559d0e3aa21e58d347f343cffc768bfe596c706bc00f2176781d4"
        "b0"
        "242642a0ff5a42c461aaf894d9a1284b8c76bcfa658acd40555d362e08db15cf421b51283f9064bcbe20e96cae545b407c9d651a3315b2"
        "7373772e5da2367d2064ae054af996c6f1f669170fa88ce8c4e3a4a7bbbef0fd971ff532c3a802af745660f2b4d1d9a8499661ebf300",
        "fc222e5f7a5424529100"}});
  Ev2Channel channel(session,
                     stateOf("1309c877509e5a215007ff0ed19ca564", "4c6626f5e72ea694202139295c7a7fc7", "9d00c4df"));
  CHECK(writeData(channel, kNdefFile, 0, content, CommMode::Full));
  INFO(session.wrong);
  CHECK(session.finished());
}

TEST_CASE("ntag424: GetFileSettings under proof") {
  test::Recording session(
      {{"90f5000009026597a457c8cd442c00", "0040eeee000100d1fe001f00004400004400002000006a00002a474282e7a479869100"}});
  Ev2Channel channel(session,
                     stateOf("00000000000000000000000000000000", "8248134a386e86eb7faf54a52e536cb6", "7a21085e"));
  const auto settings = readFileSettings(channel, 2, CommMode::Mac);
  INFO(session.wrong);
  REQUIRE(settings);
  CHECK(settings->mode == CommMode::Plain);
  CHECK(settings->rights == 0xEEEE);
  CHECK(settings->size == 256);
  REQUIRE(settings->sdm);
  CHECK(settings->sdm->uid);
  CHECK(settings->sdm->counter);
  CHECK(settings->sdm->meta_read == 0);
  CHECK(settings->sdm->file_read == 0);
  CHECK(settings->sdm->counter_return == 0xE);
  CHECK(settings->sdm->picc_offset == 0x1FU);
  CHECK(settings->sdm->mac_input_offset == 0x44);
  CHECK(settings->sdm->encrypted == SdmSettings::Encrypted{0x44, 0x20});
  CHECK(settings->sdm->mac_offset == 0x6A);
  // What was read can be written: the same bytes without type and size.
  CHECK(base::toHex(encodeFileSettings(*settings)) == "40eeeed1fe001f00004400004400002000006a0000");
}

TEST_CASE("ntag424: GetCardUID encrypted") {
  test::Recording session({{"90510000088e2c155adda99be300", "70756055688505b52a5e26e59e329cd6595f672298ea41b79100"}});
  Ev2Channel channel(session,
                     stateOf("2b4d963c014dc36f24f69a50a394f875", "379d32130ce61705dd5fd8c36b95d764", "df055522"));
  const auto uid = readCardUid(channel);
  INFO(session.wrong);
  REQUIRE(uid);
  CHECK(base::toHex(*uid) == "04958caa5c5e80");
}

TEST_CASE("ntag424: session keys and start values of AN12343") {
  const auto rnd_a = hex("b04d0787c93ee0cc8cacc8e86f16c6fe");
  const auto rnd_b = hex("fa659ad0dca738dd65dc7dc38612ad81");
  const Ev2Keys keys = ev2SessionKeys(kZero.view(), rnd_a, rnd_b);
  CHECK(base::toHex(keys.enc.view()) == "63dc07286289a7a6c0334ca31c314a04");
  CHECK(base::toHex(keys.mac.view()) == "774f26743ece6af5033b6ae8522946f6");
  Ev2State state = stateOf("445a8626b3338459321232fadf6ade2b", "00000000000000000000000000000000", "11223344");
  state.counter = 5;
  CHECK(base::toHex(state.commandIv()) == "177494fcc4f1dab2afbe8fae2057a9d2");
  CHECK(base::toHex(lrpSessionMaster(kZero.view(), hex("74d7df6a2cec0b72b412de0d2b1117e6"),
                                     hex("56109a31977c855319cd4618c9d2aed2"))) == "132d7e6f35ba861f39b37221214e25a5");
}

// The write of AN12196 with its answer spoilt.
CardResult<void> writeAnswered(std::string_view answer, std::uint16_t counter = 0) {
  test::Parrot session(answer);
  auto state = stateOf("7a93d6571e4b180fca6ac90c9a7488d4", "fc4af159b62e549b5812394cab1918cc", "7614281a");
  state.counter = counter;
  Ev2Channel channel(session, state);
  return writeData(channel, 3, 0, hex("0102030405060708090a"), CommMode::Full);
}

TEST_CASE("ntag424: an answer counts only with its proof") {
  CHECK(writeAnswered("c26d236e4a7c046d9100"));
  CHECK(writeAnswered("c26d236e4a7c046c9100").error().kind == Kind::BadMac);
  CHECK(writeAnswered("c26d236e4a7c049100").error().kind == Kind::BadMac);
  CHECK(writeAnswered("9100").error().kind == Kind::BadMac);
  CHECK(writeAnswered("c26d236e4a7c046d9100", 1).error().kind == Kind::BadMac);  // made for another counter
  CHECK(writeAnswered("01c26d236e4a7c046d9100").error().kind == Kind::BadMac);
  CHECK(writeAnswered("91").error().kind == Kind::Unknown);
  CHECK(writeAnswered("").error().kind == Kind::Unknown);
  CHECK(writeAnswered("91ae").error() == CardFault{Kind::Refused, 0x91AE});
  CHECK(writeAnswered("6d00").error() == CardFault{Kind::Refused, 0x6D00});
}

TEST_CASE("ntag424: a session ends before its counter turns over") {
  CHECK(writeAnswered("c26d236e4a7c046d9100", 0xFFFF).error().kind == Kind::NotSent);
}

TEST_CASE("ntag424: frames without end are given up") {
  test::Parrot session("0091af");
  const auto version = readVersion(session);
  REQUIRE_FALSE(version);
  CHECK(version.error().kind == Kind::Malformed);
  CHECK(session.commands == 64);
}

TEST_CASE("ntag424: an answer longer than any card's is nonsense") {
  test::Parrot session(base::toHex(base::Bytes(257, 0)) + "9100");
  CHECK(readVersion(session).error().kind == Kind::Malformed);
}

TEST_CASE("ntag424: settings that end too early are nonsense") {
  const auto whole = hex("0040eeee000100d1fe001f00004400004400002000006a0000");
  REQUIRE(parseFileSettings(whole));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    INFO(size);
    CHECK_FALSE(parseFileSettings(base::ByteView(whole).first(size)));
  }
  CHECK_FALSE(parseFileSettings(hex("0200eeee000100")));  // a value file
}

TEST_CASE("ntag424: the NDEF file is read in one piece where the card allows it") {
  test::Recording one({{"00a4000c02e104", "9000"}, {"00b0000000", "0003d101009000"}});
  CHECK(base::toHex(*readNdefFile(one)) == "0003d10100");
  test::Recording pieces(
      {{"00a4000c02e104", "9000"}, {"00b0000000", "6700"}, {"00b0000002", "00039000"}, {"00b0000203", "d101009000"}});
  CHECK(base::toHex(*readNdefFile(pieces)) == "0003d10100");
  test::Recording empty({{"00a4000c02e104", "9000"}, {"00b0000000", "00039000"}, {"00b0000203", "9000"}});
  CHECK(readNdefFile(empty).error().kind == Kind::Malformed);
  test::Recording vast({{"00a4000c02e104", "9000"}, {"00b0000000", "ffff9000"}});
  CHECK(readNdefFile(vast).error().kind == Kind::Malformed);
}

}  // namespace
