// M4 as a machine without a clock: every ending, and when it asks.
#include "core/till/payment_run.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using ports::PaymentOutcome;
using till::PaymentRun;
using till::PaymentStep;

namespace {

const ports::PaymentAnswer kPaying{PaymentOutcome::Unknown, true, {}, {}};
const ports::PaymentAnswer kPaid{PaymentOutcome::Paid, false, {}, {}};
const ports::PaymentAnswer kUnpaid{PaymentOutcome::Unpaid, false, {}, {}};

}  // namespace

TEST_CASE("payment run: paid or refused at once is the end") {
  for (const auto& answer : {kPaid, kUnpaid}) {
    PaymentRun run(PaymentStep::Pay, {});
    CHECK(run.next(0) == PaymentStep::Pay);
    CHECK(run.stage() == till::PaymentStage::Asking);
    run.answered(answer, 700);
    CHECK(run.next(700) == PaymentStep::Done);
    CHECK(run.outcome() == answer.outcome);
    CHECK_FALSE(run.reversed());
  }
}

TEST_CASE("payment run: looks every five seconds, reverses at thirty, and says unknown when that is refused") {
  PaymentRun run(PaymentStep::Pay, {});
  run.answered(kPaying, 100);
  CHECK(run.stage() == till::PaymentStage::Waiting);
  std::int64_t now = 100;
  int looks = 0;
  while (run.next(run.dueAt()) == PaymentStep::Query) {
    CHECK(run.next(run.dueAt() - 1) == PaymentStep::Wait);
    CHECK(run.dueAt() - now <= 5000);
    now = run.dueAt();
    ++looks;
    run.answered(kPaying, now);
  }
  CHECK(looks == 6);
  CHECK(now == 30000);
  CHECK(run.stage() == till::PaymentStage::Reversing);
  for (int tries = 0; tries < 4; ++tries) {
    now = run.dueAt();
    CHECK(run.next(now) == PaymentStep::Reverse);
    run.answered(kPaying, now);
  }
  CHECK(run.next(now) == PaymentStep::Done);
  CHECK(run.outcome() == PaymentOutcome::Unknown);
  CHECK(now >= 45000);  // past WeChat's own revocation
}

TEST_CASE("payment run: a reversal that is done is unpaid, one that comes too late is paid") {
  for (const auto& answer : {kPaid, kUnpaid}) {
    PaymentRun run(PaymentStep::Pay, {});
    run.answered(kPaying, 100);
    run.cancel();
    CHECK(run.next(101) == PaymentStep::Reverse);
    run.answered(answer, 200);
    CHECK(run.outcome() == answer.outcome);
    CHECK(run.reversed() == (answer.outcome == PaymentOutcome::Unpaid));
  }
  PaymentRun early(PaymentStep::Pay, {});
  early.cancel();  // while the first answer is on its way
  CHECK(early.next(0) == PaymentStep::Pay);
  early.answered(kPaying, 50);
  CHECK(early.next(50) == PaymentStep::Reverse);
}

TEST_CASE("payment run: a single question ends with its answer, whatever it is") {
  for (const auto begin : {PaymentStep::Query, PaymentStep::Refund}) {
    PaymentRun run(begin, {});
    CHECK(run.next(0) == begin);
    run.answered(kPaying, 10);
    CHECK(run.next(10) == PaymentStep::Done);
    CHECK(run.outcome() == PaymentOutcome::Unknown);
  }
}
