// Any bytes as a swipe: what becomes a member number stands in the text as the shop's format wants it.
#include <cstddef>
#include <cstdint>

#include "core/base/check_digit.hpp"
#include "drivers/card/stripe/bank_card.hpp"
#include "drivers/card/stripe/judge_swipe.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kahui::card;
  static const MemberNumberFormat format{.prefixes = {"9001", "62"}, .length = 16};
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Tracks tracks = parseSwipe(text);
  for (const Track& track : tracks) {
    if (track.state == TrackState::Good) KAHUI_ASSERT(text.find(track.data.view()) != std::string_view::npos);
    if (track.state == TrackState::Blank) KAHUI_ASSERT(track.data.empty());
  }
  if (isBankNumber(text)) KAHUI_ASSERT(size >= 12 && size <= 19);
  const auto number = judgeSwipe(tracks, format);
  if (number) {
    KAHUI_ASSERT(number->size() == 16 && kahui::base::validLuhn(*number));
    KAHUI_ASSERT(number->starts_with("9001") || number->starts_with("62"));
    KAHUI_ASSERT(text.find(*number) != std::string_view::npos && text.find('?') != std::string_view::npos);
  }
  return 0;
}
