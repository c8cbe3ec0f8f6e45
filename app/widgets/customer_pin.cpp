#include "app/widgets/customer_pin.hpp"

#include <QEvent>
#include <QHideEvent>
#include <QShortcut>
#include <utility>

#include "app/models/customer_entry_text.hpp"

namespace kahui::widgets {
namespace {

const QKeySequence kCustomerPin(Qt::SHIFT | Qt::Key_F2);

}  // namespace

CustomerPin::CustomerPin(Look look, const QString& name, QWidget* parent)
    : ActionButton(look, Kind::Plain, name, parent) {
  setObjectName(name + QStringLiteral("CustomerPin"));
  setIconName(QStringLiteral("tap"));
  setFixedHeight(kTouch_px);
  connect(this, &QAbstractButton::clicked, this, [this] { m_runs ? m_entry->stop() : begin(); });
  auto* key = new QShortcut(kCustomerPin, this);  // works while the button is seen
  key->setAutoRepeat(false);
  connect(key, &QShortcut::activated, this, [this] {
    if (!m_runs) begin();
  });
  fill();
}

void CustomerPin::setEntry(models::CustomerEntry& entry) {
  m_entry = &entry;
  connect(&entry, &models::CustomerEntry::changed, this, &CustomerPin::take);
  connect(&entry, &models::CustomerEntry::ended, this, &CustomerPin::end);
  connect(&entry, &models::CustomerEntry::availabilityChanged, this, [this] {
    fill();
    emit offerChanged();
  });
  fill();
}

void CustomerPin::serve(CodeEdit* field, models::CustomerEntry::PinFor what) {
  if (m_runs && field != m_field) m_entry->stop();
  m_field = field;
  m_what = what;
  fill();
}

// The field is closed to the keyboard, and the button keeps the focus, so that no Enter pays with half a PIN.
void CustomerPin::begin() {
  emit starting();
  if (!isOffered()) return;
  m_runs = true;
  m_field->clear();
  m_field->setEnabled(false);
  setFocus(Qt::TabFocusReason);
  m_entry->beginPin(m_what);
  fill();
  emit said(models::CustomerEntryText::begun(*m_entry));
}

void CustomerPin::take() {
  if (m_runs && m_entry->running()) m_field->setText(m_entry->pin());
}

void CustomerPin::end(models::CustomerEntry::End why) {
  if (!std::exchange(m_runs, false)) return;
  m_field->setEnabled(true);
  m_field->setFocus();
  fill();
  emit said(models::CustomerEntryText::ended(why, true));
  if (why == models::CustomerEntry::End::Done) return emit typed();
  m_field->clear();
}

void CustomerPin::fill() {
  setVisible(isOffered());
  setCap(m_runs ? QStringLiteral("Esc") : QStringLiteral("⇧F2"));
  setText(m_runs ? tr("Take the window back") : tr("Customer types the PIN"));
  setAccessibleName(m_runs ? tr("Take the customer's window back")
                           : tr("Let the customer type the PIN on the other window"));
}

// A scanner's Enter does not end it; Esc does.
void CustomerPin::keyPressEvent(QKeyEvent* event) {
  if (!m_runs) return ActionButton::keyPressEvent(event);
  event->ignore();
}

void CustomerPin::hideEvent(QHideEvent* event) {
  if (m_runs && !event->spontaneous()) m_entry->stop();
}

void CustomerPin::changeEvent(QEvent* event) {
  ActionButton::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) fill();
}

}  // namespace kahui::widgets
