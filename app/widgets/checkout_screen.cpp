#include "app/widgets/checkout_screen.hpp"

#include <QEvent>
#include <QVBoxLayout>

namespace kahui::widgets {
namespace {

using models::Action;
using till::Phase;

constexpr int kDemoPanel_px = 292;

int rightColumn_px(int window_px) {
  if (window_px < 1200) return 352;
  return window_px < 1500 ? 420 : 460;
}

}  // namespace

CheckoutScreen::CheckoutScreen(Look look, models::TillModel& till, const base::Clock& clock, models::DemoReader* demo,
                               QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_till(till),
      m_top(new TopBar(look, clock, demo != nullptr, this)),
      m_left(new QStackedWidget(this)),
      m_search(new SearchPanel(look)),
      m_notice(new NoticeBar(look, QStringLiteral("sale"), this)),
      m_right(new QStackedWidget(this)),
      m_member_entry(new MemberEntry(look)),
      m_quantity(new QuantityEntry(look)),
      m_more(new MorePanel(look, demo != nullptr)),
      m_points(new PointsPanel(look)),
      m_coupons(new CouponPanel(look)),
      m_discount(new DiscountPanel(look)),
      m_why(new WhyPanel(look)),
      m_return_entry(new ReturnEntry(look)),
      m_float(new FloatPanel(look)),
      m_hold(new HoldPanel(look)),
      m_held(new HeldPanel(look)),
      m_receipts(new ReceiptsPanel(look)),
      m_blind(new BlindReturnPanel(look)),
      m_delivery(new DeliveryPanel(look)),
      m_gifts(new GiftPanel(look)),
      m_return(new ReturnPanel(look)),
      m_tender(new TenderPanel(look)),
      m_receipt(new ReceiptPanel(look)),
      m_functions(new FunctionBar(look, this)) {
  m_bill = makeBill();
  m_left->addWidget(m_bill);
  m_left->addWidget(m_search);
  m_right->addWidget(makeRight());
  for (SidePanel* panel : sidePanels()) m_right->addWidget(panel);
  m_right->addWidget(m_receipt);
  auto* left = new QVBoxLayout;
  left->setSpacing(kGap_px);
  left->addWidget(m_left, 1);
  left->addWidget(m_notice);
  auto* columns = new QHBoxLayout;
  columns->setContentsMargins(kMargin_px, 2, kMargin_px, 0);
  columns->setSpacing(kMargin_px);
  columns->addLayout(left, 1);
  columns->addWidget(m_right);
  auto* foot = new QVBoxLayout;
  foot->setContentsMargins(kMargin_px, 0, kMargin_px, 10);
  foot->addWidget(m_functions);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  layout->addWidget(m_top);
  layout->addLayout(columns, 1);
  layout->addLayout(foot);
  if (demo != nullptr) {
    m_demo = new DemoPanel(look, *demo, this);
    m_demo->hide();
  }
  connectPanels();
  connectBenefits();
  connectReturns();
  connectTender();
  connectDesk();
  retranslate();
}

std::vector<SidePanel*> CheckoutScreen::sidePanels() const {
  return {m_member_entry, m_quantity, m_more, m_points, m_coupons,  m_discount, m_why,      m_return_entry, m_return,
          m_tender,       m_float,    m_hold, m_held,   m_receipts, m_blind,    m_delivery, m_gifts};
}

QWidget* CheckoutScreen::makeBill() {
  auto* bill = new QWidget;
  auto* layout = new QVBoxLayout(bill);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_scan = new CodeEdit(m_look, QStringLiteral("scan"), CodeEdit::Ime::Refused, bill);
  m_scan->setIconName(QStringLiteral("scan"));
  m_scan->setMaxLength(64);
  m_scan->installEventFilter(this);
  layout->addWidget(m_scan);
  m_body = new QStackedWidget(bill);
  m_basket_card = new Card(m_look);
  auto* inside = new QVBoxLayout(m_basket_card);
  inside->setContentsMargins(2, 2, 2, 8);
  m_basket = new BasketView(m_look);
  m_count = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary);
  m_count->setObjectName(QStringLiteral("countTextLabel"));
  m_count->setContentsMargins(16, 0, 16, 0);
  inside->addWidget(m_basket, 1);
  inside->addWidget(m_count);
  m_paper = new ReceiptPaper(m_look);
  m_body->addWidget(m_basket_card);
  m_body->addWidget(m_paper);
  m_return_card = new Card(m_look);
  auto* returning = new QVBoxLayout(m_return_card);
  returning->setContentsMargins(2, 2, 2, 8);
  m_return_table = new ReturnTable(m_look);
  returning->addWidget(m_return_table);
  m_body->addWidget(m_return_card);
  layout->addWidget(m_body, 1);
  return bill;
}

QWidget* CheckoutScreen::makeRight() {
  m_standard = new QWidget;
  auto* layout = new QVBoxLayout(m_standard);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_member = new MemberCard(m_look);
  m_totals = new TotalsCard(m_look);
  m_strip = new BenefitStrip(m_look);
  const models::Key& cash = models::KeyMap::key(Action::Cash);
  m_cash = new ActionButton(m_look, ActionButton::Kind::Primary, cash.stem);
  m_cash->setIconName(cash.icon);
  m_cash->setCap(cash.cap);
  m_cash->setFixedHeight(72);
  layout->addWidget(m_member, 1);
  layout->addWidget(m_totals);
  layout->addWidget(m_strip);
  layout->addWidget(m_cash);
  return m_standard;
}

void CheckoutScreen::connectPanels() {
  connect(m_scan, &CodeEdit::entered, this, &CheckoutScreen::enter);
  connect(m_basket, &BasketView::rowChosen, this, [this](int row) { m_till.submit(till::SelectLine{row}); });
  connect(m_basket, &BasketView::stepped, &m_till, &models::TillModel::stepQuantity);
  connect(m_notice, &NoticeBar::undoAsked, this, [this] { perform(Action::Undo); });
  connect(m_functions, &FunctionBar::asked, this, [this](Action action) {
    if (action != Action::Help) perform(action);
  });
  connect(m_member, &MemberCard::findAsked, this, [this] { open(Panel::Member); });
  connect(m_member, &MemberCard::joinAsked, this, &CheckoutScreen::joinAsked);
  connect(m_member, &MemberCard::detachAsked, this, [this] { m_till.submit(till::DetachMember{}); });
  connect(m_cash, &QAbstractButton::clicked, this, [this] { perform(Action::Cash); });
  connect(m_member_entry, &MemberEntry::findAsked, this,
          [this](const QString& number) { m_till.submit(till::FindMembers{number.toStdString()}); });
  connect(m_member_entry, &MemberEntry::memberChosen, this,
          [this](const QString& number) { m_till.submit(till::TakeMember{number.toStdString()}); });
  connect(m_member_entry, &MemberEntry::deskAsked, this, [this] { perform(Action::Member); });
  connect(m_member_entry, &MemberEntry::detachAsked, this, [this] {
    m_till.submit(till::DetachMember{});
    open(Panel::None);
  });
  connect(m_quantity, &QuantityEntry::chosen, this, &CheckoutScreen::setQuantity);
  connect(m_quantity, &QuantityEntry::unreadable, this, [this] { say(models::Messages::quantityUnreadable()); });
  connect(m_quantity, &QuantityEntry::scanned, this, [this] { say(models::Messages::quantityUnreadable()); });
  connect(m_search, &SearchPanel::queryChanged, this,
          [this](const QString& query) { m_till.submit(till::SearchProducts{query.trimmed().toStdString()}); });
  connect(m_search, &SearchPanel::chosen, this, [this](const QString& sku) {
    open(Panel::None);
    m_till.submit(till::AddProduct{sku.toStdString()});
  });
  connect(m_receipt, &ReceiptPanel::nextAsked, this, [this] { m_till.submit(till::NextSale{}); });
  connect(m_more, &MorePanel::chosen, this, [this](MorePanel::Choice choice) {
    open(Panel::None);
    emit chosen(choice);
  });
  connect(m_top, &TopBar::paymentsAsked, this, [this] { emit chosen(MorePanel::Choice::Payments); });
  connect(m_top, &TopBar::demoPanelAsked, this, [this] { showDemoPanel(m_demo->isHidden()); });
  if (m_demo != nullptr) connect(m_demo, &SidePanel::backAsked, this, [this] { showDemoPanel(false); });
  for (SidePanel* panel : sidePanels()) connect(panel, &SidePanel::backAsked, this, &CheckoutScreen::back);
  connect(m_search, &SearchPanel::backAsked, this, &CheckoutScreen::back);
}

void CheckoutScreen::connectBenefits() {
  connect(m_basket, &BasketView::whyAsked, this, [this] { perform(Action::Why); });
  connect(m_member, &MemberCard::topUpAsked, this, [this] { perform(Action::TopUp); });
  connect(m_member, &MemberCard::pointsAsked, this, [this] { perform(Action::Points); });
  connect(m_member, &MemberCard::couponToggled, this, &CheckoutScreen::toggleCoupon);
  connect(m_member, &MemberCard::allCouponsAsked, this, [this] { open(Panel::Coupons); });
  connect(m_coupons, &CouponPanel::toggled, this, &CheckoutScreen::toggleCoupon);
  connect(m_strip, &BenefitStrip::taken, this, [this] { perform(Action::Offer); });
  connect(m_strip, &BenefitStrip::turned, this, [this] { perform(Action::OtherOffer); });
  connect(m_points, &PointsPanel::chosen, this, [this](const till::PayPoints& wish) { m_till.submit(wish); });
  connect(m_points, &PointsPanel::unreadable, this, [this] { say(models::Messages::pointsUnreadable()); });
  connect(m_discount, &DiscountPanel::chosen, this, [this](const till::DiscountBill& wish) { m_till.submit(wish); });
  connect(m_discount, &DiscountPanel::priced, this, [this](const till::SetLinePrice& wish) { m_till.submit(wish); });
  connect(m_discount, &DiscountPanel::unreadable, this, [this] { say(models::Messages::discountUnreadable()); });
  m_points->entry()->installEventFilter(this);
  m_discount->entry()->installEventFilter(this);
  m_receipts->entry()->installEventFilter(this);
}

void CheckoutScreen::connectTender() {
  connect(m_tender, &TenderPanel::payAsked, this, [this](base::Money given) { m_till.submit(till::PayCash{given}); });
  connect(m_tender, &TenderPanel::kindAsked, this, &CheckoutScreen::chooseTender);
  connect(m_tender, &TenderPanel::splitAsked, this,
          [this](base::Money part) { m_till.submit(till::SplitTender{part}); });
  connect(m_tender, &TenderPanel::taken, this, [this](const till::TakeTender& tender) { m_till.submit(tender); });
  connect(m_tender, &TenderPanel::codeScanned, this,
          [this](const QString& code) { m_till.submit(till::PayByCode{code.toStdString()}); });
  connect(m_tender, &TenderPanel::purseAsked, this, [this] { m_till.submit(till::PayByPurse{}); });
  connect(m_tender, &TenderPanel::finishAsked, this, [this] { m_till.submit(till::FinishTender{}); });
  connect(m_tender, &TenderPanel::reverseAsked, this, [this] { m_till.submit(till::ReversePayment{}); });
  connect(m_tender, &TenderPanel::askAsked, this, [this] { m_till.submit(till::AskPayment{}); });
  connect(m_tender, &TenderPanel::asideAsked, this, [this] { m_till.submit(till::SetPaymentAside{}); });
  connect(m_tender, &TenderPanel::unreadable, this, [this] { say(models::Messages::amountUnreadable()); });
  connect(m_tender, &TenderPanel::scanned, this, [this] { say(models::Messages::scanRefused()); });
}

void CheckoutScreen::connectReturns() {
  connect(m_return_entry, &ReturnEntry::chosen, this,
          [this](const QString& number) { m_till.submit(till::BeginReturn{number.toStdString()}); });
  connect(m_return_table, &ReturnTable::toggled, &m_till, &models::TillModel::toggleReturn);
  connect(m_return_table, &ReturnTable::stepped, &m_till, &models::TillModel::stepReturn);
  connect(m_return, &ReturnPanel::giftsAsked, this, [this] { m_till.submit(till::TakeGiftsBack{}); });
  connect(m_return, &ReturnPanel::allAsked, this, [this] { m_till.submit(till::ReturnAll{}); });
  connect(m_return, &ReturnPanel::nothingChosen, this, [this] { say(models::Messages::nothingToReturn()); });
  connect(m_return, &ReturnPanel::armed, this,
          [this](const QString& amount) { say(models::Messages::pressAgain(amount)); });
  connect(m_return, &ReturnPanel::confirmed, this, [this] { m_till.submit(till::ConfirmReturn{}); });
}

void CheckoutScreen::show(const till::Snapshot& snapshot) {
  const Phase before = m_phase;
  m_phase = snapshot.phase;
  const Panel panel_before = m_panel;
  if (m_phase != before) m_panel = Panel::None;
  takeAnswer(snapshot);
  askFloat();
  if (m_phase != before && m_phase == Phase::Receipt) m_since_receipt.start();
  if (m_phase != before && m_phase == Phase::Returning) m_return->answered();
  m_top->show(snapshot);
  m_more->setTraining(snapshot.store.training);
  m_basket->show(snapshot);
  m_count->setText(models::Presenters::totals(snapshot.totals, m_look.formatter()).count);
  m_count->setVisible(!snapshot.lines.empty());
  m_member->show(snapshot);
  m_totals->show(snapshot);
  m_strip->show(snapshot);
  showPanels(snapshot);
  if (snapshot.tender && before != Phase::Tendering) m_tender->open(*snapshot.tender);
  if (snapshot.tender) m_tender->show(*snapshot.tender, snapshot.tenders && snapshot.tenders->can_pay_by_code);
  enableActions();
  arrange();
  const bool moved = m_phase != before || m_panel != panel_before;
  if (moved && isVisible()) entry()->setFocus();  // a page beside it keeps its own
  if (isVisible() && m_phase == Phase::Tendering && m_panel == Panel::None && m_phase != before) m_tender->takeFocus();
}

void CheckoutScreen::showPanels(const till::Snapshot& snapshot) {
  m_search->show(snapshot.search);
  m_coupons->show(snapshot);
  m_held->show(snapshot);
  m_receipts->show(snapshot);
  m_blind->show(snapshot);
  m_gifts->show(snapshot);
  m_member_entry->show(snapshot.member_desk);
  if (snapshot.points) m_points->show(*snapshot.points);
  if (snapshot.returning) {
    m_return_table->show(*snapshot.returning);
    m_return->show(*snapshot.returning);
  }
  if (snapshot.receipt) {
    m_paper->show(*snapshot.receipt);
    m_receipt->show(snapshot);
  }
}

// Which pages are on top, from the phase of the sale and the panel asked for.
void CheckoutScreen::arrange() {
  const bool receipt = m_till.now().receipt.has_value();
  const bool returning = m_phase == Phase::Returning;
  m_left->setCurrentWidget(m_panel == Panel::Search ? static_cast<QWidget*>(m_search) : m_bill);
  m_body->setCurrentWidget(returning ? m_return_card : receipt ? static_cast<QWidget*>(m_paper) : m_basket_card);
  m_right->setCurrentWidget(rightPage(receipt));
  if (returning) {
    m_scan->setPlaceholderText(tr("How many come back? Space takes the whole line, A everything"));
  } else {
    m_scan->setPlaceholderText(receipt ? tr("Scan the next item, or press Enter to go on")
                                       : tr("Scan, or type a code or phone · 3* means 3 pieces"));
  }
  m_scan->setEnabled(m_phase != Phase::Tendering);
}

QWidget* CheckoutScreen::rightPage(bool receipt) const {
  switch (m_panel) {
    case Panel::None:
    case Panel::Search: break;
    case Panel::Member: return m_member_entry;
    case Panel::Quantity: return m_quantity;
    case Panel::More: return m_more;
    case Panel::Points: return m_points;
    case Panel::Coupons: return m_coupons;
    case Panel::Discount: return m_discount;
    case Panel::Why: return m_why;
    case Panel::ReturnEntry: return m_return_entry;
    case Panel::Float: return m_float;
    case Panel::Hold: return m_hold;
    case Panel::Held: return m_held;
    case Panel::Receipts: return m_receipts;
    case Panel::BlindReturn: return m_blind;
    case Panel::Delivery: return m_delivery;
    case Panel::Gifts: return m_gifts;
  }
  if (m_phase == Phase::Tendering) return m_tender;
  if (m_phase == Phase::Returning) return m_return;
  return receipt ? static_cast<QWidget*>(m_receipt) : m_standard;
}

void CheckoutScreen::enableActions() {
  const till::Snapshot& now = m_till.now();
  const bool selling = m_phase == Phase::Selling && !now.receipt;
  const bool chosen = selling && now.selected_line >= 0;
  m_functions->setActionEnabled(Action::Member, selling);
  m_functions->setActionEnabled(Action::Search, selling);
  const bool pieces = chosen && !now.lines.at(static_cast<std::size_t>(now.selected_line)).weighed;
  m_functions->setActionEnabled(Action::Quantity, pieces || m_phase == Phase::Returning);
  m_functions->setActionEnabled(Action::Discount, selling && !now.lines.empty());
  m_functions->setActionEnabled(Action::Return, selling || now.receipt.has_value());
  m_functions->setActionEnabled(Action::VoidLine, chosen);
  m_functions->setActionEnabled(Action::CancelSale, selling && !now.lines.empty());
  m_functions->setActionEnabled(Action::Undo, m_till.canUndo());
  m_functions->setActionEnabled(Action::Hold, selling && !now.lines.empty());
  m_functions->setActionEnabled(Action::Recall, selling);
}

void CheckoutScreen::showDemoPanel(bool shown) {
  if (m_demo == nullptr) return;
  m_demo->setVisible(shown);
  if (shown) m_demo->raise();
  placeDemoPanel();
}

// Over the left part of the basket: prices, member and total stay in sight while cards are tapped.
void CheckoutScreen::placeDemoPanel() {
  if (m_demo == nullptr) return;
  const QRect body(m_body->mapTo(this, QPoint(0, 0)), m_body->size());
  m_demo->setGeometry(body.left(), body.top(), kDemoPanel_px, body.height());
}

void CheckoutScreen::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_right->setFixedWidth(rightColumn_px(width()));
  layout()->activate();
  placeDemoPanel();
}

void CheckoutScreen::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void CheckoutScreen::retranslate() {
  m_scan->setAccessibleName(tr("Entry line"));
  m_cash->setText(models::KeyMap::label(Action::Cash));
  m_cash->setAccessibleName(tr("Take cash"));
  m_notice->setHint(tr("Ready. F1 shows all keys."));
  m_count->setText(models::Presenters::totals(m_till.now().totals, m_look.formatter()).count);
  arrange();
}

}  // namespace kahui::widgets
