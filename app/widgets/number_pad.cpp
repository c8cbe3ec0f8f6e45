#include "app/widgets/number_pad.hpp"

#include <QEvent>
#include <QGridLayout>

namespace kahui::widgets {

NumberPad::NumberPad(Look look, const QString& name, Extra extra, QWidget* parent)
    : QWidget(parent), m_name(name), m_kind(extra) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(6);
  for (int digit = 1; digit <= 9; ++digit) {
    m_digits.push_back(addKey(look, QString::number(digit), QString::number(digit), (digit - 1) / 3, (digit - 1) % 3));
  }
  switch (extra) {
    case Extra::Clear: m_extra = addKey(look, QStringLiteral("Clear"), QString(), 3, 0); break;
    case Extra::Point: m_extra = addKey(look, QStringLiteral("Point"), QStringLiteral("."), 3, 0); break;
    case Extra::Dash: m_extra = addKey(look, QStringLiteral("Dash"), QStringLiteral("-"), 3, 0); break;
  }
  m_digits.push_back(addKey(look, QStringLiteral("0"), QStringLiteral("0"), 3, 1));
  m_backspace = addKey(look, QStringLiteral("Backspace"), QString(), 3, 2);
  m_backspace->setIconName(QStringLiteral("backspace"));
  connect(m_backspace, &QAbstractButton::clicked, this, [this] {
    if (m_target) m_target->backspace();
  });
  if (extra == Extra::Clear) {
    m_extra->setIconName(QStringLiteral("close"));
    connect(m_extra, &QAbstractButton::clicked, this, [this] {
      if (m_target) m_target->clear();
    });
  }
  retranslate();
}

ActionButton* NumberPad::addKey(Look look, const QString& name, const QString& sign, int row, int column) {
  auto* key = new ActionButton(look, ActionButton::Kind::Digit, m_name + name, this);
  key->setText(sign);
  key->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  if (!sign.isEmpty()) connect(key, &QAbstractButton::clicked, this, [this, sign] { type(sign); });
  static_cast<QGridLayout*>(layout())->addWidget(key, row, column);
  return key;
}

void NumberPad::type(const QString& sign) {
  if (m_target) m_target->insert(sign);
}

void NumberPad::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void NumberPad::retranslate() {
  for (ActionButton* key : m_digits) key->setAccessibleName(tr("Digit %1").arg(key->text()));
  switch (m_kind) {
    case Extra::Clear: m_extra->setAccessibleName(tr("Clear the entry")); break;
    case Extra::Point: m_extra->setAccessibleName(tr("Decimal point")); break;
    case Extra::Dash: m_extra->setAccessibleName(tr("Dash")); break;
  }
  m_backspace->setAccessibleName(tr("Delete the last digit"));
}

}  // namespace kahui::widgets
