#include "drivers/card/stripe/tracks.hpp"

#include <algorithm>

#include "core/base/result.hpp"

namespace kahui::card {
namespace {

constexpr char kStx = '\x02';
constexpr char kEtx = '\x03';
constexpr char kEndSentinel = '?';
constexpr std::string_view kErrorMark = "E";
// SS, ES and LRC taken off.
constexpr std::array<std::size_t, 3> kMaxData = {79 - 3, 40 - 3, 107 - 3};

constexpr char firstCode(int track_no) { return track_no == 1 ? ' ' : '0'; }
constexpr int lastValue(int track_no) { return track_no == 1 ? 63 : 15; }

// The characters that ISO/IEC 7813 leaves to data. On track 1 the ones for hardware control are missing, so that a lost
// end sentinel cannot make one track of two.
bool isData(int track_no, char c) {
  if (track_no != 1) return (c >= '0' && c <= '9') || c == '=' || c == ':' || c == '<' || c == '>';
  if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) return true;
  return std::string_view(" #$()-./[\\]^&'").find(c) != std::string_view::npos;
}

// 0 if `c` begins no track. A second `;` is track 3.
int trackBegunBy(char c, int last) {
  switch (c) {
    case '%': return 1;
    case ';': return last < 2 ? 2 : 3;
    case '+': return 3;
    default: return 0;
  }
}

TrackState judge(int track_no, std::string_view data) {
  if (data.empty()) return TrackState::Blank;
  if (data == kErrorMark || data.size() > kMaxData.at(static_cast<std::size_t>(track_no - 1))) return TrackState::Bad;
  const bool clean = std::all_of(data.begin(), data.end(), [=](char c) { return isData(track_no, c); });
  return clean ? TrackState::Good : TrackState::Bad;
}

// One way to read the text: either no track has an LRC or each has.
struct Reading {
  Tracks tracks{};
  bool whole = true;  // every character had a place
};

// `from` is the text behind an ES. Answers the text behind the LRC; a track whose LRC is missing or wrong becomes Bad.
std::string_view takeLrc(int track_no, std::string_view whole_track, std::string_view from, Track& track) {
  if (track.state != TrackState::Good) {  // readers send none behind `;E?`; behind a damaged one it proves nothing
    if (!from.empty() && !isSentinel(from.front())) from.remove_prefix(1);
    return from;
  }
  if (from.empty() || stripeLrc(track_no, whole_track) != from.front()) track.state = TrackState::Bad;
  return from.substr(from.empty() ? 0 : 1);
}

Reading readAs(std::string_view text, bool with_lrc) {
  Reading reading;
  int last = 0;
  while (!text.empty()) {
    const int track_no = trackBegunBy(text.front(), last);
    if (track_no <= last) {
      reading.whole = false;
      return reading;
    }
    last = track_no;
    Track& track = reading.tracks.at(static_cast<std::size_t>(track_no - 1));
    const std::size_t end = text.find(kEndSentinel);
    if (end == std::string_view::npos) {
      track.state = TrackState::Bad;
      track.data.assign(text.substr(1));
      if (text.size() == 1) reading.whole = false;  // a lone SS is rather the LRC of the track before
      return reading;
    }
    const std::string_view whole_track = text.substr(0, end + 1);
    track.data.assign(whole_track.substr(1, end - 1));
    track.state = judge(track_no, whole_track.substr(1, end - 1));
    text.remove_prefix(end + 1);
    if (with_lrc) text = takeLrc(track_no, whole_track, text, track);
  }
  return reading;
}

auto goodTracks(const Reading& reading) {
  return std::count_if(reading.tracks.begin(), reading.tracks.end(),
                       [](const Track& track) { return track.state == TrackState::Good; });
}

std::string_view unwrapped(std::string_view text) {
  while (!text.empty() && text.front() == kStx) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '\r' || text.back() == '\n' || text.back() == kEtx)) text.remove_suffix(1);
  return text;
}

}  // namespace

bool isSentinel(char c) { return trackBegunBy(c, 0) != 0; }

std::optional<char> stripeLrc(int track_no, std::string_view text) {
  KAHUI_ASSERT(track_no >= 1 && track_no <= 3);
  int sum = 0;
  for (const char c : text) {
    // `+` is how a reader types track 3's SS; on the stripe it is the same as track 2's.
    const int value = (track_no == 3 && c == '+' ? ';' : c) - firstCode(track_no);
    if (value < 0 || value > lastValue(track_no)) return std::nullopt;
    sum ^= value;
  }
  return static_cast<char>(firstCode(track_no) + sum);
}

Tracks parseSwipe(std::string_view text) {
  text = unwrapped(text);
  const Reading plain = readAs(text, false);
  const Reading checked = readAs(text, true);
  const bool take_checked = checked.whole && (!plain.whole || goodTracks(checked) > goodTracks(plain));
  Reading taken = take_checked ? checked : plain;
  if (!taken.whole)
    for (Track& track : taken.tracks) track.state = TrackState::Bad;
  return taken.tracks;
}

}  // namespace kahui::card
