#include "app/models/why_text.hpp"

#include <algorithm>

#include "app/models/promotion_text.hpp"

namespace kahui::models {

using pricing::Reason;
using pricing::Step;
using till::PriceLayer;

QString WhyText::layer(PriceLayer layer) {
  switch (layer) {
    case PriceLayer::Retail: return tr("Full price");
    case PriceLayer::Promo: return tr("Offer price");
    case PriceLayer::MemberPrice: return tr("Member price");
    case PriceLayer::MemberDay: return tr("Member day");
    case PriceLayer::Tier: return tr("Price of the tier");
    case PriceLayer::RateCoupon: return tr("Coupon");
    case PriceLayer::Override: return tr("Price changed by hand");
    case PriceLayer::Stack: return tr("Several rates, one after the other");
    case PriceLayer::Group: return tr("Price of the group");
  }
  return {};
}

QString WhyText::step(Step step) {
  switch (step) {
    case Step::Layer: return tr("Price");
    case Step::MultiBuy: return tr("Several pieces");
    case Step::Threshold: return tr("Promotion");
    case Step::BillDiscount: return tr("Discount by hand");
    case Step::Coupon: return tr("Coupon");
    case Step::Points: return tr("Paid with points");
    case Step::Rounding: return tr("Rounded down for cash");
    case Step::Offer: return tr("Gift or exchange offer");
    case Step::PointsX: return tr("More points");
  }
  return {};
}

QString WhyText::reason(const till::WhyView& why, Formatter formatter) {
  switch (why.reason) {
    case Reason::Applied: return why.step == Step::Offer ? tr("reached: the offer can be taken") : tr("applied");
    case Reason::HigherPrice: return tr("another price is better");
    case Reason::SmallerSaving: return tr("another promotion saves more");
    case Reason::FloorReached: return tr("applied, held at the lowest rate of the item");
    case Reason::NeedsMember: return tr("for members: tap the card");
    case Reason::WrongTier: return tr("for another tier");
    case Reason::WrongStore: return tr("for another store");
    case Reason::OutOfTime: return tr("not at this time");
    case Reason::LineBarred: return tr("this item is excluded");
    case Reason::ManualPrice: return tr("the price was changed by hand");
    case Reason::NotWholePieces: return tr("for whole pieces only");
    case Reason::FeedsOtherOffer: return tr("its pieces count for another offer");
    case Reason::BelowThreshold: return tr("%1 missing").arg(formatter.money(base::Money(why.missing)));
    case Reason::TooFewPieces: return tr("%n piece(s) missing", nullptr, wholePieces(base::Quantity(why.missing)));
    case Reason::LimitReached: return tr("used as often as allowed");
    case Reason::NoSaving: return tr("nothing to save here");
    case Reason::NotApproved: return tr("its campaign is not approved yet");
  }
  return {};
}

WhyVm WhyText::row(const till::WhyView& why, const std::vector<till::CouponView>& coupons, base::BusinessDate today,
                   Formatter formatter) {
  WhyVm vm;
  const auto coupon = std::find_if(coupons.begin(), coupons.end(), [&](const till::CouponView& one) {
    return !why.coupon.empty() && one.serial == why.coupon;
  });
  if (why.promotion) {
    vm.rule = PromotionText::name(*why.promotion, formatter);
  } else if (coupon != coupons.end()) {
    vm.rule = PromotionText::coupon(*coupon, today, formatter).name;
  } else {
    vm.rule = why.step == Step::Layer ? layer(why.layer) : step(why.step);
  }
  vm.reason = reason(why, formatter);
  vm.applied = why.reason == Reason::Applied || why.reason == Reason::FloorReached;
  vm.whole_bill = why.whole_bill;
  const base::Money amount(why.amount);
  if (why.step == Step::Layer) {
    const bool priced = vm.applied || why.reason == Reason::HigherPrice || why.reason == Reason::NoSaving;
    if (priced && amount > base::Money()) vm.figure = formatter.money(amount);
  } else {
    vm.figure = formatter.saving(amount);
  }
  return vm;
}

std::vector<WhyVm> WhyText::rows(const till::ExplainView& explain, const std::vector<till::CouponView>& coupons,
                                 base::BusinessDate today, Formatter formatter) {
  std::vector<WhyVm> rows;
  for (const till::WhyView& why : explain.tried) rows.push_back(row(why, coupons, today, formatter));
  std::stable_sort(rows.begin(), rows.end(), [](const WhyVm& a, const WhyVm& b) {
    return std::pair(!a.applied, a.whole_bill) < std::pair(!b.applied, b.whole_bill);
  });
  return rows;
}

}  // namespace kahui::models
