// An event's line: one JSON object, UTF-8, no NUL, integers only, at most 256 KiB (protocol.md, "Envelope"). encode()
// is called once in an event's life; afterwards the line is the event. The keys of the payloads are listed in the
// folder's README.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/journal/event.hpp"

namespace kahui::journal {

inline constexpr std::size_t kMaxLineBytes = 256 * 1024;
inline constexpr int kEnvelopeVersion = 1;
inline constexpr int kPayloadVersion = 1;

// BadInput: a text is not UTF-8 or holds a NUL, or the line would be too long.
base::Result<std::string> encode(const Event& event);

// BadInput with the place in detail: not JSON, a key missing or of the wrong type, an unknown type.
base::Result<Event> decode(std::string_view line);

// The terms of a coupon alone, as coupon.issued has them.
std::string encodeTerms(const CouponTerms& terms);
base::Result<CouponTerms> decodeTerms(std::string_view text);

}  // namespace kahui::journal
