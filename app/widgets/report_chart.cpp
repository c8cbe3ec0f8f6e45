#include "app/widgets/report_chart.hpp"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <algorithm>

namespace kahui::widgets {
namespace {

constexpr int kReportChartInset_px = 16;
constexpr int kReportChartTitle_px = 36;
constexpr int kSteps = 3;
constexpr int kFen = 100;

QString axisText(std::int64_t value, bool money) {
  return QLocale(QLocale::English).toString(static_cast<qlonglong>(money ? value / kFen : value));
}

}  // namespace

std::int64_t niceStep(std::int64_t least) {
  for (std::int64_t power = 1;; power *= 10) {
    for (const std::int64_t tenths : {10, 20, 25, 50}) {
      const std::int64_t step = power * tenths / 10;
      if (step >= least && power * tenths % 10 == 0) return step;
    }
  }
}

ReportChart::ReportChart(Look look, const QString& name, QWidget* parent) : Card(look, parent) {
  setObjectName(name + QStringLiteral("ReportChart"));
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ReportChart::show(const models::ChartVm& chart) {
  m_chart = chart;
  const auto best = std::max_element(chart.bars.begin(), chart.bars.end(),
                                     [](const auto& a, const auto& b) { return a.value < b.value; });
  QString words = chart.title;
  if (best != chart.bars.end()) words += tr(", most: %1 with %2").arg(best->label, best->text);
  setAccessibleName(words);
  update();
}

QColor ReportChart::colorOf(const models::BarVm& bar) const {
  if (bar.rank < 0) return m_chart.ranked ? m_look.tokens().strong_edge : m_look.tokens().primary;
  // Half way between a tier's ground and its ink: either alone would be too pale or too dark for a bar.
  const Tokens::Pair& tier = m_look.theme.tier(bar.rank);
  return QColor((tier.back.red() + tier.text.red()) / 2, (tier.back.green() + tier.text.green()) / 2,
                (tier.back.blue() + tier.text.blue()) / 2);
}

void ReportChart::paintEvent(QPaintEvent* event) {
  Card::paintEvent(event);
  const Tokens& t = m_look.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRect inner = rect().adjusted(kReportChartInset_px, 10, -kReportChartInset_px, -12);
  painter.setPen(t.text);
  painter.setFont(typeface(17, true));
  QString title = m_chart.title;
  if (m_chart.money && m_chart.upright) title += tr(" (yuan)");
  painter.drawText(QRect(inner.left(), inner.top(), inner.width(), 26), Qt::AlignVCenter | Qt::AlignLeft, title);
  const QRect box = inner.adjusted(0, kReportChartTitle_px, 0, 0);
  if (m_chart.bars.empty()) {
    painter.setPen(t.secondary);
    painter.setFont(typeface(15));
    painter.drawText(box, Qt::AlignCenter, tr("Nothing in this time"));
    return;
  }
  if (!m_chart.upright) return paintLying(painter, box);
  paintLegend(painter, QRect(inner.left(), inner.top(), inner.width(), 26));
  paintStanding(painter, box);
}

void ReportChart::paintLegend(QPainter& painter, const QRect& line) const {
  if (m_chart.beside_name.isEmpty()) return;
  const Tokens& t = m_look.tokens();
  painter.setFont(typeface(14));
  int right = line.right();
  for (const auto& [name, color] :
       {std::pair(m_chart.beside_name, t.strong_edge), std::pair(m_chart.name, t.primary)}) {
    const int wide = painter.fontMetrics().horizontalAdvance(name);
    painter.setPen(t.secondary);
    painter.drawText(QRect(right - wide, line.top(), wide + 1, line.height()), Qt::AlignVCenter | Qt::AlignLeft, name);
    painter.fillRect(QRect(right - wide - 18, line.center().y() - 5, 11, 11), color);
    right -= wide + 32;
  }
}

void ReportChart::paintStanding(QPainter& painter, const QRect& box) const {
  const Tokens& t = m_look.tokens();
  std::int64_t most = 1;
  for (const auto& bar : m_chart.bars) most = std::max({most, bar.value, bar.beside});
  const std::int64_t unit = m_chart.money ? kFen : 1;
  const std::int64_t step = niceStep((most / unit + kSteps) / kSteps) * unit;
  const std::int64_t top = step * kSteps;
  painter.setFont(typeface(13));
  const int label = painter.fontMetrics().horizontalAdvance(axisText(top, m_chart.money)) + 10;
  const QRect plot = box.adjusted(label, 8, 0, -24);
  for (int i = 0; i <= kSteps; ++i) {
    const int y = plot.bottom() - plot.height() * i / kSteps;
    painter.setPen(QPen(t.hairline, 1));
    painter.drawLine(plot.left(), y, plot.right(), y);
    painter.setPen(t.secondary);
    painter.drawText(QRect(box.left(), y - 10, label - 8, 20), Qt::AlignVCenter | Qt::AlignRight,
                     axisText(step * i, m_chart.money));
  }
  const bool beside = !m_chart.beside_name.isEmpty();
  const double place = double(plot.width()) / double(m_chart.bars.size());
  const double wide = std::min(place * (beside ? 0.36 : 0.6), 26.0);
  painter.setPen(Qt::NoPen);
  const auto draw = [&](double left, std::int64_t value, const QColor& color) {
    const double high = double(plot.height()) * double(value) / double(top);
    if (high < 0.5) return;
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(left, plot.bottom() - high, wide, high), 2, 2);
    painter.drawRect(QRectF(left, plot.bottom() - std::min(high, 3.0), wide, std::min(high, 3.0)));
  };
  for (std::size_t i = 0; i < m_chart.bars.size(); ++i) {
    const auto& bar = m_chart.bars[i];
    const double middle = plot.left() + place * (double(i) + 0.5);
    if (beside) draw(middle - wide - 0.5, bar.beside, t.strong_edge);
    draw(beside ? middle + 0.5 : middle - wide / 2, bar.value, bar.now ? t.focus.lighter(115) : t.primary);
    painter.setFont(typeface(13, bar.now));
    painter.setPen(bar.now ? t.text : t.secondary);
    painter.drawText(QRectF(middle - place / 2, plot.bottom() + 5, place, 18), Qt::AlignCenter, bar.label);
    painter.setPen(Qt::NoPen);
  }
}

void ReportChart::paintLying(QPainter& painter, const QRect& box) const {
  const Tokens& t = m_look.tokens();
  constexpr int kLeast_px = 40, kMost_px = 64;
  const int shown = std::clamp(box.height() / kLeast_px, 1, static_cast<int>(m_chart.bars.size()));
  const int step = std::min(box.height() / shown, kMost_px);
  std::int64_t most = 1;
  for (const auto& bar : m_chart.bars) most = std::max(most, bar.value);
  for (int i = 0; i < shown; ++i) {
    const auto& bar = m_chart.bars[static_cast<std::size_t>(i)];
    const QRect row(box.left(), box.top() + i * step, box.width(), step);
    painter.setFont(typeface(15));
    const int figure = painter.fontMetrics().horizontalAdvance(bar.text) + 10;
    painter.setPen(t.secondary);
    painter.drawText(row.adjusted(0, 0, 0, -12), Qt::AlignVCenter | Qt::AlignRight, bar.text);
    painter.setPen(t.text);
    painter.setFont(typeface(15, true));
    painter.drawText(row.adjusted(0, 0, -figure, -12), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(bar.label, Qt::ElideRight, row.width() - figure));
    const QRectF track(row.left(), row.bottom() - 11, row.width(), 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.background);
    painter.drawRoundedRect(track, 4, 4);
    painter.setBrush(colorOf(bar));
    const double wide = track.width() * double(bar.value) / double(most);
    if (wide >= 1) painter.drawRoundedRect(QRectF(track.left(), track.top(), std::max(wide, 8.0), 8), 4, 4);
  }
}

}  // namespace kahui::widgets
