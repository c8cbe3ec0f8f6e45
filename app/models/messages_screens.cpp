// What the screens themselves have to say.
#include "app/models/messages.hpp"

namespace kahui::models {

NoticeVm Messages::vm(const till::Notice& notice, Formatter formatter) {
  const Message message = Messages::notice(notice, formatter);
  return {notice.kind, message.what(), message.next(), notice.can_undo};
}

NoticeVm Messages::scanRefused() {
  return {till::NoticeKind::Error, tr("An item was scanned while money is counted; it was not added."),
          tr("Finish the payment, or press Esc to go back and scan it again."), false};
}

NoticeVm Messages::amountUnreadable() {
  return {till::NoticeKind::Error, tr("This is not an amount of money."),
          tr("Type the cash received, for example 100 or 52.50."), false};
}

NoticeVm Messages::quantityUnreadable() {
  return {till::NoticeKind::Error, tr("This is not a quantity."), tr("Type a number above zero, for example 3 or 0.5."),
          false};
}

NoticeVm Messages::noPoints() {
  return {till::NoticeKind::Info, tr("There are no points to pay with."),
          tr("Tap the member's card and scan the first item."), false};
}

NoticeVm Messages::tooManyPoints(base::Points most, Formatter formatter) {
  return {till::NoticeKind::Error, tr("This bill takes at most %1 points.").arg(formatter.points(most)),
          tr("Type fewer, or press M for as many as it takes."), false};
}

NoticeVm Messages::needsSignature() {
  return {till::NoticeKind::Error, tr("Such a discount is beyond the right of this person."),
          tr("Let a shift leader or manager sign with code and PIN, or press Esc."), false};
}

NoticeVm Messages::pointsUnreadable() {
  return {till::NoticeKind::Error, tr("This is not a number of points."),
          tr("Type whole points, or choose one of the buttons."), false};
}

NoticeVm Messages::discountUnreadable() {
  return {till::NoticeKind::Error, tr("This is not a discount."),
          tr("Type what is paid of the price, for example 90, or choose an amount of money."), false};
}

NoticeVm Messages::returnNeedsEmptyBill() {
  return {till::NoticeKind::Error, tr("Goods cannot come back while a bill is open."),
          tr("Take payment for the bill, or empty it with Shift+F6."), false};
}

NoticeVm Messages::trainingNeedsEmptyBill() {
  return {till::NoticeKind::Error, tr("Training begins and ends between two customers."),
          tr("Take payment for the bill, hold it, or empty it first."), false};
}

NoticeVm Messages::notASaleReceipt() {
  return {till::NoticeKind::Error, tr("This is the receipt of a return."),
          tr("Take the receipt of the sale; its number stands on this one."), false};
}

NoticeVm Messages::nothingToReturn() {
  return {till::NoticeKind::Info, tr("Nothing is chosen to come back."),
          tr("Choose lines with Space, or all of them with A."), false};
}

NoticeVm Messages::pressAgain(const QString& amount) {
  return {till::NoticeKind::Warning, tr("%1 will be given back.").arg(amount),
          tr("Press Enter once more to refund, Esc to stop."), false};
}

NoticeVm Messages::nothingSelected() {
  return {till::NoticeKind::Info, tr("No line is chosen."), tr("Scan an item, or choose a line with the arrow keys."),
          false};
}

NoticeVm Messages::managersOnly() {
  return {till::NoticeKind::Info, tr("The manager's view is for managers."), tr("Sign out, and let a manager sign in."),
          false};
}

QString Messages::advice(ports::ReaderAdvice advice) {
  switch (advice) {
    case ports::ReaderAdvice::None: return {};
    case ports::ReaderAdvice::PlugReaderIn: return tr("Plug the card reader in.");
    case ports::ReaderAdvice::StartService: return tr("The card service does not run: call support.");
    case ports::ReaderAdvice::CloseOtherProgram: return tr("Close the other program that uses the reader.");
    case ports::ReaderAdvice::AllowAccess: return tr("This user may not use the reader: call support.");
    case ports::ReaderAdvice::ReplugReader: return tr("Unplug the reader, wait a moment and plug it in again.");
  }
  return {};
}

}  // namespace kahui::models
