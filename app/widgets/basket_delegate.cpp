#include "app/widgets/basket_delegate.hpp"

#include <QPainter>

#include "app/models/basket_model.hpp"
#include "app/widgets/icons.hpp"
#include "app/widgets/table_look.hpp"

namespace kahui::widgets {
namespace {

using models::BasketModel;

constexpr int kBasketDelegateInset_px = 10;

Tokens::Pair badgeColors(const Tokens& tokens, BasketModel::BadgeKind kind) {
  switch (kind) {
    case BasketModel::BadgeKind::Price: return tokens.danger;
    case BasketModel::BadgeKind::Member: return tokens.good;
    case BasketModel::BadgeKind::None:
    case BasketModel::BadgeKind::Muted: return tokens.quiet;
  }
  return tokens.quiet;
}

}  // namespace

BasketDelegate::Steppers BasketDelegate::steppers(const QRect& cell) {
  const int top = cell.top() + (cell.height() - kTouch_px) / 2;
  return {QRect(cell.left(), top, kTouch_px, kTouch_px),
          QRect(cell.right() + 1 - kTouch_px, top, kTouch_px, kTouch_px)};
}

QRect BasketDelegate::whyBox(const QRect& cell) {
  return {cell.right() + 1 - kTouch_px, cell.top() + (cell.height() - kTouch_px) / 2, kTouch_px, kTouch_px};
}

void BasketDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Tokens& t = m_look.tokens();
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const bool steps = selected && option.state.testFlag(QStyle::State_Enabled);
  const QRect cell = option.rect;
  painter->save();
  paintCell(*painter, cell, t, selected, index.column() == 0);
  const QRect box = cell.adjusted(kBasketDelegateInset_px, 0, -kBasketDelegateInset_px, 0);
  switch (static_cast<BasketModel::Column>(index.column())) {
    case BasketModel::Number:
      painter->setFont(typeface(15));
      painter->setPen(t.secondary);
      painter->drawText(cell, Qt::AlignCenter, QString::number(index.row() + 1));
      break;
    case BasketModel::Product:
      paintProduct(*painter, steps ? box.adjusted(0, 0, kBasketDelegateInset_px - kTouch_px, 0) : box, index);
      if (steps) paintWhy(*painter, whyBox(cell));
      break;
    case BasketModel::UnitPrice:
      painter->setFont(typeface(16));
      painter->setPen(t.secondary);
      painter->drawText(box, Qt::AlignVCenter | Qt::AlignRight, index.data().toString());
      break;
    case BasketModel::Quantity: paintQuantity(*painter, cell, index, steps); break;
    case BasketModel::Saving:
      painter->setFont(typeface(16));
      painter->setPen(t.price);
      painter->drawText(box, Qt::AlignVCenter | Qt::AlignRight, index.data().toString());
      break;
    case BasketModel::Amount: paintAmount(*painter, box, index); break;
    case BasketModel::ColumnCount: break;
  }
  painter->restore();
}

void BasketDelegate::paintProduct(QPainter& painter, const QRect& box, const QModelIndex& index) const {
  const Tokens& t = m_look.tokens();
  const int middle = box.top() + box.height() / 2 + 1;
  painter.setFont(typeface(17, true));
  painter.setPen(t.text);
  const QString name = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width());
  painter.drawText(QRect(box.left(), middle - 24, box.width(), 24), Qt::AlignVCenter | Qt::AlignLeft, name);

  QRect line(box.left(), middle + 1, box.width(), 20);
  const QString badge = index.data(BasketModel::BadgeRole).toString();
  if (!badge.isEmpty()) {
    const auto kind = static_cast<BasketModel::BadgeKind>(index.data(BasketModel::BadgeKindRole).toInt());
    const Tokens::Pair colors = badgeColors(t, kind);
    painter.setFont(typeface(12, true));
    const QRect ground(line.left(), line.top() + 1, painter.fontMetrics().horizontalAdvance(badge) + 12, 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.back);
    painter.drawRoundedRect(ground, 4, 4);
    painter.setPen(colors.text);
    painter.drawText(ground, Qt::AlignCenter, badge);
    line.setLeft(ground.right() + 8);
  }
  painter.setFont(typeface(13));
  painter.setPen(t.secondary);
  const QString detail = index.data(BasketModel::DetailRole).toString();
  painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                   painter.fontMetrics().elidedText(detail, Qt::ElideRight, line.width()));
}

void BasketDelegate::paintWhy(QPainter& painter, const QRect& box) const {
  paintIcon(painter, QStringLiteral("info"), QRect(box.center().x() - 10, box.center().y() - 10, 22, 22),
            m_look.tokens().primary);
}

void BasketDelegate::paintQuantity(QPainter& painter, const QRect& box, const QModelIndex& index, bool steps) const {
  const Tokens& t = m_look.tokens();
  painter.setFont(typeface(18, true));
  painter.setPen(t.text);
  painter.drawText(box, Qt::AlignCenter, index.data().toString());
  if (!steps || index.data(BasketModel::WeighedRole).toBool()) return;
  const Steppers place = steppers(box);
  const bool last = index.data(BasketModel::OnePieceRole).toBool();
  paintStepper(painter, place.less, last ? QStringLiteral("trash") : QStringLiteral("minus"),
               last ? t.danger.text : t.primary);
  paintStepper(painter, place.more, QStringLiteral("plus"), t.primary);
}

// The touch area is 44 px; what is drawn is a little smaller, so that the row keeps its air.
void BasketDelegate::paintStepper(QPainter& painter, const QRect& box, const QString& icon, const QColor& color) const {
  painter.setPen(QPen(color, 1));
  painter.setBrush(m_look.tokens().surface);
  painter.drawRoundedRect(QRectF(box).adjusted(2.5, 2.5, -2.5, -2.5), 8, 8);
  paintIcon(painter, icon, QRect(box.center().x() - 9, box.center().y() - 9, 20, 20), color);
}

void BasketDelegate::paintAmount(QPainter& painter, const QRect& box, const QModelIndex& index) const {
  const Tokens& t = m_look.tokens();
  const QString saving = m_narrow ? index.data(BasketModel::SavingRole).toString() : QString();
  painter.setFont(typeface(18, true));
  painter.setPen(t.text);
  if (saving.isEmpty()) {
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignRight, index.data().toString());
    return;
  }
  const int middle = box.top() + box.height() / 2 + 1;
  painter.drawText(QRect(box.left(), middle - 24, box.width(), 24), Qt::AlignVCenter | Qt::AlignRight,
                   index.data().toString());
  painter.setFont(typeface(13));
  painter.setPen(t.price);
  painter.drawText(QRect(box.left(), middle + 1, box.width(), 20), Qt::AlignVCenter | Qt::AlignRight, saving);
}

}  // namespace kahui::widgets
