#include "app/widgets/hold_panel.hpp"

namespace kahui::widgets {
namespace {

constexpr int kHoldPanelLongestNote = 40;

}  // namespace

HoldPanel::HoldPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("hold"), parent),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_note(new CodeEdit(look, QStringLiteral("holdNote"), CodeEdit::Ime::Allowed, this)),
      m_hold(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("holdBill"), this)) {
  m_hint->setWordWrap(true);
  m_note->setMaxLength(kHoldPanelLongestNote);
  m_hold->setIconName(QStringLiteral("check"));
  m_hold->setCap(QStringLiteral("Enter"));
  body()->addWidget(m_hint);
  body()->addWidget(m_note);
  body()->addStretch();
  body()->addWidget(m_hold);
  connect(m_note, &CodeEdit::entered, this, &HoldPanel::hold);
  connect(m_hold, &QAbstractButton::clicked, this, &HoldPanel::hold);
  HoldPanel::retranslate();
}

void HoldPanel::open() { m_note->clear(); }

void HoldPanel::hold() { emit held(m_note->text().trimmed()); }

void HoldPanel::retranslate() {
  setTitle(tr("Hold the bill"));
  m_hint->setText(tr("The bill waits here while others pay; F8 takes it up again. A few words help to find it."));
  m_note->setPlaceholderText(tr("Note, may stay empty"));
  m_note->setAccessibleName(tr("Note for the held bill"));
  m_hold->setText(tr("Hold the bill"));
  m_hold->setAccessibleName(tr("Hold the bill"));
}

}  // namespace kahui::widgets
