#include "core/sale/sale_record.hpp"

namespace kahui::sale {

using base::Money;
using base::Points;
using journal::LineFlag;
using pricing::LineInput;

namespace {

struct FlagName {
  LineFlag flag;
  bool LineInput::*field;
};
constexpr FlagName kFlags[] = {{LineFlag::kPromoNeedsCard, &LineInput::promo_needs_card},
                               {LineFlag::kNoMemberDiscount, &LineInput::no_member_discount},
                               {LineFlag::kNoPoints, &LineInput::no_points},
                               {LineFlag::kNoPromotion, &LineInput::no_promotion},
                               {LineFlag::kNoBillDiscount, &LineInput::no_bill_discount},
                               {LineFlag::kNoCoupon, &LineInput::no_coupon},
                               {LineFlag::kNoTierCredit, &LineInput::no_tier_credit}};

LineInput lineOf(const journal::SoldLine& sold) {
  LineInput line;
  line.sku = sold.sku;
  line.category = sold.terms.category;
  line.brand = sold.terms.brand;
  line.unit_price = sold.unit_price;
  line.amount = sold.terms.amount;
  line.quantity = sold.quantity;
  line.promo_price = sold.terms.promo_price;
  line.member_price = sold.terms.member_price;
  line.override_price = sold.terms.override_price;
  line.min_rate = base::Rate(sold.terms.min_rate);
  line.pay_pct = sold.terms.pay_pct;
  line.offer = sold.terms.offer;
  line.gift = sold.terms.gift;
  line.gift_points = sold.terms.gift_points;
  line.gift_price = sold.terms.gift_price;
  for (const auto& [flag, field] : kFlags) line.*field = (sold.terms.flags & flag) != 0;
  return line;
}

pricing::MemberView memberOf(const journal::SoldMember& sold, base::BusinessDate day) {
  pricing::MemberView member;
  member.id = sold.id.hex();
  member.tier = !sold.tier_before.empty() ? sold.tier_before
                : !sold.bill_tier.empty() ? sold.bill_tier
                                          : sold.tier_after;
  member.status = sold.bill_tier.empty() ? pricing::MemberStatus::Frozen : pricing::MemberStatus::Active;
  if (sold.birthday) {
    member.birthday = member::Birthday{member::BirthdayCalendar::Solar, day.month(), day.day()};
  }
  for (const journal::LotPart& lot : sold.spent) member.lots.push_back(lotOf(lot));
  member.lifetime = sold.lifetime_after - sold.earned;
  // V2: taken in the same proportion as then, whatever the rule: all of it is spent.
  if (sold.stored_principal + sold.stored_bonus > Money{})
    member.stored = pricing::StoredBalance{sold.stored_principal, sold.stored_bonus};
  member.demoted_from = sold.demoted_from;
  member.since_demotion = sold.since_demotion;
  member.joined = sold.joined;
  member.group = sold.group;
  if (sold.record)
    member.record = pricing::BuyingRecord{sold.record->bills, sold.record->spent, sold.record->referrals};
  member.first_bill = sold.first_bill;
  for (const auto& use : sold.promotions) member.promotion_uses.push_back({use.promotion, use.today, use.ever});
  return member;
}

}  // namespace

journal::LineTerms termsOf(const LineInput& line) {
  journal::LineTerms terms;
  terms.category = line.category;
  terms.brand = line.brand;
  terms.offer = line.offer;
  terms.amount = line.amount;
  terms.promo_price = line.promo_price;
  terms.member_price = line.member_price;
  terms.override_price = line.override_price;
  terms.min_rate = line.min_rate.value();
  terms.pay_pct = line.pay_pct;
  terms.gift = line.gift;
  terms.gift_points = line.gift_points;
  terms.gift_price = line.gift_price;
  for (const auto& [flag, field] : kFlags)
    if (line.*field) terms.flags |= flag;
  return terms;
}

Points giftPointsOf(const journal::SoldLine& line) {
  return Points(line.terms.gift_points.value() * (line.quantity.value() / base::kOnePiece.value()));
}

journal::CouponTerms termsOf(const pricing::Coupon& coupon) {
  journal::CouponTerms terms;
  terms.type = coupon.type == pricing::CouponType::Cash ? "CASH" : "RATE";
  terms.face = coupon.face;
  terms.rate = coupon.rate.value();
  terms.stackable = coupon.stackable;
  terms.min = coupon.min;
  terms.max_minus = coupon.max_minus;
  terms.skus = coupon.scope.skus;
  terms.categories = coupon.scope.categories;
  terms.brands = coupon.scope.brands;
  terms.partner = coupon.partner;
  terms.tiers = coupon.tiers;
  return terms;
}

pricing::Coupon couponOf(const std::string& serial, const journal::CouponTerms& terms,
                         std::optional<base::BusinessDate> expires) {
  pricing::Coupon coupon;
  coupon.id = serial;
  coupon.type = terms.type == "RATE" ? pricing::CouponType::Rate : pricing::CouponType::Cash;
  coupon.face = terms.face;
  coupon.rate = base::Rate(terms.rate);
  coupon.stackable = terms.stackable;
  coupon.min = terms.min;
  coupon.max_minus = terms.max_minus;
  coupon.expires = expires;
  coupon.scope = {terms.skus, terms.categories, terms.brands};
  coupon.partner = terms.partner;
  coupon.tiers = terms.tiers;
  return coupon;
}

pricing::PointsLot lotOf(const journal::LotPart& part) {
  return {part.lot, part.cashable ? programme::PointsClass::Cashable : programme::PointsClass::NonCash, part.points,
          part.expires};
}

journal::LotPart lotPartOf(const pricing::LotSpend& spend) {
  return {spend.id, spend.cls == programme::PointsClass::Cashable, spend.points, spend.expires};
}

pricing::SaleInput inputOf(const journal::Event& sale) {
  const auto& document = std::get<journal::SaleCompleted>(sale.payload);
  pricing::SaleInput input;
  input.now = sale.at.local();
  input.store = sale.store_no;
  for (const auto& line : document.lines) input.basket.push_back(lineOf(line));
  for (const auto& coupon : document.coupons)
    input.coupons.push_back(couponOf(coupon.serial, coupon.terms, coupon.expires));
  if (document.discount_rate) input.bill_discount.rate = base::Rate(*document.discount_rate);
  input.bill_discount.minus = document.discount_minus;
  input.gifts_today = document.gifts_today;
  if (document.member) {
    input.member = memberOf(*document.member, input.now.date());
    input.points = document.member->used;
    for (const auto& line : document.lines) input.points -= giftPointsOf(line);
  }
  // Cash paid what the others left, rounded down; it is left to find that again.
  for (const auto& tender : document.tenders) {
    const bool rest = tender.type == "CASH";
    input.tenders.push_back({tender.type, rest ? std::nullopt : std::optional(tender.amount), tender.given,
                             tender.reference, tender.payment});
  }
  return input;
}

base::Result<SaleRecord> recordOf(const journal::Event& sale, const programme::RulePack& pack) {
  SaleRecord record{inputOf(sale), {}};
  auto sold = evaluateSale(record.input, pack);
  if (!sold) return base::fail(base::ErrorCode::StoreCorrupt, "a stored sale is refused: " + sold.error().detail);
  const auto& document = std::get<journal::SaleCompleted>(sale.payload);
  if (sold->total != document.total || sold->rounding != document.rounding)
    return base::fail(base::ErrorCode::StoreCorrupt, "a stored sale gives another total: " + document.receipt_no);
  record.sold = std::move(*sold);
  return record;
}

ReturnRequest requestOf(const journal::Event& returned) {
  const auto& document = std::get<journal::SaleReturned>(returned.payload);
  ReturnRequest request;
  request.at = returned.at.local();
  for (const auto& line : document.lines) request.lines.push_back({static_cast<std::size_t>(line.line), line.quantity});
  request.gift_used = document.gift_used;
  request.return_coupon_used = document.return_coupon_used;
  return request;
}

}  // namespace kahui::sale
