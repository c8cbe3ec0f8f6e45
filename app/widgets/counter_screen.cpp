#include "app/widgets/counter_screen.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/widgets/card.hpp"

namespace kahui::widgets {
namespace {

constexpr int kLongestWay = 120;

QVBoxLayout* inside(Card* card) {
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(16, 12, 16, 14);
  layout->setSpacing(kGap_px);
  return layout;
}

}  // namespace

CounterScreen::CounterScreen(Look look, models::CounterModel& counter, QWidget* parent)
    : Page(parent),
      m_look(look),
      m_counter(counter),
      m_head(makeHead(look, QStringLiteral("counterBack"))),
      m_notice(new NoticeBar(look, QStringLiteral("counter"))) {
  auto* columns = new QHBoxLayout;
  columns->setSpacing(kMargin_px);
  columns->addWidget(makePrinter(), 1);
  columns->addWidget(makeOthers(), 1);
  arrange(m_head, nullptr, columns, m_notice);
  connect(&m_counter, &models::CounterModel::changed, this, &CounterScreen::fill);
  retranslate();
}

QWidget* CounterScreen::makePrinter() {
  auto* card = new Card(m_look);
  auto* layout = inside(card);
  m_printer_title = new TextLabel(m_look, 18, TextLabel::Weight::Bold, &Tokens::text);
  m_printer_state = new TextLabel(m_look, 15, TextLabel::Weight::Normal, &Tokens::secondary);
  m_printer_state->setObjectName(QStringLiteral("counterPrinterTextLabel"));
  m_printer_ask = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary);
  m_printer_ask->setWordWrap(true);
  m_printer = new CodeEdit(m_look, QStringLiteral("counterPrinter"), CodeEdit::Ime::Refused);
  m_printer->setMaxLength(kLongestWay);
  m_printer->setMinimumHeight(kTouch_px);
  m_waiting = new TextLabel(m_look, 15, TextLabel::Weight::Normal, &Tokens::text);
  m_waiting->setObjectName(QStringLiteral("counterWaitingTextLabel"));
  m_paper = lettered(m_look, ActionButton::Kind::Plain, "counterPaper", "W");
  m_test = lettered(m_look, ActionButton::Kind::Plain, "counterTest", "T");
  m_release = lettered(m_look, ActionButton::Kind::Plain, "counterRelease", "L");
  m_retry = lettered(m_look, ActionButton::Kind::Plain, "counterRetry", "N");
  m_throw = lettered(m_look, ActionButton::Kind::Plain, "counterThrow", "X");
  for (QWidget* part : std::initializer_list<QWidget*>{m_printer_title, m_printer_state, m_printer, m_printer_ask,
                                                       m_paper, m_test, m_release})
    layout->addWidget(part);
  layout->addStretch(1);
  layout->addWidget(m_waiting);
  auto* queue = new QHBoxLayout;
  queue->setSpacing(kGap_px);
  queue->addWidget(m_retry, 1);
  queue->addWidget(m_throw, 1);
  layout->addLayout(queue);
  connect(m_printer, &CodeEdit::entered, this, [this] { savePrinter(m_counter.view().wide_paper); });
  connect(m_paper, &QAbstractButton::clicked, this, [this] { savePrinter(!m_counter.view().wide_paper); });
  connect(m_test, &QAbstractButton::clicked, this,
          [this] { say(m_counter.desk().testPrinter(), tr("A test slip is on its way.")); });
  connect(m_release, &QAbstractButton::clicked, this,
          [this] { m_counter.desk().releasePrinter(!m_counter.view().printer_released); });
  connect(m_retry, &QAbstractButton::clicked, this, [this] { m_counter.desk().tryNow(); });
  connect(m_throw, &QAbstractButton::clicked, this, [this] {
    m_counter.desk().throwAway();
    say(models::CounterAnswer::Done, tr("Thrown away. Any receipt can be printed again."));
  });
  return card;
}

QWidget* CounterScreen::makeOthers() {
  auto* card = new Card(m_look);
  auto* layout = inside(card);
  const auto title = [this] { return new TextLabel(m_look, 18, TextLabel::Weight::Bold, &Tokens::text); };
  const auto words = [this] {
    auto* label = new TextLabel(m_look, 15, TextLabel::Weight::Normal, &Tokens::secondary);
    label->setWordWrap(true);
    return label;
  };
  m_drawer_title = title();
  m_drawer_state = words();
  m_drawer = lettered(m_look, ActionButton::Kind::Plain, "counterDrawer", "D");
  m_display_title = title();
  m_display_state = words();
  m_display = new CodeEdit(m_look, QStringLiteral("counterDisplay"), CodeEdit::Ime::Refused);
  m_display->setMaxLength(kLongestWay);
  m_display->setMinimumHeight(kTouch_px);
  m_display_test = lettered(m_look, ActionButton::Kind::Plain, "counterDisplayTest", "E");
  m_window_title = title();
  m_window_state = words();
  m_window = lettered(m_look, ActionButton::Kind::Plain, "counterWindow", "C");
  m_types = lettered(m_look, ActionButton::Kind::Plain, "counterTypes", "Y");
  for (QWidget* part :
       std::initializer_list<QWidget*>{m_drawer_title, m_drawer_state, m_drawer, m_display_title, m_display_state,
                                       m_display, m_display_test, m_window_title, m_window_state, m_window, m_types}) {
    if (part == m_display_title || part == m_window_title) layout->addSpacing(12);
    layout->addWidget(part);
  }
  layout->addStretch(1);
  connect(m_drawer, &QAbstractButton::clicked, this, [this] {
    const models::CounterView& view = m_counter.view();
    // None, pin 2, pin 5, none …
    const bool there = !view.drawer || view.drawer_pin == 2;
    say(m_counter.desk().setDrawer(there, view.drawer ? 5 : 2), tr("Saved."));
  });
  connect(m_display, &CodeEdit::entered, this, [this](const QString& text) {
    say(m_counter.desk().setDisplay(text.trimmed().toStdString()), tr("Saved."));
  });
  connect(m_display_test, &QAbstractButton::clicked, this,
          [this] { say(m_counter.desk().testDisplay(), tr("It shows 123456.78 under the lamp of the total.")); });
  connect(m_window, &QAbstractButton::clicked, this,
          [this] { say(m_counter.desk().setCustomerWindow(!m_counter.view().customer_window), tr("Saved.")); });
  connect(m_types, &QAbstractButton::clicked, this,
          [this] { say(m_counter.desk().setCustomerTypes(!m_counter.view().customer_types), tr("Saved.")); });
  return card;
}

void CounterScreen::open() {
  m_printer->setText(models::text(m_counter.view().printer));
  m_display->setText(models::text(m_counter.view().display));
  fill();
  m_test->setFocus();
}

void CounterScreen::savePrinter(bool wide) {
  const std::string way = m_printer->text().trimmed().toStdString();
  say(m_counter.desk().setPrinter(way, wide), way.empty() ? tr("Saved: receipts stay on the screen.") : tr("Saved."));
}

void CounterScreen::say(models::CounterAnswer answer, const QString& done) {
  m_notice->show(models::CounterModel::answer(answer, done));
}

bool CounterScreen::takeKey(int key) {
  const std::pair<int, ActionButton*> keys[] = {
      {Qt::Key_W, m_paper},  {Qt::Key_T, m_test},         {Qt::Key_L, m_release},
      {Qt::Key_N, m_retry},  {Qt::Key_X, m_throw},        {Qt::Key_D, m_drawer},
      {Qt::Key_C, m_window}, {Qt::Key_E, m_display_test}, {Qt::Key_Y, m_types}};
  for (const auto& [letter, button] : keys) {
    if (letter != key || button->isHidden()) continue;
    button->click();
    return true;
  }
  return false;
}

void CounterScreen::fill() {
  const models::CounterView& view = m_counter.view();
  const bool there = !view.printer.empty();
  m_printer_state->setText(models::CounterModel::state(view));
  m_paper->setText(view.wide_paper ? tr("Paper 80 mm") : tr("Paper 58 mm"));
  m_paper->setAccessibleName(tr("Width of the paper: %1").arg(m_paper->text()));
  m_release->setText(view.printer_released ? tr("Claim it again") : tr("Release it"));
  m_release->setAccessibleName(m_release->text());
  m_release->setEnabled(there);
  m_test->setEnabled(there && !view.printer_released);
  m_waiting->setText(view.waiting == 0
                         ? tr("No sheet waits.")
                         : tr("%n sheet(s) wait for the printer.", nullptr, static_cast<int>(view.waiting)));
  m_retry->setEnabled(view.waiting > 0);
  m_throw->setEnabled(view.waiting > 0);
  m_drawer_state->setText(
      !there         ? tr("It stands behind the printer: set that up first.")
      : !view.drawer ? tr("None. It opens with its key.")
                     : tr("Behind the printer, pin %1. It opens when cash is taken or given.").arg(view.drawer_pin));
  m_drawer->setText(!view.drawer ? tr("No drawer") : tr("Drawer at pin %1").arg(view.drawer_pin));
  m_drawer->setAccessibleName(m_drawer->text());
  m_display_state->setText(view.display.empty()  ? tr("No line display.")
                           : view.display_failed ? tr("It does not answer. Check its cable.")
                                                 : tr("Price, total and change for the customer."));
  m_display_test->setEnabled(!view.display.empty());
  m_window_state->setText(tr("Goods, total and points on a second screen."));
  m_window->setText(view.customer_window ? tr("Shown") : tr("Not shown"));
  m_window->setAccessibleName(tr("Customer's window: %1").arg(m_window->text()));
  m_types->setVisible(view.customer_window);
  m_types->setText(view.customer_types ? tr("Customers may type on it") : tr("Customers do not type on it"));
  m_types->setAccessibleName(m_types->text());
}

void CounterScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void CounterScreen::retranslate() {
  m_head->setTitle(tr("Printer, drawer, displays"));
  m_printer_title->setText(tr("Receipt printer"));
  m_printer_ask->setText(tr("tcp:HOST, usb:/dev/usb/lp0, serial:/dev/ttyS0,9600 or cups:NAME; Enter saves."));
  m_printer->setPlaceholderText(QStringLiteral("tcp:192.168.1.9"));
  m_printer->setAccessibleName(tr("Way to the printer"));
  m_test->setText(tr("Test slip"));
  m_test->setAccessibleName(tr("Print a test slip"));
  m_retry->setText(tr("Print now"));
  m_retry->setAccessibleName(tr("Print what waits now"));
  m_throw->setText(tr("Throw away"));
  m_throw->setAccessibleName(tr("Throw away what waits for the printer"));
  m_drawer_title->setText(tr("Cash drawer"));
  m_display_title->setText(tr("Line display"));
  m_display->setPlaceholderText(QStringLiteral("serial:/dev/ttyS1,2400"));
  m_display->setAccessibleName(tr("Way to the line display"));
  m_display_test->setText(tr("Test figure"));
  m_display_test->setAccessibleName(tr("Show a test figure on the line display"));
  m_window_title->setText(tr("Customer's window"));
  m_notice->setHint(tr("Settings of this till. Esc goes back."));
  fill();
}

}  // namespace kahui::widgets
