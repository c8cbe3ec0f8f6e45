#include "app/widgets/member_entry.hpp"

#include "app/models/member_desk_text.hpp"

namespace kahui::widgets {
namespace {

constexpr std::size_t kMostChoices = 5;

}  // namespace

MemberEntry::MemberEntry(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("memberEntry"), parent),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_entry(new CodeEdit(look, QStringLiteral("memberNumber"), CodeEdit::Ime::Refused, this)),
      m_pad(new NumberPad(look, QStringLiteral("memberPad"), NumberPad::Extra::Clear, this)),
      m_find(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("memberFind"), this)),
      m_detach(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("memberDetach"), this)),
      m_desk(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("memberDesk"), this)) {
  m_entry->setMaxLength(24);
  m_entry->setIconName(QStringLiteral("phone"));
  m_entry->setFont(typeface(22, true));
  m_hint->setWordWrap(true);
  m_hint->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  m_pad->setTarget(m_entry);
  m_find->setIconName(QStringLiteral("search"));
  m_find->setCap(QStringLiteral("Enter"));
  m_detach->setInk(&Tokens::price);
  body()->addWidget(m_hint);
  body()->addWidget(m_entry);
  for (std::size_t at = 0; at < kMostChoices; ++at) {
    auto* choice = new ActionButton(look, ActionButton::Kind::Tile, QStringLiteral("memberChoice%1").arg(at), this);
    choice->setIconName(QStringLiteral("user"));
    choice->setElided(true);
    choice->hide();
    connect(choice, &QAbstractButton::clicked, this, [this, at] {
      if (at < m_hits.size()) emit memberChosen(models::text(m_hits[at].member_no));
    });
    body()->addWidget(choice);
    m_choices.push_back(choice);
  }
  body()->addStretch(0);  // below the choice, where the pad gives way to it
  body()->addWidget(m_pad, 1);
  body()->addWidget(m_desk);
  body()->addWidget(m_detach);
  m_desk->setIconName(QStringLiteral("user"));
  m_desk->setCap(QStringLiteral("F2"));
  connect(m_desk, &QAbstractButton::clicked, this, &MemberEntry::deskAsked);
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

// The choice stands in the place of the number pad; the first is one Enter away.
void MemberEntry::show(const std::optional<till::MemberDeskView>& desk) {
  auto hits = desk && !desk->open ? desk->hits : std::vector<till::MemberHit>();
  const bool fresh = m_hits.empty() && !hits.empty();
  m_hits = std::move(hits);
  m_pad->setVisible(m_hits.empty());
  for (std::size_t at = 0; at < m_choices.size(); ++at) {
    m_choices[at]->setVisible(at < m_hits.size());
    if (at >= m_hits.size()) continue;
    m_choices[at]->setText(models::MemberDeskText::who(m_hits[at]));
    m_choices[at]->setDetail(models::MemberDeskText::detail(m_hits[at], m_look.formatter()));
    m_choices[at]->setAccessibleName(models::MemberDeskText::who(m_hits[at]) + QStringLiteral(". ") +
                                     models::MemberDeskText::detail(m_hits[at], m_look.formatter()));
  }
  if (fresh && isVisible()) m_choices.front()->setFocus(Qt::TabFocusReason);
}

void MemberEntry::find() {
  const QString number = m_entry->text().trimmed();
  if (!number.isEmpty()) emit findAsked(number);
}

void MemberEntry::retranslate() {
  setTitle(tr("Member"));
  m_hint->setText(tr("Type the full phone, its last four digits or the member number, or tap the card."));
  m_entry->setPlaceholderText(tr("Phone"));
  m_entry->setAccessibleName(tr("Phone or member number"));
  m_find->setText(tr("Find"));
  m_find->setAccessibleName(tr("Find the member"));
  m_desk->setText(tr("Member desk"));
  m_desk->setAccessibleName(tr("Open the member desk"));
  m_detach->setText(tr("Take off the bill"));
  m_detach->setAccessibleName(tr("Take the member off this bill"));
}

}  // namespace kahui::widgets
