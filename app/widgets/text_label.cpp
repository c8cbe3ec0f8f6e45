#include "app/widgets/text_label.hpp"

#include <QPainter>
#include <algorithm>

namespace kahui::widgets {

TextLabel::TextLabel(Look look, int size_px, Weight weight, Ink ink, QWidget* parent)
    : QLabel(parent), m_look(look), m_ink(ink) {
  setFont(typeface(size_px, weight == Weight::Bold));
  setTextFormat(Qt::PlainText);
  setFocusPolicy(Qt::NoFocus);
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TextLabel::setInk(Ink ink) {
  if (ink == m_ink) return;
  m_ink = ink;
  update();
}

QFont TextLabel::fittingFont() const {
  QFont fitting = font();
  while (m_least_px > 0 && fitting.pixelSize() > m_least_px &&
         QFontMetrics(fitting).horizontalAdvance(text()) > contentsRect().width()) {
    fitting.setPixelSize(fitting.pixelSize() - 1);
  }
  return fitting;
}

bool TextLabel::textFits() const {
  if (text().isEmpty()) return true;
  if (wordWrap()) return heightForWidth(width()) <= height();
  if (m_elided) return contentsRect().height() >= fontMetrics().height();
  const QFontMetrics metrics(fittingFont());
  return metrics.horizontalAdvance(text()) <= contentsRect().width() && line_px() <= contentsRect().height();
}

// The face keeps room above and below for other scripts; digits stand well in less.
int TextLabel::line_px() const { return m_least_px > 0 ? font().pixelSize() * 7 / 6 : fontMetrics().height(); }

QSize TextLabel::minimumSizeHint() const {
  if (m_elided || m_least_px > 0) return {16, line_px()};
  return QLabel::minimumSizeHint();
}

QSize TextLabel::sizeHint() const {
  if (wordWrap()) return QLabel::sizeHint();
  return {fontMetrics().horizontalAdvance(text()) + 2, line_px()};
}

void TextLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(color());
  painter.setFont(fittingFont());
  const int flags =
      static_cast<int>(alignment()) | (wordWrap() ? Qt::TextWordWrap : Qt::TextSingleLine | Qt::TextDontClip);
  const QString shown = m_elided && !wordWrap()
                            ? painter.fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width())
                            : text();
  painter.drawText(contentsRect().translated(0, -under_px(painter.fontMetrics(), shown)), flags, shown);
}

// How far letters such as g would hang out of a tight line below.
int TextLabel::under_px(const QFontMetrics& metrics, const QString& shown) const {
  const QRect box = contentsRect();
  if (m_least_px == 0 || box.height() >= metrics.height()) return 0;
  const int baseline = (box.height() - metrics.height()) / 2 + metrics.ascent();
  return std::max(0, baseline + metrics.tightBoundingRect(shown).bottom() + 1 - box.height());
}

}  // namespace kahui::widgets
