// Tells a scanner or magnetic stripe reader that types like a keyboard (a wedge) from a person who types, key by key.
// For windows below whose input method the keys can be held back; a wedge on a device of its own needs none of this
// (device.hpp). The thresholds and what they were measured on: ui.md section 2.
//
// Pure and deterministic: no clock, no timer, no window system. The caller brings each key with the time at which it
// happened (the event's own, never the wall clock: a busy program sees keys late), does what it is told with it, and
// calls onTime() when deadline() has passed and no key that happened before is still waiting in its queue (after a late
// wake-up give the queue one pass of 5 ms). One thread.
//
//   idle      a key that types, or Shift, starts a burst and is held for 40 ms
//   burst     keys that follow within 35 ms extend it. A longer pause, a key that types nothing, a modifier other than
//             Shift, or a repeat by holding gives all keys back, in order, and the burst was typing
//   machine   after four quick keys. From here two pauses of up to 150 ms are forgiven (busy machine, radio)
//   certain   a machine that began with a sentinel, or brought eight characters: nothing of it is ever given back, not
//             even if it turns out broken, because it may be a bank card
// A burst of six characters or more that ends with Enter or Tab within the pause is a scan; a certain one without Enter
// is one when the time is over. One that began with a sentinel must end with `?` or `?` and an LRC; otherwise it is a
// broken swipe, and what still comes of it is swallowed until Enter or until 500 ms passed without quick keys.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "drivers/card/wiped_text.hpp"

namespace kahui::magstripe {

struct Key {
  std::uint32_t code = 0;  // Linux input event code (an X11 key code less 8)
  bool press = true;
  bool shift = false;            // Shift is down
  bool repeat = false;           // marked as auto-repeat by the window system
  bool other_modifiers = false;  // Control, Alt, Super … is down
  std::int64_t time_us = 0;      // when it happened
  std::uint64_t tag = 0;         // the caller's own, comes back unchanged
  bool operator==(const Key&) const = default;
};

struct KeyThresholds {
  std::int64_t gap_us = 35'000;  // 20 … 60 ms; a device's calibration sets it
  std::int64_t hold_us = 40'000;
  std::int64_t forgiven_us = 150'000;
  std::int64_t quick_repeat_us = 15'000;  // a repeat sooner is a doubled character of a scanner (Qt and X11 mark it so)
  std::int64_t broken_us = 500'000;
  int forgiven = 2;
};

enum class KeyVerdict {
  Pass,     // let it through, after the replayed ones
  Hold,     // keep it from the window; it comes back in a replay, or never
  Swallow,  // keep it from the window for good
};

struct KeyOutcome {
  KeyVerdict verdict = KeyVerdict::Pass;
  std::vector<Key> replay{};  // keys held before, to be given back now, in this order
  bool scan = false;          // text() is a finished scan or swipe
};

class KeyFilter {
 public:
  static constexpr std::size_t kQuickKeys = 4;  // from here it is a machine
  static constexpr std::size_t kMinScan = 6;
  static constexpr std::size_t kCertain = 8;

  explicit KeyFilter(KeyThresholds thresholds = {});
  ~KeyFilter();
  KeyFilter(const KeyFilter&) = delete;
  KeyFilter& operator=(const KeyFilter&) = delete;

  [[nodiscard]] KeyOutcome onKey(const Key& key);
  // `now_us` on the clock of the keys. Its verdict means nothing.
  [[nodiscard]] KeyOutcome onTime(std::int64_t now_us);
  [[nodiscard]] std::optional<std::int64_t> deadline() const;

  // Of the last scan, until the next key or clear(); empty for a swipe that was broken.
  [[nodiscard]] std::string_view text() const { return m_done.view(); }
  void clear() { m_done.wipe(); }

 private:
  enum class State { Idle, Burst, Broken };
  static constexpr std::uint32_t kCodes = 768;  // KEY_CNT
  // Presses, releases and Shift of the characters before a burst is certain, and other keys that come up meanwhile.
  static constexpr std::size_t kMaxHeld = 64;

  void onPress(const Key& key, KeyOutcome& out);
  void onRelease(const Key& key, KeyOutcome& out);
  void onEnd(const Key& key, KeyOutcome& out);
  void onFirstKey(const Key& key, std::optional<char> c, KeyOutcome& out);
  void onFirstShift(const Key& key);
  void addCharacter(const Key& key, char c, KeyOutcome& out);
  void hold(const Key& key, KeyOutcome& out);
  void swallow(const Key& key, KeyOutcome& out);
  void markSwallowed(std::uint32_t code);
  void noteShown(std::span<const Key> keys);
  bool extends(const Key& key);
  void expire(std::int64_t now_us, KeyOutcome& out);
  void breakOff(KeyOutcome& out);

  [[nodiscard]] bool beganAsSwipe() const;
  [[nodiscard]] bool isWholeSwipe() const;
  [[nodiscard]] bool isMachine() const { return m_text.size() >= kQuickKeys; }
  [[nodiscard]] bool isCertain() const;

  void giveBack(KeyOutcome& out);
  void swallowHeld(KeyOutcome& out);
  void finish(KeyOutcome& out, bool whole);
  void reset();

  const KeyThresholds m_thresholds;
  State m_state = State::Idle;
  card::WipedText m_text;
  card::WipedText m_done;
  std::array<Key, kMaxHeld> m_held{};  // wiped: key codes are digits too
  std::size_t m_held_count = 0;
  std::bitset<kCodes> m_swallowed;  // pressed keys whose press no window saw
  std::bitset<kCodes> m_shown;      // keys that a window takes for pressed
  int m_forgiven = 0;
  bool m_overlong = false;
  std::int64_t m_last_us = 0;
  std::int64_t m_broken_until_us = 0;
  std::optional<std::int64_t> m_scanned_us{};  // when the last scan ended with Enter
};

}  // namespace kahui::magstripe
