// All coupons of the bill's member in one list: what the member card has no room for.
#pragma once

#include <QListView>

#include "app/models/coupon_model.hpp"
#include "app/widgets/coupon_row.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class CouponPanel : public SidePanel {
  Q_OBJECT

 public:
  explicit CouponPanel(Look look, QWidget* parent = nullptr);

  void show(const till::Snapshot& snapshot);
  void move(int by);
  [[nodiscard]] int current() const { return m_list->currentIndex().row(); }  // -1: none

 signals:
  void toggled(int place);

 protected:
  void retranslate() override;

 private:
  models::CouponModel m_model;
  TextLabel* m_hint;
  QListView* m_list;
};

}  // namespace kahui::widgets
