#include "app/widgets/campaign_form.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kahui::widgets {

using models::CampaignEdit;

namespace {
constexpr int kCampaignFormColumns = 3;  // lower than two: the page is as low as its highest part allows
constexpr int kLongest = 400;
}  // namespace

CampaignForm::CampaignForm(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_title(new TextLabel(look, 20, TextLabel::Weight::Bold, &Tokens::text)),
      m_save(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("campaignSave"))),
      m_leave(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("campaignLeave"))) {
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(kGap_px);
  grid->setVerticalSpacing(2);
  for (int i = 0; i < CampaignEdit::kFields; ++i) {
    auto* label = new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary);
    auto* edit = new CodeEdit(look, QStringLiteral("campaignField%1").arg(i), CodeEdit::Ime::Allowed);
    edit->setMaxLength(kLongest);
    connect(edit, &CodeEdit::entered, this, [this, i] {
      i + 1 < CampaignEdit::kFields ? m_fields[static_cast<std::size_t>(i) + 1]->setFocus() : save();
    });
    grid->addWidget(label, i / kCampaignFormColumns * 2, i % kCampaignFormColumns);
    grid->addWidget(edit, i / kCampaignFormColumns * 2 + 1, i % kCampaignFormColumns);
    m_labels.push_back(label);
    m_fields.push_back(edit);
  }
  m_save->setIconName(QStringLiteral("check"));
  m_leave->setCap(QStringLiteral("Esc"));
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGap_px);
  buttons->addWidget(m_leave);
  buttons->addWidget(m_save, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  layout->addWidget(m_title);
  layout->addLayout(grid);
  layout->addStretch();
  layout->addLayout(buttons);
  connect(m_save, &QAbstractButton::clicked, this, &CampaignForm::save);
  connect(m_leave, &QAbstractButton::clicked, this, &CampaignForm::left);
  retranslate();
}

void CampaignForm::open(const journal::CampaignSet& set) {
  m_fresh = set.code.empty();
  const QStringList typed = CampaignEdit::typed(set);
  for (int i = 0; i < CampaignEdit::kFields; ++i) m_fields[static_cast<std::size_t>(i)]->setText(typed.at(i));
  field(CampaignEdit::Code).setReadOnly(!m_fresh);  // it is what the campaign is known by
  retranslate();
  field(m_fresh ? CampaignEdit::Code : CampaignEdit::Name).setFocus();
}

void CampaignForm::save() {
  QStringList typed;
  for (const CodeEdit* edit : m_fields) typed << edit->text();
  CampaignEdit::Field wrong{};
  if (const auto request = CampaignEdit::read(typed, wrong)) return emit filled(*request);
  field(wrong).setFocus();
  emit refused({till::NoticeKind::Error, tr("This cannot be read: %1").arg(CampaignEdit::label(wrong)),
                tr("Type it again; code, name and both days are needed."), false});
}

void CampaignForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void CampaignForm::retranslate() {
  m_title->setText(m_fresh ? tr("New campaign") : tr("The campaign"));
  for (int i = 0; i < CampaignEdit::kFields; ++i) {
    const QString label = CampaignEdit::label(static_cast<CampaignEdit::Field>(i));
    m_labels[static_cast<std::size_t>(i)]->setText(label);
    m_fields[static_cast<std::size_t>(i)]->setAccessibleName(label);
  }
  m_save->setText(tr("Save"));
  m_save->setAccessibleName(tr("Save the campaign"));
  m_leave->setText(tr("Back"));
  m_leave->setAccessibleName(tr("Back without saving"));
}

}  // namespace kahui::widgets
