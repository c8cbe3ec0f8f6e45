// The text that a magnetic stripe reader types or sends, as three tracks. Pure; any bytes may come in.
//   track 1: ISO/IEC 7813 (IATA), 6 bits + odd parity, at most 79 characters with SS, ES and LRC, `%` data `?`
//   track 2: ISO/IEC 7813 (ABA), 4 bits + odd parity, at most 40, `;` data `?`
//   track 3: ISO/IEC 4909, 4 bits + odd parity, at most 107, `+` data `?` (some readers type `;`)
//   LRC: XOR of the characters' code values (c - 0x20 on track 1, c - 0x30 on 2 and 3) over SS … ES; as text one more
//        character behind the ES, which only some readers send. Published check (MagTek TTL manual): `%AT3?` -> `<`
//   errors: a track that the reader could not decode is typed as `%E?`, `;E?`, `+E?` (MagTek manuals)
// A frame may be wrapped in STX … ETX and end in CR, LF or both.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "drivers/card/wiped_text.hpp"

namespace kahui::card {

enum class TrackState { Blank, Good, Bad };

struct Track {
  TrackState state = TrackState::Blank;
  WipedText data{};  // between the sentinels, without them and the LRC. Of a Bad track whatever was there.
};

// tracks[0] is track 1. A swipe with tracks out of order, with something between them, or longer than three tracks can
// be has no Good track.
using Tracks = std::array<Track, 3>;

[[nodiscard]] Tracks parseSwipe(std::string_view text);

// Whether a frame begins as a stripe's does; what does not is the text of a code.
[[nodiscard]] bool isSentinel(char c);

// The LRC as the character a reader would send, over `text` from SS to ES inclusive. nullopt if a character is not of
// that track's set. `track_no` 1, 2 or 3.
[[nodiscard]] std::optional<char> stripeLrc(int track_no, std::string_view text);

}  // namespace kahui::card
