// The customer's entry in words: what it asks for, what is wrong, and what the cashier is told when it is over.
#pragma once

#include <QCoreApplication>

#include "app/models/customer_entry.hpp"
#include "app/models/formatter.hpp"
#include "app/models/messages.hpp"

namespace kahui::models {

class CustomerEntryText {
  Q_DECLARE_TR_FUNCTIONS(CustomerEntryText)

 public:
  static QString question(const CustomerEntry& entry);
  static QString hint(const CustomerEntry& entry);      // how to answer, or what is wrong
  static QString line(const CustomerEntry& entry);      // what was typed so far; a PIN as dots
  static QString spoken(const CustomerEntry& entry);    // the same for a screen reader
  static QString review(const CustomerEntry& entry);    // all of it, a line each
  static QString next(const CustomerEntry& entry);      // on the button
  static QString progress(const CustomerEntry& entry);  // for the cashier: which step the customer is at
  static NoticeVm begun(const CustomerEntry& entry);
  static NoticeVm ended(CustomerEntry::End why, bool pin);

 private:
  static QString step(const CustomerEntry& entry);
  static QString wrong(CustomerEntry::Wrong wrong);
  static QString day(const QString& digits);  // 1990-03-1_
};

}  // namespace kahui::models
