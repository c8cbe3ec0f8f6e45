#include "tests/gui/bench.hpp"

#include <QApplication>
#include <algorithm>

#include "app/till/report_files.hpp"
#include "tests/gui/demo_store.hpp"

namespace kahui::test {

bool hasHan(const QString& words) {
  return std::any_of(words.begin(), words.end(), [](QChar sign) { return sign.script() == QChar::Script_Han; });
}

Bench::Bench(models::Language first, widgets::Scheme scheme, QSize size)
    : language(first),
      theme(scheme),
      clock(*base::LocalTime::parse("2026-03-05T14:32:00")),
      model(till),
      devices(desk, clock, language.formatter(), [](const auto& work) { work(); }),
      reports([this] { return kahui::reportsOf(report_store.empty() ? shopWithHistory() : report_store)(); },
              kahui::writeReport, std::make_shared<base::ManualClock>(*base::LocalTime::parse("2026-03-04T20:05:00")),
              language.formatter(), models::ReportModel::Threads::None),
      counter_model(model, counter),
      window({theme, language}, model, clock, &reader, devices, counter_model) {
  window.setReports(reports);
  window.setCustomer(customer);
  window.resize(size);
  window.show();
  window.activateWindow();
  settle();
}

void Bench::settle() {
  for (int round = 0; round < 5; ++round) {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
  }
}

void Bench::click(const char* name) {
  auto& button = find<QAbstractButton>(name);
  if (!button.isVisible() || !button.isEnabled()) throw std::runtime_error(std::string("cannot click ") + name);
  QTest::mouseClick(&button, Qt::LeftButton);
  settle();
}

void Bench::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
  QTest::keyClick(window.windowHandle(), key, modifiers);
  settle();
}

void Bench::type(const char* text) {
  for (const char* at = text; *at != 0; ++at) QTest::keyClick(window.windowHandle(), *at);
  settle();
}

void Bench::scan(const char* code) {
  type(code);
  key(Qt::Key_Return);
}

void Bench::signInManager() {
  till.role = till::Role::Manager;
  signIn();
}

void Bench::signIn() {
  scan("1001");
  scan("123456");
}

void Bench::change(const std::function<void(till::Snapshot&)>& edit) {
  till.edit(edit);
  settle();
}

QString Bench::notice(const char* bar) {
  const auto& shown = find<widgets::NoticeBar>(bar).shown();
  return shown ? shown->what : QString();
}

QString Bench::notice() {
  const bool signed_in = now().phase != till::Phase::SignedOut;
  const auto& shown =
      (signed_in ? find<widgets::NoticeBar>("saleNoticeBar") : find<widgets::NoticeBar>("loginNoticeBar")).shown();
  return shown ? shown->what + QLatin1Char('|') + shown->next : QString();
}

}  // namespace kahui::test
