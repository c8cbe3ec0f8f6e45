// Points on a member's card in the window: the button that pays with them, the form that puts them on, the form by
// which a manager lets a doubt go, and a card that is a copy.
#include "tests/gui/bench.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using test::Bench;
using till::Phase;

namespace {

ports::OpenPayment doubt(const char* payment, const char* provider) {
  ports::OpenPayment one;
  one.payment = payment;
  one.provider = provider;
  one.amount = base::Money(8800);
  one.code = "****E5F6";
  return one;
}

void openPayments(Bench& bench, std::vector<ports::OpenPayment> open) {
  bench.signIn();
  bench.till.edit([&](till::Snapshot& now) {
    now.tenders.emplace();
    now.tenders->open = std::move(open);
  });
  bench.key(Qt::Key_F10);
  bench.key(Qt::Key_O);
}

void refused(Bench& bench, base::ErrorCode code, const char* detail = "") {
  static std::uint64_t serial = 1000;
  bench.till.edit([&](till::Snapshot& now) {
    now.notice =
        till::Notice{till::NoticeKind::Error, till::NoticeCode::Failed, {}, base::Error{code, detail}, false, ++serial};
  });
  bench.settle();
}

}  // namespace

TEST_CASE("card points: the button stands there only while the member's card has some, and Alt+K presses it") {
  Bench bench;
  bench.signIn();
  bench.scan("6900000002025");
  bench.key(Qt::Key_Plus);
  REQUIRE(bench.now().phase == Phase::Tendering);
  auto& pay = bench.find<widgets::ActionButton>("cardPurseActionButton");
  CHECK_FALSE(pay.isVisible());
  bench.till.edit([](till::Snapshot& now) { now.tender->purse = till::PurseView{}; });
  bench.settle();
  CHECK_FALSE(pay.isVisible());  // the card is empty
  bench.till.edit([](till::Snapshot& now) {
    now.tender->purse = till::PurseView{base::Points(120), base::Money(12000)};
  });
  bench.settle();
  CHECK(pay.isVisible());
  CHECK(pay.text().contains(QStringLiteral("120")));
  const std::size_t before = bench.till.asked.size();
  bench.click("cardPurseActionButton");
  bench.key(Qt::Key_K, Qt::AltModifier);
  REQUIRE(bench.till.asked.size() == before + 2);
  for (std::size_t at = before; at < bench.till.asked.size(); ++at)
    CHECK(std::holds_alternative<till::PayByPurse>(bench.till.asked[at]));
  bench.till.edit([](till::Snapshot& now) {
    now.tender->payment =
        till::PaymentView{"CARDPURSE", base::Money(12000), "****E5F6", till::PaymentView::Stage::Waiting};
  });
  bench.settle();
  CHECK_FALSE(pay.isVisible());
  CHECK(bench.label("paymentTextLabel").contains(QStringLiteral("Lay the card on the reader")));
}

TEST_CASE("card points: a card that is a copy is said, and no sale stands still") {
  for (const char* why : {"FORKED", "ROLLED_BACK"}) {
    INFO(why);
    Bench bench;
    bench.signIn();
    bench.scan("6900000002025");
    bench.till.edit([&](till::Snapshot& now) {
      now.notice =
          till::Notice{till::NoticeKind::Warning, till::NoticeCode::CardSuspect, {why}, std::nullopt, false, 900};
    });
    bench.settle();
    CHECK_FALSE(bench.notice().isEmpty());
    CHECK(bench.notice().contains(QStringLiteral("card"), Qt::CaseInsensitive));
    bench.key(Qt::Key_Plus);
    CHECK(bench.now().phase == Phase::Tendering);
  }
}

TEST_CASE("card points: a doubt is let go with a reason and a manager's signature") {
  Bench bench;
  openPayments(bench, {doubt("a1", "CARDPURSE")});
  auto& release = bench.find<widgets::ActionButton>("paymentsReleaseActionButton");
  REQUIRE(release.isVisible());
  CHECK(release.isEnabled());
  const std::size_t before = bench.till.asked.size();
  bench.key(Qt::Key_G);
  CHECK(bench.edit("paymentsWhyCodeEdit").isVisible());
  bench.type("gone\r");
  REQUIRE(bench.till.asked.size() == before + 1);
  const auto& asked = std::get<till::GiveBackPayment>(bench.till.asked.back());
  CHECK(asked.payment == "a1");
  CHECK(asked.reason == "gone");
  CHECK(asked.approval.code.empty());
  refused(bench, base::ErrorCode::RuleRejected, "BAD_REASON");
  CHECK(bench.edit("paymentsWhyCodeEdit").isVisible());  // not beyond the right: the reason is asked again
  refused(bench, base::ErrorCode::NoRight, "adjust_points");
  REQUIRE(bench.edit("paymentsApproverCodeEdit").isVisible());
  bench.type("9001\r");
  bench.type("123456\r");
  REQUIRE(bench.till.asked.size() == before + 2);
  const auto& signed_by = std::get<till::GiveBackPayment>(bench.till.asked.back());
  CHECK(signed_by.reason == "gone");
  CHECK(signed_by.approval.code == "9001");
  CHECK(signed_by.approval.pin == "123456");
  bench.till.edit([](till::Snapshot& now) {
    now.tenders->open.clear();
    now.notice = till::Notice{till::NoticeKind::Info, till::NoticeCode::PurseOwed, {"8800"}, std::nullopt, false, 5000};
  });
  bench.settle();
  CHECK_FALSE(bench.edit("paymentsApproverCodeEdit").isVisible());
  CHECK_FALSE(release.isEnabled());
}

TEST_CASE("card points: what is no card's, is owed or is paid cannot be let go") {
  auto owed = doubt("a2", "CARDPURSE");
  owed.refund = true;
  auto paid = doubt("a3", "CARDPURSE");
  paid.paid = true;
  for (const auto& one : {owed, paid, doubt("a4", "WECHAT")}) {
    Bench bench;
    openPayments(bench, {one});
    CHECK_FALSE(bench.find<widgets::ActionButton>("paymentsReleaseActionButton").isEnabled());
  }
  Bench bench;
  openPayments(bench, {doubt("a5", "CARDLOAD")});
  CHECK(bench.find<widgets::ActionButton>("paymentsReleaseActionButton").isEnabled());
}

TEST_CASE("card points: put onto the card from the member desk, and Esc takes them back") {
  Bench bench;
  bench.signIn();
  bench.key(Qt::Key_F2);
  bench.key(Qt::Key_F2);
  bench.till.edit([](till::Snapshot& now) {
    now.member_desk->page.emplace();
    now.member_desk->page->head.member_no = "9030000012";
    now.member_desk->page->available = base::Points(700);
    now.member_desk->page->cards = {{member::CredentialKind::Uid, "****E5F6", member::CardStatus::Active}};
  });
  bench.settle();
  bench.key(Qt::Key_4);
  auto& button = bench.find<widgets::ActionButton>("memberCardTask21ActionButton");
  CHECK_FALSE(button.isVisible());  // no keys
  bench.till.edit([](till::Snapshot& now) { now.member_desk->can_load = true; });
  bench.settle();
  REQUIRE(button.isVisible());
  CHECK_FALSE(button.isEnabled());  // no card yet
  bench.till.edit([](till::Snapshot& now) {
    now.member_desk->load = till::CardLoadView{"****E5F6", base::Points(1000), base::Points(4000), std::nullopt};
  });
  bench.settle();
  REQUIRE(button.isEnabled());
  bench.key(Qt::Key_D);
  const QString state = bench.label("cardLoadStateTextLabel");
  for (const char* figure : {"1,000", "4,000", "700"}) CHECK(state.contains(QString::fromLatin1(figure)));
  const std::size_t before = bench.till.asked.size();
  bench.type("\r\r");
  CHECK(bench.till.asked.size() == before);  // nothing was typed
  bench.edit("cardLoadPointsCodeEdit").setFocus();
  bench.type("250\r");
  bench.type("4711\r");
  REQUIRE(bench.till.asked.size() == before + 1);
  const auto& asked = std::get<till::LoadCard>(bench.till.asked.back());
  CHECK(asked.points == base::Points(250));
  CHECK(asked.member_pin == "4711");
  refused(bench, base::ErrorCode::NoRight, "top_up");
  REQUIRE(bench.edit("cardLoadApproverCodeEdit").isVisible());
  bench.type("9001\r");
  bench.type("123456\r");
  REQUIRE(bench.till.asked.size() == before + 2);
  CHECK(std::get<till::LoadCard>(bench.till.asked.back()).approval.code == "9001");
  bench.till.edit([](till::Snapshot& now) {
    now.notice.reset();
    now.member_desk->load->running = till::CardLoadView::Running{base::Points(250), till::PaymentView::Stage::Waiting};
  });
  bench.settle();
  CHECK(bench.label("cardLoadStateTextLabel").contains(QStringLiteral("lay the card ****E5F6")));
  CHECK_FALSE(bench.find<widgets::ActionButton>("cardLoadConfirmActionButton").isEnabled());
  bench.key(Qt::Key_Escape);
  REQUIRE(bench.till.asked.size() == before + 3);
  CHECK(std::holds_alternative<till::StopLoading>(bench.till.asked.back()));
  CHECK(bench.find<widgets::TextLabel>("cardLoadStateTextLabel").isVisible());  // until the till says so
  bench.till.edit([](till::Snapshot& now) {
    now.member_desk->load->running.reset();
    now.notice = till::Notice{
        till::NoticeKind::Good, till::NoticeCode::CardLoaded, {"250", "****E5F6"}, std::nullopt, false, 7000};
  });
  bench.settle();
  CHECK_FALSE(bench.find<widgets::TextLabel>("cardLoadStateTextLabel").isVisible());
  const auto& said = bench.find<widgets::NoticeBar>("memberDeskNoticeBar").shown();
  REQUIRE(said);
  CHECK(said->what.contains(QStringLiteral("250 points are on the card")));
}
