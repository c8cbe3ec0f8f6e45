#include "app/widgets/blind_return_panel.hpp"

namespace kahui::widgets {

BlindReturnPanel::BlindReturnPanel(Look look, QWidget* parent)
    : SignedPanel(look, QStringLiteral("blindReturn"), parent),
      m_steps(new QStackedWidget),
      m_reason(new ReasonForm(look, QStringLiteral("blindReturn"))),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_list(new PickList(look, QStringLiteral("blindReturn"))),
      m_refund_title(new TextLabel(look, 18, TextLabel::Weight::Bold, &Tokens::text)),
      m_refund(new TextLabel(look, 40, TextLabel::Weight::Bold, &Tokens::text)),
      m_points(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_confirm(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("blindReturnConfirm"))) {
  m_hint->setWordWrap(true);
  m_refund->setObjectName(QStringLiteral("blindRefundTextLabel"));
  m_refund->setShrinking(24);
  m_points->setWordWrap(true);
  m_confirm->setIconName(QStringLiteral("return"));
  m_confirm->setCap(QStringLiteral("Enter"));
  auto* goods = new QWidget;
  m_steps->addWidget(goods);
  m_steps->addWidget(m_reason);
  auto* outer = new QVBoxLayout(act());
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_steps);
  auto* layout = new QVBoxLayout(goods);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  layout->addWidget(m_hint);
  layout->addWidget(m_list, 1);
  layout->addWidget(m_refund_title);
  layout->addWidget(m_refund);
  layout->addWidget(m_points);
  layout->addWidget(m_confirm);
  connect(m_reason, &ReasonForm::chosen, this, [this](const std::string& reason) {
    m_why = reason;
    if (m_view) emit confirmed({m_view->refund, {}, m_why});
  });
  connect(m_confirm, &QAbstractButton::clicked, this, &BlindReturnPanel::confirm);
  BlindReturnPanel::retranslate();
}

void BlindReturnPanel::open() {
  m_view.reset();
  showAct();
  m_steps->setCurrentIndex(0);
  retranslate();
}

bool BlindReturnPanel::stepBack() {
  if (SignedPanel::stepBack()) return true;
  if (!asksReason()) return false;
  m_steps->setCurrentIndex(0);
  return true;
}

void BlindReturnPanel::show(const till::Snapshot& snapshot) {
  if (!snapshot.desk || !snapshot.desk->blind_return) return;
  m_view = snapshot.desk->blind_return;
  retranslate();
}

void BlindReturnPanel::confirm() {
  if (!m_view || asksReason()) return;
  m_steps->setCurrentIndex(1);
  m_reason->open(models::ShiftText::blindReturnReasons());
}

void BlindReturnPanel::signedBy(const till::Approval& approval) {
  if (m_view) emit confirmed({m_view->refund, approval, m_why});
}

void BlindReturnPanel::retranslate() {
  const models::Formatter formatter = m_look.formatter();
  const base::Money refund = m_view ? m_view->refund : base::Money();
  setTitle(tr("Without a receipt"));
  setWanted(tr("Give back %1").arg(formatter.money(refund)));
  m_hint->setText(tr("Each item at the lowest price of the last 30 days, in cash. A manager signs for it."));
  std::vector<PickRow> rows;
  if (m_view)
    for (const auto& line : m_view->lines)
      rows.push_back({models::text(line.name),
                      QStringLiteral("%1 × %2").arg(formatter.quantity(line.quantity), formatter.amount(line.price)),
                      formatter.money(line.value)});
  m_list->show(std::move(rows));
  m_list->setAccessibleName(tr("Goods that come back"));
  m_refund_title->setText(tr("Give back"));
  m_refund->setText(formatter.money(refund));
  const bool points = m_view && m_view->reversed > base::Points();
  m_points->setText(points ? tr("%1 points are taken back from the member.").arg(formatter.points(m_view->reversed))
                           : tr("No points change."));
  m_confirm->setText(tr("Give the money back"));
  m_confirm->setAccessibleName(tr("Give the money back"));
  m_confirm->setEnabled(m_view.has_value());
}

}  // namespace kahui::widgets
