#include "app/widgets/side_panel.hpp"

#include <QEvent>
#include <QHBoxLayout>

namespace kahui::widgets {

SidePanel::SidePanel(Look look, const QString& name, QWidget* parent)
    : Card(look, parent),
      m_title(new TextLabel(look, 20, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_back(new ActionButton(look, ActionButton::Kind::Quiet, name + QStringLiteral("Back"), this)),
      m_body(new QVBoxLayout(this)) {
  m_body->setContentsMargins(14, 8, 14, 14);
  m_body->setSpacing(kGap_px);
  m_title->setObjectName(name + QStringLiteral("TitleTextLabel"));
  auto* head = new QHBoxLayout;
  head->addWidget(m_title, 1);
  m_back->setIconName(QStringLiteral("back"));
  m_back->setCap(QStringLiteral("Esc"));
  head->addWidget(m_back);
  m_body->addLayout(head);
  connect(m_back, &QAbstractButton::clicked, this, &SidePanel::backAsked);
  retranslateFrame();
}

void SidePanel::setTitle(const QString& title) { m_title->setText(title); }

void SidePanel::changeEvent(QEvent* event) {
  Card::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  retranslateFrame();
  retranslate();
}

void SidePanel::retranslateFrame() {
  m_back->setText(tr("Back"));
  m_back->setAccessibleName(tr("Back"));
}

}  // namespace kahui::widgets
