#include "app/widgets/coupon_row.hpp"

#include <QKeyEvent>
#include <QPainter>

#include "app/models/key_map.hpp"
#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

constexpr int kCouponRowInset_px = 12;
constexpr int kCouponRowBox_px = 22;
constexpr int kCouponRowTextLeft_px = kCouponRowInset_px + kCouponRowBox_px + 10;
constexpr int kCouponRowLeastText_px = 11;

int capWidth(const QString& cap) {
  return cap.isEmpty() ? 0 : QFontMetrics(typeface(12, true)).horizontalAdvance(cap) + 14;
}

int textRoom(int width, const CouponFace& face) {
  return width - kCouponRowTextLeft_px - kCouponRowInset_px - capWidth(face.cap);
}

QFont fitting(const QString& text, int size_px, bool bold, int room) {
  QFont font = typeface(size_px, bold);
  while (font.pixelSize() > kCouponRowLeastText_px && QFontMetrics(font).horizontalAdvance(text) > room)
    font.setPixelSize(font.pixelSize() - 1);
  return font;
}

void paintBox(QPainter& painter, const QRect& box, const Tokens& t, bool chosen) {
  painter.setPen(QPen(chosen ? t.primary : t.strong_edge, 1.5));
  painter.setBrush(chosen ? t.primary : t.surface);
  painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  if (chosen) paintIcon(painter, QStringLiteral("check"), box.adjusted(3, 3, -3, -3), t.on_primary);
}

}  // namespace

bool couponFits(int width, const CouponFace& face) {
  const int room = textRoom(width, face);
  return QFontMetrics(fitting(face.name, 15, true, room)).horizontalAdvance(face.name) <= room &&
         QFontMetrics(fitting(face.detail, 13, false, room)).horizontalAdvance(face.detail) <= room;
}

void paintCoupon(QPainter& painter, const QRect& box, const Look& look, const CouponFace& face) {
  const Tokens& t = look.tokens();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(face.chosen ? t.primary : t.hairline, 1));
  painter.setBrush(face.chosen ? t.selected : t.surface);
  painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), kRadius_px - 2, kRadius_px - 2);
  if (face.focused) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.focus, 2));
    painter.drawRoundedRect(QRectF(box).adjusted(3, 3, -3, -3), kRadius_px - 4, kRadius_px - 4);
  }
  paintBox(
      painter,
      {box.left() + kCouponRowInset_px, box.center().y() - kCouponRowBox_px / 2, kCouponRowBox_px, kCouponRowBox_px}, t,
      face.chosen);
  const int room = textRoom(box.width(), face);
  const int middle = box.top() + box.height() / 2;
  const int left = box.left() + kCouponRowTextLeft_px;
  const bool one_line = face.detail.isEmpty();
  painter.setFont(fitting(face.name, 15, true, room));
  painter.setPen(t.text);
  painter.drawText(one_line ? QRect(left, box.top(), room, box.height()) : QRect(left, middle - 21, room, 22),
                   Qt::AlignVCenter | Qt::AlignLeft, face.name);
  painter.setFont(fitting(face.detail, 13, false, room));
  painter.setPen(face.urgent && !face.chosen ? t.warning.text : t.secondary);
  painter.drawText(QRect(left, middle + 1, room, 18), Qt::AlignVCenter | Qt::AlignLeft, face.detail);
  if (face.cap.isEmpty()) return;
  const int wide = capWidth(face.cap);
  const QRect cap(box.right() - 9 - wide, middle - 11, wide, 22);
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.quiet.back);
  painter.drawRoundedRect(cap, 6, 6);
  painter.setPen(t.quiet.text);
  painter.setFont(typeface(12, true));
  painter.drawText(cap, Qt::AlignCenter, face.cap);
}

CouponRow::CouponRow(Look look, int place, QWidget* parent) : QAbstractButton(parent), m_look(look) {
  setObjectName(QStringLiteral("coupon%1CouponRow").arg(place));
  setFocusPolicy(Qt::TabFocus);
  setCheckable(true);
  m_face.cap = models::KeyMap::couponCap(place);
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CouponRow::show(const models::CouponVm& vm) {
  m_face.name = vm.name;
  m_face.detail = vm.detail;
  m_face.urgent = vm.urgent;
  m_face.chosen = vm.chosen;
  setChecked(vm.chosen);
  setText(vm.name);
  setAccessibleName(vm.spoken);
  update();
}

// The till answers with a snapshot; until then the box shows what is.
void CouponRow::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  CouponFace face = m_face;
  face.focused = hasFocus() && window()->isActiveWindow();
  paintCoupon(painter, rect(), m_look, face);
}

void CouponRow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    if (!event->isAutoRepeat()) click();
    return;
  }
  QAbstractButton::keyPressEvent(event);
}

}  // namespace kahui::widgets
