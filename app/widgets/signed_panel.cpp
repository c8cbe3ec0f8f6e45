#include "app/widgets/signed_panel.hpp"

namespace kahui::widgets {

SignedPanel::SignedPanel(Look look, const QString& name, QWidget* parent)
    : SidePanel(look, name, parent),
      m_act(new QWidget),
      m_form(new ApprovalForm(look, name)),
      m_pages(new QStackedWidget(this)) {
  m_pages->addWidget(m_act);
  m_pages->addWidget(m_form);
  body()->addWidget(m_pages, 1);
  connect(m_form, &ApprovalForm::signedBy, this, [this](const till::Approval& approval) { signedBy(approval); });
}

void SignedPanel::askAuthority() {
  m_form->open();
  m_pages->setCurrentIndex(1);
  retranslate();
}

void SignedPanel::refused() { m_form->refused(); }

bool SignedPanel::stepBack() {
  if (!asksAuthority()) return false;
  showAct();
  m_form->open();
  return true;
}

CodeEdit* SignedPanel::entry() const { return asksAuthority() ? m_form->entry() : actEntry(); }

}  // namespace kahui::widgets
