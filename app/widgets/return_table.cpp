#include "app/widgets/return_table.hpp"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "app/widgets/basket_delegate.hpp"
#include "app/widgets/icons.hpp"
#include "app/widgets/table_look.hpp"

namespace kahui::widgets {
namespace {

using models::ReturnModel;

constexpr int kReturnTableInset_px = 10;
constexpr int kReturnTableBox_px = 24;
constexpr int kReturnTableLowWindow_px = 800;
constexpr int kTick_px = 56;
constexpr int kSold_px = 84;
constexpr int kQuantity_px = 148;
constexpr int kValue_px = 116;

}  // namespace

void ReturnDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Tokens& t = m_look.tokens();
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const QRect cell = option.rect;
  painter->save();
  paintCell(*painter, cell, t, selected, index.column() == 0);
  const QRect box = cell.adjusted(kReturnTableInset_px, 0, -kReturnTableInset_px, 0);
  switch (static_cast<ReturnModel::Column>(index.column())) {
    case ReturnModel::Tick: paintTick(*painter, cell, index); break;
    case ReturnModel::Product: paintProduct(*painter, box, index); break;
    case ReturnModel::Sold:
      painter->setFont(typeface(16));
      painter->setPen(t.secondary);
      painter->drawText(cell, Qt::AlignCenter, index.data().toString());
      break;
    case ReturnModel::Quantity: paintQuantity(*painter, cell, index, selected); break;
    case ReturnModel::Value:
      painter->setFont(typeface(18, true));
      painter->setPen(t.text);
      painter->drawText(box, Qt::AlignVCenter | Qt::AlignRight, index.data().toString());
      break;
    case ReturnModel::ColumnCount: break;
  }
  painter->restore();
}

void ReturnDelegate::paintTick(QPainter& painter, const QRect& cell, const QModelIndex& index) const {
  const Tokens& t = m_look.tokens();
  if (!index.data(ReturnModel::LeftRole).toBool()) return;
  const auto state = static_cast<Qt::CheckState>(index.data(ReturnModel::StateRole).toInt());
  const QRect box(cell.center().x() - kReturnTableBox_px / 2 + 1, cell.center().y() - kReturnTableBox_px / 2,
                  kReturnTableBox_px, kReturnTableBox_px);
  const bool any = state != Qt::Unchecked;
  painter.setPen(QPen(any ? t.primary : t.strong_edge, 1.5));
  painter.setBrush(any ? t.primary : t.surface);
  painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  if (any) {
    paintIcon(painter, state == Qt::Checked ? QStringLiteral("check") : QStringLiteral("minus"),
              box.adjusted(3, 3, -3, -3), t.on_primary);
  }
}

void ReturnDelegate::paintProduct(QPainter& painter, const QRect& box, const QModelIndex& index) const {
  const Tokens& t = m_look.tokens();
  const int middle = box.top() + box.height() / 2 + 1;
  painter.setFont(typeface(17, true));
  painter.setPen(index.data(ReturnModel::LeftRole).toBool() ? t.text : t.secondary);
  painter.drawText(QRect(box.left(), middle - 24, box.width(), 24), Qt::AlignVCenter | Qt::AlignLeft,
                   painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width()));
  painter.setFont(typeface(13));
  painter.setPen(t.secondary);
  painter.drawText(
      QRect(box.left(), middle + 1, box.width(), 20), Qt::AlignVCenter | Qt::AlignLeft,
      painter.fontMetrics().elidedText(index.data(ReturnModel::DetailRole).toString(), Qt::ElideRight, box.width()));
}

void ReturnDelegate::paintQuantity(QPainter& painter, const QRect& cell, const QModelIndex& index, bool steps) const {
  const Tokens& t = m_look.tokens();
  const bool any = index.data(ReturnModel::StateRole).toInt() != Qt::Unchecked;
  painter.setFont(typeface(18, any));
  painter.setPen(any ? t.text : t.secondary);
  painter.drawText(cell, Qt::AlignCenter, index.data().toString());
  if (!steps || !index.data(ReturnModel::LeftRole).toBool()) return;
  const auto place = BasketDelegate::steppers(cell);
  for (const auto& [box, icon] :
       {std::pair(place.less, QStringLiteral("minus")), std::pair(place.more, QStringLiteral("plus"))}) {
    painter.setPen(QPen(t.primary, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(2.5, 2.5, -2.5, -2.5), 8, 8);
    paintIcon(painter, icon, QRect(box.center().x() - 9, box.center().y() - 9, 20, 20), t.primary);
  }
}

ReturnTable::ReturnTable(Look look, QWidget* parent)
    : QTableView(parent), m_look(look), m_model(look.formatter()), m_delegate(look) {
  setObjectName(QStringLiteral("returnReturnTable"));
  setModel(&m_model);
  setItemDelegate(&m_delegate);
  prepareTable(*this);
  connect(&m_look.theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
  retranslate();
}

void ReturnTable::show(const till::ReturnView& view) {
  const bool other = view.receipt_no != m_receipt_no;
  m_receipt_no = view.receipt_no;
  m_model.setLines(view.lines);
  if ((other || row() < 0) && m_model.rowCount() > 0) setCurrentIndex(m_model.index(0, 0));
  viewport()->update();
}

void ReturnTable::move(int by) {
  if (m_model.rowCount() == 0) return;
  setCurrentIndex(m_model.index(std::clamp(std::max(0, row()) + by, 0, m_model.rowCount() - 1), 0));
  scrollTo(currentIndex(), EnsureVisible);
}

int ReturnTable::stepAt(const QPoint& at) const {
  const QModelIndex index = indexAt(at);
  if (!index.isValid() || index.column() != ReturnModel::Quantity || index.row() != row()) return 0;
  const BasketDelegate::Steppers steps = BasketDelegate::steppers(visualRect(index));
  if (steps.less.contains(at)) return -1;
  return steps.more.contains(at) ? 1 : 0;
}

void ReturnTable::mousePressEvent(QMouseEvent* event) {
  m_pressed = indexAt(event->position().toPoint());
  m_pressed_step = stepAt(event->position().toPoint());
}

void ReturnTable::mouseReleaseEvent(QMouseEvent* event) {
  const QModelIndex index = indexAt(event->position().toPoint());
  if (!index.isValid() || index != m_pressed) return;
  const int step = stepAt(event->position().toPoint());
  setCurrentIndex(index.siblingAtColumn(0));
  if (index.column() == ReturnModel::Tick) {
    emit toggled(index.row());
  } else if (step != 0 && step == m_pressed_step) {
    emit stepped(index.row(), step);
  }
}

// Everything typed is for the window to route.
void ReturnTable::keyPressEvent(QKeyEvent* event) { event->ignore(); }

void ReturnTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  verticalHeader()->setDefaultSectionSize(window()->height() < kReturnTableLowWindow_px ? 52 : 60);
  arrangeColumns();
}

void ReturnTable::arrangeColumns() {
  setColumnWidth(ReturnModel::Tick, kTick_px);
  setColumnWidth(ReturnModel::Sold, kSold_px);
  setColumnWidth(ReturnModel::Quantity, kQuantity_px);
  setColumnWidth(ReturnModel::Value, kValue_px);
  setColumnWidth(ReturnModel::Product, viewport()->width() - kTick_px - kSold_px - kQuantity_px - kValue_px);
}

void ReturnTable::changeEvent(QEvent* event) {
  QTableView::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ReturnTable::retranslate() {
  setAccessibleName(tr("Lines of the receipt"));
  m_model.setFormatter(m_look.formatter());
  viewport()->update();
}

}  // namespace kahui::widgets
