// The coupons on the member card: as many rows as there is room for, and the way to all of them when there is not.
#pragma once

#include <QWidget>
#include <vector>

#include "app/widgets/action_button.hpp"
#include "app/widgets/coupon_row.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::widgets {

class CouponList : public QWidget {
  Q_OBJECT

 public:
  explicit CouponList(Look look, QWidget* parent = nullptr);

  void show(const till::Snapshot& snapshot);  // hides itself when there is none
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {120, kCouponRow_px}; }

 signals:
  void toggled(int place);
  void allAsked();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void arrange();

  Look m_look;
  std::vector<models::CouponVm> m_coupons;
  std::vector<CouponRow*> m_rows;
  ActionButton* m_all;
};

}  // namespace kahui::widgets
