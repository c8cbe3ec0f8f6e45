#include "drivers/magstripe/framer.hpp"

#include <algorithm>

#include "drivers/card/stripe/tracks.hpp"

namespace kahui::magstripe {
namespace {

constexpr char kStx = '\x02';
constexpr char kEtx = '\x03';

bool ends(char c) { return c == '\r' || c == '\n' || c == kEtx; }

}  // namespace

bool Framer::push(char c, std::int64_t time_us) {
  if (ends(c) || c == kStx) return finish();
  if (m_text.empty() && !m_broken) m_begun_us = time_us;
  m_last_us = time_us;
  if (!m_text.append(c)) m_broken = true;
  return false;
}

void Framer::markBroken(std::int64_t time_us) {
  if (m_text.empty() && !m_broken) m_begun_us = time_us;
  m_last_us = time_us;
  m_broken = true;
}

bool Framer::silence(std::int64_t now_us) {
  const auto end = deadline();
  return end && now_us >= *end && finish();
}

std::optional<std::int64_t> Framer::deadline() const {
  if (m_text.empty() && !m_broken) return std::nullopt;
  return m_last_us + kSilence_us;
}

bool Framer::isUnderWay() const {
  const std::string_view text = m_text.view();
  return m_broken || text.size() >= kMinCode || std::any_of(text.begin(), text.end(), card::isSentinel);
}

void Framer::clear() {
  m_text.wipe();
  m_broken = false;
}

bool Framer::finish() {
  if (isUnderWay()) return true;
  clear();
  return false;
}

}  // namespace kahui::magstripe
