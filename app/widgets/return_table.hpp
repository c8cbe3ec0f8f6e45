// The lines of the receipt that comes back: a box to tick the whole line, steps for a part of it. Figures belong to the
// till; which row is chosen belongs to the table.
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

#include "app/models/return_model.hpp"
#include "app/widgets/look.hpp"

namespace kahui::widgets {

class ReturnDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  explicit ReturnDelegate(Look look, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_look(look) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintTick(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
  void paintProduct(QPainter& painter, const QRect& box, const QModelIndex& index) const;
  void paintQuantity(QPainter& painter, const QRect& cell, const QModelIndex& index, bool steps) const;

  Look m_look;
};

class ReturnTable : public QTableView {
  Q_OBJECT

 public:
  explicit ReturnTable(Look look, QWidget* parent = nullptr);

  void show(const till::ReturnView& view);
  void move(int by);
  [[nodiscard]] int row() const { return currentIndex().row(); }  // -1: none

 signals:
  void toggled(int row);
  void stepped(int row, int pieces);

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override { mousePressEvent(event); }
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void arrangeColumns();
  void retranslate();
  [[nodiscard]] int stepAt(const QPoint& at) const;

  Look m_look;
  models::ReturnModel m_model;
  ReturnDelegate m_delegate;
  std::string m_receipt_no;
  QModelIndex m_pressed;
  int m_pressed_step = 0;
};

}  // namespace kahui::widgets
