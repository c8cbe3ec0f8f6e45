// S001-89 on a demo store, with the dictionary that Debian ships.
#include <QFile>

#include "app/till/customer_view.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/gui/real_till.hpp"
#include "tests/support/temp_folder.hpp"

using namespace kahui;
using test::RealTill;

namespace {

// Touches on the window that stands on the second screen, or here beside the till.
class Touches {
 public:
  explicit Touches(RealTill& till) : m_view({till.theme, till.language}, till.model, till.customer, {}) {
    till.counter.setCustomerTypes(true);
    m_view.show(true);
    REQUIRE(QTest::qWaitFor([&] { return till.customer.available(); }, 10'000));
    till.window.activateWindow();  // the offscreen platform knows no window without focus
    QCoreApplication::processEvents();
  }
  void touch(const QString& name) {
    auto* window = m_view.window();
    auto* key = window->findChild<QAbstractButton*>(name + QStringLiteral("ActionButton"));
    INFO(name.toStdString());
    REQUIRE(key != nullptr);
    REQUIRE(key->isVisible());
    QTest::mouseClick(window->windowHandle(), Qt::LeftButton, {}, key->mapTo(window, key->rect().center()));
    QCoreApplication::processEvents();
  }
  void type(const char* prefix, const char* signs) {
    for (const char* at = signs; *at != 0; ++at)
      touch(QString::fromLatin1(prefix) + QString(QLatin1Char(*at)).toUpper());
  }
  // The candidate with this text, from whichever page.
  void choose(const QString& text) {
    for (int page = 0; page < 20; ++page) {
      for (int place = 0; place < 6; ++place) {
        const QString name = QStringLiteral("customerLetterCandidate%1").arg(place);
        const auto* key = m_view.window()->findChild<QAbstractButton*>(name + QStringLiteral("ActionButton"));
        if (key->isVisible() && key->text() == text) return touch(name);
      }
      touch(QStringLiteral("customerLetterMore"));
    }
    FAIL("no candidate " + text.toStdString());
  }

 private:
  CustomerView m_view;
};

QStringList texts(const std::vector<models::HanCandidate>& found) {
  QStringList all;
  for (const auto& one : found) all << one.text;
  return all;
}

}  // namespace

TEST_CASE("S001-89: a customer joins by touch on a demo store: name in characters, telephone, birthday, consents") {
  const test::DemoStore store;
  RealTill till(store.folder());
  REQUIRE(till.pinyin != nullptr);
  till.signIn();
  till.add("15001");
  Touches touches(till);
  till.press(Qt::Key_J, Qt::AltModifier);
  const auto* form = till.window.findChild<widgets::MemberForm*>();
  REQUIRE(QTest::qWaitFor([&] { return form->isVisible(); }, 10'000));
  till.press(Qt::Key_F2, Qt::ShiftModifier);
  REQUIRE(till.customer.running());
  touches.type("customerDigit", "13900001111");
  touches.touch(QStringLiteral("customerNext"));
  touches.type("customerLetter", "wangxiaoming");
  touches.choose(QStringLiteral("王"));
  touches.choose(QStringLiteral("晓明"));
  touches.touch(QStringLiteral("customerNext"));
  touches.type("customerDigit", "19900317");
  touches.touch(QStringLiteral("customerNext"));
  till.add("16001");  // goods meanwhile
  touches.touch(QStringLiteral("customerYes"));
  touches.touch(QStringLiteral("customerYes"));
  touches.touch(QStringLiteral("customerNext"));
  CHECK_FALSE(till.customer.running());
  CHECK_FALSE(till.model.now().member.has_value());
  till.press(Qt::Key_Return);
  till.press(Qt::Key_Return);
  REQUIRE(till.until([](const auto& now) { return now.member.has_value(); }));
  CHECK(till.model.now().member->masked_phone == "139****1111");
  CHECK(till.model.now().member->masked_name == "王**");
  CHECK(till.model.now().lines.size() == 2);
  till.press(Qt::Key_F2);
  till.press(Qt::Key_F2);
  REQUIRE(till.until([](const auto& now) { return now.member_desk && now.member_desk->page; }));
  const auto& page = *till.model.now().member_desk->page;
  CHECK(page.birthday == "solar");
  CHECK(page.marketing);
  CHECK_FALSE(page.consent.empty());
  till.press(Qt::Key_V);
  till.press(Qt::Key_Return);
  REQUIRE(till.until([](const auto& now) { return now.notice && now.notice->error; }));
  const auto* approver = till.window.findChild<QLineEdit*>(QStringLiteral("memberFormApproverCodeEdit"));
  REQUIRE(QTest::qWaitFor([&] { return approver->hasFocus(); }, 10'000));
  till.type(QStringLiteral("2001"));
  till.type(QStringLiteral("123456"));
  REQUIRE(till.until([](const auto& now) { return now.member_desk && now.member_desk->revealed; }));
  CHECK(till.model.now().member_desk->revealed->name == "王晓明");
  CHECK(till.model.now().member_desk->revealed->phone == "13900001111");
}

TEST_CASE("pinyin: Debian's dictionary spells names, each candidate knows its letters") {
  const auto pinyin = PinyinInput::open();
  REQUIRE(pinyin != nullptr);
  const auto letters = [&](const char* spelt, const char* text) {
    for (const auto& one : pinyin->candidates(QString::fromLatin1(spelt)))
      if (one.text == QString::fromUtf8(text)) return one.letters;
    return 0;
  };
  CHECK(letters("wang", "王") == 4);
  CHECK(letters("wangxiaoming", "王") == 4);
  CHECK(letters("xiaoming", "小明") == 8);
  CHECK(letters("ouyangfang", "欧阳") == 6);
  CHECK(letters("lv", "吕") == 2);
  CHECK(letters("zhuge", "诸葛") == 5);
  CHECK(letters("wangx", "王") == 4);  // of the next syllable nothing is known yet
  CHECK(pinyin->candidates(QStringLiteral("v")).empty());
  CHECK(pinyin->candidates({}).empty());
  CHECK_FALSE(pinyin->candidates(QString(80, QLatin1Char('a'))).empty());  // no more than it can hold
}

TEST_CASE("pinyin: whatever is typed, the library holds") {
  const auto pinyin = PinyinInput::open();
  REQUIRE(pinyin != nullptr);
  std::size_t most = 0;
  const auto spell = [&](const QString& pattern) {
    most = std::max(most, pinyin->candidates(pattern.repeated(models::kMostPinyin)).size());
  };
  // With the initials of words allowed "zz…" and "an…" end the program in an assertion of the library.
  for (char first = 'a'; first <= 'z'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second) spell(QString(QLatin1Char(first)) + QLatin1Char(second));
    spell(QString(QLatin1Char(first)));
  }
  CHECK(most > 0);
  CHECK(most <= 120);
}

TEST_CASE("pinyin: what one customer chose is not offered sooner to the next") {
  const auto pinyin = PinyinInput::open();
  REQUIRE(pinyin != nullptr);
  const QStringList before = texts(pinyin->candidates(QStringLiteral("xiaoming")));
  base::ManualClock clock(*base::LocalTime::parse("2026-03-05T14:32:00"));
  models::CustomerEntry entry(clock, pinyin.get());
  entry.setAllowed(true);
  entry.setShown(true);
  for (int customer = 0; customer < 20; ++customer) {
    entry.begin(true, {});
    for (const char letter : std::string_view("xiaoming")) entry.type(QLatin1Char(letter));
    REQUIRE(entry.candidates().size() > 5);
    entry.choose(5);
    entry.cancel();
  }
  CHECK(texts(pinyin->candidates(QStringLiteral("xiaoming"))) == before);
}

TEST_CASE("pinyin: without a dictionary names are typed in letters, and the cashier is told") {
  const test::TempFolder folder;
  CHECK(PinyinInput::open((folder.path() / "missing.dat").string()) == nullptr);
  CHECK(PinyinInput::open(folder.path().string()) == nullptr);
  QFile garbage(QString::fromStdString((folder.path() / "dict_pinyin.dat").string()));
  REQUIRE(garbage.open(QIODevice::WriteOnly));
  garbage.write("no dictionary");
  garbage.close();
  CHECK(PinyinInput::open((folder.path() / "dict_pinyin.dat").string()) == nullptr);
  const test::DemoStore store;
  RealTill till(store.folder());
  models::CustomerEntry letters(*till.open.clock, nullptr);
  till.window.setCustomer(letters);
  till.counter.setCustomerTypes(true);
  letters.setShown(true);
  REQUIRE(QTest::qWaitFor([&] { return letters.available(); }, 10'000));
  till.signIn();
  till.press(Qt::Key_J, Qt::AltModifier);
  const auto* form = till.window.findChild<widgets::MemberForm*>();
  REQUIRE(QTest::qWaitFor([&] { return form->isVisible(); }, 10'000));
  till.press(Qt::Key_F2, Qt::ShiftModifier);
  const auto& told = till.window.findChild<widgets::NoticeBar*>(QStringLiteral("memberDeskNoticeBar"))->shown();
  REQUIRE(told);
  CHECK(told->what.contains(QStringLiteral("no dictionary")));
  letters.next();
  letters.type(QLatin1Char('1'));
  CHECK_FALSE(letters.isHan());
  letters.stop();
}
