// Cards issued, replaced and blocked, by requests as kahuictl sends them.
#include <nlohmann/json.hpp>

#include "app/local/card_json.hpp"
#include "app/local/handover.hpp"
#include "core/store/history.hpp"
#include "core/store/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/till/tender_fixture.hpp"

using namespace kahui;
using nlohmann::json;

namespace {

constexpr const char* kFresh = "04AABBCCDDEE01";
constexpr const char* kOther = "04AABBCCDDEE02";

struct CardTill : test::TillFixture {
  CardTill()
      : TillFixture({}, [](store::SqliteStore& filled) {
          REQUIRE(filled.putStaff({"2001", "王", ports::StaffRole::Leader, {}}, "123456"));
        }) {
    for (const char* code : {"1001", "2001"}) REQUIRE(till->authorize(code, "123456"));
  }
  json acted(const char* act, json rest = json::object()) {
    json request{{"ref", "r"}, {"operator", "2001"}, {"act", act}};
    request.update(rest);
    return json::parse(local::answerLine(*till, local::LineWork::Card, request.dump()));
  }
  std::string codeOf(const char* act, json rest) { return acted(act, std::move(rest))["error"]["code"]; }
  std::string numberOf(int member) {
    std::string text;
    till->runOnEngine([&](ports::Store& held) { text = (*held.memberByCard(test::cardOf(member)))->member.no.text(); });
    return text;
  }
  bool identifies(const std::string& uid) {
    reader->tap({member::CredentialKind::Uid, uid});
    return look()->member.has_value();
  }
};

json uid(const std::string& value) { return {{"uid", value}}; }

}  // namespace

TEST_CASE("a card is issued to a member and identifies him at once, and again is no second issue") {
  CardTill fixture;
  fixture.signedIn();
  const std::string gold = fixture.numberOf(test::kGoldCard);
  CHECK_FALSE(fixture.identifies(kFresh));
  CHECK(fixture.acted("look", {{"card", uid(kFresh)}})["member"].is_null());
  const json issued = fixture.acted("issue", {{"card", uid("04aabbccddee01")}, {"member", gold}});
  REQUIRE(issued["ok"] == true);
  CHECK(issued["ref"] == "r");
  CHECK(issued["member"] == gold);
  CHECK(issued["status"] == "ACTIVE");
  CHECK(issued["card"]["credential"] == kFresh);
  CHECK_FALSE(issued.contains("repeated"));
  CHECK(fixture.identifies(kFresh));
  CHECK(fixture.acted("issue", {{"card", uid(kFresh)}, {"member", gold}})["repeated"] == true);
  // S001-114: refused with the masked holder.
  const json taken = fixture.acted("issue", {{"card", uid(kFresh)}, {"member", fixture.numberOf(test::kSilverCard)}});
  CHECK(taken["error"]["code"] == "card_taken");
  const std::string detail = taken["error"].dump();
  CHECK(detail.find("*" + gold.substr(gold.size() - 4)) != std::string::npos);
  CHECK(detail.find(gold) == std::string::npos);
  // S001-23: one row for the card that was issued: card, member, till, operator, time.
  int rows = 0;
  fixture.till->runOnEngine([&](ports::Store& held) {
    REQUIRE(store::forEachEvent(dynamic_cast<store::SqliteStore&>(held), {},
                                [&](const journal::Event& event, const std::string&) {
                                  const auto* bound = std::get_if<journal::CardBound>(&event.payload);
                                  if (bound == nullptr) return base::Status{};
                                  ++rows;
                                  CHECK(bound->card.kind == "uid");
                                  CHECK(std::to_string(bound->member) == gold);
                                  CHECK(bound->operator_code == "2001");
                                  CHECK_FALSE(event.position.empty());
                                  CHECK(event.at.local().date() == base::BusinessDate::of(2025, 3, 12));
                                  return base::Status{};
                                }));
  });
  CHECK(rows == 1);
}

TEST_CASE("a lost card is blocked and replaced, points and dates stay") {
  CardTill fixture;
  fixture.signedIn();
  const std::string gold = fixture.numberOf(test::kGoldCard);
  const std::string old = test::cardOf(test::kGoldCard).value;
  const json lost = fixture.acted("change", {{"member", gold}, {"status", "LOST"}, {"reason", "phoned"}});
  REQUIRE(lost["ok"] == true);
  CHECK(lost["card"]["credential"] == old);
  CHECK_FALSE(fixture.identifies(old));
  CHECK(fixture.acted("change", {{"card", uid(old)}, {"status", "LOST"}})["repeated"] == true);
  // Found again, and lost again.
  REQUIRE(fixture.acted("change", {{"card", uid(old)}, {"status", "ACTIVE"}})["status"] == "ACTIVE");
  CHECK(fixture.identifies(old));
  fixture.after(till::DetachMember{});
  REQUIRE(fixture.acted("change", {{"card", uid(old)}, {"status", "LOST"}})["ok"] == true);

  const json replaced = fixture.acted("replace", {{"card", uid(kFresh)}, {"member", gold}});
  REQUIRE(replaced["ok"] == true);
  CHECK(replaced["replaced"]["credential"] == old);
  CHECK(fixture.acted("look", {{"card", uid(old)}})["status"] == "REPLACED");
  CHECK_FALSE(fixture.identifies(old));
  CHECK(fixture.identifies(kFresh));
  CHECK(fixture.look()->member->points == base::Points(120));

  // The same request once more, as after an answer that was lost.
  CHECK(fixture.acted("replace", {{"card", uid(kFresh)}, {"old_card", uid(old)}, {"member", gold}})["repeated"] ==
        true);
  CHECK(fixture.codeOf("replace", {{"card", uid(kOther)}, {"old_card", uid(old)}, {"member", gold}}) ==
        "card_replaced");
  CHECK(fixture.codeOf("change", {{"card", uid(old)}, {"status", "BLOCKED"}}) == "card_replaced");
}

TEST_CASE("what may not be done with a card is refused by name and stores nothing") {
  CardTill fixture;
  const std::string gold = fixture.numberOf(test::kGoldCard);
  const std::string silver = fixture.numberOf(test::kSilverCard);
  const std::string own = test::cardOf(test::kSilverCard).value;
  const auto issue = [&](json card, const std::string& member) {
    return fixture.codeOf("issue", {{"card", std::move(card)}, {"member", member}});
  };
  CHECK(fixture.codeOf("issue", {{"operator", "1001"}, {"card", uid(kFresh)}, {"member", gold}}) == "no_right");
  CHECK(fixture.codeOf("issue", {{"operator", "9001"}, {"card", uid(kFresh)}, {"member", gold}}) == "not_signed_in");
  CHECK(issue(uid("08AABBCC"), gold) == "card_random_uid");
  CHECK(issue(uid("04AABB"), gold) == "bad_input");
  CHECK(issue({{"code", "12a"}}, gold) == "bad_input");
  CHECK(issue(uid(kFresh), "123456") == "bad_input");
  CHECK(issue(uid(kFresh), member::MemberNo::fromBody(123456).text()) == "unknown_member");
  CHECK(issue(uid(own), gold) == "card_taken");
  CHECK(fixture.codeOf("issue", {{"member", gold}}) == "bad_input");
  CHECK(fixture.codeOf("issue", {{"card", uid(kFresh)}, {"member", gold}, {"surprise", 1}}) == "unknown_key");
  CHECK(fixture.codeOf("nonsense", json::object()) == "bad_input");
  CHECK(fixture.codeOf("replace", {{"card", uid(kFresh)}, {"old_card", uid(own)}, {"member", gold}}) == "unknown_card");
  CHECK(fixture.codeOf("replace", {{"card", uid(own)}, {"member", gold}}) == "card_taken");
  CHECK(fixture.codeOf("change", {{"card", uid(kFresh)}, {"status", "LOST"}}) == "unknown_card");
  CHECK(fixture.codeOf("change", {{"card", uid(own)}, {"status", "REPLACED"}}) == "bad_input");
  REQUIRE(fixture.acted("issue", {{"card", uid(kFresh)}, {"member", silver}})["ok"] == true);
  CHECK(fixture.codeOf("change", {{"member", silver}, {"status", "LOST"}}) == "bad_input");  // which of the two?
  CHECK(fixture.codeOf("replace", {{"card", uid(kOther)}, {"member", silver}}) == "bad_input");

  fixture.till->runOnEngine([](ports::Store& held) {
    const auto report = store::verify(dynamic_cast<store::SqliteStore&>(held));
    REQUIRE(report);
    CHECK(report->problems.empty());
  });
}

TEST_CASE("a running till takes acts on cards over its socket") {
  CardTill fixture;
  const auto server = local::LocalServer::start(
      fixture.store.path(), [&](local::LineChannel& channel) { local::serve(*fixture.till, channel); });
  REQUIRE(server);
  auto channel = local::connectTo(fixture.store.path());
  REQUIRE(channel);
  REQUIRE(local::ask(*channel, local::orderFor(local::LineWork::Card, "2001", "123456")));
  till::CardRequest request{.act = till::CardAct::Issue,
                            .operator_code = "2001",
                            .card = member::Credential{member::CredentialKind::Uid, kFresh},
                            .member_no = fixture.numberOf(test::kGoldCard)};
  REQUIRE(channel->writeLine(local::requestJson(request)));
  CHECK(json::parse(channel->readLine().value_or("{}"))["status"] == "ACTIVE");
}

namespace {

struct FeeTill : test::TenderFixture {
  FeeTill()
      : TenderFixture(std::make_shared<sim::SimPayments>(), R"({"card_fee": {"fee_fen": 1000,
      "free": {"from": "2025-04-01T00:00:00", "to": "2025-05-01T00:00:00"}}, "desk": {"card_points": 30}})") {
    signIn();
    REQUIRE(till->authorize("9001", "123456"));
  }
  json acted(const char* act, json rest) {
    json request{{"ref", "r"}, {"operator", "9001"}, {"act", act}};
    request.update(rest);
    return json::parse(local::answerLine(*till, local::LineWork::Card, request.dump()));
  }
  std::string gold() {
    std::string text;
    onStore([&](store::SqliteStore& held) {
      text = (*held.memberByCard(test::cardOf(test::kGoldCard)))->member.no.text();
    });
    return text;
  }
  std::int64_t sales() {
    std::int64_t count = 0;
    onStore([&](store::SqliteStore& held) { count = static_cast<std::int64_t>(store::verify(held)->sales); });
    return count;
  }
};

}  // namespace

TEST_CASE("a card by command costs its fee: refused without a payment, paid with the card in one act (S000-13)") {
  FeeTill fixture;
  const std::string gold = fixture.gold();
  json wish{{"card", uid(kFresh)}, {"member", gold}};
  const json refused = fixture.acted("issue", wish);
  CHECK(refused["error"]["reason"] == "CARD_FEE_DUE 1000");
  CHECK(fixture.acted("look", {{"card", uid(kFresh)}})["member"].is_null());
  wish["tenders"] = {{{"type", "CASH"}, {"given_fen", 500}}};
  CHECK(fixture.acted("issue", wish)["error"]["code"] == "short_cash");
  CHECK(fixture.acted("look", {{"card", uid(kFresh)}})["member"].is_null());  // neither money nor card
  CHECK(fixture.sales() == 0);

  wish["tenders"] = {{{"type", "CASH"}, {"given_fen", 2000}}};
  const json issued = fixture.acted("issue", wish);
  REQUIRE(issued["ok"] == true);
  CHECK(issued["fee_fen"] == 1000);
  CHECK(fixture.acted("look", {{"card", uid(kFresh)}})["member"] == gold);
  fixture.onStore([&](store::SqliteStore& held) {
    const auto sold = *held.saleByReceipt(issued["receipt_no"].get<std::string>());
    REQUIRE(sold);
    const auto& document = std::get<journal::SaleCompleted>(sold->event.payload);
    CHECK(document.total == base::Money(1000));
    CHECK(document.change == base::Money(1000));
    CHECK(document.operator_code == "9001");
    REQUIRE(document.lines.size() == 1);
    CHECK(document.lines[0].sku == "CARD-FEE");
    REQUIRE(document.member);
    CHECK(document.member->earned == base::Points{});
  });
  const json again = fixture.acted("issue", wish);  // the line broke: nothing is paid twice
  CHECK(again["repeated"] == true);
  CHECK_FALSE(again.contains("receipt_no"));
  CHECK(fixture.sales() == 1);

  const json replaced = fixture.acted("replace", {{"card", uid(kOther)},
                                                  {"old_card", uid(kFresh)},
                                                  {"member", gold},
                                                  {"tenders", {{{"type", "BANKCARD"}, {"reference", "004211"}}}}});
  REQUIRE(replaced["ok"] == true);
  CHECK(replaced["fee_fen"] == 1000);
  CHECK(replaced["reward"] == 30);
  CHECK(fixture.sales() == 2);
  CHECK(fixture.problems().empty());

  fixture.store.clock->set(*base::LocalTime::parse("2025-04-02T10:00:00"));
  wish["card"] = uid("04AABBCCDDEE03");
  CHECK(fixture.acted("issue", wish)["error"]["reason"] == "CARD_FEE_NONE");
  wish.erase("tenders");
  CHECK(fixture.acted("issue", wish)["ok"] == true);
  CHECK(fixture.problems().empty());
}
