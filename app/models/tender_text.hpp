// Words of the tender step, of payments by code and of stored value.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "app/models/formatter.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::models {

class TenderText {
  Q_DECLARE_TR_FUNCTIONS(TenderText)

 public:
  static bool isPaymentCode(const QString& typed);  // M4
  static QString kind(till::TenderKind kind);
  static QString shortKind(till::TenderKind kind);                          // on a narrow button
  static QString taken(const till::TakenView& taken, Formatter formatter);  // 银行卡 ¥50.00 · 参考号 004211
  static QString stage(till::PaymentView::Stage stage);                     // what is going on
  static QString stage(const till::PaymentView& payment);
  static QString open(const ports::OpenPayment& payment);                 // what is known of it
  static QString why(const ports::ValueRow& row);                         // Top-up, Paid …
  static QString moved(const ports::ValueRow& row, Formatter formatter);  // +¥550.00, −1
  static QString after(const ports::ValueRow& row, Formatter formatter);
  static QString count(const ports::OwnedCount& card, Formatter formatter);  // 8 left, until 2026-06-01
};

}  // namespace kahui::models
