#include "app/widgets/gift_panel.hpp"

#include "app/models/extras_text.hpp"
#include "app/models/messages.hpp"

namespace kahui::widgets {
namespace {

constexpr int kGiftPanelLongestPin = 12;

}  // namespace

GiftPanel::GiftPanel(Look look, QWidget* parent)
    : SidePanel(look, QStringLiteral("gifts"), parent),
      m_hint(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary, this)),
      m_list(new PickList(look, QStringLiteral("gifts"), this)),
      m_pin(new CodeEdit(look, QStringLiteral("giftPin"), CodeEdit::Ime::Refused, this)),
      m_pin_key(new CustomerPin(look, QStringLiteral("gift"), this)),
      m_take(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("giftTake"), this)) {
  m_hint->setWordWrap(true);
  m_pin->setEchoMode(QLineEdit::Password);
  m_pin->setMaxLength(kGiftPanelLongestPin);
  m_take->setIconName(QStringLiteral("gift"));
  m_take->setCap(QStringLiteral("Enter"));
  body()->addWidget(m_hint);
  body()->addWidget(m_list, 1);
  body()->addWidget(m_pin);
  body()->addWidget(m_pin_key);
  body()->addWidget(m_take);
  connect(m_list, &PickList::chosen, this, &GiftPanel::choose);
  connect(m_pin, &CodeEdit::entered, this, &GiftPanel::choose);
  connect(m_pin_key, &CustomerPin::typed, this, &GiftPanel::choose);
  connect(m_take, &QAbstractButton::clicked, this, &GiftPanel::choose);
  GiftPanel::retranslate();
}

void GiftPanel::open() { stepBack(); }

void GiftPanel::show(const till::Snapshot& snapshot) {
  m_gifts = snapshot.extras ? snapshot.extras->gifts : std::vector<till::GiftView>();
  m_member = snapshot.member.has_value();
  retranslate();
}

void GiftPanel::move(int by) { m_list->move(by); }

void GiftPanel::choose() {
  if (m_pin_key->runs()) return;
  const int row = m_list->current();
  if (row < 0 || std::cmp_greater_equal(row, m_gifts.size())) return;
  till::RedeemGift wish{m_gifts[static_cast<std::size_t>(row)].code};
  if (m_asks_pin) {
    if (m_pin->text().isEmpty()) return;
    wish.member_pin = m_pin->text().toStdString();
    m_pin->clear();
  }
  emit chosen(wish);
}

void GiftPanel::askPin() {
  m_asks_pin = true;
  m_pin->clear();
  retranslate();
}

bool GiftPanel::stepBack() {
  if (!m_asks_pin) return false;
  m_asks_pin = false;
  m_pin->clear();
  retranslate();
  return true;
}

void GiftPanel::retranslate() {
  const models::Formatter formatter = m_look.formatter();
  setTitle(tr("Goods for points"));
  if (m_asks_pin)
    m_hint->setText(tr("So many points need the member's PIN."));
  else if (!m_member)
    m_hint->setText(tr("Tap the member's card first, or find the member with F2."));
  else
    m_hint->setText(m_gifts.empty() ? tr("This member's tier has no goods for points.")
                                    : tr("Arrows choose, Enter puts it on the bill."));
  std::vector<PickRow> rows;
  for (const auto& gift : m_gifts) {
    QString detail = gift.enough ? models::text(gift.code) : tr("Too few points");
    if (gift.normally) detail += QStringLiteral(" · ") + tr("normally %1 points").arg(formatter.points(*gift.normally));
    rows.push_back({models::text(gift.name), detail, models::ExtrasText::giftPrice(gift.points, gift.money, formatter),
                    !gift.enough});
  }
  m_list->show(std::move(rows));
  m_list->setAccessibleName(tr("Goods for points"));
  m_list->setEnabled(!m_asks_pin);
  m_pin->setVisible(m_asks_pin);
  m_pin_key->serve(m_asks_pin ? m_pin : nullptr);
  m_pin->setPlaceholderText(tr("Member's PIN"));
  m_pin->setAccessibleName(tr("Member's PIN"));
  m_take->setText(m_asks_pin ? tr("Confirm with the PIN") : tr("Put it on the bill"));
  m_take->setAccessibleName(m_take->text());
  m_take->setEnabled(!m_gifts.empty());
}

}  // namespace kahui::widgets
