// Points, coupons, discounts by hand and offers on the open bill.
#include <algorithm>
#include <cstring>

#include "core/pricing/whole_yuan.hpp"
#include "core/till/engine.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;
using base::Points;

base::Result<sale::SaleResult> Till::Engine::priceWith(const BillWish& wish, std::span<const pricing::Tender> tenders) {
  return m_desk.price({m_basket.lines(), m_basket.member(), wish, tenders});
}

bool Till::Engine::tryWish(BillWish wish) {
  auto priced = priceWith(wish);
  if (!priced) {
    failed(priced.error());
    return false;
  }
  m_basket.wish(std::move(wish));
  take(std::move(*priced));
  return true;
}

void Till::Engine::planOffers() {
  m_offers.clear();
  for (const pricing::Offer& offer : m_priced->offers) {
    OfferView view{promotionView(offer.promotion), {}, offer.times};
    if (const auto product = m_desk.product(view.promotion.sku)) view.product_name = (*product)->name;
    m_offers.push_back(std::move(view));
  }
}

void Till::Engine::planPoints() {
  m_points.reset();
  if (!m_priced || m_priced->points_used == Points{}) m_desk.releasePoints();
  if (!m_basket.member() || !m_priced || !m_priced->bill_tier) return;
  const AttachedMember& member = *m_basket.member();
  Points open;
  for (const auto& lot : member.lots)
    if (!lot.expires || *lot.expires >= m_desk.today()) open += lot.points;
  PointsView view;
  view.available = std::max(Points{}, std::min(open, member.member.points()) - member.member.frozen);
  view.available = std::max(Points{}, view.available - m_priced->gift_points);  // those are taken already
  view.used = m_priced->points_used - m_priced->gift_points;
  view.one = m_desk.rules().pointValue(m_priced->bill_tier);
  for (const auto& line : m_priced->lines) view.paid += line.points;
  if (const auto confirmed = m_desk.confirmedBalance(member.member.no); confirmed && *confirmed) {
    view.confirmed = **confirmed;
    view.confirmed_at = base::WallTime{view.confirmed->as_of_ms, m_ports.clock->now().offset_min}.local();
  }
  if (const auto left = m_desk.offlinePoints(member.member)) view.offline = *left;
  view.asks_hq = m_desk.asksHq();
  if (view.available > Points{}) {
    BillWish most = m_basket.wish();
    if (std::exchange(most.points_max, true)) {
      view.usable = view.used;  // the bill is priced so already
    } else if (const auto priced = priceWith(most)) {
      view.usable = priced->points_used - priced->gift_points;
    }
    if (view.offline)
      view.usable = std::min(view.usable, std::max(view.used, view.offline->points() - m_priced->gift_points));
    view.whole_yuan =
        pricing::wholeYuanPoints(m_priced->total + view.paid, view.usable, view.one, m_desk.rules().points);
  }
  m_points = view;
}

// Of points on this bill: a PIN that was asked for and is right counts until the bill is done. The copy is wiped.
base::Status Till::Engine::mayPay(BillWish& wish, const sale::SaleResult& priced, std::string& pin) {
  const auto& member = m_basket.member();
  base::Status allowed = m_desk.mayPay({m_basket.lines(), member, wish}, priced);
  if (!allowed && allowed.error().detail == "MEMBER_PIN_NEEDED" && !pin.empty()) {
    allowed = m_desk.verifyMemberPin(*member, pin);
    wish.pin_shown = allowed.has_value();
  }
  explicit_bzero(pin.data(), pin.size());
  return allowed;
}

void Till::Engine::handle(PayPoints& command) {
  if (!readyForBasket()) return;
  if (!m_points) return failed({m_basket.member() ? ErrorCode::EmptyBasket : ErrorCode::UnknownMember, {}});
  BillWish wish = m_basket.wish();
  const bool bounded = m_points->offline.has_value();
  wish.points_max = command.how == PayPoints::How::Max && !bounded;
  wish.points = {};
  if (command.how == PayPoints::How::Max && bounded) wish.points = m_points->usable;
  if (command.how == PayPoints::How::Amount) {
    if (command.points <= Points{} || command.points > m_points->usable)
      return failed({ErrorCode::OutOfRange, "points: at most " + std::to_string(m_points->usable.value())});
    wish.points = command.points;
  }
  if (command.how == PayPoints::How::WholeYuan) wish.points = m_points->whole_yuan;
  auto priced = priceWith(wish);
  if (!priced) return failed(priced.error());
  if (const auto allowed = mayPay(wish, *priced, command.member_pin); !allowed) return failed(allowed.error());
  m_basket.wish(std::move(wish));
  take(std::move(*priced));
  notify(NoticeKind::Good, NoticeCode::PointsUsed, {std::to_string(m_points ? m_points->used.value() : 0)}, true);
}

void Till::Engine::handle(const ToggleCoupon& command) {
  if (!readyForBasket()) return;
  BillWish wish = m_basket.wish();
  const auto chosen = std::find_if(wish.coupons.begin(), wish.coupons.end(),
                                   [&](const auto& coupon) { return coupon.serial == command.serial; });
  if (chosen != wish.coupons.end()) {
    wish.coupons.erase(chosen);
    if (tryWish(std::move(wish))) notify(NoticeKind::Info, NoticeCode::CouponLeft, {command.serial}, true);
    return;
  }
  if (m_basket.lines().empty()) return failed({ErrorCode::EmptyBasket, {}});
  auto coupon = m_desk.coupon(command.serial, m_basket.member());
  if (!coupon) return failed(coupon.error());
  // One a bill is the rule (P7): another one takes its place.
  if (wish.coupons.size() >= static_cast<std::size_t>(m_desk.rules().coupon.max_per_bill)) wish.coupons.clear();
  wish.coupons.push_back(std::move(*coupon));
  if (tryWish(std::move(wish))) notify(NoticeKind::Good, NoticeCode::CouponTaken, {command.serial}, true);
}

void Till::Engine::handle(DiscountBill& command) {
  const bool ready = readyForBasket();
  const bool signs = ready && !m_basket.lines().empty() && !command.approver.empty();
  const base::Status approved = signs ? verify(command.approver, command.approver_pin) : base::Status{};
  explicit_bzero(command.approver_pin.data(), command.approver_pin.size());
  if (!ready) return;
  if (m_basket.lines().empty()) return failed({ErrorCode::EmptyBasket, {}});
  if (!approved) return failed(approved.error());
  BillWish wish = m_basket.wish();
  wish.discount = {command.rate, command.minus};
  wish.approver = command.approver;
  auto priced = priceWith(wish);
  if (!priced) return failed(priced.error());
  const auto allowed = m_desk.mayDiscount({m_basket.lines(), m_basket.member(), wish}, *priced, *m_staff);
  if (!allowed) return failed(allowed.error());
  m_basket.wish(std::move(wish));
  take(std::move(*priced));
  Money saving;
  for (const auto& line : m_priced->lines) saving += line.bill;
  if (command.rate || command.minus)
    notify(NoticeKind::Good, NoticeCode::DiscountGiven, {std::to_string(saving.value())}, true);
  else
    notify(NoticeKind::Info, NoticeCode::DiscountTaken, {}, true);
}

void Till::Engine::handle(const TakeOffer& command) {
  if (!readyForBasket() || !m_priced) return;
  const auto promotions = m_desk.rules().promotions->all();
  const auto offer = std::find_if(m_priced->offers.begin(), m_priced->offers.end(), [&](const pricing::Offer& one) {
    return promotions[static_cast<std::size_t>(one.promotion)].id == command.promotion;
  });
  if (offer == m_priced->offers.end()) return failed({ErrorCode::RuleRejected, "OFFER_NOT_REACHED"});
  const auto& promotion = promotions[static_cast<std::size_t>(offer->promotion)];
  const auto product = m_desk.product(promotion.sku);
  if (!product) return failed(product.error());
  const auto added = m_basket.append(*product, promotion.quantity, {.offer = promotion.id});
  if (!added) return failed(added.error());
  repriced();
  notify(NoticeKind::Good, NoticeCode::OfferTaken, {(*product)->name}, true);
}

void Till::Engine::handle(const Explain& command) {
  const bool known = command.line >= 0 && static_cast<std::size_t>(command.line) < m_basket.lines().size();
  m_explained = known && m_phase == Phase::Selling ? command.line : -1;
}

}  // namespace kahui::till
