// The settlement sheet of a return in words: what comes back, in money, points, coupons and tier, before it is done.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "app/models/formatter.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::models {

struct ReturnFact {
  QString name;
  QString figure;
  bool warning = false;  // the customer loses something
};

struct ReturnVm {
  QString receipt;   // 小票 0001-01-1-12
  QString sold;      // 3月5日 14:32 · 王**
  QString refund;    // ¥56.91
  bool any = false;  // something is chosen
  std::vector<ReturnFact> facts;
};

class ReturnText {
  Q_DECLARE_TR_FUNCTIONS(ReturnText)

 public:
  static ReturnVm sheet(const till::ReturnView& view, Formatter formatter);
  static QString tender(const std::string& type);  // CASH, WECHAT …; one that is not known stays as it is

 private:
  static void money(ReturnVm& vm, const till::ReturnView& view, Formatter formatter);
  static void points(ReturnVm& vm, const till::ReturnView& view, Formatter formatter);
  static void also(ReturnVm& vm, const till::ReturnView& view, Formatter formatter);
  static ReturnFact giftFact(const till::ReturnAlso& one, Formatter formatter);
  static ReturnFact alsoFact(const till::ReturnAlso& one, Formatter formatter);
  static void benefits(ReturnVm& vm, const till::ReturnView& view);
};

// What may still come back of a line.
inline base::Quantity returnable(const till::ReturnLineView& line) { return line.sold - line.returned; }

}  // namespace kahui::models
