#include "app/widgets/tender_panel.hpp"

#include <QGridLayout>
#include <QHBoxLayout>

namespace kahui::widgets {
namespace {

constexpr int kLongestAmount = 9;  // 999999.99; a barcode has at least eight digits and no point
constexpr int kMostWholeYuan = 6;
constexpr std::size_t kQuickButtons = 6;
constexpr int kQuickColumns = 3;

bool looksScanned(const QString& typed) {
  return typed.size() > kLongestAmount || (typed.size() > kMostWholeYuan && !typed.contains(QLatin1Char('.')));
}

}  // namespace

TenderPanel::TenderPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("tender"), parent),
      m_due_title(new TextLabel(look, 15, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_due(new TextLabel(look, 30, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_rounding(new TextLabel(look, 13, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_entry(new CodeEdit(look, QStringLiteral("received"), CodeEdit::Ime::Refused, this)),
      m_pad(new NumberPad(look, QStringLiteral("tenderPad"), NumberPad::Extra::Point, this)),
      m_change_title(new TextLabel(look, 16, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_change(new TextLabel(look, 48, TextLabel::Weight::Bold, &Tokens::text, this)),
      m_pay(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("pay"), this)) {
  m_due->setObjectName(QStringLiteral("tenderDueTextLabel"));
  m_change->setObjectName(QStringLiteral("tenderChangeTextLabel"));
  for (TextLabel* figure : {m_due, m_change}) {
    figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    figure->setShrinking(22);
  }
  m_entry->setFont(typeface(26, true));
  m_entry->setMinimumHeight(52);
  m_entry->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_entry->setIconName(QStringLiteral("cash"));
  m_pad->setTarget(m_entry);
  m_pay->setIconName(QStringLiteral("check"));
  m_pay->setCap(QStringLiteral("Enter"));

  auto* due = new QHBoxLayout;
  auto* due_words = new QVBoxLayout;
  due_words->setSpacing(0);
  due_words->addWidget(m_due_title);
  due_words->addWidget(m_rounding);
  due->addLayout(due_words);
  due->addWidget(m_due, 1);
  body()->addLayout(due);
  body()->addWidget(m_entry);
  makeQuickButtons();
  body()->addWidget(m_pad, 1);
  auto* change = new QHBoxLayout;
  change->addWidget(m_change_title);
  change->addWidget(m_change, 1);
  body()->addLayout(change);
  body()->addWidget(m_pay);
  connect(m_entry, &QLineEdit::textChanged, this, &TenderPanel::refresh);
  connect(m_entry, &CodeEdit::entered, this, &TenderPanel::pay);
  connect(m_pay, &QAbstractButton::clicked, this, &TenderPanel::pay);
  TenderPanel::retranslate();
}

void TenderPanel::makeQuickButtons() {
  auto* grid = new QGridLayout;
  grid->setSpacing(6);
  for (std::size_t at = 0; at < kQuickButtons; ++at) {
    auto* button = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("quick%1").arg(at), this);
    button->setFixedHeight(kTouch_px);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QAbstractButton::clicked, this, [this, at] {
      if (at < m_tender.quick_amounts.size())
        m_entry->setText(m_look.formatter().amount(m_tender.quick_amounts[at]).remove(QLatin1Char(',')));
    });
    grid->addWidget(button, static_cast<int>(at) / kQuickColumns, static_cast<int>(at) % kQuickColumns);
    m_quick.push_back(button);
  }
  body()->addLayout(grid);
}

void TenderPanel::open(const till::TenderView& tender) {
  m_tender = tender;
  m_waiting = false;
  m_entry->clear();
  retranslate();
}

void TenderPanel::answered() {
  m_waiting = false;
  refresh();
}

std::optional<base::Money> TenderPanel::given() const {
  return m_entry->text().isEmpty() ? m_tender.due : models::parseMoney(m_entry->text());
}

void TenderPanel::refresh() {
  const models::TenderVm vm = models::Presenters::tender(m_tender, given(), m_look.formatter());
  m_due->setText(vm.due);
  m_due->setAccessibleName(tr("To pay %1").arg(vm.due));
  m_rounding->setText(vm.rounding.isEmpty() ? QString() : tr("rounded %1").arg(vm.rounding));
  m_rounding->setVisible(!vm.rounding.isEmpty());
  m_change_title->setText(vm.enough ? tr("Change") : tr("Missing"));
  m_change->setText(vm.change);
  m_change->setInk(vm.enough ? &Tokens::text : &Tokens::price);
  m_change->setAccessibleName(m_change_title->text() + QLatin1Char(' ') + vm.change);
  m_pay->setEnabled(!m_waiting);
}

// Short cash goes to the till all the same: the refusal and its words come from one place.
void TenderPanel::pay() {
  if (m_waiting) return;
  if (looksScanned(m_entry->text())) {
    m_entry->clear();
    emit scanned();
    return;
  }
  const auto money = given();
  if (!money) {
    emit unreadable();
    return;
  }
  m_waiting = true;
  refresh();
  emit payAsked(*money);
}

void TenderPanel::retranslate() {
  setTitle(tr("Cash"));
  m_due_title->setText(tr("To pay"));
  m_entry->setPlaceholderText(m_look.formatter().amount(m_tender.due));
  m_entry->setAccessibleName(tr("Cash received"));
  m_pay->setText(tr("Take payment"));
  m_pay->setAccessibleName(tr("Take payment"));
  for (std::size_t at = 0; at < m_quick.size(); ++at) {
    const bool used = at < m_tender.quick_amounts.size();
    m_quick[at]->setVisible(used);
    if (!used) continue;
    const QString amount = m_look.formatter().money(m_tender.quick_amounts[at]);
    m_quick[at]->setText(amount.endsWith(QLatin1String(".00")) ? amount.chopped(3) : amount);
    m_quick[at]->setAccessibleName(at == 0 ? tr("Exact: %1").arg(amount) : tr("Received %1").arg(amount));
  }
  refresh();
}

}  // namespace kahui::widgets
