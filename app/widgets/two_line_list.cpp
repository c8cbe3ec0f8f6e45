#include "app/widgets/two_line_list.hpp"

#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "app/widgets/table_look.hpp"

namespace kahui::widgets {
namespace {

constexpr int kTwoLineListRow_px = 56;
constexpr int kTwoLineListInset_px = 14;

enum Role { DetailRole = Qt::UserRole, FigureRole, AlertRole };

class Delegate : public QStyledItemDelegate {
 public:
  Delegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, kTwoLineListRow_px}; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = m_look.tokens();
    painter->save();
    paintCell(*painter, option.rect, t, option.state.testFlag(QStyle::State_Selected), true);
    const QRect words = option.rect.adjusted(kTwoLineListInset_px, 5, -kTwoLineListInset_px, -5);
    painter->setFont(typeface(17, true));
    painter->setPen(t.text);
    const QString figure = index.data(FigureRole).toString();
    const int room = words.width() - painter->fontMetrics().horizontalAdvance(figure) - kTwoLineListInset_px;
    if (index.data(AlertRole).toBool()) painter->setPen(t.price);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignRight, figure);
    painter->setPen(t.text);
    const int half = words.height() / 2;
    painter->drawText(words.adjusted(0, 0, 0, -half), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
    painter->setFont(typeface(14));
    painter->setPen(t.secondary);
    painter->drawText(words.adjusted(0, half, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data(DetailRole).toString(), Qt::ElideRight, room));
    painter->restore();
  }

 private:
  Look m_look;
};

}  // namespace

class TwoLineList::Model : public QAbstractListModel {
 public:
  using QAbstractListModel::QAbstractListModel;

  void set(std::vector<TwoLineRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
  }
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
  }
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
    if (!index.isValid()) return {};
    const TwoLineRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
      case Qt::DisplayRole: return row.title;
      case DetailRole: return row.detail;
      case FigureRole: return row.figure;
      case AlertRole: return row.alert;
      case Qt::AccessibleTextRole: return QStringList{row.title, row.detail, row.figure}.join(QStringLiteral(", "));
      default: return {};
    }
  }

 private:
  std::vector<TwoLineRow> m_rows;
};

TwoLineList::TwoLineList(Look look, const QString& name, QWidget* parent)
    : QListView(parent), m_model(new Model(this)) {
  setObjectName(name + QStringLiteral("TwoLineList"));
  setModel(m_model);
  setItemDelegate(new Delegate(look, this));
  setEditTriggers(NoEditTriggers);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setUniformItemSizes(true);
  connect(&look.theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void TwoLineList::show(std::vector<TwoLineRow> rows) {
  const int chosen = std::max(0, row());
  m_model->set(std::move(rows));
  if (m_model->rowCount() > 0) setCurrentIndex(m_model->index(std::min(chosen, m_model->rowCount() - 1), 0));
}

void TwoLineList::move(int by) {
  if (m_model->rowCount() == 0) return;
  setCurrentIndex(m_model->index(std::clamp(row() + by, 0, m_model->rowCount() - 1), 0));
}

}  // namespace kahui::widgets
