#include "app/models/section_model.hpp"

#include <algorithm>

#include "app/models/formatter.hpp"

namespace kahui::models {
namespace {

// Places that a text takes: a Han character two.
int places(const QString& words) {
  constexpr char16_t kFirstWide = 0x2E80;
  return static_cast<int>(words.size() + std::count_if(words.begin(), words.end(),
                                                       [](QChar sign) { return sign.unicode() >= kFirstWide; }));
}

}  // namespace

void SectionModel::set(report::Section whole) {
  report::Section section = report::forPeople(std::move(whole));
  const bool same = section.key == m_section.key && section.rows.size() == m_section.rows.size() &&
                    section.columns.size() == m_section.columns.size();
  if (!same) beginResetModel();
  m_section = std::move(section);
  if (!same) {
    endResetModel();
  } else if (rowCount() > 0) {
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  }
}

std::int64_t SectionModel::memberAt(int row) const {
  if (row < 0 || row >= std::ssize(m_section.members)) return 0;
  return m_section.members[static_cast<std::size_t>(row)];
}

std::string SectionModel::receiptAt(int row) const {
  if (row < 0 || row >= std::ssize(m_section.receipts)) return {};
  return m_section.receipts[static_cast<std::size_t>(row)];
}

int SectionModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_section.rows.size());
}

int SectionModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_section.columns.size());
}

QVariant SectionModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto column = static_cast<std::size_t>(index.column());
  const bool number = m_section.columns[column].kind != report::Kind::Text;
  switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
      return text(report::cellText(m_section.rows[static_cast<std::size_t>(index.row())][column]));
    case Qt::TextAlignmentRole:
      return QVariant::fromValue(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    case NumberRole: return number;
    default: return {};
  }
}

QVariant SectionModel::headerData(int column, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || column < 0 || column >= columnCount()) return {};
  const report::Column& one = m_section.columns[static_cast<std::size_t>(column)];
  switch (role) {
    case Qt::DisplayRole: return text(one.title);
    case Qt::TextAlignmentRole:
      return QVariant::fromValue(Qt::AlignVCenter | (one.kind == report::Kind::Text ? Qt::AlignLeft : Qt::AlignRight));
    case WidthRole: return width(column);
    default: return {};
  }
}

int SectionModel::width(int column) const {
  constexpr int kMost = 40;
  const auto at = static_cast<std::size_t>(column);
  int widest = places(text(m_section.columns[at].title));
  for (const auto& row : m_section.rows) widest = std::max(widest, places(text(report::cellText(row[at]))));
  return std::min(widest, kMost);
}

}  // namespace kahui::models
