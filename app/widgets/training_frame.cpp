#include "app/widgets/training_frame.hpp"

#include <QPainter>

namespace kahui::widgets {
namespace {

constexpr int kEdge_px = 5;
constexpr int kTab_px = 16;  // in the margin below the function keys
constexpr int kTabInset_px = 16;
constexpr int kTrainingFrameMark_px = 110;
constexpr int kMarkAlpha = 20;
constexpr int kSlope = -24;  // degrees

}  // namespace

TrainingFrame::TrainingFrame(Look look, QWidget* parent) : QWidget(parent), m_look(look) {
  setObjectName(QStringLiteral("TrainingFrame"));
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  hide();
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TrainingFrame::paintEvent(QPaintEvent*) {
  const Tokens::Pair colors = m_look.tokens().warning;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colors.text, 2 * kEdge_px));
  painter.drawRect(rect());

  painter.setFont(typeface(11, true));
  const QString words = tr("Training: nothing counts");
  const int wide = painter.fontMetrics().horizontalAdvance(words) + 2 * kTabInset_px;
  const QRect tab((width() - wide) / 2, height() - kTab_px, wide, kTab_px);
  painter.fillRect(tab, colors.text);
  painter.setPen(colors.back);
  painter.drawText(tab, Qt::AlignCenter, words);

  QColor ink = colors.text;
  ink.setAlpha(kMarkAlpha);
  painter.setPen(ink);
  painter.setFont(typeface(kTrainingFrameMark_px, true));
  painter.translate(rect().center());
  painter.rotate(kSlope);
  painter.drawText(QRect(-width(), -kTrainingFrameMark_px, 2 * width(), 2 * kTrainingFrameMark_px), Qt::AlignCenter,
                   tr("Training"));
}

}  // namespace kahui::widgets
