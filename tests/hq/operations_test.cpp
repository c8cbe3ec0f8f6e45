// Headquarters through the years: days that are settled and opened again, what tills may purge, pruned feeds, orders.
#include <fstream>
#include <regex>

#include "core/hq/day_lock.hpp"
#include "core/hq/export.hpp"
#include "core/hq/ingest.hpp"
#include "core/hq/purgeable.hpp"
#include "core/hq/reason_words.hpp"
#include "core/hq/sale_sums.hpp"
#include "core/hq/terminals.hpp"
#include "core/hq/upkeep.hpp"
#include "tests/hq/hq_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

constexpr const char* kDay = "2025-03-12";

struct Office : HqFixture {
  TillLog log{"t1"};
  std::uint64_t sent = 0;

  Office() {
    know("t1", "0001", "01");
    nextDay();
  }
  void nextDay() { clock.set(*base::LocalTime::parse("2025-03-13T09:00:00")); }
  void sell(std::initializer_list<int> totals, int shift = 1, bool close = true) {
    log.add(journal::ShiftOpened{shift, "1001", base::Money{}});
    std::int64_t sum = 0;
    for (const int total : totals) {
      log.add(saleOf(total));
      sum += total;
    }
    if (close) log.add(journal::ShiftClosed{shift, "1001", "rollover", std::ssize(totals), base::Money(sum)});
  }
  void sendAll() {
    if (sent < log.head()) REQUIRE(send(log, sent + 1, log.head()));
    sent = log.head();
    project();
  }
  hq::ReconState state() { return recon("t1", kDay).state; }
  int settle() { return *hq::settleDays(*store, clock.now().local().date(), clock.now().utc_ms); }
  base::Status signOff(const std::string& who = "王", const std::string& reason = "盘点后确认") {
    return hq::signOff(*store, {"t1", *base::BusinessDate::parse(kDay), who, reason}, clock.now().local().date(),
                       clock.now().utc_ms);
  }
  std::vector<std::string> adjustments() {
    std::vector<std::string> lines;
    REQUIRE(
        hq::exportLines(*store, hq::ExportWhat::Adjustments, [&](const std::string& line) { lines.push_back(line); }));
    return lines;
  }
};

}  // namespace

TEST_CASE("events after a day was settled make it late, and it matches again with an adjustment", "[both]") {
  Office office;
  office.sell({100, 200});
  office.sendAll();
  CHECK(office.state() == hq::ReconState::Match);
  CHECK(office.settle() == 1);
  CHECK(office.settle() == 0);
  office.sell({5000}, 2);
  office.sendAll();
  const auto late = office.recon("t1", kDay);
  CHECK(late.state == hq::ReconState::Late);
  REQUIRE(late.reasons.size() == 1);
  CHECK(late.reasons.front() == "since the day was settled came: bills 1, total 5000");
  CHECK(office.settle() == 1);
  CHECK(office.state() == hq::ReconState::Match);
  const auto lines = office.adjustments();
  REQUIRE(lines.size() == 1);
  CHECK(lines.front().find(R"("business_date":"2025-03-12","n":1,"booked_on":"2025-03-13","bills":1,"total":5000)") !=
        std::string::npos);
}

TEST_CASE("late events whose shift was not closed stay late until a person signs", "[both]") {
  Office office;
  office.sell({100});
  office.sendAll();
  CHECK(office.settle() == 1);
  office.sell({700}, 2, false);
  office.sendAll();
  CHECK(office.state() == hq::ReconState::Late);
  CHECK(office.settle() == 0);
  REQUIRE(office.signOff());
  const auto row = office.recon("t1", kDay);
  CHECK(row.state == hq::ReconState::SignedOff);
  CHECK(row.lock->who == "王");
  CHECK(hq::allMatch({row}));
  CHECK(hq::reconJson(*base::BusinessDate::parse(kDay), {row}).find(R"("matched_total":800)") != std::string::npos);
  CHECK(office.adjustments().size() == 1);
}

TEST_CASE("a day is signed off by name and reason, only when it does not match, and not for what comes later",
          "[both]") {
  Office office;
  office.sell({100, 200}, 1, false);
  office.sendAll();
  CHECK(office.state() == hq::ReconState::NoZ);
  CHECK(office.settle() == 0);
  CHECK(office.signOff("", "盘点后确认").error().code == base::ErrorCode::BadInput);
  CHECK(office.signOff("王", "ok").error().code == base::ErrorCode::BadInput);
  REQUIRE(office.signOff());
  CHECK(office.state() == hq::ReconState::SignedOff);
  CHECK(office.signOff().error().code == base::ErrorCode::WrongState);
  office.log.add(saleOf(900));
  office.sendAll();
  CHECK(office.state() == hq::ReconState::Late);
  office.log.add(journal::ShiftClosed{1, "1001", "rollover", 3, base::Money(1200)});
  office.sendAll();
  CHECK(office.settle() == 1);  // closed after all: nobody's word is needed any more
  CHECK(office.state() == hq::ReconState::Match);
  CHECK(office.signOff().error().code == base::ErrorCode::WrongState);
  office.in([&](ports::HqTransaction& tx) {
    const auto flags = tx.flags();
    CHECK(std::any_of(flags.begin(), flags.end(), [](const auto& flag) {
      return flag.kind.starts_with("signed_off") && flag.member == "t1" && flag.detail == "王: 盘点后确认";
    }));
  });
}

TEST_CASE("a fact that is gone is a mismatch also on a settled day, and a rebuild keeps what was signed", "[both]") {
  Office office;
  office.sell({100, 200});
  office.sendAll();
  CHECK(office.settle() == 1);
  office.store->database().script("DELETE FROM fact_sale WHERE total = 200");
  CHECK(office.state() == hq::ReconState::Mismatch);
  REQUIRE(office.signOff());
  CHECK(office.state() == hq::ReconState::SignedOff);
  REQUIRE(office.projector.rebuild());
  CHECK(office.state() == hq::ReconState::Match);
}

TEST_CASE("S24 the disk of a replaced till is salvaged once, and its day reopens and matches", "[both]") {
  Office office;
  office.sell({100, 200});
  office.sendAll();
  CHECK(office.settle() == 1);
  std::vector<int> totals(35, 1'000);
  office.log.add(journal::ShiftOpened{2, "1001", base::Money{}});
  for (const int total : totals) office.log.add(saleOf(total));
  office.log.add(journal::ShiftClosed{2, "1001", "rollover", 35, base::Money(35'000)});  // 37 events that never went up
  office.know("t9", "0001", "01");
  const auto salvage = [&](const std::string& text) { return hq::salvage(*office.store, "t1", text, 1); };
  // Two batches, as a till with more than one batch writes them.
  const std::string tail = office.log.batch(5, 20) + office.log.batch(21, office.log.head());
  CHECK(salvage(tail).error().code == base::ErrorCode::WrongState);  // not replaced: it sends itself
  REQUIRE(hq::setTerminalState(*office.store, "t1", ports::HqTerminalState::Retired));
  CHECK(office.send(office.log, 5, 41).error().body.error == "retired");
  CHECK(salvage("rubbish\n").error().code == base::ErrorCode::BadInput);
  CHECK(salvage(tail.substr(0, tail.size() - 9)).error().code == base::ErrorCode::BadInput);
  std::string forged = tail;
  forged[forged.find("\"S1\"") + 2] = '2';
  CHECK_FALSE(salvage(forged));
  const auto taken = salvage(tail);
  REQUIRE(taken);
  CHECK(taken->stored + taken->dup == 37);
  office.project();
  CHECK(office.state() == hq::ReconState::Late);
  CHECK(office.settle() == 1);
  CHECK(office.state() == hq::ReconState::Match);
  CHECK(office.recon("t1", kDay).facts.total == base::Money(35'300));
  const auto again = salvage(tail);
  REQUIRE(again);
  CHECK(again->stored == 0);
  CHECK(again->dup == 37);
  CHECK(office.send(office.log, 5, 41).error().body.error == "retired");
}

TEST_CASE("tills may purge what is settled and covered by a backup, and never less than before", "[both]") {
  Office office;
  const auto purgeable = [&] {
    std::uint64_t seq = 0;
    office.in([&](ports::HqTransaction& tx) { seq = tx.incarnation("t1", 1)->purgeable; });
    return seq;
  };
  office.sell({100, 200});  // 1 to 4
  office.sendAll();
  CHECK(office.settle() == 1);
  REQUIRE(hq::movePurgeable(*office.store));
  CHECK(purgeable() == 0);  // no backup yet
  const std::int64_t now_ms = office.clock.now().utc_ms;
  CHECK(hq::backupTaken(*office.store, now_ms + 1, now_ms).error().code == base::ErrorCode::OutOfRange);
  REQUIRE(hq::backupTaken(*office.store, now_ms, now_ms));
  REQUIRE(hq::movePurgeable(*office.store));
  CHECK(purgeable() == 0);  // received in the minute of the backup: perhaps committed after it
  office.clock.advance(std::chrono::hours(1));
  REQUIRE(hq::backupTaken(*office.store, office.clock.now().utc_ms, office.clock.now().utc_ms));
  REQUIRE(hq::movePurgeable(*office.store));
  CHECK(purgeable() == 4);
  office.log.setTime("2025-03-13T08:00:00");  // the next day, which goes on
  office.sell({300}, 2);
  office.sendAll();
  CHECK(office.send(office.log, 5, 7)->purgeable == 4);  // in the acknowledgement
  office.clock.advance(std::chrono::hours(1));
  REQUIRE(hq::backupTaken(*office.store, office.clock.now().utc_ms, office.clock.now().utc_ms));
  REQUIRE(hq::movePurgeable(*office.store));
  CHECK(purgeable() == 4);
  office.clock.set(*base::LocalTime::parse("2025-03-14T09:00:00"));
  REQUIRE(hq::upkeep(*office.store, {"test", 1, office.clock.now().local().date(), office.clock.now().utc_ms}));
  CHECK(purgeable() == 7);
  auto poison = saleOf(200);
  poison.lines.front().final = base::Money(-200);
  office.log.add(poison);
  office.log.add(saleOf(100));
  office.sendAll();
  office.clock.set(*base::LocalTime::parse("2025-03-15T09:00:00"));
  REQUIRE(hq::backupTaken(*office.store, office.clock.now().utc_ms, office.clock.now().utc_ms));
  REQUIRE(hq::movePurgeable(*office.store));
  CHECK(purgeable() == 7);  // what was set aside is not settled
}

TEST_CASE("each reason of headquarters is said in Chinese, and what a person wrote stays") {
  const auto chinese = [](const std::string& text) { return hq::reasonInChinese(text); };
  auto bad = saleOf(100);
  bad.lines.front().final = base::Money(-5);
  CHECK(chinese(hq::saleBroken(bad)) == "有商品行的金额小于 0");
  bad = saleOf(100);
  bad.tenders.clear();
  CHECK(chinese(hq::saleBroken(bad)) == "各支付方式之和与合计不符");
  CHECK(chinese("quarantined 0192aa: payload: key missing: t") == "已隔离 0192aa：事件内容有误：缺少字段 t");
  CHECK(chinese("since the day was settled came: bills 1, total 5000") == "结算之后又收到：1 单，5000 分");
  CHECK(chinese("bills: closing 3, facts 2") == "单数：交班 3，汇总 2");
  CHECK(chinese("business date 1970-01-01 is too far from today") == "营业日 1970-01-01 与今天相差过大");
  CHECK(chinese("counted again") == "counted again");
  // Whatever recon.cpp and sale_sums.cpp say has words: a new sentence without them shows here.
  for (const char* file : {"/core/hq/sale_sums.cpp", "/core/hq/day_lock.cpp"}) {
    std::ifstream in(std::string(KAHUI_SOURCE_DIR) + file);
    const std::string source((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    REQUIRE(!source.empty());
    const std::regex said(R"re((?:return|BadInput,) "([a-z][^"]+)")re");
    int found = 0;
    for (std::sregex_iterator at(source.begin(), source.end(), said), end; at != end; ++at, ++found) {
      INFO((*at)[1].str());
      CHECK(chinese((*at)[1].str()) != (*at)[1].str());
    }
    CHECK(found >= 3);
  }
}

}  // namespace kahui::test
