#include "app/widgets/code_edit.hpp"

#include <QKeyEvent>
#include <QPainter>

#include "app/widgets/icons.hpp"

namespace kahui::widgets {

CodeEdit::CodeEdit(Look look, const QString& name, Ime ime, QWidget* parent)
    : QLineEdit(parent), m_look(look), m_ime(ime) {
  setObjectName(name + QStringLiteral("CodeEdit"));
  setFont(typeface(18));
  setMinimumHeight(52);
  setContextMenuPolicy(Qt::NoContextMenu);
  if (ime == Ime::Refused) setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
}

void CodeEdit::setIconName(const QString& icon) {
  m_icon = icon;
  setTextMargins(icon.isEmpty() ? 0 : 36, 0, 0, 0);
}

// The attribute and the hints do not keep an input method away; this answer does.
QVariant CodeEdit::inputMethodQuery(Qt::InputMethodQuery query) const {
  if (query == Qt::ImEnabled && m_ime == Ime::Refused) return false;
  return QLineEdit::inputMethodQuery(query);
}

bool CodeEdit::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<const QKeyEvent*>(event);
    if (key->matches(QKeySequence::Undo) && (m_ime == Ime::Refused || !isUndoAvailable())) {
      event->ignore();
      return false;
    }
  }
  return QLineEdit::event(event);
}

void CodeEdit::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    if (!event->isAutoRepeat()) emit entered(text());
    return;
  }
  if (event->matches(QKeySequence::Undo) && m_ime == Ime::Refused) {
    event->ignore();
    return;
  }
  QLineEdit::keyPressEvent(event);
}

void CodeEdit::paintEvent(QPaintEvent* event) {
  QLineEdit::paintEvent(event);
  if (m_icon.isEmpty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintIcon(painter, m_icon, {14, (height() - 24) / 2, 24, 24},
            hasFocus() ? m_look.tokens().focus : m_look.tokens().secondary);
}

}  // namespace kahui::widgets
