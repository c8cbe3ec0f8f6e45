#include "app/widgets/member_entry.hpp"

namespace kahui::widgets {

MemberEntry::MemberEntry(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("memberEntry"), parent),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_entry(new CodeEdit(look, QStringLiteral("memberNumber"), CodeEdit::Ime::Refused, this)),
      m_pad(new NumberPad(look, QStringLiteral("memberPad"), NumberPad::Extra::Clear, this)),
      m_find(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("memberFind"), this)),
      m_detach(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("memberDetach"), this)) {
  m_entry->setMaxLength(24);
  m_entry->setIconName(QStringLiteral("phone"));
  m_entry->setFont(typeface(22, true));
  m_hint->setWordWrap(true);
  m_pad->setTarget(m_entry);
  m_find->setIconName(QStringLiteral("search"));
  m_find->setCap(QStringLiteral("Enter"));
  m_detach->setInk(&Tokens::price);
  body()->addWidget(m_hint);
  body()->addWidget(m_entry);
  body()->addWidget(m_pad, 1);
  body()->addWidget(m_detach);
  body()->addWidget(m_find);
  connect(m_entry, &CodeEdit::entered, this, &MemberEntry::find);
  connect(m_find, &QAbstractButton::clicked, this, &MemberEntry::find);
  connect(m_detach, &QAbstractButton::clicked, this, &MemberEntry::detachAsked);
  connect(m_entry, &QLineEdit::textChanged, m_find,
          [this](const QString& text) { m_find->setEnabled(!text.trimmed().isEmpty()); });
  m_find->setEnabled(false);
  MemberEntry::retranslate();
}

void MemberEntry::open(bool has_member) {
  m_entry->clear();
  m_detach->setVisible(has_member);
}

void MemberEntry::find() {
  const QString number = m_entry->text().trimmed();
  if (!number.isEmpty()) emit findAsked(number);
}

void MemberEntry::retranslate() {
  setTitle(tr("Member"));
  m_hint->setText(tr("Type the full phone or member number, or tap the card."));
  m_entry->setPlaceholderText(tr("Phone"));
  m_entry->setAccessibleName(tr("Phone or member number"));
  m_find->setText(tr("Find"));
  m_find->setAccessibleName(tr("Find the member"));
  m_detach->setText(tr("Take off the bill"));
  m_detach->setAccessibleName(tr("Take the member off this bill"));
}

}  // namespace kahui::widgets
