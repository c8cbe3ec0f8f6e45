#include "app/widgets/card.hpp"

#include <QPainter>

namespace kahui::widgets {

Card::Card(Look look, QWidget* parent) : QWidget(parent), m_look(look) {
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(m_look.tokens().hairline, 1));
  painter.setBrush(m_look.tokens().surface);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius_px, kRadius_px);
}

}  // namespace kahui::widgets
