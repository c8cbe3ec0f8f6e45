#include "app/models/extras_text.hpp"

namespace kahui::models {

// The saving first: it can be said in one breath.
QString ExtrasText::offerTitle(const till::JoinOffer& offer, Formatter formatter) {
  if (offer.saved > base::Money()) return tr("As a member: %1 less").arg(formatter.money(offer.saved));
  return tr("As a member: %1 points").arg(formatter.points(offer.points + offer.gift));
}

QString ExtrasText::offerDetail(const till::JoinOffer& offer, Formatter formatter) {
  QStringList parts;
  if (offer.saved > base::Money() && offer.points > base::Points())
    parts << tr("and %1 points from this bill").arg(formatter.points(offer.points));
  if (offer.gift > base::Points()) parts << tr("%1 points for joining").arg(formatter.points(offer.gift));
  if (offer.gift_face > base::Money()) parts << tr("a coupon of %1 for joining").arg(formatter.money(offer.gift_face));
  if (parts.isEmpty()) return tr("Joining takes half a minute; the bill stays");
  return parts.join(QStringLiteral(" · "));
}

QString ExtrasText::giftPrice(base::Points points, base::Money money, Formatter formatter) {
  if (money == base::Money()) return tr("%1 points").arg(formatter.points(points));
  return tr("%1 points + %2").arg(formatter.points(points), formatter.amount(money));
}

QString ExtrasText::term(const loyalty::Term& term) {
  const QString until = term.until ? QString::fromStdString(term.until->iso()) : QString();
  switch (term.state) {
    case loyalty::TermState::None: return tr("No membership is paid: a guest's prices. Sell the fee to begin.");
    case loyalty::TermState::Paid:
      return term.may_renew ? tr("Membership ends %1: renew now at the renewal price").arg(until)
                            : tr("Membership until %1").arg(until);
    case loyalty::TermState::Grace:
      return tr("Membership ended %1; benefits go on for some days. Renew now.").arg(until);
    case loyalty::TermState::Ended: return tr("Membership ended %1: a guest's prices. Offer to renew.").arg(until);
  }
  return {};
}

}  // namespace kahui::models
