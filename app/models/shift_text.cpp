#include "app/models/shift_text.hpp"

#include "core/base/money_text.hpp"
#include "core/pricing/cash_round.hpp"

namespace kahui::models {
namespace {

using till::NoticeCode;
using till::NoticeKind;

QString shiftArgument(const till::Notice& notice, std::size_t index) {
  return index < notice.args.size() ? text(notice.args[index]) : QString();
}

QString timeOf(const till::Notice& notice, std::size_t arg, Formatter formatter) {
  const auto at =
      arg < notice.args.size() ? base::LocalTime::parse(notice.args[arg]) : std::optional<base::LocalTime>();
  return at ? formatter.time(*at) : QString();
}

}  // namespace

QStringList ShiftText::notKept(const till::Notice& notice) {
  struct Lost {
    const char* name;
    const char* words;
  };
  static constexpr Lost kLost[] = {
      {"MEMBER", QT_TR_NOOP("the member")},       {"COUNT", QT_TR_NOOP("uses of a count card")},
      {"OFFER", QT_TR_NOOP("goods of an offer")}, {"PRICE", QT_TR_NOOP("prices by hand")},
      {"COUPON", QT_TR_NOOP("a coupon")},         {"DISCOUNT", QT_TR_NOOP("the discount on the bill")},
      {"POINTS", QT_TR_NOOP("points")},           {"FEWER_POINTS", QT_TR_NOOP("some of the points")},
      {"GIFT", QT_TR_NOOP("goods for points")},   {"DELIVERY", QT_TR_NOOP("the delivery")}};
  QStringList lost;
  for (std::size_t i = 1; i < notice.args.size(); ++i)
    for (const Lost& one : kLost)
      if (notice.args[i] == one.name) lost << tr(one.words);
  return lost;
}

Message ShiftText::takenOver(const till::Notice& notice, Formatter formatter) {
  const QString note = shiftArgument(notice, 0), place = shiftArgument(notice, 1), at = timeOf(notice, 2, formatter);
  const QString what = note.isEmpty() ? tr("Register %1 took over a held bill at %2.").arg(place, at)
                                      : tr("Register %1 took over “%3” at %2.").arg(place, at, note);
  return Message::trouble(what, tr("It is paid there; here it is not held any more."));
}

Message ShiftText::notice(const till::Notice& notice, Formatter formatter) {
  const QString first = shiftArgument(notice, 0);
  const auto money = [&](std::size_t index) {
    return formatter.money(base::Money(shiftArgument(notice, index).toLongLong()));
  };
  if (notice.code == NoticeCode::FloatSet) return Message::news(tr("The drawer begins with %1.").arg(money(0)));
  if (notice.code == NoticeCode::CashMoved) {
    if (first == QStringLiteral("IN")) return Message::news(tr("%1 were paid into the drawer.").arg(money(1)));
    if (first == QStringLiteral("OUT")) return Message::news(tr("%1 were paid out of the drawer.").arg(money(1)));
    return Message::news(tr("%1 went to the safe.").arg(money(1)));
  }
  if (notice.code == NoticeCode::DrawerOpened) return Message::news(tr("The drawer is open; it is noted."));
  if (notice.code == NoticeCode::DrawerCounted)
    return Message::trouble(tr("The count is compared."), tr("Look at the difference, then sign with your PIN."));
  if (notice.code == NoticeCode::ShiftClosed)
    return Message::news(tr("Shift %1 is closed. The next person signs in.").arg(first));
  if (notice.code == NoticeCode::BillHeld)
    return Message::news(first.isEmpty() ? tr("The bill is held; F8 takes it up again.")
                                         : tr("Held: %1. F8 takes it up again.").arg(first));
  if (const QStringList lost = notKept(notice); notice.code == NoticeCode::BillRecalled && !lost.isEmpty())
    return Message::trouble(tr("The held bill is back without: %1.").arg(lost.join(tr(", "))),
                            tr("Ask for it again if it still applies, then take payment."));
  if (notice.code == NoticeCode::BillRecalled)
    return Message::news(first.isEmpty() ? tr("The held bill is back; prices are up to date.")
                                         : tr("%1 is back; prices are up to date.").arg(first));
  if (notice.code == NoticeCode::BillTakenOver) return takenOver(notice, formatter);
  if (notice.code == NoticeCode::BillTwice)
    return Message::trouble(
        tr("A held bill was taken up here, and at register %1 at %2 too.").arg(first, timeOf(notice, 1, formatter)),
        tr("Look whether it was paid twice, and give one payment back."));
  if (notice.code == NoticeCode::BillDropped)
    return Message::news(first.isEmpty() ? tr("The held bill was cancelled.") : tr("Cancelled: %1").arg(first));
  if (notice.code == NoticeCode::Reprinted)
    return Message::news(tr("Receipt %1, copy number %2.").arg(first, shiftArgument(notice, 1)));
  if (notice.code == NoticeCode::BillReopened)
    return Message::trouble(tr("Receipt %1 is void and its goods are on a new bill.").arg(first),
                            tr("Change the bill, then take payment. Give the old money back first."));
  return Message::news(tr("New price: %1").arg(first));
}

std::vector<ReasonVm> ShiftText::drawerReasons() {
  return {{"change", tr("Give change")},
          {"check", tr("Check the cash")},
          {"receipt", tr("Take something out")},
          {"test", tr("Test the drawer")}};
}

QStringList ShiftText::reopenReasons() {
  return {tr("Wrong way of paying"), tr("Wrong price or quantity"), tr("The member was forgotten"),
          tr("The customer thought again")};
}

QStringList ShiftText::blindReturnReasons() {
  return {tr("The receipt is lost"), tr("A gift, without a receipt"), tr("Faulty goods"),
          tr("The customer thought again")};
}

base::Money ShiftText::dropped(programme::RoundMode mode, base::Money amount) {
  return pricing::droppedBy(mode, amount);
}

QString ShiftText::typed(base::Money amount) { return text(base::yuanText(amount)); }

QString ShiftText::slip(const report::ShiftSlip& slip, Language language, int columns) {
  const auto wanted = language == Language::Chinese ? report::SlipLanguage::Chinese : report::SlipLanguage::English;
  return text(report::renderSlip(slip, wanted, columns));
}

QString ShiftText::heldDetail(const till::HeldBillView& bill, Formatter formatter) {
  QStringList parts{formatter.time(bill.at), tr("%n line(s)", nullptr, bill.lines)};
  if (!bill.masked_name.empty()) parts << text(bill.masked_name);
  parts << text(bill.operator_code);
  return parts.join(QStringLiteral(" · "));
}

QString ShiftText::awayDetail(const till::AwayBillView& bill, Formatter formatter) {
  return tr("Register %1").arg(text(bill.position)) + QStringLiteral(" · ") + heldDetail(bill.bill, formatter);
}

QString ShiftText::receiptDetail(const till::ReceiptRowView& row, Formatter formatter) {
  QStringList parts{formatter.time(row.at)};
  if (row.is_return) parts << tr("Return");
  if (row.voided) parts << tr("Void");
  if (row.copies > 0) parts << tr("%n copy(s)", nullptr, row.copies);
  return parts.join(QStringLiteral(" · "));
}

NoticeVm ShiftText::needsApproval() {
  return {NoticeKind::Warning, tr("This needs somebody else's signature."),
          tr("Let somebody who may sign with code and PIN, or press Esc."), false};
}

NoticeVm ShiftText::reasonMissing() {
  return {NoticeKind::Error, tr("The reason is missing."), tr("Type why, in a few words."), false};
}

NoticeVm ShiftText::countUnreadable() {
  return {NoticeKind::Error, tr("This is not what lies in a drawer."),
          tr("Type the number of notes and coins, or the whole amount."), false};
}

NoticeVm ShiftText::nothingToHold() {
  return {NoticeKind::Info, tr("There is nothing to hold."),
          tr("Scan the first item; F8 shows the bills that are held."), false};
}

NoticeVm ShiftText::nothingHeld() {
  return {NoticeKind::Info, tr("No bill is held."), tr("F7 holds the open bill while another customer pays."), false};
}

NoticeVm ShiftText::holdFirst() {
  return {NoticeKind::Error, tr("A bill is open."),
          tr("Take payment for it or hold it with F7, then take up the other."), false};
}

NoticeVm ShiftText::dropAgain() {
  return {NoticeKind::Warning, tr("The held bill will be cancelled."),
          tr("Press Del once more to cancel it, Esc to stop."), false};
}

NoticeVm ShiftText::nothingToReturnBlind() {
  return {NoticeKind::Info, tr("There are no goods to take back."),
          tr("Scan what the customer brings, then choose it again under More."), false};
}

}  // namespace kahui::models
