#include "drivers/magstripe/key_filter.hpp"

#include <linux/input-event-codes.h>
#include <openssl/crypto.h>

#include "drivers/card/stripe/tracks.hpp"
#include "drivers/magstripe/us_keys.hpp"

namespace kahui::magstripe {
namespace {

constexpr char kEndSentinel = '?';

// What scanners send behind a code.
bool endsScan(const Key& key) { return key.code == KEY_ENTER || key.code == KEY_KPENTER || key.code == KEY_TAB; }

bool isBystander(const Key& key) { return isShiftKey(key.code) || isLockKey(key.code); }

}  // namespace

KeyFilter::KeyFilter(KeyThresholds thresholds) : m_thresholds(thresholds) {}

KeyFilter::~KeyFilter() { OPENSSL_cleanse(m_held.data(), sizeof m_held); }

KeyOutcome KeyFilter::onKey(const Key& key) {
  KeyOutcome out;
  clear();
  if (key.code >= kCodes) {
    breakOff(out);
    noteShown(out.replay);
    return out;
  }
  // The caller may be late with onTime(): what the pause before this key decided comes first.
  if (key.press && !isBystander(key)) expire(key.time_us, out);
  if (key.press) {
    onPress(key, out);
  } else {
    onRelease(key, out);
  }
  noteShown(out.replay);
  if (out.verdict == KeyVerdict::Pass) noteShown({&key, 1});
  return out;
}

KeyOutcome KeyFilter::onTime(std::int64_t now_us) {
  KeyOutcome out;
  expire(now_us, out);
  noteShown(out.replay);
  return out;
}

std::optional<std::int64_t> KeyFilter::deadline() const {
  if (m_state == State::Idle) return std::nullopt;
  if (m_state == State::Broken) return m_broken_until_us;
  const bool patient = isMachine() && m_forgiven < m_thresholds.forgiven;
  // A key at the very end of the pause still counts, so the time is over one microsecond later.
  return m_last_us + (patient ? m_thresholds.forgiven_us : m_thresholds.hold_us) + 1;
}

void KeyFilter::onPress(const Key& key, KeyOutcome& out) {
  if (isBystander(key)) {
    if (m_state == State::Idle && isShiftKey(key.code)) onFirstShift(key);
    if (m_state != State::Idle) hold(key, out);
    return;
  }
  const bool slow_repeat =
      key.repeat && (m_state == State::Idle || key.time_us - m_last_us >= m_thresholds.quick_repeat_us);
  if (slow_repeat && m_swallowed.test(key.code)) {  // the scanner's last key, still down
    out.verdict = KeyVerdict::Swallow;
    return;
  }
  const auto c = usCharacter(key.code, key.shift);
  const bool types = !key.other_modifiers && (c || endsScan(key));
  if (!types || (slow_repeat && !isCertain())) {
    breakOff(out);
    return;
  }
  const bool others_shift = m_text.empty() && !key.shift;  // Shift that waits was not pressed for this sign
  if (m_state == State::Burst && (others_shift || !extends(key))) breakOff(out);
  switch (m_state) {
    case State::Idle: onFirstKey(key, c, out); break;
    case State::Burst:
      if (endsScan(key)) {
        onEnd(key, out);
      } else {
        addCharacter(key, *c, out);
      }
      break;
    case State::Broken:
      swallow(key, out);
      // Only a machine's keys draw it out, or a person who types on would never be heard again.
      if (key.time_us - m_last_us <= m_thresholds.gap_us) m_broken_until_us = key.time_us + m_thresholds.broken_us;
      m_last_us = key.time_us;
      if (endsScan(key)) finish(out, false);
      break;
  }
}

void KeyFilter::onFirstKey(const Key& key, std::optional<char> c, KeyOutcome& out) {
  if (endsScan(key)) {
    // CR and LF are both Enter.
    if (m_scanned_us && key.time_us - *m_scanned_us <= m_thresholds.gap_us) swallow(key, out);
    return;
  }
  m_state = State::Burst;
  m_scanned_us.reset();
  addCharacter(key, *c, out);
}

// The first sign of a stripe may need it. Let through alone, with the sign kept back, it would look like Shift pressed
// and let go by itself, which turns Chinese input methods off.
void KeyFilter::onFirstShift(const Key& key) {
  m_state = State::Burst;
  m_scanned_us.reset();
  m_last_us = key.time_us;
}

// What a press decided holds for its release. In between all keys keep their order.
void KeyFilter::onRelease(const Key& key, KeyOutcome& out) {
  if (m_swallowed.test(key.code)) {
    m_swallowed.reset(key.code);
    out.verdict = KeyVerdict::Swallow;
  } else if (m_state == State::Burst && !isCertain()) {
    hold(key, out);
  }
}

void KeyFilter::onEnd(const Key& key, KeyOutcome& out) {
  const bool whole = beganAsSwipe() ? isWholeSwipe() : m_text.size() >= kMinScan;
  if (!whole && !isCertain()) {
    breakOff(out);
    return;
  }
  swallowHeld(out);
  swallow(key, out);
  m_scanned_us = key.time_us;
  finish(out, whole);
}

void KeyFilter::addCharacter(const Key& key, char c, KeyOutcome& out) {
  m_last_us = key.time_us;
  if (!m_text.append(c)) m_overlong = true;
  if (!isCertain()) {
    hold(key, out);
    return;
  }
  swallowHeld(out);
  swallow(key, out);
}

void KeyFilter::hold(const Key& key, KeyOutcome& out) {
  if (m_state == State::Broken || isCertain()) {
    swallow(key, out);
    return;
  }
  if (m_held_count == kMaxHeld) {  // more keys than any reader sends: typing
    giveBack(out);
    reset();
    return;
  }
  if (key.press) m_swallowed.reset(key.code);  // a release that never came, of an earlier press
  m_held.at(m_held_count++) = key;
  out.verdict = KeyVerdict::Hold;
}

void KeyFilter::swallow(const Key& key, KeyOutcome& out) {
  markSwallowed(key.code);
  out.verdict = KeyVerdict::Swallow;
}

// Its release is swallowed as well, unless a window holds the key for pressed: a person's finger on it.
void KeyFilter::markSwallowed(std::uint32_t code) {
  if (!m_shown.test(code)) m_swallowed.set(code);
}

void KeyFilter::noteShown(std::span<const Key> keys) {
  for (const Key& key : keys) {
    m_shown.set(key.code, key.press);
    if (key.press) m_swallowed.reset(key.code);
  }
}

// Whether this press belongs to the burst; uses up forgiveness.
bool KeyFilter::extends(const Key& key) {
  const std::int64_t gap = key.time_us - m_last_us;
  if (gap < 0) return false;  // another clock: not from the same hand
  if (gap <= m_thresholds.gap_us) return true;
  if (!isMachine() || m_forgiven >= m_thresholds.forgiven || gap > m_thresholds.forgiven_us) return false;
  ++m_forgiven;
  return true;
}

// The time is over without Enter.
void KeyFilter::expire(std::int64_t now_us, KeyOutcome& out) {
  if (m_state == State::Burst && now_us >= *deadline()) breakOff(out);
  if (m_state == State::Broken && now_us >= *deadline()) finish(out, false);
}

// Something came that no scanner sends in the middle of a code, or nothing came. Typing is given back; a scan is
// finished; of a swipe that is not whole the rest may still come.
void KeyFilter::breakOff(KeyOutcome& out) {
  if (m_state != State::Burst) return;
  if (!isCertain()) {
    giveBack(out);
    reset();
  } else if (!beganAsSwipe() || isWholeSwipe()) {
    finish(out, true);
  } else {
    m_text.wipe();
    m_state = State::Broken;
    m_broken_until_us = m_last_us + m_thresholds.broken_us;
  }
}

bool KeyFilter::beganAsSwipe() const {
  return !m_text.empty() && (m_text.view().front() == '%' || m_text.view().front() == ';');
}

bool KeyFilter::isWholeSwipe() const {
  const std::string_view text = m_text.view();
  const std::size_t size = text.size();
  return size >= kMinScan && (text[size - 1] == kEndSentinel || text[size - 2] == kEndSentinel);
}

bool KeyFilter::isCertain() const { return m_text.size() >= kCertain || (beganAsSwipe() && isMachine()); }

void KeyFilter::giveBack(KeyOutcome& out) {
  out.replay.insert(out.replay.end(), m_held.begin(), m_held.begin() + static_cast<std::ptrdiff_t>(m_held_count));
  OPENSSL_cleanse(m_held.data(), sizeof m_held);
  m_held_count = 0;
}

// The held keys are a machine's. What was pressed before the burst and came up meanwhile is a person's and goes back.
void KeyFilter::swallowHeld(KeyOutcome& out) {
  for (std::size_t i = 0; i < m_held_count; ++i) {
    const Key& key = m_held.at(i);
    if (key.press) {
      markSwallowed(key.code);
    } else if (m_swallowed.test(key.code)) {
      m_swallowed.reset(key.code);
    } else {
      out.replay.push_back(key);
    }
  }
  OPENSSL_cleanse(m_held.data(), sizeof m_held);
  m_held_count = 0;
}

void KeyFilter::finish(KeyOutcome& out, bool whole) {
  m_done.wipe();
  if (whole && !m_overlong) m_done = m_text;
  out.scan = true;
  reset();
}

void KeyFilter::reset() {
  m_text.wipe();
  m_state = State::Idle;
  m_forgiven = 0;
  m_overlong = false;
}

}  // namespace kahui::magstripe
