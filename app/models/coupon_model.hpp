// The coupons that the customer may use on this bill, as a list.
#pragma once

#include <QAbstractListModel>

#include "app/models/promotion_text.hpp"

namespace kahui::models {

class CouponModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { DetailRole = Qt::UserRole, UrgentRole, ChosenRole, SerialRole };

  explicit CouponModel(Formatter formatter, QObject* parent = nullptr);

  // The same coupons again repaint what changed and move no row.
  void setCoupons(const std::vector<till::CouponView>& coupons, base::BusinessDate today);
  void setFormatter(Formatter formatter);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

 private:
  Formatter m_formatter;
  base::BusinessDate m_today;
  std::vector<till::CouponView> m_coupons;
};

}  // namespace kahui::models
