#include "app/widgets/action_button.hpp"

#include <QKeyEvent>
#include <QPainter>

#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

constexpr int kActionButtonLeastText_px = 13;
constexpr int kIconGap_px = 10;

bool focusShown(const QWidget& widget) { return widget.hasFocus() && widget.window()->isActiveWindow(); }

}  // namespace

ActionButton::ActionButton(Look look, Kind kind, const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_look(look), m_kind(kind) {
  setObjectName(name + QStringLiteral("ActionButton"));
  // A click leaves the focus in the entry line, where the next scan will arrive; Tab still reaches every button.
  setFocusPolicy(Qt::TabFocus);
  setFont(typeface(size_px(), kind != Kind::Function && kind != Kind::Quiet));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ActionButton::setIconName(const QString& icon) {
  m_icon = icon;
  updateGeometry();
  update();
}

void ActionButton::setCap(const QString& cap) {
  m_cap = cap;
  updateGeometry();
  update();
}

void ActionButton::setDetail(const QString& detail) {
  m_detail = detail;
  updateGeometry();
  update();
}

void ActionButton::setInk(QColor Tokens::*ink) {
  m_ink = ink;
  update();
}

void ActionButton::setTint(std::optional<Tokens::Pair> tint) {
  m_tint = tint;
  update();
}

int ActionButton::height_px() const {
  switch (m_kind) {
    case Kind::Primary: return 64;
    case Kind::Plain: return 52;
    case Kind::Function: return 56;
    case Kind::Digit: return 48;
    case Kind::Tile: return 60;
    case Kind::Quiet: return kTouch_px;
  }
  return kTouch_px;
}

int ActionButton::size_px() const {
  switch (m_kind) {
    case Kind::Primary: return 20;
    case Kind::Plain: return 16;
    case Kind::Function: return 15;
    case Kind::Digit: return 22;
    case Kind::Tile: return 16;
    case Kind::Quiet: return 15;
  }
  return 15;
}

int ActionButton::iconSize_px() const { return m_kind == Kind::Primary ? 26 : 22; }

int ActionButton::capWidth() const {
  if (m_cap.isEmpty() || m_kind == Kind::Function) return 0;
  return std::max(24, QFontMetrics(typeface(12, true)).horizontalAdvance(m_cap) + 14) + 8;
}

int ActionButton::padding_px() const {
  switch (m_kind) {
    case Kind::Function:
    case Kind::Digit: return 6;
    case Kind::Quiet: return 10;
    case Kind::Primary:
    case Kind::Plain:
    case Kind::Tile: return 14;
  }
  return 14;
}

int ActionButton::textRoom() const {
  const int icon = m_icon.isEmpty() || m_kind == Kind::Function ? 0 : iconSize_px() + kIconGap_px;
  return width() - 2 * padding_px() - icon - capWidth();
}

QFont ActionButton::textFont() const {
  QFont fitting = font();
  while (fitting.pixelSize() > kActionButtonLeastText_px &&
         QFontMetrics(fitting).horizontalAdvance(text()) > textRoom()) {
    fitting.setPixelSize(fitting.pixelSize() - 1);
  }
  return fitting;
}

bool ActionButton::textFits() const {
  if (text().isEmpty()) return width() >= 2 * padding_px() + iconSize_px() + capWidth() || m_kind == Kind::Digit;
  return (m_elided || QFontMetrics(textFont()).horizontalAdvance(text()) <= textRoom()) &&
         QFontMetrics(typeface(13)).horizontalAdvance(m_detail) <= textRoom();
}

QSize ActionButton::sizeHint() const {
  const int icon =
      m_icon.isEmpty() || m_kind == Kind::Function ? 0 : iconSize_px() + (text().isEmpty() ? 0 : kIconGap_px);
  const int words =
      std::max(fontMetrics().horizontalAdvance(text()), QFontMetrics(typeface(13)).horizontalAdvance(m_detail));
  return {std::max(kTouch_px, 2 * padding_px() + icon + words + capWidth()), height_px()};
}

QSize ActionButton::minimumSizeHint() const {
  if (m_kind == Kind::Plain || m_kind == Kind::Quiet) return sizeHint();
  return {kTouch_px, m_kind == Kind::Digit ? kTouch_px : height_px()};
}

QColor ActionButton::ink() const {
  const Tokens& t = m_look.tokens();
  if (m_kind == Kind::Primary && isEnabled()) return t.on_primary;
  if (!isEnabled()) return t.secondary;
  if (m_tint) return m_tint->text;
  return m_ink != nullptr ? t.*m_ink : t.text;
}

void ActionButton::paintGround(QPainter& painter) const {
  const Tokens& t = m_look.tokens();
  QColor ground = t.surface;
  QColor edge = t.hairline;
  switch (m_kind) {
    case Kind::Primary:
      ground = isDown() ? t.primary_pressed : t.primary;
      edge = ground;
      break;
    case Kind::Plain: edge = t.strong_edge; break;
    case Kind::Function:
    case Kind::Digit:
    case Kind::Tile: break;
    case Kind::Quiet:
      ground = Qt::transparent;
      edge = Qt::transparent;
      break;
  }
  if (m_tint) ground = m_tint->back;
  if (!isEnabled()) {
    ground = m_kind == Kind::Quiet ? QColor(Qt::transparent) : t.background;
    edge = m_kind == Kind::Quiet ? QColor(Qt::transparent) : t.hairline;
  } else if (m_kind != Kind::Primary && isDown()) {
    ground = m_tint ? m_tint->back.darker(110) : t.pressed;
  } else if (m_kind != Kind::Primary && underMouse() && !m_tint) {
    ground = t.raised;
  }
  const bool focused = focusShown(*this);
  painter.setBrush(ground);
  painter.setPen(QPen(edge, 1));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius_px, kRadius_px);
  if (!focused) return;
  // Inside the edge, with a hair of ground between, so that it shows on the filled button too.
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(m_kind == Kind::Primary ? t.on_primary : t.focus, 2));
  painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), kRadius_px - 2, kRadius_px - 2);
}

void ActionButton::paintCap(QPainter& painter, const QRect& box) const {
  const Tokens& t = m_look.tokens();
  QColor ground = t.quiet.back;
  QColor words = t.quiet.text;
  if (m_kind == Kind::Primary && isEnabled()) {
    ground = t.on_primary;
    ground.setAlpha(38);
    words = t.on_primary;
  } else if (m_tint) {
    ground = QColor(Qt::transparent);
    words = m_tint->text;
  }
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  painter.drawRoundedRect(box, 6, 6);
  painter.setPen(words);
  painter.setFont(typeface(12, true));
  painter.drawText(box, Qt::AlignCenter, m_cap);
}

void ActionButton::paintFunction(QPainter& painter) const {
  const Tokens& t = m_look.tokens();
  painter.setFont(typeface(12, true));
  painter.setPen(t.secondary);
  painter.drawText(QRect(0, 7, width(), 18), Qt::AlignCenter, m_cap);
  painter.setFont(textFont());
  painter.setPen(ink());
  painter.drawText(QRect(0, 25, width(), height() - 30), Qt::AlignCenter, text());
}

void ActionButton::paintRow(QPainter& painter) const {
  const bool centred = m_kind == Kind::Digit || m_kind == Kind::Quiet || (m_kind == Kind::Plain && m_cap.isEmpty());
  const QFont words = textFont();
  const int icon = m_icon.isEmpty() ? 0 : iconSize_px();
  const int gap = icon > 0 && !text().isEmpty() ? kIconGap_px : 0;
  const QString shown = m_elided ? QFontMetrics(words).elidedText(text(), Qt::ElideRight, textRoom()) : text();
  const int words_px = QFontMetrics(words).horizontalAdvance(shown);
  int x = centred ? (width() - capWidth() - icon - gap - words_px) / 2 : padding_px();
  if (icon > 0) paintIcon(painter, m_icon, {x, (height() - icon) / 2, icon, icon}, ink());
  x += icon + gap;
  painter.setFont(words);
  painter.setPen(ink());
  if (m_detail.isEmpty()) {
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
  } else {
    painter.drawText(QRect(x, 0, width() - x, height() / 2 + 2), Qt::AlignBottom | Qt::AlignLeft, shown);
    painter.setFont(typeface(13));
    painter.setPen(m_tint && isEnabled() ? m_tint->text : m_look.tokens().secondary);
    painter.drawText(QRect(x, height() / 2 + 3, width() - x, height() / 2 - 3), Qt::AlignTop | Qt::AlignLeft, m_detail);
  }
  if (!m_cap.isEmpty()) {
    const int cap = capWidth() - 8;
    paintCap(painter, QRect(width() - 12 - cap, (height() - 24) / 2, cap, 24));
  }
}

void ActionButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintGround(painter);
  if (m_kind == Kind::Function) {
    paintFunction(painter);
  } else {
    paintRow(painter);
  }
}

// Enter presses the focused button, as people expect of a till; a held key presses once.
void ActionButton::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    if (!event->isAutoRepeat()) click();
    return;
  }
  QAbstractButton::keyPressEvent(event);
}

void ActionButton::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  update();
}

void ActionButton::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  update();
}

ActionButton* lettered(Look look, ActionButton::Kind kind, const char* name, const char* letter) {
  auto* made = new ActionButton(look, kind, QString::fromLatin1(name));
  made->setCap(QString::fromLatin1(letter));
  return made;
}

}  // namespace kahui::widgets
