// Takes the swipes and scans of a keyboard wedge out of the keys of the application's windows, on X11, below the input
// method (ui.md section 2). GUI thread.
#pragma once

#include <xcb/xcb.h>

#include <QAbstractNativeEventFilter>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <array>
#include <deque>
#include <functional>
#include <string_view>

#include "drivers/magstripe/key_filter.hpp"

namespace kahui::wedge {

class XcbKeyTap final : public QObject, public QAbstractNativeEventFilter {
 public:
  // A finished scan or swipe, and the time since its first key; empty: a swipe that was not whole. The text is wiped
  // after the call.
  using Scanned = std::function<void(std::string_view frame, std::int64_t elapsed_us)>;

  // Installs itself. On a platform other than xcb it does nothing.
  explicit XcbKeyTap(Scanned scanned, magstripe::KeyThresholds thresholds = {});
  ~XcbKeyTap() override;

  bool nativeEventFilter(const QByteArray& type, void* message, qintptr* result) override;

 private:
  // What names a key event on its way: a sent one comes back with the same.
  struct Sent {
    std::uint8_t type = 0;
    xcb_keycode_t code = 0;
    xcb_timestamp_t time = 0;
    bool operator==(const Sent&) const = default;
  };
  static constexpr std::size_t kSlots = 128;  // more than the filter ever holds

  bool take(const xcb_key_press_event_t& event);
  magstripe::Key keyOf(const xcb_key_press_event_t& event);
  void obey(const magstripe::KeyOutcome& outcome);
  void send(const xcb_key_press_event_t& event);
  [[nodiscard]] bool isReturning(const xcb_key_press_event_t& event);
  void arm();
  void onTimer();

  xcb_connection_t* m_connection = nullptr;  // Qt's; null: not on X11
  Scanned m_scanned;
  magstripe::KeyFilter m_filter;
  std::array<xcb_key_press_event_t, kSlots> m_raw{};  // by tag; wiped when the filter lets go
  std::uint64_t m_next_tag = 0;
  std::deque<Sent> m_under_way;
  QElapsedTimer m_last_sent;
  std::int64_t m_time_us = 0;  // of the last key, from the first on
  std::optional<xcb_timestamp_t> m_time;
  std::int64_t m_burst_us = 0;  // first key of the burst
  std::optional<Sent> m_last_release;
  QTimer m_timer;
  QElapsedTimer m_armed;
  bool m_passed_once = false;  // the queue had its pass after a late timer
};

}  // namespace kahui::wedge
