#include "tests/e2e/screen.hpp"

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace kahui::test {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kPatience = 30s;
constexpr auto kQuiet = 250ms;
constexpr const char* kHumanDelay_ms = "160";  // faster digits with Return behind them are a scanner's

}  // namespace

Screen::Screen(const std::filesystem::path& store, const std::vector<std::string>& arguments)
    : m_log(store.string() + ".painted"),
      m_server(std::make_unique<ChildProcess>(
          std::vector<std::string>{"Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"})) {
  const auto number = m_server->line(kPatience);
  if (!number || number->empty()) throw std::runtime_error("Xvfb does not start");
  m_display = ":" + *number;
  launch(store, arguments);
}

Screen::~Screen() {
  m_till.reset();  // ends it
  m_server->send(SIGTERM);
  m_server->wait();
}

void Screen::launch(const std::filesystem::path& store, const std::vector<std::string>& arguments) {
  std::vector<std::string> command{"env",
                                   "DISPLAY=" + m_display,
                                   "QT_QPA_PLATFORM=xcb",
                                   "KAHUI_PROBE=" + m_log.string(),
                                   KAHUI_BIN_DIR "/kahui-till",
                                   "--store",
                                   store.string(),
                                   "--demo",
                                   "--lang",
                                   "zh_CN",
                                   "--size",
                                   "1366x768"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  m_till = std::make_unique<ChildProcess>(command);
  const auto until = Clock::now() + kPatience;
  while (m_window.empty() && Clock::now() < until) {
    ChildProcess search(
        {"env", "DISPLAY=" + m_display, "xdotool", "search", "--onlyvisible", "--pid", std::to_string(m_till->pid())});
    if (const auto found = search.line()) m_window = *found;
    search.wait();
    std::this_thread::sleep_for(100ms);
  }
  if (m_window.empty()) throw std::runtime_error("the till shows no window: " + m_till->errors());
  settle();
  if (tool({"windowfocus", "--sync", m_window}) != 0) throw std::runtime_error("the window takes no keys");
}

int Screen::tool(std::vector<std::string> words) const {
  words.insert(words.begin(), {"env", "DISPLAY=" + m_display, "xdotool"});
  ChildProcess run(words);
  return run.wait(kPatience);
}

std::uintmax_t Screen::painted() const {
  std::error_code missing;
  const auto size = std::filesystem::file_size(m_log, missing);
  return missing ? 0 : size;
}

void Screen::settle() {
  const auto until = Clock::now() + kPatience;
  auto last = painted();
  auto since = Clock::now();
  while (Clock::now() < until && Clock::now() - since < kQuiet) {
    std::this_thread::sleep_for(20ms);
    if (const auto now = painted(); now != last) {
      last = now;
      since = Clock::now();
    }
  }
}

void Screen::press(const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    if (tool({"key", key}) != 0) throw std::runtime_error("no key " + key);
    settle();
  }
}

void Screen::type(const std::string& text) {
  if (tool({"type", "--delay", kHumanDelay_ms, text}) != 0) throw std::runtime_error("cannot type");
  settle();
  press({"Return"});
}

void Screen::kill() {
  m_till->send(SIGKILL);
  m_till->wait();
}

void Screen::picture(const std::string& name) const {
  const char* folder = std::getenv("KAHUI_PICTURES");
  if (folder == nullptr) return;
  ChildProcess shot({"env", "DISPLAY=" + m_display, "import", "-window", "root",
                     (std::filesystem::path(folder) / (name + ".png")).string()});
  shot.wait(kPatience);
}

}  // namespace kahui::test
