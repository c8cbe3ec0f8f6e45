// The manager's view as a manager uses it, on a shop with a history.
#include <QDir>
#include <QGraphicsScene>
#include <QGraphicsTextItem>
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

TEST_CASE("manager: charts are Qt's, and none of their labels is cut") {
  Bench bench;
  open(bench);
  for (const char* name : {"managerHoursReportChart", "managerTiersReportChart"}) {
    auto& chart = bench.find<widgets::ReportChart>(name);
    INFO(name);
    CHECK(chart.chart().series().size() == 1);
    int labels = 0;
    for (const auto* item : chart.chart().scene()->items()) {
      const auto* label = qgraphicsitem_cast<const QGraphicsTextItem*>(item);
      if (label == nullptr || !label->isVisible() || label->toPlainText().isEmpty()) continue;
      ++labels;
      CHECK_FALSE(label->toPlainText().endsWith(QStringLiteral("...")));
    }
    CHECK(labels >= static_cast<int>(chart.shown().bars.size()));
  }
}

TEST_CASE("manager: the day shows the last five acts about members, newest first (S000-82)") {
  Bench bench;
  open(bench);
  const QStringList lines = bench.find<widgets::LatestCard>("managerLatestCard").lines();
  REQUIRE(lines.size() == 5);
  const auto shown = bench.reports.latest();
  REQUIRE(shown.size() == 5);
  for (std::size_t i = 1; i < shown.size(); ++i) CHECK(shown[i - 1].when >= shown[i].when);
}

TEST_CASE("manager: a campaign is looked at, the next one, and a new one is entered by keys") {
  Bench bench;
  auto& screen = open(bench);
  bench.key(Qt::Key_8);
  CHECK(bench.label("managerSubtitleTextLabel").contains(QStringLiteral("2026-02-23")));
  CHECK(bench.reports.table().rowCount() == 3);
  bench.key(Qt::Key_S);
  CHECK(bench.label("managerSubtitleTextLabel").contains(QStringLiteral("2026-06-01")));
  std::vector<till::TaskRequest> asked;
  QObject::connect(&screen, &widgets::ManagerScreen::workAsked, &screen,
                   [&](const till::TaskRequest& request) { asked.push_back(request); });
  bench.key(Qt::Key_D);
  CHECK(asked.empty());
  CHECK(bench.find<widgets::ActionButton>("managerDropActionButton").text() == QStringLiteral("Delete 1?"));
  bench.key(Qt::Key_D);
  REQUIRE(asked.size() == 1);
  CHECK(asked.back().act == till::TaskAct::DropCampaigns);
  CHECK(asked.back().drop == std::vector<std::string>{"SUMMER"});
  bench.key(Qt::Key_N);
  for (const char* typed : {"AUTUMN", "Autumn", "20260901", "20260930", "fall-a, fall-b", "", "12.50", "", ""}) {
    bench.type(typed);
    bench.key(Qt::Key_Return);
  }
  bench.type("x");
  bench.key(Qt::Key_Return);
  CHECK(asked.size() == 1);  // the last amount cannot be read
  bench.find<widgets::CodeEdit>("campaignField9CodeEdit").setText(QStringLiteral("7"));
  bench.key(Qt::Key_Return);
  REQUIRE(asked.size() == 2);
  const auto& set = *asked.back().set_campaign;
  CHECK(set.code == "AUTUMN");
  CHECK(set.batches == std::vector<std::string>{"fall-a", "fall-b"});
  CHECK(set.to.iso() == "2026-09-30");
  CHECK(set.costs.cards == base::Money(1250));
  CHECK(set.costs.sum() == base::Money(1950));
}

TEST_CASE("manager: lists are narrowed to two bills, and a call is noted") {
  Bench bench;
  auto& screen = open(bench);
  bench.key(Qt::Key_4);
  for (int i = 0; i < 12; ++i) bench.key(Qt::Key_PageDown);  // all members
  const int all = bench.reports.table().rowCount();
  bench.key(Qt::Key_B);
  CHECK(bench.reports.table().rowCount() < all);
  CHECK(bench.reports.table().rowCount() > 0);
  bench.key(Qt::Key_B);
  CHECK(bench.reports.table().rowCount() == all);
  std::vector<till::TaskRequest> asked;
  QObject::connect(&screen, &widgets::ManagerScreen::workAsked, &screen,
                   [&](const till::TaskRequest& request) { asked.push_back(request); });
  bench.key(Qt::Key_Down);
  bench.key(Qt::Key_Y);
  REQUIRE(asked.size() == 1);
  CHECK(asked.back().act == till::TaskAct::CheckPhone);
  CHECK(asked.back().phone_state == "CONFIRMED");
}

TEST_CASE("manager: the rules and the check list, each printed whole") {
  Bench bench;
  open(bench);
  bench.key(Qt::Key_9);
  const auto rules = bench.reports.slip(32);
  CHECK(rules.size() > 20);
  for (int i = 0; i < 12; ++i) bench.key(Qt::Key_PageDown);
  const auto list = bench.reports.slip(32);
  CHECK(list != rules);
  CHECK(list.size() > 20);
}

TEST_CASE("manager: an axis ends on round figures") {
  CHECK(widgets::niceStep(1) == 1);
  CHECK(widgets::niceStep(3) == 5);
  CHECK(widgets::niceStep(21) == 25);
  CHECK(widgets::niceStep(26) == 50);
  CHECK(widgets::niceStep(801) == 1000);
}
