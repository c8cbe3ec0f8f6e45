#include <numeric>

#include "core/base/allocate.hpp"
#include "core/base/bytes.hpp"
#include "core/base/check_digit.hpp"
#include "core/base/clock.hpp"
#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/json_writer.hpp"
#include "core/base/numbers.hpp"
#include "core/base/sha256.hpp"
#include "core/base/text.hpp"
#include "core/member/profile_codec.hpp"
#include "core/member/tax_number.hpp"
#include "tests/support/catch.hpp"

using namespace kahui::base;

TEST_CASE("allocation shares the rest by largest remainder, ties to the lower line (section 0)") {
  const std::vector<std::int64_t> weights{1, 1, 1};
  CHECK(allocate(100, weights) == std::vector<std::int64_t>{34, 33, 33});
  const std::vector<std::int64_t> e079{23382, 7590, 2403, 5310};  // rulebook section 17, step P5
  CHECK(allocate(4000, e079) == std::vector<std::int64_t>{2418, 785, 248, 549});
  CHECK(allocate(0, std::vector<std::int64_t>{0, 0}) == std::vector<std::int64_t>{0, 0});
  SeededRandom random(1);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::int64_t> w(1 + random.below(20));
    for (auto& value : w) value = static_cast<std::int64_t>(random.below(100000));
    w[0] += 1;
    const auto total = static_cast<std::int64_t>(random.below(1'000'000'000));
    const auto shares = allocate(total, w);
    CHECK(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}) == total);
  }
}

TEST_CASE("products are taken through 128 bits") {
  CHECK(mulDivHalfUp(1998, 1337, 1000) == 2671);
  CHECK(mulDivFloor(1005, 9500, 10000) == 954);
  CHECK(mulDivFloor(4'000'000'000'000'000'000, 10000, 10000) == 4'000'000'000'000'000'000);
}

TEST_CASE("check digits of EAN and Luhn") {
  CHECK(validEan("6901234567892"));
  CHECK_FALSE(validEan("6901234567893"));
  CHECK(validEan("96385074"));
  CHECK(validLuhn("79927398713"));
  CHECK_FALSE(validLuhn("79927398710"));
  CHECK_FALSE(validEan("69012345678x2"));
}

TEST_CASE("dates are real dates") {
  CHECK(BusinessDate::parse("2024-02-29")->iso() == "2024-02-29");
  CHECK_FALSE(BusinessDate::parse("2025-02-29"));
  CHECK_FALSE(BusinessDate::parse("2025-2-01"));
  CHECK(BusinessDate::of(2025, 3, 12).isoWeekday() == 3);
  const auto time = LocalTime::parse("2025-03-12T23:59:59");
  REQUIRE(time);
  CHECK(time->plusSeconds(1).iso() == "2025-03-13T00:00:00");
  CHECK(time->minuteText() == "2025-03-12 23:59");
  CHECK_FALSE(LocalTime::parse("2025-03-12T24:00:00"));
}

TEST_CASE("a clock's local time is UTC plus the store's offset") {
  const WallTime wall{1741745700000, 480};
  CHECK(wall.local().iso() == "2025-03-12T10:15:00");
  ManualClock clock(*LocalTime::parse("2025-03-12T10:15:00"));
  CHECK(clock.now().utc_ms == 1741745700000);
  CHECK(WallTime{-1, 0}.local().iso() == "1969-12-31T23:59:59");
}

TEST_CASE("ids are UUID version 7 and keep the order of time") {
  SeededRandom random(7);
  const Id first = Id::make(1741745700000, random);
  const Id second = Id::make(1741745700001, random);
  CHECK(first < second);
  CHECK((first.raw()[6] >> 4) == 7);
  CHECK((first.raw()[8] >> 6) == 2);
  CHECK(Id::parse(first.hex()) == first);
  CHECK_FALSE(Id::parse("xyz"));
}

TEST_CASE("SHA-256 of pieces is the hash of the whole (FIPS 180-4, example abc)") {
  CHECK(toHex(sha256({asBytes("a"), asBytes("bc")})) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("the journal's JSON keeps the order of calls and escapes what JSON needs") {
  std::string out;
  JsonWriter json(out);
  json.beginObject();
  json.field("b", std::int64_t{-5});
  json.field("a", "say \"hi\"\n");
  json.beginArray("list");
  json.element(1);
  json.beginObject();
  json.flag("x", true);
  json.endObject();
  json.endArray();
  json.null("n");
  json.endObject();
  CHECK(out == R"({"b":-5,"a":"say \"hi\"\u000a","list":[1,{"x":true}],"n":null})");
}

TEST_CASE("base64 and hex read back what they wrote") {
  const Bytes bytes{0, 1, 254, 255};
  CHECK(toHex(bytes) == "0001feff");
  CHECK(fromHex("0001FEFF") == bytes);
  CHECK(fromBase64(toBase64(bytes)) == bytes);
  CHECK_FALSE(fromHex("0g"));
  CHECK_FALSE(fromBase64("*"));
}

TEST_CASE("clean UTF-8 has neither a NUL nor a broken sequence anywhere") {
  const std::string clean = "a journal line of 卡惠, 汉字 and \xF0\x9F\x8D\xB5 mixed";
  CHECK(isCleanUtf8(clean));
  CHECK(isCleanUtf8(""));
  for (const char bad : {'\0', '\x80', '\xC0', '\xFF'}) {
    for (std::size_t at = 0; at <= clean.size(); ++at) {
      std::string broken = clean;
      broken.insert(at, 1, bad);
      INFO(at);
      CHECK_FALSE(isCleanUtf8(broken));
    }
  }
  CHECK(isCleanUtf8("\x01\x7F\x01\x7F\x01\x7F\x01\x7F"));
}

TEST_CASE("JSON text escapes quotes, backslashes and control characters and nothing else") {
  std::string out;
  JsonWriter json(out);
  json.beginObject();
  json.field("a", "\"\\ 汉\n\x1f\x7f/");
  json.field("b", "");
  json.field("c", "plain");
  json.endObject();
  CHECK(out == R"({"a":"\"\\ 汉\u000a\u001f)"
               "\x7f/\",\"b\":\"\",\"c\":\"plain\"}");
}

TEST_CASE("S001-102: a company's tax number has 18 characters with a right last one, or the older 15") {
  using kahui::member::maskTaxNumber;
  using kahui::member::parseTaxNumber;
  CHECK(parseTaxNumber("91350100M000100Y43") == "91350100M000100Y43");  // the standard's own example, corrected
  CHECK(parseTaxNumber("91 4403 0071 5267 26xg") == "9144030071526726XG");
  CHECK_FALSE(parseTaxNumber("91350100M000100Y4Z"));  // the standard's wrong one
  std::string code = "914403001922038216";
  REQUIRE(parseTaxNumber(code));
  for (std::size_t at = 0; at < code.size(); ++at) {
    std::string wrong = code;
    wrong[at] = wrong[at] == '9' ? '0' : static_cast<char>(wrong[at] + 1);
    INFO(wrong);
    CHECK_FALSE(parseTaxNumber(wrong));  // the check character finds each single wrong one
  }
  CHECK_FALSE(parseTaxNumber("91350100I000100Y43"));  // I, O, S, V, Z are no signs of it
  CHECK_FALSE(parseTaxNumber("9144030X1922038216"));
  CHECK(parseTaxNumber("440301192203821") == "440301192203821");
  CHECK(parseTaxNumber("44030119220382X"));
  CHECK_FALSE(parseTaxNumber("4403A1192203821"));
  for (const char* none : {"", "1234", "4403011922038211", "91440300192203821"}) CHECK_FALSE(parseTaxNumber(none));
  CHECK(maskTaxNumber(code) == "91************8216");
  CHECK(maskTaxNumber("1234") == "****");
  CHECK(maskTaxNumber("").empty());
}

TEST_CASE("S001-102: a sealed profile keeps what a company has, and one without it is as it was") {
  kahui::member::Profile person;
  person.name = "赵云";
  person.phone = "13900001111";
  const std::string before = kahui::member::encodeProfile(person);
  kahui::member::Profile company = person;
  company.tax_no = "914403001922038216";
  company.contact = "李娜";
  const std::string plain = kahui::member::encodeProfile(company);
  CHECK(plain.starts_with(before));
  CHECK(*kahui::member::decodeProfile(plain) == company);
  CHECK(*kahui::member::decodeProfile(before) == person);
}
