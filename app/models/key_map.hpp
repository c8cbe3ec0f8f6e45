// Which key does what: one table for the shortcuts, the key caps on the buttons and the help screen. Keys of functions
// that come later (F5 discount, F7 and F8 parking, F9 returns, F12 bank card) stay free, so that nobody has to learn
// anew.
#pragma once

#include <QCoreApplication>
#include <QKeySequence>
#include <QString>
#include <vector>

namespace kahui::models {

enum class Action { Help, Member, Search, Quantity, VoidLine, CancelSale, Undo, LastReceipt, More, Cash };

struct Key {
  Action action;
  QKeySequence sequence;
  QString cap;   // as drawn on the button
  QString icon;  // resources/icons
  QString stem;  // object name without the class
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
  static std::vector<HelpBlock> help();
};

}  // namespace kahui::models
