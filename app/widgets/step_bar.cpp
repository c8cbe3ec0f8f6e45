#include "app/widgets/step_bar.hpp"

#include <QPainter>

#include "app/widgets/theme.hpp"

namespace kahui::widgets {
namespace {

constexpr int kStepBarHeight_px = 10;
constexpr int kRound_px = 4;

}  // namespace

StepBar::StepBar(Look look, const QString& name, QWidget* parent) : QWidget(parent), m_look(look) {
  setObjectName(name + QStringLiteral("StepBar"));
  setFixedHeight(kStepBarHeight_px);
  setAttribute(Qt::WA_TransparentForMouseEvents);
  connect(&look.theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void StepBar::show(int done, int steps) {
  m_done = done;
  m_steps = steps;
  setVisible(true);
  update();
}

void StepBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  const Tokens& tokens = m_look.tokens();
  const int wide = (width() - kGap_px * (m_steps - 1)) / m_steps;
  for (int step = 0; step < m_steps; ++step) {
    painter.setBrush(step < m_done ? tokens.good.text : step == m_done ? tokens.primary : tokens.strong_edge);
    painter.drawRoundedRect(step * (wide + kGap_px), 0, wide, kStepBarHeight_px, kRound_px, kRound_px);
  }
}

}  // namespace kahui::widgets
