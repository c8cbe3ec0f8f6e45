#include "app/widgets/totals_card.hpp"

#include <QEvent>
#include <QGridLayout>

namespace kahui::widgets {

TotalsCard::TotalsCard(Look look, QWidget* parent)
    : Card(look, parent),
      m_gross_title(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_gross(new TextLabel(look, 16, TextLabel::Weight::Normal, &Tokens::text, this)),
      m_saving_title(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_saving(new TextLabel(look, 16, TextLabel::Weight::Normal, &Tokens::price, this)),
      m_due_title(new TextLabel(look, 18, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_due(new TextLabel(look, 48, TextLabel::Weight::Bold, &Tokens::text, this)) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(16, 12, 16, 10);
  grid->setVerticalSpacing(4);
  for (TextLabel* figure : {m_gross, m_saving, m_due}) figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_gross->setObjectName(QStringLiteral("grossTextLabel"));
  m_saving->setObjectName(QStringLiteral("savingTextLabel"));
  m_due->setObjectName(QStringLiteral("dueTextLabel"));
  m_due->setShrinking(28);
  grid->addWidget(m_gross_title, 0, 0);
  grid->addWidget(m_gross, 0, 1);
  grid->addWidget(m_saving_title, 1, 0);
  grid->addWidget(m_saving, 1, 1);
  grid->addWidget(m_due_title, 2, 0, Qt::AlignLeft | Qt::AlignVCenter);
  grid->addWidget(m_due, 2, 1);
  grid->setColumnStretch(1, 1);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  retranslate();
}

void TotalsCard::show(const till::Totals& totals) {
  m_totals = totals;
  const models::TotalsVm vm = models::Presenters::totals(totals, m_look.formatter());
  m_gross->setText(vm.gross);
  m_saving->setText(vm.saving);
  m_saving->setInk(vm.saves ? &Tokens::price : &Tokens::secondary);
  m_due->setText(vm.due);
  m_due->setAccessibleName(tr("To pay %1").arg(vm.due));
}

void TotalsCard::changeEvent(QEvent* event) {
  Card::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void TotalsCard::retranslate() {
  m_gross_title->setText(tr("Full price"));
  m_saving_title->setText(tr("Saved"));
  m_due_title->setText(tr("To pay"));
  show(m_totals);
}

}  // namespace kahui::widgets
