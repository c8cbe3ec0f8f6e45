#include "app/widgets/approval_form.hpp"

#include <QApplication>
#include <QEvent>
#include <QVBoxLayout>

namespace kahui::widgets {
namespace {

constexpr int kApprovalFormLongestCode = 16;
constexpr int kApprovalFormLongestPin = 12;

}  // namespace

ApprovalForm::ApprovalForm(Look look, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_wanted(new TextLabel(look, 20, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_code(new CodeEdit(look, name + QStringLiteral("Approver"), CodeEdit::Ime::Refused, this)),
      m_pin(new CodeEdit(look, name + QStringLiteral("ApproverPin"), CodeEdit::Ime::Refused, this)),
      m_pad(new NumberPad(look, name + QStringLiteral("ApproverPad"), NumberPad::Extra::Clear, this)),
      m_sign(new ActionButton(look, ActionButton::Kind::Primary, name + QStringLiteral("Sign"), this)) {
  m_wanted->setObjectName(name + QStringLiteral("WantedTextLabel"));
  m_wanted->setShrinking(14);
  m_hint->setWordWrap(true);
  m_code->setMaxLength(kApprovalFormLongestCode);
  m_code->setIconName(QStringLiteral("user"));
  m_pin->setMaxLength(kApprovalFormLongestPin);
  m_pin->setEchoMode(QLineEdit::Password);
  m_pin->setIconName(QStringLiteral("lock"));
  m_pad->setTarget(m_code);
  m_sign->setIconName(QStringLiteral("shield_check"));
  m_sign->setCap(QStringLiteral("Enter"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  for (QWidget* part : std::initializer_list<QWidget*>{m_wanted, m_hint, m_code, m_pin}) layout->addWidget(part);
  layout->addWidget(m_pad, 1);
  layout->addWidget(m_sign);
  connect(m_code, &CodeEdit::entered, this, [this] { m_pin->setFocus(); });
  connect(m_pin, &CodeEdit::entered, this, &ApprovalForm::sign);
  connect(m_sign, &QAbstractButton::clicked, this, &ApprovalForm::sign);
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* to) {
    if (to == m_code || to == m_pin) m_pad->setTarget(static_cast<CodeEdit*>(to));
  });
  retranslate();
}

void ApprovalForm::open() {
  m_code->clear();
  m_pin->clear();
  m_pad->setTarget(m_code);
}

void ApprovalForm::refused() { m_pin->clear(); }

CodeEdit* ApprovalForm::entry() const { return m_code->text().isEmpty() ? m_code : m_pin; }

void ApprovalForm::sign() {
  if (m_code->text().isEmpty()) {
    m_code->setFocus();
    return;
  }
  const till::Approval approval{m_code->text().trimmed().toStdString(), m_pin->text().toStdString()};
  m_pin->clear();
  emit signedBy(approval);
}

void ApprovalForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ApprovalForm::retranslate() {
  m_hint->setText(tr("This is beyond your right. Somebody who may allow it signs with code and PIN."));
  m_code->setPlaceholderText(tr("Staff code of who allows it"));
  m_code->setAccessibleName(tr("Staff code of who allows it"));
  m_pin->setPlaceholderText(tr("PIN"));
  m_pin->setAccessibleName(tr("PIN of who allows it"));
  m_sign->setText(tr("Allow and do it"));
  m_sign->setAccessibleName(tr("Allow and do it"));
}

}  // namespace kahui::widgets
