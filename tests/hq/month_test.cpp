// A chain through a month: three stores, eight tills each, days with outages, lost answers and a till that stays away
// for a week; members that shop everywhere. At the end headquarters is the sum of its tills, every balance agrees, and
// every day reconciles (issue 5, "Shown by"). The month holds a turn of the year, so that points end, tiers are judged
// and monthly coupons are issued while tills are away.
#include <map>
#include <random>

#include "core/store/history.hpp"
#include "tests/hq/chain_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

constexpr int kStores = 3, kTillsEach = 8, kDays = 30, kMembers = 40;
constexpr const char* kFirstDay = "2025-12-10";

struct Sums {
  std::int64_t sales = 0, total = 0, earned = 0, used = 0;
  bool operator==(const Sums&) const = default;
};

struct Shop {
  ChainTill till;
  std::vector<std::string> receipts;  // of sales that may come back

  int topped_up = 0, paid = 0, closed = 0;  // with stored value

  Shop(HqChain& chain, int store, int position)
      : till(chain, store, position), m_random(static_cast<unsigned>(store * 100 + position)) {}

  void sellOnce() {
    till::SellRequest request;
    const auto who = till.roll(3) > 0 ? std::optional(1 + till.roll(kMembers)) : std::nullopt;
    std::vector<std::pair<const char*, int>> pieces;
    constexpr const char* kSkus[] = {"S1", "S2", "S3"};
    for (int i = 0, lines = 1 + till.roll(3); i < lines; ++i)
      pieces.emplace_back(kSkus[till.roll(3)], 1 + till.roll(2));
    request.points_max = who && till.roll(4) == 0;
    auto sold = till.sell(pieces, who, request);
    if (!sold && request.points_max) sold = till.sell(pieces, who);          // more than may be spent without a PIN
    if (!sold && sold.error().code == base::ErrorCode::UnknownCard) return;  // not heard of the member yet
    INFO((sold ? "" : std::string(base::codeName(sold.error().code)) + " " + sold.error().detail));
    REQUIRE(sold);
    receipts.push_back(sold->receipt_no);
  }

  // Tops up, pays with it, or pays out and closes, whatever this till believes that there is.
  void valueOnce() {
    const int who = 1 + static_cast<int>(m_random() % kMembers);
    const auto hit = till.desk().memberByCard(cardOf(who), ports::Trust::Claim);
    if (!hit) return;  // not heard of yet
    const ports::Staff staff{"1001", "李", ports::StaffRole::Cashier, {}};
    switch (m_random() % 8) {
      case 0:
      case 1:
      case 2: {
        const base::Money pay(5'000 + static_cast<std::int64_t>(m_random() % 10) * 1'000);
        if (till.desk().topUp(*hit, pay, {"CASH", pay, std::nullopt, {}, {}}, staff, "1001")) ++topped_up;
        return;
      }
      case 3:
        if (till.desk().closeStored(*hit, staff, "1001")) ++closed;
        return;
      default: break;
    }
    till::SellRequest request;
    request.operator_code = "1001";
    request.card = till::SellCard{till::SellCard::Kind::Uid, cardOf(who).value};
    till::SellLine line;
    line.sku = "S3";
    line.quantity = base::Quantity(1000 * (1 + static_cast<int>(m_random() % 3)));
    request.lines.push_back(line);
    request.tenders = {{"STORED", std::nullopt, std::nullopt, {}, {}}};
    if (const auto sold = till.desk().sell(request)) {
      receipts.push_back(sold->receipt_no);
      ++paid;
    }
  }

  void day(int bills) {
    for (int i = 0; i < bills; ++i) sellOnce();
    for (int i = 0; i < 2; ++i) valueOnce();
    if (!receipts.empty() && till.roll(3) == 0) {
      const auto at = static_cast<std::size_t>(till.roll(static_cast<int>(receipts.size())));
      till::ReturnRequest back;
      back.operator_code = "1001";
      back.receipt_no = receipts[at];
      back.lines = {{0, base::kOnePiece}};
      receipts.erase(receipts.begin() + static_cast<std::ptrdiff_t>(at));
      REQUIRE(till.desk().giveBack(back));
    }
    while (*till.desk().jobStep()) {
    }
  }

  Sums sums() {
    Sums sums;
    const auto read =
        store::forEachEvent(till.store(), {}, [&](const journal::Event& event, const std::string&) -> base::Status {
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

 private:
  std::mt19937 m_random;  // of stored value alone
};

using Shops = std::vector<std::unique_ptr<Shop>>;

void joinMembers(HqChain& chain) {
  std::vector<ports::MemberToJoin> members;
  for (int i = 1; i <= kMembers; ++i) {
    members.push_back(member(i, i % 5 == 0 ? "PLT" : i % 3 == 0 ? "GLD" : "ORD"));
    members.back().joined = base::BusinessDate::of(2024, 5, 1);
    members.back().opening = base::Points(i % 4 * 40);
    members.back().lifetime = members.back().opening;
    if (i % 4 != 0) members.back().opening_expires = base::BusinessDate::of(2025, 12, 31);
  }
  chain.join(members);
}

int demotedNow(HqChain& chain) {
  int demoted = 0;
  chain.hq.in([&](ports::HqTransaction& tx) {
    demoted = 0;
    for (const auto& row : tx.membersAfter("", 1000)) demoted += row.demoted_from.empty() ? 0 : 1;
  });
  return demoted;
}

// The most members at a time whose tier had fallen.
int liveMonth(HqChain& chain, Shops& shops) {
  int demoted = 0;
  const auto first = *base::BusinessDate::parse(kFirstDay);
  for (int day = 0; day <= kDays; ++day) {
    const std::string date = first.plusDays(day).iso();
    for (std::size_t i = 0; i < shops.size(); ++i) {
      Shop& shop = *shops[i];
      chain.setTime(date + "T0" + std::to_string(8 + i % 2) + ":" + std::to_string(10 + i) + ":00");
      shop.day(2 + shop.till.roll(4));
      const bool away = i == 5 && day >= 18 && day < 25;  // over the turn of the year
      if (away || shop.till.roll(4) == 0) continue;       // an outage of the whole day
      shop.till.sync(shop.till.roll(5) == 0 ? 30 : 0);
    }
    chain.setTime(date + "T23:40:00");
    chain.work();
    chain.setTime(first.plusDays(day + 1).iso() + "T00:05:00");
    chain.work();
    demoted = std::max(demoted, demotedNow(chain));
  }
  return demoted;
}

// Every till says of every member what headquarters says.
void allAgree(HqChain& chain, Shops& shops) {
  int ended = 0;
  chain.hq.in([&](ports::HqTransaction& tx) {
    ended = 0;
    for (const auto& row : tx.membersAfter("", 1000)) {
      CHECK((row.noncash + row.cashable).value() >= 0 - 400);  // spent twice at the most while away
      for (auto& shop : shops) {
        const auto own = shop->till.store().memberByNo(member::MemberNo(row.no));
        REQUIRE(own);
        REQUIRE(*own);
        INFO("member " << row.no << " at " << shop->till.name());
        CHECK((*own)->points().value() == (row.noncash + row.cashable).value());
        CHECK((*own)->lifetime == row.lifetime);
        CHECK((*own)->tier == row.tier);
        const auto stored = shop->till.store().storedAccount((*own)->no, chain.hq.clock.now().local().date());
        REQUIRE(stored);
        const auto known = tx.stored(row.id).value_or(ports::HqStoredAccount{});
        const auto held = stored->value_or(ports::StoredAccount{});
        CHECK(held.principal == known.principal);
        CHECK(held.bonus == known.bonus);
        // However many tills saw the member in January, the month's coupons are the same ones.
        CHECK(*shop->till.store().couponsIssued(member::MemberNo(row.no), "MONTHLY", "2026-01") <= 3);
      }
      for (const auto& posting : tx.postingsOf(row.id)) ended += posting.account == "EXPIRED" ? 1 : 0;
    }
  });
  CHECK(ended > kMembers / 2);
}

}  // namespace

TEST_CASE("a chain of 3 stores and 24 tills lives through 30 days with outages and adds up", "[both]") {
  HqChain chain("2025-12-10T07:00:00", R"({"points":{"expiry":{"NONCASH":"YEAR_END"}}})");
  Shops shops;
  for (int store = 1; store <= kStores; ++store)
    for (int position = 1; position <= kTillsEach; ++position)
      shops.push_back(std::make_unique<Shop>(chain, store, position));
  joinMembers(chain);
  chain.work();
  for (auto& shop : shops) shop->till.sync();
  CHECK(liveMonth(chain, shops) > 0);
  // All come together twice: up, and then down what the others brought.
  for (int round = 0; round < 2; ++round) {
    for (auto& shop : shops) shop->till.sync();
    chain.work();
  }
  for (auto& shop : shops) shop->till.sync();

  Sums at_tills, at_hq;
  for (auto& shop : shops) {
    const Sums one = shop->sums();
    at_tills = {at_tills.sales + one.sales, at_tills.total + one.total, at_tills.earned + one.earned,
                at_tills.used + one.used};
    for (const std::string& problem : shop->till.problems()) FAIL_CHECK(shop->till.name() << ": " << problem);
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
  CHECK(flags["earn_differs"] == 0);
  allAgree(chain, shops);
  int topped_up = 0, paid = 0, closed = 0;
  for (auto& shop : shops) {
    topped_up += shop->topped_up;
    paid += shop->paid;
    closed += shop->closed;
  }
  CHECK(topped_up > 200);
  CHECK(paid > 100);
  CHECK(closed > 20);
  const auto today = chain.hq.clock.now().local().date();
  for (int day = 0; day < kDays; ++day) {
    const auto rows = hq::reconcile(*chain.hq.store, base::BusinessDate::parse(kFirstDay)->plusDays(day), today);
    REQUIRE(rows);
    CHECK(rows->size() == shops.size());
    for (const auto& row : *rows) {
      INFO(row.store << "-" << row.position << " day " << day
                     << (row.reasons.empty() ? "" : ": " + row.reasons.front()));
      CHECK(row.state == hq::ReconState::Match);
    }
  }
}

}  // namespace kahui::test
