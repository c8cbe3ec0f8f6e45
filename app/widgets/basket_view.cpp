#include "app/widgets/basket_view.hpp"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>

#include "app/widgets/icons.hpp"
#include "app/widgets/table_look.hpp"

namespace kahui::widgets {
namespace {

using models::BasketModel;

constexpr int kNarrow_px = 760;  // table width below which columns are folded
constexpr int kBasketViewLowWindow_px = 800;

}  // namespace

BasketView::BasketView(Look look, QWidget* parent)
    : QTableView(parent), m_look(look), m_model(look.formatter()), m_delegate(look) {
  setObjectName(QStringLiteral("saleBasketView"));
  setModel(&m_model);
  setItemDelegate(&m_delegate);
  prepareTable(*this);
  connect(&m_look.theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
  retranslate();
}

void BasketView::show(const till::Snapshot& snapshot) {
  const bool grown = static_cast<int>(snapshot.lines.size()) > m_model.rowCount();
  m_model.setLines(snapshot.lines);
  const QModelIndex chosen = m_model.index(snapshot.selected_line, 0);
  if (chosen.isValid()) {
    selectionModel()->setCurrentIndex(chosen, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(chosen, EnsureVisible);
  } else {
    selectionModel()->clear();
    if (grown) scrollToBottom();
  }
  setEnabled(snapshot.phase == till::Phase::Selling);  // no steps while money is counted
  viewport()->update();
}

int BasketView::stepAt(const QPoint& at) const {
  const QModelIndex index = indexAt(at);
  if (!index.isValid() || index.column() != BasketModel::Quantity || index.row() != currentIndex().row()) return 0;
  if (index.data(BasketModel::WeighedRole).toBool()) return 0;
  const BasketDelegate::Steppers steps = BasketDelegate::steppers(visualRect(index));
  if (steps.less.contains(at)) return -1;
  return steps.more.contains(at) ? 1 : 0;
}

bool BasketView::whyAt(const QPoint& at) const {
  const QModelIndex index = indexAt(at);
  return index.isValid() && index.column() == BasketModel::Product && index.row() == currentIndex().row() &&
         BasketDelegate::whyBox(visualRect(index)).contains(at);
}

void BasketView::mousePressEvent(QMouseEvent* event) {
  m_pressed_step = stepAt(event->position().toPoint());
  m_pressed_why = whyAt(event->position().toPoint());
}

void BasketView::mouseDoubleClickEvent(QMouseEvent* event) { mousePressEvent(event); }

void BasketView::mouseReleaseEvent(QMouseEvent* event) {
  const QModelIndex index = indexAt(event->position().toPoint());
  if (!index.isValid()) return;
  const int step = stepAt(event->position().toPoint());
  if (step != 0 && step == m_pressed_step) {
    emit stepped(index.row(), step);
  } else if (index.row() != currentIndex().row()) {
    emit rowChosen(index.row());
  } else if (m_pressed_why && whyAt(event->position().toPoint())) {
    emit whyAsked();
  }
}

// The table never moves its own mark: the till answers with a snapshot. Everything else is for the window to route.
void BasketView::keyPressEvent(QKeyEvent* event) { event->ignore(); }

void BasketView::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  verticalHeader()->setDefaultSectionSize(window()->height() < kBasketViewLowWindow_px ? 52 : 60);
  arrangeColumns();
  if (currentIndex().isValid()) scrollTo(currentIndex(), EnsureVisible);
}

void BasketView::arrangeColumns() {
  const bool narrow = viewport()->width() < kNarrow_px;
  m_delegate.setNarrow(narrow);
  setColumnHidden(BasketModel::Saving, narrow);
  const int number = narrow ? 36 : 48;
  const int price = narrow ? 96 : 112;
  const int quantity = narrow ? 136 : 148;
  const int saving = narrow ? 0 : 104;
  const int amount = narrow ? 116 : 128;
  setColumnWidth(BasketModel::Number, number);
  setColumnWidth(BasketModel::UnitPrice, price);
  setColumnWidth(BasketModel::Quantity, quantity);
  if (!narrow) setColumnWidth(BasketModel::Saving, saving);
  setColumnWidth(BasketModel::Amount, amount);
  setColumnWidth(BasketModel::Product, viewport()->width() - number - price - quantity - saving - amount);
}

void BasketView::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  if (m_model.rowCount() > 0) return;
  const Tokens& t = m_look.tokens();
  QPainter painter(viewport());
  painter.setRenderHint(QPainter::Antialiasing);
  const QPoint middle(viewport()->width() / 2, viewport()->height() * 2 / 5);
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.raised);
  painter.drawEllipse(middle, 56, 56);
  paintIcon(painter, QStringLiteral("scan"), QRect(middle.x() - 28, middle.y() - 28, 56, 56), t.secondary);
  painter.setPen(t.text);
  painter.setFont(typeface(20, true));
  painter.drawText(QRect(0, middle.y() + 72, viewport()->width(), 30), Qt::AlignCenter,
                   tr("Ready for the next customer"));
  painter.setPen(t.secondary);
  painter.setFont(typeface(15));
  painter.drawText(QRect(0, middle.y() + 104, viewport()->width(), 26), Qt::AlignCenter,
                   tr("Scan the first item, or tap a member card"));
}

void BasketView::changeEvent(QEvent* event) {
  QTableView::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void BasketView::retranslate() {
  setAccessibleName(tr("Lines of the bill"));
  m_model.setFormatter(m_look.formatter());
  viewport()->update();
}

}  // namespace kahui::widgets
