#include "app/models/tier_ways.hpp"

#include <QStringList>

#include "app/models/tier_text.hpp"

namespace kahui::models {

QString TierWays::next(const till::NextTier& next, Formatter formatter) {
  const QString name = tierText(next.name, formatter);
  if (next.missing_months) return tr("%1: %2 more months as a member first").arg(name).arg(*next.missing_months);
  QStringList ways;
  if (next.missing_purchase) ways << tr("spend %1 more now").arg(formatter.money(*next.missing_purchase));
  if (next.missing_points) ways << tr("earn %1 more points").arg(formatter.points(*next.missing_points));
  if (next.missing_bills) ways << tr("%n more bill(s)", nullptr, *next.missing_bills);
  if (next.missing_spent) ways << tr("spend %1 more in all").arg(formatter.money(*next.missing_spent));
  if (next.missing_referrals) ways << tr("bring %n more friend(s)", nullptr, *next.missing_referrals);
  if (ways.isEmpty()) return tr("%1 is reached with this bill").arg(name);
  return tr("%1: %2").arg(name, ways.join(next.all ? tr(", and ") : tr(", or ")));
}

QString TierWays::entry(base::Money bill, Formatter formatter) {
  return tr("No benefits yet: they begin after one bill of %1").arg(formatter.money(bill));
}

}  // namespace kahui::models
