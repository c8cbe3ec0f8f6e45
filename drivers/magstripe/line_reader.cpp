#include "drivers/magstripe/line_reader.hpp"

#include <openssl/crypto.h>
#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>

namespace kahui::magstripe {
namespace {

using ports::ReaderAdvice;
using ports::ReaderState;
using std::chrono::steady_clock;

constexpr Trouble kReady{ReaderState::Ready, ReaderAdvice::None};
constexpr Trouble kGone{ReaderState::Gone, ReaderAdvice::PlugReaderIn};

std::int64_t now_us() {
  return std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now().time_since_epoch()).count();
}

// For poll(): rounded up, so that the deadline has passed when it wakes.
int timeout_ms(std::optional<std::int64_t> deadline_us) {
  if (!deadline_us) return -1;
  return static_cast<int>(std::max<std::int64_t>(0, (*deadline_us - now_us() + 999) / 1000));
}

}  // namespace

LineReader::LineReader(std::unique_ptr<Device> device, std::shared_ptr<Judge> judge, BackOff back_off)
    : m_device(std::move(device)),
      m_judge(std::move(judge)),
      m_back_off(back_off),
      m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  KAHUI_ASSERT(m_device != nullptr && m_judge != nullptr && m_wake.get() >= 0);
}

LineReader::~LineReader() { stop(); }

void LineReader::start(ports::ReaderEventSink sink) {
  KAHUI_ASSERT(!m_thread.joinable());
  m_sink = std::move(sink);
  m_thread = std::thread(&LineReader::run, this);
}

void LineReader::stop() {
  if (!m_thread.joinable()) return;
  KAHUI_ASSERT(::eventfd_write(m_wake.get(), 1) == 0);
  m_thread.join();
}

ports::ReaderChanged LineReader::look() {
  KAHUI_ASSERT(!m_thread.joinable());
  const auto fd = m_device->open();
  const Trouble health = fd ? kReady : fd.error();
  return {m_device->name(), m_device->kind(), health.state, health.advice};
}

void LineReader::run() {
  for (int retry_ms = m_back_off.first_ms;; retry_ms = std::min(2 * retry_ms, m_back_off.longest_ms)) {
    if (const auto fd = m_device->open()) {
      report(kReady);
      const std::int64_t opened_us = now_us();
      if (!serve(fd->get())) break;
      if (m_framer.isUnderWay()) m_sink(ports::CardRefused{m_device->name(), ports::RefuseReason::Torn});
      m_framer.clear();
      report(kGone);
      // One that comes and goes at once is tried ever more slowly.
      if (now_us() - opened_us > std::int64_t{m_back_off.longest_ms} * 1000) retry_ms = m_back_off.first_ms;
    } else {
      report(fd.error());
    }
    if (waitForStop(retry_ms)) break;
  }
  m_framer.clear();
}

// False when it was told to stop, true when the device is gone.
bool LineReader::serve(int fd) {
  for (;;) {
    std::array<pollfd, 2> waiting = {pollfd{m_wake.get(), POLLIN, 0}, pollfd{fd, POLLIN, 0}};
    if (::poll(waiting.data(), waiting.size(), timeout_ms(m_framer.deadline())) < 0 && errno != EINTR) return true;
    if (waiting[0].revents != 0) return false;
    const std::int64_t woken_us = now_us();
    // What lay in the device while this thread was held up came before the silence that is seen now.
    if ((waiting[1].revents & POLLIN) != 0) {
      if (!takeBytes(fd, woken_us)) return true;
    } else if (waiting[1].revents != 0) {
      return true;
    } else if (m_framer.silence(woken_us)) {
      present();
    }
  }
}

// False: the device is gone.
bool LineReader::takeBytes(int fd, std::int64_t woken_us) {
  std::array<std::uint8_t, 256> bytes{};
  const ssize_t count = ::read(fd, bytes.data(), bytes.size());
  if (count < 0) return errno == EAGAIN || errno == EINTR;
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    char c = 0;
    switch (m_device->decode(bytes.at(i), c)) {
      case Device::Input::Nothing: break;
      case Device::Input::Lost: m_framer.markBroken(woken_us); break;
      case Device::Input::Character:
        if (m_framer.push(c, woken_us)) present();
        OPENSSL_cleanse(&c, sizeof c);
        break;
    }
  }
  OPENSSL_cleanse(bytes.data(), bytes.size());
  return count > 0;
}

bool LineReader::waitForStop(int limit_ms) const {
  pollfd waiting{m_wake.get(), POLLIN, 0};
  return ::poll(&waiting, 1, limit_ms) > 0;
}

void LineReader::report(Trouble health) {
  if (m_reported == health) return;
  m_reported = health;
  m_sink(ports::ReaderChanged{m_device->name(), m_device->kind(), health.state, health.advice});
}

void LineReader::present() {
  auto verdict = m_judge->judge(m_framer.text());
  const std::int64_t elapsed_us = now_us() - m_framer.begun_us();
  m_framer.clear();
  tell(m_sink, m_device->name(), std::move(verdict), elapsed_us);
}

}  // namespace kahui::magstripe
