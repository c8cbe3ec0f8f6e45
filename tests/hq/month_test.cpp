// A chain through a month in one process: three stores, eight tills each, days with outages, lost answers and a till
// that stays away for a week; members that shop everywhere. At the end headquarters is the sum of its tills, every
// balance agrees, and every day reconciles (issue 5, "Shown by"). The month holds a turn of the year, so that points
// end, tiers are judged and monthly coupons are issued while tills are away.
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/hq/calendar.hpp"
#include "core/hq/members.hpp"
#include "core/hq/service.hpp"
#include "core/store/history.hpp"
#include "core/store/verify.hpp"
#include "core/sync/chain_keys.hpp"
#include "core/sync/drive.hpp"
#include "core/till/sale_desk.hpp"
#include "tests/hq/hq_fixture.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/store_fixture.hpp"

namespace kahui::test {

namespace {

constexpr int kStores = 3, kTillsEach = 8, kDays = 30, kMembers = 40;
constexpr const char* kFirstDay = "2025-12-10";
constexpr const char* kRules = R"({"points":{"expiry":{"NONCASH":"YEAR_END"}}})";

struct NoIssuer final : ports::HqIssuer {
  base::Result<ports::IssuedCertificate> issue(std::string_view, std::string_view) override {
    return base::fail(base::ErrorCode::BadInput);
  }
  [[nodiscard]] const std::string& caPem() const override { return m_none; }
  std::string m_none;
};

struct Chain {
  HqFixture hq;
  hq::Identity identity;
  NoIssuer issuer;
  hq::Metrics metrics;
  hq::Calendar calendar{*hq.store, hq.clock, "test"};
  base::SeededRandom random{7};
  hq::Service service{hq::Service::Parts{*hq.store, issuer, identity, hq.clock, metrics,
                                         [](const std::string&, const std::string&) { return std::nullopt; }}};

  Chain() {
    random.fill(identity.feed_key);
    random.fill(identity.card_key);
    hq.publish(kRules);
  }

  void work() {
    hq.project();
    for (;;) {
      const auto taken = calendar.step();
      REQUIRE(taken);
      if (*taken == 0) break;
    }
    hq.sequence();
  }

  void join() {
    std::vector<ports::MemberToJoin> members;
    for (int i = 1; i <= kMembers; ++i) {
      members.push_back(member(i, i % 5 == 0 ? "PLT" : i % 3 == 0 ? "GLD" : "ORD"));
      members.back().joined = base::BusinessDate::of(2024, 5, 1);
      members.back().opening = base::Points(i % 4 * 40);
      members.back().lifetime = members.back().opening;
      if (i % 4 != 0) members.back().opening_expires = base::BusinessDate::of(2025, 12, 31);
    }
    const hq::Joining joining{hq.clock.now().local().date(), hq.clock.now().utc_ms, {}};
    const auto problems = hq::joinMembers(*hq.store, identity, joining, members, random);
    REQUIRE(problems);
    REQUIRE(problems->empty());
  }
};

// A way to headquarters that is cut, or loses an answer after headquarters took the request.
struct Line final : ports::SyncTransport {
  Chain& chain;
  std::string terminal;
  base::SeededRandom& dice;
  int lose_percent = 0;

  Line(Chain& to, std::string from, base::SeededRandom& chance) : chain(to), terminal(std::move(from)), dice(chance) {}

  base::Result<ports::SyncResponse> exchange(const ports::SyncRequest& request, ports::SyncResponse*) override {
    hq::Request asked{request.method, request.path, {}, request.body, terminal, "certificate"};
    if (request.zstd_answer) asked.headers["accept-encoding"] = "zstd";
    const hq::Response response = chain.service.handle(asked);
    if (roll() < lose_percent) return base::fail(base::ErrorCode::ServiceDown, "the answer was lost");
    ports::SyncResponse answer{response.status, response.body, response.headers.contains("Content-Encoding")};
    return answer;
  }
  int roll() {
    std::array<std::uint8_t, 2> bytes{};
    dice.fill(bytes);
    return (bytes[0] * 256 + bytes[1]) % 100;
  }
};

struct Till {
  Chain& chain;
  base::SeededRandom random;
  std::filesystem::path path;
  std::unique_ptr<store::SqliteStore> store;
  std::optional<till::SaleDesk> desk;
  std::vector<std::string> receipts;  // of sales that may come back

  Till(Chain& to, const TempFolder& folder, int store_no, int position)
      : chain(to),
        random(static_cast<std::uint64_t>(store_no * 100 + position)),
        path(folder.path() / (std::to_string(store_no) + "-" + std::to_string(position))) {
    store::NewStore fresh;
    fresh.info.store_no = "000" + std::to_string(store_no);
    fresh.info.store_name = "店";
    fresh.info.position = std::to_string(position);
    fresh.info.zone = "Asia/Shanghai";
    fresh.info.language = "zh_CN";
    std::ifstream file(KAHUI_SOURCE_DIR "/resources/presets/five-tiers.json");
    const auto pack = programme::mergeConfig(nlohmann::json::parse(file), nlohmann::json::parse(kRules));
    fresh.rule_pack = {pack.dump(), pack["version"].get<std::string>(), "2000-01-01T00:00:00"};
    REQUIRE(store::SqliteStore::create(path, fresh, random));
    open();
    std::vector products{product(1, base::Money(12'345)), product(2, base::Money(19'999)),
                         product(3, base::Money(780))};
    REQUIRE(store->putProducts(products));
    REQUIRE(store->putStaff({"1001", "李", ports::StaffRole::Cashier, {}}, ""));
    chain.hq.in([&](ports::HqTransaction& tx) {
      ports::HqTerminal row;
      row.id = store->info().terminal;
      row.store = fresh.info.store_no;
      row.position = fresh.info.position;
      row.certificate = "certificate";
      tx.putTerminal(row);
    });
    REQUIRE(store->adopt(store->info(), 1'000'000 * (store_no * 10 + position)));
  }

  void open() {
    desk.reset();
    store.reset();
    store::SqliteStore::Options options;
    options.clock = std::shared_ptr<base::Clock>(std::shared_ptr<void>(), &chain.hq.clock);
    options.random = std::shared_ptr<base::RandomSource>(std::shared_ptr<void>(), &random);
    auto opened = store::SqliteStore::open(path, std::move(options));
    REQUIRE(opened);
    store = std::move(*opened);
    store->nameCards(
        [key = chain.identity.card_key](const member::Credential& card) { return sync::cardHash(key, card); });
    auto made = till::SaleDesk::open(*store, chain.hq.clock, random);
    REQUIRE(made);
    desk.emplace(std::move(*made));
  }

  int roll(int below) {
    std::array<std::uint8_t, 2> bytes{};
    random.fill(bytes);
    return (bytes[0] * 256 + bytes[1]) % below;
  }

  void sellOnce() {
    till::SellRequest request;
    request.operator_code = "1001";
    if (roll(3) > 0) request.card = till::SellCard{till::SellCard::Kind::Uid, cardOf(1 + roll(kMembers)).value};
    for (int i = 0, lines = 1 + roll(3); i < lines; ++i) {
      till::SellLine line;
      line.sku = "S" + std::to_string(1 + roll(3));
      line.quantity = base::Quantity(1000 * (1 + roll(2)));
      request.lines.push_back(line);
    }
    request.points_max = request.card && roll(4) == 0;
    request.tenders = {{"WECHAT", std::nullopt, std::nullopt}};
    auto sold = desk->sell(request);
    if (!sold && request.points_max) {  // more than the grade may spend without a PIN
      request.points_max = false;
      sold = desk->sell(request);
    }
    if (!sold && sold.error().code == base::ErrorCode::UnknownCard)
      return;  // this till has not heard of the member yet
    INFO((sold ? "" : std::string(base::codeName(sold.error().code)) + " " + sold.error().detail));
    REQUIRE(sold);
    receipts.push_back(sold->receipt_no);
  }

  void day(int bills) {
    for (int i = 0; i < bills; ++i) sellOnce();
    if (!receipts.empty() && roll(3) == 0) {
      const auto at = static_cast<std::size_t>(roll(static_cast<int>(receipts.size())));
      till::ReturnRequest back;
      back.operator_code = "1001";
      back.receipt_no = receipts[at];
      back.lines = {{0, base::kOnePiece}};
      receipts.erase(receipts.begin() + static_cast<std::ptrdiff_t>(at));
      const auto done = desk->giveBack(back);
      INFO((done ? "" : std::string(base::codeName(done.error().code)) + " " + done.error().detail));
      REQUIRE(done);
    }
    while (*desk->jobStep()) {
    }
  }

  sync::SyncOutcome sync(int lose_percent) {
    sync::Client client(*store, {"test", store->info().terminal, chain.identity.feed_key, 0, true}, chain.hq.clock,
                        random);
    Line line(chain, store->info().terminal, random);
    line.lose_percent = lose_percent;
    const auto done = sync::drive(client, line, [](std::int64_t, int failures) { return failures < 8; });
    if (lose_percent == 0) {
      INFO((done ? client.outcome().alarm : done.error().detail));
      REQUIRE(done);
      REQUIRE(client.outcome().stop == sync::Stop::Done);
    }
    return client.outcome();
  }
};

struct Sums {
  std::int64_t sales = 0, total = 0, earned = 0, used = 0;
  bool operator==(const Sums&) const = default;
};

Sums tillSums(Till& till) {
  Sums sums;
  const auto read =
      store::forEachEvent(*till.store, {}, [&](const journal::Event& event, const std::string&) -> base::Status {
        if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload)) {
          ++sums.sales;
          sums.total += sale->total.value();
          sums.earned += sale->member ? sale->member->earned.value() : 0;
          sums.used += sale->member ? sale->member->used.value() : 0;
        }
        if (const auto* back = std::get_if<journal::SaleReturned>(&event.payload)) {
          ++sums.sales;
          sums.total -= back->refund.value();
          if (back->member) sums.earned -= (back->member->earned_reversed + back->member->benefits_reversed).value();
          if (back->member)
            for (const auto& lot : back->member->restored) sums.used -= lot.points.value();
        }
        return {};
      });
  REQUIRE(read);
  return sums;
}

void liveMonth(Chain& chain, std::vector<std::unique_ptr<Till>>& tills) {
  const auto first = *base::BusinessDate::parse(kFirstDay);
  for (int day = 0; day <= kDays; ++day) {
    const std::string date = first.plusDays(day).iso();
    for (std::size_t i = 0; i < tills.size(); ++i) {
      Till& till = *tills[i];
      chain.hq.clock.set(
          *base::LocalTime::parse(date + "T0" + std::to_string(8 + i % 2) + ":" + std::to_string(10 + i) + ":00"));
      till.day(2 + till.roll(4));
      const bool away = i == 5 && day >= 18 && day < 25;  // over the turn of the year
      if (away || till.roll(4) == 0) continue;            // an outage of the whole day
      till.sync(till.roll(5) == 0 ? 30 : 0);
    }
    for (const char* at : {"T23:40:00", "T00:05:00"}) {
      const int next = at[1] == '0' ? 1 : 0;
      chain.hq.clock.set(*base::LocalTime::parse(first.plusDays(day + next).iso() + at));
      chain.work();
    }
  }
}

}  // namespace

TEST_CASE("a chain of 3 stores and 24 tills lives through 30 days with outages and adds up", "[both]") {
  const TempFolder folder;
  setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
  Chain chain;
  chain.hq.clock.set(*base::LocalTime::parse(std::string(kFirstDay) + "T07:00:00"));
  std::vector<std::unique_ptr<Till>> tills;
  for (int store = 1; store <= kStores; ++store)
    for (int position = 1; position <= kTillsEach; ++position)
      tills.push_back(std::make_unique<Till>(chain, folder, store, position));
  chain.join();
  chain.work();
  for (auto& till : tills) till->sync(0);
  liveMonth(chain, tills);
  // All come together twice: up, and then down what the others brought.
  for (int round = 0; round < 2; ++round) {
    for (auto& till : tills) till->sync(0);
    chain.work();
  }
  for (auto& till : tills) till->sync(0);

  Sums at_tills, at_hq;
  for (auto& till : tills) {
    const Sums one = tillSums(*till);
    at_tills = {at_tills.sales + one.sales, at_tills.total + one.total, at_tills.earned + one.earned,
                at_tills.used + one.used};
    const auto report = store::verify(*till->store);
    REQUIRE(report);
    for (const auto& problem : report->problems) FAIL_CHECK(problem.what << " " << problem.where);
  }
  std::map<std::string, int> flags;
  chain.hq.in([&](ports::HqTransaction& tx) {
    at_hq = {};
    flags.clear();
    for (const auto& row : tx.quarantine()) FAIL_CHECK(row.type << ": " << row.reason);
    for (const auto& flag : tx.flags()) ++flags[flag.kind];
    for (const auto& sale : tx.salesAfter({}, 100'000)) {
      ++at_hq.sales;
      at_hq.total += sale.total.value();
      at_hq.earned += sale.earned.value();
      at_hq.used += sale.used.value();
    }
  });
  CHECK(at_hq == at_tills);
  CHECK(at_tills.sales > 1500);
  for (const auto& [kind, count] : flags) UNSCOPED_INFO(kind << " " << count);
  CHECK(flags["earn_differs"] == 0);

  // Every till says of every member what headquarters says.
  int demoted = 0, ended = 0;
  chain.hq.in([&](ports::HqTransaction& tx) {
    demoted = ended = 0;
    for (const auto& row : tx.membersAfter("", 1000)) {
      CHECK((row.noncash + row.cashable).value() >= 0 - 400);  // spent twice at the most while away
      for (auto& till : tills) {
        const auto own = till->store->memberByNo(member::MemberNo(row.no));
        REQUIRE(own);
        REQUIRE(*own);
        INFO("member " << row.no << " at " << till->path.filename());
        CHECK((*own)->points().value() == (row.noncash + row.cashable).value());
        CHECK((*own)->lifetime == row.lifetime);
        CHECK((*own)->tier == row.tier);
        // However many tills saw the member in January, the month's coupons are the same ones.
        CHECK(*till->store->couponsIssued(member::MemberNo(row.no), "MONTHLY", "2026-01") <= 3);
      }
      demoted += row.demoted_from.empty() ? 0 : 1;
      for (const auto& posting : tx.postingsOf(row.id)) ended += posting.account == "EXPIRED" ? 1 : 0;
    }
  });
  CHECK(demoted > 0);
  CHECK(ended > kMembers / 2);
  const auto today = chain.hq.clock.now().local().date();
  for (int day = 0; day < kDays; ++day) {
    const auto rows = hq::reconcile(*chain.hq.store, base::BusinessDate::parse(kFirstDay)->plusDays(day), today);
    REQUIRE(rows);
    CHECK(rows->size() == tills.size());
    for (const auto& row : *rows) {
      INFO(row.store << "-" << row.position << " day " << day
                     << (row.reasons.empty() ? "" : ": " + row.reasons.front()));
      CHECK(row.state == hq::ReconState::Match);
    }
  }
}

}  // namespace kahui::test
