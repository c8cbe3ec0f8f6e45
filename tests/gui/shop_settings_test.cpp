// Receipt, labels of scales, rounding and language are set in the till, and each shows what it does.
#include "app/local/counter_files.hpp"
#include "app/widgets/receipt_preview.hpp"
#include "app/widgets/value_screen.hpp"
#include "core/base/check_digit.hpp"
#include "tests/gui/bench.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/gui/real_till.hpp"

using namespace kahui;
using test::Bench;
using test::RealTill;
using till::NoticeCode;

namespace {

void openSettings(Bench& bench) {
  bench.signIn();
  bench.till.edit([](till::Snapshot& now) { now.settings.emplace(); });
  bench.settle();
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_I);
}

QString told(Bench& bench) {
  const auto& shown = bench.find<widgets::NoticeBar>("shopSettingsNoticeBar").shown();
  return shown ? shown->what : QString();
}

QString preview(Bench& bench) { return bench.find<widgets::ReceiptPreview>("receiptPreview").text(); }

template <class Widget>
Widget& found(RealTill& till, const char* name) {
  auto* one = till.window.findChild<Widget*>(QString::fromLatin1(name));
  if (one == nullptr) throw std::runtime_error(std::string("no widget named ") + name);
  return *one;
}

void openReal(RealTill& till) {
  till.signIn();
  till.press(Qt::Key_F10);
  till.press(Qt::Key_I);
}

void signAs(RealTill& till, const char* code) {
  REQUIRE(QTest::qWaitFor([&] { return found<widgets::CodeEdit>(till, "shopSettingsApproverCodeEdit").isVisible(); }));
  till.type(QString::fromLatin1(code));
  till.type(QStringLiteral("123456"));
}

}  // namespace

TEST_CASE("settings: the receipt beside the form follows each change, and is saved as it is seen") {
  Bench bench;
  openSettings(bench);
  CHECK(preview(bench).contains(QStringLiteral("482913057716")));
  const auto width = [&] { return preview(bench).split(QLatin1Char('\n')).value(1).size(); };
  const auto wide = width();
  bench.key(Qt::Key_W);
  CHECK(width() < wide);
  bench.key(Qt::Key_C);
  CHECK_FALSE(preview(bench).contains(QStringLiteral("482913057716")));
  bench.key(Qt::Key_E);
  CHECK(preview(bench).contains(QStringLiteral("Fuji apples")));
  bench.edit("receiptHeader1CodeEdit").setFocus();
  bench.type("Open from 7");
  CHECK(preview(bench).contains(QStringLiteral("Open from 7")));
  bench.edit("receiptFooter2CodeEdit").setText(QStringLiteral("七天内退换"));
  CHECK(preview(bench).trimmed().endsWith(QStringLiteral("七天内退换")));
  CHECK(bench.counter.now.receipt == models::ReceiptSettings{});
  bench.click("settingsSaveActionButton");
  bench.settle();
  const models::ReceiptSettings kept = bench.counter.now.receipt;
  CHECK_FALSE(kept.wide_paper);
  CHECK_FALSE(kept.frame.claim_code);
  CHECK(kept.language == "en");
  CHECK(kept.frame.header == "Open from 7");
  CHECK(kept.frame.footer == "七天内退换");
  CHECK(told(bench).contains(QStringLiteral("next receipt")));
  bench.edit("receiptLogoCodeEdit").setText(QStringLiteral("missing.png"));
  bench.click("settingsSaveActionButton");
  bench.settle();
  CHECK(told(bench).contains(QStringLiteral("logo")));
  CHECK(bench.counter.now.receipt == kept);
}

TEST_CASE("settings: without the right somebody signs, and Esc gives it up") {
  Bench bench;
  bench.till.refuses_rights = true;
  openSettings(bench);
  bench.key(Qt::Key_W);
  bench.key(Qt::Key_S);
  REQUIRE(bench.edit("shopSettingsApproverCodeEdit").isVisible());
  CHECK(bench.counter.now.receipt.wide_paper);
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(bench.edit("shopSettingsApproverCodeEdit").isVisible());
  bench.click("settingsSaveActionButton");
  bench.scan("9001");
  bench.scan("123456");
  bench.settle();
  CHECK_FALSE(bench.counter.now.receipt.wide_paper);
  CHECK_FALSE(bench.edit("shopSettingsApproverCodeEdit").isVisible());
}

TEST_CASE("settings: examples show what rounding drops, and headquarters' rounding is only shown") {
  Bench bench;
  openSettings(bench);
  bench.key(Qt::Key_O);
  auto& examples = bench.find<widgets::TwoLineList>("roundExamplesTwoLineList");
  const auto first = [&] { return examples.model()->index(0, 0).data(Qt::UserRole + 1).toString(); };
  CHECK(first() == QStringLiteral("¥12.30"));
  bench.key(Qt::Key_3);
  CHECK(first() == QStringLiteral("¥12.00"));
  bench.key(Qt::Key_4);
  CHECK(first() == QStringLiteral("¥12.34"));
  bench.till.edit([](till::Snapshot& now) { now.settings->rules_at_hq = true; });
  bench.settle();
  bench.key(Qt::Key_Escape);
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_I);
  CHECK_FALSE(bench.find<QAbstractButton>("roundYuanActionButton").isEnabled());
  CHECK(bench.label("roundAuthorityTextLabel").contains(QStringLiteral("Headquarters")));
  bench.key(Qt::Key_3);
  CHECK(first() == QStringLiteral("¥12.30"));
}

TEST_CASE("settings: a label that is tried says what it would sell, by what is typed and not saved yet") {
  const test::DemoStore store;
  RealTill till(store.folder());
  openReal(till);
  till.press(Qt::Key_B);
  auto& line = found<widgets::CodeEdit>(till, "labelTryCodeEdit");
  const auto meaning = [&] { return till.label("labelMeaningTextLabel"); };
  line.setText(QStringLiteral("2199"));
  REQUIRE(QTest::qWaitFor([&] { return meaning().contains(QStringLiteral("4 digits")); }));
  const std::string digits = "219999900617";
  const QString label = QString::fromStdString(digits + *base::eanCheckDigit(digits));
  line.setText(label);
  REQUIRE(QTest::qWaitFor([&] { return meaning().contains(QStringLiteral("item 99999 · amount ¥6.17")); }));
  found<widgets::CodeEdit>(till, "labelPrefixesCodeEdit").setText(QStringLiteral("25"));
  REQUIRE(QTest::qWaitFor([&] { return meaning().contains(QStringLiteral("prefix 21")); }));
  found<widgets::CodeEdit>(till, "labelPrefixesCodeEdit").setText(QStringLiteral("20-29"));
  found<widgets::CodeEdit>(till, "labelShortCodeEdit").setText(QStringLiteral("ppiiiiiwwwwwc"));
  REQUIRE(QTest::qWaitFor([&] { return meaning().contains(QStringLiteral("weight 0.617 kg")); }));
  CHECK(till.model.now().settings->labels == catalog::LabelRules{});
  found<QAbstractButton>(till, "settingsSaveActionButton").click();
  signAs(till, "9001");
  REQUIRE(till.said(NoticeCode::SettingsSaved));
  CHECK(till.model.now().settings->labels.short_label == "PPIIIIIWWWWWC");
}

TEST_CASE("settings: rounding set in the window holds for the next bill, the language for the next start") {
  const test::DemoStore store;
  RealTill till(store.folder());
  openReal(till);
  till.press(Qt::Key_O);
  till.press(Qt::Key_3);
  till.press(Qt::Key_S);
  signAs(till, "9001");
  REQUIRE(till.until([](const auto& now) { return now.settings->round.mode == programme::RoundMode::FloorYuan; }));
  found<QAbstractButton>(till, "settingsLanguageActionButton").click();
  found<QAbstractButton>(till, "languageChineseActionButton").click();
  signAs(till, "9001");
  REQUIRE(QTest::qWaitFor([&] { return till.language.language() == models::Language::Chinese; }));
  const auto kept = local::readCounter(store.folder());
  REQUIRE(kept);
  CHECK(kept->language == "zh_CN");
}

TEST_CASE("the top bar says how many payments are open, and leads to them") {
  Bench bench;
  bench.signIn();
  auto& sign = bench.find<QAbstractButton>("openPaymentsActionButton");
  CHECK_FALSE(sign.isVisible());
  bench.till.edit([](till::Snapshot& now) {
    ports::OpenPayment one;
    one.payment = "a";
    one.provider = "WECHAT";
    one.amount = base::Money(100);
    ports::OpenPayment other = one;
    other.payment = "b";
    now.tenders.emplace().open = {one, other};
  });
  bench.settle();
  REQUIRE(sign.isVisible());
  CHECK(sign.text() == QStringLiteral("2 open payments"));
  bench.click("openPaymentsActionButton");
  CHECK(bench.find<QWidget>("paymentsTwoLineList").isVisible());
  bench.key(Qt::Key_Escape);
  bench.till.edit([](till::Snapshot& now) { now.tenders->open.clear(); });
  bench.settle();
  CHECK_FALSE(sign.isVisible());
}

TEST_CASE("S000-83: a member with little left is offered a top-up by one key, one with more is not") {
  Bench bench;
  bench.signIn();
  bench.till.edit([](till::Snapshot& now) {
    till::MemberPanel panel;
    panel.masked_name = "王**";
    panel.stored = base::Money(0);
    panel.low_value = true;
    now.member = panel;
    now.notice = till::Notice{till::NoticeKind::Good, NoticeCode::MemberAttached, {"王**", "LOW", "0"}, {}, false, 77};
  });
  bench.settle();
  CHECK(bench.find<QAbstractButton>("memberTopUpActionButton").isVisible());
  CHECK(bench.notice().contains(QStringLiteral("top-up")));
  bench.till.edit([](till::Snapshot& now) { now.member->low_value = false; });
  bench.settle();
  CHECK_FALSE(bench.find<QAbstractButton>("memberTopUpActionButton").isVisible());
  bench.key(Qt::Key_T, Qt::AltModifier);
  CHECK(bench.window.findChild<widgets::ValueScreen*>()->isVisible());
}
