// No digit of a bank card is left anywhere (issue 4, cards.md fault 29, reliability.md T11): 10,000 cards are swiped
// through the program, and what it said, what it wrote and what it still has in memory is searched for them.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <regex>
#include <set>
#include <sstream>

#include "core/base/check_digit.hpp"
#include "drivers/card/stripe/tracks.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/temp_folder.hpp"

namespace {

using namespace kahui;
using nlohmann::json;
using test::ChildProcess;

// In each card's name and behind each expiry date; unlike anything else in the program.
const std::string kNameMarker = "QZXWMARK";
const std::string kDigitMarker = "73190264";

struct Brand {
  const char* head;
  std::size_t length;
  bool luhn;
};
constexpr Brand kBrands[] = {{"4", 16, true},    {"4", 19, true},     {"4", 13, true},     {"51", 16, true},
                             {"2221", 16, true}, {"34", 15, true},    {"37", 15, true},    {"62", 16, true},
                             {"62", 19, false},  {"62", 16, false},   {"3528", 16, true},  {"36", 14, true},
                             {"300", 14, true},  {"6011", 16, true},  {"65", 16, true},    {"50", 12, true},
                             {"56", 19, true},   {"9558", 19, false}, {"95599", 19, false}};

std::string makePan(std::mt19937& random, std::size_t i) {
  const Brand& brand = kBrands[i % std::size(kBrands)];
  std::string pan = brand.head;
  while (pan.size() + 1 < brand.length) pan += static_cast<char>('0' + random() % 10);
  const char right = *base::luhnCheckDigit(pan);
  const char wrong = right == '9' ? '0' : static_cast<char>(right + 1);
  return pan + (brand.luhn ? right : wrong);
}

// Whole cards in the ways readers send them, and some that are cut or damaged.
std::string makeSwipe(const std::string& pan, std::size_t i, std::mt19937& random) {
  const std::string one = "%B" + pan + "^" + kNameMarker + "/A^2512101" + kDigitMarker + "?";
  const std::string two = ";" + pan + "=2512101" + kDigitMarker + "?";
  const std::string three = "+01" + pan + "=" + kDigitMarker + "?";
  switch (i % 8) {
    case 0: return one + two + "\r";
    case 1: return two + "\r\n";
    case 2: return "\x02" + one + two + three + "\x03";
    case 3: return one + *card::stripeLrc(1, one) + two + *card::stripeLrc(2, two) + "\r";
    case 4: return "%E?" + two + "+E?\r";
    case 5: return (one + two).substr(0, 8 + random() % (one.size() + two.size() - 8)) + "\r";
    case 6: {
      std::string noisy = one + two;
      noisy[random() % noisy.size()] = static_cast<char>('!' + random() % 90);
      return noisy + "\r";
    }
    default: return one + two + one + two + "\r";
  }
}

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Everything the process can write to, as long as this user may look; nothing if not (then the flag of undumpable
// processes has just been proved).
std::string memoryOf(pid_t pid) {
  std::string memory;
  const std::string folder = "/proc/" + std::to_string(pid);
  std::ifstream maps(folder + "/maps");
  const int mem = ::open((folder + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
  if (mem < 0) return memory;
  for (std::string line; std::getline(maps, line);) {
    std::istringstream fields(line);
    std::size_t begin = 0;
    std::size_t end = 0;
    char dash = 0;
    std::string rights;
    fields >> std::hex >> begin >> dash >> end >> rights;
    if (rights.substr(0, 2) != "rw" || end - begin > (256U << 20U)) continue;
    std::string region(end - begin, '\0');
    const ssize_t count = ::pread(mem, region.data(), region.size(), static_cast<off_t>(begin));
    if (count > 0) memory.append(region, 0, static_cast<std::size_t>(count));
  }
  ::close(mem);
  return memory;
}

struct Swiped {
  std::vector<std::string> pans;
  std::string said;  // all output but the reader's name
  std::map<std::string, int> reasons;
};

class Counter {
 public:
  explicit Counter(bool as_json) : m_line(m_folder.path() / "reader") {
    std::filesystem::create_directory(m_folder.path() / "home");
    std::ofstream(m_folder.path() / "keys.json") << R"({"prefixes":["9001"],"member_length":10})";
    std::vector<std::string> command = {"/usr/bin/env",
                                        "-C",
                                        m_folder.path().string(),
                                        "HOME=" + (m_folder.path() / "home").string(),
                                        KAHUI_BIN_DIR "/kahuictl",
                                        "readers",
                                        "--watch",
                                        "--device",
                                        "serial:" + m_line.path(),
                                        "--keys",
                                        "keys.json"};
    if (as_json) command.emplace_back("--json");
    m_program.emplace(command);
    REQUIRE(m_program->line());  // ready
  }

  std::string answer() {
    const auto line = m_program->line();
    REQUIRE(line);
    return std::regex_replace(*line, std::regex(m_line.path()), "READER");
  }
  test::PseudoTerminal& line() { return m_line; }
  ChildProcess& program() { return *m_program; }
  const std::filesystem::path& folder() { return m_folder.path(); }

 private:
  test::TempFolder m_folder;
  test::PseudoTerminal m_line;
  std::optional<ChildProcess> m_program;
};

// Any six digits of a card in a row, not only all of them.
void checkNoDigits(const std::string& where, const std::string& text, const std::vector<std::string>& pans) {
  INFO(where);
  std::set<std::string> pieces = {kNameMarker, kDigitMarker};
  for (const std::string& pan : pans)
    for (std::size_t at = 0; at + 6 <= pan.size(); ++at) pieces.insert(pan.substr(at, 6));
  for (std::size_t at = 0; at + 6 <= text.size(); ++at)
    if (pieces.count(text.substr(at, 6)) != 0) FAIL("six digits of a card at " << at);
  CHECK(text.find(kNameMarker) == std::string::npos);
  CHECK(text.find(kDigitMarker) == std::string::npos);
}

TEST_CASE("bank cards: of 10,000 swipes no digit is left in output, files or memory") {
  std::mt19937 random(4);
  Counter counter(/*as_json=*/true);
  Swiped swiped;
  for (std::size_t i = 0; i < 10'000; ++i) {
    swiped.pans.push_back(makePan(random, i));
    counter.line().send(makeSwipe(swiped.pans.back(), i, random));
    const std::string line = counter.answer();
    swiped.said += line + "\n";
    const json event = json::parse(line);
    REQUIRE(event["event"] == "refused");
    ++swiped.reasons[event["reason"]];
    if (i % 8 < 5) REQUIRE(event["reason"] == "bank_card");
  }
  CHECK(swiped.reasons["bank_card"] >= 9000);
  CHECK(swiped.reasons["bank_card"] + swiped.reasons["unreadable"] == 10'000);
  const std::string memory = memoryOf(counter.program().pid());
  if (::geteuid() == 0) CHECK(memory.size() > 100'000);
  CHECK(memory.find(kNameMarker) == std::string::npos);
  CHECK(memory.find(kDigitMarker) == std::string::npos);
  for (const std::string& pan : swiped.pans)
    if (memory.find(pan.substr(pan.size() - 10)) != std::string::npos) FAIL("a card is still in memory");

  counter.line().send(";9001000018?\r");  // it was listening all the time
  CHECK(json::parse(counter.answer())["credential"] == "9001000018");
  counter.program().send(SIGTERM);
  CHECK(counter.program().wait() == 0);
  checkNoDigits("output", swiped.said, swiped.pans);
  CHECK(counter.program().errors().empty());
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(counter.folder())) {
    files.push_back(entry.path().filename());
    if (entry.is_regular_file() && !entry.is_symlink())
      checkNoDigits(entry.path(), contentOf(entry.path()), swiped.pans);
  }
  std::sort(files.begin(), files.end());
  CHECK(files == std::vector<std::string>{"home", "keys.json", "reader"});
}

TEST_CASE("bank cards: the words for people are neutral and hold no digit either") {
  std::mt19937 random(5);
  Counter counter(/*as_json=*/false);
  std::vector<std::string> pans;
  for (std::size_t i = 0; i < 200; ++i) {
    pans.push_back(makePan(random, i));
    counter.line().send(";" + pans.back() + "=2512101?\r");
    CHECK(counter.answer() == "serial:READER: card refused, it is a bank card");
  }
  counter.program().send(SIGTERM);
  CHECK(counter.program().wait() == 0);
  CHECK(counter.program().errors().empty());
}

TEST_CASE("bank cards: a crash in the middle of a swipe leaves no core file") {
  Counter counter(/*as_json=*/true);
  counter.line().send("%B6222020200112233445^" + kNameMarker);
  counter.program().send(SIGABRT);
  CHECK(counter.program().wait() == -1);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(counter.folder()))
    CHECK(entry.path().filename().string().find("core") == std::string::npos);
}

}  // namespace
