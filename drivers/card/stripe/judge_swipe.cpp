#include "drivers/card/stripe/judge_swipe.hpp"

#include <algorithm>

#include "drivers/card/member_number.hpp"
#include "drivers/card/stripe/bank_card.hpp"

namespace kahui::card {
namespace {

using ports::RefuseReason;

struct Found {
  NumberMatch match = NumberMatch::NotOurs;
  std::string_view number{};
  std::string_view tail{};  // what follows the number
};

Found matchUpTo(std::string_view data, char separator, const MemberNumberFormat& format) {
  const std::string_view number = data.substr(0, data.find(separator));
  return {matchMemberNumber(number, format), number, data.substr(number.size())};
}

Found findNumber(int track_no, const Track& track, const MemberNumberFormat& format) {
  if (track.state != TrackState::Good) return {};
  const std::string_view data = track.data.view();
  if (track_no == 1) {
    if (data.front() == 'B') return {};
    const bool format_letter = data.front() >= 'A' && data.front() <= 'Z';
    return matchUpTo(data.substr(format_letter ? 1 : 0), '^', format);
  }
  const Found whole = matchUpTo(data, '=', format);
  if (track_no == 2 || whole.match == NumberMatch::Ours || data.size() < 2) return whole;
  const Found behind_code = matchUpTo(data.substr(2), '=', format);
  return behind_code.match == NumberMatch::NotOurs ? whole : behind_code;
}

bool isBanks(int track_no, const Track& track, const Found& found) {
  if (found.match == NumberMatch::Ours) return isIssuerNumber(found.number) && isBankTail(found.tail);
  return looksLikeBankCard(track_no, track);
}

}  // namespace

tl::expected<std::string, RefuseReason> judgeSwipe(const Tracks& tracks, const MemberNumberFormat& format) {
  std::array<Found, 3> found;
  bool any_bank = false;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const int track_no = static_cast<int>(i) + 1;
    found.at(i) = findNumber(track_no, tracks.at(i), format);
    any_bank = any_bank || isBanks(track_no, tracks.at(i), found.at(i));
  }
  if (any_bank) return tl::unexpected(RefuseReason::BankCard);

  std::string_view number;
  bool misread = false;
  for (const Found& one : found) {
    misread = misread || one.match == NumberMatch::WrongCheckDigit;
    if (one.match != NumberMatch::Ours) continue;
    misread = misread || (!number.empty() && number != one.number);
    number = one.number;
  }
  if (misread) return tl::unexpected(RefuseReason::Unreadable);
  if (!number.empty()) return std::string(number);
  const auto has = [&](TrackState state) {
    return std::any_of(tracks.begin(), tracks.end(), [=](const Track& track) { return track.state == state; });
  };
  const bool whole = has(TrackState::Good) && !has(TrackState::Bad);
  return tl::unexpected(whole ? RefuseReason::NotOurs : RefuseReason::Unreadable);
}

}  // namespace kahui::card
