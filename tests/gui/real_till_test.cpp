// The window on the real thing: a demo store, the engine, the simulated reader. And the program itself, from outside.
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPlainTextEdit>
#include <QTest>

#include "app/till/engine_gateway.hpp"
#include "app/till/open_till.hpp"
#include "app/till/screens.hpp"
#include "app/widgets/main_window.hpp"
#include "app/widgets/paint_probe.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/gui/real_till.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using test::RealTill;
using till::Phase;

TEST_CASE("a member sale on a real store, by keys and a tapped card, is there after a restart") {
  const test::DemoStore store;
  QString receipt_no;
  {
    RealTill till(store.folder());
    till.signIn();
    QTest::keyClick(till.window.windowHandle(), Qt::Key_F3);
    for (const char letter : std::string("nn")) QTest::keyClick(till.window.windowHandle(), letter);
    REQUIRE(till.until(
        [](const auto& now) { return now.search && now.search->query == "nn" && !now.search->hits.empty(); }));
    QTest::keyClick(till.window.windowHandle(), Qt::Key_Return);
    REQUIRE(till.until([](const auto& now) { return now.lines.size() == 1; }));
    const base::Money guest = till.model.now().totals.due;

    const QString barcode = models::text(till.model.now().lines.at(0).barcode);
    till.type(QStringLiteral("2*") + barcode);
    REQUIRE(till.until([](const auto& now) { return now.totals.pieces == 3; }));

    const auto cards = till.open.demo_reader->cards();
    REQUIRE(cards.size() == 8);
    till.open.demo_reader->tap(cards.at(4));
    REQUIRE(till.until([](const auto& now) { return now.member.has_value(); }));
    CHECK(till.model.now().member->tier_rank == 4);
    CHECK(till.model.now().totals.due < base::Money(guest.value() * 3));
    CHECK(till.label("dueTextLabel") == till.language.formatter().money(till.model.now().totals.due));

    QTest::keyClick(till.window.windowHandle(), Qt::Key_F11);
    REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Tendering; }));
    till.type(QStringLiteral("1"));
    REQUIRE(till.until([](const auto& now) { return now.notice && now.notice->error; }));
    CHECK(till.model.now().notice->error->code == base::ErrorCode::ShortCash);
    till.window.findChild<widgets::CodeEdit*>(QStringLiteral("receivedCodeEdit"))->clear();
    till.type(QString());
    REQUIRE(till.until([](const auto& now) { return now.phase == Phase::Receipt; }));
    receipt_no = models::text(till.model.now().receipt->receipt_no);
    CHECK(till.window.findChild<QPlainTextEdit*>(QStringLiteral("receiptQPlainTextEdit"))
              ->toPlainText()
              .contains(receipt_no));
  }
  RealTill again(store.folder());
  again.signIn();
  QTest::keyClick(again.window.windowHandle(), Qt::Key_R, Qt::ControlModifier);
  REQUIRE(again.until([](const auto& now) { return now.receipt.has_value(); }));
  CHECK(models::text(again.model.now().receipt->receipt_no) == receipt_no);
  const test::Ran verified = test::run(
      "kahuictl", {QStringLiteral("verify"), QStringLiteral("--store"), QString::fromStdString(store.folder())});
  CHECK(verified.exit_code == 0);
}

TEST_CASE("the demo reader's cards each get their answer from the engine") {
  const test::DemoStore store;
  RealTill till(store.folder());
  till.signIn();
  const auto cards = till.open.demo_reader->cards();
  const auto fails = [&](std::size_t card, base::ErrorCode code) {
    till.open.demo_reader->tap(cards.at(card));
    CHECK(till.until(
        [&](const auto& now) { return now.notice && now.notice->error && now.notice->error->code == code; }));
    till.open.demo_reader->remove();
  };
  fails(5, base::ErrorCode::CardBlocked);
  fails(6, base::ErrorCode::UnknownCard);
  till.open.demo_reader->tap(cards.at(7));
  CHECK(till.until([](const auto& now) { return now.notice && now.notice->code == till::NoticeCode::CardRefused; }));
  till.open.demo_reader->unplug();
  CHECK(till.until([](const auto& now) { return now.readers.at(0).state == ports::ReaderState::Gone; }));
  till.open.demo_reader->replug();
  CHECK(till.until([](const auto& now) { return now.readers.at(0).state == ports::ReaderState::Ready; }));
}

TEST_CASE("a wrong PIN on the real store is refused and the right one taken") {
  const test::DemoStore store;
  RealTill till(store.folder());
  till.type(QStringLiteral("1001"));
  till.type(QStringLiteral("111111"));
  REQUIRE(till.until([](const auto& now) { return now.notice && now.notice->error; }));
  CHECK(till.model.now().notice->error->code == base::ErrorCode::WrongPin);
  till.type(QStringLiteral("123456"));
  CHECK(till.until([](const auto& now) { return now.phase == Phase::Selling; }));
}

TEST_CASE("kahui-till says on one line why it cannot start, and ends with 3") {
  const test::DemoStore store;
  const QString folder = QString::fromStdString(store.folder());
  const auto refused = [&](const QString& where, const char* words) {
    const test::Ran ran = test::run("kahui-till", {QStringLiteral("--store"), where});
    CHECK(ran.exit_code == 3);
    INFO(ran.err.toStdString());
    const QStringList lines =
        ran.err.split(QLatin1Char('\n'), Qt::SkipEmptyParts).filter(QStringLiteral("kahui-till:"));
    REQUIRE(lines.size() == 1);
    CHECK(lines.at(0).contains(QString::fromLatin1(words)));
    CHECK(lines.at(0).contains(QLatin1Char(';')));
  };
  refused(folder + QStringLiteral("-missing"), "store");
  {
    const RealTill first(store.folder());
    refused(folder, "another program");
  }
  const QString database = folder + QStringLiteral("/kahui.db");
  QFile file(database);
  REQUIRE(file.open(QIODevice::ReadWrite));
  file.write(QByteArray(4096, 'x'));
  file.close();
  refused(folder, "");
}

TEST_CASE("kahui-till draws each named screen and leaves no trace in the store") {
  const test::DemoStore store;
  const QDir folder(QString::fromStdString(store.folder()));
  const auto contents = [&] {
    QFile file(folder.filePath(QStringLiteral("kahui.db")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
  };
  const QByteArray before = contents();
  QByteArrayList seen;
  for (const std::string& name : screenNames()) {
    const QString picture = folder.filePath(QString::fromStdString(name) + QStringLiteral(".png"));
    const test::Ran ran =
        test::run("kahui-till", {QStringLiteral("--store"), folder.path(), QStringLiteral("--screenshot"), picture,
                                 QStringLiteral("--screen"), QString::fromStdString(name), QStringLiteral("--size"),
                                 QStringLiteral("1024x768"), QStringLiteral("--lang"), QStringLiteral("en")});
    INFO(name << ": " << ran.err.toStdString());
    REQUIRE(ran.exit_code == 0);
    const QImage image(picture);
    CHECK(image.size() == QSize(1024, 768));
    QFile file(picture);
    REQUIRE(file.open(QIODevice::ReadOnly));
    seen << file.readAll();
    CHECK(file.remove());
  }
  const QSet<QByteArray> different(seen.begin(), seen.end());
  CHECK(different.size() == seen.size());
  CHECK(contents() == before);
}

TEST_CASE("wrong use ends with 2 and one line") {
  for (const QStringList& arguments :
       {QStringList{},
        {QStringLiteral("--store"), QStringLiteral("x"), QStringLiteral("--size"), QStringLiteral("12")},
        {QStringLiteral("--store"), QStringLiteral("x"), QStringLiteral("--lang"), QStringLiteral("fr")}}) {
    const test::Ran ran = test::run("kahui-till", arguments);
    CHECK(ran.exit_code == 2);
    CHECK(ran.err.startsWith(QStringLiteral("kahui-till: ")));
  }
}

TEST_CASE("the probe logs how long an input takes until it is painted") {
  auto* probe = qobject_cast<widgets::PaintProbe*>(qApp);
  REQUIRE(probe != nullptr);
  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("probe.log"));
  REQUIRE(probe->start(path));
  widgets::Theme theme(widgets::Scheme::Light);
  models::UiLanguage language(models::Language::English);
  widgets::CodeEdit edit({theme, language}, QStringLiteral("probe"), widgets::CodeEdit::Ime::Refused);
  edit.show();
  REQUIRE(QTest::qWaitForWindowExposed(&edit));
  QTest::keyClick(edit.windowHandle(), '1');
  QTest::qWait(50);
  QTest::qSleep(60);  // the loop stands still
  QTest::qWait(20);
  probe->stop();
  QFile log(path);
  REQUIRE(log.open(QIODevice::ReadOnly));
  const QByteArrayList lines = log.readAll().split('\n');
  const auto count = [&](const char* start) {
    return std::count_if(lines.begin(), lines.end(), [&](const QByteArray& line) { return line.startsWith(start); });
  };
  CHECK(count("painted key ") == 1);
  CHECK(count("gap ") >= 1);
}
