// P1 gross, P2 price layer, P3 lowest rate, P4 manual price, P11 stacking, A1 item promotions.
#include <algorithm>

#include "core/pricing/bill.hpp"

namespace kahui::pricing {

using base::ErrorCode;
using base::Money;
using base::Rate;
using programme::Promotion;
using programme::PromotionKind;

namespace {

using Candidate = PriceLayer::Candidate;

std::optional<Rate> memberDayRate(Bill& bill) {
  std::optional<Rate> lowest;
  if (!bill.isMember()) return lowest;
  for (const auto& day : bill.pack.member_day) {
    if (!day.rate) continue;
    bill.dependsOn(day.window);
    if (programme::holds(day, bill.moment, *bill.tier) && (!lowest || *day.rate < *lowest)) lowest = day.rate;
  }
  return lowest;
}

bool before(const Candidate& a, const Candidate& b, const Bill& bill) {
  if (a.amount != b.amount) return a.amount < b.amount;
  if (a.layer != b.layer) return a.layer < b.layer;
  if (a.promotion != b.promotion) {
    if (a.promotion == kNoPromotion || b.promotion == kNoPromotion) return a.promotion == kNoPromotion;
    return bill.promotion(a.promotion).id < bill.promotion(b.promotion).id;
  }
  return a.coupon < b.coupon;
}

// A1: the price an item promotion gives the line; nothing where it acts on a unit price that a scale label does not
// show.
std::optional<std::int64_t> itemAmount(const Bill& bill, const LineInput& line, std::int64_t gross,
                                       const programme::PromotionBrief& p) {
  if (p.kind == PromotionKind::ItemRate) return bill.rate(gross, Rate(p.value));
  if (p.kind == PromotionKind::ItemPrice) return extended(Money(p.value), line.quantity);
  if (line.amount && line.unit_price == Money(0)) return std::nullopt;
  return extended(std::max(Money(0), line.unit_price - Money(p.value)), line.quantity);
}

}  // namespace

PriceLayer::PriceLayer(Bill& bill)
    : m_bill(bill), m_best(bill.pack.price.layer == programme::LayerMode::Best), m_member_day(memberDayRate(bill)) {
  if (bill.group == nullptr) return;
  const auto window = bill.group->window();
  bill.dependsOn(window);
  if (window.holds(bill.moment)) m_group = bill.group;
}

// BEST tells of each candidate, as one that lost until the winner is known; STACK only of the price it begins with.
void PriceLayer::consider(std::size_t i, const Candidate& candidate) {
  if (!m_won || before(candidate, *m_won, m_bill)) {
    m_won = candidate;
    m_won_at = m_bill.notes->size();
  }
  if (m_best) noteCandidate(i, candidate, Reason::HigherPrice);
}

void PriceLayer::noteCandidate(std::size_t i, const Candidate& candidate, Reason reason) {
  m_bill.note({.line = static_cast<std::int32_t>(i),
               .step = Step::Layer,
               .reason = reason,
               .layer = candidate.layer,
               .promotion = candidate.promotion,
               .coupon = m_bill.couponIndex(candidate.coupon),
               .amount = candidate.amount});
}

void PriceLayer::noteBarred(std::size_t i, Layer layer, Reason reason, PromotionRef promotion) {
  m_bill.note({.line = static_cast<std::int32_t>(i),
               .step = Step::Layer,
               .reason = reason,
               .layer = layer,
               .promotion = promotion});
}

void PriceLayer::addItemPromotion(std::size_t i, std::int64_t gross, PromotionRef ref) {
  Bill& bill = m_bill;
  const auto& p = bill.brief(ref);
  if (p.limited) bill.neverAgain();
  if (bill.line(i).no_promotion) return noteBarred(i, Layer::Promo, Reason::LineBarred, ref);
  if (p.limited && bill.usesOf(ref) >= bill.allowance(bill.promotion(ref)))
    return noteBarred(i, Layer::Promo, Reason::LimitReached, ref);
  if (const auto amount = itemAmount(bill, bill.line(i), gross, p))
    consider(i, {.amount = *amount, .layer = Layer::Promo, .promotion = ref});
}

// RETAIL, PROMO, MEMBER_PRICE: the prices that a rate does not touch.
void PriceLayer::addPrices(std::size_t i, std::int64_t gross, std::span<const PromotionRef> scoped) {
  Bill& bill = m_bill;
  const auto& line = bill.line(i);
  consider(i, {.amount = gross, .layer = Layer::Retail});
  if (line.promo_price) {
    if (line.promo_needs_card && !bill.isMember())
      noteBarred(i, Layer::Promo, Reason::NeedsMember);
    else
      consider(i, {.amount = extended(*line.promo_price, line.quantity), .layer = Layer::Promo});
  }
  for (const auto ref : bill.everywhere(Place::Item)) addItemPromotion(i, gross, ref);
  for (const auto ref : scoped) addItemPromotion(i, gross, ref);
  if (line.member_price) {
    if (!bill.isMember())
      noteBarred(i, Layer::MemberPrice, Reason::NeedsMember);
    else
      consider(i, {.amount = extended(*line.member_price, line.quantity), .layer = Layer::MemberPrice});
  }
  addGroupPrice(i);
}

// S001-40: what the member's group gives on these goods as a rate.
std::optional<Rate> PriceLayer::groupRate(std::size_t i) const {
  if (m_group == nullptr) return std::nullopt;
  const auto& line = m_bill.line(i);
  const auto* own = m_group->priceOf(line.sku, line.category);
  return own == nullptr ? m_group->rate : own->rate;
}

void PriceLayer::addGroupPrice(std::size_t i) {
  const auto& line = m_bill.line(i);
  if (m_bill.group != nullptr && m_group == nullptr) return noteBarred(i, Layer::Group, Reason::OutOfTime);
  if (m_group == nullptr) return;
  const auto* own = m_group->priceOf(line.sku, line.category);
  if (own != nullptr && own->price)
    consider(i, {.amount = extended(*own->price, line.quantity), .layer = Layer::Group});
}

// TIER, GROUP, MEMBER_DAY. STACK multiplies by the better of the first two: they are one member's one standing.
template <class F>
void PriceLayer::memberRates(std::size_t i, F&& f) {
  const Rate tier_rate = m_bill.pack.tier(*m_bill.tier).rate;
  const auto group_rate = groupRate(i);
  if (m_bill.line(i).no_member_discount) {
    if (tier_rate < base::kFullRate) noteBarred(i, Layer::Tier, Reason::LineBarred);
    if (group_rate) noteBarred(i, Layer::Group, Reason::LineBarred);
    if (m_member_day) noteBarred(i, Layer::MemberDay, Reason::LineBarred);
    return;
  }
  const bool group_alone = !m_best && group_rate && *group_rate < tier_rate;
  if (!group_alone) f(Layer::Tier, tier_rate, -1);
  if (group_rate && (m_best || group_alone)) f(Layer::Group, *group_rate, -1);
  if (m_member_day) f(Layer::MemberDay, *m_member_day, -1);
}

// The rates of P2 that apply to the line, in the order in which STACK multiplies them.
template <class F>
void PriceLayer::forEachRate(std::size_t i, F&& f) {
  Bill& bill = m_bill;
  const auto& line = bill.line(i);
  if (bill.isMember()) memberRates(i, f);
  for (std::size_t c = 0; c < bill.coupons.size(); ++c) {
    const auto& coupon = *bill.coupons[c];
    if (!actsInLayer(coupon)) continue;
    if (eligible(coupon, line))
      f(Layer::RateCoupon, coupon.rate, static_cast<std::int32_t>(c));
    else
      noteBarred(i, Layer::RateCoupon, Reason::LineBarred);
  }
}

// BEST: every rate acts on retail, the lowest amount wins.
Candidate PriceLayer::best(std::size_t i, std::int64_t gross) {
  Bill& bill = m_bill;
  const Rate lowest = bill.line(i).min_rate;
  forEachRate(i, [&](Layer layer, Rate rate, std::int32_t coupon) {
    consider(i, {.amount = bill.rate(gross, std::max(rate, lowest)),
                 .layer = layer,
                 .coupon = coupon,
                 .floored = rate < lowest});
  });
  (*bill.notes)[m_won_at].reason = m_won->floored ? Reason::FloorReached : Reason::Applied;
  if (m_won->coupon >= 0)
    bill.out.coupon_savings[static_cast<std::size_t>(m_won->coupon)] += Money(gross - m_won->amount);
  return *m_won;
}

// STACK (P11): the lowest price is multiplied by each rate in turn, not below the item's floor unless it is there
// already.
Candidate PriceLayer::stack(std::size_t i, std::int64_t gross) {
  Bill& bill = m_bill;
  const Candidate start = *m_won;
  noteCandidate(i, start, Reason::Applied);
  const std::int64_t floor = bill.rate(gross, bill.line(i).min_rate);
  std::int64_t product = start.amount;
  Candidate result = start;
  result.layer = Layer::Stack;
  forEachRate(i, [&](Layer layer, Rate rate, std::int32_t coupon) {
    product = bill.rate(product, rate);
    const std::int64_t amount = std::min(start.amount, std::max(product, floor));
    const bool lower = amount < result.amount;
    if (lower && coupon >= 0)
      bill.out.coupon_savings[static_cast<std::size_t>(coupon)] += Money(result.amount - amount);
    const Reason reason = amount > product ? Reason::FloorReached : lower ? Reason::Applied : Reason::NoSaving;
    bill.note({.line = static_cast<std::int32_t>(i),
               .step = Step::Layer,
               .reason = reason,
               .layer = layer,
               .coupon = bill.couponIndex(coupon),
               .amount = amount});
    result.amount = amount;
  });
  return result;
}

// A line that a cashier took from an offer (A4, A5): 0 or the exchange price, whether reached is judged after P7.
base::Result<Candidate> PriceLayer::offered(std::size_t i, std::int64_t gross) const {
  const Bill& bill = m_bill;
  const auto& line = bill.line(i);
  const auto own = bill.pack.promotions->all().size();
  for (std::size_t ref = 0; ref < own + bill.input.promotions.size(); ++ref) {
    const auto& p = bill.promotion(static_cast<PromotionRef>(ref));
    const bool offer = p.kind == PromotionKind::Gift || p.kind == PromotionKind::Exchange;
    if (!offer || p.id != line.offer || p.sku != line.sku) continue;
    const bool gift = p.kind == PromotionKind::Gift;
    const std::int64_t price = gift ? 0 : std::min(gross, extended(p.price, line.quantity));
    return Candidate{
        .amount = price, .layer = gift ? Layer::Gift : Layer::Exchange, .promotion = static_cast<PromotionRef>(ref)};
  }
  return base::fail(ErrorCode::RuleRejected, "OFFER_NOT_REACHED");
}

base::Result<Candidate> PriceLayer::choose(std::size_t i, std::int64_t gross, std::span<const PromotionRef> scoped) {
  Bill& bill = m_bill;
  const auto& line = bill.line(i);
  if (!line.gift.empty())
    return Candidate{.amount = std::min(gross, extended(line.gift_price, line.quantity)), .layer = Layer::Exchange};
  if (bill.isOffer(i)) return offered(i, gross);
  if (line.override_price) {
    const std::int64_t amount = extended(*line.override_price, line.quantity);
    if (amount > gross) return base::fail(ErrorCode::RuleRejected, "OVERRIDE_ABOVE_RETAIL");
    noteBarred(i, Layer::Override, Reason::Applied);
    return Candidate{.amount = amount, .layer = Layer::Override};
  }
  m_won.reset();
  addPrices(i, gross, scoped);
  return m_best ? best(i, gross) : stack(i, gross);
}

base::Result<PricedLine> PriceLayer::price(std::size_t i, std::int64_t gross, std::span<const PromotionRef> scoped) {
  const auto won = choose(i, gross, scoped);
  if (!won) return tl::unexpected(won.error());
  if (won->promotion != kNoPromotion && won->layer != Layer::Gift && won->layer != Layer::Exchange)
    m_bill.countUse(won->promotion);
  PricedLine line;
  line.gross = Money(gross);
  line.layer = won->layer;
  line.layer_promotion = won->promotion;
  line.after_price = Money(won->amount);
  return line;
}

base::Status PriceLayer::checkCoupons() const {
  for (std::size_t c = 0; c < m_bill.coupons.size(); ++c) {
    if (actsInLayer(*m_bill.coupons[c]) && m_bill.out.coupon_savings[c] == Money(0))
      return base::fail(ErrorCode::RuleRejected, "COUPON_NO_BENEFIT");
  }
  return {};
}

}  // namespace kahui::pricing
