// The lines of the receipt that comes back, one row each. Rows never move while a return is open; figures change.
#pragma once

#include <QAbstractTableModel>

#include "app/models/formatter.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::models {

class ReturnModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Tick, Product, Sold, Quantity, Value, ColumnCount };
  enum Role {
    StateRole = Qt::UserRole,  // Qt::CheckState
    DetailRole,                // second line: what came back before
    LeftRole,                  // bool: something of the line may still come back
  };

  explicit ReturnModel(Formatter formatter, QObject* parent = nullptr);

  void setLines(const std::vector<till::ReturnLineView>& lines);
  void setFormatter(Formatter formatter);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  [[nodiscard]] QString display(const till::ReturnLineView& line, int column) const;
  [[nodiscard]] QString detail(const till::ReturnLineView& line) const;

  Formatter m_formatter;
  std::vector<till::ReturnLineView> m_lines;
};

}  // namespace kahui::models
