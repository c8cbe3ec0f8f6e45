#include "core/hq/project_partners.hpp"

#include <map>

#include "core/journal/codec.hpp"
#include "core/pricing/priced_bill.hpp"

namespace kahui::hq {

namespace {

using base::Money;
using ports::HqEventKey;

constexpr std::uint64_t kActOfASale = 200;  // a coupon's use follows its sale at once

std::optional<journal::Event> eventAt(ports::HqTransaction& tx, const HqEventKey& key) {
  const auto line = lineAt(tx, key);
  if (!line) return std::nullopt;
  auto event = journal::decode(*line);
  return event ? std::optional(std::move(*event)) : std::nullopt;
}

// The sale before the use of its coupon, by its id.
std::optional<journal::SaleCompleted> saleBefore(ports::HqTransaction& tx, HqEventKey key, const base::Id& sale) {
  const std::uint64_t first = key.seq > kActOfASale ? key.seq - kActOfASale : 1;
  while (--key.seq >= first) {
    const auto event = eventAt(tx, key);
    if (!event) return std::nullopt;
    if (event->id != sale) continue;
    const auto* sold = std::get_if<journal::SaleCompleted>(&event->payload);
    return sold == nullptr ? std::nullopt : std::optional(*sold);
  }
  return std::nullopt;
}

// What coupons took off a line: of its price (P2), and of the bill (P7).
Money couponPart(const journal::SoldLine& line) {
  const bool layer = line.layer == pricing::layerName(pricing::Layer::RateCoupon);
  return line.coupon + (layer ? line.gross - line.after_price : Money{});
}

// Of all returns of the sale so far.
std::map<int, base::Quantity> returned(ports::HqTransaction& tx, const std::string& sale) {
  std::map<int, base::Quantity> quantities;
  for (const HqEventKey& key : tx.returnsOf(sale)) {
    const auto event = eventAt(tx, key);
    const auto* back = event ? std::get_if<journal::SaleReturned>(&event->payload) : nullptr;
    if (back == nullptr) continue;
    for (const auto& line : back->lines) quantities[line.line] += line.quantity;
  }
  return quantities;
}

}  // namespace

void notePartnerSaving(const Projection& to, const HqEventKey& key, const journal::Event& event,
                       const journal::CouponUsed& used) {
  const auto coupon = to.tx.coupon(used.serial);
  const auto terms = coupon ? journal::decodeTerms(coupon->terms) : tl::unexpected(base::Error{});
  if (!terms || terms->partner.empty()) return;
  to.tx.putPartnerSaving(
      {used.serial, event.cause ? event.cause->hex() : std::string(), key, event.business_date, used.discount});
}

void takePartnerSaving(const Projection& to, const HqEventKey& key, const journal::Event& event) {
  if (!event.cause) return;
  const std::string sale = event.cause->hex();
  const auto rows = to.tx.partnerSavingsOf(sale);
  if (rows.empty()) return;
  std::map<std::string, std::pair<Money, Money>> by_serial;  // saved, taken back so far
  for (const auto& row : rows)
    (row.amount > Money{} ? by_serial[row.serial].first : by_serial[row.serial].second) += row.amount;
  const auto sold = saleBefore(to.tx, rows.front().key, *event.cause);
  if (!sold) return to.tx.putFlag({key, "partner_coupon_unsettled", {}, sale});
  const auto back = returned(to.tx, sale);
  Money whole, gone;
  for (std::size_t i = 0; i < sold->lines.size(); ++i) {
    const Money part = couponPart(sold->lines[i]);
    whole += part;
    const auto found = back.find(static_cast<int>(i));
    if (found == back.end()) continue;
    gone += Money(base::mulDivFloor(part.value(), found->second.value(), sold->lines[i].quantity.value()));
  }
  if (whole <= Money{}) return;
  for (const auto& [serial, sums] : by_serial) {
    const auto& [saved, taken] = sums;  // `taken` is below 0
    const Money now = Money(base::mulDivFloor(saved.value(), gone.value(), whole.value()));
    const Money more = now + taken;
    if (more != Money{}) to.tx.putPartnerSaving({serial, sale, key, event.business_date, Money{} - more});
  }
}

}  // namespace kahui::hq
