// The manager's view as a manager uses it, on a shop with a history.
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

#include "tests/gui/bench.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using test::Bench;

namespace {

widgets::ManagerScreen& open(Bench& bench) {
  bench.signInManager();
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_A);
  return *bench.window.findChild<widgets::ManagerScreen*>();
}

QString spoken(Bench& bench, const char* name) { return bench.find<QWidget>(name).accessibleName(); }

}  // namespace

TEST_CASE("manager: More opens the day for a manager, and says whose it is to a cashier") {
  Bench cashier;
  cashier.signIn();
  cashier.key(Qt::Key_F10);
  cashier.key(Qt::Key_A);
  CHECK_FALSE(cashier.window.findChild<widgets::ManagerScreen*>()->isVisible());
  CHECK(cashier.notice().contains(QStringLiteral("managers")));

  Bench bench;
  CHECK(open(bench).isVisible());
  CHECK(bench.label("managerTitleTextLabel") == QStringLiteral("Today"));
  CHECK(bench.label("managerSubtitleTextLabel").startsWith(QStringLiteral("2026-03-04")));
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(open(bench).isHidden());
}

TEST_CASE("manager: the figures on the cards are those of kahuictl") {
  Bench bench;
  open(bench);
  const test::Ran ran = test::run(
      "kahuictl", {QStringLiteral("report"), QStringLiteral("day"), QStringLiteral("--store"),
                   QString::fromStdString(test::shopWithHistory()), QStringLiteral("--date"),
                   QStringLiteral("2026-03-04"), QStringLiteral("--format"), QStringLiteral("slip"),
                   QStringLiteral("--columns"), QStringLiteral("48"), QStringLiteral("--lang"), QStringLiteral("en")});
  REQUIRE(ran.exit_code == 0);
  const QString card = spoken(bench, "managerLarge0FigureCard");
  const QString net = card.section(QLatin1Char(' '), 2, 2).mid(1);
  CHECK(net.size() > 6);
  CHECK(ran.out.contains(QRegularExpression(QStringLiteral("Net sales +%1\\n").arg(QRegularExpression::escape(net)))));
  CHECK(bench.find<widgets::ReportChart>("managerHoursReportChart").shown().bars.size() >= 10);
  CHECK(bench.find<widgets::ReportChart>("managerTiersReportChart").shown().bars.size() >= 3);
}

TEST_CASE("manager: earlier and later, tables and back by Esc") {
  Bench bench;
  auto& screen = open(bench);
  const QString today = spoken(bench, "managerLarge0FigureCard");
  CHECK_FALSE(bench.find<QAbstractButton>("managerLaterActionButton").isEnabled());
  bench.key(Qt::Key_Minus);
  CHECK(bench.label("managerSubtitleTextLabel").startsWith(QStringLiteral("2026-03-03")));
  CHECK(bench.label("managerTitleTextLabel") == QStringLiteral("The day"));
  CHECK(spoken(bench, "managerLarge0FigureCard") != today);
  bench.key(Qt::Key_Plus);
  CHECK(spoken(bench, "managerLarge0FigureCard") == today);
  bench.key(Qt::Key_T);
  auto& table = bench.find<widgets::ReportTable>("managerReportTable");
  CHECK(table.isVisible());
  CHECK(table.model()->rowCount() > 5);
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(table.isVisible());
  CHECK(screen.isVisible());
}

TEST_CASE("manager: a row of a list opens the member at the till, nothing in clear") {
  Bench bench;
  auto& screen = open(bench);
  bench.key(Qt::Key_4);
  bench.key(Qt::Key_PageDown);  // birthdays within 30 days
  auto& table = bench.find<widgets::ReportTable>("managerReportTable");
  REQUIRE(table.model()->rowCount() > 0);
  for (int row = 0; row < table.model()->rowCount(); ++row) {
    CHECK(table.model()->index(row, 1).data().toString().contains(QLatin1Char('*')));
    CHECK(table.model()->index(row, 2).data().toString().contains(QStringLiteral("****")));
  }
  std::int64_t asked = 0;
  QObject::connect(&screen, &widgets::ManagerScreen::memberAsked, &screen,
                   [&](std::int64_t member) { asked = member; });
  bench.key(Qt::Key_Return);
  CHECK(asked == bench.reports.table().memberAt(0));
  CHECK(asked != 0);
  CHECK_FALSE(screen.isVisible());
}

TEST_CASE("manager: a report is written as PDF, Excel and CSV, a list without those who did not agree") {
  Bench bench;
  open(bench);
  const QTemporaryDir folder;
  models::NoticeVm told;
  QObject::connect(&bench.reports, &models::ReportModel::exported, &bench.window,
                   [&](const models::NoticeVm& notice) { told = notice; });
  for (const auto file : {models::ReportFile::Pdf, models::ReportFile::Xlsx, models::ReportFile::Csv}) {
    bench.reports.exportTo(file, folder.path());
    CHECK(told.kind == till::NoticeKind::Good);
  }
  CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 3);
  bench.reports.exportTo(models::ReportFile::Pdf, QStringLiteral("/nowhere"));
  CHECK(told.kind == till::NoticeKind::Error);
  CHECK_FALSE(told.next.isEmpty());
}

TEST_CASE("manager: a store that cannot be read is said, with what to do") {
  Bench bench;
  bench.report_store = "/nowhere";
  auto& screen = open(bench);
  const auto& shown = screen.notice().shown();
  REQUIRE(shown);
  CHECK(shown->kind == till::NoticeKind::Error);
  CHECK_FALSE(shown->next.isEmpty());
}

TEST_CASE("manager: an axis ends on round figures") {
  CHECK(widgets::niceStep(1) == 1);
  CHECK(widgets::niceStep(3) == 5);
  CHECK(widgets::niceStep(21) == 25);
  CHECK(widgets::niceStep(26) == 50);
  CHECK(widgets::niceStep(801) == 1000);
}
