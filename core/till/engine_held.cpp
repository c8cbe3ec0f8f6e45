// A bill that waited comes back as it was: each thing it asked for is judged anew, and what does not hold is named.
#include <algorithm>

#include "core/till/engine.hpp"

namespace kahui::till {

ports::HeldWish Till::Engine::heldWish() const {
  const BillWish& wish = m_basket.wish();
  ports::HeldWish held;
  held.points = wish.points;
  held.points_max = wish.points_max;
  for (const auto& coupon : wish.coupons) held.coupons.push_back(coupon.serial);
  held.rate = wish.discount.rate;
  held.minus = wish.discount.minus;
  held.approver = wish.approver;
  if (const auto& member = m_basket.member()) {
    held.credential = member->credential;
    held.trust = member->trust;
  }
  return held;
}

// The member first: uses of a count card belong to somebody.
base::Result<Basket> Till::Engine::basketOf(const std::vector<ports::HeldLine>& lines, member::MemberNo member,
                                            const ports::HeldWish& wish) {
  Basket basket;
  if (member.value() != 0) {
    // Somebody who is suspended meanwhile buys as a guest.
    auto attached = m_desk.memberByText(member.text());
    if (attached && m_desk.loadBenefits(*attached)) {
      if (!wish.credential.empty()) attached->credential = wish.credential;
      attached->trust = wish.trust;
      basket.attach(std::move(*attached));
    }
  }
  for (const ports::HeldLine& line : lines) {
    const auto product = m_desk.goods(line.sku, line.amount);
    if (!product) return tl::unexpected(product.error());
    if (!line.gift.empty() && (!basket.member() || !m_desk.isGift(line.gift))) continue;
    BasketLine entry;
    entry.gift = line.gift;
    entry.delivery = line.sku == kDeliverySku;
    entry.card_fee = line.sku == kCardFeeSku;
    if (entry.delivery && !m_desk.rules().delivery) continue;
    entry.override_price = line.override_price;
    entry.amount = line.amount;
    entry.offer = line.offer;
    entry.count_card = line.count_card;
    if (!line.count_card.empty()) {
      std::vector<BasketLine> uses = basket.lines();
      uses.push_back({.product = *product, .quantity = line.quantity, .count_card = line.count_card});
      if (!m_desk.countsFit({uses, basket.member(), basket.wish()})) continue;
    }
    KAHUI_TRY(basket.append(*product, line.quantity, std::move(entry)));
  }
  basket.forgetSteps();
  return basket;
}

std::vector<std::string> Till::Engine::restoreWish(const ports::HeldBill& held) {
  std::vector<std::string> lost;
  if (held.member.value() != 0 && !m_basket.member()) lost.emplace_back("MEMBER");
  const auto fewer = [&](auto&& of_basket, auto&& of_bill) {
    return std::ranges::count_if(m_basket.lines(), of_basket) < std::ranges::count_if(held.lines, of_bill);
  };
  if (fewer([](const BasketLine& line) { return !line.count_card.empty(); },
            [](const ports::HeldLine& line) { return !line.count_card.empty(); }))
    lost.emplace_back("COUNT");
  const auto has_gift = [](const auto& line) { return !line.gift.empty(); };
  if (fewer(has_gift, has_gift)) lost.emplace_back("GIFT");
  const bool delivered = std::ranges::any_of(m_basket.lines(), [](const BasketLine& line) { return line.delivery; });
  if (!held.delivery.empty() && !delivered) lost.emplace_back("DELIVERY");
  BillWish wish;
  wish.approver = held.wish.approver;  // it was for this bill
  if (delivered) wish.delivery = held.delivery;
  m_basket.wish(wish);
  repriced();
  const std::string dropped = std::exchange(m_dropped, {});
  const bool of_gifts = dropped == "POINTS_INSUFFICIENT" || dropped == "GIFT_NEEDS_MEMBER";
  if (!dropped.empty()) lost.emplace_back(of_gifts ? "GIFT" : "OFFER");
  const OpenBill open{m_basket.lines(), m_basket.member(), wish};
  const bool gifts_hold =
      !m_priced || m_priced->gift_points == base::Points{} || (m_desk.giftsFit(open) && m_desk.mayPay(open, *m_priced));
  if (!gifts_hold) {
    m_basket.dropGifts();
    repriced();
    lost.emplace_back("GIFT");
  }
  const auto mayLower = [&](const BillWish& asked, const sale::SaleResult& priced) {
    return m_desk.mayDiscount({m_basket.lines(), m_basket.member(), asked}, priced, *m_staff).has_value();
  };
  const auto keep = [&](const BillWish& asked) {
    auto priced = priceWith(asked);
    if (!priced || !mayLower(asked, *priced)) return false;
    if (asked.wantsPoints() && !m_desk.mayPay({m_basket.lines(), m_basket.member(), asked}, *priced)) return false;
    m_basket.wish(asked);
    take(std::move(*priced));
    return true;
  };
  if (m_priced && !mayLower(wish, *m_priced)) {
    for (int line = 0; line < static_cast<int>(m_basket.lines().size()); ++line)
      [[maybe_unused]] const auto done = m_basket.setPrice(line, std::nullopt, wish);
    repriced();
    lost.emplace_back("PRICE");
  }
  for (const std::string& serial : held.wish.coupons) {
    auto coupon = m_desk.coupon(serial, m_basket.member());
    BillWish asked = m_basket.wish();
    if (coupon) asked.coupons.push_back(std::move(*coupon));
    if (!coupon || !keep(asked)) lost.emplace_back("COUPON");
  }
  if (held.wish.rate || held.wish.minus) {
    BillWish asked = m_basket.wish();
    asked.discount = {held.wish.rate, held.wish.minus};
    if (!keep(asked)) lost.emplace_back("DISCOUNT");
  }
  if (held.wish.points_max || held.wish.points > base::Points{}) {
    BillWish asked = m_basket.wish();
    asked.points = held.wish.points;
    asked.points_max = held.wish.points_max;
    if (!m_basket.member() || !keep(asked))
      lost.emplace_back("POINTS");
    else if (m_priced->points_used < held.wish.points)
      lost.emplace_back("FEWER_POINTS");
  }
  m_basket.forgetSteps();
  return lost;
}

}  // namespace kahui::till
