#include "app/widgets/receipts_panel.hpp"

namespace kahui::widgets {
namespace {

constexpr int kLongestQuery = 32;
constexpr int kReceiptsPanelPageRows = 6;

}  // namespace

ReceiptsPanel::ReceiptsPanel(Look look, QWidget* parent)
    : SignedPanel(look, QStringLiteral("receipts"), parent),
      m_steps(new QStackedWidget),
      m_reason(new ReasonForm(look, QStringLiteral("receipts"))),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_query(new CodeEdit(look, QStringLiteral("receiptsQuery"), CodeEdit::Ime::Refused)),
      m_list(new PickList(look, QStringLiteral("receipts"))),
      m_reopen(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("receiptsReopen"))),
      m_reprint(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("receiptsReprint"))) {
  m_hint->setWordWrap(true);
  m_query->setMaxLength(kLongestQuery);
  m_query->setIconName(QStringLiteral("search"));
  m_reopen->setIconName(QStringLiteral("undo"));
  m_reopen->setCap(QStringLiteral("X"));
  m_reprint->setIconName(QStringLiteral("receipt"));
  m_reprint->setCap(QStringLiteral("Enter"));
  auto* list = new QWidget;
  m_steps->addWidget(list);
  m_steps->addWidget(m_reason);
  auto* outer = new QVBoxLayout(act());
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_steps);
  auto* layout = new QVBoxLayout(list);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  layout->addWidget(m_query);
  layout->addWidget(m_hint);
  layout->addWidget(m_list, 1);
  layout->addWidget(m_reopen);
  layout->addWidget(m_reprint);
  connect(m_query, &QLineEdit::textChanged, this, &ReceiptsPanel::queryChanged);
  connect(m_query, &CodeEdit::entered, this, &ReceiptsPanel::reprint);
  connect(m_list, &PickList::chosen, this, &ReceiptsPanel::reprint);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this] { m_reopen->setEnabled(current() != nullptr && current()->may_reopen); });
  connect(m_reopen, &QAbstractButton::clicked, this, &ReceiptsPanel::reopen);
  connect(m_reason, &ReasonForm::chosen, this, [this](const std::string& reason) {
    m_why = reason;
    emit reopenAsked({m_reopening, {}, m_why});
  });
  connect(m_reprint, &QAbstractButton::clicked, this, &ReceiptsPanel::reprint);
  ReceiptsPanel::retranslate();
}

void ReceiptsPanel::open() {
  showAct();
  m_steps->setCurrentIndex(0);
  const QSignalBlocker quiet(m_query);
  m_query->clear();
}

void ReceiptsPanel::show(const till::Snapshot& snapshot) {
  if (!snapshot.desk || !snapshot.desk->receipts) return;
  m_receipts = *snapshot.desk->receipts;
  retranslate();
}

const till::ReceiptRowView* ReceiptsPanel::current() const {
  const int row = m_list->current();
  return row >= 0 && row < static_cast<int>(m_receipts.size()) ? &m_receipts[static_cast<std::size_t>(row)] : nullptr;
}

bool ReceiptsPanel::takeKey(int key) {
  if (asksAuthority() || asksReason()) return false;
  switch (key) {
    case Qt::Key_Up: m_list->move(-1); return true;
    case Qt::Key_Down: m_list->move(1); return true;
    case Qt::Key_PageUp: m_list->move(-kReceiptsPanelPageRows); return true;
    case Qt::Key_PageDown: m_list->move(kReceiptsPanelPageRows); return true;
    case Qt::Key_X: reopen(); return true;
    default: return false;
  }
}

void ReceiptsPanel::reprint() {
  if (const auto* row = current(); row != nullptr) emit reprintAsked(row->receipt_no);
}

void ReceiptsPanel::reopen() {
  const auto* row = current();
  if (row == nullptr || !row->may_reopen) return;
  m_reopening = row->receipt_no;
  m_steps->setCurrentIndex(1);
  m_reason->open(models::ShiftText::reopenReasons());
  retranslate();
}

bool ReceiptsPanel::stepBack() {
  if (SignedPanel::stepBack()) return true;
  if (!asksReason()) return false;
  m_steps->setCurrentIndex(0);
  retranslate();
  return true;
}

void ReceiptsPanel::signedBy(const till::Approval& approval) { emit reopenAsked({m_reopening, approval, m_why}); }

void ReceiptsPanel::retranslate() {
  setTitle(tr("Receipts of today"));
  setWanted(tr("Open again: %1").arg(models::text(m_reopening)));
  const models::Formatter formatter = m_look.formatter();
  std::vector<PickRow> rows;
  for (const auto& row : m_receipts)
    rows.push_back({models::text(row.receipt_no), models::ShiftText::receiptDetail(row, formatter),
                    formatter.money(row.total), row.voided});
  m_list->show(std::move(rows));
  m_hint->setText(m_receipts.empty() ? tr("No receipt has this in its number or amount.")
                                     : tr("Arrows choose; a copy is marked and counted."));
  m_query->setPlaceholderText(tr("Part of the number, or the amount"));
  m_query->setAccessibleName(tr("Search in the receipts of today"));
  m_list->setAccessibleName(tr("Receipts of today"));
  m_reopen->setText(tr("Void and open again"));
  m_reopen->setAccessibleName(tr("Void the bill and open it again"));
  m_reopen->setEnabled(current() != nullptr && current()->may_reopen);
  m_reprint->setText(tr("Print a copy"));
  m_reprint->setAccessibleName(tr("Print a copy"));
  m_reprint->setEnabled(!m_receipts.empty());
}

}  // namespace kahui::widgets
