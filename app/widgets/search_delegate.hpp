// Paints a found item: name, code, price, better price.
#pragma once

#include <QStyledItemDelegate>

#include "app/widgets/look.hpp"

namespace kahui::widgets {

class SearchDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  explicit SearchDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  Look m_look;
};

}  // namespace kahui::widgets
