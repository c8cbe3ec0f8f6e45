// Published vectors; each names the source it is printed in. Where a whole exchange is published it is replayed in
// ntag424_test.cpp and desfire_test.cpp.
#include "drivers/card/crypto/cmac.hpp"
#include "drivers/card/crypto/diversify.hpp"
#include "drivers/card/crypto/lrp.hpp"
#include "drivers/card/crypto/originality.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;

base::Bytes hex(std::string_view text) { return *base::fromHex(text); }

TEST_CASE("card crypto: AES blocks of FIPS 197 appendix C") {
  const auto plain = hex("00112233445566778899aabbccddeeff");
  const auto check = [&](std::string_view key, std::string_view cipher) {
    CHECK(base::toHex(aesEncryptBlock(hex(key), plain)) == cipher);
    CHECK(base::toHex(aesDecryptBlock(hex(key), hex(cipher))) == base::toHex(plain));
  };
  check("000102030405060708090a0b0c0d0e0f", "69c4e0d86a7b0430d8cdb78070b4c55a");
  check("000102030405060708090a0b0c0d0e0f1011121314151617", "dda97ca4864cdfe06eaf70a0ec0d7191");
  check("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "8ea2b7ca516745bfeafc49904b496089");
}

TEST_CASE("card crypto: CBC chains from block to block, SP 800-38A F.2.1") {
  const auto key = hex("2b7e151628aed2a6abf7158809cf4f3c");
  const auto iv = hex("000102030405060708090a0b0c0d0e0f");
  const auto plain = hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51");
  const auto cipher = hex("7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2");
  CHECK(aesCbcEncrypt(key, iv, plain) == cipher);
  CHECK(aesCbcDecrypt(key, iv, cipher) == plain);
  CHECK(aesCbcEncrypt(key, iv, {}).empty());
}

TEST_CASE("card crypto: padding of ISO 9797-1 method 2 comes and goes") {
  CHECK(base::toHex(padded({})) == "80000000000000000000000000000000");
  CHECK(padded(base::Bytes(16, 1)).size() == 32);
  for (std::size_t size = 0; size < 40; ++size) {
    const base::Bytes text(size, 0x80);
    CHECK(unpadded(padded(text)) == text);
  }
  CHECK_FALSE(unpadded({}));
  CHECK_FALSE(unpadded(base::Bytes(16, 0)));
  CHECK_FALSE(unpadded(base::Bytes(16, 0x81)));
  base::Bytes far(32, 0);  // the mark must stand in the last block
  far[15] = 0x80;
  CHECK_FALSE(unpadded(far));
}

TEST_CASE("card crypto: CMAC of RFC 4493 section 4") {
  const auto key = hex("2b7e151628aed2a6abf7158809cf4f3c");
  const auto check = [&](std::string_view message, std::string_view mac) {
    CHECK(base::toHex(cmac(key, hex(message))) == mac);
    CHECK(base::toHex(cmacFrom(Block{}, key, hex(message))) == mac);
  };
  check("", "bb1d6929e95937287fa37d129b756746");
  check("6bc1bee22e409f96e93d7e117393172a", "070a16b46b4d4144f79bdd9dd04a287c");
  check("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411",
        "dfa66747de9ae63030ca32611497c827");
  check(
      "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17"
      "ad2"
      "b417be66c3710",
      "51f0bebf7e3b9d92fc49741779363cfe");
}

TEST_CASE("card crypto: a CMAC that starts elsewhere is another CMAC") {
  const auto key = hex("2b7e151628aed2a6abf7158809cf4f3c");
  Block iv{};
  iv[3] = 1;
  CHECK(cmacFrom(iv, key, hex("01")) != cmac(key, hex("01")));
  // A start value that is laid over the first block by hand gives the same.
  auto message = hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c");
  const Block from = cmacFrom(iv, key, message);
  message[3] ^= 1;
  CHECK(from == cmac(key, message));
}

TEST_CASE("card crypto: the proof is cut to its odd bytes, or to its first half") {
  Block mac{};
  for (std::size_t i = 0; i < mac.size(); ++i) mac[i] = static_cast<std::uint8_t>(i);
  CHECK(base::toHex(truncated(mac)) == "01030507090b0d0f");
  CHECK(base::toHex(firstHalf(mac)) == "0001020304050607");
}

TEST_CASE("card crypto: CRC-32 without its last inversion") {
  // CRC-32/JAMCRC of "123456789" is 340BC6D9 (catalogue of parametrised CRC algorithms).
  CHECK(base::toHex(crc32(base::asBytes("123456789"))) == "d9c60b34");
}

TEST_CASE("card crypto: keys of a card by AN10922") {
  const auto input = hex("04782e21801d803042f54e585020416275");
  const auto check = [](std::string_view key, const base::Bytes& message, std::string_view derived) {
    CHECK(base::toHex(diversified(hex(key), message)) == derived);
  };
  check("00112233445566778899aabbccddeeff", input, "a8dd63a3b89d54b37ca802473fda9175");
  check("00112233445566778899aabbccddeeff0102030405060708", input, "ce39c8e1cd82d9a7bedbe9d74af59b23176755ee7586e12c");
  check("00112233445566778899aabbccddeeff0102030405060708090a0b0c0d0e0f00", input,
        "4fc6eec820b4c54314990b8611662db695e7880982c0001e6067488346100aed");
  // AN10957 page 13: padded to two blocks although one would do.
  check("f3f9377698707b688eaf84abe39e3791", hex("04deadbeeffeed"), "0bb408baff98b6ee9f2e1585777f6a51");
  CHECK(base::toHex(diversified128(hex("f3f9377698707b688eaf84abe39e3791"), hex("04deadbeeffeed")).view()) ==
        "0bb408baff98b6ee9f2e1585777f6a51");
}

TEST_CASE("card crypto: the longest input fills the message without padding") {
  const base::Bytes key(16, 7);
  const base::Bytes longest(kMaxDiversifyInput, 9);
  const base::Bytes first{1};
  CHECK(base::toHex(diversified(key, longest)) == base::toHex(cmac(key, joined({first, longest}))));
}

TEST_CASE("card crypto: LRP of AN12304") {
  CHECK(base::toHex(Lrp(hex("567826b8da8e768432a9548dbe4aa3a0"), 2).evaluate(hex("1359"), true)) ==
        "1ba2c0c578996bc497dd181c6885a9dd");
  CHECK(base::toHex(Lrp(hex("8195088ce6c393708ebbe6c7914ecb0b"), 0).cmac(hex("bbd5b85772c7"))) ==
        "ad8595e0b49c5c0db18e77355f5aaff6");
  CHECK(base::toHex(Lrp(hex("63a0169b4d9fe42c72b2784c806eac21"), 0).cmac({})) == "0e07c601970814a4176fda633c6fc3de");

  const Lrp lrp(hex("e0c4935ff0c254cd2cef8fddc32460cf"), 0);
  auto counter = hex("c3315dbf");
  const auto cipher = lrp.encrypt(counter, padded(hex("012d7f1653caf6503c6ab0c1010e8cb0")));
  CHECK(base::toHex(cipher) == "fcbbacaa4f29182464f99de41085266f480e863e487baaf687b43ed1ece0d623");
  CHECK(base::toHex(counter) == "c3315dc1");
  counter = hex("c3315dbf");
  CHECK(unpadded(lrp.decrypt(counter, cipher)) == hex("012d7f1653caf6503c6ab0c1010e8cb0"));
}

TEST_CASE("card crypto: the counter of LRP turns over within its length") {
  const Lrp lrp(base::Bytes(16, 1), 1);
  auto counter = hex("ffff");
  const auto cipher = lrp.encrypt(counter, base::Bytes(16, 0));
  CHECK(base::toHex(counter) == "0000");
  CHECK(cipher.size() == 16);
}

struct Signed {
  Maker maker;
  const char* uid;
  const char* signature;
};

// Real tags, from proxmark3's recover_pk.py.
constexpr Signed kSigned[] = {
    {Maker::UltralightFamily, "04e10cda993c80", "8b76052ee42f5567beb53238b3e3f9950707c0dcc956b5c5efcfdb709b2d82b3"},
    {Maker::UltralightFamily, "04db0bda993c80", "6048efd9417cd10f6b7f1818d471a7fe5b46868d2eabdc6307a1e0aae139d8d0"},
    {Maker::UltralightFamily, "04c1285a373080", "cea2eb0b3c95d0844a95b824a7553703b3702378033bf0987899db70151a19e7"},
    {Maker::DnaFamily, "04c46c222a6380",
     "344a806ebf704c05c19215d2f840529ce365aad2d08a469a95896d75d477d9fab02a0c827e9f215bd8eb0e56a3a9a008fb75d706aabbd4d"
     "a"},
    {Maker::DnaFamily, "0463474aa26a80",
     "27e9a50e6ca4ba9037c02f7d20a80d0284d0c1d83c67f5a5ac1d8a4ef86c9508417e4e9c6f85aa7920f0abded984caf20467d66ea54bbf0"
     "8"},
    {Maker::DnaFamily, "04448bd2db6b80",
     "5cbb5632795c8f15263fefb095b51c7b541afd914a1ae44ef6fb8af605edf13dbfee6c3a2db372245e671dfe0d42cb1f0d0b8fe67a89d2f"
     "6"},
    {Maker::DnaFamily, "042a41cae45380",
     "b2769f8ddb575aea2a680adca8ffed4fab81a1e9908e2b82fe0fabb697bbd9b23835c416970e75768f12902aca491349e94e6589eaf4f50"
     "8"},
    {Maker::DnaFamily, "0439556acb6480",
     "d5bd0978106e1e38b513642335966ab21e9f950dcfcfab45ff13d0dc3ca4c2ae7e0d671df1240937d040dac4601c5f66ed62c546ee03ed0"
     "8"},
    {Maker::DnaFamily, "042468222f5c80",
     "b9211e320f321bd1d0e158e10ff15109b389638bae15d9909d7725bf1250ed236d66f1af75c94d60330e4e92535f5e6997675281a568717"
     "3"},
    {Maker::DnaFamily, "044ca092806480",
     "9d86dacd3866058b1cf122ff5fc80e997251d99179bc1f996acf6ed7d495da5c39dde699e2760c08d747ef08487b9897d48957e5afd755e"
     "2"},
};

TEST_CASE("card crypto: the maker's signature fits its UID and no other") {
  for (const Signed& tag : kSigned) {
    INFO(tag.uid);
    CHECK(isOriginal(tag.maker, hex(tag.uid), hex(tag.signature)));
    const Maker other = tag.maker == Maker::DnaFamily ? Maker::UltralightFamily : Maker::DnaFamily;
    CHECK_FALSE(isOriginal(other, hex(tag.uid), hex(tag.signature)));
    auto uid = hex(tag.uid);
    uid[6] ^= 1;
    CHECK_FALSE(isOriginal(tag.maker, uid, hex(tag.signature)));
    auto signature = hex(tag.signature);
    signature[0] ^= 0x80;
    CHECK_FALSE(isOriginal(tag.maker, hex(tag.uid), signature));
  }
}

TEST_CASE("card crypto: what is no signature at all does not verify") {
  const auto uid = hex("04c46c222a6380");
  for (std::size_t size : {0U, 1U, 32U, 55U, 56U, 57U, 200U}) {
    CHECK_FALSE(isOriginal(Maker::DnaFamily, uid, base::Bytes(size, 0)));
    CHECK_FALSE(isOriginal(Maker::DnaFamily, uid, base::Bytes(size, 0xFF)));
    CHECK_FALSE(isOriginal(Maker::UltralightFamily, uid, base::Bytes(size, 0)));
  }
  CHECK_FALSE(verifySignature(Curve::Secp224r1, {}, uid, hex(kSigned[3].signature)));
  CHECK_FALSE(verifySignature(Curve::Secp224r1, base::Bytes(57, 4), uid, hex(kSigned[3].signature)));
}

}  // namespace
