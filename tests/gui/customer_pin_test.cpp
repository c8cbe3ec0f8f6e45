// The member's PIN on the customer's window: digits appear nowhere, the cashier sees how many there are.
#include "tests/gui/customer_bench.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using test::CustomerBench;

namespace {

using Step = models::CustomerEntry::Step;

// The tender step with stored value, and a PIN asked for.
void askPin(CustomerBench& bench) {
  bench.till.tapCard("04A3");
  bench.scan("6900000002025");
  bench.key(Qt::Key_F11);
  bench.change([](till::Snapshot& now) {
    now.tender->kind = till::TenderKind::Stored;
    now.tender->stored = base::Money(50000);
    now.tender->pin_needed = true;
  });
}

// What a field shows, and that no window has the digits in any word.
void checkHidden(CustomerBench& bench, const char* field, const QString& digits) {
  CHECK(bench.edit(field).echoMode() == QLineEdit::Password);
  CHECK(bench.edit(field).displayText().size() == digits.size());
  CHECK_FALSE(bench.edit(field).displayText().contains(digits));
  CHECK(bench.line() == QString(digits.size(), QChar(0x2022)));
  for (const QString& words : {test::customerWords(*bench.display), test::customerWords(bench.window)})
    CHECK_FALSE(words.contains(digits));
}

const till::TakeTender* taken(CustomerBench& bench) {
  return bench.till.asked.empty() ? nullptr : std::get_if<till::TakeTender>(&bench.till.asked.back());
}

}  // namespace

TEST_CASE("customer's PIN: stored value is paid by the PIN typed on the second display") {
  CustomerBench bench;
  askPin(bench);
  REQUIRE(bench.find<widgets::ActionButton>("tenderCustomerPin").isVisible());
  bench.till.asked.clear();
  bench.key(Qt::Key_F2, Qt::ShiftModifier);
  REQUIRE(bench.customer.step() == Step::Pin);
  bench.digits("739");
  checkHidden(bench, "receivedCodeEdit", QStringLiteral("739"));
  bench.touch("customerNext");  // too short
  CHECK(bench.customer.running());
  CHECK(bench.hint().contains(QStringLiteral("at least 4")));
  // Neither an Enter nor a scan at the till pays with half a PIN.
  bench.key(Qt::Key_Return);
  bench.scan("6900000002025");
  bench.click("payActionButton");
  CHECK(taken(bench) == nullptr);
  REQUIRE(bench.customer.running());
  bench.digits("146");
  bench.touch("customerErase");
  bench.digits("5");
  checkHidden(bench, "receivedCodeEdit", QStringLiteral("739145"));
  bench.touch("customerNext");
  CHECK_FALSE(bench.customer.running());
  CHECK(bench.customer.pin().isEmpty());
  REQUIRE(taken(bench) != nullptr);
  CHECK(taken(bench)->kind == till::TenderKind::Stored);
  CHECK(taken(bench)->member_pin == "739145");
  CHECK(bench.edit("receivedCodeEdit").text().isEmpty());
}

TEST_CASE("customer's PIN: either side calls it off, and the usual entry stays") {
  CustomerBench bench;
  askPin(bench);
  bench.till.asked.clear();
  bench.key(Qt::Key_F2, Qt::ShiftModifier);
  bench.digits("7391");
  bench.touch("customerCancel");
  CHECK_FALSE(bench.customer.running());
  CHECK(bench.edit("receivedCodeEdit").text().isEmpty());
  CHECK(bench.edit("receivedCodeEdit").isEnabled());
  CHECK(bench.notice().contains(QStringLiteral("cancelled")));
  bench.key(Qt::Key_F2, Qt::ShiftModifier);
  bench.digits("7391");
  bench.key(Qt::Key_Escape);
  CHECK_FALSE(bench.customer.running());
  CHECK(bench.now().phase == till::Phase::Tendering);  // Esc took the window back, no more
  CHECK(bench.line().isEmpty());
  bench.key(Qt::Key_F2, Qt::ShiftModifier);
  bench.digits("7391");
  bench.display.reset();
  bench.settle();
  CHECK_FALSE(bench.customer.running());
  CHECK_FALSE(bench.find<widgets::ActionButton>("tenderCustomerPin").isVisible());
  CHECK(taken(bench) == nullptr);
  bench.scan("246810");
  REQUIRE(taken(bench) != nullptr);
  CHECK(taken(bench)->member_pin == "246810");
}

TEST_CASE("customer's PIN: a tender that ends takes the entry with it") {
  CustomerBench bench;
  askPin(bench);
  bench.key(Qt::Key_F2, Qt::ShiftModifier);
  bench.digits("7391");
  bench.change([](till::Snapshot& now) {
    now.tender.reset();
    now.phase = till::Phase::Selling;
  });
  CHECK_FALSE(bench.customer.running());
  CHECK(bench.line().isEmpty());
}

TEST_CASE("customer's PIN: a new one is typed twice, and the cashier saves it") {
  CustomerBench bench;
  bench.key(Qt::Key_F2);
  bench.key(Qt::Key_F2);
  bench.change([](till::Snapshot& now) {
    now.member_desk->page.emplace();
    now.member_desk->page->head.member_no = "9030000012";
    now.member_desk->page->has_pin = true;
  });
  bench.key(Qt::Key_P);
  REQUIRE(bench.edit("memberFormOldPinCodeEdit").isVisible());
  bench.till.asked.clear();
  bench.key(Qt::Key_F2, Qt::ShiftModifier);
  CHECK(bench.shown("customerQuestionTextLabel") == QStringLiteral("Your PIN until now"));
  bench.digits("739145");
  checkHidden(bench, "memberFormOldPinCodeEdit", QStringLiteral("739145"));
  bench.touch("customerNext");
  CHECK(bench.edit("memberFormNewPinCodeEdit").hasFocus());
  bench.key(Qt::Key_F2, Qt::ShiftModifier);
  CHECK(bench.shown("customerQuestionTextLabel") == QStringLiteral("Choose a new PIN"));
  bench.digits("246810");
  bench.touch("customerNext");
  CHECK(bench.shown("customerQuestionTextLabel").contains(QStringLiteral("once more")));
  bench.digits("246811");
  bench.touch("customerNext");
  CHECK(bench.hint().contains(QStringLiteral("differ")));
  for (int time = 0; time < 2; ++time) {
    bench.digits("246810");
    bench.touch("customerNext");
  }
  CHECK_FALSE(bench.customer.running());
  CHECK(bench.till.asked.empty());
  bench.key(Qt::Key_Return);
  REQUIRE(bench.till.asked.size() == 1);
  const auto& request = bench.wish<till::ActOnMember>();
  CHECK(request.act == till::MemberAct::SetPin);
  CHECK(request.member_pin == "739145");
  CHECK(request.new_pin == "246810");
}
