#include "app/models/promotion_text.hpp"

#include <algorithm>

#include "app/models/tier_text.hpp"

namespace kahui::models {

using programme::PromotionKind;

namespace {

constexpr int kUrgent_days = 3;
constexpr int kCounted_days = 31;  // further away a date says more than a number of days

// 9 折 stands without its space inside a longer word.
QString tight(const QString& rate) { return QString(rate).remove(QLatin1Char(' ')); }

}  // namespace

int wholePieces(base::Quantity quantity) {
  return static_cast<int>((quantity.value() + base::kOnePiece.value() - 1) / base::kOnePiece.value());
}

QString PromotionText::benefit(const till::PromotionView& promotion, Formatter formatter) {
  return formatter.language() == Language::Chinese ? tight(formatter.rate(promotion.rate))
                                                   : formatter.rate(promotion.rate);
}

QString PromotionText::name(const till::PromotionView& p, Formatter formatter) {
  const QString threshold = formatter.yuan(p.threshold);
  switch (p.kind) {
    case PromotionKind::ThresholdMinus:
      return (p.repeat ? tr("−¥%1 for each ¥%2") : tr("−¥%1 from ¥%2")).arg(formatter.yuan(p.minus), threshold);
    case PromotionKind::ThresholdRate: return tr("%1 from ¥%2").arg(benefit(p, formatter), threshold);
    case PromotionKind::CountRate:
      return tr("%1 from %2 pieces").arg(benefit(p, formatter), formatter.quantity(p.threshold_qty));
    case PromotionKind::ItemPrice: return tr("offer price ¥%1").arg(formatter.yuan(p.price));
    case PromotionKind::ItemRate: return tr("offer: %1").arg(benefit(p, formatter));
    case PromotionKind::ItemMinus: return tr("¥%1 less a piece").arg(formatter.yuan(p.minus));
    case PromotionKind::BuyNGetM: return tr("buy %1, get %2 free").arg(p.n).arg(p.m);
    case PromotionKind::NthPiece:
      return p.rate.value() == 0 ? tr("piece %1 is free").arg(p.n)
                                 : tr("piece %1: %2").arg(QString::number(p.n), benefit(p, formatter));
    case PromotionKind::NForPrice: return tr("%1 for ¥%2").arg(QString::number(p.n), formatter.yuan(p.price));
    case PromotionKind::Gift: return (p.repeat ? tr("gift for each ¥%1") : tr("gift from ¥%1")).arg(threshold);
    case PromotionKind::Exchange: return tr("for ¥%1 from ¥%2").arg(formatter.yuan(p.price), threshold);
    case PromotionKind::PointsX: return tr("points × %1").arg(formatter.quantity(base::Quantity(p.mult_pct * 10)));
  }
  return {};
}

QString PromotionText::hint(const till::HintView& hint, Formatter formatter) {
  const QString name = PromotionText::name(hint.promotion, formatter);
  if (hint.missing) return tr("%1 more: %2").arg(formatter.money(*hint.missing), name);
  return tr("%n more piece(s): %1", nullptr, wholePieces(hint.missing_pieces.value_or(base::kOnePiece))).arg(name);
}

CouponVm PromotionText::coupon(const till::CouponView& coupon, base::BusinessDate today, Formatter formatter) {
  CouponVm vm;
  vm.name = coupon.rate_coupon ? tr("Coupon: %1").arg(formatter.rate(coupon.rate))
                               : tr("Coupon ¥%1").arg(formatter.yuan(coupon.face));
  QStringList terms;
  if (coupon.min > base::Money()) terms << tr("from ¥%1").arg(formatter.yuan(coupon.min));
  if (coupon.scoped) terms << tr("some goods");
  QStringList tiers;
  for (const auto& tier : coupon.tiers) tiers << tierText(tier, formatter);
  if (!tiers.isEmpty()) terms << tr("%1 only").arg(tiers.join(QLatin1Char('/')));
  vm.chosen = coupon.chosen;
  if (coupon.expires) {
    const int days = coupon.expires->days() - today.days();
    vm.urgent = days <= kUrgent_days;
    if (days <= 0) {
      terms << tr("last day");
    } else if (days <= kCounted_days) {
      terms << tr("%n day(s) left", nullptr, days);
    } else {
      terms << tr("to %1").arg(formatter.shortDate(*coupon.expires));
    }
  }
  vm.detail = terms.join(QStringLiteral(" · "));
  vm.spoken = vm.detail.isEmpty() ? vm.name : vm.name + QStringLiteral(", ") + vm.detail;
  return vm;
}

std::vector<OfferVm> PromotionText::openOffers(const till::Snapshot& snapshot, Formatter formatter) {
  std::vector<OfferVm> open;
  for (const till::OfferView& offer : snapshot.offers) {
    const auto taken = std::count_if(snapshot.lines.begin(), snapshot.lines.end(), [&](const till::LineView& line) {
      return line.promotion && line.promotion->id == offer.promotion.id;
    });
    if (taken >= offer.times) continue;
    const bool gift = offer.promotion.kind == PromotionKind::Gift;
    const QString product = text(offer.product_name);
    open.push_back(
        {offer.promotion.id,
         gift ? tr("Gift: %1").arg(product) : tr("For ¥%1: %2").arg(formatter.yuan(offer.promotion.price), product),
         name(offer.promotion, formatter)});
  }
  return open;
}

}  // namespace kahui::models
