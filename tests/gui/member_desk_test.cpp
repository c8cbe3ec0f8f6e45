// The member desk on the real window: by keys on a fake till, and joining, signing and privacy on a demo store.
#include <QLineEdit>
#include <QPlainTextEdit>
#include <cstring>

#include "tests/gui/bench.hpp"
#include "tests/gui/demo_store.hpp"
#include "tests/gui/real_till.hpp"

using namespace kahui;
using test::Bench;
using test::RealTill;

namespace {

constexpr const char* kPhone = "13900001111";

widgets::MemberDeskScreen& screenOf(RealTill& till) { return *till.window.findChild<widgets::MemberDeskScreen*>(); }

// All that a person can read on the window now.
QString allWords(const QWidget& window) {
  QString words;
  for (const QWidget* part : window.findChildren<QWidget*>()) {
    if (!part->isVisible()) continue;
    if (const auto* label = qobject_cast<const QLabel*>(part)) words += label->text() + QLatin1Char('\n');
    if (const auto* button = qobject_cast<const QAbstractButton*>(part)) words += button->text() + QLatin1Char('\n');
    if (const auto* edit = qobject_cast<const QLineEdit*>(part)) words += edit->text() + QLatin1Char('\n');
    if (const auto* paper = qobject_cast<const QPlainTextEdit*>(part)) words += paper->toPlainText();
    if (const auto* list = qobject_cast<const widgets::NoteList*>(part))
      for (const auto& note : list->notes()) words += note.title + note.detail + QLatin1Char('\n');
    words += part->accessibleName() + QLatin1Char('\n');
  }
  return words;
}

// Answers how many keys it took.
int join(RealTill& till) {
  int keys = 0;
  const auto press = [&](Qt::Key key) {
    till.press(key);
    ++keys;
  };
  press(Qt::Key_F2);
  press(Qt::Key_F2);
  REQUIRE(till.until([](const auto& now) { return now.member_desk && now.member_desk->open; }));
  till.type(QString::fromLatin1(kPhone));  // nobody has it: the form of joining opens with it
  keys += static_cast<int>(std::strlen(kPhone)) + 1;
  const auto* agreed = till.window.findChild<QAbstractButton*>(QStringLiteral("memberFormAgreedActionButton"));
  REQUIRE(QTest::qWaitFor([&] { return agreed->hasFocus(); }, 10'000));
  press(Qt::Key_Return);
  press(Qt::Key_Return);
  REQUIRE(till.until([](const auto& now) { return now.member.has_value(); }));
  return keys;
}

}  // namespace

TEST_CASE("member desk: More and F2 twice open it, Esc leads back to the entry line") {
  Bench bench;
  bench.signIn();
  const auto& screen = *bench.window.findChild<widgets::MemberDeskScreen*>();
  bench.key(Qt::Key_F2);
  CHECK_FALSE(screen.isVisible());
  bench.key(Qt::Key_F2);
  CHECK(screen.isVisible());
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(screen.isVisible());
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_M);
  CHECK(screen.isVisible());
  bench.key(Qt::Key_Escape);
  bench.scan("6900000002025");
  CHECK(bench.now().lines.size() == 1);
}

TEST_CASE("the last four digits at the checkout give a choice, Enter takes the first") {
  Bench bench;
  bench.signIn();
  const auto& first = bench.till.members().front();
  bench.key(Qt::Key_F2);
  bench.scan(first.phone.substr(7).c_str());
  CHECK_FALSE(bench.now().member.has_value());
  auto& choice = bench.find<widgets::ActionButton>("memberChoice0ActionButton");
  CHECK(choice.isVisible());
  CHECK(choice.hasFocus());
  CHECK(choice.text().contains(QStringLiteral("****")));
  CHECK_FALSE(choice.text().contains(QString::fromStdString(first.phone)));
  bench.key(Qt::Key_Return);
  REQUIRE(bench.now().member.has_value());
  CHECK_FALSE(choice.isVisible());
}

TEST_CASE("what cannot be taken back asks for a second press, and a right that lacks for a signature") {
  Bench bench;
  bench.signIn();
  bench.key(Qt::Key_F2);
  bench.key(Qt::Key_F2);
  bench.till.edit([](till::Snapshot& now) {
    now.member_desk->page.emplace();
    now.member_desk->page->head.member_no = "9030000012";
  });
  bench.settle();
  bench.key(Qt::Key_E);
  const std::size_t before = bench.till.asked.size();
  bench.key(Qt::Key_Return);
  CHECK(bench.till.asked.size() == before);
  CHECK(bench.find<widgets::ActionButton>("memberFormConfirmActionButton").text().contains(QStringLiteral("again")));
  bench.key(Qt::Key_Return);
  REQUIRE(bench.till.asked.size() == before + 1);
  const auto& act = std::get<till::ActOnMember>(bench.till.asked.back());
  CHECK(act.request.act == till::MemberAct::Erase);
  CHECK(act.approval.code.empty());
  bench.till.edit([](till::Snapshot& now) {
    now.notice = till::Notice{
        till::NoticeKind::Error, till::NoticeCode::Failed, {}, base::Error{base::ErrorCode::NoRight, {}}, false, 9'000};
  });
  bench.settle();
  REQUIRE(bench.edit("memberFormApproverCodeEdit").isVisible());
  bench.scan("9001");
  bench.scan("123456");
  bench.key(Qt::Key_Return);
  REQUIRE(bench.till.asked.size() == before + 2);
  CHECK(std::get<till::ActOnMember>(bench.till.asked.back()).approval.code == "9001");
}

TEST_CASE("S000-37: query, correct, card change and points history lie two keys or less from a member's screen") {
  Bench bench;
  bench.signIn();
  bench.key(Qt::Key_F2);
  bench.key(Qt::Key_F2);
  const auto show = [&] {
    bench.till.edit([](till::Snapshot& now) {
      auto& page = now.member_desk->page.emplace();
      page.head = {"9030000012", "欧***", "138****5678", "黄金会员", member::MemberStatus::Active};
      page.balance = base::Points(12480);
      page.cards = {{member::CredentialKind::Uid, "****04A3", member::CardStatus::Active}};
      const auto at = *base::LocalTime::parse("2026-03-05T10:15:00");
      page.moves = {{at, "sale.completed", "0001-03-1-000416", false, base::Points(426), std::nullopt}};
      page.purchases = {{"0001-03-1-000401", at, base::Money(12000), base::Points(12), {}, 1}};
      now.member_desk->card = till::TappedCardView{member::CredentialKind::Uid, "****EE01"};
    });
    bench.settle();
  };
  show();
  // Query: the member stands there, no key.
  CHECK(allWords(bench.window).contains(QStringLiteral("12,480")));
  const auto after = [&](std::initializer_list<Qt::Key> keys) {
    CHECK(keys.size() <= 2);
    for (const Qt::Key key : keys) bench.key(key);
  };
  const auto& form = *bench.window.findChild<widgets::MemberForm*>();
  after({Qt::Key_C});  // correct
  CHECK(form.isVisible());
  CHECK(bench.edit("memberFormPhoneCodeEdit").isVisible());
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(form.isVisible());
  after({Qt::Key_4, Qt::Key_R});  // another card for the old one
  CHECK(form.isVisible());
  const std::size_t before = bench.till.asked.size();
  bench.key(Qt::Key_Return);
  REQUIRE(bench.till.asked.size() == before + 1);
  CHECK(std::get<till::ActOnCard>(bench.till.asked.back()).act == till::CardAct::Replace);
  bench.key(Qt::Key_Escape);
  show();
  after({Qt::Key_2});  // what was bought
  CHECK(allWords(bench.window).contains(QStringLiteral("0001-03-1-000401")));
  CHECK_FALSE(allWords(bench.window).contains(QStringLiteral("0001-03-1-000416")));
  after({Qt::Key_1});  // points history
  CHECK(allWords(bench.window).contains(QStringLiteral("0001-03-1-000416")));
}

TEST_CASE("a card is written from the desk, and neither Enter nor another key breaks it off, Esc does") {
  Bench bench;
  bench.signIn();
  bench.key(Qt::Key_F2);
  bench.key(Qt::Key_F2);
  bench.till.edit([](till::Snapshot& now) {
    now.member_desk->page.emplace();
    now.member_desk->page->head.member_no = "9030000012";
    now.member_desk->page->cards = {{member::CredentialKind::Uid, "****04A3", member::CardStatus::Active}};
  });
  bench.settle();
  bench.key(Qt::Key_4);
  auto& write = bench.find<widgets::ActionButton>("memberCardTask19ActionButton");
  CHECK_FALSE(write.isVisible());  // no keys
  bench.till.edit([](till::Snapshot& now) { now.member_desk->can_write = true; });
  bench.settle();
  CHECK(write.isVisible());
  const std::size_t before = bench.till.asked.size();
  bench.key(Qt::Key_W);
  bench.key(Qt::Key_Return);
  REQUIRE(bench.till.asked.size() == before + 1);
  CHECK(std::get<till::WriteCard>(bench.till.asked.back()).act == till::CardAct::Issue);
  using Stage = till::CardWritingView::Stage;
  const auto stands = [&](Stage stage, ports::CardWriteStep step) {
    bench.till.edit([=](till::Snapshot& now) {
      now.member_desk->writing = till::CardWritingView{till::CardAct::Issue, stage, step, "****E5F6"};
    });
    bench.settle();
    return bench.find<widgets::TextLabel>("memberFormCardTextLabel").text();
  };
  CHECK(stands(Stage::Waiting, {}).contains(QStringLiteral("Lay a blank card")));
  CHECK(stands(Stage::Writing, ports::CardWriteStep::Keys).contains(QStringLiteral("keys of ****E5F6")));
  bench.key(Qt::Key_Return);
  CHECK(bench.till.asked.size() == before + 1);
  CHECK(stands(Stage::PutBack, ports::CardWriteStep::Keys).contains(QStringLiteral("Put the same card back")));
  bench.key(Qt::Key_Escape);
  REQUIRE(bench.till.asked.size() == before + 2);
  CHECK(std::holds_alternative<till::StopWriting>(bench.till.asked.back()));
  CHECK(write.isVisible());
  bench.till.edit([](till::Snapshot& now) { now.member_desk->writing.reset(); });
  bench.settle();
  bench.key(Qt::Key_S);
  bench.key(Qt::Key_Return);
  const auto& replace = std::get<till::WriteCard>(bench.till.asked.back());
  CHECK(replace.act == till::CardAct::Replace);
  CHECK(replace.card == 0);
}

TEST_CASE("real store: a join takes two inputs and less than 30 keys, and the member is on the bill") {
  const test::DemoStore store;
  {
    RealTill till(store.folder());
    till.signIn();
    till.type(QStringLiteral("15001"));
    REQUIRE(till.until([](const auto& now) { return now.lines.size() == 1; }));
    // F2 F2, eleven digits, Enter, Enter for the consent, Enter: a key a second is 16 of the 30 seconds (S000-74).
    CHECK(join(till) <= 16);
    CHECK(till.model.now().member->masked_phone == "139****1111");
    CHECK(till.model.now().lines.size() == 1);
    CHECK_FALSE(screenOf(till).isVisible());
    CHECK(till.model.now().notice->code == till::NoticeCode::MemberJoined);
    CHECK_FALSE(allWords(till.window).contains(QString::fromLatin1(kPhone)));
  }
  const test::Ran ran = test::run(
      "kahuictl", {QStringLiteral("verify"), QStringLiteral("--store"), QString::fromStdString(store.folder())});
  INFO(ran.out.toStdString() << ran.err.toStdString());
  CHECK(ran.exit_code == 0);
}

TEST_CASE("real store: clear names and numbers are seen only after a signed reveal") {
  const test::DemoStore store;
  RealTill till(store.folder());
  till.signIn();
  join(till);
  till.press(Qt::Key_F2);
  till.press(Qt::Key_F2);
  REQUIRE(till.until([](const auto& now) { return now.member_desk && now.member_desk->page; }));
  for (int tab = 0; tab < 6; ++tab) {
    till.window.findChild<QAbstractButton*>(QStringLiteral("memberDeskTab%1ActionButton").arg(tab))->click();
    QCoreApplication::processEvents();
    CHECK_FALSE(allWords(till.window).contains(QString::fromLatin1(kPhone)));
  }
  till.window.findChild<QAbstractButton*>(QStringLiteral("memberDeskTakeActionButton"))->setFocus();
  till.press(Qt::Key_V);
  till.press(Qt::Key_Return);
  REQUIRE(till.until([](const auto& now) { return now.notice && now.notice->error; }));
  CHECK_FALSE(till.model.now().member_desk->revealed);
  const auto* approver = till.window.findChild<QLineEdit*>(QStringLiteral("memberFormApproverCodeEdit"));
  REQUIRE(QTest::qWaitFor([&] { return approver->hasFocus(); }, 10'000));
  till.type(QStringLiteral("2001"));
  till.type(QStringLiteral("123456"));
  REQUIRE(till.until([](const auto& now) { return now.member_desk && now.member_desk->revealed; }));
  CHECK(till.label("memberDeskWhoTextLabel").contains(QString::fromLatin1(kPhone)));
  till.press(Qt::Key_Escape);
  REQUIRE(till.until([](const auto& now) { return now.member_desk && !now.member_desk->page; }));
  CHECK_FALSE(allWords(till.window).contains(QString::fromLatin1(kPhone)));
}

TEST_CASE("member desk: a tier for points is chosen, pressed twice and submitted with its price (S003-61)") {
  Bench bench;
  bench.signIn();
  bench.key(Qt::Key_F2);
  bench.key(Qt::Key_F2);
  bench.till.edit([](till::Snapshot& now) {
    till::MemberPageView page;
    page.head = {"9030000012", "欧***", "138****5678", "黄金会员", member::MemberStatus::Active};
    now.member_desk->page = page;
  });
  bench.settle();
  bench.click("memberDeskTab5ActionButton");
  CHECK_FALSE(bench.window.findChild<QAbstractButton*>(QStringLiteral("memberGiftsTask24ActionButton"))->isVisible());
  bench.till.edit([](till::Snapshot& now) {
    now.member_desk->page->rises = {{"PLT", "铂金会员", base::Points(3000)}, {"BLK", "黑金会员", base::Points(9000)}};
  });
  bench.settle();
  bench.key(Qt::Key_7);
  bench.click("memberFormRise1ActionButton");
  bench.till.asked.clear();
  bench.click("memberFormConfirmActionButton");
  CHECK(bench.till.asked.empty());
  bench.click("memberFormConfirmActionButton");
  REQUIRE(bench.till.asked.size() == 1);
  const auto* act = std::get_if<till::ActOnMember>(&bench.till.asked.front());
  REQUIRE(act != nullptr);
  CHECK(act->request.act == till::MemberAct::Rise);
  CHECK(act->request.tier == "BLK");
  CHECK(act->request.points == base::Points(9000));
}

TEST_CASE("member desk: a company joins with its own fields, a person without them (S001-102)") {
  Bench bench;
  bench.signIn();
  bench.key(Qt::Key_F2);
  bench.key(Qt::Key_F2);
  REQUIRE(bench.edit("memberDeskFindCodeEdit").hasFocus());
  bench.key(Qt::Key_J, Qt::AltModifier);
  CHECK(bench.edit("memberFormBirthdayCodeEdit").isVisible());
  CHECK_FALSE(bench.edit("memberFormTaxNoCodeEdit").isVisible());
  bench.click("memberFormCompanyActionButton");
  CHECK_FALSE(bench.edit("memberFormBirthdayCodeEdit").isVisible());
  REQUIRE(bench.edit("memberFormTaxNoCodeEdit").isVisible());
  bench.edit("memberFormPhoneCodeEdit").setText(QString::fromLatin1(kPhone));
  bench.edit("memberFormNameCodeEdit").setText(QStringLiteral("大华公司"));
  bench.edit("memberFormTaxNoCodeEdit").setText(QStringLiteral("914403001922038216"));
  bench.edit("memberFormContactCodeEdit").setText(QStringLiteral("李娜"));
  bench.click("memberFormAgreedActionButton");
  const auto joining = [&] {
    bench.till.asked.clear();
    bench.click("memberFormConfirmActionButton");
    REQUIRE(bench.till.asked.size() == 1);
    return std::get<till::JoinMember>(bench.till.asked.front()).request;
  };
  const auto company = joining();
  CHECK(company.company);
  CHECK(company.tax_no == "914403001922038216");
  CHECK(company.contact == "李娜");
  CHECK_FALSE(company.birthday);
  bench.click("memberFormCompanyActionButton");
  const auto person = joining();
  CHECK_FALSE(person.company);
  CHECK(person.tax_no.empty());
}

TEST_CASE("member desk: Alt+F prints a blank form, and a scanned one opens the joining with its number (S003-99)") {
  Bench bench;
  bench.counter.now.printer = "tcp:127.0.0.1";
  bench.counter.edit([] {});
  bench.signIn();
  bench.key(Qt::Key_F2);
  bench.key(Qt::Key_F2);
  REQUIRE(bench.edit("memberDeskFindCodeEdit").hasFocus());
  bench.key(Qt::Key_F, Qt::AltModifier);
  CHECK(std::holds_alternative<till::PrintForms>(bench.till.asked.back()));
  bench.till.edit([](till::Snapshot& now) {
    report::JoinForm form;
    form.number = "F0001-03-1-00007";
    now.form_print = till::FormPrint{{form}, 1};
  });
  bench.settle();
  bench.till.edit([](till::Snapshot&) {});
  bench.settle();
  REQUIRE(bench.counter.forms.size() == 1);  // once
  CHECK(bench.counter.forms.front().number == "F0001-03-1-00007");
  bench.till.edit([](till::Snapshot& now) {
    now.member_desk->form = "F0001-03-1-00007";
    now.member_desk->form_serial = 9;
  });
  bench.settle();
  REQUIRE(bench.edit("memberFormPaperCodeEdit").isVisible());
  CHECK(bench.edit("memberFormPaperCodeEdit").text() == QStringLiteral("F0001-03-1-00007"));
  // A scanner that types: wherever the cursor stands.
  bench.edit("memberFormPaperCodeEdit").clear();
  bench.edit("memberFormPhoneCodeEdit").setFocus();
  bench.scan("F0001-03-1-00008");
  CHECK(bench.edit("memberFormPaperCodeEdit").text() == QStringLiteral("F0001-03-1-00008"));
  CHECK(bench.edit("memberFormPhoneCodeEdit").text().isEmpty());
}
