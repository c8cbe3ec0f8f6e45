// Words of the cashier's day: what the drawer, held bills and receipts answer, reasons, and the slip as text.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "app/models/messages.hpp"

namespace kahui::models {

struct ReasonVm {
  std::string code;  // what is stored
  QString words;
};

class ShiftText {
  Q_DECLARE_TR_FUNCTIONS(ShiftText)

 public:
  static QStringList notKept(const till::Notice& notice);                     // BillRecalled: what is not as it was
  static Message notice(const till::Notice& notice, Formatter formatter);     // of the codes of the shift
  static std::vector<ReasonVm> drawerReasons();                               // why it is opened without a sale
  static QStringList reopenReasons();                                         // usual ones, as they are stored
  static QStringList blindReturnReasons();                                    // likewise
  static base::Money dropped(programme::RoundMode mode, base::Money amount);  // P10
  static QString typed(base::Money amount);                                   // as a person would type it: 2022.50
  static QString slip(const report::ShiftSlip& slip, Language language, int columns);
  // 挂单 5 · 王** · 3 lines: under the note of a held bill.
  static QString heldDetail(const till::HeldBillView& bill, Formatter formatter);
  static Message takenOver(const till::Notice& notice, Formatter formatter);
  static QString awayDetail(const till::AwayBillView& bill, Formatter formatter);  // the other till's register first
  static QString receiptDetail(const till::ReceiptRowView& row, Formatter formatter);

  // Raised by the screens themselves.
  static NoticeVm needsApproval();
  static NoticeVm reasonMissing();
  static NoticeVm countUnreadable();
  static NoticeVm nothingToHold();
  static NoticeVm nothingHeld();
  static NoticeVm holdFirst();
  static NoticeVm dropAgain();  // cancelling a held bill waits for its second press
  static NoticeVm nothingToReturnBlind();
};

}  // namespace kahui::models
