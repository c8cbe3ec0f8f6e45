#include "app/widgets/close_form.hpp"

#include <QEvent>
#include <QVBoxLayout>

namespace kahui::widgets {
namespace {

constexpr int kCloseFormLongestReason = 40;
constexpr int kCloseFormLongestPin = 12;
constexpr int kCloseFormLongestAmount = 12;

}  // namespace

CloseForm::CloseForm(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_title(new TextLabel(look, 18, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_verdict(new TextLabel(look, 40, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_figures(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_left_title(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_left(new CodeEdit(look, QStringLiteral("closeLeft"), CodeEdit::Ime::Refused, this)),
      m_reason(new CodeEdit(look, QStringLiteral("closeReason"), CodeEdit::Ime::Allowed, this)),
      m_pin(new CodeEdit(look, QStringLiteral("closePin"), CodeEdit::Ime::Refused, this)),
      m_choose(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("closeShift"), this)) {
  m_verdict->setObjectName(QStringLiteral("closeVerdictTextLabel"));
  m_verdict->setShrinking(24);
  m_figures->setWordWrap(true);
  m_left_title->setWordWrap(true);
  m_left->setMaxLength(kCloseFormLongestAmount);
  m_left->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_left->setIconName(QStringLiteral("cash"));
  m_reason->setMaxLength(kCloseFormLongestReason);
  m_pin->setMaxLength(kCloseFormLongestPin);
  m_pin->setEchoMode(QLineEdit::Password);
  m_pin->setIconName(QStringLiteral("lock"));
  m_choose->setIconName(QStringLiteral("check"));
  m_choose->setCap(QStringLiteral("Enter"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  for (QWidget* part :
       std::initializer_list<QWidget*>{m_title, m_verdict, m_figures, m_left_title, m_left, m_reason, m_pin})
    layout->addWidget(part);
  layout->addStretch();
  layout->addWidget(m_choose);
  connect(m_left, &CodeEdit::entered, this, [this] { m_reason->setFocus(); });
  connect(m_reason, &CodeEdit::entered, this, [this] { m_pin->setFocus(); });
  connect(m_pin, &CodeEdit::entered, this, &CloseForm::choose);
  connect(m_choose, &QAbstractButton::clicked, this, &CloseForm::choose);
  retranslate();
}

void CloseForm::open(const report::CashCount& cash) {
  m_cash = cash;
  m_left->setText(models::ShiftText::typed(cash.counted));
  m_left->selectAll();
  m_reason->clear();
  m_pin->clear();
  retranslate();
}

void CloseForm::follow(const report::CashCount& cash) {
  m_cash = cash;
  retranslate();
}

void CloseForm::refused() { m_pin->clear(); }

void CloseForm::choose() {
  const auto left = models::parseMoney(m_left->text().trimmed());
  if (!left || *left > m_cash.counted) {
    m_left->setFocus();
    emit unreadable(models::ShiftText::countUnreadable());
    return;
  }
  if (m_pin->text().isEmpty()) {
    m_pin->setFocus();
    return;
  }
  const till::CloseShift wish{*left, m_reason->text().trimmed().toStdString(), m_pin->text().toStdString()};
  m_pin->clear();
  emit signedBy(wish);
}

void CloseForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void CloseForm::retranslate() {
  const models::Formatter formatter = m_look.formatter();
  const bool over = m_cash.over_short > base::Money();
  const bool even = m_cash.over_short == base::Money();
  m_title->setText(even ? tr("The drawer is even") : over ? tr("Too much in the drawer") : tr("Missing in the drawer"));
  m_verdict->setText(formatter.money(m_cash.over_short));
  m_figures->setText(
      tr("Expected %1, counted %2.").arg(formatter.money(m_cash.expected), formatter.money(m_cash.counted)));
  m_left_title->setText(tr("What stays in the drawer for the next shift; the rest is handed over."));
  m_left->setAccessibleName(tr("Stays in the drawer"));
  m_reason->setPlaceholderText(even ? tr("Remark, may stay empty") : tr("Why there is a difference"));
  m_reason->setAccessibleName(tr("Why there is a difference"));
  m_pin->setPlaceholderText(tr("Your PIN"));
  m_pin->setAccessibleName(tr("Your PIN"));
  m_choose->setText(tr("Close the shift"));
  m_choose->setAccessibleName(tr("Close the shift"));
}

}  // namespace kahui::widgets
