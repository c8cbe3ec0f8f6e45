// Rules that were tried on a line, as a list.
#pragma once

#include <QAbstractListModel>

#include "app/models/why_text.hpp"

namespace kahui::models {

class WhyModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { ReasonRole = Qt::UserRole, FigureRole, AppliedRole, WholeBillRole };

  explicit WhyModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

  void setRows(std::vector<WhyVm> rows);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 private:
  std::vector<WhyVm> m_rows;
};

}  // namespace kahui::models
