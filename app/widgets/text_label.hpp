// A label whose colour is a token and follows the theme. It can say whether its text fits, and data texts may be
// elided.
#pragma once

#include <QLabel>

#include "app/widgets/look.hpp"

namespace kahui::widgets {

class TextLabel : public QLabel {
  Q_OBJECT

 public:
  using Ink = QColor Tokens::*;
  enum class Weight { Normal, Bold };

  TextLabel(Look look, int size_px, Weight weight, Ink ink, QWidget* parent = nullptr);

  void setInk(Ink ink);
  void setElided(bool elided) {
    m_elided = elided;
  }  // for names from data: never wider than the place they have; shrunk first where both are set
  void setShrinking(int least_px) { m_least_px = least_px; }  // for figures: tight lines, smaller type before a cut

  Q_INVOKABLE bool textFits() const;
  QSize minimumSizeHint() const override;
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  [[nodiscard]] QColor color() const { return m_look.tokens().*m_ink; }

 private:
  [[nodiscard]] QFont fittingFont() const;
  [[nodiscard]] int line_px() const;
  [[nodiscard]] int under_px(const QFontMetrics& metrics, const QString& shown) const;

  Look m_look;
  Ink m_ink;
  bool m_elided = false;
  int m_least_px = 0;
};

}  // namespace kahui::widgets
