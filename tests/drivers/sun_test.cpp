// SUN messages: AN12196, nfc-developer/sdm-backend, icedevml/nfc-ev2-crypto, Amperstrand/ntag424-vectors.
#include "drivers/card/ntag/sun.hpp"
#include "drivers/card/crypto/cmac.hpp"
#include "drivers/card/ntag/ndef.hpp"
#include "tests/drivers/card_sessions.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;
using ports::RefuseReason;
using test::hex;

const SdmKeys kZeroKeys{};

SdmKeys keysOf(std::string_view meta, std::string_view file) {
  return {.file_key = blockOf(hex(file)), .meta_key = blockOf(hex(meta))};
}

tl::expected<SunProof, RefuseReason> verified(std::string_view text, const SdmKeys& keys = kZeroKeys) {
  const auto message = findSun(text);
  if (!message) return tl::unexpected(RefuseReason::NotOurs);
  return verifySun(*message, keys);
}

TEST_CASE("sun: session vectors of AN12196") {
  const auto key = hex("5ace7e50ab65d5d51fd5bf5a16b8205b");
  CHECK(base::toHex(cmac(key, hex("c33c0001008004c767f2066180010000"))) == "66da61797e23deca5d8eca13bbadf7a9");
  CHECK(base::toHex(cmac(key, hex("3cc30001008004c767f2066180010000"))) == "3a3e8110e05311f7a3fcf0d969bf2b48");
}

TEST_CASE("sun: encrypted UID and counter, proof over nothing") {
  const auto proof = verified("choose.url.com/ntag424?e=EF963FF7828658A599F3041510671E88&c=94EED9EE65337086");
  REQUIRE(proof);
  CHECK(base::toHex(proof->uid) == "04de5f1eacc040");
  CHECK(proof->counter == 61U);
  CHECK_FALSE(proof->lrp);
  CHECK(verified("x?picc_data=ef963ff7828658a599f3041510671e88&cmac=94eed9ee65337086"));
}

TEST_CASE("sun: encrypted file data under the proof") {
  const auto proof = verified(
      "my424dna.com/?picc_data=FD91EC264309878BE6345CBE53BADF40&enc=CEE9A53E3E463EF1F459635736738962&cmac="
      "ECC1E7F6C6C73BF6");
  REQUIRE(proof);
  CHECK(base::toHex(proof->uid) == "04958caa5c5e80");
  CHECK(proof->counter == 8U);
  CHECK(proof->file_data == base::Bytes(16, 'x'));
}

TEST_CASE("sun: file data that the proof does not cover is not given out") {
  const auto proof = verified(
      "x?picc_data=EF963FF7828658A599F3041510671E88&enc=CEE9A53E3E463EF1F459635736738962&cmac=94EED9EE65337086");
  REQUIRE(proof);
  CHECK(proof->file_data.empty());
}

TEST_CASE("sun: UID and counter in clear") {
  const auto proof = verified("x?uid=041E3C8A2D6B80&ctr=000006&cmac=4B00064004B0B3D3");
  REQUIRE(proof);
  CHECK(base::toHex(proof->uid) == "041e3c8a2d6b80");
  CHECK(proof->counter == 6U);
  CHECK(verified("x?uid=041E3C8A2D6B80&ctr=000007&cmac=4B00064004B0B3D3") == tl::unexpected(RefuseReason::BadMac));
  CHECK(verified("x?uid=041E3C8A2D6B81&ctr=000006&cmac=4B00064004B0B3D3") == tl::unexpected(RefuseReason::BadMac));
}

TEST_CASE("sun: two keys, the proof over the encrypted data alone") {
  const auto keys = keysOf("42aff114f2cb3b6141be6dc95dfc5416", "b62a9baf092439bd43c62aee96b970c5");
  const char* text = "x?e=8acaddef0a9b62cdae39a16b83fc14de&enc=b8436e11f627bb7f543fcc0c1e0d1a89&c=238b2543a8debad8";
  const auto proof = verified(text, keys);
  REQUIRE(proof);
  CHECK(base::toHex(proof->uid) == "041d3c8a2d6b80");
  CHECK(proof->counter == 291U);
  CHECK(verified(text) == tl::unexpected(RefuseReason::BadMac));
  auto half = keys;
  half.file_key = {};
  CHECK(verified(text, half) == tl::unexpected(RefuseReason::BadMac));
}

TEST_CASE("sun: LRP") {
  const auto with_file = verified(
      "x?e=07D9CA2545881D4BFDD920BE1603268C0714420DD893A497&enc=D6E921C47DB4C17C56F979F81559BB83&cmac="
      "F9481AC7D855BDB6");
  REQUIRE(with_file);
  CHECK(with_file->lrp);
  CHECK(base::toHex(with_file->uid) == "049b112a2f7080");
  CHECK(with_file->counter == 4U);
  const auto file = with_file->file_data;
  CHECK(std::string(file.begin(), file.end()) == "NTXXb7dz3PsYYBlU");

  const auto bare = verified("x?e=1FCBE61B3E4CAD980CBFDD333E7A4AC4A579569BAFD22C5F&cmac=4231608BA7B02BA9");
  REQUIRE(bare);
  CHECK(base::toHex(bare->uid) == "04940e2a2f7080");
  CHECK(bare->counter == 3U);
}

TEST_CASE("sun: messages whose proof covers what stands behind the data") {
  struct Published {
    const char* picc;
    const char* file;
    const char* input;
    const char* mac;
    const char* uid;
    std::uint32_t counter;
    const char* text;
  };
  // ntag424-java, SdmTest
  const Published published[] = {
      {"379f7a361ed4728a13b70f2b591ffa6b", "a0ded1861cc740b47240ac0c944dc2ef", "A0DED1861CC740B47240AC0C944DC2EF/",
       "4ff9720bc3fe5910", "04b07f12647380", 1, "0102030405060708090a0b0c0d0e0f10"},
      {"b3ec473ad2bdb04a0b75065b8e775fef2d08ad7e8d024df2", "a8335b51b0a252afeafeeb38fca0d810",
       "A8335B51B0A252AFEAFEEB38FCA0D810/", "02e985a8ae05ed05", "04827f12647380", 0x25,
       "0102030405060708090a0b0c0d0e0f10"},
      {"b3373525dc0343dedb5f8e89f5387402edfb8c22186fc129", "", "", "a3773d237775f892", "04827f12647380", 0x1e, ""},
  };
  for (const Published& one : published) {
    SunMessage message{.picc_data = hex(one.picc), .file_data = hex(one.file), .mac = hex(one.mac)};
    message.mac_inputs.push_back({one.input, true});
    const auto proof = verifySun(message, kZeroKeys);
    REQUIRE(proof);
    CHECK(base::toHex(proof->uid) == one.uid);
    CHECK(proof->counter == one.counter);
    CHECK(base::toHex(proof->file_data) == one.text);
  }
  SunMessage clear{.uid = hex("04827f12647380"), .counter = 7, .mac = hex("a9daf6e5b2e583ed")};
  clear.mac_inputs.push_back({"", false});
  const auto proof = verifySun(clear, kZeroKeys);
  REQUIRE(proof);
  CHECK(proof->lrp);
}

TEST_CASE("sun: file data of the first reading") {
  // The published text has no proof; the proof is made here, over it, so that the data is decrypted.
  const auto mac_key = cmac(Block{}, hex("3cc30001008004958caa5c5e80010000"));
  const auto mac = truncated(cmac(mac_key, base::asBytes("94592FDE69FA06E8E3B6CA686A22842B")));
  const auto proof =
      verified("x?uid=04958CAA5C5E80&ctr=000001&enc=94592FDE69FA06E8E3B6CA686A22842B&cmac=" + base::toHex(mac));
  REQUIRE(proof);
  CHECK(proof->file_data == base::Bytes(16, 'x'));
}

TEST_CASE("sun: every digit of the message is under the proof") {
  const std::string text =
      "x?picc_data=FD91EC264309878BE6345CBE53BADF40&enc=CEE9A53E3E463EF1F459635736738962&cmac=ECC1E7F6C6C73BF6";
  for (const std::string_view value : {"FD91EC26", "CEE9A53E", "ECC1E7F6"}) {
    const std::size_t start = text.find(value);
    for (std::size_t i = start; i < std::min(text.find('&', start), text.size()); ++i) {
      auto changed = text;
      changed[i] = changed[i] == '0' ? '1' : '0';
      INFO(changed);
      CHECK_FALSE(verified(changed));
    }
  }
}

TEST_CASE("sun: by the offsets of the file's settings") {
  const std::string url =
      "my424dna.com/?picc_data=FD91EC264309878BE6345CBE53BADF40&enc=CEE9A53E3E463EF1F459635736738962&cmac="
      "ECC1E7F6C6C73BF6";
  auto file =
      hex("0000d1010055"
          "04");
  file.insert(file.end(), url.begin(), url.end());
  file[1] = static_cast<std::uint8_t>(file.size() - 2);
  file[4] = static_cast<std::uint8_t>(url.size() + 1);
  const auto at = [&](std::string_view what) { return static_cast<std::uint32_t>(7 + url.find(what)); };
  SdmSettings settings{.uid = true, .counter = true, .meta_read = 0, .file_read = 0};
  settings.picc_offset = at("FD91");
  settings.mac_input_offset = at("CEE9");
  settings.encrypted = {at("CEE9"), 32};
  settings.mac_offset = at("ECC1");
  const auto message = findSun(file, settings);
  REQUIRE(message);
  const auto proof = verifySun(*message, kZeroKeys);
  REQUIRE(proof);
  CHECK(proof->counter == 8U);
  CHECK(proof->file_data == base::Bytes(16, 'x'));
  CHECK(ndefText(file) == url);
  CHECK(verifySun(*findSun(*ndefText(file)), kZeroKeys));

  settings.mac_offset = 0xFFFFFF;
  CHECK_FALSE(findSun(file, settings));
  settings.mac_offset = at("ECC1");
  settings.encrypted = {0xFFFFFF, 0xFFFFFF};
  CHECK_FALSE(findSun(file, settings));
  settings.encrypted = {};
  settings.mac_input_offset = at("ECC1") + 1;
  CHECK_FALSE(findSun(file, settings));
}

TEST_CASE("sun: an address without a message is none") {
  CHECK_FALSE(findSun(""));
  CHECK_FALSE(findSun("https://example.org/?e=EF963FF7828658A599F3041510671E88"));
  CHECK_FALSE(findSun("x?c=94EED9EE65337086"));
  CHECK_FALSE(findSun("x?e=EF963FF7828658A599F3041510671E8&c=94EED9EE65337086"));
  CHECK_FALSE(findSun("x?uid=041E3C8A2D6B80&ctr=6&cmac=4B00064004B0B3D3"));
  CHECK_FALSE(findSun("x?e=EF963FF7828658A599F3041510671E88&c=94EED9EE6533708Z"));
}

TEST_CASE("sun: NDEF records of other kinds and lengths") {
  CHECK_FALSE(ndefText({}));
  CHECK_FALSE(ndefText(hex("0001d1")));
  CHECK_FALSE(ndefText(hex("0009d1010255046162")));    // longer than the file
  CHECK(ndefText(hex("0007d1010355046162")) == "ab");  // address
  CHECK(ndefText(hex("0009d1010554"
                     "02656e6162")) == "ab");  // text, language "en"
  CHECK_FALSE(
      ndefText(hex("0006d1010254"
                   "3f61")));  // language longer than the text
  CHECK_FALSE(
      ndefText(hex("0006d2010255"
                   "0461")));  // a media type
  CHECK(ndefText(hex("000ac101000000035504"
                     "6162")) == "ab");  // long form
  CHECK_FALSE(
      ndefText(hex("000ac101ffffffff5504"
                   "6162")));
  CHECK(ndefText(hex("0009d90103015500"
                     "046162"))
            .has_value());
}

}  // namespace
