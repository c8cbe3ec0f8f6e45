#include "app/models/coupon_model.hpp"

#include <algorithm>

namespace kahui::models {

CouponModel::CouponModel(Formatter formatter, QObject* parent) : QAbstractListModel(parent), m_formatter(formatter) {}

void CouponModel::setCoupons(const std::vector<till::CouponView>& coupons, base::BusinessDate today) {
  const std::vector<till::CouponView> wanted = coupons;
  m_today = today;
  const bool same = std::equal(wanted.begin(), wanted.end(), m_coupons.begin(), m_coupons.end(),
                               [](const auto& a, const auto& b) { return a.serial == b.serial; });
  if (same) {
    m_coupons = wanted;
    if (!m_coupons.empty()) emit dataChanged(index(0), index(rowCount() - 1));
    return;
  }
  beginResetModel();
  m_coupons = wanted;
  endResetModel();
}

void CouponModel::setFormatter(Formatter formatter) {
  m_formatter = formatter;
  if (!m_coupons.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

int CouponModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_coupons.size());
}

QVariant CouponModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const till::CouponView& coupon = m_coupons[static_cast<std::size_t>(index.row())];
  if (role == SerialRole) return text(coupon.serial);
  if (role == ChosenRole) return coupon.chosen;
  const CouponVm vm = PromotionText::coupon(coupon, m_today, m_formatter);
  switch (role) {
    case Qt::DisplayRole: return vm.name;
    case Qt::AccessibleTextRole: return vm.spoken;
    case DetailRole: return vm.detail;
    case UrgentRole: return vm.urgent;
    default: return {};
  }
}

}  // namespace kahui::models
