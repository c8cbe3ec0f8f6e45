#include "app/widgets/return_entry.hpp"

namespace kahui::widgets {
namespace {

constexpr int kLongestNumber = 48;

}  // namespace

ReturnEntry::ReturnEntry(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("returnEntry"), parent),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_entry(new CodeEdit(look, QStringLiteral("returnReceipt"), CodeEdit::Ime::Refused, this)),
      m_pad(new NumberPad(look, QStringLiteral("returnPad"), NumberPad::Extra::Dash, this)),
      m_choose(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("returnBegin"), this)) {
  m_hint->setWordWrap(true);
  m_entry->setMaxLength(kLongestNumber);
  m_entry->setIconName(QStringLiteral("receipt"));
  m_pad->setTarget(m_entry);
  m_choose->setIconName(QStringLiteral("return"));
  m_choose->setCap(QStringLiteral("Enter"));
  body()->addWidget(m_hint);
  body()->addWidget(m_entry);
  body()->addWidget(m_pad, 1);
  body()->addWidget(m_choose);
  connect(m_entry, &CodeEdit::entered, this, &ReturnEntry::choose);
  connect(m_choose, &QAbstractButton::clicked, this, &ReturnEntry::choose);
  ReturnEntry::retranslate();
}

void ReturnEntry::open(const QString& receipt_no) {
  m_entry->setText(receipt_no);
  m_entry->selectAll();  // a scan takes the place of what stands there
}

void ReturnEntry::choose() {
  const QString number = m_entry->text().trimmed();
  if (!number.isEmpty()) emit chosen(number);
  m_entry->selectAll();
}

void ReturnEntry::retranslate() {
  setTitle(tr("Return goods"));
  m_hint->setText(
      tr("Scan the receipt, or type its number. From the last receipt (Ctrl+R) the number is here already."));
  m_entry->setPlaceholderText(tr("Receipt number"));
  m_entry->setAccessibleName(tr("Receipt number"));
  m_choose->setText(tr("Show the receipt"));
  m_choose->setAccessibleName(tr("Show the receipt"));
}

}  // namespace kahui::widgets
