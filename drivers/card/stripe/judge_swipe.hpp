// From the tracks of a swipe to the member number, or to the reason why there is none.
#pragma once

#include <string>

#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"
#include "drivers/card/shop_keys.hpp"
#include "drivers/card/stripe/tracks.hpp"

namespace kahui::card {

// The member number stands, by the shop's format, on a Good track:
//   track 1  alone or behind a format letter other than B, up to `^` or the end (B is the banks', ISO/IEC 7813)
//   track 2  up to `=` or the end
//   track 3  up to `=` or the end, alone or behind a format code of two digits (ISO/IEC 4909)
// One Good track with it is enough, whatever became of the others; two that differ are Unreadable.
//
// Errors: BankCard  format B on track 1, a track that looks like a bank card's beside or instead of a member's, or a
//                   number that is ours by its form but in a bank's range and followed by an expiry date
//         Unreadable  no Good track has it and one is Bad, or all are Blank, or its check digit is wrong
//         NotOurs   whole and well, but without a number of this shop
[[nodiscard]] tl::expected<std::string, ports::RefuseReason> judgeSwipe(const Tracks& tracks,
                                                                        const MemberNumberFormat& format);

}  // namespace kahui::card
