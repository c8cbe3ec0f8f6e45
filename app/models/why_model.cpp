#include "app/models/why_model.hpp"

namespace kahui::models {

void WhyModel::setRows(std::vector<WhyVm> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

int WhyModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant WhyModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const WhyVm& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole: return row.rule;
    case Qt::AccessibleTextRole: return QStringLiteral("%1: %2 %3").arg(row.rule, row.reason, row.figure).trimmed();
    case ReasonRole: return row.reason;
    case FigureRole: return row.figure;
    case AppliedRole: return row.applied;
    case WholeBillRole: return row.whole_bill;
    default: return {};
  }
}

}  // namespace kahui::models
