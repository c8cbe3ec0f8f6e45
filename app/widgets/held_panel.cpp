#include "app/widgets/held_panel.hpp"

namespace kahui::widgets {

HeldPanel::HeldPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("held"), parent),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_list(new PickList(look, QStringLiteral("held"), this)),
      m_drop(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("heldDrop"), this)),
      m_recall(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("heldRecall"), this)) {
  m_hint->setWordWrap(true);
  m_drop->setCap(QStringLiteral("Del"));
  m_recall->setIconName(QStringLiteral("next"));
  m_recall->setCap(QStringLiteral("Enter"));
  body()->addWidget(m_hint);
  body()->addWidget(m_list, 1);
  body()->addWidget(m_drop);
  body()->addWidget(m_recall);
  connect(m_list, &PickList::chosen, this, &HeldPanel::recall);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
    m_dropping.reset();
    choose();
  });
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
  m_in_chain = snapshot.held_away.has_value();
  m_away = snapshot.held_away.value_or(till::HeldAwayView{});
  m_waiting = false;
  retranslate();
  if (std::exchange(m_recall_next, false)) recall();
}

const till::HeldBillView* HeldPanel::current() const {
  const int row = m_list->current();
  return row >= 0 && std::cmp_less(row, m_bills.size()) ? &m_bills[static_cast<std::size_t>(row)] : nullptr;
}

const till::AwayBillView* HeldPanel::currentAway() const {
  const int row = m_list->current() - static_cast<int>(m_bills.size());
  return row >= 0 && std::cmp_less(row, m_away.bills.size()) ? &m_away.bills[static_cast<std::size_t>(row)] : nullptr;
}

void HeldPanel::move(int by) { m_list->move(by); }

void HeldPanel::recall() {
  m_dropping.reset();
  m_recall_next = m_waiting;
  if (m_waiting || m_away.asking) return;
  if (const auto* bill = current(); bill != nullptr) return emit recalled(bill->bill);
  if (const auto* away = currentAway(); away != nullptr) emit taken(away->holder, away->bill.bill);
}

void HeldPanel::drop() {
  if (m_away.asking) return emit waitedEnough();
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

QString HeldPanel::hint() const {
  if (m_away.asking) return tr("Asking headquarters for this bill …");
  if (m_in_chain && m_away.state == till::HeldAwayView::State::Offline)
    return tr("Headquarters cannot be reached: only this till's bills are shown.");
  if (m_in_chain && m_away.state == till::HeldAwayView::State::Asking)
    return tr("Asking for the bills of the other tills …");
  return count() == 0 ? tr("No bill is held.") : tr("Prices are computed again when a bill comes back.");
}

// Another till's bill is cancelled there. While headquarters is asked, the one thing to do is not to wait.
void HeldPanel::choose() {
  const QString words = m_away.asking ? tr("Do not wait") : tr("Cancel this bill");
  m_drop->setText(words);
  m_drop->setAccessibleName(words);
  m_drop->setIconName(m_away.asking ? QStringLiteral("close") : QStringLiteral("trash"));
  m_drop->setEnabled(m_away.asking || current() != nullptr);
  m_recall->setEnabled(!m_away.asking && (current() != nullptr || currentAway() != nullptr));
}

void HeldPanel::retranslate() {
  setTitle(tr("Held bills"));
  m_hint->setText(hint());
  std::vector<PickRow> rows;
  const models::Formatter formatter = m_look.formatter();
  const auto note = [](const till::HeldBillView& bill) {
    return bill.note.empty() ? tr("Without a note") : models::text(bill.note);
  };
  for (const auto& bill : m_bills)
    rows.push_back({note(bill), models::ShiftText::heldDetail(bill, formatter), formatter.money(bill.total)});
  for (const auto& away : m_away.bills)
    rows.push_back({note(away.bill), models::ShiftText::awayDetail(away, formatter), formatter.money(away.bill.total)});
  m_list->show(std::move(rows));
  m_list->setAccessibleName(tr("Held bills"));
  m_recall->setText(tr("Take it up again"));
  m_recall->setAccessibleName(tr("Take it up again"));
  choose();
}

}  // namespace kahui::widgets
