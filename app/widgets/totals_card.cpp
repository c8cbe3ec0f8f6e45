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
      m_extras(new TextLabel(look, 13, TextLabel::Weight::Normal, &Tokens::secondary, this)),
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
  m_extras->setObjectName(QStringLiteral("extrasTextLabel"));
  m_extras->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_extras->setShrinking(11);
  grid->addWidget(m_extras, 2, 0, 1, 2);
  grid->addWidget(m_due_title, 3, 0, Qt::AlignLeft | Qt::AlignVCenter);
  grid->addWidget(m_due, 3, 1);
  grid->setColumnStretch(1, 1);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  retranslate();
}

void TotalsCard::show(const till::Snapshot& snapshot) {
  m_bill.totals = snapshot.totals;
  m_bill.discount = snapshot.discount;
  m_bill.coupons = snapshot.coupons;
  m_bill.points = snapshot.points;
  fill();
}

void TotalsCard::fill() {
  const models::TotalsVm vm = models::Presenters::totals(m_bill.totals, m_look.formatter());
  m_extras->setText(models::Presenters::extras(m_bill, m_look.formatter()));
  m_extras->setVisible(!m_extras->text().isEmpty());
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
  fill();
}

}  // namespace kahui::widgets
