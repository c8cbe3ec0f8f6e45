// Which key does what: one table for the shortcuts, the key caps on the buttons and the help screen. Keys of functions
// that come later stay free, so that nobody has to learn anew.
#pragma once

#include <QCoreApplication>
#include <QKeySequence>
#include <QString>
#include <vector>

namespace kahui::models {

enum class Action {
  Help,
  Member,
  Search,
  Quantity,
  Discount,
  VoidLine,
  CancelSale,
  Undo,
  LastReceipt,
  Return,
  More,
  Cash,
  Points,
  Why,
  Offer,
  OtherOffer,
  BankCard,
  StoredValue,
  Voucher,
  SplitBill,
  CardPurse,
  Hold,
  Recall,
  Join,
  TopUp,
  Gifts,
};

inline constexpr int kCouponKeys = 9;  // Alt+1 … Alt+9

struct Key {
  Action action;
  QKeySequence sequence;
  QString cap;   // as drawn on the button
  QString icon;  // resources/icons
  QString stem;  // object name without the class
  bool on_bar = true;
};

class KeyMap {
  Q_DECLARE_TR_FUNCTIONS(KeyMap)

 public:
  struct HelpRow {
    QString keys;
    QString text;
  };
  struct HelpBlock {
    QString title;
    std::vector<HelpRow> rows;
  };

  static const std::vector<Key>& keys();
  static const Key& key(Action action);
  static QString label(Action action);  // short, on a button
  static QString couponCap(int place);  // Alt+1 for 0; empty beyond the ninth
  static std::vector<HelpBlock> help();
};

}  // namespace kahui::models
