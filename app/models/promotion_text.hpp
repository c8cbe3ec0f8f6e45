// Promotions, coupons and what is missing to them as people say them: 满300减40, 第2件5折, 买2送1. Pure functions; the
// two languages say different things (M5), so each is a whole sentence with figures put in.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "app/models/formatter.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::models {

struct CouponVm {
  QString name;    // 20 元券, 8.5 折券
  QString detail;  // 满 200 可用 · 还剩 12 天; 今天到期, 3月5日到期
  bool urgent = false;
  bool chosen = false;
  QString spoken;
};

struct OfferVm {
  std::string promotion;
  QString title;   // 赠品：抽纸
  QString detail;  // 满300送
};

int wholePieces(base::Quantity quantity);  // a part of a piece counts as one

class PromotionText {
  Q_DECLARE_TR_FUNCTIONS(PromotionText)

 public:
  static QString name(const till::PromotionView& promotion, Formatter formatter);
  // 再买 ¥12.00，享满300减40
  static QString hint(const till::HintView& hint, Formatter formatter);
  static CouponVm coupon(const till::CouponView& coupon, base::BusinessDate today, Formatter formatter);
  // Offers that the bill reaches and nobody has taken yet.
  static std::vector<OfferVm> openOffers(const till::Snapshot& snapshot, Formatter formatter);

 private:
  static QString benefit(const till::PromotionView& promotion, Formatter formatter);
};

}  // namespace kahui::models
