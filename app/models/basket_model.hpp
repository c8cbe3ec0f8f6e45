// The basket as a table. Rows keep their identity by line_id, so that a repriced bill repaints rows and never resets
// the view.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/models/formatter.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::models {

class BasketModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Number, Product, UnitPrice, Quantity, Saving, Amount, ColumnCount };
  enum Role {
    DetailRole = Qt::UserRole,  // second line of a product: barcode, pack size, or weight × price
    BadgeRole,                  // QString, empty: none
    BadgeKindRole,              // BadgeKind
    SavingRole,                 // QString, the line's saving, for tables too narrow for the column
    WeighedRole,                // bool: sold by weight, no steps
    OnePieceRole,               // bool: one step down takes the line away
  };
  enum class BadgeKind { None, Price, Member, Muted };

  explicit BasketModel(Formatter formatter, QObject* parent = nullptr);

  void setLines(const std::vector<till::LineView>& lines);
  void setFormatter(Formatter formatter);  // after a change of language

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  [[nodiscard]] QString display(const till::LineView& line, int column) const;
  [[nodiscard]] QString detail(const till::LineView& line) const;
  [[nodiscard]] QString badge(const till::LineView& line) const;
  [[nodiscard]] QString spoken(const till::LineView& line, int column, int row) const;

  Formatter m_formatter;
  std::vector<till::LineView> m_lines;
};

}  // namespace kahui::models
