#include "app/widgets/main_window.hpp"

#include "app/widgets/club_screen.hpp"
#include "app/widgets/customer_pin.hpp"
#include "app/widgets/shop_settings_screen.hpp"
#include "app/widgets/talk_screen.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QShortcut>
#include <utility>

namespace kahui::widgets {
namespace {

using models::Action;

constexpr QSize kMainWindowLeastSize(1024, 720);

bool typesText(const QKeyEvent& event) {
  const Qt::KeyboardModifiers other = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
  return other == Qt::NoModifier && !event.text().isEmpty() && event.text().at(0).isPrint();
}

bool isBareModifier(int key) {
  return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
         key == Qt::Key_CapsLock || key == Qt::Key_NumLock;
}

}  // namespace

MainWindow::MainWindow(Look look, models::TillModel& till, const base::Clock& clock, models::DemoReader* demo,
                       models::DevicesModel& devices, models::CounterModel& counter)
    : m_look(look),
      m_till(till),
      m_counter(counter),
      m_pages(new QStackedWidget(this)),
      m_login(new LoginScreen(look, till, clock)),
      m_checkout(new CheckoutScreen(look, till, clock, demo)),
      m_help(new HelpOverlay(look, this)),
      m_training(new TrainingFrame(look, this)) {
  setObjectName(QStringLiteral("MainWindow"));
  setMinimumSize(kMainWindowLeastSize);
  m_pages->addWidget(m_login);
  m_pages->addWidget(m_checkout);
  addPage(MorePanel::Choice::Devices, new DevicesScreen(look, till, devices));
  addPage(MorePanel::Choice::Value, new ValueScreen(look, till));
  addPage(MorePanel::Choice::Payments, new PaymentsScreen(look, till));
  addPage(MorePanel::Choice::Counter, new CounterScreen(look, counter));
  connect(&counter, &models::CounterModel::noticed, this,
          [this](const models::NoticeVm& trouble) { notice().show(trouble); });
  addPage(MorePanel::Choice::ShopSettings, new ShopSettingsScreen(look, till, counter));
  addPage(MorePanel::Choice::Shift, new ShiftScreen(look, till));
  auto* members = new MemberDeskScreen(look, till);
  addPage(MorePanel::Choice::Members, members);
  connect(m_checkout, &CheckoutScreen::joinAsked, this, [this, members] {
    members->joinNext();
    showPage(MorePanel::Choice::Members);
  });
  addPage(MorePanel::Choice::Staff, new StaffScreen(look, till));
  auto* first_day = new FirstDayScreen(look, counter, devices);
  addPage(MorePanel::Choice::FirstDay, first_day);
  connect(first_day, &FirstDayScreen::chosen, this, &MainWindow::choose);
  addPage(MorePanel::Choice::News, new NewsScreen(look, till));
  auto* tasks = new TasksScreen(look, till);
  addPage(MorePanel::Choice::Tasks, tasks);
  connect(tasks, &TasksScreen::memberAsked, this, &MainWindow::openMember);
  addPage(MorePanel::Choice::Club, new ClubScreen(look, till));
  addPage(MorePanel::Choice::Talk, new TalkScreen(look, till));
  setCentralWidget(m_pages);
  m_help->hide();
  makeShortcuts();
  connect(&till, &models::TillModel::changed, this, &MainWindow::take);
  connect(&till, &models::TillModel::acted, this, [this] { notice().clear(); });
  connect(m_help, &HelpOverlay::closeAsked, this, [this] { showHelp(false); });
  connect(m_login, &LoginScreen::languageAsked, this, &MainWindow::toggleLanguage);
  connect(m_login, &LoginScreen::colorsAsked, this, &MainWindow::toggleColors);
  connect(m_checkout, &CheckoutScreen::chosen, this, &MainWindow::choose);
  connect(m_checkout->findChild<FunctionBar*>(), &FunctionBar::asked, this, [this](Action action) {
    if (action == Action::Help) showHelp(true);
  });
  counter.setFormatter(look.formatter());
  connect(&look.language, &models::UiLanguage::changed, this, [this] { m_counter.setFormatter(m_look.formatter()); });
  connect(&look.language, &models::UiLanguage::changed, this, &MainWindow::take);
  qApp->installEventFilter(this);
  take();
  m_login->open({});
  setWindowTitle(tr("Kahui till"));
  // Panels are dressed now, and not when they first open in front of a customer.
  for (QWidget* part : findChildren<QWidget*>()) part->ensurePolished();
}

void MainWindow::makeShortcuts() {
  for (const models::Key& key : models::KeyMap::keys()) {
    auto* shortcut = new QShortcut(key.sequence, this);
    shortcut->setAutoRepeat(key.action == Action::Undo);
    connect(shortcut, &QShortcut::activated, this, [this, action = key.action] { perform(action); });
  }
  for (int place = 0; place < models::kCouponKeys; ++place) {
    auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + place)), this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, [this, place] {
      if (m_signed_in && page() == nullptr) m_checkout->toggleCoupon(place);
    });
  }
  auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
  escape->setAutoRepeat(false);
  connect(escape, &QShortcut::activated, this, &MainWindow::back);
}

void MainWindow::take() {
  const till::Snapshot& now = m_till.now();
  const bool signed_in = now.phase != till::Phase::SignedOut;
  m_login->show(now);
  m_checkout->show(now);
  m_training->setVisible(now.store.training);
  m_training->raise();
  if (signed_in != m_signed_in) {
    m_signed_in = signed_in;
    if (page() != nullptr) page()->leave();
    m_pages->setCurrentWidget(signed_in ? static_cast<QWidget*>(m_checkout) : m_login);
    if (signed_in) {
      m_kept_code.clear();
      m_checkout->entry()->setFocus();
      // A manager's day begins with the figures (ui.md, section 7), unless a bill is open.
      if (std::exchange(m_first_day, false)) {
        showPage(MorePanel::Choice::FirstDay);
      } else if (now.lines.empty() && m_reports != nullptr && models::ReportModel::mayRead(now)) {
        showManager();
        // The greeting speaks of scanning, which is done at the checkout.
        if (now.notice && now.notice->code == till::NoticeCode::SignedIn) m_notice_serial = now.notice->serial;
      }
    } else {
      m_login->open(m_kept_code);
    }
  }
  if (page() != nullptr) page()->show(now);
  speak(now);
}

// A notice is shown once, when it comes: the till may keep it in its picture while the person goes on.
void MainWindow::speak(const till::Snapshot& snapshot) {
  if (!snapshot.notice || snapshot.notice->serial == m_notice_serial) return;
  m_notice_serial = snapshot.notice->serial;
  if (snapshot.notice->code == till::NoticeCode::TasksDone)
    if (auto* screen = qobject_cast<ManagerScreen*>(m_pages->currentWidget())) screen->formDone();
  const bool at_checkout = m_signed_in && page() == nullptr;
  notice().show(at_checkout ? m_checkout->worded(*snapshot.notice)
                            : models::Messages::vm(*snapshot.notice, m_look.formatter()));
}

NoticeBar& MainWindow::notice() const {
  if (page() != nullptr) return page()->notice();
  return m_signed_in ? *m_checkout->notice() : *m_login->notice();
}

void MainWindow::perform(Action action) {
  if (action == Action::Help) {
    showHelp(m_help->isHidden());
  } else if (m_signed_in) {
    showHelp(false);
    Page* const desk = m_places.at(MorePanel::Choice::Members);
    if (action == Action::Join && page() == desk) return static_cast<MemberDeskScreen*>(desk)->join();
    showCheckout();
    m_checkout->perform(action);
  }
}

void MainWindow::choose(MorePanel::Choice choice) {
  switch (choice) {
    case MorePanel::Choice::Language: toggleLanguage(); break;
    case MorePanel::Choice::Colors: toggleColors(); break;
    case MorePanel::Choice::Lock: leave(true); break;
    case MorePanel::Choice::SignOut: leave(false); break;
    case MorePanel::Choice::DemoCards: m_checkout->showDemoPanel(true); break;
    case MorePanel::Choice::Devices:
    case MorePanel::Choice::Value:
    case MorePanel::Choice::Payments:
    case MorePanel::Choice::Counter: showPage(choice); break;
    case MorePanel::Choice::Manager: showManager(); break;
    case MorePanel::Choice::Shift: showPage(choice); break;
    case MorePanel::Choice::Receipts: m_checkout->openReceipts(); break;
    case MorePanel::Choice::BlindReturn: m_checkout->openBlindReturn(); break;
    case MorePanel::Choice::Delivery: m_checkout->openDelivery(); break;
    case MorePanel::Choice::Gifts: m_checkout->openGifts(); break;
    case MorePanel::Choice::Members:
    case MorePanel::Choice::FirstDay:
    case MorePanel::Choice::Staff: showPage(choice); break;
    case MorePanel::Choice::Training: askTraining(); break;
    case MorePanel::Choice::News:
    case MorePanel::Choice::Talk:
    case MorePanel::Choice::Club: showPage(choice); break;
    case MorePanel::Choice::Tasks:
    case MorePanel::Choice::ShopSettings: showPage(choice); break;
  }
}

// Only between two customers: an open bill stays on its own till.
void MainWindow::askTraining() {
  const till::Snapshot& now = m_till.now();
  if (now.phase == till::Phase::Selling && now.lines.empty() && !now.member)
    emit trainingAsked(!now.store.training);
  else
    notice().show(models::Messages::trainingNeedsEmptyBill());
}

void MainWindow::leave(bool keep_code) {
  m_kept_code = keep_code && m_till.now().op ? models::text(m_till.now().op->code) : QString();
  m_till.submit(till::SignOut{});
}

void MainWindow::toggleLanguage() {
  m_look.language.set(m_look.language.language() == models::Language::Chinese ? models::Language::English
                                                                              : models::Language::Chinese);
}

void MainWindow::toggleColors() {
  m_look.theme.set(m_look.theme.scheme() == Scheme::Light ? Scheme::Dark : Scheme::Light);
}

void MainWindow::back() {
  if (m_help->isVisible()) {
    showHelp(false);
  } else if (m_customer != nullptr && m_customer->running()) {
    m_customer->stop();
  } else if (page() != nullptr) {
    if (!page()->back()) showCheckout();
  } else if (m_signed_in) {
    m_checkout->back();
  } else {
    m_login->open({});
  }
}

void MainWindow::showHelp(bool shown) {
  m_help->setGeometry(rect());
  m_help->setVisible(shown);
  m_help->raise();
}

void MainWindow::addPage(MorePanel::Choice place, Page* page) {
  m_pages->addWidget(page);
  m_places.emplace(place, page);
  connect(page, &Page::backAsked, this, &MainWindow::showCheckout);
}

void MainWindow::setReports(models::ReportModel& reports) {
  auto* screen = new ManagerScreen(m_look, reports);
  addPage(MorePanel::Choice::Manager, screen);
  m_reports = &reports;
  connect(screen, &ManagerScreen::memberAsked, this, &MainWindow::openMember);
  connect(screen, &ManagerScreen::receiptAsked, this, [this](const std::string& receipt_no) {
    showCheckout();
    m_till.submit(till::ShowReceipt{receipt_no});
  });
  connect(screen, &ManagerScreen::workAsked, this, [this](const till::TaskRequest& request) {
    m_till.submit(till::ActOnTasks{request, {}});
  });
  connect(screen, &ManagerScreen::printAsked, this,
          [this] { m_counter.printLines(m_reports->slip(m_counter.desk().columns())); });
  connect(screen, &ManagerScreen::inviteAsked, this, [this](std::vector<member::MemberNo> members, std::string source) {
    auto* club = static_cast<ClubScreen*>(m_places.at(MorePanel::Choice::Club));
    club->invite(std::move(members), std::move(source));
    showPage(MorePanel::Choice::Club);
  });
  connect(screen, &ManagerScreen::tasksAsked, this, [this] { showPage(MorePanel::Choice::Tasks); });
}

void MainWindow::setCustomer(models::CustomerEntry& entry) {
  const auto follow = [this, &entry] { entry.setAllowed(m_counter.view().customer_types); };
  connect(&m_counter, &models::CounterModel::changed, this, follow);
  follow();
  m_customer = &entry;
  static_cast<MemberDeskScreen*>(m_places.at(MorePanel::Choice::Members))->setCustomer(entry);
  for (auto* key : findChildren<CustomerPin*>()) {
    key->setEntry(entry);
    connect(key, &CustomerPin::said, this, [this](const models::NoticeVm& words) { notice().show(words); });
  }
}

void MainWindow::openMember(std::int64_t member) {
  showCheckout();
  m_till.submit(till::FindMember{std::to_string(member)});
}

void MainWindow::showManager() {
  if (m_places.contains(MorePanel::Choice::Manager) && models::ReportModel::mayRead(m_till.now()))
    return showPage(MorePanel::Choice::Manager);
  notice().show(models::Messages::managersOnly());
}

Page* MainWindow::page() const { return qobject_cast<Page*>(m_pages->currentWidget()); }

void MainWindow::showPage(MorePanel::Choice place) {
  Page* wanted = m_places.at(place);
  if (wanted == page()) return;
  showCheckout();
  m_pages->setCurrentWidget(wanted);
  wanted->open();
  wanted->show(m_till.now());
}

void MainWindow::showCheckout() {
  if (page() == nullptr) return;
  page()->leave();
  m_pages->setCurrentWidget(m_checkout);
  m_checkout->entry()->setFocus();
}

CodeEdit* MainWindow::entry() const { return m_signed_in ? m_checkout->entry() : m_login->entry(); }

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress && watched->isWidgetType()) {
    auto* widget = static_cast<QWidget*>(watched);
    if (widget->window() == this && routeKey(*widget, *static_cast<QKeyEvent*>(event))) return true;
  }
  return QMainWindow::eventFilter(watched, event);
}

// Keys reach the widget with the focus first; what it has no use for belongs to the entry line, a scanner's burst above
// all.
bool MainWindow::routeKey(QWidget& at, QKeyEvent& event) {
  QWidget* focus = focusWidget();
  if (&at != (focus != nullptr ? focus : this) || isBareModifier(event.key())) return false;
  const bool help = m_help->isVisible();
  if (help) showHelp(false);
  const bool button = qobject_cast<QAbstractButton*>(focus) != nullptr;
  const bool text = typesText(event) && !(button && event.key() == Qt::Key_Space);
  if (help && !text) return true;
  if (qobject_cast<QLineEdit*>(focus) != nullptr && focus->isEnabled()) return false;
  if (page() != nullptr) return page()->takeKey(event.key());
  if (text && m_checkout->takeLetter(event.key())) return true;
  const bool list = qobject_cast<QListView*>(focus) != nullptr;
  if (!text && (button || list || event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab)) return false;
  if (text) m_checkout->closePanels();
  CodeEdit* line = entry();
  line->setFocus();
  QCoreApplication::sendEvent(line, &event);
  return true;
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  m_help->setGeometry(rect());
  m_training->setGeometry(rect());
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) setWindowTitle(tr("Kahui till"));
}

}  // namespace kahui::widgets
