#include "app/widgets/coupon_list.hpp"

#include <algorithm>

#include "app/models/key_map.hpp"

namespace kahui::widgets {
namespace {

constexpr int kGapBetween_px = 4;

int rowsIn(int height_px) { return (height_px + kGapBetween_px) / (kCouponRow_px + kGapBetween_px); }

int heightOf(int rows) { return rows * (kCouponRow_px + kGapBetween_px) - kGapBetween_px; }

}  // namespace

CouponList::CouponList(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_all(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("allCoupons"), this)) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  for (int place = 0; place < models::kCouponKeys; ++place) {
    auto* row = new CouponRow(look, place, this);
    connect(row, &QAbstractButton::clicked, this, [this, place] { emit toggled(place); });
    row->hide();
    m_rows.push_back(row);
  }
  m_all->setIconName(QStringLiteral("coupon"));
  m_all->hide();
  connect(m_all, &QAbstractButton::clicked, this, &CouponList::allAsked);
}

void CouponList::show(const till::Snapshot& snapshot) {
  const std::size_t before = m_coupons.size();
  m_coupons.clear();
  for (const auto& coupon : snapshot.coupons)
    m_coupons.push_back(models::PromotionText::coupon(coupon, snapshot.business_date, m_look.formatter()));
  for (std::size_t at = 0; at < m_rows.size() && at < m_coupons.size(); ++at) m_rows[at]->show(m_coupons[at]);
  setVisible(!m_coupons.empty());
  if (before != m_coupons.size()) updateGeometry();
  arrange();
}

QSize CouponList::sizeHint() const {
  const int wanted = std::min(static_cast<int>(m_coupons.size()), models::kCouponKeys);
  return {200, heightOf(std::max(1, wanted))};
}

// Where not all fit the last row leads to all of them, and says how many are used.
void CouponList::arrange() {
  const int count = static_cast<int>(m_coupons.size());
  const int room = std::max(1, rowsIn(height()));
  const bool all_fit = count <= std::min(room, models::kCouponKeys);
  const int shown = all_fit ? count : std::min(room - 1, models::kCouponKeys);
  for (int at = 0; at < static_cast<int>(m_rows.size()); ++at) {
    CouponRow& row = *m_rows[static_cast<std::size_t>(at)];
    row.setVisible(at < shown);
    row.setGeometry(0, at * (kCouponRow_px + kGapBetween_px), width(), kCouponRow_px);
  }
  m_all->setVisible(!all_fit);
  m_all->setGeometry(0, shown * (kCouponRow_px + kGapBetween_px), width(), kCouponRow_px);
  const auto used = std::count_if(m_coupons.begin(), m_coupons.end(), [](const auto& one) { return one.chosen; });
  m_all->setText(used > 0 ? tr("All %n coupon(s) · %1 used", nullptr, count).arg(used)
                          : tr("All %n coupon(s)", nullptr, count));
  m_all->setAccessibleName(m_all->text());
}

void CouponList::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

}  // namespace kahui::widgets
