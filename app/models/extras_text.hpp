// Words of what stands beside goods on the open bill: what joining would give, a paid term, a delivery.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "app/models/formatter.hpp"
#include "core/till/extras_view.hpp"

namespace kahui::models {

class ExtrasText {
  Q_DECLARE_TR_FUNCTIONS(ExtrasText)

 public:
  static QString offerTitle(const till::JoinOffer& offer, Formatter formatter);
  static QString offerDetail(const till::JoinOffer& offer, Formatter formatter);
  static QString giftPrice(base::Points points, base::Money money, Formatter formatter);  // 50 积分 + 9.90
  static QString term(const loyalty::Term& term);                                         // never empty
};

}  // namespace kahui::models
