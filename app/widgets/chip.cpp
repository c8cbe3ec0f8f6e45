#include "app/widgets/chip.hpp"

#include <QPainter>

#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

constexpr int kChipHeight_px = 28;
constexpr int kChipPadding_px = 12;
constexpr int kChipIcon_px = 16;
constexpr int kDot_px = 8;

}  // namespace

Chip::Chip(Look look, Colors colors, QWidget* parent) : QWidget(parent), m_look(look), m_colors(std::move(colors)) {
  setFont(typeface(14, true));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Chip::setText(const QString& text) {
  if (text == m_text) return;
  m_text = text;
  setAccessibleName(text);
  updateGeometry();
  update();
}

void Chip::setIcon(const QString& icon) {
  m_icon = icon;
  updateGeometry();
  update();
}

void Chip::setDot(QColor Tokens::*dot) {
  m_dot = dot;
  updateGeometry();
  update();
}

void Chip::setColors(Colors colors) {
  m_colors = std::move(colors);
  update();
}

int Chip::lead() const {
  const bool alone = m_text.isEmpty();
  if (!m_icon.isEmpty()) return kChipIcon_px + (alone ? 0 : 6);
  return m_dot != nullptr ? kDot_px + (alone ? 0 : 7) : 0;
}

QSize Chip::sizeHint() const {
  return {2 * kChipPadding_px + lead() + fontMetrics().horizontalAdvance(m_text), kChipHeight_px};
}

void Chip::paintEvent(QPaintEvent*) {
  const Tokens::Pair colors = m_colors(m_look.theme);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colors.back);
  painter.drawRoundedRect(rect(), kChipHeight_px / 2, kChipHeight_px / 2);
  int x = kChipPadding_px;
  if (!m_icon.isEmpty()) {
    paintIcon(painter, m_icon, {x, (height() - kChipIcon_px) / 2, kChipIcon_px, kChipIcon_px}, colors.text);
  } else if (m_dot != nullptr) {
    painter.setBrush(m_look.tokens().*m_dot);
    painter.drawEllipse(QRect(x, (height() - kDot_px) / 2, kDot_px, kDot_px));
  }
  x += lead();
  painter.setPen(colors.text);
  painter.setFont(font());
  painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

}  // namespace kahui::widgets
