#include "app/widgets/receipt_panel.hpp"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

constexpr int kReceiptPanelMark_px = 72;
constexpr int kTop_px = 24;

}  // namespace

ReceiptPanel::ReceiptPanel(Look look, QWidget* parent)
    : Card(look, parent),
      m_title(new TextLabel(look, 22, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_number(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_change_title(new TextLabel(look, 18, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_change(new TextLabel(look, 56, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_paid(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_points(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_copy(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("receiptCopy"), this)),
      m_next(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("nextSale"), this)) {
  m_change->setObjectName(QStringLiteral("changeTextLabel"));
  m_number->setObjectName(QStringLiteral("receiptNumberTextLabel"));
  m_change->setShrinking(30);
  m_number->setShrinking(11);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, kTop_px + kReceiptPanelMark_px + 10, 16, 14);
  layout->setSpacing(4);
  for (TextLabel* line : {m_title, m_number, m_change_title, m_change, m_paid, m_points})
    line->setAlignment(Qt::AlignCenter);
  m_paid->setWordWrap(true);
  m_points->setWordWrap(true);
  layout->addWidget(m_title);
  layout->addWidget(m_number);
  layout->addStretch(2);
  layout->addWidget(m_change_title);
  layout->addWidget(m_change);
  layout->addWidget(m_paid);
  layout->addStretch(1);
  layout->addWidget(m_points);
  layout->addStretch(3);
  m_copy->setIconName(QStringLiteral("receipt"));
  m_copy->setCap(QStringLiteral("P"));
  connect(m_copy, &QAbstractButton::clicked, this, &ReceiptPanel::askCopy);
  layout->addWidget(m_copy);
  m_next->setIconName(QStringLiteral("next"));
  m_next->setCap(QStringLiteral("Enter"));
  connect(m_next, &QAbstractButton::clicked, this, &ReceiptPanel::nextAsked);
  layout->addWidget(m_next);
  retranslate();
}

void ReceiptPanel::show(const till::Snapshot& snapshot) {
  m_receipt = snapshot.receipt;
  m_fresh = snapshot.phase == till::Phase::Receipt && !(m_receipt && m_receipt->copy);
  retranslate();
}

void ReceiptPanel::askCopy() {
  if (m_receipt && !m_receipt->stored) emit copyAsked(m_receipt->receipt_no);
}

void ReceiptPanel::retranslate() {
  const bool slip = m_receipt && m_receipt->stored;
  m_copy->setText(tr("Print a copy"));
  m_copy->setAccessibleName(tr("Print a copy"));
  m_copy->setVisible(!slip);
  m_next->setText(m_fresh && !slip ? tr("Next sale") : tr("Back to the bill"));
  m_next->setAccessibleName(m_next->text());
  if (!m_receipt) return;
  const models::Formatter formatter = m_look.formatter();
  const bool sale = m_receipt->kind == sale::ReceiptKind::Sale;
  const bool top_up = m_receipt->kind == sale::ReceiptKind::TopUp;
  const QString done = top_up ? tr("Topped up and saved") : sale ? tr("Paid and saved") : tr("Refunded and saved");
  const QString copy = m_receipt->copies > 0 ? tr("Copy number %1").arg(m_receipt->copies) : tr("Last receipt");
  m_title->setText(m_fresh ? done : copy);
  m_number->setText(models::text(m_receipt->receipt_no));
  const QString figure = formatter.money(sale     ? m_receipt->change
                                         : top_up ? m_receipt->stored->balance
                                                  : m_receipt->total);
  m_change_title->setText(sale ? tr("Change") : top_up ? tr("Balance") : tr("Give back"));
  m_change->setText(figure);
  m_change->setAccessibleName(m_change_title->text() + QLatin1Char(' ') + figure);
  m_paid->setText(sale || m_receipt->stored ? paidText()
                                            : tr("For receipt %1").arg(models::text(m_receipt->sale_receipt_no)));
  m_points->setText(pointsText());
}

QString ReceiptPanel::paidText() const {
  const models::Formatter formatter = m_look.formatter();
  const QString paid = (m_receipt->kind == sale::ReceiptKind::StoredClosed ? tr("Paid out %1") : tr("To pay %1"))
                           .arg(formatter.money(m_receipt->total));
  if (m_receipt->tenders.empty() || !m_receipt->tenders.front().given) return paid;
  return paid + QStringLiteral("  ·  ") + tr("Received %1").arg(formatter.money(*m_receipt->tenders.front().given));
}

QString ReceiptPanel::pointsText() const {
  if (!m_receipt->member || m_receipt->stored) return {};
  const models::Formatter formatter = m_look.formatter();
  const sale::ReceiptMember& member = *m_receipt->member;
  const bool sale = m_receipt->kind == sale::ReceiptKind::Sale;
  QStringList lines;
  lines << (sale ? tr("%1 points earned, balance %2") : tr("%1 points taken back, balance %2"))
               .arg(formatter.points(member.earned), formatter.points(member.balance));
  if (member.used != base::Points())
    lines << (sale ? tr("%1 points used") : tr("%1 points given back")).arg(formatter.points(member.used));
  if (!member.new_tier_name.empty())
    lines << (sale ? tr("New tier: %1") : tr("Tier is now %1")).arg(models::text(member.new_tier_name));
  return lines.join(QLatin1Char('\n'));
}

void ReceiptPanel::paintEvent(QPaintEvent* event) {
  Card::paintEvent(event);
  const Tokens::Pair& colors = m_fresh ? m_look.tokens().good : m_look.tokens().info;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colors.back);
  const QRect mark((width() - kReceiptPanelMark_px) / 2, kTop_px, kReceiptPanelMark_px, kReceiptPanelMark_px);
  painter.drawEllipse(mark);
  paintIcon(painter, m_fresh ? QStringLiteral("check") : QStringLiteral("receipt"), mark.adjusted(18, 18, -18, -18),
            colors.text);
}

void ReceiptPanel::changeEvent(QEvent* event) {
  Card::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace kahui::widgets
