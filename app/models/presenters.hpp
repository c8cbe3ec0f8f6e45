// Snapshot to words and figures: plain values that the screens show as they are. Pure functions, tested without a
// window.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "app/models/formatter.hpp"
#include "core/till/cash_preview.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::models {

struct MemberVm {
  QString name;      // masked; the member number where there is no name
  QString phone;     // masked
  QString badge;     // 金卡 · 9.5 折
  QStringList tags;  // of the tier: its badge, and that it has a lane of its own (S000-31, S003-35)
  QString greeting;  // empty: none
  int tier_rank = 0;
  QString points;
  QString earns;     // +426
  QString next;      // what is missing to the next tier; empty: highest
  QString birthday;  // empty: not today
  QString trust;
  bool genuine = false;
  QString terms;  // S000-10; empty: nothing is to be asked
  QString value;  // stored value and uses left; empty: none
};

struct TotalsVm {
  QString gross;
  QString saving;  // −12.00, or 0.00
  bool saves = false;
  QString due;
  QString count;  // 8 lines · 11 pieces
};

struct TenderVm {
  QString due;
  QString rounding;  // empty: nothing dropped
  QString change;    // or what is missing
  bool enough = false;
};

struct StatusVm {
  QString text;    // short: Reader ready
  QString spoken;  // with the reader's own name, or figures, and what to do
  bool good = false;
  bool bad = false;
};

class Presenters {
  Q_DECLARE_TR_FUNCTIONS(Presenters)

 public:
  static MemberVm member(const till::MemberPanel& panel, Formatter formatter);
  static TotalsVm totals(const till::Totals& totals, Formatter formatter);
  // What was given beside the prices: 整单 9 折 · 积分 60; empty: nothing.
  // Title and words of what members may see, the only ones that a customer's screen gets (S000-87).
  static std::vector<std::pair<QString, QString>> forMembers(const till::Snapshot& snapshot, Formatter formatter);
  static QString extras(const till::Snapshot& snapshot, Formatter formatter);
  static TenderVm tender(const till::TenderView& tender, std::optional<base::Money> given, Formatter formatter);
  static StatusVm reader(const till::ReaderView& reader);
  static StatusVm headquarters(const till::HqView& hq);
  // One place for both: a clock that is wrong is what must be looked at first, unless there is an alarm. One is there.
  static StatusVm headquarters(const std::optional<till::HqView>& hq, const std::optional<till::ClockView>& clock);
  static StatusVm clock(const till::ClockView& clock);
  static QString place(const till::StoreView& store);   // Register 03
  static QString person(const till::OperatorView& op);  // 李娜 (0127)
};

}  // namespace kahui::models
