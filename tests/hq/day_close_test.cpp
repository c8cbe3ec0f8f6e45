// S28 of protocol.md as it stands there: 50 tills, 3 business days, random returns, voids and cash moves; then one fact
// row is deleted by hand.
#include <random>

#include "tests/hq/hq_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

constexpr int kTills = 50;
constexpr const char* kDays[] = {"2025-03-10", "2025-03-11", "2025-03-12"};

journal::SaleReturned returnOf(std::int64_t fen, bool voids) {
  journal::SaleReturned back;
  back.receipt_no = "0001-01-1-2";
  back.shift = 1;
  back.operator_code = "1001";
  back.sale_receipt_no = "0001-01-1-1";
  back.voids = voids;
  journal::ReturnedLine line;
  line.quantity = base::kOnePiece;
  line.value = base::Money(fen);
  back.lines = {line};
  back.value = back.refund = base::Money(fen);
  back.tenders = {{"CASH", base::Money(fen), std::nullopt}};
  return back;
}

void liveDay(TillLog& log, std::mt19937& random, std::int64_t shift) {
  const auto roll = [&](unsigned below) { return static_cast<std::int64_t>(random() % below); };
  log.add(journal::ShiftOpened{shift, "1001", base::Money(20'000)});
  std::int64_t bills = 0, total = 0;
  for (std::int64_t i = 0, acts = 3 + roll(8); i < acts; ++i) {
    const std::int64_t fen = 100 + roll(50'000);
    log.add(saleOf(fen));
    ++bills;
    total += fen;
    const std::int64_t what = roll(6);
    if (what < 2) {  // part of it comes back, or all of it is voided
      const std::int64_t back = what == 0 ? 1 + roll(static_cast<unsigned>(fen)) : fen;
      log.add(returnOf(back, what == 1));
      ++bills;
      total -= back;
    }
    if (what == 2) log.add(journal::CashMoved{shift, "DROP", base::Money(1 + roll(10'000)), "safe", "1001", ""});
  }
  log.add(journal::ShiftClosed{shift, "1001", "rollover", bills, base::Money(total)});
}

}  // namespace

TEST_CASE("S28 50 tills close 3 days, and one fact that is gone is found at its till and its day alone", "[both]") {
  HqFixture hq;
  std::mt19937 random(28);
  std::vector<TillLog> logs;
  for (int i = 0; i < kTills; ++i) {
    logs.emplace_back("t" + std::to_string(i));
    hq.know(logs.back().terminal(), "000" + std::to_string(1 + i / 20), std::to_string(1 + i % 20));
    std::int64_t shift = 0;
    for (const char* day : kDays) {
      logs.back().setTime((std::string(day) + "T09:00:00").c_str());
      liveDay(logs.back(), random, ++shift);
    }
  }
  std::shuffle(logs.begin(), logs.end(), random);
  for (const TillLog& log : logs) REQUIRE(hq.send(log, 1, log.head()));
  hq.project();
  for (const TillLog& log : logs)
    for (const char* day : kDays) {
      const auto row = hq.recon(log.terminal(), day);
      INFO(log.terminal() << " " << day << (row.reasons.empty() ? "" : ": " + row.reasons.front()));
      REQUIRE(row.state == hq::ReconState::Match);
    }
  // One row of one till goes.
  std::int64_t gone = 0;
  hq.in([&](ports::HqTransaction& tx) {
    for (const auto& sale : tx.salesAfter({}, 100'000))
      if (sale.key.terminal == "t17" && sale.day == *base::BusinessDate::parse(kDays[1])) gone = sale.total.value();
  });
  hq.store->database().script("DELETE FROM fact_sale WHERE terminal = 't17' AND day = " +
                              std::to_string(base::BusinessDate::parse(kDays[1])->days()) +
                              " AND seq = (SELECT max(seq) FROM fact_sale WHERE "
                              "terminal = 't17' AND day = " +
                              std::to_string(base::BusinessDate::parse(kDays[1])->days()) + ")");
  int mismatched = 0;
  for (const TillLog& log : logs)
    for (const char* day : kDays) {
      const auto row = hq.recon(log.terminal(), day);
      if (row.state == hq::ReconState::Match) continue;
      ++mismatched;
      CHECK(log.terminal() == "t17");
      CHECK(std::string(day) == kDays[1]);
      CHECK(row.state == hq::ReconState::Mismatch);
      CHECK(row.raw.total.value() - row.facts.total.value() == gone);
    }
  CHECK(mismatched == 1);
  REQUIRE(hq.projector.rebuild());
  for (const char* day : kDays) CHECK(hq.recon("t17", day).state == hq::ReconState::Match);
}

}  // namespace kahui::test
