// Files of keys: private or sealed.
#include "app/local/key_file.hpp"

#include <sys/stat.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/ctl/run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using namespace kahui;
using base::ErrorCode;

const std::string kText = R"({"master":{"ntag424":"000102030405060708090a0b0c0d0e0f"}})";

struct Files {
  test::TempFolder folder;
  std::string plain = (folder.path() / "keys.json").string();
  std::string sealed = (folder.path() / "keys.sealed").string();

  Files() {
    useDevice("one");
    write(plain, kText, S_IRUSR | S_IWUSR);
  }
  void useDevice(const char* name) const { setenv("KAHUI_KEY_DIR", (folder.path() / name).c_str(), 1); }
  static void write(const std::string& file, const std::string& text, mode_t mode) {
    std::ofstream(file, std::ios::trunc) << text;
    REQUIRE(::chmod(file.c_str(), mode) == 0);
  }
  static std::string contentOf(const std::string& file) {
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
  }
};

TEST_CASE("key file: a plain one is read if it is private") {
  Files files;
  CHECK(local::readKeyFile(files.plain) == kText);
  for (const mode_t mode : {0640U, 0604U, 0620U, 0666U}) {
    REQUIRE(::chmod(files.plain.c_str(), mode) == 0);
    const auto refused = local::readKeyFile(files.plain);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::BadInput);
    CHECK(refused.error().detail.find("chmod 600") != std::string::npos);
    CHECK(refused.error().detail.find("0001") == std::string::npos);
    CHECK(local::isOpenToOthers(files.plain));
    CHECK(local::readKeyFile(files.plain, local::OpenToOthers::Allowed) == kText);
    CHECK_FALSE(local::sealKeyFile(files.plain, files.sealed));
  }
  CHECK(local::readKeyFile(files.sealed).error().code == ErrorCode::BadInput);
  Files::write(files.plain, std::string(64 * 1024 + 1, ' '), S_IRUSR | S_IWUSR);
  CHECK_FALSE(local::readKeyFile(files.plain));
}

TEST_CASE("key file: a sealed one opens on its device only, and unchanged") {
  Files files;
  REQUIRE(local::sealKeyFile(files.plain, files.sealed));
  CHECK(local::readKeyFile(files.sealed) == kText);
  CHECK_FALSE(local::isOpenToOthers(files.sealed));
  CHECK(local::sealKeyFile(files.plain, files.sealed).error().code == ErrorCode::StoreExists);
  const std::string content = Files::contentOf(files.sealed);
  CHECK(content.find("0001") == std::string::npos);
  CHECK(content.find("master") == std::string::npos);
  for (std::size_t at = 20; at + 1 < content.size(); at += 7) {
    std::string changed = content;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    Files::write(files.sealed, changed, S_IRUSR | S_IWUSR);
    CHECK_FALSE(local::readKeyFile(files.sealed));
  }
  Files::write(files.sealed, content, 0644);  // a sealed file is no secret
  CHECK(local::readKeyFile(files.sealed) == kText);
  files.useDevice("two");
  CHECK(local::readKeyFile(files.sealed).error().code == ErrorCode::StoreKey);
  const std::string second = files.sealed + "2";
  REQUIRE(local::sealKeyFile(files.plain, second));  // makes the second device's key
  CHECK(local::readKeyFile(files.sealed).error().code == ErrorCode::StoreKey);
  files.useDevice("one");
  CHECK(local::readKeyFile(files.sealed) == kText);
  CHECK(local::readKeyFile(second).error().code == ErrorCode::StoreKey);
}

TEST_CASE("key file: kahuictl seals, takes both forms, and shows no key in any error") {
  Files files;
  REQUIRE(test::kahuictl({"card", "keys", "seal", "--in", files.plain, "--out", files.sealed}).status == 0);
  const std::string script = (files.folder.path() / "a.jsonl").string();
  std::ofstream(script) << "";
  const auto looked = [&](const std::string& keys) {
    return test::kahuictl({"readers", "--device", "sim:" + script, "--keys", keys});
  };
  CHECK(looked(files.sealed).status == 0);
  CHECK(looked(files.plain).errors.empty());
  REQUIRE(::chmod(files.plain.c_str(), 0644) == 0);
  const auto as_before = looked(files.plain);  // scripts that made such files before
  CHECK(as_before.status == 0);
  CHECK(as_before.errors.empty());
  files.useDevice("two");
  const auto foreign = looked(files.sealed);
  CHECK(foreign.status == 3);
  CHECK(foreign.errors.find("0001") == std::string::npos);
}

}  // namespace
