#include "app/widgets/coupon_panel.hpp"

#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "app/models/key_map.hpp"

namespace kahui::widgets {
namespace {

using models::CouponModel;

class CouponDelegate : public QStyledItemDelegate {
 public:
  CouponDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    CouponFace face;
    face.name = index.data().toString();
    face.detail = index.data(CouponModel::DetailRole).toString();
    face.urgent = index.data(CouponModel::UrgentRole).toBool();
    face.chosen = index.data(CouponModel::ChosenRole).toBool();
    face.cap = models::KeyMap::couponCap(index.row());
    face.focused = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    paintCoupon(*painter, option.rect.adjusted(0, 0, 0, -4), m_look, face);
    painter->restore();
  }
  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {120, kCouponRow_px + 4}; }

 private:
  Look m_look;
};

}  // namespace

CouponPanel::CouponPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("coupon"), parent),
      m_model(look.formatter()),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_list(new QListView(this)) {
  m_hint->setWordWrap(true);
  m_list->setObjectName(QStringLiteral("couponQListView"));
  m_list->setModel(&m_model);
  m_list->setItemDelegate(new CouponDelegate(look, m_list));
  m_list->setFocusPolicy(Qt::NoFocus);  // the entry line keeps the keys
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setFrameShape(QFrame::NoFrame);
  connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { emit toggled(index.row()); });
  connect(&look.theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
  body()->addWidget(m_hint);
  body()->addWidget(m_list, 1);
  CouponPanel::retranslate();
}

void CouponPanel::show(const till::Snapshot& snapshot) {
  const int row = std::max(0, current());
  m_model.setCoupons(snapshot.coupons, snapshot.business_date);
  const int last = m_model.rowCount() - 1;
  if (last >= 0) m_list->setCurrentIndex(m_model.index(std::min(row, last)));
}

void CouponPanel::move(int by) {
  const int last = m_model.rowCount() - 1;
  if (last >= 0) m_list->setCurrentIndex(m_model.index(std::clamp(current() + by, 0, last)));
}

void CouponPanel::retranslate() {
  setTitle(tr("Coupons"));
  m_hint->setText(tr("Arrows choose, Space uses or leaves a coupon."));
  m_list->setAccessibleName(tr("Coupons"));
  m_model.setFormatter(m_look.formatter());
}

}  // namespace kahui::widgets
