// A whole page beside the checkout: devices, shift, members, the manager's view. One place, opened from More, left by
// Esc or its own button. MainWindow routes keys, snapshots and notices to the page that is on top.
#pragma once

#include <QWidget>

#include "app/widgets/notice_bar.hpp"
#include "app/widgets/page_head.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::widgets {

class Page : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;

  virtual void open() = 0;                            // it is on top now
  virtual void leave();                               // it is not any more; what waits is given up
  virtual void show(const till::Snapshot& snapshot);  // each new one, while on top
  virtual bool takeKey(int key) = 0;                  // letters on its buttons; not while a line is typed into
  virtual bool back();                                // Esc: a step back within the page; false: leave it
  [[nodiscard]] virtual NoticeBar& notice() = 0;      // where the till speaks while it is on top

 signals:
  void backAsked();

 protected:
  // Its button goes back within the page first, as Esc does. `name` as of PageHead.
  PageHead* makeHead(Look look, const QString& name);
  // Head, a line of words if there is one, the body in the room that is left, and where the till speaks.
  void arrange(PageHead* head, QWidget* words, QLayout* body, NoticeBar* notice);
};

}  // namespace kahui::widgets
