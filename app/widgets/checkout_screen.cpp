#include "app/widgets/checkout_screen.hpp"

#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace kahui::widgets {
namespace {

using models::Action;
using till::Phase;

constexpr int kPageRows = 6;
constexpr int kPageLines = 12;         // of the receipt
constexpr int kReceiptGuard_ms = 400;  // the second press of a nervous Enter must not hide the change
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
      m_tender(new TenderPanel(look)),
      m_receipt(new ReceiptPanel(look)),
      m_functions(new FunctionBar(look, this)) {
  m_bill = makeBill();
  m_left->addWidget(m_bill);
  m_left->addWidget(m_search);
  m_right->addWidget(makeRight());
  for (QWidget* panel : std::initializer_list<QWidget*>{m_member_entry, m_quantity, m_more, m_tender, m_receipt})
    m_right->addWidget(panel);
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
  retranslate();
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
  const models::Key& cash = models::KeyMap::key(Action::Cash);
  m_cash = new ActionButton(m_look, ActionButton::Kind::Primary, cash.stem);
  m_cash->setIconName(cash.icon);
  m_cash->setCap(cash.cap);
  m_cash->setFixedHeight(72);
  layout->addWidget(m_member, 1);
  layout->addWidget(m_totals);
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
  connect(m_member, &MemberCard::detachAsked, this, [this] { m_till.submit(till::DetachMember{}); });
  connect(m_cash, &QAbstractButton::clicked, this, [this] { perform(Action::Cash); });
  connect(m_member_entry, &MemberEntry::findAsked, this,
          [this](const QString& number) { m_till.submit(till::FindMember{number.toStdString()}); });
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
  connect(m_tender, &TenderPanel::payAsked, this, [this](base::Money given) { m_till.submit(till::PayCash{given}); });
  connect(m_tender, &TenderPanel::unreadable, this, [this] { say(models::Messages::amountUnreadable()); });
  connect(m_tender, &TenderPanel::scanned, this, [this] { say(models::Messages::scanRefused()); });
  connect(m_receipt, &ReceiptPanel::nextAsked, this, [this] { m_till.submit(till::NextSale{}); });
  connect(m_more, &MorePanel::chosen, this, [this](MorePanel::Choice choice) {
    open(Panel::None);
    emit chosen(choice);
  });
  connect(m_top, &TopBar::demoPanelAsked, this, [this] { showDemoPanel(m_demo->isHidden()); });
  if (m_demo != nullptr) connect(m_demo, &SidePanel::backAsked, this, [this] { showDemoPanel(false); });
  for (SidePanel* panel : std::initializer_list<SidePanel*>{m_member_entry, m_quantity, m_more, m_tender}) {
    connect(panel, &SidePanel::backAsked, this, &CheckoutScreen::back);
  }
  connect(m_search, &SearchPanel::backAsked, this, &CheckoutScreen::back);
}

void CheckoutScreen::show(const till::Snapshot& snapshot) {
  const Phase before = m_phase;
  m_phase = snapshot.phase;
  const Panel panel_before = m_panel;
  if (m_phase != before) m_panel = Panel::None;
  closeAnswered(snapshot);
  if (m_phase != before && m_phase == Phase::Receipt) m_since_receipt.start();
  m_top->show(snapshot);
  m_basket->show(snapshot);
  m_count->setText(models::Presenters::totals(snapshot.totals, m_look.formatter()).count);
  m_count->setVisible(!snapshot.lines.empty());
  m_member->show(snapshot.member);
  m_totals->show(snapshot.totals);
  m_search->show(snapshot.search);
  if (snapshot.tender && before != Phase::Tendering) m_tender->open(*snapshot.tender);
  if (snapshot.tender) m_tender->answered();
  if (snapshot.receipt) {
    m_paper->show(*snapshot.receipt);
    m_receipt->show(snapshot);
  }
  enableActions();
  arrange();
  if (m_phase != before || m_panel != panel_before) entry()->setFocus();
}

// A member found closes the panel that asked for one; words in the entry line open the search that they started.
void CheckoutScreen::closeAnswered(const till::Snapshot& snapshot) {
  const bool attached = snapshot.notice && snapshot.notice->code == till::NoticeCode::MemberAttached &&
                        snapshot.notice->serial != m_opened_at;
  if (m_panel == Panel::Member && attached) m_panel = Panel::None;
  if (!m_words_entered) return;
  m_words_entered = false;
  if (m_panel != Panel::None || !snapshot.search) return;
  m_panel = Panel::Search;
  m_search->openWith(snapshot.search->query);
}

// Which pages are on top, from the phase of the sale and the panel asked for.
void CheckoutScreen::arrange() {
  const bool receipt = m_till.now().receipt.has_value();
  m_left->setCurrentWidget(m_panel == Panel::Search ? static_cast<QWidget*>(m_search) : m_bill);
  m_body->setCurrentWidget(receipt ? static_cast<QWidget*>(m_paper) : m_basket_card);
  QWidget* right = m_standard;
  if (receipt) right = m_receipt;
  if (m_phase == Phase::Tendering) right = m_tender;
  switch (m_panel) {
    case Panel::None:
    case Panel::Search: break;
    case Panel::Member: right = m_member_entry; break;
    case Panel::Quantity: right = m_quantity; break;
    case Panel::More: right = m_more; break;
  }
  m_right->setCurrentWidget(right);
  m_scan->setPlaceholderText(receipt ? tr("Scan the next item, or press Enter to go on")
                                     : tr("Scan, or type a code or phone · 3* means 3 pieces"));
  m_scan->setEnabled(m_phase != Phase::Tendering);
}

void CheckoutScreen::enableActions() {
  const till::Snapshot& now = m_till.now();
  const bool selling = m_phase == Phase::Selling && !now.receipt;
  const bool chosen = selling && now.selected_line >= 0;
  m_functions->setActionEnabled(Action::Member, selling);
  m_functions->setActionEnabled(Action::Search, selling);
  m_functions->setActionEnabled(Action::Quantity,
                                chosen && !now.lines.at(static_cast<std::size_t>(now.selected_line)).weighed);
  m_functions->setActionEnabled(Action::VoidLine, chosen);
  m_functions->setActionEnabled(Action::CancelSale, selling && !now.lines.empty());
  m_functions->setActionEnabled(Action::Undo, m_till.canUndo());
  m_functions->setActionEnabled(Action::LastReceipt, selling);
}

void CheckoutScreen::open(Panel panel) {
  if (m_panel == Panel::Search && panel != Panel::Search) m_till.submit(till::SearchProducts{});
  m_panel = panel;
  m_opened_at = m_till.now().notice ? m_till.now().notice->serial : 0;
  if (panel == Panel::Search) m_search->open();
  if (panel == Panel::Member) m_member_entry->open(m_till.now().member.has_value());
  arrange();
  if (panel == Panel::More) {
    m_more->findChild<ActionButton*>(QStringLiteral("moreLanguageActionButton"))->setFocus(Qt::TabFocusReason);
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
    case Action::Member:
      if (selling) open(Panel::Member);
      return;
    case Action::Search:
      if (selling) open(Panel::Search);
      return;
    case Action::Quantity:
      if (selling) openQuantity();
      return;
    case Action::VoidLine:
      if (selling && m_till.now().selected_line < 0) say(models::Messages::nothingSelected());
      if (selling) m_till.voidSelected();
      return;
    case Action::CancelSale:
      if (selling && !m_till.now().lines.empty()) m_till.submit(till::CancelSale{});
      return;
    case Action::LastReceipt:
      if (selling) m_till.submit(till::ShowLastReceipt{});
      return;
    case Action::Cash:
      if (!selling) return;
      if (m_panel != Panel::None) open(Panel::None);
      m_till.submit(till::BeginTender{});
      return;
  }
}

void CheckoutScreen::openQuantity() {
  const till::Snapshot& now = m_till.now();
  if (now.selected_line < 0) {
    say(models::Messages::nothingSelected());
    return;
  }
  const till::LineView& line = now.lines.at(static_cast<std::size_t>(now.selected_line));
  if (line.weighed) return;
  m_quantity->open(line);
  open(Panel::Quantity);
}

// The basket may have changed since the panel was opened, so the line is found by its identity.
void CheckoutScreen::setQuantity(std::int64_t line_id, base::Quantity quantity) {
  const auto& lines = m_till.now().lines;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].line_id == line_id) m_till.submit(till::SetQuantity{static_cast<int>(at), quantity});
  }
  open(Panel::None);
}

void CheckoutScreen::back() {
  if (m_panel != Panel::None) {
    open(Panel::None);
  } else if (m_demo != nullptr && m_demo->isVisible()) {
    showDemoPanel(false);
  } else if (m_phase == Phase::Tendering) {
    m_till.submit(till::CancelTender{});
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
  if (!typed.isEmpty()) {
    m_words_entered = std::any_of(typed.begin(), typed.end(), [](QChar sign) { return sign.isLetter(); });
    m_till.submit(till::Enter{typed.toStdString()});
  } else if (m_till.now().receipt && (m_phase != Phase::Receipt || m_since_receipt.hasExpired(kReceiptGuard_ms))) {
    m_till.submit(till::NextSale{});
  }
}

// Keys that the entry line leaves over: the cashier chooses lines without taking the cursor away from it.
bool CheckoutScreen::scanKey(int key) {
  if (m_till.now().receipt) return receiptKey(key);
  switch (key) {
    case Qt::Key_Up: m_till.moveSelection(-1); return true;
    case Qt::Key_Down: m_till.moveSelection(1); return true;
    case Qt::Key_PageUp: m_till.moveSelection(-kPageRows); return true;
    case Qt::Key_PageDown: m_till.moveSelection(kPageRows); return true;
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

bool CheckoutScreen::receiptKey(int key) {
  switch (key) {
    case Qt::Key_Up: m_paper->scroll(-1); return true;
    case Qt::Key_Down: m_paper->scroll(1); return true;
    case Qt::Key_PageUp: m_paper->scroll(-kPageLines); return true;
    case Qt::Key_PageDown: m_paper->scroll(kPageLines); return true;
    default: return false;
  }
}

bool CheckoutScreen::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_scan && event->type() == QEvent::KeyPress && scanKey(static_cast<QKeyEvent*>(event)->key()))
    return true;
  return QWidget::eventFilter(watched, event);
}

bool CheckoutScreen::takeLetter(int key) { return m_panel == Panel::More && m_more->takeKey(key); }

void CheckoutScreen::closePanels() {
  if (m_panel == Panel::More) open(Panel::None);
}

CodeEdit* CheckoutScreen::entry() const {
  switch (m_panel) {
    case Panel::Member: return m_member_entry->entry();
    case Panel::Quantity: return m_quantity->entry();
    case Panel::Search: return m_search->entry();
    case Panel::None:
    case Panel::More: break;
  }
  return m_phase == Phase::Tendering ? m_tender->entry() : m_scan;
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
