// Words of the club about the open bill: what joining would give, a paid term, a delivery.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "app/models/formatter.hpp"
#include "core/till/club_view.hpp"

namespace kahui::models {

class ClubText {
  Q_DECLARE_TR_FUNCTIONS(ClubText)

 public:
  static QString offerTitle(const till::JoinOffer& offer, Formatter formatter);
  static QString offerDetail(const till::JoinOffer& offer, Formatter formatter);
  static QString term(const loyalty::Term& term);  // never empty
};

}  // namespace kahui::models
