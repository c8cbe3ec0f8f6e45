#include "app/widgets/club_form.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kahui::widgets {

namespace {
constexpr int kClubFormLongest = 40;
}

ClubForm::ClubForm(Look look, QWidget* parent)
    : QWidget(parent),
      m_title(new TextLabel(look, 20, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_note(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_save(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("clubSave"), this)),
      m_leave(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("clubLeave"), this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  for (TextLabel* label : {m_title, m_note}) {
    label->setWordWrap(true);
    layout->addWidget(label);
  }
  for (int i = 0; i < kFields; ++i) {
    auto* field = new CodeEdit(look, QStringLiteral("clubField%1").arg(i), CodeEdit::Ime::Allowed, this);
    field->setMaxLength(kClubFormLongest);
    connect(field, &CodeEdit::entered, this, [this, i] {
      const auto next = static_cast<std::size_t>(i) + 1;
      if (next < m_fields.size() && m_fields[next]->isVisibleTo(this))
        m_fields[next]->setFocus();
      else
        emit filled();
    });
    layout->addWidget(field);
    m_fields.push_back(field);
  }
  layout->addStretch();
  auto* row = new QHBoxLayout;
  row->setSpacing(kGap_px);
  m_leave->setCap(QStringLiteral("Esc"));
  m_save->setCap(QStringLiteral("Enter"));
  m_save->setIconName(QStringLiteral("check"));
  row->addWidget(m_leave, 1);
  row->addWidget(m_save, 2);
  layout->addLayout(row);
  connect(m_save, &QAbstractButton::clicked, this, &ClubForm::filled);
  connect(m_leave, &QAbstractButton::clicked, this, &ClubForm::left);
  retranslate();
}

void ClubForm::open(const QString& title, const QString& note, const QStringList& hints, const QStringList& values) {
  m_title->setText(title);
  m_note->setText(note);
  m_note->setVisible(!note.isEmpty());
  for (int i = 0; i < kFields; ++i) {
    CodeEdit* field = m_fields[static_cast<std::size_t>(i)];
    field->setVisible(i < hints.size());
    field->setText(i < values.size() ? values[i] : QString());
    field->setCursorPosition(0);
    if (i >= hints.size()) continue;
    field->setPlaceholderText(hints[i]);
    field->setAccessibleName(hints[i]);
  }
  m_fields.front()->setFocus();
  m_fields.front()->selectAll();
}

void ClubForm::wipe() {
  for (CodeEdit* field : m_fields) field->clear();
}

void ClubForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ClubForm::retranslate() {
  m_save->setText(tr("Save"));
  m_save->setAccessibleName(m_save->text());
  m_leave->setText(tr("Back"));
  m_leave->setAccessibleName(tr("Leave the form"));
}

}  // namespace kahui::widgets
