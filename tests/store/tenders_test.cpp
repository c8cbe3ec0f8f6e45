// Lines of payments, stored value and count cards, and a verifier that finds what is wrong with them.
#include "core/journal/codec.hpp"
#include "core/journal/draft.hpp"
#include "core/store/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store_fixture.hpp"

using namespace kahui;
using base::Money;

namespace {

struct Book {
  test::StoreFixture fixture;
  std::unique_ptr<store::SqliteStore> store = fixture.open();

  base::Status append(journal::Payload payload) {
    const auto at = fixture.clock->now();
    const auto done =
        store->append(journal::makeDraft(at, at.local().date(), "1", *fixture.random, std::move(payload)));
    return done ? base::Status{} : tl::unexpected(done.error());
  }
  std::vector<std::string> problems() {
    std::vector<std::string> found;
    const auto report = store::verify(*store);
    for (const auto& problem : report->problems) found.push_back(problem.what);
    return found;
  }
};

journal::StoredMoved moved(std::int64_t principal, std::int64_t bonus, std::int64_t principal_after,
                           std::int64_t bonus_after) {
  journal::StoredMoved event;
  event.member = 9001000001;
  event.why = principal < 0 ? "PAY" : "TOP_UP";
  event.principal = Money(principal);
  event.bonus = Money(bonus);
  event.principal_after = Money(principal_after);
  event.bonus_after = Money(bonus_after);
  event.operator_code = "1001";
  return event;
}

const std::string kPayment(32, 'a');

}  // namespace

TEST_CASE("lines of payments, stored value and count cards are read as they were written") {
  base::ManualClock clock(*base::LocalTime::parse("2026-11-24T10:00:00"));
  base::SeededRandom random(3);
  auto top_up = moved(50000, 5000, 50000, 5000);
  top_up.rule = "500送50";
  top_up.shift = 7;
  top_up.operator_name = "李";
  top_up.approver = "2001";
  top_up.tenders = {{"BANKCARD", Money(50000), std::nullopt, "004211", {}}};
  const auto day = base::BusinessDate::of(2027, 2, 22);
  journal::SaleCompleted sale;
  sale.receipt_no = "0001-03-1-000001";
  sale.shift = 1;
  sale.operator_code = "1001";
  sale.operator_name = "李";
  sale.lines.resize(1);
  sale.lines[0].sku = "S1";
  sale.lines[0].name = "n";
  sale.lines[0].layer = "RETAIL";
  sale.lines[0].count_card = kPayment;
  sale.lines[0].count_change = -1;
  sale.lines[0].count_left = 9;
  sale.tenders = {{"WECHAT", Money(1), std::nullopt, {}, kPayment}, {"VOUCHER", Money(2), std::nullopt, "A1", {}}};
  sale.member.emplace();
  sale.member->stored_principal = Money(8308);
  sale.member->stored_bonus = Money(692);
  sale.member->stored_after = Money(56000);
  for (const journal::Payload& payload :
       {journal::Payload(journal::PaymentBegun{kPayment, true, "WECHAT", Money(5), "13…6781", "1001", "b", "c", "{}"}),
        journal::Payload(journal::PaymentEnded{kPayment, "REVERSED", "T1", "why"}), journal::Payload(top_up),
        journal::Payload(journal::CountMoved{9001, kPayment, "USED", "S4", "十次卡", -1, 9, day}),
        journal::Payload(sale)}) {
    journal::Event event;
    event.id = base::Id::make(1, random);
    event.at = clock.now();
    event.business_date = event.at.local().date();
    event.payload = payload;
    const auto line = journal::encode(event);
    REQUIRE(line);
    const auto read = journal::decode(*line);
    REQUIRE(read);
    CHECK(read->payload == payload);
  }
}

TEST_CASE("verify finds a stored value that is not the sum of its movements") {
  Book book;
  REQUIRE(book.append(moved(50000, 5000, 50000, 5000)));
  REQUIRE(book.append(moved(-10000, -1000, 40000, 4000)));
  CHECK(book.problems().empty());
  const auto rows = book.store->valueHistory(member::MemberNo(9001000001), 10);
  REQUIRE(rows->size() == 2);
  CHECK(rows->front().balance_after == Money(44000));
  book.store->connection().database().exec("UPDATE stored_account SET bonus=bonus+1");
  CHECK(book.problems() == std::vector<std::string>{"a stored value differs from the journal"});
  book.store->connection().database().exec("UPDATE stored_account SET bonus=bonus-1");
  REQUIRE(book.append(moved(-50000, 0, -10000, 4000)));
  CHECK(book.problems() == std::vector<std::string>{"a stored value is below zero"});
}

TEST_CASE("verify finds a count card that was used too often, and a payment that ended without a beginning") {
  Book book;
  REQUIRE(book.append(journal::CountMoved{9001000001, kPayment, "SOLD", "S4", "n", 2, 2, std::nullopt}));
  REQUIRE(book.append(journal::CountMoved{9001000001, kPayment, "USED", "S4", "n", -2, 0, std::nullopt}));
  CHECK(book.problems().empty());
  CHECK(book.store->countCards(member::MemberNo(9001000001))->empty());
  REQUIRE(book.append(journal::CountMoved{9001000001, kPayment, "USED", "S4", "n", -1, -1, std::nullopt}));
  CHECK(book.problems() == std::vector<std::string>{"a count card was used more often than it was sold for"});

  Book other;
  REQUIRE(other.append(journal::PaymentBegun{kPayment, false, "WECHAT", Money(5), "13…6781", "1001", {}, "b", "{}"}));
  CHECK(other.problems().empty());
  REQUIRE(other.store->openPayments()->size() == 1);
  REQUIRE(other.append(journal::PaymentEnded{kPayment, "UNPAID", {}, {}}));
  CHECK(other.store->openPayments()->empty());
  CHECK(other.problems().empty());
  REQUIRE(other.append(journal::PaymentEnded{kPayment, "PAID", {}, {}}));
  CHECK(other.problems() == std::vector<std::string>{"a payment ended twice"});
}
