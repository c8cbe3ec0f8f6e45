// The one line on which the till speaks: what happened, what to do next, and a way to take it back. Errors stay until
// the next act, good news goes after four seconds.
#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "app/models/messages.hpp"
#include "app/widgets/action_button.hpp"

namespace kahui::widgets {

class NoticeBar : public QWidget {
  Q_OBJECT

 public:
  NoticeBar(Look look, const QString& name, QWidget* parent = nullptr);

  void setHint(const QString& hint);  // shown while there is nothing to say
  void show(const models::NoticeVm& notice);
  void clear();
  [[nodiscard]] const std::optional<models::NoticeVm>& shown() const { return m_notice; }

  Q_INVOKABLE bool textFits() const;
  QSize sizeHint() const override { return {320, 56}; }
  QSize minimumSizeHint() const override { return {120, 56}; }

 signals:
  void undoAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  [[nodiscard]] QRect textBox() const;
  [[nodiscard]] QFont fitting(const QString& text, int size_px, bool bold) const;
  void placeUndo();
  void retranslate();

  Look m_look;
  QString m_hint;
  std::optional<models::NoticeVm> m_notice;
  ActionButton* m_undo = nullptr;
  QTimer m_timer;
};

}  // namespace kahui::widgets
