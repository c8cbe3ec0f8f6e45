#include "app/widgets/report_table.hpp"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <vector>

#include "app/widgets/table_look.hpp"

namespace kahui::widgets {
namespace {

constexpr int kReportTableRow_px = 44;
constexpr int kReportTableInset_px = 10;
constexpr int kMeasuredRows = 500;

class RowDelegate : public QStyledItemDelegate {
 public:
  RowDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = m_look.tokens();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    paintCell(*painter, option.rect, t, selected, index.column() == 0);
    painter->setFont(typeface(15));
    painter->setPen(t.text);
    const QRect box = option.rect.adjusted(kReportTableInset_px, 0, -kReportTableInset_px, 0);
    const bool number = index.data(models::SectionModel::NumberRole).toBool();
    const auto side = static_cast<int>(number ? Qt::AlignRight : Qt::AlignLeft);
    painter->drawText(box, static_cast<int>(Qt::AlignVCenter) | side,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width()));
    painter->restore();
  }

 private:
  Look m_look;
};

}  // namespace

ReportTable::ReportTable(Look look, models::SectionModel& model, QWidget* parent)
    : QTableView(parent), m_look(look), m_model(model) {
  setObjectName(QStringLiteral("managerReportTable"));
  setModel(&model);
  setItemDelegate(new RowDelegate(look, this));
  prepareTable(*this);
  setFocusPolicy(Qt::StrongFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  setHorizontalScrollMode(ScrollPerPixel);
  verticalHeader()->setDefaultSectionSize(kReportTableRow_px);
  connect(&look.theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
  connect(&model, &QAbstractItemModel::modelReset, this, &ReportTable::arrange);
}

// To the pixel; asked only where the estimate by letters is too wide, and not of a list as long as the shop's members.
int ReportTable::neededWidth(int column) const {
  const QFontMetrics cells(typeface(15));
  int needed = QFontMetrics(horizontalHeader()->font())
                   .horizontalAdvance(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
  for (int row = 0; row < m_model.rowCount(); ++row)
    needed = std::max(needed, cells.horizontalAdvance(m_model.index(row, column).data().toString()));
  return needed + 2 * kReportTableInset_px + 2;
}

// By what the words want; what is left over goes to the columns of text.
void ReportTable::arrange() {
  const int columns = m_model.columnCount();
  if (columns == 0) return;
  const int letter = QFontMetrics(typeface(15)).horizontalAdvance(QLatin1Char('0'));
  std::vector<int> widths;
  int sum = 0, texts = 0;
  for (int c = 0; c < columns; ++c) {
    const int wanted = m_model.headerData(c, Qt::Horizontal, models::SectionModel::WidthRole).toInt();
    widths.push_back(wanted * letter + 2 * kReportTableInset_px + 6);
    sum += widths.back();
    if (m_model.section().columns[static_cast<std::size_t>(c)].kind == report::Kind::Text) ++texts;
  }
  if (sum > viewport()->width() && m_model.rowCount() <= kMeasuredRows) {  // what letters took too much
    sum = 0;
    for (int c = 0; c < columns; ++c) sum += widths[static_cast<std::size_t>(c)] = neededWidth(c);
  }
  // Where it is too narrow the widest words give way first, and are cut with an ellipsis.
  constexpr int kLeast_px = 110;
  while (sum > viewport()->width()) {
    int* widest = nullptr;
    for (int c = 0; c < columns; ++c) {
      const auto at = static_cast<std::size_t>(c);
      if (m_model.section().columns[at].kind != report::Kind::Text) continue;  // figures are never cut
      if (widest == nullptr || widths[at] > *widest) widest = &widths[at];
    }
    const int over = widest == nullptr ? 0 : std::min(sum - viewport()->width(), *widest - kLeast_px);
    if (over <= 0) break;
    const int step = std::min(over, 12);
    *widest -= step;
    sum -= step;
  }
  const int left = viewport()->width() - sum;
  for (int c = 0; c < columns; ++c) {
    const bool words = m_model.section().columns[static_cast<std::size_t>(c)].kind == report::Kind::Text;
    if (left > 0) widths[static_cast<std::size_t>(c)] += texts == 0 ? left / columns : words ? left / texts : 0;
    setColumnWidth(c, widths[static_cast<std::size_t>(c)]);
  }
  if (m_model.rowCount() > 0 && !currentIndex().isValid()) setCurrentIndex(m_model.index(0, 0));
}

void ReportTable::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  if (m_model.rowCount() > 0) return;
  QPainter painter(viewport());
  painter.setPen(m_look.tokens().secondary);
  painter.setFont(typeface(17));
  painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("Nothing here"));
}

void ReportTable::move(int by) {
  if (m_model.rowCount() == 0) return;
  const int row = std::clamp(std::max(0, currentIndex().row()) + by, 0, m_model.rowCount() - 1);
  setCurrentIndex(m_model.index(row, 0));
  scrollTo(currentIndex(), EnsureVisible);
}

void ReportTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  arrange();
}

void ReportTable::keyPressEvent(QKeyEvent* event) { event->ignore(); }  // the page takes keys

void ReportTable::mouseReleaseEvent(QMouseEvent* event) {
  QTableView::mouseReleaseEvent(event);
  const int row = indexAt(event->position().toPoint()).row();
  if (row >= 0 && row == m_touched) emit opened(row);
  m_touched = row;
}

}  // namespace kahui::widgets
