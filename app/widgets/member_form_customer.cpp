// The form while the customer types on the other window: it follows, locked, and goods can be scanned meanwhile.
#include <QShortcut>
#include <algorithm>

#include "app/models/customer_entry_text.hpp"
#include "app/widgets/member_form.hpp"

namespace kahui::widgets {
namespace {

using models::CustomerEntry;
using models::CustomerEntryText;

const QKeySequence kCustomerTypes(Qt::SHIFT | Qt::Key_F2);
constexpr int kLongestScan = 48;
constexpr int kMemberFormScan_px = 46;

}  // namespace

void MemberForm::makeCustomer() {
  m_customer = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("memberFormCustomer"), this);
  m_customer->setFixedHeight(kMemberFormScan_px);
  m_customer->setIconName(QStringLiteral("tap"));
  m_customer->hide();
  connect(m_customer, &QAbstractButton::clicked, this, &MemberForm::letCustomerType);
  auto* key = new QShortcut(kCustomerTypes, m_customer);  // works while the button is seen
  key->setAutoRepeat(false);
  connect(key, &QShortcut::activated, this, [this] {
    if (!m_by_customer) letCustomerType();
  });
  m_scan = new CodeEdit(m_look, QStringLiteral("memberFormScan"), CodeEdit::Ime::Refused, this);
  m_scan->setFixedHeight(kMemberFormScan_px);
  m_scan->setMaxLength(kLongestScan);
  m_scan->setIconName(QStringLiteral("scan"));
  m_scan->hide();
  // An Enter without a scan goes on to the form: what a scanner sends can neither join nor agree.
  connect(m_scan, &CodeEdit::entered, this, [this](const QString& text) {
    m_scan->clear();
    if (!text.trimmed().isEmpty()) return emit scanned(text.trimmed());
    if (!m_by_customer) focusFirst();
  });
}

// A member's PIN belongs to the member's own fingers; the form goes on as if it had been typed here.
void MemberForm::makePinKey() {
  m_pin_key = new CustomerPin(m_look, QStringLiteral("memberForm"), this);
  connect(m_pin_key, &CustomerPin::starting, this, &MemberForm::servePin);
  connect(m_pin_key, &CustomerPin::typed, this, [this] {
    CodeEdit* next = first();
    (next != nullptr ? static_cast<QWidget*>(next) : m_confirm)->setFocus(Qt::TabFocusReason);
  });
}

// Where a PIN is changed, the old one comes first, unless the cashier stands in the line of the new one.
void MemberForm::servePin() {
  const auto fields = fieldsOf(m_task);
  const auto has = [&](Field field) { return std::find(fields.begin(), fields.end(), field) != fields.end(); };
  CodeEdit* fresh = m_fields.at(Field::NewPin);
  CodeEdit* old = m_fields.at(Field::OldPin);
  if (has(Field::NewPin) && (fresh->hasFocus() || !old->text().isEmpty()))
    return m_pin_key->serve(fresh, CustomerEntry::PinFor::New);
  if (has(Field::OldPin))
    m_pin_key->serve(old, has(Field::NewPin) ? CustomerEntry::PinFor::Old : CustomerEntry::PinFor::Confirm);
  else
    m_pin_key->serve(nullptr);
}

void MemberForm::setCustomer(CustomerEntry& entry) {
  m_entry = &entry;
  connect(&entry, &CustomerEntry::changed, this, &MemberForm::takeTyped);
  connect(&entry, &CustomerEntry::ended, this, &MemberForm::customerEnded);
  connect(&entry, &CustomerEntry::availabilityChanged, this, [this] {
    arrange();
    retranslate();
  });
}

void MemberForm::letCustomerType() {
  if (m_by_customer) return m_entry->stop();
  if (m_entry == nullptr || !m_entry->available()) return;
  m_by_customer = m_scans = true;
  lock(true);
  m_entry->begin(!typed(Field::Phone).isEmpty(), m_consent);
  arrange();
  retranslate();
  m_scan->setFocus();
  emit customerSaid(CustomerEntryText::begun(*m_entry));
}

void MemberForm::takeTyped() {
  if (!m_by_customer || !m_entry->running()) return;
  const CustomerEntry::Typed& typed = m_entry->typed();
  const auto take = [this](Field field, const std::optional<QString>& text) {
    if (text) m_fields.at(field)->setText(*text);
  };
  take(Field::Phone, typed.phone);
  take(Field::Name, typed.name);
  take(Field::Birthday, typed.birthday);
  if (typed.agreed) m_marks.at(Mark::Agreed)->setChecked(*typed.agreed);
  if (typed.marketing) m_marks.at(Mark::Marketing)->setChecked(*typed.marketing);
  retranslate();
}

void MemberForm::customerEnded(CustomerEntry::End why) {
  if (!std::exchange(m_by_customer, false)) return;
  lock(false);
  arrange();
  retranslate();
  m_scan->setFocus();
  emit customerSaid(CustomerEntryText::ended(why, false));
}

// One hand at a time: what the customer types is not typed over.
void MemberForm::lock(bool locked) {
  for (const auto& [field, edit] : m_fields) edit->setEnabled(!locked);
  for (const auto& [mark, button] : m_marks) button->setEnabled(!locked);
  for (const auto& [code, button] : m_vias) button->setEnabled(!locked);
  m_confirm->setEnabled(!locked && !m_writing);
}

bool MemberForm::takeScanKey(int key) {
  if (!m_scans || key < Qt::Key_Exclam || key > Qt::Key_AsciiTilde) return false;
  m_scan->setFocus();
  m_scan->insert(QChar(key));
  return true;
}

void MemberForm::fillCustomer() {
  if (m_by_customer) m_what->setText(CustomerEntryText::progress(*m_entry));
  m_customer->setCap(m_by_customer ? QStringLiteral("Esc") : QStringLiteral("⇧F2"));
  m_customer->setText(m_by_customer ? tr("Take the window back") : tr("Let the customer type"));
  m_customer->setAccessibleName(m_by_customer ? tr("Take the customer's window back")
                                              : tr("Let the customer type on the other window"));
  m_scan->setPlaceholderText(tr("Scan goods meanwhile"));
  m_scan->setAccessibleName(tr("Goods scanned while the customer types"));
}

}  // namespace kahui::widgets
