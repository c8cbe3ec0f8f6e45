#include "app/models/return_model.hpp"

#include "app/models/return_text.hpp"

namespace kahui::models {
namespace {

bool sameGoods(const std::vector<till::ReturnLineView>& a, const std::vector<till::ReturnLineView>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return x.name == y.name && x.unit == y.unit && x.sold == y.sold && x.returned == y.returned;
  });
}

Qt::CheckState stateOf(const till::ReturnLineView& line) {
  if (line.quantity == base::Quantity()) return Qt::Unchecked;
  return line.quantity == returnable(line) ? Qt::Checked : Qt::PartiallyChecked;
}

}  // namespace

ReturnModel::ReturnModel(Formatter formatter, QObject* parent) : QAbstractTableModel(parent), m_formatter(formatter) {}

void ReturnModel::setLines(const std::vector<till::ReturnLineView>& lines) {
  if (!sameGoods(lines, m_lines)) {
    beginResetModel();
    m_lines = lines;
    endResetModel();
    return;
  }
  const std::vector<till::ReturnLineView> wanted = lines;
  for (std::size_t row = 0; row < wanted.size(); ++row) {
    if (m_lines[row].quantity == wanted[row].quantity && m_lines[row].value == wanted[row].value) continue;
    m_lines[row] = wanted[row];
    emit dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), ColumnCount - 1));
  }
}

void ReturnModel::setFormatter(Formatter formatter) {
  m_formatter = formatter;
  emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
  if (!m_lines.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ReturnModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ReturnModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ReturnModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const till::ReturnLineView& line = m_lines[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole: return display(line, index.column());
    case Qt::AccessibleTextRole:
      return tr("%1: %2 of %3 come back")
          .arg(text(line.name), m_formatter.quantity(line.quantity), m_formatter.quantity(returnable(line)));
    case StateRole: return QVariant::fromValue(static_cast<int>(stateOf(line)));
    case DetailRole: return detail(line);
    case LeftRole: return returnable(line) > base::Quantity();
    default: return {};
  }
}

QVariant ReturnModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) {
    const bool right = section == Value;
    const bool left = section == Product;
    return QVariant::fromValue(Qt::AlignVCenter | (right ? Qt::AlignRight : left ? Qt::AlignLeft : Qt::AlignHCenter));
  }
  if (role != Qt::DisplayRole) return {};
  switch (static_cast<Column>(section)) {
    case Tick: return QString();
    case Product: return tr("Item");
    case Sold: return tr("Sold");
    case Quantity: return tr("Comes back");
    case Value: return tr("Value");
    case ColumnCount: break;
  }
  return {};
}

QString ReturnModel::display(const till::ReturnLineView& line, int column) const {
  switch (static_cast<Column>(column)) {
    case Tick: break;
    case Product: return text(line.name);
    case Sold: return m_formatter.quantity(line.sold);
    case Quantity: return m_formatter.quantity(line.quantity);
    case Value: return line.quantity > base::Quantity() ? m_formatter.amount(line.value) : QString();
    case ColumnCount: break;
  }
  return {};
}

QString ReturnModel::detail(const till::ReturnLineView& line) const {
  if (line.returned == base::Quantity()) return text(line.unit);
  if (returnable(line) == base::Quantity()) return tr("all of it came back before");
  return tr("%1 %2 came back before").arg(m_formatter.quantity(line.returned), text(line.unit));
}

}  // namespace kahui::models
