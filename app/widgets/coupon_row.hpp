// One coupon as a switch: a box to tick, what it is worth, until when, and the key that does the same.
#pragma once

#include <QAbstractButton>

#include "app/models/promotion_text.hpp"
#include "app/widgets/look.hpp"

namespace kahui::widgets {

inline constexpr int kCouponRow_px = 48;

struct CouponFace {
  QString name;
  QString detail;
  QString cap;
  bool urgent = false;
  bool chosen = false;
  bool focused = false;
};

// Shared by the rows of the member card and the list of all coupons.
void paintCoupon(QPainter& painter, const QRect& box, const Look& look, const CouponFace& face);
bool couponFits(int width, const CouponFace& face);

class CouponRow : public QAbstractButton {
  Q_OBJECT

 public:
  CouponRow(Look look, int place, QWidget* parent);  // place 0 answers to Alt+1

  void show(const models::CouponVm& vm);

  Q_INVOKABLE bool textFits() const { return couponFits(width(), m_face); }
  QSize sizeHint() const override { return {200, kCouponRow_px}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  Look m_look;
  CouponFace m_face;
};

}  // namespace kahui::widgets
