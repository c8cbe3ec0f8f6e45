// A table of a report for a view: cells as people read them, numbers to the right. GUI thread.
#pragma once

#include <QAbstractTableModel>

#include "core/report/document.hpp"

namespace kahui::models {

class SectionModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Role {
    WidthRole = Qt::UserRole,  // of a column's header: how much place it wants, in characters
    NumberRole,                // stands to the right
  };

  using QAbstractTableModel::QAbstractTableModel;

  void set(report::Section whole);  // shows it without the columns for machines
  [[nodiscard]] const report::Section& section() const { return m_section; }
  [[nodiscard]] std::int64_t memberAt(int row) const;  // 0: the row is no member's
  [[nodiscard]] std::string receiptAt(int row) const;  // empty: it speaks of none

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int column, Qt::Orientation orientation, int role) const override;

 private:
  [[nodiscard]] int width(int column) const;

  report::Section m_section;
};

}  // namespace kahui::models
