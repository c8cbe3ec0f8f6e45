// What lifts a member to the next tier, in words.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "app/models/formatter.hpp"
#include "core/till/tier_view.hpp"

namespace kahui::models {

class TierWays {
  Q_DECLARE_TR_FUNCTIONS(TierWays)

 public:
  // What each condition still misses; all of them are needed, or any one of them lifts.
  static QString next(const till::NextTier& next, Formatter formatter);
  // S000-29: before the first purchase.
  static QString entry(base::Money bill, Formatter formatter);
};

}  // namespace kahui::models
