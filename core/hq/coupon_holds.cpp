#include "core/hq/coupon_holds.hpp"

namespace kahui::hq {

namespace {

using ports::HqTransaction;

const char* decide(HqTransaction& tx, std::string_view terminal, const sync::CouponAuth& request, std::int64_t now_ms) {
  const auto coupon = tx.coupon(request.serial);
  if (!coupon) return "UNKNOWN";
  if (coupon->status != "ISSUED") return "REFUSED";
  if (coupon->unlimited) return "GRANTED";
  const auto held = tx.couponHold(request.serial);
  const bool others = held && held->attempt != request.id && held->made_ms + kCouponHold_ms > now_ms;
  if (others) return "REFUSED";
  tx.putCouponHold({request.serial, request.id, std::string(terminal), now_ms});
  return "GRANTED";
}

}  // namespace

Answer<sync::AuthAnswer> holdCoupon(ports::HqStore& store, std::string_view terminal, const sync::CouponAuth& request,
                                    std::int64_t now_ms) {
  sync::AuthAnswer answer{request.id, {}, {}};
  const auto done = store.transaction([&](HqTransaction& tx) -> base::Status {
    answer.state = decide(tx, terminal, request, now_ms);
    return {};
  });
  if (!done) return tl::unexpected(unavailable(done.error()));
  return answer;
}

Answer<sync::AuthAnswer> freeCoupon(ports::HqStore& store, const sync::CouponAuth& request) {
  const auto done = store.transaction([&](HqTransaction& tx) -> base::Status {
    tx.dropCouponHold(request.serial, request.id);
    return {};
  });
  if (!done) return tl::unexpected(unavailable(done.error()));
  return sync::AuthAnswer{request.id, "CANCELLED", {}};
}

}  // namespace kahui::hq
