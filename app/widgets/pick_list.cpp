#include "app/widgets/pick_list.hpp"

#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "app/widgets/table_look.hpp"

namespace kahui::widgets {
namespace {

constexpr int kPickListRow_px = 56;
constexpr int kPickListInset_px = 14;
constexpr int kPickListTitle_px = 16;
constexpr int kPickListDetail_px = 13;
constexpr int kDetailRole = Qt::UserRole;
constexpr int kFigureRole = Qt::UserRole + 1;
constexpr int kFadedRole = Qt::UserRole + 2;

class PickDelegate : public QStyledItemDelegate {
 public:
  PickDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, kPickListRow_px}; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = m_look.tokens();
    painter->save();
    paintCell(*painter, option.rect, t, option.state.testFlag(QStyle::State_Selected), true);
    const QRect words = option.rect.adjusted(kPickListInset_px, 5, -kPickListInset_px, -5);
    const int half = words.height() / 2;
    const bool faded = index.data(kFadedRole).toBool();
    painter->setFont(typeface(kPickListTitle_px, true));
    painter->setPen(faded ? t.secondary : t.text);
    const QString figure = index.data(kFigureRole).toString();
    const QRect top = words.adjusted(0, 0, 0, -half);
    painter->drawText(top, Qt::AlignVCenter | Qt::AlignRight, figure);
    const int room = top.width() - painter->fontMetrics().horizontalAdvance(figure) - kPickListInset_px;
    painter->drawText(top, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
    painter->setFont(typeface(kPickListDetail_px));
    painter->setPen(t.secondary);
    painter->drawText(
        words.adjusted(0, half, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(index.data(kDetailRole).toString(), Qt::ElideRight, words.width()));
    painter->restore();
  }

 private:
  Look m_look;
};

}  // namespace

class PickList::Model : public QAbstractListModel {
 public:
  using QAbstractListModel::QAbstractListModel;
  int rowCount(const QModelIndex& parent) const override {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
  }
  QVariant data(const QModelIndex& index, int role) const override {
    if (!index.isValid()) return {};
    const PickRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
      case Qt::DisplayRole: return row.title;
      case Qt::AccessibleTextRole: return row.title + QLatin1Char(' ') + row.figure + QLatin1Char(' ') + row.detail;
      case kDetailRole: return row.detail;
      case kFigureRole: return row.figure;
      case kFadedRole: return row.faded;
      default: return {};
    }
  }
  bool replace(std::vector<PickRow> rows) {
    if (rows == m_rows) return false;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    return true;
  }

 private:
  std::vector<PickRow> m_rows;
};

PickList::PickList(Look look, const QString& name, QWidget* parent) : QListView(parent), m_model(new Model(this)) {
  setObjectName(name + QStringLiteral("PickList"));
  setModel(m_model);
  setItemDelegate(new PickDelegate(look, this));
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setUniformItemSizes(true);
  setFocusPolicy(Qt::TabFocus);
  connect(this, &QListView::activated, this, [this](const QModelIndex& index) { emit chosen(index.row()); });
  connect(&look.theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void PickList::show(std::vector<PickRow> rows) {
  const int row = std::max(0, current());
  if (!m_model->replace(std::move(rows)) || this->rows() == 0) return;
  setCurrentIndex(m_model->index(std::min(row, this->rows() - 1)));
}

int PickList::rows() const { return m_model->rowCount({}); }

void PickList::move(int by) {
  if (rows() > 0) setCurrentIndex(m_model->index(std::clamp(current() + by, 0, rows() - 1)));
}

}  // namespace kahui::widgets
