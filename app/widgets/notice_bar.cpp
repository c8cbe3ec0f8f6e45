#include "app/widgets/notice_bar.hpp"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

#include "app/models/key_map.hpp"
#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

constexpr int kGoodNews_ms = 4000;
constexpr int kNoticeBarIcon_px = 24;
constexpr int kNoticeBarLeastText_px = 12;

QString iconOf(till::NoticeKind kind) {
  switch (kind) {
    case till::NoticeKind::Good: return QStringLiteral("check");
    case till::NoticeKind::Info: return QStringLiteral("info");
    case till::NoticeKind::Warning: return QStringLiteral("warning");
    case till::NoticeKind::Error: return QStringLiteral("error");
  }
  return {};
}

const Tokens::Pair& colorsOf(const Tokens& tokens, till::NoticeKind kind) {
  switch (kind) {
    case till::NoticeKind::Good: return tokens.good;
    case till::NoticeKind::Info: return tokens.info;
    case till::NoticeKind::Warning: return tokens.warning;
    case till::NoticeKind::Error: return tokens.danger;
  }
  return tokens.info;
}

bool passes(till::NoticeKind kind) { return kind == till::NoticeKind::Good || kind == till::NoticeKind::Info; }

}  // namespace

NoticeBar::NoticeBar(Look look, const QString& name, QWidget* parent) : QWidget(parent), m_look(look) {
  setObjectName(name + QStringLiteral("NoticeBar"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  const models::Key& undo = models::KeyMap::key(models::Action::Undo);
  m_undo = new ActionButton(look, ActionButton::Kind::Plain, name + QStringLiteral("Undo"), this);
  m_undo->setCap(undo.cap);
  m_undo->hide();
  connect(m_undo, &QAbstractButton::clicked, this, &NoticeBar::undoAsked);
  m_timer.setSingleShot(true);
  m_timer.setInterval(kGoodNews_ms);
  connect(&m_timer, &QTimer::timeout, this, &NoticeBar::clear);
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  retranslate();
}

void NoticeBar::setHint(const QString& hint) {
  m_hint = hint;
  update();
}

void NoticeBar::show(const models::NoticeVm& notice) {
  m_notice = notice;
  setAccessibleName(notice.next.isEmpty() ? notice.what : notice.what + QLatin1Char(' ') + notice.next);
  QAccessibleEvent spoken(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&spoken);
  m_undo->setVisible(notice.can_undo);
  placeUndo();
  m_timer.stop();
  if (passes(notice.kind)) m_timer.start();
  update();
}

void NoticeBar::clear() {
  m_notice.reset();
  m_timer.stop();
  setAccessibleName(m_hint);
  m_undo->hide();
  update();
}

QRect NoticeBar::textBox() const {
  const int left = 16 + kNoticeBarIcon_px + 12;
  const int right = m_undo->isHidden() ? 12 : m_undo->width() + 16;
  return {left, 0, width() - left - right, height()};
}

QFont NoticeBar::fitting(const QString& text, int size_px, bool bold) const {
  QFont font = typeface(size_px, bold);
  while (font.pixelSize() > kNoticeBarLeastText_px && QFontMetrics(font).horizontalAdvance(text) > textBox().width()) {
    font.setPixelSize(font.pixelSize() - 1);
  }
  return font;
}

bool NoticeBar::textFits() const {
  const QString what = m_notice ? m_notice->what : m_hint;
  const QString next = m_notice ? m_notice->next : QString();
  return QFontMetrics(fitting(what, 16, true)).horizontalAdvance(what) <= textBox().width() &&
         QFontMetrics(fitting(next, 14, false)).horizontalAdvance(next) <= textBox().width();
}

void NoticeBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRect icon(16, (height() - kNoticeBarIcon_px) / 2, kNoticeBarIcon_px, kNoticeBarIcon_px);
  if (!m_notice) {
    if (m_hint.isEmpty()) return;
    paintIcon(painter, QStringLiteral("info"), icon, m_look.tokens().secondary);
    painter.setPen(m_look.tokens().secondary);
    painter.setFont(fitting(m_hint, 15, false));
    painter.drawText(textBox(), Qt::AlignVCenter | Qt::AlignLeft, m_hint);
    return;
  }
  const Tokens::Pair& colors = colorsOf(m_look.tokens(), m_notice->kind);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colors.back);
  painter.drawRoundedRect(rect(), kRadius_px, kRadius_px);
  paintIcon(painter, iconOf(m_notice->kind), icon, colors.text);
  painter.setPen(colors.text);
  painter.setFont(fitting(m_notice->what, 16, true));
  const QRect box = textBox();
  if (m_notice->next.isEmpty()) {
    const QString what = painter.fontMetrics().elidedText(m_notice->what, Qt::ElideRight, box.width());
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft, what);
    return;
  }
  painter.drawText(QRect(box.left(), 4, box.width(), 26), Qt::AlignVCenter | Qt::AlignLeft, m_notice->what);
  painter.setFont(fitting(m_notice->next, 14, false));
  painter.drawText(QRect(box.left(), 29, box.width(), 22), Qt::AlignVCenter | Qt::AlignLeft, m_notice->next);
}

void NoticeBar::placeUndo() {
  const QSize size(m_undo->sizeHint().width(), kTouch_px);
  m_undo->setGeometry(width() - size.width() - 6, (height() - size.height()) / 2, size.width(), size.height());
}

void NoticeBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  placeUndo();
}

void NoticeBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void NoticeBar::retranslate() {
  m_undo->setText(models::KeyMap::label(models::Action::Undo));
  m_undo->setAccessibleName(tr("Take the last change back"));
  placeUndo();
}

}  // namespace kahui::widgets
