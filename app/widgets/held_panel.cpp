#include "app/widgets/held_panel.hpp"

namespace kahui::widgets {

HeldPanel::HeldPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("held"), parent),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_list(new PickList(look, QStringLiteral("held"), this)),
      m_drop(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("heldDrop"), this)),
      m_recall(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("heldRecall"), this)) {
  m_hint->setWordWrap(true);
  m_drop->setIconName(QStringLiteral("trash"));
  m_drop->setCap(QStringLiteral("Del"));
  m_recall->setIconName(QStringLiteral("next"));
  m_recall->setCap(QStringLiteral("Enter"));
  body()->addWidget(m_hint);
  body()->addWidget(m_list, 1);
  body()->addWidget(m_drop);
  body()->addWidget(m_recall);
  connect(m_list, &PickList::chosen, this, &HeldPanel::recall);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { m_dropping.reset(); });
  connect(m_drop, &QAbstractButton::clicked, this, &HeldPanel::drop);
  connect(m_recall, &QAbstractButton::clicked, this, &HeldPanel::recall);
  HeldPanel::retranslate();
}

void HeldPanel::open() {
  m_dropping.reset();
  m_waiting = true;
  m_recall_next = false;
}

void HeldPanel::show(const till::Snapshot& snapshot) {
  if (!snapshot.desk || !snapshot.desk->held) return;
  m_bills = *snapshot.desk->held;
  m_waiting = false;
  retranslate();
  if (std::exchange(m_recall_next, false)) recall();
}

const till::HeldBillView* HeldPanel::current() const {
  const int row = m_list->current();
  return row >= 0 && row < count() ? &m_bills[static_cast<std::size_t>(row)] : nullptr;
}

void HeldPanel::move(int by) { m_list->move(by); }

void HeldPanel::recall() {
  m_dropping.reset();
  m_recall_next = m_waiting;
  if (m_waiting) return;
  if (const auto* bill = current(); bill != nullptr) emit recalled(bill->bill);
}

void HeldPanel::drop() {
  const auto* bill = m_waiting ? nullptr : current();
  if (bill == nullptr) return;
  if (m_dropping == bill->bill) {
    m_dropping.reset();
    emit dropped(bill->bill);
    return;
  }
  m_dropping = bill->bill;
  emit dropAsked();
}

bool HeldPanel::disarm() { return std::exchange(m_dropping, std::nullopt).has_value(); }

void HeldPanel::retranslate() {
  setTitle(tr("Held bills"));
  m_hint->setText(m_bills.empty() ? tr("No bill is held.") : tr("Prices are computed again when a bill comes back."));
  std::vector<PickRow> rows;
  const models::Formatter formatter = m_look.formatter();
  for (const auto& bill : m_bills)
    rows.push_back({bill.note.empty() ? tr("Without a note") : models::text(bill.note),
                    models::ShiftText::heldDetail(bill, formatter), formatter.money(bill.total)});
  m_list->show(std::move(rows));
  m_list->setAccessibleName(tr("Held bills"));
  m_drop->setText(tr("Cancel this bill"));
  m_drop->setAccessibleName(tr("Cancel this bill"));
  m_drop->setEnabled(!m_bills.empty());
  m_recall->setText(tr("Take it up again"));
  m_recall->setAccessibleName(tr("Take it up again"));
  m_recall->setEnabled(!m_bills.empty());
}

}  // namespace kahui::widgets
