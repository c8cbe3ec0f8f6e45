#include "app/widgets/discount_panel.hpp"

#include <QGridLayout>
#include <QHBoxLayout>

namespace kahui::widgets {
namespace {

constexpr int kLongestTyped = 9;
constexpr base::Rate kQuickRates[] = {base::Rate(9500), base::Rate(9000), base::Rate(8000)};

}  // namespace

DiscountPanel::DiscountPanel(Look look, QWidget* parent) : SignedPanel(look, QStringLiteral("discount"), parent) {
  makeAct();
  DiscountPanel::retranslate();
}

QWidget* DiscountPanel::makeSwitches() {
  auto* switches = new QWidget;
  auto* grid = new QGridLayout(switches);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(6);
  const auto add = [&](const char* name, const char* cap, int row, int column) {
    auto* button = new ActionButton(m_look, ActionButton::Kind::Plain, QString::fromLatin1(name), switches);
    button->setCap(QString::fromLatin1(cap));
    button->setFixedHeight(kTouch_px);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    grid->addWidget(button, row, column);
    return button;
  };
  m_bill = add("discountBill", "B", 0, 0);
  m_on_line = add("discountLine", "L", 0, 1);
  m_rate = add("discountRate", "R", 1, 0);
  m_amount = add("discountAmount", "A", 1, 1);
  connect(m_bill, &QAbstractButton::clicked, this, [this] { setScope(Scope::Bill); });
  connect(m_on_line, &QAbstractButton::clicked, this, [this] { setScope(Scope::Line); });
  connect(m_rate, &QAbstractButton::clicked, this, [this] { setUnit(Unit::Rate); });
  connect(m_amount, &QAbstractButton::clicked, this, [this] { setUnit(Unit::Amount); });
  return switches;
}

void DiscountPanel::makeAct() {
  auto* layout = new QVBoxLayout(act());
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(6);
  layout->addWidget(makeSwitches());
  m_entry = new CodeEdit(m_look, QStringLiteral("discount"), CodeEdit::Ime::Refused);
  m_entry->setFont(typeface(26, true));
  m_entry->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_entry->setIconName(QStringLiteral("discount"));
  layout->addWidget(m_entry);
  m_hint = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary);
  m_hint->setWordWrap(true);
  layout->addWidget(m_hint);
  auto* quick = new QHBoxLayout;
  quick->setSpacing(6);
  for (std::size_t at = 0; at < std::size(kQuickRates); ++at) {
    auto* button = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("discountQuick%1").arg(at));
    button->setFixedHeight(kTouch_px);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QAbstractButton::clicked, this, [this, at] { send(kQuickRates[at], std::nullopt); });
    quick->addWidget(button, 1);
    m_quick.push_back(button);
  }
  layout->addLayout(quick);
  m_pad = new NumberPad(m_look, QStringLiteral("discountPad"), NumberPad::Extra::Point);
  m_pad->setTarget(m_entry);
  layout->addWidget(m_pad, 1);
  m_none = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("discountNone"));
  m_none->setCap(QStringLiteral("N"));
  m_none->setFixedHeight(kTouch_px);
  connect(m_none, &QAbstractButton::clicked, this, &DiscountPanel::takeOff);
  layout->addWidget(m_none);
  m_choose = new ActionButton(m_look, ActionButton::Kind::Primary, QStringLiteral("discountChoose"));
  m_choose->setIconName(QStringLiteral("check"));
  m_choose->setCap(QStringLiteral("Enter"));
  layout->addWidget(m_choose);
  connect(m_entry, &CodeEdit::entered, this, &DiscountPanel::choose);
  connect(m_choose, &QAbstractButton::clicked, this, &DiscountPanel::choose);
}

void DiscountPanel::open(const std::optional<till::DiscountView>& now, const till::LineView* line, int row) {
  m_now = now;
  m_line = line != nullptr ? std::optional(*line) : std::nullopt;
  m_row = row;
  m_wish = {};
  m_price = {};
  showAct();
  m_unit = Unit::Rate;
  setScope(Scope::Bill);
}

bool DiscountPanel::takeKey(int key) {
  if (asksAuthority()) return false;
  switch (key) {
    case Qt::Key_B: setScope(Scope::Bill); return true;
    case Qt::Key_L:
      if (m_line) setScope(Scope::Line);
      return true;
    case Qt::Key_R: setUnit(Unit::Rate); return true;
    case Qt::Key_A: setUnit(Unit::Amount); return true;
    case Qt::Key_N: takeOff(); return true;
    default: return false;
  }
}

void DiscountPanel::setUnit(Unit unit) {
  m_unit = unit;
  m_entry->clear();
  retranslate();
}

void DiscountPanel::setScope(Scope scope) {
  m_scope = scope;
  setUnit(m_unit);
}

void DiscountPanel::takeOff() {
  if (m_scope == Scope::Bill && m_now) emit chosen({});
  if (m_scope == Scope::Line && m_line && m_line->layer == till::PriceLayer::Override) emit priced({m_row, {}, {}, {}});
}

void DiscountPanel::send(std::optional<base::Rate> rate, std::optional<base::Money> money) {
  if (m_scope == Scope::Line) {
    m_price = {m_row, money, rate, {}};
    emit priced(m_price);
  } else {
    m_wish = {rate, money, {}, {}};
    emit chosen(m_wish);
  }
}

void DiscountPanel::choose() {
  const QString typed = m_entry->text();
  m_entry->clear();
  std::optional<base::Rate> rate;
  std::optional<base::Money> money;
  if (typed.size() <= kLongestTyped && m_unit == Unit::Rate) rate = m_look.formatter().parseRate(typed);
  if (typed.size() <= kLongestTyped && m_unit == Unit::Amount) money = models::parseMoney(typed);
  const bool nothing = m_scope == Scope::Bill && money && *money == base::Money();
  if ((!rate && !money) || nothing) {
    emit unreadable();
    return;
  }
  send(rate, money);
}

void DiscountPanel::signedBy(const till::Approval& approval) {
  if (m_scope == Scope::Line) {
    till::SetLinePrice wish = m_price;
    wish.approval = approval;
    emit priced(wish);
    return;
  }
  till::DiscountBill wish = m_wish;
  wish.approver = approval.code;
  wish.approver_pin = approval.pin;
  emit chosen(wish);
}

QString DiscountPanel::wishText() const {
  const models::Formatter formatter = m_look.formatter();
  const auto& rate = m_scope == Scope::Line ? m_price.rate : m_wish.rate;
  if (rate) return formatter.rate(*rate);
  if (m_scope == Scope::Line) return m_price.price ? formatter.money(*m_price.price) : QString();
  return m_wish.minus ? tr("%1 less").arg(formatter.money(*m_wish.minus)) : QString();
}

void DiscountPanel::retranslate() {
  const models::Formatter formatter = m_look.formatter();
  const bool line = m_scope == Scope::Line;
  const bool by_rate = m_unit == Unit::Rate;
  setTitle(tr("Discount"));
  m_bill->setText(tr("Whole bill"));
  m_bill->setAccessibleName(tr("Discount on the whole bill"));
  m_on_line->setText(tr("This line"));
  m_on_line->setAccessibleName(tr("Discount on the chosen line"));
  m_on_line->setEnabled(m_line.has_value());
  m_rate->setText(tr("Rate"));
  m_rate->setAccessibleName(tr("Discount as a rate"));
  m_amount->setText(line ? tr("New price") : tr("Amount"));
  m_amount->setAccessibleName(line ? tr("A new price for each piece") : tr("Discount as an amount of money"));
  const auto mark = [this](ActionButton* button, bool on) {
    button->setTint(on ? std::optional(m_look.tokens().info) : std::nullopt);
  };
  mark(m_bill, !line);
  mark(m_on_line, line);
  mark(m_rate, by_rate);
  mark(m_amount, !by_rate);
  m_entry->setAccessibleName(by_rate ? tr("Rate to pay") : line ? tr("New price") : tr("Amount less"));
  m_entry->setPlaceholderText(by_rate ? tr("90") : formatter.amount(base::Money()));
  m_hint->setText(by_rate ? tr("What is paid of the price: 90 means 90%.")
                  : line  ? tr("What one piece costs; at most the full price.")
                          : tr("How much less the whole bill costs."));
  for (std::size_t at = 0; at < m_quick.size(); ++at) {
    m_quick[at]->setVisible(by_rate);
    m_quick[at]->setText(formatter.rate(kQuickRates[at]));
    m_quick[at]->setAccessibleName(formatter.rate(kQuickRates[at]));
  }
  m_none->setText(tr("No discount"));
  m_none->setAccessibleName(tr("Take the discount off again"));
  m_none->setVisible(line ? m_line && m_line->layer == till::PriceLayer::Override : m_now.has_value());
  m_choose->setText(tr("Give the discount"));
  m_choose->setAccessibleName(tr("Give the discount"));
  const QString name = line && m_line ? models::text(m_line->name) : QString();
  setWanted(line ? tr("%1: %2").arg(name, wishText()) : tr("Whole bill: %1").arg(wishText()));
}

}  // namespace kahui::widgets
