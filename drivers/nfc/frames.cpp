#include "drivers/nfc/frames.hpp"

#include <algorithm>
#include <string_view>

#include "core/base/result.hpp"
#include "drivers/card/uid.hpp"

namespace kahui::nfc {

base::Bytes encode(const Frame& frame) {
  KAHUI_ASSERT(frame.body.size() <= kMaxBody);
  const std::size_t length = frame.body.size() + 1;
  base::Bytes bytes(length + 2);
  bytes[0] = static_cast<std::uint8_t>(length >> 8U);
  bytes[1] = static_cast<std::uint8_t>(length & 0xFFU);
  bytes[2] = static_cast<std::uint8_t>(frame.kind);
  std::copy(frame.body.begin(), frame.body.end(), bytes.begin() + 3);
  return bytes;
}

void FrameReader::add(base::ByteView bytes) {
  if (!m_broken) m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
}

std::optional<Frame> FrameReader::next() {
  constexpr std::string_view kKinds = "RFCLANXTWG";
  if (m_broken || m_bytes.size() < 3) return std::nullopt;
  const std::size_t length = std::size_t{m_bytes[0]} << 8U | m_bytes[1];
  if (length == 0 || length > kMaxBody + 1 || kKinds.find(static_cast<char>(m_bytes[2])) == std::string_view::npos) {
    m_broken = true;
    return std::nullopt;
  }
  if (m_bytes.size() < length + 2) return std::nullopt;
  const auto end = m_bytes.begin() + static_cast<std::ptrdiff_t>(length) + 2;
  Frame frame{static_cast<FrameKind>(m_bytes[2]), base::Bytes(m_bytes.begin() + 3, end)};
  m_bytes.erase(m_bytes.begin(), end);
  return frame;
}

std::optional<FoundCard> readCard(base::ByteView body) {
  if (body.size() < 2 || body.size() != std::size_t{body[1]} + 2) return std::nullopt;
  FoundCard found{.sak = body[0]};
  const auto uid = body.subspan(2);
  if (card::isUidLength(uid.size())) found.uid.assign(uid.begin(), uid.end());
  return found;
}

}  // namespace kahui::nfc
