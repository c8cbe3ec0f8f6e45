// The checkout's part in the cashier's day: the opening float, bills that wait, receipts of the day, goods without one.
#include "app/models/shift_text.hpp"
#include "app/widgets/checkout_screen.hpp"

namespace kahui::widgets {

using models::ShiftText;
using till::NoticeCode;
using till::Phase;

void CheckoutScreen::connectDesk() {
  connect(m_float, &FloatPanel::chosen, this, [this](base::Money amount) { m_till.submit(till::SetFloat{amount}); });
  connect(m_float, &FloatPanel::skipped, this, [this] { open(Panel::None); });
  connect(m_float, &FloatPanel::unreadable, this, [this] { say(models::Messages::amountUnreadable()); });
  connect(m_float, &FloatPanel::passed, this, [this](const QString& typed) {
    open(Panel::None);
    enter(typed);
  });
  connect(m_hold, &HoldPanel::held, this,
          [this](const QString& note) { m_till.submit(till::HoldBill{note.toStdString()}); });
  connect(m_held, &HeldPanel::recalled, this, [this](const base::Id& bill) {
    if (!m_till.now().lines.empty()) return say(ShiftText::holdFirst());
    m_till.submit(till::RecallBill{bill});
  });
  connect(m_held, &HeldPanel::taken, this, [this](const std::string& holder, const base::Id& bill) {
    if (!m_till.now().lines.empty()) return say(ShiftText::holdFirst());
    m_till.submit(till::TakeBill{holder, bill});
  });
  connect(m_held, &HeldPanel::waitedEnough, this, [this] { m_till.submit(till::StopAsking{}); });
  connect(m_held, &HeldPanel::dropAsked, this, [this] { say(ShiftText::dropAgain()); });
  connect(m_held, &HeldPanel::dropped, this, [this](const base::Id& bill) { m_till.submit(till::DropHeldBill{bill}); });
  connect(m_receipts, &ReceiptsPanel::queryChanged, this,
          [this](const QString& query) { m_till.submit(till::ListReceipts{query.trimmed().toStdString()}); });
  const auto reprint = [this](const std::string& receipt_no) { m_till.submit(till::Reprint{receipt_no}); };
  connect(m_receipts, &ReceiptsPanel::reprintAsked, this, reprint);
  connect(m_receipt, &ReceiptPanel::copyAsked, this, reprint);
  connect(m_receipts, &ReceiptsPanel::reopenAsked, this, [this](const till::ReopenBill& wish) { m_till.submit(wish); });
  connect(m_delivery, &DeliveryPanel::chosen, this,
          [this](const QString& note) { m_till.submit(till::DeliverBill{note.toStdString()}); });
  connect(m_gifts, &GiftPanel::chosen, this, [this](const till::RedeemGift& wish) { m_till.submit(wish); });
  connect(m_blind, &BlindReturnPanel::confirmed, this,
          [this](const till::ConfirmBlindReturn& wish) { m_till.submit(wish); });
}

// The panel opens by itself, once for who signs in; every key and scan leads past it.
void CheckoutScreen::askFloat() {
  const till::Snapshot& now = m_till.now();
  if (now.phase == Phase::SignedOut) m_float_asked = false;
  const bool begun = !now.lines.empty() || now.member || now.receipt;
  const bool asks = now.phase == Phase::Selling && now.shift && now.shift->asks_float && !begun;
  if (!asks && m_panel == Panel::Float) m_panel = Panel::None;
  if (!asks || m_float_asked || m_panel != Panel::None) return;
  m_float_asked = true;
  m_float->open(now.shift->proposed_float);
  m_panel = Panel::Float;
}

void CheckoutScreen::openHold() {
  if (m_panel == Panel::Hold) return open(Panel::None);
  if (m_till.now().lines.empty()) return say(ShiftText::nothingToHold());
  m_hold->open();
  open(Panel::Hold);
}

void CheckoutScreen::openHeld() {
  if (m_panel == Panel::Held) return open(Panel::None);
  const bool alone = !m_till.now().hq;  // else another till of the store may have one
  if (alone && m_till.now().shift && m_till.now().shift->held_bills == 0) return say(ShiftText::nothingHeld());
  m_held->open();
  open(Panel::Held);
  m_till.submit(till::ListHeld{});
}

void CheckoutScreen::openReceipts() {
  if (m_phase != Phase::Selling) return;
  m_receipts->open();
  open(Panel::Receipts);
  m_till.submit(till::ListReceipts{});
}

void CheckoutScreen::openBlindReturn() {
  if (m_phase != Phase::Selling) return;
  if (m_till.now().lines.empty()) return say(ShiftText::nothingToReturnBlind());
  m_blind->open();
  open(Panel::BlindReturn);
  m_till.submit(till::PlanBlindReturn{});
}

void CheckoutScreen::openDelivery() {
  if (m_phase != Phase::Selling) return;
  const auto& extras = m_till.now().extras;
  m_delivery->open(extras ? extras->delivery : std::nullopt);
  open(Panel::Delivery);
}

void CheckoutScreen::openGifts() {
  if (m_panel == Panel::Gifts) return open(Panel::None);
  if (m_phase != Phase::Selling) return;
  m_gifts->open();
  m_gifts->show(m_till.now());
  open(Panel::Gifts);
}

// The till forgets a list that nobody looks at any more.
void CheckoutScreen::leaveDesk(Panel next) {
  const auto lists = [](Panel panel) {
    return panel == Panel::Held || panel == Panel::Receipts || panel == Panel::BlindReturn;
  };
  if (lists(m_panel) && !lists(next)) m_till.submit(till::LeaveDesk{});
}

bool CheckoutScreen::deskKey(int key) {
  constexpr int kPageRows = 6;
  const bool gifts = m_panel == Panel::Gifts;
  const auto move = [&](int by) { gifts ? m_gifts->move(by) : m_held->move(by); };
  switch (key) {
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_PageUp: move(-kPageRows); return true;
    case Qt::Key_PageDown: move(kPageRows); return true;
    case Qt::Key_Delete:
      if (gifts) return false;
      m_held->drop();
      return true;
    default: return false;
  }
}

bool CheckoutScreen::deskEntered(const QString& typed) {
  if (!typed.isEmpty()) return false;
  if (m_panel == Panel::Held) m_held->recall();
  if (m_panel == Panel::BlindReturn) m_blind->confirm();
  if (m_panel == Panel::Gifts) m_gifts->choose();
  return m_panel == Panel::Held || m_panel == Panel::BlindReturn || m_panel == Panel::Gifts;
}

void CheckoutScreen::closeDesk(NoticeCode code) {
  const bool done = (m_panel == Panel::Float && code == NoticeCode::FloatSet) ||
                    (m_panel == Panel::Hold && code == NoticeCode::BillHeld) ||
                    (m_panel == Panel::Held && code == NoticeCode::BillRecalled) ||
                    (m_panel == Panel::Receipts && code == NoticeCode::BillReopened) ||
                    (m_panel == Panel::Delivery && code == NoticeCode::DeliverySet) ||
                    (m_panel == Panel::Gifts && code == NoticeCode::OfferTaken);
  if (done) m_panel = Panel::None;
  if (m_panel == Panel::Held && code == NoticeCode::BillDropped && m_till.now().shift &&
      m_till.now().shift->held_bills == 0 && !m_till.now().held_away)
    m_panel = Panel::None;
}

SignedPanel* CheckoutScreen::signedPanel() const {
  if (m_panel == Panel::Discount) return m_discount;
  if (m_panel == Panel::Receipts) return m_receipts;
  return m_panel == Panel::BlindReturn ? m_blind : nullptr;
}

}  // namespace kahui::widgets
