#include "app/widgets/function_bar.hpp"

#include <QEvent>
#include <QHBoxLayout>

namespace kahui::widgets {

FunctionBar::FunctionBar(Look look, QWidget* parent) : QWidget(parent) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(6);
  for (const models::Key& key : models::KeyMap::keys()) {
    if (!key.on_bar) continue;  // has its own button where it belongs
    auto* button = new ActionButton(look, ActionButton::Kind::Function, key.stem, this);
    button->setCap(key.cap);
    layout->addWidget(button, 1);
    connect(button, &QAbstractButton::clicked, this, [this, action = key.action] { emit asked(action); });
    m_entries.push_back({key.action, button});
  }
  retranslate();
}

void FunctionBar::setActionEnabled(models::Action action, bool enabled) {
  for (const Entry& entry : m_entries) {
    if (entry.action == action) entry.button->setEnabled(enabled);
  }
}

void FunctionBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void FunctionBar::retranslate() {
  for (const Entry& entry : m_entries) {
    entry.button->setText(models::KeyMap::label(entry.action));
    entry.button->setAccessibleName(models::KeyMap::label(entry.action));
  }
}

}  // namespace kahui::widgets
