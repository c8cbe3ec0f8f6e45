#include "tests/wedge/display.hpp"

#include <xcb/xtest.h>

#include <QElapsedTimer>
#include <QThread>
#include <atomic>
#include <csignal>
#include <limits>
#include <thread>

#include "core/base/result.hpp"

namespace kahui::test {

Display::Display() : m_name(qEnvironmentVariable("KAHUI_DISPLAY").toStdString()) {
  if (m_name.empty()) {
    m_server.emplace(
        std::vector<std::string>{"Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"});
    const auto number = m_server->line();
    KAHUI_ASSERT(number && !number->empty());
    m_name = ":" + *number;
  }
  qputenv("DISPLAY", QByteArray::fromStdString(m_name));
}

Display::~Display() {
  if (!m_server) return;
  m_server->send(SIGTERM);
  m_server->wait();
}

void Display::setLayout(const std::string& layout) const {
  ChildProcess change({"setxkbmap", "-display", m_name, layout});
  KAHUI_ASSERT(change.wait() == 0);
}

const Display*& currentDisplay() {
  static const Display* display = nullptr;
  return display;
}

VirtualKeyboard::VirtualKeyboard() : m_connection(xcb_connect(nullptr, nullptr)) {
  KAHUI_ASSERT(xcb_connection_has_error(m_connection) == 0);
}

VirtualKeyboard::~VirtualKeyboard() { xcb_disconnect(m_connection); }

void VirtualKeyboard::focus(WId window) const {
  xcb_set_input_focus(m_connection, XCB_INPUT_FOCUS_PARENT, static_cast<xcb_window_t>(window), XCB_CURRENT_TIME);
  xcb_flush(m_connection);
}

void VirtualKeyboard::send(const magstripe::Key& key) const {
  xcb_test_fake_input(m_connection, key.press ? XCB_KEY_PRESS : XCB_KEY_RELEASE,
                      static_cast<std::uint8_t>(key.code + 8), XCB_CURRENT_TIME, XCB_NONE, 0, 0, 0);
  xcb_flush(m_connection);
}

void VirtualKeyboard::play(const Keys& keys, int settle_ms) const {
  const auto list = keys.inOrder();
  std::atomic<bool> done = false;
  std::thread player([&] {
    const auto start = std::chrono::steady_clock::now();
    for (const auto& key : list) {
      std::this_thread::sleep_until(start + std::chrono::microseconds(key.time_us - list.front().time_us));
      send(key);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(settle_ms));
    done = true;
  });
  serveUntil([&] { return done.load(); }, std::numeric_limits<int>::max());
  player.join();
  QCoreApplication::processEvents();
}

void VirtualKeyboard::tap(std::uint32_t code) const { play(Keys().press(code).release(code, 10'000), 100); }

bool serveUntil(const std::function<bool()>& done, int limit_ms) {
  QElapsedTimer since;
  since.start();
  while (!done() && since.elapsed() < limit_ms) {
    QCoreApplication::processEvents();
    QThread::usleep(500);
  }
  return done();
}

}  // namespace kahui::test
