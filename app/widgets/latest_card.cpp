#include "app/widgets/latest_card.hpp"

#include <QVBoxLayout>

namespace kahui::widgets {

LatestCard::LatestCard(Look look, QWidget* parent)
    : Card(look, parent), m_title(new TextLabel(look, 17, TextLabel::Weight::Bold, &Tokens::text)) {
  setObjectName(QStringLiteral("managerLatestCard"));
  m_title->setElided(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 10, 12, 10);
  layout->setSpacing(2);
  layout->addWidget(m_title);
  for (std::size_t i = 0; i < models::kLatest; ++i) {
    layout->addSpacing(4);
    m_what.push_back(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::text));
    m_who.push_back(new TextLabel(look, 13, TextLabel::Weight::Normal, &Tokens::secondary));
    for (TextLabel* label : {m_what.back(), m_who.back()}) {
      label->setElided(true);
      layout->addWidget(label);
    }
  }
  layout->addStretch();
}

void LatestCard::setTitle(const QString& title) { m_title->setText(title); }

void LatestCard::show(const std::vector<models::LatestVm>& rows) {
  for (std::size_t i = 0; i < m_what.size(); ++i) {
    const bool there = i < rows.size();
    m_what[i]->setText(there ? rows[i].what : QString());
    m_who[i]->setText(there ? rows[i].when + QStringLiteral(" · ") + rows[i].who : QString());
  }
  setAccessibleName(m_title->text() + QStringLiteral(": ") + lines().join(QStringLiteral("; ")));
}

QStringList LatestCard::lines() const {
  QStringList lines;
  for (std::size_t i = 0; i < m_what.size(); ++i)
    if (!m_what[i]->text().isEmpty()) lines << m_what[i]->text() + QLatin1Char(' ') + m_who[i]->text();
  return lines;
}

}  // namespace kahui::widgets
