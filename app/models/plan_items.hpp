// Tags, benefits, draws and single rules of the care plan as a screen edits them: rows, what a person types for one,
// and the request to the till. Money in yuan as typed.
#pragma once

#include <QCoreApplication>
#include <QStringList>
#include <optional>

#include "app/models/report_model.hpp"
#include "core/till/task_request.hpp"

namespace kahui::models {

enum class PlanPart { Tags, Benefits, Draws, Rules };
inline constexpr int kPlanParts = 4;

struct PlanItemRow {
  QString title, detail, figure;
};

class PlanItems {
  Q_DECLARE_TR_FUNCTIONS(PlanItems)

 public:
  static constexpr int kMostFields = 6;

  static QString title(PlanPart part);
  static std::vector<PlanItemRow> rows(const programme::CarePlan& plan, PlanPart part, Formatter formatter);
  static QStringList hints(PlanPart part, int row);  // one a field
  // What stands in the fields of a row; -1: of a new one.
  static QStringList typed(const programme::CarePlan& plan, PlanPart part, int row, Formatter formatter);
  // `row` -1: a new one. Text: what is wrong with what was typed, to be said.
  struct Wrong {
    int field = 0;
    QString text;
  };
  static std::optional<till::TaskRequest> change(const PlanVm& plan, PlanPart part, int row, const QStringList& fields,
                                                 Formatter formatter, Wrong& wrong);
  static std::optional<till::TaskRequest> remove(const PlanVm& plan, PlanPart part, int row);
  [[nodiscard]] static bool mayAdd(PlanPart part) { return part != PlanPart::Rules; }

  // How often, as it is typed: 4m a month, 1y a year, 1 for good, 1/30 in 30 days.
  static QString limitTyped(const programme::CareBenefit& benefit);
  static bool readLimit(const QString& typed, programme::CareBenefit& benefit);
  // The day that it is for, in words: birthday, birthday month (S003-73), joining day; empty: any.
  static QString dayTyped(const programme::CareBenefit& benefit);
  static bool readDay(const QString& typed, programme::CareBenefit& benefit);
  // Chances by tier: SLV 1, GLD 3.
  static QString entriesTyped(const programme::CareBenefit& benefit);
  static bool readEntries(const QString& typed, programme::CareBenefit& benefit);
};

}  // namespace kahui::models
