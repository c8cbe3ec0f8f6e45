// A member by card, by telephone and by the last six digits, opened and ready to show, among very many; bytes a member.
// BENCH_SIZES: numbers of members, by default 1000000; 10000000 takes some minutes and 3 GB.
// Then what a member bought, among BENCH_BILLS bills of 6 lines (by default 100000, of 22,000 members): by the index of
// members, beside a look at each bill of the store, in one run.
#include <sstream>

#include "core/store/connection.hpp"
#include "tests/bench/figures.hpp"
#include "tests/support/member_loader.hpp"

using namespace kahui;

namespace {

void measure(std::int64_t count) {
  test::StoreFixture fixture;
  const auto empty = std::filesystem::file_size(store::databasePath(fixture.path()));
  const double start = bench::now_us();
  KAHUI_ASSERT(test::loadMembers(fixture, count));
  const double built_s = (bench::now_us() - start) / 1e6;
  const auto bytes = std::filesystem::file_size(store::databasePath(fixture.path())) - empty;
  std::printf("== %lld members: built in %.0f s, %.1f bytes a member (personal fields sealed)\n",
              static_cast<long long>(count), built_s, static_cast<double>(bytes) / static_cast<double>(count));

  auto store = fixture.open();
  base::SeededRandom random(5);
  const auto draw = [&] { return 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(count))); };
  for (int i = 0; i < 100'000; ++i) KAHUI_ASSERT(store->memberByCard(test::loadedCard(draw())));
  std::vector<double> by_card, by_phone, by_tail;
  for (int i = 0; i < 50'000; ++i) {
    const auto card = test::loadedCard(draw());
    double at = bench::now_us();
    const auto hit = store->memberByCard(card);
    by_card.push_back(bench::now_us() - at);
    KAHUI_ASSERT(hit && *hit && (*hit)->member.profile.cards[0] == card);

    const std::string phone = test::phoneOf(draw());
    at = bench::now_us();
    const auto found = store->memberByPhone(phone);
    by_phone.push_back(bench::now_us() - at);
    KAHUI_ASSERT(found && *found);

    at = bench::now_us();
    const auto some = store->membersByPhoneTail(phone.substr(5), 20);
    by_tail.push_back(bench::now_us() - at);
    KAHUI_ASSERT(some && !some->empty());
  }
  bench::row("member by card, profile opened", by_card);
  bench::row("member by telephone, profile opened", by_phone);
  bench::row("last six digits, up to 20 members opened", by_tail);
}

constexpr std::int64_t kBuyers = 22'000;
constexpr double kLimit_us = 20'000;  // of a member's page

void sell(test::StoreFixture& fixture, store::SqliteStore& store, std::int64_t bills) {
  base::SeededRandom random(7);
  constexpr int kAct = 200, kLines = 6, kBrands = 40;
  std::vector<journal::Draft> drafts;
  for (std::int64_t bill = 0; bill < bills; ++bill) {
    drafts.push_back(test::saleDraft(*fixture.clock, *fixture.random));
    auto& sale = std::get<journal::SaleCompleted>(drafts.back().payload);
    journal::SoldLine line = sale.lines.front();
    sale.lines.clear();
    for (int i = 0; i < kLines; ++i) {
      line.sku = "S" + std::to_string(random.below(2'000));
      line.terms.brand = "brand" + std::to_string(random.below(kBrands));
      sale.lines.push_back(line);
    }
    sale.gross = sale.total = base::Money(kLines * line.final.value());
    auto& member = sale.member.emplace();
    member.no = 1 + static_cast<std::int64_t>(random.below(kBuyers));
    member.tier_after = member.bill_tier = "ORD";
    if (std::ssize(drafts) < kAct && bill + 1 < bills) continue;
    KAHUI_ASSERT(store.appendAll(drafts));
    drafts.clear();
  }
  const double start = bench::now_us();
  KAHUI_ASSERT(store.checkpoint());
  std::printf("folded in %.1f s\n", (bench::now_us() - start) / 1e6);
}

// S000-50: a page of 500 bills in 1 s; S003-80: from a receipt to its sale in 2 s.
void measureBusyMember(test::StoreFixture& fixture, store::SqliteStore& store) {
  constexpr int kBills = 500, kLooks = 50;
  constexpr double kPage_us = 1e6, kReceipt_us = 2e6;
  const base::BusinessDate from = fixture.clock->now().local().date().plusDays(-90);
  std::vector<journal::Draft> drafts;
  for (int bill = 0; bill < kBills; ++bill) {
    drafts.push_back(test::saleDraft(*fixture.clock, *fixture.random));
    auto& member = std::get<journal::SaleCompleted>(drafts.back().payload).member.emplace();
    member.no = kBuyers;
    member.tier_after = member.bill_tier = "ORD";
  }
  KAHUI_ASSERT(store.appendAll(drafts));
  std::vector<double> page, receipt;
  for (int i = 0; i < kLooks; ++i) {
    double at = bench::now_us();
    const auto bills = store.salesOf(member::MemberNo(kBuyers), from, kBills);
    page.push_back(bench::now_us() - at);
    KAHUI_ASSERT(bills && bills->size() == kBills);
    at = bench::now_us();
    const auto sale = store.saleByReceipt((*bills)[static_cast<std::size_t>(i)].receipt_no);
    receipt.push_back(bench::now_us() - at);
    KAHUI_ASSERT(sale && *sale);
  }
  bench::row("a member's page of 500 bills", page,
             bench::percentile(page, 1) <= kPage_us ? "within 1 s" : "BEYOND 1 s");
  bench::row("the sale of a receipt", receipt,
             bench::percentile(receipt, 1) <= kReceipt_us ? "within 2 s" : "BEYOND 2 s");
}

void measureBills(std::int64_t bills) {
  test::StoreFixture fixture;
  KAHUI_ASSERT(test::loadMembers(fixture, kBuyers));
  auto store = fixture.open();
  const base::BusinessDate from = fixture.clock->now().local().date().plusDays(-364);
  const std::int64_t now_ms = fixture.clock->now().utc_ms;
  sell(fixture, *store, bills);
  std::printf("== %lld bills of %lld members\n", static_cast<long long>(bills), static_cast<long long>(kBuyers));
  base::SeededRandom random(9);
  std::vector<double> most, net, page, counted, scan;
  constexpr int kLooks = 2'000, kScans = 50;
  for (int i = 0; i < kLooks; ++i) {
    const member::MemberNo no(1 + static_cast<std::int64_t>(random.below(kBuyers)));
    double at = bench::now_us();
    const auto bought = store->boughtMost(no, from, 3);
    most.push_back(bench::now_us() - at);
    KAHUI_ASSERT(bought);
    at = bench::now_us();
    const auto between = store->netBetween(no, 0, now_ms + 1);
    net.push_back(bench::now_us() - at);
    KAHUI_ASSERT(between);
    at = bench::now_us();
    KAHUI_ASSERT(store->salesOf(no, from, 20));
    page.push_back(bench::now_us() - at);
    at = bench::now_us();
    KAHUI_ASSERT(store->boughtSoFar(no, from));
    counted.push_back(bench::now_us() - at);
    if (i >= kScans) continue;
    at = bench::now_us();
    auto row = store->connection().statement("SELECT ifnull(sum(total), 0) FROM sale WHERE +member=?");  // no index
    row.bind(1, no.value());
    KAHUI_ASSERT(row.executeStep() && row.getColumn(0).getInt64() == between->value());
    scan.push_back(bench::now_us() - at);
  }
  const auto judged = [](const char* name, const std::vector<double>& values) {
    bench::row(name, values, bench::percentile(values, 0.99) <= kLimit_us ? "within 20 ms" : "BEYOND 20 ms");
  };
  judged("what a member bought most, categories and brands", most);
  judged("a rebate's sum of a member", net);
  judged("a member's last 20 bills", page);
  judged("bills of a member that the rules count", counted);
  bench::row("the same sum by looking at each bill", scan);
  measureBusyMember(fixture, *store);
}

}  // namespace

int main() {
  const char* sizes = std::getenv("BENCH_SIZES");
  std::istringstream list(sizes != nullptr ? sizes : "1000000");
  for (std::int64_t count = 0; list >> count;) measure(count);
  measureBills(bench::fromEnvironment("BENCH_BILLS", 100'000));
  return 0;
}
