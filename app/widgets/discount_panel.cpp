#include "app/widgets/discount_panel.hpp"

#include <QApplication>
#include <QHBoxLayout>

namespace kahui::widgets {
namespace {

constexpr int kLongestTyped = 9;
constexpr int kLongestCode = 16;
constexpr int kLongestPin = 12;
constexpr base::Rate kQuickRates[] = {base::Rate(9500), base::Rate(9000), base::Rate(8000)};

}  // namespace

DiscountPanel::DiscountPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("discount"), parent), m_pages(new QStackedWidget(this)) {
  m_pages->addWidget(makeAmount());
  m_pages->addWidget(makeAuthority());
  body()->addWidget(m_pages, 1);
  DiscountPanel::retranslate();
}

QWidget* DiscountPanel::makeAmount() {
  auto* page = new QWidget;
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  auto* units = new QHBoxLayout;
  units->setSpacing(6);
  m_rate = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("discountRate"), page);
  m_rate->setCap(QStringLiteral("R"));
  m_amount = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("discountAmount"), page);
  m_amount->setCap(QStringLiteral("A"));
  connect(m_rate, &QAbstractButton::clicked, this, [this] { setUnit(Unit::Rate); });
  connect(m_amount, &QAbstractButton::clicked, this, [this] { setUnit(Unit::Amount); });
  units->addWidget(m_rate, 1);
  units->addWidget(m_amount, 1);
  layout->addLayout(units);
  m_entry = new CodeEdit(m_look, QStringLiteral("discount"), CodeEdit::Ime::Refused, page);
  m_entry->setFont(typeface(26, true));
  m_entry->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_entry->setIconName(QStringLiteral("discount"));
  layout->addWidget(m_entry);
  m_hint = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary, page);
  m_hint->setWordWrap(true);
  layout->addWidget(m_hint);
  auto* quick = new QHBoxLayout;
  quick->setSpacing(6);
  for (std::size_t at = 0; at < std::size(kQuickRates); ++at) {
    auto* button = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("discountQuick%1").arg(at), page);
    button->setFixedHeight(kTouch_px);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QAbstractButton::clicked, this, [this, at] {
      m_wish = {kQuickRates[at], std::nullopt, {}, {}};
      emit chosen(m_wish);
    });
    quick->addWidget(button, 1);
    m_quick.push_back(button);
  }
  layout->addLayout(quick);
  m_pad = new NumberPad(m_look, QStringLiteral("discountPad"), NumberPad::Extra::Point, page);
  m_pad->setTarget(m_entry);
  layout->addWidget(m_pad, 1);
  m_none = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("discountNone"), page);
  m_none->setCap(QStringLiteral("N"));
  connect(m_none, &QAbstractButton::clicked, this, [this] { emit chosen({}); });
  layout->addWidget(m_none);
  m_choose = new ActionButton(m_look, ActionButton::Kind::Primary, QStringLiteral("discountChoose"), page);
  m_choose->setIconName(QStringLiteral("check"));
  m_choose->setCap(QStringLiteral("Enter"));
  layout->addWidget(m_choose);
  connect(m_entry, &CodeEdit::entered, this, &DiscountPanel::choose);
  connect(m_choose, &QAbstractButton::clicked, this, &DiscountPanel::choose);
  return page;
}

QWidget* DiscountPanel::makeAuthority() {
  auto* page = new QWidget;
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_wanted = new TextLabel(m_look, 20, TextLabel::Weight::Bold, &Tokens::text, page);
  m_wanted->setObjectName(QStringLiteral("discountWantedTextLabel"));
  m_wanted->setShrinking(14);
  m_authority = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary, page);
  m_authority->setWordWrap(true);
  m_code = new CodeEdit(m_look, QStringLiteral("approver"), CodeEdit::Ime::Refused, page);
  m_code->setMaxLength(kLongestCode);
  m_code->setIconName(QStringLiteral("user"));
  m_pin = new CodeEdit(m_look, QStringLiteral("approverPin"), CodeEdit::Ime::Refused, page);
  m_pin->setMaxLength(kLongestPin);
  m_pin->setEchoMode(QLineEdit::Password);
  m_pin->setIconName(QStringLiteral("lock"));
  m_sign_pad = new NumberPad(m_look, QStringLiteral("approverPad"), NumberPad::Extra::Clear, page);
  m_sign_pad->setTarget(m_code);
  m_sign = new ActionButton(m_look, ActionButton::Kind::Primary, QStringLiteral("discountSign"), page);
  m_sign->setIconName(QStringLiteral("shield_check"));
  m_sign->setCap(QStringLiteral("Enter"));
  for (QWidget* part : std::initializer_list<QWidget*>{m_wanted, m_authority, m_code, m_pin}) layout->addWidget(part);
  layout->addWidget(m_sign_pad, 1);
  layout->addWidget(m_sign);
  connect(m_code, &CodeEdit::entered, this, [this] { m_pin->setFocus(); });
  connect(m_pin, &CodeEdit::entered, this, &DiscountPanel::sign);
  connect(m_sign, &QAbstractButton::clicked, this, &DiscountPanel::sign);
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* to) {
    if (to == m_code || to == m_pin) m_sign_pad->setTarget(static_cast<CodeEdit*>(to));
  });
  return page;
}

void DiscountPanel::open(const std::optional<till::DiscountView>& now) {
  m_now = now;
  m_wish = {};
  m_entry->clear();
  m_code->clear();
  m_pin->clear();
  m_pages->setCurrentIndex(0);
  setUnit(Unit::Rate);
}

void DiscountPanel::askAuthority() {
  m_code->clear();
  m_pin->clear();
  m_sign_pad->setTarget(m_code);
  m_pages->setCurrentIndex(1);
  retranslate();
}

void DiscountPanel::refused() { m_pin->clear(); }

bool DiscountPanel::stepBack() {
  if (!asksAuthority()) return false;
  m_pages->setCurrentIndex(0);
  m_pin->clear();
  return true;
}

bool DiscountPanel::takeKey(int key) {
  if (asksAuthority()) return false;
  switch (key) {
    case Qt::Key_R: setUnit(Unit::Rate); return true;
    case Qt::Key_A: setUnit(Unit::Amount); return true;
    case Qt::Key_N:
      if (m_now) emit chosen({});
      return true;
    default: return false;
  }
}

CodeEdit* DiscountPanel::entry() const {
  if (!asksAuthority()) return m_entry;
  return m_code->text().isEmpty() ? m_code : m_pin;
}

void DiscountPanel::setUnit(Unit unit) {
  m_unit = unit;
  m_entry->clear();
  retranslate();
}

till::DiscountBill DiscountPanel::typed() const {
  till::DiscountBill wish;
  const QString text = m_entry->text();
  if (text.size() > kLongestTyped) return wish;
  if (m_unit == Unit::Rate) {
    wish.rate = m_look.formatter().parseRate(text);
  } else if (const auto amount = models::parseMoney(text); amount && *amount > base::Money()) {
    wish.minus = amount;
  }
  return wish;
}

void DiscountPanel::choose() {
  const till::DiscountBill wish = typed();
  m_entry->clear();
  if (!wish.rate && !wish.minus) {
    emit unreadable();
    return;
  }
  m_wish = wish;
  emit chosen(m_wish);
}

void DiscountPanel::sign() {
  if (m_code->text().isEmpty()) {
    m_code->setFocus();
    return;
  }
  till::DiscountBill signed_wish = m_wish;
  signed_wish.approver = m_code->text().trimmed().toStdString();
  signed_wish.approver_pin = m_pin->text().toStdString();
  m_pin->clear();
  emit chosen(signed_wish);
}

QString DiscountPanel::wishText() const {
  if (m_wish.rate) return m_look.formatter().rate(*m_wish.rate);
  return m_wish.minus ? tr("%1 less").arg(m_look.formatter().money(*m_wish.minus)) : QString();
}

void DiscountPanel::retranslate() {
  const models::Formatter formatter = m_look.formatter();
  setTitle(tr("Bill discount"));
  m_rate->setText(tr("Rate"));
  m_rate->setAccessibleName(tr("Discount as a rate"));
  m_amount->setText(tr("Amount"));
  m_amount->setAccessibleName(tr("Discount as an amount of money"));
  const auto mark = [this](ActionButton* button, bool on) {
    button->setTint(on ? std::optional(m_look.tokens().info) : std::nullopt);
  };
  mark(m_rate, m_unit == Unit::Rate);
  mark(m_amount, m_unit == Unit::Amount);
  m_entry->setAccessibleName(m_unit == Unit::Rate ? tr("Rate to pay") : tr("Amount less"));
  m_entry->setPlaceholderText(m_unit == Unit::Rate ? tr("90") : formatter.amount(base::Money()));
  m_hint->setText(m_unit == Unit::Rate ? tr("What is paid of the price: 90 means 90%.")
                                       : tr("How much less the whole bill costs."));
  for (std::size_t at = 0; at < m_quick.size(); ++at) {
    m_quick[at]->setVisible(m_unit == Unit::Rate);
    m_quick[at]->setText(formatter.rate(kQuickRates[at]));
    m_quick[at]->setAccessibleName(formatter.rate(kQuickRates[at]));
  }
  m_none->setText(tr("No discount"));
  m_none->setAccessibleName(tr("Take the discount off again"));
  m_none->setVisible(m_now.has_value());
  m_choose->setText(tr("Give the discount"));
  m_choose->setAccessibleName(tr("Give the discount"));
  m_wanted->setText(tr("Whole bill: %1").arg(wishText()));
  m_authority->setText(tr("This is beyond your right. A shift leader or manager signs with code and PIN."));
  m_code->setPlaceholderText(tr("Staff code of who allows it"));
  m_code->setAccessibleName(tr("Staff code of who allows it"));
  m_pin->setPlaceholderText(tr("PIN"));
  m_pin->setAccessibleName(tr("PIN of who allows it"));
  m_sign->setText(tr("Allow and give it"));
  m_sign->setAccessibleName(tr("Allow and give it"));
}

}  // namespace kahui::widgets
