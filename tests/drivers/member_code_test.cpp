// Bar codes and QR codes of members, printed and live. The expected code was computed apart from the product, with
// another implementation of HMAC and MOD 37,36.
#include <atomic>
#include <thread>

#include "core/base/check_digit.hpp"
#include "drivers/card/member_code.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using card::MemberCode;
using ports::RefuseReason;

constexpr std::int64_t kSlot = 29'400'000;
constexpr std::int64_t kNow_s = kSlot * card::kCodeSlot_s + 7;
const std::string kNumber = "9001000018";

card::CodeKey shopKey() {
  card::CodeKey key{};
  for (std::size_t i = 0; i < key.size(); ++i) key.at(i) = static_cast<std::uint8_t>(i);
  return key;
}

card::ShopKeys shop() { return {.numbers = {.prefixes = {"9001"}, .length = 10}, .code = shopKey()}; }

std::string live(std::int64_t slot, const std::string& number = kNumber) {
  return card::makeMemberCode(card::memberCodeKey(shopKey(), number), number, slot);
}

std::string judged(card::MemberCodes& codes, const std::string& text, std::int64_t now_s = kNow_s,
                   const card::ShopKeys& keys = shop()) {
  const auto code = codes.judge(text, keys, now_s);
  if (!code) return std::string(ports::name(code.error()));
  return code->number + (code->live ? " live" : " printed");
}

std::string judged(const std::string& text, std::int64_t now_s = kNow_s, const card::ShopKeys& keys = shop()) {
  card::MemberCodes codes;
  return judged(codes, text, now_s, keys);
}

// With the check character made right again.
std::string mended(std::string text) {
  text.back() = card::checkCharacter(std::string_view(text).substr(0, text.size() - 1)).value();
  return text;
}

TEST_CASE("member code: a printed code is the number in the shop's format") {
  CHECK(judged(kNumber) == kNumber + " printed");
  CHECK(judged("9001000019") == "unreadable");
  CHECK(judged("900100001") == "not_ours");
  CHECK(judged("6901234567892") == "not_ours");
  CHECK(judged("90010000I9") == "not_ours");
  CHECK(judged("") == "not_ours");
  CHECK(judged(kNumber, kNow_s, {}) == "not_ours");
  card::MemberCodes codes;
  CHECK(judged(codes, kNumber) == judged(codes, kNumber));  // as often as you like
}

TEST_CASE("member code: the check character of ISO 7064 MOD 37,36") {
  CHECK(card::checkCharacter("A12425GABC1234002") == 'M');  // the example of the GRid standard
  CHECK_FALSE(card::checkCharacter("a"));
}

TEST_CASE("member code: a live code has the form of its description") {
  CHECK(live(kSlot) == "KHM1900100001829400000DFF04G5DDVQ");
  CHECK(live(7).substr(14, 8) == "00000007");
}

TEST_CASE("member code: a live code is taken for 60 s and not a second longer (S003-92)") {
  CHECK(judged(live(kSlot)) == kNumber + " live");
  CHECK(judged(live(kSlot), kSlot * 30) == kNumber + " live");
  CHECK(judged(live(kSlot), kSlot * 30 + 59) == kNumber + " live");
  CHECK(judged(live(kSlot), kSlot * 30 + 60) == "expired");
  CHECK(judged(live(kSlot), kSlot * 30 - 30) == kNumber + " live");
  CHECK(judged(live(kSlot), kSlot * 30 - 31) == "expired");
  CHECK(judged(live(0)) == "expired");
  CHECK(judged(live(99'999'999)) == "expired");
}

TEST_CASE("member code: a live code counts once") {
  card::MemberCodes codes;
  CHECK(judged(codes, live(kSlot)) == kNumber + " live");
  CHECK(judged(codes, live(kSlot)) == "replay");
  CHECK(judged(codes, live(kSlot), kNow_s + 30) == "replay");
  CHECK(judged(codes, live(kSlot), kNow_s + 60) == "expired");
  CHECK(judged(codes, live(kSlot + 1)) == kNumber + " live");
  CHECK(judged(codes, live(kSlot, "9001000026")) == "9001000026 live");
  CHECK(judged(codes, live(kSlot + 1), kNow_s + 60) == "replay");  // older ones are forgotten, this one is not
}

TEST_CASE("member code: a full memory refuses rather than forgets, and empties with time") {
  card::MemberCodes codes;
  for (std::size_t i = 0; i < card::MemoryUsedCodes::kMaxUsed; ++i) {
    const std::string body = std::to_string(900'100'000 + i);
    const std::string number = body + *base::luhnCheckDigit(body);
    REQUIRE(judged(codes, live(kSlot, number)) == number + " live");
  }
  const std::string body = "900199999";
  const std::string last = body + *base::luhnCheckDigit(body);
  CHECK(judged(codes, live(kSlot, last)) == "replay");
  CHECK(judged(codes, live(kSlot + 2, last), kNow_s + 60) == last + " live");
}

TEST_CASE("member code: any changed character is refused") {
  const std::string code = live(kSlot);
  const std::string characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (std::size_t at = 0; at < code.size(); ++at)
    for (const char c : characters) {
      if (c == code[at]) continue;
      std::string changed = code;
      changed[at] = c;
      const std::string plain = judged(changed);
      CHECK((plain == "unreadable" || plain == "not_ours"));
      if (at + 1 == code.size()) continue;
      const std::string forged = judged(mended(changed));
      CHECK((forged == "bad_mac" || forged == "not_ours" || forged == "unreadable"));
    }
  for (std::size_t size = 0; size < code.size(); ++size) CHECK(judged(code.substr(0, size)) == "not_ours");
  CHECK(judged(code + "0") == "not_ours");
}

TEST_CASE("member code: another slot, another member, another shop") {
  std::string later = live(kSlot);
  later.replace(14, 8, "29400001");
  CHECK(judged(mended(later)) == "bad_mac");
  std::string other = live(kSlot);
  other.replace(4, 10, "9001000026");
  CHECK(judged(mended(other)) == "bad_mac");
  card::ShopKeys keys = shop();
  keys.code->at(31) ^= 1U;
  CHECK(judged(live(kSlot), kNow_s, keys) == "bad_mac");
  keys.code.reset();
  CHECK(judged(live(kSlot), kNow_s, keys) == "not_ours");
  CHECK(judged(live(0), kNow_s, shop()) == "expired");
  std::string old_and_false = live(0);
  old_and_false[22] = old_and_false[22] == '0' ? '1' : '0';
  CHECK(judged(mended(old_and_false)) == "bad_mac");  // nothing is said about the time to who has no key
}

TEST_CASE("member code: of many threads with one code one has it") {
  card::MemberCodes codes;
  const std::string code = live(kSlot);
  std::atomic<int> taken{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      if (codes.judge(code, shop(), kNow_s)) ++taken;
    });
  for (auto& thread : threads) thread.join();
  CHECK(taken == 1);
}

}  // namespace
