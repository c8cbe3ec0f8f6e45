#include "app/widgets/cash_form.hpp"

#include <QEvent>
#include <QVBoxLayout>

namespace kahui::widgets {
namespace {

constexpr int kCashFormLongestReason = 40;
constexpr int kCashFormLongestAmount = 12;

}  // namespace

CashForm::CashForm(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_title(new TextLabel(look, 20, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_amount(new CodeEdit(look, QStringLiteral("cashAmount"), CodeEdit::Ime::Refused, this)),
      m_reason(new CodeEdit(look, QStringLiteral("cashReason"), CodeEdit::Ime::Allowed, this)),
      m_pad(new NumberPad(look, QStringLiteral("cashPad"), NumberPad::Extra::Point, this)),
      m_choose(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("cashChoose"), this)) {
  m_amount->setMaxLength(kCashFormLongestAmount);
  m_amount->setFont(typeface(26, true));
  m_amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_amount->setIconName(QStringLiteral("cash"));
  m_reason->setMaxLength(kCashFormLongestReason);
  m_pad->setTarget(m_amount);
  m_choose->setIconName(QStringLiteral("check"));
  m_choose->setCap(QStringLiteral("Enter"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_amount, m_reason}) layout->addWidget(part);
  layout->addWidget(m_pad, 1);
  layout->addWidget(m_choose);
  connect(m_amount, &CodeEdit::entered, this, [this] { m_what == What::Float ? choose() : m_reason->setFocus(); });
  connect(m_reason, &CodeEdit::entered, this, &CashForm::choose);
  connect(m_choose, &QAbstractButton::clicked, this, &CashForm::choose);
  retranslate();
}

void CashForm::open(What what) {
  m_what = what;
  m_amount->clear();
  m_reason->clear();
  m_reason->setVisible(what != What::Float);
  retranslate();
}

void CashForm::choose() {
  const auto amount = models::parseMoney(m_amount->text().trimmed());
  const QString reason = m_reason->text().trimmed();
  if (!amount || (m_what != What::Float && *amount == base::Money())) {
    m_amount->setFocus();
    emit refused(models::Messages::amountUnreadable());
  } else if (m_what != What::Float && reason.isEmpty()) {
    m_reason->setFocus();
    emit refused(models::ShiftText::reasonMissing());
  } else {
    emit filled(*amount, reason);
  }
}

QString CashForm::title() const {
  switch (m_what) {
    case What::In: return tr("Pay into the drawer");
    case What::Out: return tr("Pay out of the drawer");
    case What::Drop: return tr("Take to the safe");
    case What::Float: return tr("Opening float");
  }
  return {};
}

void CashForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void CashForm::retranslate() {
  m_title->setText(title());
  m_amount->setPlaceholderText(m_look.formatter().amount(base::Money()));
  m_amount->setAccessibleName(tr("Amount"));
  m_reason->setPlaceholderText(tr("Why"));
  m_reason->setAccessibleName(tr("Why the money is moved"));
  m_choose->setText(tr("Note it"));
  m_choose->setAccessibleName(tr("Note it"));
}

}  // namespace kahui::widgets
