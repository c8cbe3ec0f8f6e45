#include "app/widgets/report_chart.hpp"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QCursor>
#include <QFontMetrics>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QLocale>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>
#include <map>

namespace kahui::widgets {
namespace {

constexpr int kSteps = 3;
constexpr int kFen = 100;
constexpr int kRow_px = 26;
constexpr int kAxis_px = 13, kName_px = 15;
constexpr int kLabelGap_px = 10;  // between a label and its bar

double shownOf(std::int64_t value, bool money) { return static_cast<double>(value) / (money ? kFen : 1); }

// Categories of an axis are a set, and names of goods are not: what was there before differs in width nothing.
class Categories {
 public:
  void add(const QString& words) {
    QString one = words.toHtmlEscaped();  // labels are rich text
    while (m_list.contains(one)) one += QChar(0x200B);
    m_list << one;
  }
  [[nodiscard]] const QStringList& list() const { return m_list; }

 private:
  QStringList m_list;
};

}  // namespace

std::int64_t niceStep(std::int64_t least) {
  for (std::int64_t power = 1;; power *= 10) {
    for (const std::int64_t tenths : {10, 20, 25, 50}) {
      const std::int64_t step = power * tenths / 10;
      if (step >= least && power * tenths % 10 == 0) return step;
    }
  }
}

ReportChart::ReportChart(Look look, const QString& name, QWidget* parent)
    : Card(look, parent),
      m_title(new TextLabel(look, 17, TextLabel::Weight::Bold, &Tokens::text)),
      m_none(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_view(new QChartView) {
  setObjectName(name + QStringLiteral("ReportChart"));
  m_title->setObjectName(name + QStringLiteral("TitleTextLabel"));
  m_title->setElided(true);
  m_none->setAlignment(Qt::AlignCenter);
  m_view->setObjectName(name + QStringLiteral("QChartView"));
  m_view->setFocusPolicy(Qt::NoFocus);
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setRenderHint(QPainter::Antialiasing);
  m_view->setBackgroundBrush(Qt::NoBrush);
  m_view->viewport()->setAutoFillBackground(false);
  m_view->setMinimumSize(0, 0);
  QChart& chart = *m_view->chart();
  chart.setBackgroundVisible(false);
  chart.setMargins({});
  chart.layout()->setContentsMargins(0, 0, 0, 0);
  chart.setLocale(QLocale(QLocale::English));
  chart.setLocalizeNumbers(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 10, 12, 8);
  layout->setSpacing(4);
  layout->addWidget(m_title);
  layout->addWidget(m_none, 1);
  layout->addWidget(m_view, 1);
  connect(&look.theme, &Theme::changed, this, &ReportChart::build);
  build();
}

void ReportChart::show(const models::ChartVm& chart) {
  if (chart == m_chart && !m_title->text().isEmpty()) return;  // the live view asks every few seconds
  m_chart = chart;
  const auto best = std::max_element(chart.bars.begin(), chart.bars.end(),
                                     [](const auto& a, const auto& b) { return a.value < b.value; });
  QString words = chart.title;
  if (best != chart.bars.end()) words += tr(", most: %1 with %2").arg(best->label, best->text);
  setAccessibleName(words);
  m_view->setAccessibleName(words);
  build();
}

QColor ReportChart::colorOf(const models::BarVm& bar) const {
  if (bar.rank < 0) return m_chart.ranked ? m_look.tokens().strong_edge : m_look.tokens().primary;
  // Half way between a tier's ground and its ink: either alone would be too pale or too dark for a bar.
  const Tokens::Pair& tier = m_look.theme.tier(bar.rank);
  return QColor((tier.back.red() + tier.text.red()) / 2, (tier.back.green() + tier.text.green()) / 2,
                (tier.back.blue() + tier.text.blue()) / 2);
}

void ReportChart::build() {
  QChart& chart = *m_view->chart();
  chart.removeAllSeries();
  for (QAbstractAxis* axis : chart.axes()) {
    axis->hide();  // its labels are deleted later than it is
    chart.removeAxis(axis);
    delete axis;
  }
  chart.setPlotArea({});  // Qt's own arrangement
  m_rows = 0;
  QString title = m_chart.title;
  if (m_chart.money && m_chart.upright) title += tr(" (yuan)");
  m_title->setText(title);
  m_none->setText(tr("Nothing in this time"));
  m_none->setVisible(m_chart.bars.empty());
  m_view->setVisible(!m_chart.bars.empty());
  if (!m_chart.bars.empty()) m_chart.upright ? buildStanding() : buildLying();
}

void ReportChart::dress(QAbstractAxis& axis, int size_px) const {
  const Tokens& t = m_look.tokens();
  axis.setLabelsFont(typeface(size_px));
  axis.setLabelsColor(t.secondary);
  axis.setGridLinePen(QPen(t.hairline, 1));
  axis.setLineVisible(false);
  axis.setTruncateLabels(false);  // what is too long was elided before
}

void ReportChart::buildStanding() {
  const Tokens& t = m_look.tokens();
  QChart& chart = *m_view->chart();
  const bool beside = !m_chart.beside_name.isEmpty();
  auto* values = new QBarSet(m_chart.name);
  auto* others = beside ? new QBarSet(m_chart.beside_name) : nullptr;
  Categories labels;
  std::int64_t most = 1;
  for (int i = 0; i < static_cast<int>(m_chart.bars.size()); ++i) {
    const auto& bar = m_chart.bars[static_cast<std::size_t>(i)];
    *values << shownOf(bar.value, m_chart.money);
    if (beside) *others << shownOf(bar.beside, m_chart.money);
    if (bar.now) values->selectBar(i);
    labels.add(bar.label);
    most = std::max({most, bar.value, bar.beside});
  }
  auto* series = new QBarSeries;
  for (const auto& [set, color] : {std::pair(others, t.strong_edge), std::pair(values, t.primary)}) {
    if (set == nullptr) continue;
    set->setColor(color);
    set->setBorderColor(color);
    series->append(set);
  }
  values->setSelectedColor(t.focus.lighter(115));
  series->setBarWidth(beside ? 0.74 : 0.6);
  connect(series, &QBarSeries::hovered, this, [this](bool entered, int index, QBarSet*) { tellBar(entered, index); });
  chart.addSeries(series);
  auto* below = new QBarCategoryAxis;
  below->append(labels.list());
  auto* left = new QValueAxis;
  const std::int64_t unit = m_chart.money ? kFen : 1;
  const std::int64_t step = niceStep((most / unit + kSteps) / kSteps);
  left->setRange(0, static_cast<double>(step * kSteps));
  left->setTickCount(kSteps + 1);
  left->setLabelFormat(QStringLiteral("%.0f"));
  dress(*below, kAxis_px);
  dress(*left, kAxis_px);
  below->setGridLineVisible(false);
  chart.addAxis(below, Qt::AlignBottom);
  chart.addAxis(left, Qt::AlignLeft);
  series->attachAxis(below);
  series->attachAxis(left);
  QLegend& legend = *chart.legend();
  legend.setVisible(beside);
  legend.setAlignment(Qt::AlignTop);
  legend.setFont(typeface(kAxis_px));
  legend.setLabelColor(t.secondary);
}

int ReportChart::rowsThatFit() const {
  return std::clamp(m_view->height() / kRow_px, 1, std::max(1, static_cast<int>(m_chart.bars.size())));
}

// One set a colour, stacked, so that each bar has its own; names stand on the left axis, figures on the right one.
void ReportChart::buildLying() {
  QChart& chart = *m_view->chart();
  m_rows = rowsThatFit();
  const QFontMetrics metrics(typeface(kName_px));
  const int widest_px = std::max(80, m_view->width() * 2 / 5);
  int name_px = 0, figure_px = 0;
  std::map<QRgb, std::vector<double>> sets;
  Categories names, figures;
  std::int64_t most = 1;
  for (int i = 0; i < m_rows; ++i) {  // an axis begins at the bottom
    const auto row = static_cast<std::size_t>(m_rows - 1 - i);
    const auto& bar = m_chart.bars[row];
    auto& set = sets[colorOf(bar).rgb()];
    set.resize(static_cast<std::size_t>(m_rows));
    set[static_cast<std::size_t>(i)] = static_cast<double>(bar.value);
    const QString name = metrics.elidedText(bar.label, Qt::ElideRight, widest_px);
    names.add(name);
    figures.add(bar.text);
    name_px = std::max(name_px, metrics.horizontalAdvance(name));
    figure_px = std::max(figure_px, metrics.horizontalAdvance(bar.text));
    most = std::max(most, bar.value);
  }
  auto* series = new QHorizontalStackedBarSeries;
  for (auto& [color, row] : sets) {
    auto* set = new QBarSet(QString());
    row.resize(static_cast<std::size_t>(m_rows));
    for (const double value : row) *set << value;
    set->setColor(QColor(color));
    set->setBorderColor(QColor(color));
    series->append(set);
  }
  series->setBarWidth(0.5);
  chart.addSeries(series);
  auto* left = new QBarCategoryAxis;
  left->append(names.list());
  auto* right = new QBarCategoryAxis;
  right->append(figures.list());
  auto* along = new QValueAxis;
  along->setRange(0, static_cast<double>(most));
  along->setVisible(false);
  for (QBarCategoryAxis* axis : {left, right}) {
    dress(*axis, kName_px);
    axis->setGridLineVisible(false);
  }
  left->setLabelsColor(m_look.tokens().text);
  chart.addAxis(along, Qt::AlignBottom);
  chart.addAxis(left, Qt::AlignLeft);
  chart.addAxis(right, Qt::AlignRight);
  for (QAbstractAxis* axis :
       {static_cast<QAbstractAxis*>(along), static_cast<QAbstractAxis*>(left), static_cast<QAbstractAxis*>(right)})
    series->attachAxis(axis);
  chart.legend()->setVisible(false);
  // Qt's own arrangement cuts the labels of both sides before it narrows the bars.
  const QRectF room = m_view->rect();
  chart.setPlotArea(room.adjusted(name_px + kLabelGap_px, 0, -figure_px - kLabelGap_px, 0));
}

void ReportChart::tellBar(bool entered, int index) const {
  if (!entered || index < 0 || index >= std::ssize(m_chart.bars)) return QToolTip::hideText();
  const auto& bar = m_chart.bars[static_cast<std::size_t>(index)];
  QString words = bar.label + QStringLiteral(": ") + bar.text;
  if (!bar.beside_text.isEmpty())
    words += QStringLiteral(" · ") + m_chart.beside_name + QLatin1Char(' ') + bar.beside_text;
  QToolTip::showText(QCursor::pos(), words);
}

// Lying bars that have no room are left to the table.
void ReportChart::resizeEvent(QResizeEvent* event) {
  Card::resizeEvent(event);
  if (!m_chart.bars.empty() && !m_chart.upright)
    QMetaObject::invokeMethod(this, &ReportChart::build, Qt::QueuedConnection);
}

}  // namespace kahui::widgets
