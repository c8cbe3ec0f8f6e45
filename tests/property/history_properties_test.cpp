// What holds for every history on disk (reliability.md I4, I5, I6; issue "The rulebook, whole", point 6): any mix of
// sales and part returns on any days keeps journal and balances equal, and goods that all came back leave nothing
// behind.
#include <map>

#include "core/loyalty/tiers.hpp"
#include "tests/property/sale_generator.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace kahui;
using base::Money;
using base::Points;
using base::Quantity;

namespace {

constexpr const char* kPack = R"({
  "points": {"default_pay_pct": 50},
  "spend_return": {"enabled": true, "step_fen": 20000, "return_fen": 2000},
  "evening_gift": {"enabled": true, "dom": 12, "from": "09:00", "to": "20:00"},
  "promotions": [
    {"id": "M", "kind": "THRESHOLD_MINUS", "threshold_fen": 30000, "minus_fen": 4000, "repeat": true, "per_member_day": 2},
    {"id": "B", "kind": "BUY_N_GET_M", "n": 2, "m": 1, "scope": {"skus": ["S3"]}}]})";

struct Bought {
  std::string receipt_no;
  std::vector<Quantity> left;
  Money paid{}, refunded{};
  Points used{}, restored{};
};

// A sale of one to three lines to anybody, with or without points and one of the member's coupons.
std::optional<Bought> anySale(test::DeskFixture& fixture) {
  std::vector<till::SellLine> lines;
  for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
    const char* sku = test::oneOf<const char*>({"S1", "S2", "S3"});
    const bool weighed = std::string(sku) == "S2";
    lines.push_back(test::goods(sku, weighed ? *rc::gen::inRange(100, 9000) : 1000 * *rc::gen::inRange(1, 9)));
  }
  const std::optional<int> member = test::chance(75) ? std::optional(*rc::gen::inRange(2, 5)) : std::nullopt;
  till::SellRequest rest;
  rest.points_max = member && test::chance(40);
  if (member && test::chance(40)) {
    const auto coupons = fixture.store().couponsOf(fixture.no(*member), fixture.desk().today());
    if (!coupons->empty()) rest.coupons = {(*coupons)[0].serial};
  }
  if (test::chance(30)) rest.bill_discount.rate = base::Rate(9500);
  if (test::chance(50)) rest.tenders = {{"CASH", std::nullopt, Money(1000000)}};
  const auto sold = fixture.sell(lines, member, rest);
  if (!sold) {
    RC_ASSERT(sold.error().code == base::ErrorCode::RuleRejected || sold.error().code == base::ErrorCode::NoRight);
    return std::nullopt;
  }
  Bought bought{sold->receipt_no, {}, sold->result.total, {}, sold->result.points_used, {}};
  for (const auto& line : lines) bought.left.push_back(line.quantity);
  return bought;
}

void giveBack(test::DeskFixture& fixture, Bought& bought, bool everything) {
  std::vector<sale::ReturnLine> lines;
  for (std::size_t i = 0; i < bought.left.size(); ++i) {
    const std::int64_t left = bought.left[i].value();
    const std::int64_t some = everything || left == 0 ? left : *rc::gen::inRange<std::int64_t>(0, left + 1);
    if (some > 0) lines.push_back({i, Quantity(some)});
  }
  if (lines.empty()) return;
  const auto back = fixture.giveBack(bought.receipt_no, lines);
  RC_ASSERT(back.has_value());
  for (const auto& line : lines) bought.left[line.line] -= line.quantity;
  bought.refunded += back->document.value;
  if (!back->document.member) return;
  for (const auto& lot : back->document.member->restored) bought.restored += lot.points;
}

}  // namespace

TEST_CASE("property: every history replays to its balances, and what all came back leaves nothing") {
  CHECK(rc::check("histories", [] {
    test::DeskFixture fixture(kPack);
    const std::map<int, Points> before{{test::kRegular, fixture.memberNow(test::kRegular).points()},
                                       {test::kGold, fixture.memberNow(test::kGold).points()},
                                       {test::kBlack, fixture.memberNow(test::kBlack).points()}};
    std::vector<Bought> all;
    const int steps = *rc::gen::inRange(3, 12);
    for (int step = 0; step < steps; ++step) {
      if (!all.empty() && test::chance(40)) {
        giveBack(fixture, all[*rc::gen::inRange<std::size_t>(0, all.size())], false);
      } else if (auto bought = anySale(fixture)) {
        all.push_back(std::move(*bought));
      }
      if (step == steps / 2) {
        fixture.setTime("2025-03-13T11:00:00");
        fixture.reopen();
      }
      fixture.finishJobs();
    }
    RC_ASSERT(fixture.problems().empty());
    for (Bought& bought : all) {
      giveBack(fixture, bought, true);
      RC_ASSERT(bought.refunded == bought.paid);
      RC_ASSERT(bought.restored == bought.used);
    }
    for (const auto& [member, points] : before) RC_ASSERT(fixture.memberNow(member).points() == points);
    RC_ASSERT(fixture.problems().empty());
  }));
}

TEST_CASE("property: bills and purchases that are counted are those of a naive list (S000-23)") {
  CHECK(rc::check("counted bills", [] {
    test::DeskFixture fixture(
        R"({"tiers": [{"code": "ORD"}, {"code": "GLD", "bills": 4}, {"code": "BLK"}], "tier_rules": {"window_months": 2}})");
    struct Bill {
      std::string receipt_no;
      base::BusinessDate day;
      Money paid{}, back{};
      int pieces = 0, returned = 0;
      bool lifted = false;
    };
    std::vector<Bill> bills;
    base::BusinessDate day = base::BusinessDate::of(2025, 3, 12);
    std::string tier = "ORD";
    const auto counted = [&](Money* spent) {
      int count = 0;
      for (const Bill& bill : bills) {
        if (bill.day < *loyalty::windowStart(day, fixture.desk().rules()) || bill.paid - bill.back <= Money{}) continue;
        ++count;
        *spent += bill.paid - bill.back;
      }
      return count;
    };
    for (int step = *rc::gen::inRange(1, 14); step > 0; --step) {
      day = day.plusDays(static_cast<int>(test::pick(0, 30)));
      fixture.setTime((day.iso() + "T11:00:00").c_str());
      if (!bills.empty() && test::chance(40)) {
        Bill& bill = bills[static_cast<std::size_t>(test::pick(0, std::ssize(bills) - 1))];
        if (bill.returned == bill.pieces) continue;
        const auto back = fixture.giveBack(bill.receipt_no, {{0, Quantity(1000)}});
        RC_ASSERT(back.has_value());
        ++bill.returned;
        bill.back += back->document.value;
        if (bill.lifted && bill.returned == bill.pieces && tier == "GLD") tier = "ORD";  // X7
      } else {
        const int pieces = static_cast<int>(test::pick(1, 2));
        Money before;
        const bool lifts = tier == "ORD" && counted(&before) + 1 >= 4;
        const auto sold = fixture.sell({test::goods("S3", 1000 * pieces)}, test::kRegular);
        RC_ASSERT(sold.has_value());
        bills.push_back({sold->receipt_no, day, sold->result.total, {}, pieces, 0, lifts});
        if (lifts) tier = "GLD";
      }
      Money spent;
      const int count = counted(&spent);
      const auto bought =
          fixture.store().boughtSoFar(fixture.no(test::kRegular), loyalty::windowStart(day, fixture.desk().rules()));
      RC_ASSERT(bought->bills == count);
      RC_ASSERT(bought->spent == spent);
      RC_ASSERT(fixture.memberNow(test::kRegular).tier == tier);
    }
    RC_ASSERT(fixture.problems().empty());
  }));
}
