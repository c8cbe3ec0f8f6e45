// What keys and buttons of the checkout do, and how the open panel takes the till's answer.
#include <QEvent>
#include <QKeyEvent>
#include <algorithm>

#include "app/widgets/checkout_screen.hpp"

namespace kahui::widgets {
namespace {

using models::Action;
using till::NoticeCode;
using till::Phase;

constexpr int kCheckoutActionsPageRows = 6;
constexpr int kCheckoutActionsPageLines = 12;       // of the receipt
constexpr int kReceiptGuard_ms = 400;               // the second press of a nervous Enter must not hide the change
constexpr int kCheckoutActionsLongestQuantity = 8;  // 1000.786*

}  // namespace

// Each notice is an answer once: the next snapshot may still carry it.
void CheckoutScreen::takeAnswer(const till::Snapshot& snapshot) {
  if (snapshot.notice && snapshot.notice->serial != m_answered) {
    m_answered = snapshot.notice->serial;
    closeAnswered(*snapshot.notice);
  }
  followWhy(snapshot);
  if (!m_words_entered) return;
  m_words_entered = false;
  if (m_panel != Panel::None || !snapshot.search) return;
  m_panel = Panel::Search;
  m_search->openWith(snapshot.search->query);
}

// A panel closes when what it asked for has happened; a discount that is not the operator's to give asks for a
// signature.
void CheckoutScreen::closeAnswered(const till::Notice& notice) {
  const NoticeCode code = notice.code;
  if (m_panel == Panel::Member && code == NoticeCode::MemberAttached) m_panel = Panel::None;
  if (m_panel == Panel::Points && code == NoticeCode::PointsUsed) m_panel = Panel::None;
  const bool discounted = code == NoticeCode::DiscountGiven || code == NoticeCode::DiscountTaken;
  const bool repriced = discounted || code == NoticeCode::PriceChanged;
  if (m_panel == Panel::Discount && repriced) m_panel = Panel::None;
  closeDesk(code);
  if (!notice.error) return;
  if (m_phase == Phase::Returning) m_return->answered();
  if (m_panel == Panel::Points && notice.error->detail == "MEMBER_PIN_NEEDED") m_points->askPin();
  if (m_panel == Panel::Gifts && notice.error->detail == "MEMBER_PIN_NEEDED") {
    m_gifts->askPin();
    entry()->setFocus();
  }
  SignedPanel* panel = signedPanel();
  if (panel == nullptr) return;
  if (panel->asksAuthority()) {
    panel->refused();
  } else if (notice.error->code == base::ErrorCode::NoRight) {
    panel->askAuthority();
    entry()->setFocus();
  }
}

// The explanation goes with the chosen line, and away when the bill changes.
void CheckoutScreen::followWhy(const till::Snapshot& snapshot) {
  if (m_panel != Panel::Why) return;
  if (snapshot.selected_line >= 0 && snapshot.selected_line != m_explained) return explain(snapshot.selected_line);
  if (snapshot.explain)
    m_why->show(snapshot);
  else if (m_why_shown)
    m_panel = Panel::None;
  m_why_shown = snapshot.explain.has_value();
}

void CheckoutScreen::explain(int line) {
  m_explained = line;
  m_why_shown = false;
  m_till.submit(till::Explain{line});
}

models::NoticeVm CheckoutScreen::worded(const till::Notice& notice) const {
  const auto refused = [&](base::ErrorCode code) { return notice.error && notice.error->code == code; };
  if (m_panel == Panel::ReturnEntry && refused(base::ErrorCode::WrongState)) return models::Messages::notASaleReceipt();
  if (m_panel == Panel::Discount && refused(base::ErrorCode::NoRight)) return models::Messages::needsSignature();
  const bool to_sign = m_panel == Panel::Receipts || m_panel == Panel::BlindReturn;
  if (to_sign && refused(base::ErrorCode::NoRight)) return models::ShiftText::needsApproval();
  if (m_panel == Panel::Points && refused(base::ErrorCode::OutOfRange) && m_till.now().points)
    return models::Messages::tooManyPoints(m_till.now().points->usable, m_look.formatter());
  return models::Messages::vm(notice, m_look.formatter());
}

void CheckoutScreen::open(Panel panel) {
  if (m_panel == Panel::Search && panel != Panel::Search) m_till.submit(till::SearchProducts{});
  if (m_panel == Panel::Why && panel != Panel::Why) m_till.submit(till::Explain{});
  leaveDesk(panel);
  if (m_panel == Panel::Member && panel != Panel::Member && m_till.now().member_desk)
    m_till.submit(till::CloseMemberDesk{});
  m_panel = panel;
  m_answered = m_till.now().notice ? m_till.now().notice->serial : 0;
  if (panel == Panel::Search) m_search->open();
  if (panel == Panel::Member) m_member_entry->open(m_till.now().member.has_value());
  arrange();
  if (panel == Panel::More) {
    m_more->takeFocus();
  } else {
    entry()->setFocus();
  }
}

void CheckoutScreen::perform(Action action) {
  const bool selling = m_phase == Phase::Selling && !m_till.now().receipt;
  switch (action) {
    case Action::Help: return;
    case Action::More: open(m_panel == Panel::More ? Panel::None : Panel::More); return;
    case Action::Undo:
      if (m_till.canUndo()) m_till.submit(till::Undo{});
      return;
    case Action::Return: openReturn(); return;
    case Action::Cash: chooseTender(till::TenderKind::Cash); return;
    case Action::Quantity:
      if (selling || m_phase == Phase::Returning) openQuantity();
      return;
    case Action::Member:
    case Action::Search:
    case Action::Discount:
    case Action::VoidLine:
    case Action::CancelSale:
    case Action::LastReceipt:
    case Action::Points:
    case Action::Why:
    case Action::Offer:
    case Action::OtherOffer:
    case Action::Hold:
    case Action::Recall:
    case Action::Join:
    case Action::TopUp:
    case Action::Gifts:
      if (selling) performSelling(action);
      return;
    case Action::BankCard: chooseTender(till::TenderKind::BankCard); return;
    case Action::StoredValue: chooseTender(till::TenderKind::Stored); return;
    case Action::Voucher: chooseTender(till::TenderKind::Voucher); return;
    case Action::SplitBill: chooseTender(till::TenderKind::Split); return;
    case Action::CardPurse:
      if (m_phase == Phase::Tendering) m_till.submit(till::PayByPurse{});
      return;
  }
}

void CheckoutScreen::performSelling(Action action) {
  switch (action) {
    case Action::Member:
      // F2 twice is the member desk.
      if (m_panel != Panel::Member) return open(Panel::Member);
      open(Panel::None);
      emit chosen(MorePanel::Choice::Members);
      return;
    case Action::Search: open(Panel::Search); return;
    case Action::Discount: openBenefit(Panel::Discount); return;
    case Action::Points: openBenefit(Panel::Points); return;
    case Action::Why: openBenefit(Panel::Why); return;
    case Action::Offer:
      if (!m_strip->offer().empty()) m_till.submit(till::TakeOffer{m_strip->offer()});
      return;
    case Action::OtherOffer: m_strip->turn(); return;
    case Action::Join:
      if (!m_till.now().member) emit joinAsked();
      return;
    case Action::TopUp:
      if (m_till.now().member) emit chosen(MorePanel::Choice::Value);
      return;
    case Action::Gifts: openGifts(); return;
    case Action::Hold: openHold(); return;
    case Action::Recall: openHeld(); return;
    case Action::VoidLine:
      if (m_till.now().selected_line < 0) say(models::Messages::nothingSelected());
      m_till.voidSelected();
      return;
    case Action::CancelSale:
      if (!m_till.now().lines.empty()) m_till.submit(till::CancelSale{});
      return;
    case Action::LastReceipt: m_till.submit(till::ShowLastReceipt{}); return;
    case Action::Help:
    case Action::Quantity:
    case Action::Undo:
    case Action::Return:
    case Action::Cash:
    case Action::BankCard:
    case Action::StoredValue:
    case Action::Voucher:
    case Action::SplitBill:
    case Action::CardPurse:
    case Action::More: return;
  }
}

// Begins the tender step, or turns it to another way of paying.
void CheckoutScreen::chooseTender(till::TenderKind kind) {
  const bool selling = m_phase == Phase::Selling && !m_till.now().receipt;
  if (!selling && m_phase != Phase::Tendering) return;
  if (m_panel != Panel::None) open(Panel::None);
  m_till.submit(till::ChooseTender{kind});
}

// The key that opens a panel closes it as well.
void CheckoutScreen::openBenefit(Panel panel) {
  const till::Snapshot& now = m_till.now();
  if (m_panel == panel) return open(Panel::None);
  if (panel == Panel::Points && !now.points) return say(models::Messages::noPoints());
  if (now.lines.empty()) return say(models::Messages::nothingSelected());
  if (panel == Panel::Points) m_points->open(*now.points);
  if (panel == Panel::Discount) {
    const int row = now.selected_line;
    m_discount->open(now.discount, row >= 0 ? &now.lines.at(static_cast<std::size_t>(row)) : nullptr, row);
  }
  if (panel == Panel::Why) explain(std::max(0, now.selected_line));
  open(panel);
}

// From a receipt on the screen its number is taken over. A card that was tapped before goes: the return has its own
// member.
void CheckoutScreen::openReturn() {
  const till::Snapshot& now = m_till.now();
  if (m_phase != Phase::Selling && m_phase != Phase::Receipt) return;
  if (!now.lines.empty()) return say(models::Messages::returnNeedsEmptyBill());
  QString number;
  if (now.receipt) {
    const bool sale = now.receipt->kind == sale::ReceiptKind::Sale;
    if (!now.receipt->stored) number = models::text(sale ? now.receipt->receipt_no : now.receipt->sale_receipt_no);
  }
  if (now.member) m_till.submit(till::DetachMember{});
  m_return_entry->open(number);
  open(Panel::ReturnEntry);
}

void CheckoutScreen::openQuantity() {
  const till::Snapshot& now = m_till.now();
  if (now.returning) {
    const int row = m_return_table->row();
    if (row < 0 || row >= static_cast<int>(now.returning->lines.size())) return;
    m_quantity->open(now.returning->lines.at(static_cast<std::size_t>(row)), row);
    return open(Panel::Quantity);
  }
  if (now.selected_line < 0) return say(models::Messages::nothingSelected());
  const till::LineView& line = now.lines.at(static_cast<std::size_t>(now.selected_line));
  if (line.weighed) return;
  m_quantity->open(line);
  open(Panel::Quantity);
}

// The basket may have changed since the panel was opened, so the line is found by its identity.
void CheckoutScreen::setQuantity(std::int64_t line_id, base::Quantity quantity) {
  if (m_phase == Phase::Returning) {
    m_till.submit(till::SetReturnQuantity{static_cast<int>(line_id), quantity});
    return open(Panel::None);
  }
  const auto& lines = m_till.now().lines;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].line_id == line_id) m_till.submit(till::SetQuantity{static_cast<int>(at), quantity});
  }
  open(Panel::None);
}

void CheckoutScreen::toggleCoupon(int place) {
  if (m_phase == Phase::Selling && !m_till.now().receipt) m_till.toggleCoupon(place);
}

void CheckoutScreen::back() {
  const bool stepped = (signedPanel() != nullptr && signedPanel()->stepBack()) ||
                       (m_panel == Panel::Points && m_points->stepBack()) ||
                       (m_panel == Panel::Gifts && m_gifts->stepBack());
  if (stepped) {
    entry()->setFocus();
    return;
  }
  if (m_panel == Panel::Held && m_held->disarm()) return m_notice->clear();
  if (m_panel != Panel::None) {
    open(Panel::None);
  } else if (m_demo != nullptr && m_demo->isVisible()) {
    showDemoPanel(false);
  } else if (m_phase == Phase::Tendering) {
    m_till.submit(till::CancelTender{});
  } else if (m_phase == Phase::Returning) {
    m_notice->clear();
    if (!m_return->disarm()) m_till.submit(till::CancelReturn{});
  } else if (m_till.now().receipt) {
    m_till.submit(till::NextSale{});
  } else if (!m_scan->text().isEmpty()) {
    m_scan->clear();
  } else {
    m_notice->clear();
    if (m_till.now().notice) m_till.submit(till::DismissNotice{});
  }
  entry()->setFocus();
}

void CheckoutScreen::enter(const QString& text) {
  const QString typed = text.trimmed();
  m_scan->clear();
  if (deskEntered(typed)) return;
  if (m_phase == Phase::Returning) return enterReturn(typed);
  if (!typed.isEmpty()) {
    m_words_entered = std::any_of(typed.begin(), typed.end(), [](QChar sign) { return sign.isLetter(); });
    m_till.submit(till::Enter{typed.toStdString()});
  } else if (m_till.now().receipt && (m_phase != Phase::Receipt || m_since_receipt.hasExpired(kReceiptGuard_ms))) {
    m_till.submit(till::NextSale{});
  }
}

// A number is how much of the chosen line comes back; Enter alone is one of the two presses that refund.
void CheckoutScreen::enterReturn(const QString& typed) {
  if (typed.isEmpty()) return m_return->press();
  const QString number = typed.endsWith(QLatin1Char('*')) ? typed.chopped(1) : typed;
  const auto quantity = number == QStringLiteral("0") ? base::Quantity() : models::parseQuantity(number);
  if (!quantity || typed.size() > kCheckoutActionsLongestQuantity) return say(models::Messages::quantityUnreadable());
  m_till.submit(till::SetReturnQuantity{m_return_table->row(), *quantity});
}

// Keys that the entry line leaves over: the cashier chooses lines without taking the cursor away from it.
bool CheckoutScreen::scanKey(int key) {
  if (m_phase == Phase::Returning) return returnKey(key);
  if (m_till.now().receipt) return receiptKey(key);
  if (m_panel == Panel::Coupons && panelKey(key)) return true;
  if ((m_panel == Panel::Held || m_panel == Panel::Gifts) && deskKey(key)) return true;
  switch (key) {
    case Qt::Key_Up: m_till.moveSelection(-1); return true;
    case Qt::Key_Down: m_till.moveSelection(1); return true;
    case Qt::Key_PageUp: m_till.moveSelection(-kCheckoutActionsPageRows); return true;
    case Qt::Key_PageDown: m_till.moveSelection(kCheckoutActionsPageRows); return true;
    default: break;
  }
  if (!m_scan->text().isEmpty()) return false;
  switch (key) {
    case Qt::Key_Delete: perform(Action::VoidLine); return true;
    case Qt::Key_Plus: perform(Action::Cash); return true;
    case Qt::Key_Asterisk: perform(Action::Quantity); return true;
    default: return false;
  }
}

bool CheckoutScreen::panelKey(int key) {
  switch (key) {
    case Qt::Key_Up: m_coupons->move(-1); return true;
    case Qt::Key_Down: m_coupons->move(1); return true;
    case Qt::Key_PageUp: m_coupons->move(-kCheckoutActionsPageRows); return true;
    case Qt::Key_PageDown: m_coupons->move(kCheckoutActionsPageRows); return true;
    case Qt::Key_Space: toggleCoupon(m_coupons->current()); return true;
    default: return false;
  }
}

bool CheckoutScreen::receiptKey(int key) {
  switch (key) {
    case Qt::Key_Up: m_paper->scroll(-1); return true;
    case Qt::Key_Down: m_paper->scroll(1); return true;
    case Qt::Key_PageUp: m_paper->scroll(-kCheckoutActionsPageLines); return true;
    case Qt::Key_PageDown: m_paper->scroll(kCheckoutActionsPageLines); return true;
    case Qt::Key_P:
      if (!m_scan->text().isEmpty()) return false;
      m_receipt->askCopy();
      return true;
    default: return false;
  }
}

bool CheckoutScreen::returnKey(int key) {
  switch (key) {
    case Qt::Key_Up: m_return_table->move(-1); return true;
    case Qt::Key_Down: m_return_table->move(1); return true;
    case Qt::Key_PageUp: m_return_table->move(-kCheckoutActionsPageRows); return true;
    case Qt::Key_PageDown: m_return_table->move(kCheckoutActionsPageRows); return true;
    default: break;
  }
  if (!m_scan->text().isEmpty()) return false;
  switch (key) {
    case Qt::Key_Space: m_till.toggleReturn(m_return_table->row()); return true;
    case Qt::Key_Plus: m_till.stepReturn(m_return_table->row(), 1); return true;
    case Qt::Key_Minus: m_till.stepReturn(m_return_table->row(), -1); return true;
    case Qt::Key_A: m_till.submit(till::ReturnAll{}); return true;
    case Qt::Key_G: m_return->takeGifts(); return true;
    case Qt::Key_Asterisk: perform(Action::Quantity); return true;
    default: return false;
  }
}

bool CheckoutScreen::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const auto* pressed = static_cast<QKeyEvent*>(event);
  if (pressed->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return QWidget::eventFilter(watched, event);
  const int key = pressed->key();
  if (watched == m_scan && scanKey(key)) return true;
  if (watched == m_points->entry() && m_points->takeKey(key)) return true;
  if (m_panel == Panel::Discount && m_discount->takeKey(key)) return true;
  if (watched == m_receipts->entry() && m_receipts->takeKey(key)) return true;
  return QWidget::eventFilter(watched, event);
}

bool CheckoutScreen::takeLetter(int key) {
  switch (m_panel) {
    case Panel::More: return m_more->takeKey(key);
    case Panel::Points: return m_points->takeKey(key);
    case Panel::Discount: return m_discount->takeKey(key);
    case Panel::Receipts: return m_receipts->takeKey(key);
    case Panel::None:
      if (m_phase == Phase::Tendering) return m_tender->takeKey(key);
      if (m_phase != Phase::Returning || (key != Qt::Key_A && key != Qt::Key_G)) return false;
      if (key == Qt::Key_G)
        m_return->takeGifts();
      else
        m_till.submit(till::ReturnAll{});
      return true;
    case Panel::Member:
    case Panel::Quantity:
    case Panel::Search:
    case Panel::Delivery:
    case Panel::Gifts:
    case Panel::Coupons:
    case Panel::Why:
    case Panel::Float:
    case Panel::Hold:
    case Panel::Held:
    case Panel::BlindReturn:
    case Panel::ReturnEntry: return false;
  }
  return false;
}

void CheckoutScreen::closePanels() {
  if (m_panel == Panel::More) open(Panel::None);
}

CodeEdit* CheckoutScreen::entry() const {
  switch (m_panel) {
    case Panel::Member: return m_member_entry->entry();
    case Panel::Quantity: return m_quantity->entry();
    case Panel::Search: return m_search->entry();
    case Panel::Points: return m_points->entry();
    case Panel::Discount: return m_discount->entry();
    case Panel::ReturnEntry: return m_return_entry->entry();
    case Panel::Float: return m_float->entry();
    case Panel::Hold: return m_hold->entry();
    case Panel::Receipts: return m_receipts->entry();
    case Panel::Delivery: return m_delivery->entry();
    case Panel::BlindReturn:
      if (m_blind->entry() != nullptr) return m_blind->entry();
      break;
    case Panel::Gifts:
      if (m_gifts->entry() != nullptr) return m_gifts->entry();
      break;
    case Panel::None:
    case Panel::Coupons:
    case Panel::Why:
    case Panel::Held:
    case Panel::More: break;
  }
  return m_phase == Phase::Tendering ? m_tender->entry() : m_scan;
}

}  // namespace kahui::widgets
