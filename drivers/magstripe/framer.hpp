// Cuts the characters of a device that nothing else types on (serial line, grabbed keyboard wedge) into frames: one
// swipe or one scanned code each. Pure: the caller brings the time. One thread.
//
// A frame ends at CR, LF or ETX, before an STX, or at 150 ms of silence. Fewer than six characters without a sentinel
// are line noise, not a card, and are dropped.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "drivers/card/wiped_text.hpp"

namespace kahui::magstripe {

class Framer {
 public:
  static constexpr std::int64_t kSilence_us = 150'000;
  static constexpr std::size_t kMinCode = 6;

  // True: a frame is complete; take it, then clear(). `time_us` of any clock that does not go back.
  [[nodiscard]] bool push(char c, std::int64_t time_us);
  // True if the silence before `now_us` completed a frame.
  [[nodiscard]] bool silence(std::int64_t now_us);
  // When to call silence(); none while nothing waits.
  [[nodiscard]] std::optional<std::int64_t> deadline() const;

  // Characters were lost: what stands here is no whole frame.
  void markBroken(std::int64_t time_us);
  // Something that a person would call a card has begun and not ended.
  [[nodiscard]] bool isUnderWay() const;

  // Empty if the frame was broken or too long to be one.
  [[nodiscard]] std::string_view text() const { return m_broken ? std::string_view() : m_text.view(); }
  [[nodiscard]] std::int64_t begun_us() const { return m_begun_us; }
  void clear();

 private:
  bool finish();

  card::WipedText m_text;
  bool m_broken = false;
  std::int64_t m_begun_us = 0;
  std::int64_t m_last_us = 0;
};

}  // namespace kahui::magstripe
