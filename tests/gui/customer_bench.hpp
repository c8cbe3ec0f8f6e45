// The till and the customer's window side by side: keys go to the one, touches to the other.
#pragma once

#include <QLabel>

#include "app/widgets/customer_window.hpp"
#include "tests/gui/bench.hpp"

namespace kahui::test {

// All words on the customer's window that a person or a screen reader meets.
inline QString customerWords(const QWidget& window) {
  QString words;
  for (const QWidget* part : window.findChildren<QWidget*>()) {
    if (const auto* label = qobject_cast<const QLabel*>(part)) words += label->text() + QLatin1Char('\n');
    if (const auto* button = qobject_cast<const QAbstractButton*>(part)) words += button->text() + QLatin1Char('\n');
    words += part->accessibleName() + QLatin1Char('\n');
  }
  return words;
}

class CustomerBench : public Bench {
 public:
  explicit CustomerBench(models::Language first = models::Language::English, QSize size = {1280, 800}) : Bench(first) {
    counter.edit([this] { counter.now.customer_window = counter.now.customer_types = true; });
    makeWindow(size);
    signIn();
  }
  void makeWindow(QSize size) {
    display = std::make_unique<widgets::CustomerWindow>(widgets::Look{theme, language}, model, QString(), &customer);
    display->resize(size);
    display->show();
    window.activateWindow();
    settle();
  }
  // F10 M J: the form of joining, and its key.
  void openJoin() {
    key(Qt::Key_F10);
    key(Qt::Key_M);
    click("memberDeskTask0ActionButton");
  }
  void letType() {
    openJoin();
    key(Qt::Key_F2, Qt::ShiftModifier);
  }
  QAbstractButton& button(const QString& name) {
    auto* found = display->findChild<QAbstractButton*>(name + QStringLiteral("ActionButton"));
    if (found == nullptr) throw std::runtime_error("the customer's window has no " + name.toStdString());
    return *found;
  }
  void touch(const char* name) { touch(QString::fromLatin1(name)); }
  void touch(const QString& name) {
    QAbstractButton& one = button(name);
    if (!one.isVisible() || !one.isEnabled()) throw std::runtime_error("cannot touch " + name.toStdString());
    // As the platform delivers it: to the window, at a place.
    QTest::mouseClick(display->windowHandle(), Qt::LeftButton, {}, one.mapTo(display.get(), one.rect().center()));
    settle();
  }
  void digits(const char* text) {
    for (const char* at = text; *at != 0; ++at) touch(QStringLiteral("customerDigit%1").arg(QLatin1Char(*at)));
  }
  void letters(const char* text) {
    for (const char* at = text; *at != 0; ++at)
      touch(QStringLiteral("customerLetter%1").arg(QChar(QLatin1Char(*at)).toUpper()));
  }
  QString shown(const char* label) {
    return display->findChild<widgets::TextLabel*>(QString::fromLatin1(label))->text();
  }
  QString hint() { return shown("customerHintTextLabel"); }
  QString line() { return shown("customerLineTextLabel"); }
  QString told() { return notice("memberDeskNoticeBar"); }  // to the cashier
  // As far as the last look: 13900001111, 王晓, 1990-03-17, agrees, no messages.
  void typeAll() {
    digits("13900001111");
    touch("customerNext");
    letters("wang");
    touch("customerLetterCandidate0");
    letters("xiao");
    touch("customerLetterCandidate1");
    touch("customerNext");
    digits("19900317");
    touch("customerNext");
    touch("customerYes");
    touch("customerNo");
  }

  std::unique_ptr<widgets::CustomerWindow> display;
};

}  // namespace kahui::test
