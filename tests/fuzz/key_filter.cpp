// Any keys at any times: each press that the filter takes comes back once and in order, or is part of a scan; every
// release of a press that a window saw reaches it.
#include <cstddef>
#include <cstdint>
#include <map>

#include "core/base/result.hpp"
#include "drivers/magstripe/key_filter.hpp"

namespace {

using namespace kahui::magstripe;

class Window {
 public:
  void see(const Key& key) {
    KAHUI_ASSERT(key.tag > m_last);  // in order, none twice
    m_last = key.tag;
    if (key.press) m_down[key.code] = true;
    if (!key.press) m_down[key.code] = false;
  }
  [[nodiscard]] bool isDown(std::uint32_t code) const { return m_down.count(code) != 0 && m_down.at(code); }

 private:
  std::uint64_t m_last = 0;
  std::map<std::uint32_t, bool> m_down;
};

void take(const KeyOutcome& out, Window& window) {
  for (const Key& key : out.replay) window.see(key);
}

}  // namespace

// Three bytes a key: code, flags, time since the last one in units of 1 ms (flags' upper bits: up to 2 s).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  KeyFilter filter;
  Window window;
  std::map<std::uint32_t, bool> pressed;
  Key key{.time_us = 1'000'000};
  for (std::size_t at = 0; at + 3 <= size; at += 3) {
    key.code = data[at];
    key.press = (data[at + 1] & 1U) == 0;
    key.shift = (data[at + 1] & 2U) != 0;
    key.repeat = (data[at + 1] & 4U) != 0;
    key.other_modifiers = (data[at + 1] & 8U) != 0;
    key.time_us += (std::int64_t{data[at + 2]} + 256 * (data[at + 1] >> 5U)) * 1000;
    key.tag = at + 1;
    pressed[key.code] = key.press;
    for (auto due = filter.deadline(); due && *due <= key.time_us; due = filter.deadline()) {
      take(filter.onTime(*due), window);
      KAHUI_ASSERT(!filter.deadline() || *filter.deadline() > *due);
    }
    const KeyOutcome out = filter.onKey(key);
    take(out, window);
    if (out.verdict == KeyVerdict::Pass) window.see(key);
    KAHUI_ASSERT(out.scan || filter.text().empty());
  }
  while (const auto due = filter.deadline()) take(filter.onTime(*due), window);
  for (const auto& [code, down] : pressed) KAHUI_ASSERT(down || !window.isDown(code));
  return 0;
}
