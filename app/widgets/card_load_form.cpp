#include "app/widgets/card_load_form.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "app/models/member_desk_text.hpp"

namespace kahui::widgets {
namespace {

using models::DeskTask;
using models::MemberDeskText;

constexpr int kCardLoadFormLongestPoints = 9;
constexpr int kCardLoadFormLongestPin = 12;
constexpr int kCardLoadFormField_px = 46;
constexpr int kEntry = 0;
constexpr int kCardLoadFormSign = 1;

}  // namespace

CardLoadForm::CardLoadForm(Look look, QWidget* parent)
    : Card(look, parent),
      m_look(look),
      m_title(new TextLabel(look, 18, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_what(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_state(new TextLabel(look, 15, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_steps(new QStackedWidget(this)),
      m_points(new CodeEdit(look, QStringLiteral("cardLoadPoints"), CodeEdit::Ime::Refused)),
      m_pin(new CodeEdit(look, QStringLiteral("cardLoadPin"), CodeEdit::Ime::Refused)),
      m_approval(new ApprovalForm(look, QStringLiteral("cardLoad"))),
      m_confirm(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("cardLoadConfirm"))) {
  m_title->setObjectName(QStringLiteral("cardLoadTitleTextLabel"));
  m_state->setObjectName(QStringLiteral("cardLoadStateTextLabel"));
  for (TextLabel* label : {m_what, m_state}) label->setWordWrap(true);
  m_points->setMaxLength(kCardLoadFormLongestPoints);
  m_pin->setMaxLength(kCardLoadFormLongestPin);
  m_pin->setEchoMode(QLineEdit::Password);
  for (CodeEdit* edit : {m_points, m_pin}) edit->setFixedHeight(kCardLoadFormField_px);
  m_confirm->setIconName(QStringLiteral("card"));
  m_confirm->setCap(QStringLiteral("Enter"));
  auto* entry = new QWidget;
  auto* typed = new QVBoxLayout(entry);
  typed->setContentsMargins(0, 0, 0, 0);
  typed->setSpacing(kGap_px);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGap_px);
  row->addWidget(m_points, 1);
  row->addWidget(m_pin, 1);
  typed->addLayout(row);
  typed->addStretch(1);
  typed->addWidget(m_confirm);
  m_steps->addWidget(entry);
  m_steps->addWidget(m_approval);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 12, 16, 14);
  layout->setSpacing(kGap_px);
  for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_what, m_state}) layout->addWidget(part);
  layout->addWidget(m_steps, 1);
  connect(m_points, &CodeEdit::entered, this, [this] { m_pin->setFocus(); });
  connect(m_pin, &CodeEdit::entered, this, [this] { confirm({}); });
  connect(m_confirm, &QAbstractButton::clicked, this, [this] { confirm({}); });
  connect(m_approval, &ApprovalForm::signedBy, this, &CardLoadForm::confirm);
  retranslate();
}

void CardLoadForm::open() {
  close();
  fill();
}

void CardLoadForm::close() {
  m_points->clear();
  m_pin->clear();
  m_steps->setCurrentIndex(kEntry);
}

void CardLoadForm::show(const std::optional<till::CardLoadView>& load, base::Points available) {
  m_load = load;
  m_available = available;
  fill();
}

void CardLoadForm::askSignature() {
  m_approval->setWanted(MemberDeskText::task(DeskTask::CardLoad));
  m_approval->open();
  m_steps->setCurrentIndex(kCardLoadFormSign);
  m_approval->entry()->setFocus();
}

// Back to what was typed: a signature may have been right and the member's PIN not.
void CardLoadForm::refused() {
  m_pin->clear();
  m_steps->setCurrentIndex(kEntry);
  (m_points->text().isEmpty() ? m_points : m_pin)->setFocus();
}

void CardLoadForm::focusFirst() { m_points->setFocus(); }

void CardLoadForm::confirm(const till::Approval& approval) {
  if (!m_load || m_load->running) return;
  bool ok = false;
  const int points = m_points->text().trimmed().toInt(&ok);
  if (!ok || points <= 0) {
    emit unreadable();
    return;
  }
  emit asked({base::Points(points), m_pin->text().toStdString(), approval});
}

void CardLoadForm::changeEvent(QEvent* event) {
  Card::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void CardLoadForm::fill() {
  const bool waits = running();
  m_state->setText(m_load ? MemberDeskText::load(*m_load, m_available, m_look.formatter()) : QString());
  if (waits) m_steps->setCurrentIndex(kEntry);
  for (QWidget* part : std::initializer_list<QWidget*>{m_points, m_pin, m_confirm}) part->setEnabled(m_load && !waits);
  m_confirm->setCap(waits ? QStringLiteral("Esc") : QStringLiteral("Enter"));
  m_confirm->setText(waits ? tr("Esc takes the points back") : MemberDeskText::confirm(DeskTask::CardLoad));
  m_confirm->setAccessibleName(m_confirm->text());
}

void CardLoadForm::retranslate() {
  m_title->setText(MemberDeskText::task(DeskTask::CardLoad));
  m_what->setText(MemberDeskText::what(DeskTask::CardLoad));
  m_points->setPlaceholderText(tr("Points"));
  m_points->setAccessibleName(tr("How many points go onto the card"));
  m_pin->setPlaceholderText(tr("PIN of the member"));
  m_pin->setAccessibleName(tr("PIN of the member, where it is asked for"));
  fill();
}

}  // namespace kahui::widgets
