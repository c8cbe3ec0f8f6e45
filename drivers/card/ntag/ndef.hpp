// The first record of an NDEF message as text (NFC Forum NDEF 1.0; URI record type definition; text record type
// definition). Nothing is decoded: the text is the bytes that lie on the card, since proofs are made over those.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/bytes.hpp"

namespace kahui::card {

// `file` as a type 4 tag holds it: two bytes of length, then the message. The address of a URI record without the
// abbreviated beginning ("https://" is one byte on the card), or the text of a text record without its language. None
// for anything else. A view into `file`.
[[nodiscard]] std::optional<std::string_view> ndefText(base::ByteView file);

}  // namespace kahui::card
