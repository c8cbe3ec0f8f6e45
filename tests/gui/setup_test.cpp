// The first run: the window on real files, filled in by keys, to a store that opens. Pictures: KAHUI_PICTURES=DIR.
#include <QAbstractButton>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "app/local/new_store.hpp"
#include "app/till/open_till.hpp"
#include "app/till/setup.hpp"
#include "app/widgets/setup_window.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;

namespace {

struct FirstRun {
  QTemporaryDir ground;
  std::string folder = ground.filePath(QStringLiteral("store")).toStdString();
  models::UiLanguage language{models::Language::Chinese};
  widgets::Theme theme{widgets::Scheme::Light};
  SetupFiles files{folder};
  models::SetupModel model{files, language.formatter(), models::SetupModel::Threads::None};
  widgets::SetupWindow window{{theme, language}, model};
  bool ended = false;

  FirstRun() {
    qputenv("KAHUI_KEY_DIR", ground.filePath(QStringLiteral("keys")).toUtf8());
    QObject::connect(&window, &widgets::SetupWindow::finished, [this] { ended = true; });
    window.resize(1024, 720);
    window.show();
  }
  void type(const QString& text) {
    auto* line = qobject_cast<QLineEdit*>(window.focusWidget());
    REQUIRE(line != nullptr);
    line->clear();
    line->insert(text);
  }
  void enter() { QTest::keyClick(window.focusWidget(), Qt::Key_Return); }
  void click(const char* name) {
    auto* button = window.findChild<QAbstractButton*>(QString::fromLatin1(name));
    REQUIRE(button != nullptr);
    QTest::mouseClick(button, Qt::LeftButton);
  }
  [[nodiscard]] const models::NoticeVm& said() {
    const auto& shown = window.findChild<widgets::NoticeBar*>()->shown();
    REQUIRE(shown.has_value());
    return *shown;
  }
  // As the program opens it.
  [[nodiscard]] base::Result<OpenTill> opened() const {
    Options options;
    options.store = folder;
    options.devices = {"sim:" + ground.filePath(QStringLiteral("none")).toStdString()};
    std::ofstream(ground.filePath(QStringLiteral("none")).toStdString());
    return openTill(options);
  }
  // Down to the manager's step.
  void nameStore() {
    type(QStringLiteral("城东茶庄"));
    enter();
  }
  void nameManager(const char* pin, const char* again) {
    window.findChild<QLineEdit*>(QStringLiteral("setupPersonCodeEdit"))->setText(QStringLiteral("王店长"));
    window.findChild<QLineEdit*>(QStringLiteral("setupPinCodeEdit"))->setText(QString::fromLatin1(pin));
    window.findChild<QLineEdit*>(QStringLiteral("setupPinAgainCodeEdit"))->setText(QString::fromLatin1(again));
    click("setupNextActionButton");
  }
  void writeGoods() {
    std::ofstream(ground.filePath(QStringLiteral("goods.csv")).toStdString())
        << "sku,name,category,price_fen,barcode\nA1,茶,01,1500,\nA2,,01,900,\nA3,杯,01,x,\nA4,壶,01,8800,"
           "6900000000001\n";
  }
  // Words, then the layout that they ask for.
  static void settle() {
    for (int round = 0; round < 3; ++round) QCoreApplication::processEvents();
  }
  void picture(const char* name) {
    const QString folder_of_pictures = qEnvironmentVariable("KAHUI_PICTURES");
    if (folder_of_pictures.isEmpty()) return;
    settle();
    window.grab().save(
        QDir(folder_of_pictures)
            .filePath(
                QStringLiteral("setup-%1-%2.png").arg(QString::fromLatin1(name), models::nameOf(language.language()))));
  }
  void checkFits() {
    settle();
    for (auto* widget : window.findChildren<QWidget*>()) {
      if (!widget->isVisible()) continue;
      INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
      if (const auto* button = qobject_cast<QAbstractButton*>(widget)) {
        CHECK(button->height() >= widgets::kTouch_px);
        CHECK_FALSE(button->accessibleName().isEmpty());
        CHECK(window.rect().contains(QRect(button->mapTo(&window, QPoint(0, 0)), button->size())));
      }
      if (widget->metaObject()->indexOfMethod("textFits()") < 0) continue;
      bool fits = false;
      REQUIRE(QMetaObject::invokeMethod(widget, "textFits", Q_RETURN_ARG(bool, fits)));
      CHECK(fits);
    }
  }
};

}  // namespace

TEST_CASE("a first run makes a store, takes goods in and names the rows that are bad") {
  FirstRun run;
  CHECK(needsSetup(run.opened()));
  run.nameStore();
  CHECK(run.model.step() == models::SetupStep::Manager);
  CHECK_FALSE(run.files.hasStore());  // nothing is there before the manager is
  run.nameManager("2468", "2468");
  REQUIRE(run.model.step() == models::SetupStep::Headquarters);
  CHECK_FALSE(needsSetup(run.opened()));
  run.click("setupSkipActionButton");
  REQUIRE(run.model.step() == models::SetupStep::Data);
  run.writeGoods();
  run.type(run.ground.filePath(QStringLiteral("goods.csv")));
  run.click("setupCheckActionButton");
  CHECK_FALSE(run.model.rowsTaken());
  run.click("setupGoodsActionButton");
  REQUIRE(run.model.rows().has_value());
  CHECK(run.model.rowsTaken());
  CHECK(run.model.rows()->good == 1);
  CHECK(run.said().what == QStringLiteral("4 行中有 1 行已导入。"));
  const auto& notes = run.window.findChild<widgets::NoteList*>()->notes();
  REQUIRE(notes.size() == 3);
  CHECK(notes[0].title == QStringLiteral("第 3 行"));
  CHECK(notes[0].detail == QStringLiteral("名称（name）：为空"));
  run.click("setupNextActionButton");
  CHECK(run.ended);
  const auto till = run.opened();
  INFO((till ? std::string() : till.error().detail));
  CHECK(till.has_value());
}

TEST_CASE("a first run says what is not right, and makes nothing of it") {
  FirstRun run;
  run.type(QString());
  run.click("setupNextActionButton");
  CHECK(run.said().what == QStringLiteral("还没有填写店名。"));
  CHECK(run.model.step() == models::SetupStep::Store);
  run.nameStore();
  run.nameManager("2468", "2469");
  CHECK(run.said().what == QStringLiteral("两次输入的密码不一致。"));
  run.nameManager("12", "12");
  CHECK(run.model.step() == models::SetupStep::Manager);
  CHECK_FALSE(run.files.hasStore());
  run.click("setupSkipActionButton");  // back
  CHECK(run.model.step() == models::SetupStep::Store);
}

TEST_CASE("a first run that was broken off goes on with the manager, and headquarters that is not there is told") {
  FirstRun run;
  base::SystemRandom random;
  REQUIRE(local::makeStore(run.folder, {"0001", "店", "01"}, random).has_value());
  CHECK(needsSetup(run.opened()));
  models::SetupModel again(run.files, run.language.formatter(), models::SetupModel::Threads::None);
  CHECK(again.step() == models::SetupStep::Manager);
  CHECK_FALSE(again.mayGoBack());
  CHECK_FALSE(again.manager({"9001", "王", "2468"}, "2468").has_value());
  REQUIRE(again.step() == models::SetupStep::Headquarters);
  models::NoticeVm said;
  QObject::connect(&again, &models::SetupModel::said, [&](const models::NoticeVm& notice) { said = notice; });
  CHECK(again.enrol("http://nowhere", "code").has_value());
  CHECK_FALSE(again.enrol("https://127.0.0.1:1", "not-a-code").has_value());
  CHECK(said.kind == till::NoticeKind::Error);
  CHECK_FALSE(said.next.isEmpty());
  CHECK(again.step() == models::SetupStep::Headquarters);
}

TEST_CASE("each step of a first run fits in both languages", "[pictures]") {
  for (const auto language : {models::Language::Chinese, models::Language::English}) {
    FirstRun run;
    run.language.set(language);
    run.picture("store");
    run.checkFits();
    run.nameStore();
    run.picture("manager");
    run.checkFits();
    run.nameManager("2468", "2468");
    run.picture("headquarters");
    run.checkFits();
    run.click("setupSkipActionButton");
    run.writeGoods();
    run.type(run.ground.filePath(QStringLiteral("goods.csv")));
    run.click("setupGoodsActionButton");
    run.picture("data");
    run.checkFits();
  }
}
