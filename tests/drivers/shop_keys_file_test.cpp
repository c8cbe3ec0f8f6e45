// `--keys FILE` of kahuictl (contracts.md, "Readers").
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "app/local/core_dumps.hpp"
#include "drivers/host/shop_keys_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using namespace kahui;
using base::Error;
using base::ErrorCode;

const std::string kAes = "000102030405060708090a0b0c0d0e0f";

TEST_CASE("shop keys: points on cards, and what issuing writes") {
  const auto keys = host::parseShopKeys(R"({"address":"shop.example/t?","purse":{"record_key":")" + kAes +
                                        R"(","credit_key":")" + kAes + R"(","cap":5000,"records":254}})");
  REQUIRE(keys);
  CHECK(keys->address == "shop.example/t?");
  CHECK(keys->purse.value().record_key.value().at(3) == 3);
  CHECK(keys->purse->credit_key.value().at(4) == 4);
  CHECK(keys->purse->cap == 5000);
  CHECK(keys->purse->records == 254);
  CHECK(host::parseShopKeys(R"({"purse":{}})")->purse.value().records == 10);
  const auto wrong = [](const std::string& json) { return host::parseShopKeys(json).error(); };
  CHECK(wrong(R"({"purse":{"cap":0}})").detail == "\"purse.cap\" must be a whole number from 1 to 2147483647");
  CHECK(wrong(R"({"purse":{"records":255}})").detail == "\"purse.records\" must be a whole number from 2 to 254");
  CHECK(wrong(R"({"purse":{"credit_key":"00"}})").code == ErrorCode::BadInput);
  CHECK(wrong(R"({"purse":{"limit":1}})").code == ErrorCode::UnknownKey);
  CHECK(wrong(R"({"address":"https://shop.example/t?"})").code == ErrorCode::BadInput);
  CHECK(wrong(R"({"address":")" + std::string(121, 'x') + R"("})").code == ErrorCode::BadInput);
}

TEST_CASE("shop keys: all of them") {
  const auto keys = host::parseShopKeys(R"({"system_id":"6b61","prefixes":["9001","88"],"member_length":10,
    "master":{"ntag424":")" + kAes + R"(","desfire":")" +
                                        kAes +
                                        R"("},"diversify":"none","aid":"563412",
    "sdm":{"file_key":")" + kAes + R"(","meta_key":"FF0102030405060708090A0B0C0D0E0F"},
    "code_key":")" + kAes + kAes + R"("})");
  REQUIRE(keys);
  CHECK(keys->system_id == base::Bytes{0x6B, 0x61});
  CHECK(keys->numbers.prefixes == std::vector<std::string>{"9001", "88"});
  CHECK(keys->numbers.length == 10);
  CHECK(keys->ntag424.value().at(15) == 15);
  CHECK(keys->desfire.value().at(1) == 1);
  CHECK_FALSE(keys->ntag21x);
  CHECK(keys->diversify == card::Diversify::None);
  CHECK(keys->aid == std::array<std::uint8_t, 3>{0x56, 0x34, 0x12});
  CHECK(keys->sdm.value().file_key.at(2) == 2);
  CHECK(keys->sdm.value().meta_key.at(0) == 0xFF);
  CHECK(keys->code.value().at(31) == 15);
}

TEST_CASE("shop keys: none is needed") {
  const auto keys = host::parseShopKeys("{}");
  REQUIRE(keys);
  CHECK(keys->numbers.prefixes.empty());
  CHECK(keys->diversify == card::Diversify::An10922);
  CHECK_FALSE(keys->sdm);
  CHECK(host::parseShopKeys(R"({"diversify":"AN10922"})")->diversify == card::Diversify::An10922);
}

TEST_CASE("shop keys: what is wrong is named, what stood there is not shown") {
  const auto refused = [](const std::string& json) { return host::parseShopKeys(json).error(); };
  CHECK(refused(R"({"prefix":["9001"]})") == Error{ErrorCode::UnknownKey, "\"prefix\""});
  CHECK(refused(R"({"master":{"ntag":"00"}})") == Error{ErrorCode::UnknownKey, "\"master.ntag\""});
  CHECK(refused(R"({"sdm":{"key":"00"}})") == Error{ErrorCode::UnknownKey, "\"sdm.key\""});
  CHECK(refused("{\"a\\nb\":1}") == Error{ErrorCode::UnknownKey, "\"a\\nb\""});
  const std::vector<std::pair<const char*, const char*>> bad = {
      {"", "not a JSON object"},
      {"[]", "not a JSON object"},
      {R"({"aid":"0102")", "not a JSON object"},
      {R"({"aid":"0102"})", "\"aid\""},
      {R"({"aid":7})", "\"aid\""},
      {R"({"system_id":"abc"})", "\"system_id\""},
      {R"({"system_id":"00112233445566778899aabbccddeeff001122334455"})", "\"system_id\""},
      {R"({"master":{"desfire":"deadbeef"}})", "\"master.desfire\""},
      {R"({"master":{"desfire":"zz0102030405060708090a0b0c0d0e0f"}})", "\"master.desfire\""},
      {R"({"master":[]})", "\"master\""},
      {R"({"sdm":{"file_key":"000102030405060708090a0b0c0d0e0f"}})", "\"sdm.meta_key\""},
      {R"({"sdm":null})", "\"sdm\""},
      {R"({"code_key":"000102030405060708090a0b0c0d0e0f"})", "\"code_key\""},
      {R"({"diversify":"AN0"})", "\"diversify\""},
      {R"({"prefixes":["9001"]})", "\"member_length\""},
      {R"({"member_length":10})", "\"prefixes\""},
      {R"({"prefixes":["9001"],"member_length":5})", "\"member_length\""},
      {R"({"prefixes":["9001"],"member_length":19})", "\"member_length\""},
      {R"({"prefixes":["9001"],"member_length":"10"})", "\"member_length\""},
      {R"({"prefixes":["9001"],"member_length":10.5})", "\"member_length\""},
      {R"({"prefixes":"9001","member_length":10})", "\"prefixes\""},
      {R"({"prefixes":[9001],"member_length":10})", "\"prefixes\""},
      {R"({"prefixes":[""],"member_length":10})", "\"prefixes\""},
      {R"({"prefixes":["90-1"],"member_length":10})", "\"prefixes\""},
      {R"({"prefixes":["9001000018"],"member_length":10})", "\"prefixes\""},
  };
  for (const auto& [json, key] : bad) {
    const Error error = refused(json);
    CHECK(error.code == ErrorCode::BadInput);
    INFO(error.detail);
    CHECK(error.detail.find(key) != std::string::npos);
    CHECK(error.detail.find("0102") == std::string::npos);
    CHECK(error.detail.find("deadbeef") == std::string::npos);
  }
}

TEST_CASE("shop keys: kahuictl says in one line what is wrong with the file") {
  const test::TempFolder folder;
  const std::string file = (folder.path() / "keys.json").string();
  std::ofstream(file) << R"({"system":"00"})";
  for (const std::string& name : {file, (folder.path() / "absent.json").string()}) {
    test::ChildProcess program(
        {KAHUI_BIN_DIR "/kahuictl", "readers", "--watch", "--device", "serial:/nonexistent", "--keys", name});
    CHECK(program.wait() == 2);
    const std::string errors = program.errors();
    CHECK(errors.find("kahuictl: ") == 0);
    CHECK(errors.find(name) != std::string::npos);
    CHECK(errors.find("; ") != std::string::npos);
    CHECK(std::count(errors.begin(), errors.end(), '\n') == 1);
    CHECK_FALSE(program.line());
  }
}

TEST_CASE("core dumps: neither the limit nor the flag allows one") {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    local::forbidCoreDumps();
    rlimit limit{};
    const bool none = ::getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0 && limit.rlim_max == 0;
#ifdef __SANITIZE_ADDRESS__
    ::_exit(none ? 0 : 1);
#else
    ::_exit(none && ::prctl(PR_GET_DUMPABLE) == 0 ? 0 : 1);
#endif
  }
  int status = -1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
}

}  // namespace
