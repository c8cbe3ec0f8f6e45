#include "app/widgets/figure_card.hpp"

#include <QFontMetrics>
#include <QPainter>

namespace kahui::widgets {
namespace {

constexpr int kFigureCardInset_px = 14;
constexpr int kLeastWords_px = 11;
constexpr int kLeastFigure_px = 16;

}  // namespace

FigureCard::FigureCard(Look look, const QString& name, bool compact, QWidget* parent)
    : Card(look, parent), m_compact(compact) {
  setObjectName(name + QStringLiteral("FigureCard"));
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FigureCard::show(const models::FigureVm& figure) {
  m_figure = figure;
  setAccessibleName(figure.title + QStringLiteral(" ") + figure.value + QStringLiteral(" ") + figure.detail);
  update();
}

QFont FigureCard::fitting(const QString& words, int size_px, int least_px, bool bold, int taken_px) const {
  for (int size = size_px; size > least_px; --size) {
    QFont font = typeface(size, bold);
    if (QFontMetrics(font).horizontalAdvance(words) <= room() - taken_px) return font;
  }
  return typeface(least_px, bold);
}

bool FigureCard::textFits() const {
  const auto fits = [this](const QString& words, int least_px, bool bold, int taken_px = 0) {
    return QFontMetrics(typeface(least_px, bold)).horizontalAdvance(words) <= room() - taken_px;
  };
  return fits(m_figure.title, kLeastWords_px, false) && fits(m_figure.value, kLeastFigure_px, true) &&
         (m_compact || fits(m_figure.detail, kLeastWords_px, false, arrow_px()));
}

void FigureCard::paintEvent(QPaintEvent* event) {
  Card::paintEvent(event);
  const Tokens& t = m_look.tokens();
  QPainter painter(this);
  const QRect inner = rect().adjusted(kFigureCardInset_px, m_compact ? 6 : 9, -kFigureCardInset_px, -6);
  painter.setPen(t.secondary);
  painter.setFont(fitting(m_figure.title, 14, kLeastWords_px, false));
  painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft, m_figure.title);
  painter.setPen(m_figure.alert ? t.danger.text : t.text);
  painter.setFont(fitting(m_figure.value, m_compact ? 20 : 28, kLeastFigure_px, true));
  painter.drawText(inner.adjusted(0, m_compact ? 16 : 18, 0, m_compact ? 0 : -18), Qt::AlignVCenter | Qt::AlignLeft,
                   m_figure.value);
  if (m_compact || m_figure.detail.isEmpty()) return;
  QString detail = m_figure.detail;
  QRect line(inner.left(), inner.bottom() - 19, inner.width(), 20);
  painter.setPen(m_figure.alert       ? t.danger.text
                 : m_figure.trend > 0 ? t.good.text
                 : m_figure.trend < 0 ? t.warning.text
                                      : t.secondary);
  if (m_figure.trend != 0) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(painter.pen().color());
    const QPointF at(line.left() + 5, line.center().y() + 1);
    const double up = m_figure.trend > 0 ? 1 : -1;
    const QPointF arrow[] = {at + QPointF(-5, 4 * up), at + QPointF(5, 4 * up), at + QPointF(0, -5 * up)};
    painter.drawPolygon(arrow, 3);
    line.adjust(arrow_px(), 0, 0, 0);
  }
  painter.setFont(fitting(detail, 14, kLeastWords_px, false, arrow_px()));
  painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                   painter.fontMetrics().elidedText(detail, Qt::ElideRight, line.width()));
}

}  // namespace kahui::widgets
