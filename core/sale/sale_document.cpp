#include "core/sale/sale_document.hpp"

#include <algorithm>
#include <array>
#include <map>

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
  for (const Layer layer :
       {Layer::Retail, Layer::Promo, Layer::MemberPrice, Layer::MemberDay, Layer::Tier, Layer::Group, Layer::RateCoupon,
        Layer::Override, Layer::Stack, Layer::Gift, Layer::Exchange}) {
    if (pricing::layerName(layer) == name) return layer;
  }
  return std::nullopt;
}

loyalty::TierRule tierRuleOf(const std::string& name) {
  using loyalty::TierRule;
  for (const TierRule rule : {TierRule::Single, TierRule::Lifetime, TierRule::RepromoteSingle, TierRule::RepromoteCum,
                              TierRule::Bills, TierRule::Spent, TierRule::Referrals, TierRule::All}) {
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
  if (view.record) sold.record = journal::SoldRecord{view.record->bills, view.record->spent, view.record->referrals};
  sold.first_bill = view.first_bill;
  sold.demoted_from_after = tierCode(result.demoted_from_after, pack);
  sold.since_demotion_after = result.since_demotion_after;
  for (const auto& spend : result.points_spent) sold.spent.push_back(lotPartOf(spend));
  for (const auto& benefit : result.benefits)
    sold.benefits.push_back({std::string(benefitName(benefit.kind)), benefit.face, benefit.points, {}});
  sold.promotions = usedPromotions(result, input, pack);
}

// S000-48: what is left of the member's lots, and what this bill gave, by class. New points fill a debt first (N6).
void addClasses(journal::SoldMember& sold, const SaleResult& result, const pricing::SaleInput& input,
                base::Points cashable) {
  using programme::PointsClass;
  const base::BusinessDate today = input.now.date();
  const base::BusinessDate last = today.plusDays(journal::kEnding_days);
  std::array<journal::PointsEnding, 2> ending{};
  const auto add = [&](PointsClass cls, base::Points points, const std::optional<base::BusinessDate>& end) {
    if (points <= base::Points{} || !end || *end < today || *end > last) return;
    auto& one = ending[cls == PointsClass::Cashable ? 1 : 0];
    one.first = one.points == base::Points{} ? *end : std::min(one.first, *end);
    one.points += points;
  };
  base::Points fresh = result.points_earned;
  for (const auto& benefit : result.benefits) fresh += benefit.points;
  for (const auto& lot : input.member->lots) {
    base::Points left = lot.points;
    for (const auto& spend : result.points_spent)
      if (spend.id == lot.id) left = left - spend.points;
    if (lot.points < base::Points{}) fresh += lot.points;
    add(lot.cls, left, lot.expires);
  }
  add(PointsClass::NonCash, fresh, sold.lot_expires);
  sold.cashable_after = cashable;
  for (const auto& spend : result.points_spent)
    if (spend.cls == PointsClass::Cashable) sold.cashable_after = sold.cashable_after - spend.points;
  for (const bool is_cashable : {false, true}) {
    auto& one = ending[is_cashable ? 1 : 0];
    one.cashable = is_cashable;
    if (one.points > base::Points{}) sold.ending.push_back(one);
  }
}

// The promise of the receipt is about the next visit: from the tier after this bill, with nothing in the basket.
void addPromise(journal::SoldMember& sold, const SaleResult& result, const pricing::SaleInput& input,
                const programme::RulePack& pack) {
  const auto rank = pack.rankOf(sold.tier_after);
  if (!rank) return;
  const auto record = loyalty::withBill(input.member->record.value_or(pricing::BuyingRecord{}), result.total);
  const loyalty::Standing after{*rank, result.demoted_from_after, result.since_demotion_after,
                                loyalty::memberMonths(input.member->joined, input.now.date()), record};
  const auto next = loyalty::nextTier(after, *rank, {base::Money{}, sold.lifetime_after, record}, pack);
  if (next && !next->missing_months) {  // no purchase would lift
    sold.next_tier = pack.tier(next->rank).code;
    sold.next_purchase = next->missing_purchase;
    sold.next_points = next->missing_points;
    sold.next_bills = next->missing_bills;
    sold.next_spent = next->missing_spent;
    sold.next_referrals = next->missing_referrals;
    sold.next_all = next->all;
  }
}

// The same back.
std::optional<loyalty::NextTier> promiseOf(const journal::SoldMember& sold, const programme::RulePack& pack) {
  const auto rank = pack.rankOf(sold.next_tier);
  if (!rank) return std::nullopt;
  loyalty::NextTier next{*rank, sold.next_purchase, sold.next_points};
  next.missing_bills = sold.next_bills;
  next.missing_spent = sold.next_spent;
  next.missing_referrals = sold.next_referrals;
  next.all = sold.next_all;
  return next;
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
  if (input.member) sold.group = input.member->group;
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
  if (result.earns) addClasses(sold, result, input, member.cashable);
  if (result.earns) addPromise(sold, result, input, pack);
  return sold;
}

// A1: what the line would have cost at the next best price less what it costs. Where rates are multiplied (P11) the
// other prices were not weighed: against retail, before the rates.
base::Money savedByPrice(const SaleResult& result, std::size_t line) {
  const pricing::PricedLine& priced = result.lines[line];
  std::optional<std::int64_t> next;
  std::int64_t own = priced.after_price.value();
  for (const pricing::Trial& trial : result.trials) {
    if (trial.line != static_cast<std::int32_t>(line) || trial.step != pricing::Step::Layer) continue;
    if (priced.layer == pricing::Layer::Stack && trial.promotion == priced.layer_promotion) own = trial.amount;
    if (trial.reason == pricing::Reason::HigherPrice) next = std::min(next.value_or(trial.amount), trial.amount);
  }
  return base::Money(next.value_or(priced.gross.value()) - own);
}

// A6: what the bill earned less what it would have earned without the promotion.
base::Points addedPoints(const SaleResult& result, const pricing::SaleInput& input, const programme::RulePack& pack,
                         pricing::PromotionRef ref) {
  auto lines = result.lines;
  std::vector<base::Money> finals;
  for (auto& line : lines) {
    finals.push_back(line.final);
    if (line.points_promotion == ref) line.points_mult_pct = 100;
  }
  const auto base = loyalty::pointsBase(input, lines, finals, result.stored_bonus_used, result.total, pack);
  return result.points_earned - loyalty::earnedPoints(base, *result.bill_tier, result.multiplier_pct, pack);
}

std::vector<journal::PromotionSaving> savingsOf(const SaleResult& result, const pricing::SaleInput& input,
                                                const programme::RulePack& pack) {
  std::map<pricing::PromotionRef, journal::PromotionSaving> found;
  for (std::size_t i = 0; i < result.lines.size(); ++i) {
    const pricing::PricedLine& line = result.lines[i];
    const bool offer = line.layer == pricing::Layer::Gift || line.layer == pricing::Layer::Exchange;
    if (line.layer_promotion != pricing::kNoPromotion && !offer)
      found[line.layer_promotion].saved += savedByPrice(result, i);
    if (line.multi_promotion != pricing::kNoPromotion) found[line.multi_promotion].saved += line.multi;
    if (line.points_promotion != pricing::kNoPromotion && result.earns && result.bill_tier)
      found.try_emplace(line.points_promotion);
  }
  std::vector<journal::PromotionSaving> savings;
  for (auto& [ref, one] : found) {
    const auto& promotion = pricing::promotionAt(ref, input, pack);
    if (promotion.kind == programme::PromotionKind::PointsX) one.points = addedPoints(result, input, pack, ref);
    one.promotion = promotion.id;
    if (one.saved != base::Money{} || one.points != base::Points{}) savings.push_back(std::move(one));
  }
  std::sort(savings.begin(), savings.end(), [](const auto& a, const auto& b) { return a.promotion < b.promotion; });
  return savings;
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
  document.savings = savingsOf(result, input, pack);
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
  result.to_next_tier = promiseOf(member, pack);
  return result;
}

}  // namespace kahui::sale
