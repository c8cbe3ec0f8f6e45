#include "app/models/basket_model.hpp"

#include <algorithm>

#include "app/models/extras_text.hpp"
#include "app/models/promotion_text.hpp"

namespace kahui::models {
namespace {

bool samePromotion(const till::LineView& a, const till::LineView& b) {
  return a.promotion.has_value() == b.promotion.has_value() && (!a.promotion || a.promotion->id == b.promotion->id);
}

bool looksSame(const till::LineView& a, const till::LineView& b) {
  return a.unit_price == b.unit_price && a.quantity == b.quantity && a.gross == b.gross && a.saving == b.saving &&
         a.final == b.final && a.layer == b.layer && a.name == b.name && a.spec == b.spec && a.barcode == b.barcode &&
         a.no_member_discount == b.no_member_discount && a.gift_points == b.gift_points && samePromotion(a, b);
}

BasketModel::BadgeKind badgeKind(const till::LineView& line) {
  if (line.promotion || line.gift_points > base::Points()) return BasketModel::BadgeKind::Price;
  if (line.no_member_discount) return BasketModel::BadgeKind::Muted;
  switch (line.layer) {
    case till::PriceLayer::Retail:
    case till::PriceLayer::Tier: return BasketModel::BadgeKind::None;
    case till::PriceLayer::MemberPrice:
    case till::PriceLayer::Group:
    case till::PriceLayer::MemberDay: return BasketModel::BadgeKind::Member;
    case till::PriceLayer::Promo:
    case till::PriceLayer::RateCoupon:
    case till::PriceLayer::Override:
    case till::PriceLayer::Stack: return BasketModel::BadgeKind::Price;
  }
  return BasketModel::BadgeKind::None;
}

// As the delegate sets the cells.
QVariant alignment(int column) {
  switch (static_cast<BasketModel::Column>(column)) {
    case BasketModel::Product: return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    case BasketModel::UnitPrice:
    case BasketModel::Saving:
    case BasketModel::Amount: return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    case BasketModel::Number:
    case BasketModel::Quantity:
    case BasketModel::ColumnCount: break;
  }
  return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
}

}  // namespace

BasketModel::BasketModel(Formatter formatter, QObject* parent) : QAbstractTableModel(parent), m_formatter(formatter) {}

// Lines between the common head and the common tail are exchanged; in practice one line comes or goes.
// The wanted lines are copied first: views re-enter the presenter while rows move.
void BasketModel::setLines(const std::vector<till::LineView>& lines) {
  const std::vector<till::LineView> wanted = lines;
  const auto same = [](const till::LineView& a, const till::LineView& b) { return a.line_id == b.line_id; };
  const auto head = static_cast<int>(
      std::mismatch(m_lines.begin(), m_lines.end(), wanted.begin(), wanted.end(), same).first - m_lines.begin());
  const int have = static_cast<int>(m_lines.size());
  const int want = static_cast<int>(wanted.size());
  int tail = 0;
  while (tail < have - head && tail < want - head &&
         same(m_lines[static_cast<std::size_t>(have - 1 - tail)], wanted[static_cast<std::size_t>(want - 1 - tail)])) {
    ++tail;
  }
  if (have - tail > head) {
    beginRemoveRows({}, head, have - tail - 1);
    m_lines.erase(m_lines.begin() + head, m_lines.end() - tail);
    endRemoveRows();
  }
  if (want - tail > head) {
    beginInsertRows({}, head, want - tail - 1);
    m_lines.insert(m_lines.begin() + head, wanted.begin() + head, wanted.end() - tail);
    endInsertRows();
  }
  for (int row = 0; row < want; ++row) {
    const auto at = static_cast<std::size_t>(row);
    if (looksSame(m_lines[at], wanted[at])) continue;
    m_lines[at] = wanted[at];
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
  }
}

void BasketModel::setFormatter(Formatter formatter) {
  m_formatter = formatter;
  emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
  if (!m_lines.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int BasketModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int BasketModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant BasketModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const till::LineView& line = m_lines[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole: return display(line, index.column());
    case Qt::AccessibleTextRole: return spoken(line, index.column(), index.row());
    case DetailRole: return detail(line);
    case BadgeRole: return badge(line);
    case BadgeKindRole: return QVariant::fromValue(static_cast<int>(badgeKind(line)));
    case SavingRole: return m_formatter.saving(line.saving);
    case WeighedRole: return line.weighed;
    case OnePieceRole: return line.quantity <= base::kOnePiece;
    default: return {};
  }
}

QVariant BasketModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) return alignment(section);
  if (role != Qt::DisplayRole) return {};
  switch (static_cast<Column>(section)) {
    case Number: return QStringLiteral("#");
    case Product: return tr("Item");
    case UnitPrice: return tr("Price");
    case Quantity: return tr("Qty");
    case Saving: return tr("Saving");
    case Amount: return tr("Amount");
    case ColumnCount: break;
  }
  return {};
}

QString BasketModel::display(const till::LineView& line, int column) const {
  switch (static_cast<Column>(column)) {
    case Number: break;  // the place in the table is the view's to show: it changes when a line above goes
    case Product: return text(line.name);
    case UnitPrice: return m_formatter.amount(line.unit_price);
    case Quantity: return m_formatter.quantity(line.quantity);
    case Saving: return m_formatter.saving(line.saving);
    case Amount: return m_formatter.amount(line.final);
    case ColumnCount: break;
  }
  return {};
}

QString BasketModel::detail(const till::LineView& line) const {
  const QString code = text(line.barcode.empty() ? line.sku : line.barcode);
  if (line.weighed) {
    return QStringLiteral("%1  ·  %2 %3 × %4")
        .arg(code, m_formatter.quantity(line.quantity), text(line.unit), m_formatter.money(line.unit_price));
  }
  return line.spec.empty() ? code : code + QStringLiteral("  ·  ") + text(line.spec);
}

QString BasketModel::badge(const till::LineView& line) const {
  if (line.gift_points > base::Points()) return ExtrasText::giftPrice(line.gift_points, line.final, m_formatter);
  if (line.promotion) return PromotionText::name(*line.promotion, m_formatter);
  if (line.no_member_discount) return tr("No discount");
  switch (line.layer) {
    case till::PriceLayer::Retail: return {};
    case till::PriceLayer::Promo: return tr("Offer");
    case till::PriceLayer::MemberPrice: return tr("Member price");
    case till::PriceLayer::MemberDay: return tr("Member day");
    case till::PriceLayer::Tier: return {};  // every line of a member's bill; the member panel says it once
    case till::PriceLayer::RateCoupon: return tr("Coupon");
    case till::PriceLayer::Override: return tr("Price changed");
    case till::PriceLayer::Stack: return tr("Combined");
    case till::PriceLayer::Group: return tr("Group price");
  }
  return {};
}

QString BasketModel::spoken(const till::LineView& line, int column, int row) const {
  switch (static_cast<Column>(column)) {
    case Number: return tr("Line %1").arg(row + 1);
    case Product:
      if (line.gift_points > base::Points()) return text(line.name) + QStringLiteral(", ") + badge(line);
      return text(line.name) + QStringLiteral(", ") + detail(line);
    case UnitPrice: return tr("Price %1").arg(m_formatter.money(line.unit_price));
    case Quantity: return tr("Quantity %1 %2").arg(m_formatter.quantity(line.quantity), text(line.unit));
    case Saving:
      return line.saving.value() == 0 ? tr("No saving") : tr("Saving %1").arg(m_formatter.money(line.saving));
    case Amount: return tr("Amount %1").arg(m_formatter.money(line.final));
    case ColumnCount: break;
  }
  return {};
}

}  // namespace kahui::models
