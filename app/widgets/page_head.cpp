#include "app/widgets/page_head.hpp"

#include <QEvent>
#include <QHBoxLayout>

namespace kahui::widgets {

PageHead::PageHead(Look look, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_title(new TextLabel(look, 22, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_back(new ActionButton(look, ActionButton::Kind::Plain, name, this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(4, 0, 0, 0);
  layout->addWidget(m_title, 1);
  layout->addWidget(m_back);
  m_back->setIconName(QStringLiteral("back"));
  m_back->setCap(QStringLiteral("Esc"));
  connect(m_back, &QAbstractButton::clicked, this, &PageHead::backAsked);
  retranslate();
}

void PageHead::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void PageHead::retranslate() {
  m_back->setText(tr("Back"));
  m_back->setAccessibleName(tr("Back to the till"));
}

}  // namespace kahui::widgets
