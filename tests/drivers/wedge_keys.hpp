// Keys as hands and scanners make them, for the tests of wedges.
#pragma once

#include <linux/input-event-codes.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "drivers/magstripe/key_filter.hpp"
#include "drivers/magstripe/us_keys.hpp"

namespace kahui::test {

// The key that types `c` on a US keyboard, and whether with Shift. Not the keypad.
inline std::pair<std::uint32_t, bool> keyOf(char c) {
  for (std::uint32_t code = 1; code < KEY_KPASTERISK; ++code)
    for (const bool shift : {false, true})
      if (magstripe::usCharacter(code, shift) == c) return {code, shift};
  if (c == ' ') return {KEY_SPACE, false};
  if (c == '\t') return {KEY_TAB, false};
  return {KEY_RESERVED, false};
}

// Presses and releases in the order of time, with rollover.
class Keys {
 public:
  std::int64_t now_us = 1'000'000;

  Keys& press(std::uint32_t code, bool shift = false) { return add({.code = code, .shift = shift, .time_us = now_us}); }
  Keys& release(std::uint32_t code, std::int64_t after_us = 0) {
    return add({.code = code, .press = false, .time_us = now_us + after_us});
  }
  Keys& add(magstripe::Key key) {
    key.tag = m_keys.size() + 1;
    m_keys.push_back(key);
    return *this;
  }
  Keys& wait(std::int64_t us) {
    now_us += us;
    return *this;
  }
  // One character, Shift around it where it needs one; time then stands `gap_us` behind its press.
  Keys& type(char c, std::int64_t gap_us, std::int64_t dwell_us) {
    const auto [code, shift] = keyOf(c);
    if (shift) press(KEY_LEFTSHIFT);
    press(code, shift).release(code, dwell_us);
    if (shift) release(KEY_LEFTSHIFT, dwell_us);
    return wait(gap_us);
  }
  Keys& scan(std::string_view text, std::int64_t gap_us = 4000) {
    for (const char c : text) type(c, gap_us, gap_us / 2);
    return *this;
  }
  [[nodiscard]] std::vector<magstripe::Key> inOrder() const {
    auto keys = m_keys;
    std::stable_sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.time_us < b.time_us; });
    return keys;
  }

 private:
  std::vector<magstripe::Key> m_keys;
};

// What a window and a till would see of the keys.
struct Seen {
  std::vector<magstripe::Key> keys;
  std::vector<std::string> scans;

  [[nodiscard]] std::string typed() const {
    std::string text;
    for (const auto& key : keys)
      if (const auto c = magstripe::usCharacter(key.code, key.shift); key.press && c) text += *c;
    return text;
  }
};

// Plays keys through a filter as a window would: each deadline at its time, then one far behind the end. `late_us` is
// how late the timers fire when the program is busy.
inline Seen play(magstripe::KeyFilter& filter, const std::vector<magstripe::Key>& keys, std::int64_t late_us = 0) {
  Seen seen;
  std::vector<magstripe::Key> held;
  const auto take = [&](const magstripe::KeyOutcome& out) {
    for (const auto& key : out.replay) seen.keys.push_back(key);
    if (out.scan) seen.scans.emplace_back(filter.text());
  };
  for (const auto& key : keys) {
    for (auto due = filter.deadline(); due && *due + late_us <= key.time_us; due = filter.deadline())
      take(filter.onTime(*due + late_us));
    const auto out = filter.onKey(key);
    take(out);
    if (out.verdict == magstripe::KeyVerdict::Pass) seen.keys.push_back(key);
  }
  while (const auto due = filter.deadline()) take(filter.onTime(*due));
  return seen;
}

inline Seen play(const Keys& keys, std::int64_t late_us = 0) {
  magstripe::KeyFilter filter;
  return play(filter, keys.inOrder(), late_us);
}

}  // namespace kahui::test
