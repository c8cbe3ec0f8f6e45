#include "drivers/card/apdu.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using card::UidAnswer;
using ports::RefuseReason;

UidAnswer answer(const char* hex) { return card::readUidAnswer(*base::fromHex(hex)); }

TEST_CASE("card: commands are encoded as ISO 7816-4 says") {
  CHECK(base::toHex(card::encode(card::getUid())) == "ffca000000");
  CHECK(base::toHex(card::encode(card::getUid(7))) == "ffca000007");
  CHECK(base::toHex(card::encode({.cla = 0x90, .ins = 0x71})) == "90710000");
  CHECK(base::toHex(card::encode({.ins = 0xA4, .p1 = 4, .data = {0xD2, 0x76}, .expected = 256})) == "00a4040002d27600");
  const base::Bytes longest(255, 0xAA);
  CHECK(card::encode({.ins = 0xD6, .data = longest}).size() == 5 + 255);
}

TEST_CASE("card: an answer is data and two bytes of status, or nothing") {
  CHECK_FALSE(card::parseResponse({}));
  CHECK_FALSE(card::parseResponse(base::Bytes{0x90}));
  const base::Bytes bare{0x90, 0x00};
  const auto empty = card::parseResponse(bare);
  REQUIRE(empty);
  CHECK(empty->data.empty());
  CHECK(empty->status.isDone());
  const base::Bytes bytes{1, 2, 3, 0x6A, 0x82};
  const auto refused = card::parseResponse(bytes);
  REQUIRE(refused);
  CHECK(refused->data.size() == 3);
  CHECK(refused->status.value == 0x6A82);
  CHECK_FALSE(refused->status.isDone());
  CHECK_FALSE(refused->status.rightLength());
  CHECK(card::StatusWord{0x6C07}.rightLength() == 7);
  CHECK(card::StatusWord{0x6C00}.rightLength() == 256);
  CHECK_FALSE(card::StatusWord{0x9000}.rightLength());
}

TEST_CASE("card: only UIDs of the three sizes count") {
  CHECK(answer("04A1B2C39000").credential == "04A1B2C3");
  CHECK(answer("04a1b2c3d4e5f69000").credential == "04A1B2C3D4E5F6");
  CHECK(answer("000102030405060708096282").credential == "00010203040506070809");
  for (std::size_t length = 0; length < 300; ++length) {
    base::Bytes bytes(length, 0x11);
    bytes.insert(bytes.end(), {0x90, 0x00});
    const bool good = length == 4 || length == 7 || length == 10;
    CHECK((card::readUidAnswer(bytes).kind == UidAnswer::Kind::Credential) == good);
    CHECK(card::isUidLength(length) == good);
  }
}

TEST_CASE("card: what is no UID is refused with its reason") {
  const auto reasonOf = [](const char* hex) {
    const UidAnswer refused = answer(hex);
    CHECK(refused.kind == UidAnswer::Kind::Refused);
    CHECK(refused.credential.empty());
    return refused.reason;
  };
  CHECK(reasonOf("") == RefuseReason::Torn);
  CHECK(reasonOf("90") == RefuseReason::Torn);
  CHECK(reasonOf("9000") == RefuseReason::Torn);
  CHECK(reasonOf("04A19000") == RefuseReason::Torn);
  CHECK(reasonOf("04A1B2C3D49000") == RefuseReason::Unreadable);
  CHECK(reasonOf("04A1B2C36A81") == RefuseReason::Unreadable);
  CHECK(reasonOf("6300") == RefuseReason::Unreadable);
  CHECK(reasonOf("080102039000") == RefuseReason::RandomUid);
  CHECK(answer("08010203040506"
               "9000")
            .credential == "08010203040506");  // only the single size is drawn
  CHECK(answer("6C04").kind == UidAnswer::Kind::AskAgain);
  CHECK(answer("6C04").expected == 4);
}

}  // namespace
