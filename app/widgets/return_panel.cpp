#include "app/widgets/return_panel.hpp"

#include <QHBoxLayout>
#include <algorithm>

namespace kahui::widgets {
namespace {

constexpr int kTwoPresses_ms = 400;  // a nervous double press is one
constexpr std::size_t kMostFacts = 14;
constexpr std::size_t kFactsBesideGifts = 11;  // and all three buttons, in a low window

bool sameWish(const till::ReturnView& a, const till::ReturnView& b) {
  return a.receipt_no == b.receipt_no && a.refund == b.refund &&
         std::equal(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(),
                    [](const auto& x, const auto& y) { return x.quantity == y.quantity; });
}

}  // namespace

ReturnPanel::ReturnPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("returning"), parent),
      m_receipt(new TextLabel(look, 15, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_sold(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_grid(new QGridLayout),
      m_hint(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_refund_title(new TextLabel(look, 18, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_refund(new TextLabel(look, 48, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_gifts(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("returnGifts"), this)),
      m_all(new ActionButton(look, ActionButton::Kind::Plain, QStringLiteral("returnAll"), this)),
      m_confirm(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("returnConfirm"), this)) {
  m_receipt->setShrinking(11);
  m_sold->setShrinking(11);
  m_refund->setObjectName(QStringLiteral("refundTextLabel"));
  m_refund->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_refund->setShrinking(28);
  m_hint->setWordWrap(true);
  m_hint->setAlignment(Qt::AlignCenter);
  m_all->setIconName(QStringLiteral("return"));
  m_all->setCap(QStringLiteral("A"));
  m_gifts->setIconName(QStringLiteral("gift"));
  m_gifts->setCap(QStringLiteral("G"));
  m_confirm->setIconName(QStringLiteral("cash"));
  m_confirm->setCap(QStringLiteral("Enter"));
  m_grid->setVerticalSpacing(3);
  m_grid->setColumnStretch(1, 1);
  for (std::size_t at = 0; at < kMostFacts; ++at) {
    m_facts.push_back({new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this),
                       new TextLabel(look, 15, TextLabel::Weight::Bold, &Tokens::text, this)});
    m_facts.back().figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_facts.back().figure->setShrinking(12);
    m_grid->addWidget(m_facts.back().name, static_cast<int>(at), 0);
    m_grid->addWidget(m_facts.back().figure, static_cast<int>(at), 1);
  }
  auto* refund = new QHBoxLayout;
  refund->addWidget(m_refund_title);
  refund->addWidget(m_refund, 1);
  body()->addWidget(m_receipt);
  body()->addWidget(m_sold);
  body()->addLayout(m_grid);
  body()->addWidget(m_hint);
  body()->addStretch();
  body()->addLayout(refund);
  body()->addWidget(m_gifts);
  body()->addWidget(m_all);
  body()->addWidget(m_confirm);
  connect(m_gifts, &QAbstractButton::clicked, this, &ReturnPanel::takeGifts);
  connect(m_all, &QAbstractButton::clicked, this, &ReturnPanel::allAsked);
  connect(m_confirm, &QAbstractButton::clicked, this, &ReturnPanel::press);
  ReturnPanel::retranslate();
}

void ReturnPanel::show(const till::ReturnView& view) {
  if (!sameWish(view, m_view)) m_armed = false;
  m_view = view;
  fill();
}

void ReturnPanel::answered() {
  m_waiting = false;
  m_armed = false;
  fill();
}

bool ReturnPanel::disarm() {
  if (!m_armed) return false;
  m_armed = false;
  fill();
  return true;
}

void ReturnPanel::press() {
  if (m_waiting) return;
  const models::ReturnVm vm = models::ReturnText::sheet(m_view, m_look.formatter());
  if (!vm.any) {
    emit nothingChosen();
    return;
  }
  if (!m_armed) {
    m_armed = true;
    m_since_armed.start();
    fill();
    emit armed(vm.refund);
  } else if (m_since_armed.hasExpired(kTwoPresses_ms)) {
    m_waiting = true;
    fill();
    emit confirmed();
  }
}

bool ReturnPanel::missesGifts() const {
  return std::any_of(m_view.also.begin(), m_view.also.end(),
                     [](const auto& one) { return one.what == till::ReturnAlso::What::GiftKept; });
}

void ReturnPanel::takeGifts() {
  if (!m_waiting && missesGifts()) emit giftsAsked();
}

void ReturnPanel::setFact(std::size_t at, const models::ReturnFact* fact) {
  const Fact& row = m_facts[at];
  row.name->setVisible(fact != nullptr);
  row.figure->setVisible(fact != nullptr);
  if (fact == nullptr) return;
  row.name->setText(fact->name);
  row.figure->setText(fact->figure);
  row.figure->setInk(fact->warning ? &Tokens::price : &Tokens::text);
}

void ReturnPanel::fill() {
  const models::ReturnVm vm = models::ReturnText::sheet(m_view, m_look.formatter());
  m_receipt->setText(vm.receipt);
  m_sold->setText(vm.sold);
  for (std::size_t at = 0; at < m_facts.size(); ++at) setFact(at, at < vm.facts.size() ? &vm.facts[at] : nullptr);
  m_hint->setVisible(!vm.any);
  m_gifts->setVisible(missesGifts());
  m_all->setVisible(!missesGifts() || vm.facts.size() <= kFactsBesideGifts);  // A works all the same
  m_refund->setText(vm.refund);
  m_refund->setAccessibleName(m_refund_title->text() + QLatin1Char(' ') + vm.refund);
  m_confirm->setText(m_armed ? tr("Press again: %1").arg(vm.refund) : tr("Refund %1").arg(vm.refund));
  m_confirm->setAccessibleName(m_confirm->text());
  m_confirm->setEnabled(vm.any && !m_waiting);
}

void ReturnPanel::retranslate() {
  setTitle(tr("Goods come back"));
  m_hint->setText(tr("Choose what comes back: tick the line, or step for a part of it."));
  m_refund_title->setText(tr("Refund"));
  m_all->setText(tr("Everything comes back"));
  m_all->setAccessibleName(tr("Everything comes back"));
  m_gifts->setText(tr("The gift is here, too"));
  m_gifts->setAccessibleName(tr("The gift is here and comes back, too"));
  fill();
}

}  // namespace kahui::widgets
