// More rows of the customer's documents, each by the acceptance text of the requirements; figures by hand from the
// rules.
#include "core/loyalty/calendar_jobs.hpp"
#include "core/loyalty/points_services.hpp"
#include "core/member/member.hpp"
#include "core/sale/evaluate_return.hpp"
#include "tests/unit/examples.hpp"

using namespace kahui;
using base::Money;
using base::Points;
using nlohmann::json;
using test::fiveTiers;
using test::sell;

namespace {

constexpr const char* kDay = "2025-03-12T10:15:00";

// One line of goods that no tier makes cheaper, unless `plain`.
json bill(std::int64_t fen, const json& more = json::object(), bool plain = false) {
  json line{{"price_fen", fen}};
  if (!plain) line["no_member_discount"] = true;
  json input{{"now", kDay}, {"basket", json::array({line})}};
  input.merge_patch(more);
  return input;
}

json of(const char* tier, const json& more = json::object()) {
  json member{{"id", "M"}, {"tier", tier}};
  member.merge_patch(more);
  return {{"member", std::move(member)}};
}

json at(const char* now, json more) {
  more["now"] = now;
  return more;
}

std::string exchange(const programme::RulePack& pack, const char* tier, std::vector<loyalty::CatalogueItem> items,
                     int done = 0) {
  pricing::MemberView member;
  member.tier = tier;
  member.lots = {{"L", programme::PointsClass::NonCash, Points(100'000), std::nullopt}};
  const auto may = loyalty::checkExchange(member, items, done, false, *base::BusinessDate::parse("2025-03-12"), pack);
  return may ? "OK" : may.error().detail;
}

}  // namespace

TEST_CASE("S000-07, S001-27, S002-21: 500.65 of silver earn 20 on the 5th and 10 on the 6th") {
  const auto pack = fiveTiers();
  CHECK(sell(bill(50065, at("2025-03-05T10:00:00", of("SLV"))), pack)["points_earned"] == 20);
  CHECK(sell(bill(50065, at("2025-03-06T10:00:00", of("SLV"))), pack)["points_earned"] == 10);
  // Birthday and member day on one day: the larger holds, or their product where the pack says so (N4).
  const json both = at("2025-03-05T10:00:00", of("SLV", {{"birthday", {{"cal", "SOLAR"}, {"m", 3}, {"d", 5}}}}));
  CHECK(sell(bill(50065, both), pack)["points_earned"] == 20);
  CHECK(sell(bill(50065, both), fiveTiers({{"points", {{"multiplier_combine", "PRODUCT"}}}}))["points_earned"] == 40);
}

TEST_CASE("S000-32, S002-18: an ordinary member has 1 point for each full 100 yuan, and no part of one") {
  const auto pack = fiveTiers();
  const auto earned = [&](std::int64_t fen) { return sell(bill(fen, of("ORD")), pack)["points_earned"]; };
  CHECK(earned(9999) == 0);
  CHECK(earned(10000) == 1);
  CHECK(earned(19999) == 1);
  CHECK(earned(20000) == 2);
}

TEST_CASE("S000-39: from 200.00 there is one gift at 0.00 that earns nothing, at 199.99 none") {
  const auto pack = fiveTiers();
  const auto bill_of = [](std::int64_t fen) {
    json input = bill(fen, of("ORD"));
    input["basket"].push_back({{"price_fen", 10000}, {"sku", "CUP"}, {"offer", "G"}});
    input["promotions"] = {{{"id", "G"}, {"kind", "GIFT"}, {"threshold_fen", 20000}, {"sku", "CUP"}}};
    return input;
  };
  const auto with_gift = [&](std::int64_t fen) { return sell(bill_of(fen), pack); };
  CHECK(with_gift(19999) == "OFFER_NOT_REACHED");
  const auto given = with_gift(20000);
  CHECK(given["lines"][1]["final"] == 0);
  CHECK(given["total"] == 20000);
  CHECK(given["points_earned"] == 2);
  // It comes back with the goods, for nothing.
  const auto input = test::saleOf(bill_of(20000), pack);
  const auto sold = *sale::evaluateSale(input, pack);
  auto state = sale::startReturns(input, sold, Points(2));
  sale::ReturnRequest back;
  back.at = input.now;
  back.lines = {{0, input.basket[0].quantity}, {1, input.basket[1].quantity}};
  const auto refund = sale::returnGoods(input, sold, pack, state, back);
  REQUIRE(refund);
  CHECK(refund->refund == Money(20000));
  CHECK(refund->points_reversed == Points(2));
}

namespace {

// Goods of 100.00 a piece with gifts from 200.00 on; what a return of so many pieces settles.
struct GiftReturns {
  programme::RulePack pack = fiveTiers();
  pricing::SaleInput input;
  sale::SaleResult sold;
  sale::ReturnState state;

  GiftReturns(int pieces, int gifts, programme::GiftBack gift, bool repeat = false) {
    pack.refund.gift = gift;
    json bill_of = bill(10000, of("ORD"));
    bill_of["basket"][0]["qty_milli"] = pieces * 1000;
    bill_of["basket"].push_back({{"price_fen", 2500}, {"sku", "CUP"}, {"offer", "G"}, {"qty_milli", gifts * 1000}});
    bill_of["promotions"] = {
        {{"id", "G"}, {"kind", "GIFT"}, {"threshold_fen", 20000}, {"sku", "CUP"}, {"repeat", repeat}}};
    input = test::saleOf(bill_of, pack);
    sold = *sale::evaluateSale(input, pack);
    state = sale::startReturns(input, sold, Points(100));
  }
  sale::Refund back(int pieces, int gifts = 0) {
    sale::ReturnRequest request;
    request.at = input.now;
    if (pieces > 0) request.lines.push_back({0, base::Quantity(pieces * 1000)});
    if (gifts > 0) request.lines.push_back({1, base::Quantity(gifts * 1000)});
    return *sale::returnGoods(input, sold, pack, state, request);
  }
};

}  // namespace

TEST_CASE("S000-39: a gift that what is left does not reach is to be brought back") {
  GiftReturns bill(3, 1, programme::GiftBack::Ask);
  CHECK(bill.back(1).kept_gifts.empty());  // 200.00 are left
  const auto second = bill.back(1);
  CHECK(second.refund == Money(10000));  // said, and nothing else: what the rulebook says
  REQUIRE(second.kept_gifts.size() == 1);
  CHECK(second.kept_gifts[0].line == 1);
  CHECK(second.kept_gifts[0].quantity == base::kOnePiece);
  CHECK(second.kept_gifts[0].held == Money());
  CHECK(bill.back(0, 1).kept_gifts.empty());
}

TEST_CASE("S000-39: where the rules say so the gift's price is held back, and paid when it comes") {
  GiftReturns bill(3, 1, programme::GiftBack::Charge);
  CHECK(bill.back(1).refund == Money(10000));
  const auto second = bill.back(1);
  CHECK(second.refund == Money(7500));  // 25.00 for the cup
  REQUIRE(second.kept_gifts.size() == 1);
  CHECK(second.kept_gifts[0].held == Money(2500));
  const auto gift = bill.back(0, 1);
  CHECK(gift.value_of_goods == Money());
  CHECK(gift.refund == Money(2500));
  CHECK(gift.kept_gifts.at(0).held == Money(-2500));
  CHECK(bill.back(1).refund == Money(10000));
  Money paid;
  for (const auto& tender : bill.state.tender_left) paid += tender;
  CHECK(paid == Money());  // all of it went back

  GiftReturns together(3, 1, programme::GiftBack::Charge);
  CHECK(together.back(2, 1).refund == Money(20000));  // brought at once: nothing is held back

  GiftReturns two(4, 2, programme::GiftBack::Charge, true);
  const auto one_left = two.back(1);
  CHECK(one_left.refund == Money(7500));  // 300.00 are left: one gift of two
  CHECK(one_left.kept_gifts.at(0).quantity == base::kOnePiece);
  CHECK(two.back(2).refund == Money(17500));  // and now the other one
}

TEST_CASE("S000-39: a gift's price is what its line would have cost without the offer, and no more than the refund") {
  GiftReturns bill(2, 1, programme::GiftBack::Charge);
  auto dear = bill.input.basket[1];
  dear.unit_price = Money(60000);
  dear.member_price = Money(30000);
  bill.input.basket.replace(1, dear);
  const auto first = bill.back(1);
  CHECK(first.kept_gifts.at(0).held == Money(10000));  // 300.00 as a member: more than comes back
  CHECK(first.refund == Money());
  const auto second = bill.back(1);
  CHECK(second.kept_gifts.at(0).held == Money(10000));
  CHECK(bill.back(0, 1).refund == Money(20000));
}

TEST_CASE("S000-49, S002-22, S002-43: silver exchanges one item a month, of silver's own goods") {
  const auto pack = fiveTiers();
  CHECK(exchange(pack, "ORD", {{"SLV", 1, Points(10)}}) == "TIER_NOT_ALLOWED");
  CHECK(exchange(pack, "SLV", {{"GLD", 1, Points(10)}}) == "ITEM_GROUP");
  CHECK(exchange(pack, "SLV", {{"SLV", 2, Points(10)}}) == "ITEM_LIMIT");
  CHECK(exchange(pack, "SLV", {{"SLV", 1, Points(10)}}) == "OK");
  CHECK(exchange(pack, "SLV", {{"SLV", 1, Points(10)}}, 1) == "MONTH_LIMIT");
}

TEST_CASE("S002-29, S002-36: platinum takes any four items once a month, black any number any time") {
  const auto pack = fiveTiers();
  CHECK(exchange(pack, "PLT", {{"SLV", 1, Points(10)}, {"GLD", 1, Points(10)}, {"PLT", 2, Points(10)}}) == "OK");
  CHECK(exchange(pack, "PLT", {{"PLT", 5, Points(10)}}) == "ITEM_LIMIT");
  CHECK(exchange(pack, "PLT", {{"PLT", 1, Points(10)}}, 1) == "MONTH_LIMIT");
  CHECK(exchange(pack, "BLK", {{"BLK", 50, Points(10)}}, 20) == "OK");
}

TEST_CASE("S001-14, S002-19, S002-24, S002-35: one purchase lifts from each tier at its own amount, not a fen below") {
  const auto pack = fiveTiers();
  const auto lifts = [&](const char* from, std::int64_t fen, const char* to) {
    INFO(from << " " << fen);
    CHECK(sell(bill(fen, of(from)), pack)["tier_after"] == to);
    CHECK(sell(bill(fen - 1, of(from)), pack)["tier_after"] != to);
  };
  lifts("ORD", 100'000, "SLV");
  lifts("ORD", 300'000, "GLD");
  lifts("SLV", 250'000, "GLD");
  lifts("ORD", 1'000'000, "PLT");
  lifts("SLV", 900'000, "PLT");
  lifts("GLD", 800'000, "PLT");
  lifts("ORD", 3'000'000, "BLK");
  lifts("SLV", 2'800'000, "BLK");
  lifts("GLD", 2'500'000, "BLK");
  lifts("PLT", 2'000'000, "BLK");
  // T3: 97 points and 2 are not yet silver.
  CHECK(sell(bill(20000, of("ORD", {{"lifetime", 97}})), pack)["tier_after"] == "ORD");
  CHECK(sell(bill(30000, of("ORD", {{"lifetime", 97}})), pack)["tier_after"] == "SLV");
}

TEST_CASE("S002-25, S002-29, S002-36: each tier's discount and points on 1,000.00") {
  const auto pack = fiveTiers();
  const auto sold = [&](const char* tier) { return sell(bill(100'000, of(tier), true), pack); };
  CHECK(sold("SLV")["total"] == 95'000);
  CHECK(sold("SLV")["points_earned"] == 18);
  CHECK(sold("GLD")["total"] == 90'000);
  CHECK(sold("GLD")["points_earned"] == 27);
  CHECK(sold("PLT")["total"] == 85'000);
  CHECK(sold("PLT")["points_earned"] == 40);
  CHECK(sold("BLK")["total"] == 80'000);
  CHECK(sold("BLK")["points_earned"] == 64);
}

TEST_CASE("S002-20: silver is for life, platinum without its amount falls to gold") {
  const auto pack = fiveTiers();
  const auto day = *base::BusinessDate::parse("2026-01-01");
  const auto judged = [&](int rank, std::int64_t fen) {
    return loyalty::judgeRetention(rank, Money(fen), base::BusinessDate::of(2020, 1, 1), day, pack).rank_after;
  };
  CHECK(judged(1, 0) == 1);
  CHECK(judged(2, 0) == 2);
  CHECK(judged(3, 799'999) == 2);
  CHECK(judged(3, 800'000) == 3);
}

TEST_CASE("S002-32: this year's purchases of the amount give platinum back from the next bill, this one at gold") {
  const auto pack = fiveTiers();
  const auto sold = [&](std::int64_t since) {
    return sell(bill(50'000, of("GLD", {{"demoted_from", "PLT"}, {"since_demotion_fen", since}})), pack);
  };
  CHECK(sold(749'999)["tier_after"] == "GLD");
  const auto back = sold(750'000);
  CHECK(back["tier_after"] == "PLT");
  CHECK(back["bill_tier"] == "GLD");
  CHECK(back["total"] == 50'000);
}

TEST_CASE("S002-33: one purchase of the amount gives platinum back at once, at its price and points") {
  const auto pack = fiveTiers();
  const auto sold = [&](std::int64_t fen) { return sell(bill(fen, of("GLD", {{"demoted_from", "PLT"}}), true), pack); };
  const auto back = sold(700'000);
  CHECK(back["bill_tier"] == "PLT");
  CHECK(back["total"] == 595'000);
  CHECK(back["points_earned"] == 295);
  const auto small = sold(666'666);  // 5,999.99 at gold
  CHECK(small["bill_tier"] == "GLD");
  CHECK(small["total"] == 599'999);
  CHECK(small["tier_after"] == "GLD");
}

TEST_CASE("S002-41: both classes pay a yuan a point, those that cannot become cash first") {
  const auto pack = fiveTiers({{"points", {{"default_pay_pct", 100}}}});
  const json lots{{{"id", "C"}, {"cls", "CASHABLE"}, {"points", 10}}, {{"id", "N"}, {"cls", "NONCASH"}, {"points", 5}}};
  json input = bill(10000, of("ORD", {{"lots", lots}}));
  input["points"] = 12;
  const auto sold = sell(input, pack);
  CHECK(sold["total"] == 8800);
  REQUIRE(sold["points_spent"].size() == 2);
  CHECK(sold["points_spent"][0]["id"] == "N");
  CHECK(sold["points_spent"][0]["points"] == 5);
  CHECK(sold["points_spent"][1]["points"] == 7);
}

TEST_CASE("S001-28: the evening coupon is given from 18 to 22 h on the 5th, from 100.00, to members") {
  const auto pack = fiveTiers({{"evening_gift", {{"enabled", true}}}});
  const auto gifts = [&](const char* now, std::int64_t fen, const json& who = of("ORD")) {
    return sell(bill(fen, at(now, who)), pack)["benefits"].size();
  };
  CHECK(gifts("2025-03-05T17:59:59", 10000) == 0);
  CHECK(gifts("2025-03-05T18:00:00", 10000) == 1);
  CHECK(gifts("2025-03-05T21:59:59", 10000) == 1);
  CHECK(gifts("2025-03-05T22:00:00", 10000) == 0);
  CHECK(gifts("2025-03-06T19:00:00", 10000) == 0);
  CHECK(gifts("2025-03-05T19:00:00", 9999) == 0);
  const auto sold = sell(bill(10000, at("2025-03-05T19:00:00", of("ORD"))), pack);
  CHECK(sold["benefits"][0]["face_fen"] == 5000);
  const auto guest = sell(bill(10000, at("2025-03-05T19:00:00", json::object())), pack);
  CHECK((!guest.contains("benefits") || guest["benefits"].empty()));
}

TEST_CASE("S001-34: each full 500.00 returns 50.00 as points, or once") {
  const auto returned = [](std::int64_t fen, bool repeat) {
    const auto pack = fiveTiers({{"spend_return", {{"enabled", true}, {"repeat", repeat}}}});
    const auto sold = sell(bill(fen, of("ORD")), pack);
    return sold["benefits"].empty() ? json(0) : sold["benefits"][0]["points"];
  };
  CHECK(returned(49'999, true) == 0);
  CHECK(returned(50'000, true) == 50);
  CHECK(returned(99'999, true) == 50);
  CHECK(returned(100'000, true) == 100);
  CHECK(returned(100'000, false) == 50);
}

TEST_CASE("S001-66, S001-72, S001-85: a coupon of one category lowers its lines alone and gives no change") {
  const auto pack = fiveTiers();
  const auto sold = [&](std::int64_t food, const json& coupon) {
    json input{{"now", kDay},
               {"basket", {{{"price_fen", food}, {"category", "FOOD"}}, {{"price_fen", 10000}, {"category", "WEAR"}}}}};
    json whole{{"id", "K"}, {"type", "CASH"}, {"face_fen", 5000}, {"scope", {{"categories", {"FOOD"}}}}};
    whole.merge_patch(coupon);
    input["coupons"] = {whole};
    return sell(input, pack);
  };
  const auto part = sold(8000, json::object());
  CHECK(part["lines"][0]["final"] == 3000);
  CHECK(part["lines"][1]["final"] == 10000);
  CHECK(sold(3000, json::object())["total"] == 10000);  // 50.00 on 30.00 of food: 30.00
  CHECK(sold(8000, {{"min_fen", 8001}}) == "COUPON_MIN_SPEND");
  CHECK(sold(8000, {{"min_fen", 8000}})["total"] == 13000);
}

TEST_CASE("S001-32: the 99-yuan zone is for who shows a card") {
  const auto pack = fiveTiers();
  const auto total = [&](const json& who) {
    json input = bill(15900, who);
    input["basket"][0].update({{"promo_price_fen", 9900}, {"promo_needs_card", true}});
    return sell(input, pack)["total"];
  };
  CHECK(total(of("ORD")) == 9900);
  CHECK(total(json::object()) == 15900);
}

TEST_CASE("S001-97: the member price is a member's, where it is the lowest") {
  const auto pack = fiveTiers();
  const auto sold = [&](const json& who, std::int64_t fen) {
    json input = bill(10000, who, true);
    input["basket"][0]["member_price_fen"] = fen;
    return sell(input, pack)["lines"][0];
  };
  CHECK(sold(of("GLD"), 8500)["final"] == 8500);
  CHECK(sold(of("GLD"), 8500)["layer"] == "MEMBER_PRICE");
  CHECK(sold(of("GLD"), 9500)["final"] == 9000);  // 9 zhe is lower
  CHECK(sold(json::object(), 8500)["final"] == 10000);
}

TEST_CASE("S003-85: of threshold promotions the one that saves most is taken, at its threshold and not below") {
  const auto pack = fiveTiers({{"promotions",
                                {{{"id", "A"}, {"threshold_fen", 20000}, {"minus_fen", 2000}},
                                 {{"id", "B"}, {"threshold_fen", 30000}, {"minus_fen", 4000}}}}});
  CHECK(sell(bill(19999), pack)["total"] == 19999);
  CHECK(sell(bill(29999), pack)["total"] == 27999);
  CHECK(sell(bill(30000), pack)["total"] == 26000);
  CHECK(sell(bill(60000), pack)["total"] == 56000);  // once, it does not repeat
}

TEST_CASE("S003-08: a million member numbers without a repeat, and a wrong check digit is refused") {
  std::int64_t before = 0;
  bool rising = true, read = true;
  constexpr int kNumbers = 1'000'000;
  for (int body = 1; body <= kNumbers; ++body) {
    const auto no = member::MemberNo::fromBody(900'000'000 + body);
    rising = rising && no.value() > before;
    before = no.value();
    read = read && member::MemberNo::parse(no.text()) == no;
  }
  CHECK(rising);
  CHECK(read);
  std::string text = member::MemberNo::fromBody(900'123'456).text();
  const char right = text.back();
  for (char digit = '0'; digit <= '9'; ++digit) {
    text.back() = digit;
    CHECK(member::MemberNo::parse(text).has_value() == (digit == right));
  }
}
