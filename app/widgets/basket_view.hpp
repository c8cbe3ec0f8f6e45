// The lines of the bill. The chosen line belongs to the till, so the view only asks for another one.
#pragma once

#include <QTableView>

#include "app/models/basket_model.hpp"
#include "app/widgets/basket_delegate.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::widgets {

class BasketView : public QTableView {
  Q_OBJECT

 public:
  explicit BasketView(Look look, QWidget* parent = nullptr);

  void show(const till::Snapshot& snapshot);

 signals:
  void rowChosen(int row);
  void stepped(int row, int pieces);
  void whyAsked();  // of the chosen row

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void arrangeColumns();
  void retranslate();
  [[nodiscard]] bool whyAt(const QPoint& at) const;
  [[nodiscard]] int stepAt(const QPoint& at) const;  // −1, 0, 1 on the chosen row

  Look m_look;
  models::BasketModel m_model;
  BasketDelegate m_delegate;
  int m_pressed_step = 0;
  bool m_pressed_why = false;
};

}  // namespace kahui::widgets
