#include <nlohmann/json.hpp>

#include "app/local/handover.hpp"
#include "app/local/sell_json.hpp"
#include "tests/support/catch.hpp"
#include "tests/till/till_fixture.hpp"

using namespace kahui;
using nlohmann::json;

namespace {

json sold(test::TillFixture& fixture, const json& request) {
  return json::parse(local::answerLine(*fixture.till, local::LineWork::Sell, request.dump()));
}

json cashSale(const char* ref, const char* sku) {
  return {{"ref", ref},
          {"operator", "1001"},
          {"lines", {{{"sku", sku}}}},
          {"tenders", {{{"type", "CASH"}, {"given_fen", 20000}}}}};
}

struct AuthorizedTill : test::TillFixture {
  AuthorizedTill() { REQUIRE(till->authorize("1001", "123456")); }
};

}  // namespace

TEST_CASE("a sale by request gives the same figures as the screen and is repeated, not sold again, under its ref") {
  AuthorizedTill fixture;
  json request = cashSale("bill-1", "S1");
  request["card"] = {{"uid", test::cardOf(test::kGoldCard).value}};
  const json first = sold(fixture, request);
  REQUIRE(first["ok"] == true);
  CHECK(first["receipt_no"] == "0001-03-1-000001");
  CHECK(first["result"]["total"] == 9000);
  CHECK(first["result"]["change"] == 11000);
  CHECK(first["result"]["bill_tier"] == "GLD");
  CHECK(first["result"]["tier_measure"] == json::array({9000}));

  json again = sold(fixture, request);
  CHECK(again["repeated"] == true);
  again.erase("repeated");
  CHECK(again == first);

  request["lines"][0]["qty_milli"] = 2000;
  CHECK(sold(fixture, request)["error"]["code"] == "ref_conflict");
  CHECK(sold(fixture, cashSale("bill-2", "S1"))["receipt_no"] == "0001-03-1-000002");
}

TEST_CASE("members by track, code and telephone, unknown ones are refused by name") {
  AuthorizedTill fixture;
  json request = cashSale("p", "S1");
  request["card"] = {{"phone", "+86 138-0000-0003"}};
  CHECK(sold(fixture, request)["result"]["bill_tier"] == "GLD");
  request["ref"] = "t";
  request["card"] = {{"track2", ";9001000001=9912?"}};
  CHECK(sold(fixture, request)["error"]["code"] == "unknown_card");
  request["card"] = {{"uid", test::cardOf(test::kBlockedCard).value}};
  CHECK(sold(fixture, request)["error"]["code"] == "card_blocked");
}

TEST_CASE("a request that cannot be used is refused by the name of what is wrong") {
  AuthorizedTill fixture;
  const auto code = [&](const json& request) { return sold(fixture, request)["error"]["code"].get<std::string>(); };
  json request = cashSale("r", "S1");
  request["surprise"] = 1;
  CHECK(code(request) == "unknown_key");
  CHECK(code(json::array()) == "bad_input");
  CHECK(code({{"ref", "r"}, {"operator", "1001"}, {"lines", json::array()}}) == "empty_basket");
  CHECK(code({{"operator", "1001"}, {"lines", {{{"sku", "S1"}, {"barcode", "1"}}}}}) == "bad_input");
  CHECK(code({{"operator", "1001"}, {"lines", {{{"sku", "S1"}, {"qty_milli", 0}}}}}) == "out_of_range");
  CHECK(code({{"operator", "1001"}, {"lines", {{{"sku", "S1"}, {"qty_milli", -1000}}}}}) == "out_of_range");
  CHECK(code({{"operator", "1001"}, {"lines", {{{"sku", "S1"}, {"qty_milli", 1.5}}}}}) == "bad_input");
  CHECK(code({{"operator", "9"}, {"lines", {{{"sku", "S1"}}}}}) == "not_signed_in");
  CHECK(json::parse(local::answerLine(*fixture.till, local::LineWork::Sell, "{"))["error"]["code"] == "bad_input");
  fixture.till->runOnEngine([](ports::Store& store) { CHECK_FALSE(*store.lastSale()); });
}

TEST_CASE("on a real store nobody sells without having signed in") {
  test::TillFixture fixture;
  CHECK(sold(fixture, cashSale("a", "S1"))["error"]["code"] == "not_signed_in");
  CHECK(fixture.till->authorize("1001", "999999").error().code == base::ErrorCode::WrongPin);
  CHECK(sold(fixture, cashSale("a", "S1"))["error"]["code"] == "not_signed_in");
  REQUIRE(fixture.till->authorize("1001", "123456"));
  CHECK(sold(fixture, cashSale("a", "S1"))["ok"] == true);
}

TEST_CASE("a running till takes sales over its socket, two callers at once") {
  test::TillFixture fixture;
  const auto server = local::LocalServer::start(
      fixture.store.path(), [&](local::LineChannel& channel) { local::serve(*fixture.till, channel); });
  REQUIRE(server);
  auto one = local::connectTo(fixture.store.path());
  auto two = local::connectTo(fixture.store.path());
  REQUIRE(one);
  REQUIRE(two);
  CHECK(local::ask(*one, local::orderFor(local::LineWork::Sell, "1001", "000000")).error().code ==
        base::ErrorCode::PeerFailed);
  auto three = local::connectTo(fixture.store.path());
  REQUIRE(three);
  REQUIRE(local::ask(*two, local::orderFor(local::LineWork::Sell, "1001", "123456")));
  REQUIRE(local::ask(*three, local::orderFor(local::LineWork::Sell, "1001", "123456")));
  for (int i = 0; i < 3; ++i) {
    for (auto* channel : {&*two, &*three}) {
      const std::string ref = std::to_string(i) + (channel == &*two ? "b" : "c");
      REQUIRE(channel->writeLine(cashSale(ref.c_str(), "S1").dump()));
      CHECK(json::parse(channel->readLine().value_or("{}"))["ok"] == true);
    }
  }
  auto lost = local::connectTo(fixture.store.path());
  REQUIRE(lost);
  CHECK_FALSE(local::ask(*lost, R"({"do":"nonsense"})"));
}
