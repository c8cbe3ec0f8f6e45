// Tenders, payments by code and the counter in the window.
#include <QImage>
#include <QPainter>
#include <fstream>

#include "app/till/counter.hpp"
#include "app/widgets/customer_window.hpp"
#include "app/widgets/two_line_list.hpp"
#include "tests/gui/bench.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/gui/real_till.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/virtual_printer.hpp"

using namespace kahui;
using test::Bench;
using till::Phase;

namespace {

// The paper as a person sees it.
QImage paperOf(const test::VirtualPrinter& printed, printer::Paper paper) {
  QImage image(printer::dotsOf(paper), printed.height + 40, QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setFont(widgets::typeface(22));
  using Kind = test::VirtualPrinter::Item::Kind;
  for (const auto& item : printed.items) {
    const bool wide = item.text.size() >= 3;
    if (item.kind == Kind::Text)
      painter.drawText(QRect(item.x, item.y, wide ? 24 : 12, 28), Qt::AlignCenter, models::text(item.text));
    if (item.kind == Kind::Code) painter.drawRect(image.width() / 2 - 80, item.y + 10, 160, 160);
    if (item.kind == Kind::Cut) painter.drawLine(0, item.y + 6, image.width(), item.y + 6);
    for (int y = 0; y < item.picture.height; ++y)
      for (int x = 0; x < item.picture.width; ++x)
        if (item.picture.at(x, y)) painter.drawPoint(item.x + x, item.y + y);
  }
  return image;
}

}  // namespace

TEST_CASE("tender: a part by bank card, the rest in cash, by keyboard alone") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.key(Qt::Key_F12, Qt::ShiftModifier);
  bench.type("20\r");
  CHECK(bench.label("tenderDueTextLabel") == QStringLiteral("¥20.00"));
  bench.key(Qt::Key_F12);
  bench.type("12\r");
  CHECK(bench.notice().contains(QStringLiteral("4 to 12")));
  bench.edit("receivedCodeEdit").clear();
  bench.type("004211\r");
  REQUIRE(bench.now().tender);
  CHECK(bench.now().tender->rest == base::Money(3990));
  CHECK(bench.label("tenderTakenTextLabel").contains(QStringLiteral("004211")));
  CHECK(bench.label("tenderDueTextLabel") == QStringLiteral("¥39.90"));
  bench.type("50\r");
  CHECK(bench.now().phase == Phase::Receipt);
}

TEST_CASE("tender: a scanned payment code pays, other scans are refused aloud") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.key(Qt::Key_Plus);
  REQUIRE(bench.now().phase == Phase::Tendering);
  bench.scan("6900000002025");
  CHECK(bench.notice().contains(QStringLiteral("An item was scanned")));
  bench.scan("134567890123456781");
  REQUIRE(bench.now().tender->payment);
  CHECK(bench.label("paymentTitleTextLabel").contains(QStringLiteral("WeChat")));
  CHECK(bench.label("paymentTextLabel").contains(QStringLiteral("13…6781")));
  CHECK_FALSE(bench.edit("receivedCodeEdit").isVisible());
  CHECK(bench.edit("receivedCodeEdit").text().isEmpty());
}

TEST_CASE("tender: while a code pays the panel names it and asks its amount to the fen") {
  Bench bench;
  bench.signIn();
  bench.scan("2100123007851");
  bench.key(Qt::Key_Plus);
  CHECK(bench.label("tenderDueTextLabel") == QStringLiteral("¥7.80"));
  bench.scan("134567890123456781");
  REQUIRE(bench.now().tender->payment);
  CHECK(bench.label("tenderTitleTextLabel") == QStringLiteral("WeChat Pay"));
  CHECK(bench.label("tenderDueTextLabel") == QStringLiteral("¥7.85"));
}

TEST_CASE("counter: a cash sale prints and opens the drawer, a reprint is a copy and opens nothing") {
  Bench bench;
  bench.counter.edit([&] { bench.counter.now.printer = "tcp:10.0.0.9"; });
  bench.signIn();
  bench.scan("6900000002025");
  REQUIRE_FALSE(bench.counter.shown.empty());
  CHECK(bench.counter.shown.back() == std::pair(ports::DisplayWhat::Price, base::Money(5990)));
  bench.key(Qt::Key_F11);
  CHECK(bench.counter.shown.back() == std::pair(ports::DisplayWhat::Total, base::Money(5990)));
  CHECK(bench.counter.kicks == 0);
  bench.type("100\r");
  REQUIRE(bench.now().phase == Phase::Receipt);
  CHECK(bench.counter.shown.back() == std::pair(ports::DisplayWhat::Change, base::Money(4010)));
  CHECK(bench.counter.kicks == 1);
  REQUIRE(bench.counter.printed.size() == 1);
  CHECK_FALSE(bench.counter.printed.front().copy);
  // A copy is asked of the till, which counts it, and printed when it comes back.
  bench.key(Qt::Key_P);
  REQUIRE_FALSE(bench.till.asked.empty());
  CHECK(std::holds_alternative<till::Reprint>(bench.till.asked.back()));
  bench.till.edit([](till::Snapshot& now) {
    now.receipt->copy = true;
    now.receipt->copies = 1;
  });
  bench.settle();
  REQUIRE(bench.counter.printed.size() == 2);
  CHECK(bench.counter.printed.back().copy);
  CHECK(bench.counter.kicks == 1);
}

TEST_CASE("counter: the drawer opens for money without a bill") {
  Bench bench;
  bench.signIn();
  const auto say = [&](till::NoticeCode code, std::vector<std::string> args) {
    bench.till.edit([&](till::Snapshot& now) {
      now.notice = till::Notice{
          till::NoticeKind::Good, code, std::move(args), {}, false, now.notice ? now.notice->serial + 1 : 1};
    });
    bench.settle();
  };
  say(till::NoticeCode::DrawerOpened, {"CHANGE"});
  CHECK(bench.counter.kicks == 1);
  say(till::NoticeCode::CashMoved, {"OUT", "5000"});
  CHECK(bench.counter.kicks == 2);
  say(till::NoticeCode::MemberDeskDone, {std::to_string(static_cast<int>(till::MemberAct::CashOut)), "158"});
  CHECK(bench.counter.kicks == 3);
  say(till::NoticeCode::MemberDeskDone, {std::to_string(static_cast<int>(till::MemberAct::Transfer)), "10"});
  say(till::NoticeCode::ItemAdded, {"x"});
  CHECK(bench.counter.kicks == 3);
}

TEST_CASE("counter: out of paper is said, and nothing stands still") {
  Bench bench;
  bench.signIn();
  bench.counter.edit([&] {
    bench.counter.now.printer = "tcp:10.0.0.9";
    bench.counter.now.printer_state = ports::PrinterState::PaperEnd;
    bench.counter.now.waiting = 2;
  });
  bench.settle();
  CHECK(bench.notice().contains(QStringLiteral("out of paper")));
  bench.scan("6900000002025");
  CHECK(bench.now().lines.size() == 1);
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_T);
  CHECK(bench.label("counterPrinterTextLabel") == QStringLiteral("Out of paper"));
  bench.key(Qt::Key_X);
  CHECK(bench.counter.now.waiting == 0);
  bench.key(Qt::Key_T);
  CHECK(bench.counter.tests == 1);
}

TEST_CASE("counter: the customer's window draws a bill and the code to join") {
  Bench bench;
  widgets::CustomerWindow window({bench.theme, bench.language}, bench.model,
                                 QStringLiteral("https://shop.example/join"));
  CHECK(window.hasCode());
  window.resize(1280, 800);
  const QImage empty = window.grab().toImage();
  bench.signIn();
  bench.scan("6900000002025");
  bench.till.tapCard("04A3");
  bench.settle();
  const QImage bill = window.grab().toImage();
  CHECK(bill != empty);
  if (const QString folder = qEnvironmentVariable("KAHUI_PICTURES"); !folder.isEmpty()) {
    empty.save(folder + QStringLiteral("/customer-empty.png"));
    bill.save(folder + QStringLiteral("/customer-bill.png"));
  }
}

TEST_CASE("the demo till takes a payment code from the keyboard to the receipt") {
  const test::DemoStore store;
  test::RealTill real(store.folder());
  real.signIn();
  real.type(QStringLiteral("15001"));
  REQUIRE(real.until([](const auto& now) { return now.lines.size() == 1; }));
  real.press(Qt::Key_F11);
  REQUIRE(real.until([](const auto& now) { return now.phase == Phase::Tendering; }));
  real.type(QStringLiteral("134567890123456781"));
  REQUIRE(real.until([](const auto& now) { return now.phase == Phase::Receipt; }));
  CHECK(real.model.now().receipt->tenders.front().type == "WECHAT");
}

TEST_CASE("counter: what is sent to the printer is a receipt on both papers") {
  Bench bench;
  bench.signIn();
  bench.till.tapCard("04A3");
  for (const char* code : {"6900000002025", "3*6900000001011", "6900000009093"}) bench.scan(code);
  bench.key(Qt::Key_F11);
  bench.type("300\r");
  REQUIRE(bench.now().receipt);
  sale::Receipt receipt = *bench.now().receipt;
  receipt.lines.front().name = "𠮷田牧场纯牛奶";
  receipt.tenders.insert(receipt.tenders.begin(), {"BANKCARD", base::Money(1000), {}, "004211"});
  const test::TempFolder folder;
  QImage logo(200, 80, QImage::Format_RGB32);
  logo.fill(Qt::white);
  {
    QPainter painter(&logo);
    painter.setFont(widgets::typeface(40, true));
    painter.drawText(logo.rect(), Qt::AlignCenter, QStringLiteral("卡惠"));
  }
  const std::string logo_file = (folder.path() / "logo.png").string();
  REQUIRE(logo.save(QString::fromStdString(logo_file)));
  for (const bool wide : {false, true}) {
    const std::string out = (folder.path() / (wide ? "80.bin" : "58.bin")).string();
    local::CounterSettings settings;
    settings.printer = "file:" + out;
    settings.wide_paper = wide;
    settings.logo = logo_file;
    settings.invoice_link = "https://shop.example/i?b=";
    Counter counter(folder.path(), settings, sale::ReceiptLanguage::Chinese);
    CHECK(counter.print(receipt) == models::CounterAnswer::Done);
    counter.openDrawer();
    REQUIRE(QTest::qWaitFor([&] { return counter.view().waiting == 0 && std::filesystem::exists(out); }, 5000));
    QTest::qWait(100);
    std::ifstream file(out, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    const auto paper = wide ? printer::Paper::Mm80 : printer::Paper::Mm58;
    test::VirtualPrinter printed(paper);
    printed.feed(base::asBytes(bytes));
    CHECK(printed.faults == std::vector<std::string>{});
    CHECK(printed.cuts == 1);
    CHECK(printed.pulses == 1);
    CHECK(printed.pictures == 1);
    CHECK(printed.drawn == 1);
    CHECK(printed.codes.size() == 1);
    if (const QString pictures = qEnvironmentVariable("KAHUI_PICTURES"); !pictures.isEmpty())
      paperOf(printed, paper)
          .save(pictures + (wide ? QStringLiteral("/paper-80.png") : QStringLiteral("/paper-58.png")));
  }
}

TEST_CASE("counter: settings are kept, and wrong ones are named") {
  const test::TempFolder folder;
  CHECK(local::readCounter(folder.path()) == local::CounterSettings());
  local::CounterSettings settings;
  settings.printer = "tcp:10.0.0.9";
  settings.wide_paper = false;
  settings.drawer_pin = 5;
  settings.display = "serial:/dev/ttyS1";
  settings.customer_window = settings.customer_types = true;
  settings.join_link = "https://shop.example/join";
  REQUIRE(local::writeCounter(folder.path(), settings));
  CHECK(local::readCounter(folder.path()) == settings);
  for (const char* bad : {"{}", R"({"version":1,"paper_mm":70})", R"({"version":1,"printer":7})", "nothing"}) {
    std::ofstream(folder.path() / "counter.json") << bad;
    CHECK(local::readCounter(folder.path()).error().code == base::ErrorCode::BadInput);
  }
  std::ofstream(folder.path() / "counter.json") << R"({"version":1,"colour":1})";
  CHECK(local::readCounter(folder.path()).error().code == base::ErrorCode::UnknownKey);
}
