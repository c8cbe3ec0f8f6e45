#include "app/wedge/xcb_key_tap.hpp"

#include <QCoreApplication>
#include <QGuiApplication>
#include <cstdlib>
#include <cstring>

namespace kahui::wedge {
namespace {

using magstripe::Key;
using magstripe::KeyOutcome;
using magstripe::KeyVerdict;

constexpr std::uint8_t kSentBit = 0x80;
constexpr xcb_keycode_t kFirstCode = 8;  // X11 counts input codes from here
constexpr std::uint16_t kOtherModifiers = XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 | XCB_MOD_MASK_4 | XCB_MOD_MASK_5;
constexpr std::int64_t kUsPerMs = 1000;
constexpr int kPass_ms = 5;             // for keys that wait in the queue behind a late timer
constexpr qint64 kLostAfter_ms = 1000;  // a returned key that does not arrive went to a window that is gone

std::uint8_t typeOf(const xcb_key_press_event_t& event) { return event.response_type & std::uint8_t{0x7F}; }

xcb_connection_t* connectionOfQt() {
  const auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
  return x11 == nullptr ? nullptr : x11->connection();
}

}  // namespace

XcbKeyTap::XcbKeyTap(Scanned scanned, magstripe::KeyThresholds thresholds)
    : m_connection(connectionOfQt()), m_scanned(std::move(scanned)), m_filter(thresholds) {
  if (m_connection == nullptr) return;
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &XcbKeyTap::onTimer);
  qApp->installNativeEventFilter(this);
}

XcbKeyTap::~XcbKeyTap() { explicit_bzero(m_raw.data(), sizeof m_raw); }

bool XcbKeyTap::nativeEventFilter(const QByteArray& type, void* message, qintptr*) {
  if (type != "xcb_generic_event_t") return false;
  const auto* event = static_cast<const xcb_key_press_event_t*>(message);
  if (typeOf(*event) != XCB_KEY_PRESS && typeOf(*event) != XCB_KEY_RELEASE) return false;
  if ((event->response_type & kSentBit) != 0) {
    if (isReturning(*event)) m_under_way.pop_front();
    return false;
  }
  return take(*event);
}

bool XcbKeyTap::isReturning(const xcb_key_press_event_t& event) {
  return !m_under_way.empty() && m_under_way.front() == Sent{typeOf(event), event.detail, event.time};
}

bool XcbKeyTap::take(const xcb_key_press_event_t& event) {
  if (!m_under_way.empty() && m_last_sent.elapsed() > kLostAfter_ms) m_under_way.clear();
  const Key key = keyOf(event);
  m_raw.at(key.tag % kSlots) = event;
  const bool idle = !m_filter.deadline().has_value();
  const KeyOutcome outcome = m_filter.onKey(key);
  if (idle) m_burst_us = key.time_us;
  obey(outcome);
  arm();
  auto& raw = m_raw.at(key.tag % kSlots);
  switch (outcome.verdict) {
    case KeyVerdict::Hold: return true;
    case KeyVerdict::Swallow: explicit_bzero(&raw, sizeof raw); return true;
    case KeyVerdict::Pass: break;
  }
  const bool after_others = !m_under_way.empty();
  if (after_others) send(raw);
  explicit_bzero(&raw, sizeof raw);
  return after_others;
}

Key XcbKeyTap::keyOf(const xcb_key_press_event_t& event) {
  // The server's clock turns over after 49 days.
  if (m_time) m_time_us += std::int64_t{static_cast<std::int32_t>(event.time - *m_time)} * kUsPerMs;
  m_time = event.time;
  const bool press = typeOf(event) == XCB_KEY_PRESS;
  // The server repeats a held key as a release and a press at the same moment.
  const bool repeat = press && m_last_release == Sent{XCB_KEY_RELEASE, event.detail, event.time};
  if (!press) m_last_release = Sent{XCB_KEY_RELEASE, event.detail, event.time};
  return {.code = static_cast<std::uint32_t>(std::max(event.detail, kFirstCode) - kFirstCode),
          .press = press,
          .shift = (event.state & XCB_MOD_MASK_SHIFT) != 0,
          .repeat = repeat,
          .other_modifiers = (event.state & kOtherModifiers) != 0,
          .time_us = m_time_us,
          .tag = m_next_tag++};
}

void XcbKeyTap::obey(const KeyOutcome& outcome) {
  for (const Key& key : outcome.replay) {
    auto& raw = m_raw.at(key.tag % kSlots);
    send(raw);
    explicit_bzero(&raw, sizeof raw);
  }
  if (!outcome.scan) return;
  explicit_bzero(m_raw.data(), sizeof m_raw);
  m_scanned(m_filter.text(), m_time_us - m_burst_us);
  m_filter.clear();
}

void XcbKeyTap::send(const xcb_key_press_event_t& event) {
  const bool press = typeOf(event) == XCB_KEY_PRESS;
  xcb_send_event(m_connection, 0, event.event, press ? XCB_EVENT_MASK_KEY_PRESS : XCB_EVENT_MASK_KEY_RELEASE,
                 reinterpret_cast<const char*>(&event));
  xcb_flush(m_connection);
  m_under_way.push_back({typeOf(event), event.detail, event.time});
  m_last_sent.start();
}

void XcbKeyTap::arm() {
  const auto deadline = m_filter.deadline();
  m_passed_once = false;
  if (!deadline) return m_timer.stop();
  m_armed.start();
  m_timer.start(static_cast<int>((std::max<std::int64_t>(0, *deadline - m_time_us) + kUsPerMs - 1) / kUsPerMs));
}

void XcbKeyTap::onTimer() {
  if (!m_passed_once && m_armed.elapsed() > m_timer.interval() + kPass_ms) {
    m_passed_once = true;
    m_timer.start(kPass_ms);
    return;
  }
  if (const auto deadline = m_filter.deadline()) obey(m_filter.onTime(*deadline));
  arm();
}

}  // namespace kahui::wedge
