// The number that a contactless card shows before anything is proved (ISO/IEC 14443-3, 6.5.4). It can be copied by
// anybody.
#pragma once

#include <string>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"

namespace kahui::card {

// Only the three sizes of ISO/IEC 14443-3 exist: 4, 7 and 10 bytes. Other lengths come from torn or faulty answers.
[[nodiscard]] bool isUidLength(std::size_t length);

// A single-size UID whose first byte is 08 is drawn anew at each activation (ISO/IEC 14443-3, table "UID0
// description"): phones and many bank cards. It must never become a member's card.
[[nodiscard]] bool isRandomUid(base::ByteView uid);

// The credential of ports::CardRead, upper-case hex, or the reason why this is none.
[[nodiscard]] tl::expected<std::string, ports::RefuseReason> credentialOfUid(base::ByteView uid);

}  // namespace kahui::card
