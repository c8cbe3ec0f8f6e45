// A coupon that a till asks for while somebody waits: it is on one bill of the chain at a time (protocol.md, S18).
#pragma once

#include <cstdint>
#include <string_view>

#include "core/hq/answer.hpp"
#include "core/ports/hq_store.hpp"
#include "core/sync/counter.hpp"

namespace kahui::hq {

inline constexpr std::int64_t kCouponHold_ms = std::int64_t{72} * 3'600'000;  // then its event is not waited for

// GRANTED, also of an attempt that holds it already; REFUSED: used, voided, or on another bill; UNKNOWN serial.
Answer<sync::AuthAnswer> holdCoupon(ports::HqStore& store, std::string_view terminal, const sync::CouponAuth& request,
                                    std::int64_t now_ms);
// CANCELLED, also where nothing was held.
Answer<sync::AuthAnswer> freeCoupon(ports::HqStore& store, const sync::CouponAuth& request);

}  // namespace kahui::hq
