// F1: every key of the till on one page. Any key or touch closes it.
#pragma once

#include "app/models/key_map.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/look.hpp"

namespace kahui::widgets {

class HelpOverlay : public QWidget {
  Q_OBJECT

 public:
  explicit HelpOverlay(Look look, QWidget* parent);

  Q_INVOKABLE bool textFits() const;

 signals:
  void closeAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  [[nodiscard]] QRect sheet() const;
  [[nodiscard]] int paintBlock(QPainter& painter, const models::KeyMap::HelpBlock& block, int x, int y,
                               int width) const;
  void retranslate();

  Look m_look;
  ActionButton* m_close;
};

}  // namespace kahui::widgets
