// Tracks of a stripe and what is made of them (cards.md section 3, faults 24, 25, 29).
#include <set>

#include "core/base/check_digit.hpp"
#include "drivers/card/stripe/bank_card.hpp"
#include "drivers/card/stripe/judge_swipe.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace kahui;
using card::TrackState;
using ports::RefuseReason;
using States = std::array<TrackState, 3>;

constexpr auto kBlank = TrackState::Blank;
constexpr auto kGood = TrackState::Good;
constexpr auto kBad = TrackState::Bad;

const card::MemberNumberFormat kOurs{.prefixes = {"9001"}, .length = 10};
const std::string kNumber = "9001000018";
const std::string kSwipe = "%N9001000018^WANG/LI^?;9001000018=9912101?";

States states(std::string_view text) {
  const card::Tracks tracks = card::parseSwipe(text);
  return {tracks[0].state, tracks[1].state, tracks[2].state};
}

std::string judged(std::string_view text, const card::MemberNumberFormat& format = kOurs) {
  const auto number = card::judgeSwipe(card::parseSwipe(text), format);
  return number ? *number : std::string(ports::name(number.error()));
}

std::string withLrc(int track_no, const std::string& text) { return text + card::stripeLrc(track_no, text).value(); }

TEST_CASE("stripe: the published LRC and its bits") {
  REQUIRE(card::stripeLrc(1, "%AT3?") == '<');
  std::string bits;  // least significant first, then odd parity
  for (const char c : std::string("%AT3?<")) {
    const unsigned value = static_cast<unsigned>(c - ' ');
    unsigned ones = 0;
    for (unsigned i = 0; i < 6; ++i) {
      bits += (value >> i & 1U) != 0 ? '1' : '0';
      ones += value >> i & 1U;
    }
    bits += ones % 2 == 0 ? "1 " : "0 ";
  }
  CHECK(bits == "1010001 1000011 0010110 1100100 1111100 0011100 ");
  CHECK(card::stripeLrc(2, ";1?") == '5');
  CHECK(card::stripeLrc(3, "+1?") == '5');  // the same SS on the stripe
  CHECK_FALSE(card::stripeLrc(2, ";A?"));
}

TEST_CASE("stripe: tracks present, blank and in error") {
  CHECK(states("") == States{kBlank, kBlank, kBlank});
  CHECK(states("%AT3?") == States{kGood, kBlank, kBlank});
  CHECK(states(";123?") == States{kBlank, kGood, kBlank});
  CHECK(states("+123?") == States{kBlank, kBlank, kGood});
  CHECK(states("%AT3?;123?+456?") == States{kGood, kGood, kGood});
  CHECK(states("%AT3?;123?;456?") == States{kGood, kGood, kGood});
  CHECK(states("%AT3?;E?+E?") == States{kGood, kBad, kBad});
  CHECK(states("%E?;123?") == States{kBad, kGood, kBlank});
  CHECK(states("%?;123?+?") == States{kBlank, kGood, kBlank});
  CHECK(states("\x02%AT3?;123?\x03") == States{kGood, kGood, kBlank});
  CHECK(states("%AT3?;123?\r\n") == States{kGood, kGood, kBlank});
  CHECK(card::parseSwipe("%AT3?;123?")[1].data.view() == "123");
}

TEST_CASE("stripe: tracks out of order or with something between are all bad") {
  for (const char* text : {";123?%AT3?", "%A?%A?", "%A?;1?%A?;1?", "+1?;2?", "x%A?", "%A? ;1?;2?", "123", "?", "A?",
                           ";123?+4?;5?", "?321;", "%A?;1?+2?+3?"})
    CHECK(states(text) == States{kBad, kBad, kBad});
}

TEST_CASE("stripe: what the standards do not allow is bad") {
  CHECK(states("%A") == States{kBad, kBlank, kBlank});
  CHECK(states("%a?") == States{kBad, kBlank, kBlank});
  CHECK(states(";12A?") == States{kBlank, kBad, kBlank});
  CHECK(states(";1 2?") == States{kBlank, kBad, kBlank});
  CHECK(states("%AB;123?") == States{kBad, kBlank, kBlank});
  for (const auto& [begin, longest, place] :
       {std::tuple{"%", std::size_t{76}, std::size_t{0}}, std::tuple{";", std::size_t{37}, std::size_t{1}},
        std::tuple{"+", std::size_t{104}, std::size_t{2}}}) {
    CHECK(states(begin + std::string(longest, '1') + "?").at(place) == kGood);
    CHECK(states(begin + std::string(longest + 1, '1') + "?").at(place) == kBad);
  }
  CHECK(states("%" + std::string(1000, '1')).at(0) == kBad);
}

TEST_CASE("stripe: an LRC is checked where it is sent") {
  const std::string one = withLrc(1, "%AT3?");
  const std::string two = withLrc(2, ";9001000018=99?");
  CHECK(states(one) == States{kGood, kBlank, kBlank});
  CHECK(states(one + two + withLrc(3, "+77?")) == States{kGood, kGood, kGood});
  CHECK(states("%E?" + two) == States{kBad, kGood, kBlank});
  CHECK(states("%?" + two) == States{kBlank, kGood, kBlank});
  CHECK(judged(one + two) == kNumber);
  // Digits whose LRC is itself a sentinel.
  bool seen = false;
  for (int i = 0; i < 100; ++i) {
    const std::string track = withLrc(2, ";" + std::to_string(100 + i) + "?");
    CHECK(states(track) == States{kBlank, kGood, kBlank});
    CHECK(states(track + withLrc(3, "+5?")) == States{kBlank, kGood, kGood});
    seen = seen || track.back() == ';';
  }
  CHECK(seen);
}

TEST_CASE("stripe: every wrong LRC refuses the card") {
  const std::string track = ";9001000018=99?";
  const char right = *card::stripeLrc(2, track);
  int refused = 0;
  for (int c = 0x20; c < 0x7F; ++c) {
    if (c == right) continue;
    CHECK(judged(track + static_cast<char>(c)) == "unreadable");
    ++refused;
  }
  CHECK(refused == 0x7F - 0x20 - 1);
}

TEST_CASE("stripe: the member number is found on each track") {
  CHECK(judged(kSwipe) == kNumber);
  CHECK(judged(";9001000018?") == kNumber);
  CHECK(judged(";9001000018=9912101?") == kNumber);
  CHECK(judged("%9001000018?") == kNumber);
  CHECK(judged("%N9001000018^X?") == kNumber);
  CHECK(judged("+9001000018=1?") == kNumber);
  CHECK(judged("+019001000018=1?") == kNumber);
  CHECK(judged("%E?;9001000018?") == kNumber);
  CHECK(judged("%N?;E?+9001000018?") == kNumber);
}

TEST_CASE("stripe: whole but not ours, misread, or of two members") {
  CHECK(judged(";12345?") == "not_ours");
  CHECK(judged("%AT3?") == "not_ours");
  CHECK(judged(";8001000010?") == "not_ours");
  CHECK(judged(";90010000180?") == "not_ours");  // one digit more
  CHECK(judged(";9001000018?", {}) == "not_ours");
  CHECK(judged("%E?;12345?") == "unreadable");
  CHECK(judged("%E?;E?") == "unreadable");
  CHECK(judged("") == "unreadable");
  CHECK(judged(";9001000019?") == "unreadable");  // check digit
  CHECK(judged("%N9001000026^?;9001000018?") == "unreadable");
  CHECK(judged(";9001000018?;9001000018?") == kNumber);  // twice in one frame without an end between
  CHECK(judged(";9001000018?;9001000026?") == "unreadable");
  CHECK(judged(kSwipe + kSwipe) == "unreadable");
}

TEST_CASE("stripe: a cut at each length never makes another number") {
  const std::string lrc = withLrc(1, "%N9001000018^WANG/LI^?") + withLrc(2, ";9001000018=9912101?");
  for (const std::string& swipe : {kSwipe, lrc}) {
    const std::size_t first_whole = swipe.find('?') + 1;
    for (std::size_t size = 0; size < swipe.size(); ++size) {
      const std::string end = judged(swipe.substr(0, size));
      CHECK((end == "unreadable" || (size >= first_whole && end == kNumber)));
      const std::string start = judged(swipe.substr(swipe.size() - size));
      CHECK((start == "unreadable" || start == kNumber));
    }
  }
  const std::string track = ";9001000018?";
  for (std::size_t size = 0; size < track.size(); ++size) {
    CHECK(judged(track.substr(0, size)) == "unreadable");
    CHECK(judged(track.substr(track.size() - size)) == "unreadable");
  }
}

TEST_CASE("stripe: noise at each place never makes another number") {
  for (const std::string& swipe : {kSwipe, std::string(";9001000018?"), withLrc(2, ";9001000018=99?")})
    for (std::size_t at = 0; at < swipe.size(); ++at) {
      for (int c = 1; c < 256; ++c) {
        std::string changed = swipe;
        changed[at] = static_cast<char>(c);
        std::string longer = swipe;
        longer.insert(at, 1, static_cast<char>(c));
        for (const std::string& text : {changed, longer}) {
          const std::string result = judged(text);
          const bool fine =
              result == "unreadable" || result == kNumber || result == "bank_card" || result == "not_ours";
          if (!fine) FAIL(result << " at " << at << " from character " << c);
        }
      }
    }
}

TEST_CASE("stripe: a reversed swipe is unreadable") {
  CHECK(judged(std::string(kSwipe.rbegin(), kSwipe.rend())) == "unreadable");
}

std::string withLuhn(const std::string& body) { return body + *base::luhnCheckDigit(body); }

std::string filled(const std::string& head, std::size_t length) {
  std::string body = head;
  while (body.size() + 1 < length) body += static_cast<char>('0' + body.size() * 7 % 10);
  return withLuhn(body);
}

TEST_CASE("stripe: bank cards of each brand are refused on each track") {
  const std::vector<std::pair<std::string, std::size_t>> brands = {
      {"4", 13},  {"4", 16},   {"4", 19},   {"51", 16}, {"55", 16},   {"2221", 16}, {"2720", 16},
      {"34", 15}, {"37", 15},  {"62", 16},  {"62", 19}, {"3528", 16}, {"3589", 16}, {"36", 14},
      {"38", 14}, {"300", 14}, {"305", 14}, {"39", 14}, {"6011", 16}, {"644", 16},  {"649", 16},
      {"65", 16}, {"50", 12},  {"56", 13},  {"69", 19}, {"9558", 19}, {"95599", 19}};
  for (const auto& [head, length] : brands) {
    const std::string pan = filled(head, length);
    INFO(head);
    CHECK(card::isBankNumber(pan));
    CHECK(judged("%B" + pan + "^DOE/JANE^2512101?") == "bank_card");
    CHECK(judged(";" + pan + "=2512101123?") == "bank_card");
    CHECK(judged(";" + pan + "?") == "bank_card");
    CHECK(judged("+01" + pan + "=1?") == "bank_card");
    CHECK(judged("%B" + pan + "^DOE/JANE^2512101?;" + pan + "=2512101?+01" + pan + "=?") == "bank_card");
    CHECK(judged("%B" + pan + "^DOE") == "bank_card");  // cut
    CHECK(judged(";" + pan + "=25") == "bank_card");    // cut
    CHECK(judged("%E?;" + pan + "=2512101?") == "bank_card");
    CHECK(judged(kSwipe + "+01" + pan + "=2512101?") == "bank_card");  // beside a member's number
  }
}

TEST_CASE("stripe: UnionPay and old debit cards are known without a right check digit") {
  for (const char* head : {"62", "9558", "95599"}) {
    std::string pan = filled(head, 19);
    pan.back() = pan.back() == '9' ? '0' : static_cast<char>(pan.back() + 1);
    CHECK_FALSE(base::validLuhn(pan));
    CHECK(judged(";" + pan + "?") == "bank_card");
    CHECK(judged(";" + pan + "=2512201?") == "bank_card");
  }
}

TEST_CASE("stripe: a number of no known brand with an expiry date is a bank card, without one just not ours") {
  CHECK(judged(";1234567890123456=2512101?") == "bank_card");
  CHECK(judged(";1234567890123456=2513101?") == "not_ours");  // month 13
  CHECK(judged(";1234567890123456=25121?") == "not_ours");
  CHECK(judged(";1234567890123456?") == "not_ours");
  CHECK(judged(";12345678901=2512101?") == "not_ours");                // 11 digits
  CHECK(judged("%B9001000018^WANG/LI^?;9001000018?") == "bank_card");  // format B is the banks', whoever uses it
}

TEST_CASE("stripe: the shop's list goes before the banks', but a bank's card stays out") {
  const card::MemberNumberFormat wide{.prefixes = {"9001", "62"}, .length = 16};
  const std::string ours = filled("9001", 16);
  CHECK(judged(";" + ours + "=2512101?", wide) == ours);  // long, with Luhn and a tail, but in no bank's range
  const std::string clash = filled("62", 16);
  CHECK(judged(";" + clash + "?", wide) == clash);
  CHECK(judged(";" + clash + "=2512101?", wide) == "bank_card");
}

}  // namespace
