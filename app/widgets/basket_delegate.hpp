// Paints the two-line rows of the basket and the steppers of the selected row; no widget lives in a cell.
#pragma once

#include <QStyledItemDelegate>

#include "app/widgets/look.hpp"

namespace kahui::widgets {

class BasketDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  explicit BasketDelegate(Look look, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_look(look) {}

  // In a narrow table the saving stands under the amount.
  void setNarrow(bool narrow) { m_narrow = narrow; }

  struct Steppers {
    QRect less;
    QRect more;
  };
  static Steppers steppers(const QRect& cell);
  static QRect whyBox(const QRect& cell);  // in the product's cell of the chosen row

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintProduct(QPainter& painter, const QRect& box, const QModelIndex& index) const;
  void paintWhy(QPainter& painter, const QRect& box) const;
  void paintQuantity(QPainter& painter, const QRect& box, const QModelIndex& index, bool steps) const;
  void paintAmount(QPainter& painter, const QRect& box, const QModelIndex& index) const;
  void paintStepper(QPainter& painter, const QRect& box, const QString& icon, const QColor& color) const;

  Look m_look;
  bool m_narrow = false;
};

}  // namespace kahui::widgets
