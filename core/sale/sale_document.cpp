#include "core/sale/sale_document.hpp"

#include <algorithm>

#include "core/loyalty/earning.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/sale/sale_record.hpp"

namespace kahui::sale {

namespace {

journal::SoldLine soldLine(const pricing::PricedLine& priced, const pricing::LineInput& input,
                           const catalog::Product& product) {
  journal::SoldLine line;
  line.sku = product.sku;
  line.barcode = product.barcode;
  line.name = product.name;
  line.unit = product.unit;
  line.quantity = input.quantity;
  line.unit_price = input.unit_price;
  line.terms = termsOf(input);
  line.gross = priced.gross;
  line.layer = pricing::layerName(priced.layer);
  line.after_price = priced.after_price;
  line.multi = priced.multi;
  line.promo = priced.promo;
  line.bill = priced.bill;
  line.coupon = priced.coupon;
  line.points = priced.points;
  line.round = priced.round;
  line.final = priced.final;
  line.tier_measure = priced.final;
  line.in_multi = priced.in_multi;
  line.cost = product.cost;
  return line;
}

std::optional<pricing::Layer> layerOf(const std::string& name) {
  using pricing::Layer;
  for (const Layer layer : {Layer::Retail, Layer::Promo, Layer::MemberPrice, Layer::MemberDay, Layer::Tier,
                            Layer::RateCoupon, Layer::Override, Layer::Stack, Layer::Gift, Layer::Exchange}) {
    if (pricing::layerName(layer) == name) return layer;
  }
  return std::nullopt;
}

loyalty::TierRule tierRuleOf(const std::string& name) {
  using loyalty::TierRule;
  for (const TierRule rule :
       {TierRule::Single, TierRule::Lifetime, TierRule::RepromoteSingle, TierRule::RepromoteCum}) {
    if (loyalty::tierRuleName(rule) == name) return rule;
  }
  return TierRule::None;
}

std::string tierCode(const std::optional<int>& rank, const programme::RulePack& pack) {
  return rank ? pack.tier(*rank).code : std::string();
}

std::string_view benefitName(loyalty::BenefitKind kind) {
  switch (kind) {
    case loyalty::BenefitKind::GiftCoupon: return "GIFT_COUPON";
    case loyalty::BenefitKind::ReturnPoints: return "RETURN_POINTS";
    case loyalty::BenefitKind::ReturnCoupon: return "RETURN_COUPON";
  }
  return {};
}

// The limited promotions that the member had before or has by this bill.
std::vector<journal::UsedPromotion> usedPromotions(const SaleResult& result, const pricing::SaleInput& input,
                                                   const programme::RulePack& pack) {
  std::vector<journal::UsedPromotion> used;
  for (const auto& use : input.member->promotion_uses) used.push_back({use.promotion, use.today, use.ever, 0});
  for (const auto& count : result.limited) {
    const auto& promotion = pricing::promotionAt(count.promotion, input, pack);
    if (!promotion.per_member && !promotion.per_member_day) continue;
    const auto known =
        std::find_if(used.begin(), used.end(), [&](const auto& use) { return use.promotion == promotion.id; });
    if (known != used.end())
      known->now = count.times;
    else
      used.push_back({promotion.id, 0, 0, count.times});
  }
  return used;
}

// What only a member who earns has.
void addEarnings(journal::SoldMember& sold, const SaleResult& result, const pricing::SaleInput& input,
                 const programme::RulePack& pack) {
  const auto& view = *input.member;
  if (view.birthday)
    sold.birthday = member::isBirthday(input.now.date(), *view.birthday, loyalty::leapDay(pack.birthday.feb29));
  sold.demoted_from = view.demoted_from;
  sold.since_demotion = view.since_demotion;
  const bool months = std::any_of(pack.tiers.begin(), pack.tiers.end(),
                                  [](const programme::Tier& tier) { return tier.min_member_months > 0; });
  if (months) sold.joined = view.joined;
  sold.demoted_from_after = tierCode(result.demoted_from_after, pack);
  sold.since_demotion_after = result.since_demotion_after;
  for (const auto& spend : result.points_spent) sold.spent.push_back(lotPartOf(spend));
  for (const auto& benefit : result.benefits)
    sold.benefits.push_back({std::string(benefitName(benefit.kind)), benefit.face, benefit.points, {}});
  sold.promotions = usedPromotions(result, input, pack);
}

journal::SoldMember soldMember(const SaleResult& result, const pricing::SaleInput& input,
                               const programme::RulePack& pack, const member::Member& member,
                               const SaleHeader& header) {
  journal::SoldMember sold;
  sold.no = member.no.value();
  sold.id = member.id;
  sold.credential = header.credential;
  sold.bill_tier = tierCode(result.bill_tier, pack);
  if (member.tier != sold.bill_tier) sold.tier_before = member.tier;
  sold.tier_after = result.tier_after ? tierCode(result.tier_after, pack) : member.tier;
  sold.tier_rule = loyalty::tierRuleName(result.tier_rule);
  sold.earned = result.points_earned;
  sold.used = result.points_used;
  sold.stored_principal = result.stored_principal_used;
  sold.stored_bonus = result.stored_bonus_used;
  if (const base::Money paid = sold.stored_principal + sold.stored_bonus; paid > base::Money{})
    sold.stored_after = input.member->stored->principal + input.member->stored->bonus - paid;
  sold.multiplier_pct = result.multiplier_pct;
  sold.lifetime_after = result.earns ? result.lifetime_after : member.lifetime;
  sold.balance_after = member.points() + result.points_earned - result.points_used;
  for (const auto& benefit : result.benefits) sold.balance_after += benefit.points;
  if (result.earns) addEarnings(sold, result, input, pack);
  if (sold.balance_after + result.points_used > member.points())
    sold.lot_expires = loyalty::expiryDate(pack.points.expiry_noncash, input.now.date());
  // The promise of the receipt is about the next visit: from the tier after this bill, with nothing in the basket.
  const auto rank = pack.rankOf(sold.tier_after);
  if (rank && result.earns) {
    const loyalty::Standing after{*rank, result.demoted_from_after, result.since_demotion_after,
                                  loyalty::memberMonths(input.member->joined, input.now.date())};
    const auto next = loyalty::nextTier(after, *rank, base::Money{}, sold.lifetime_after, pack);
    if (next && !next->missing_months) {  // no purchase would lift
      sold.next_tier = pack.tier(next->rank).code;
      sold.next_purchase = next->missing_purchase;
      sold.next_points = next->missing_points;
    }
  }
  return sold;
}

}  // namespace

journal::SaleCompleted saleDocument(const SaleResult& result, const pricing::SaleInput& input,
                                    const programme::RulePack& pack,
                                    std::span<const std::shared_ptr<const catalog::Product>> products,
                                    const member::Member* member, const SaleHeader& header) {
  KAHUI_ASSERT(products.size() == result.lines.size() && input.basket.size() == result.lines.size());
  journal::SaleCompleted document;
  document.ref = header.ref;
  document.ref_digest = header.ref_digest;
  document.shift = header.shift;
  document.operator_code = header.operator_code;
  document.operator_name = header.operator_name;
  document.approver = header.approver;
  for (std::size_t i = 0; i < products.size(); ++i) {
    document.lines.push_back(soldLine(result.lines[i], input.basket[i], *products[i]));
    if (i < result.tier_measure.size()) document.lines.back().tier_measure = result.tier_measure[i];
  }
  for (const pricing::TenderPaid& paid : result.tenders)
    document.tenders.push_back({paid.type, paid.amount, paid.given, paid.reference, paid.payment});
  for (const std::string& serial : result.coupons_used) {
    const auto coupon = std::find_if(input.coupons.begin(), input.coupons.end(),
                                     [&](const pricing::Coupon& one) { return one.id == serial; });
    KAHUI_ASSERT(coupon != input.coupons.end());
    document.coupons.push_back({serial, termsOf(*coupon), coupon->expires});
  }
  if (input.bill_discount.rate) document.discount_rate = input.bill_discount.rate->value();
  document.discount_minus = input.bill_discount.minus;
  document.gifts_today = input.gifts_today;
  if (result.promotion != pricing::kNoPromotion)
    document.promotion = pricing::promotionAt(result.promotion, input, pack).id;
  document.gross = result.gross;
  document.total = result.total;
  document.rounding = result.rounding;
  document.change = result.change;
  if (member != nullptr) document.member = soldMember(result, input, pack, *member, header);
  return document;
}

base::Result<SaleResult> saleResultOf(const journal::SaleCompleted& document, const programme::RulePack& pack) {
  SaleResult result;
  result.gross = document.gross;
  result.total = document.total;
  result.rounding = document.rounding;
  result.change = document.change;
  result.pack_version = pack.version;
  const auto promotions = pack.promotions->all();
  const auto promotion =
      std::find_if(promotions.begin(), promotions.end(), [&](const auto& one) { return one.id == document.promotion; });
  if (promotion != promotions.end())
    result.promotion = static_cast<pricing::PromotionRef>(promotion - promotions.begin());
  for (const auto& coupon : document.coupons) result.coupons_used.push_back(coupon.serial);
  for (const journal::SoldLine& sold : document.lines) {
    const auto layer = layerOf(sold.layer);
    if (!layer) return base::fail(base::ErrorCode::StoreCorrupt, "unknown price layer " + sold.layer);
    pricing::PricedLine line;
    line.gross = sold.gross;
    line.layer = *layer;
    line.after_price = sold.after_price;
    line.multi = sold.multi;
    line.in_multi = sold.in_multi;
    line.promo = sold.promo;
    line.bill = sold.bill;
    line.coupon = sold.coupon;
    line.points = sold.points;
    line.round = sold.round;
    line.final = sold.final;
    line.gift_points = giftPointsOf(sold);
    result.gift_points += line.gift_points;
    result.lines.push_back(line);
  }
  for (const journal::SoldTender& tender : document.tenders)
    result.tenders.push_back({tender.type, tender.amount, tender.given, tender.reference, tender.payment});
  if (!document.member) return result;

  const journal::SoldMember& member = *document.member;
  result.tier_after = pack.rankOf(member.tier_after);
  if (!result.tier_after) return base::fail(base::ErrorCode::StoreCorrupt, "unknown tier " + member.tier_after);
  result.points_used = member.used;
  result.stored_principal_used = member.stored_principal;
  result.stored_bonus_used = member.stored_bonus;
  for (const auto& part : member.spent) {
    const auto lot = lotOf(part);
    result.points_spent.push_back({lot.id, lot.cls, lot.points, lot.expires});
  }
  if (member.bill_tier.empty()) return result;
  result.earns = true;
  result.bill_tier = pack.rankOf(member.bill_tier);
  if (!result.bill_tier) return base::fail(base::ErrorCode::StoreCorrupt, "unknown tier " + member.bill_tier);
  result.tier_rule = tierRuleOf(member.tier_rule);
  result.points_earned = member.earned;
  result.multiplier_pct = member.multiplier_pct;
  result.lifetime_after = member.lifetime_after;
  result.demoted_from_after = pack.rankOf(member.demoted_from_after);
  result.since_demotion_after = member.since_demotion_after;
  for (const auto& benefit : member.benefits) {
    using loyalty::BenefitKind;
    for (const auto kind : {BenefitKind::GiftCoupon, BenefitKind::ReturnPoints, BenefitKind::ReturnCoupon})
      if (benefitName(kind) == benefit.kind) result.benefits.push_back({kind, benefit.face, benefit.points});
  }
  if (member.referral && member.referral->points > base::Points{})
    result.referral =
        loyalty::ReferralReward{member::MemberNo(member.referral->to).text(), member.referral->points,
                                pack.tier_rules.lifetime_from_referral ? member.referral->points : base::Points{}};
  for (const journal::SoldLine& sold : document.lines) result.tier_measure.push_back(sold.tier_measure);
  if (const auto next = pack.rankOf(member.next_tier); next)
    result.to_next_tier = {*next, member.next_purchase, member.next_points};
  return result;
}

}  // namespace kahui::sale
