// Stored value and count cards of a chain: two tills, one account.
#include "core/hq/blobs.hpp"
#include "core/hq/card_stock.hpp"
#include "core/hq/erasure.hpp"
#include "core/hq/export.hpp"
#include "core/hq/partners.hpp"
#include "core/journal/codec.hpp"
#include "core/sync/blobs.hpp"
#include "core/sync/compression.hpp"
#include "tests/hq/hq_fixture.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

namespace {

struct Chain : HqFixture {
  TillLog one{"t1"}, two{"t2"};
  base::Id member = [] {
    base::Id::Raw raw{};
    raw.fill(7);
    return base::Id(raw);
  }();
  Chain() {
    know("t1", "0001", "01");
    know("t2", "0002", "01");
    one.add(registered(42, member));
    two.add(registered(42, member));
  }
  void sendAll(bool reversed) {
    const auto push = [&](const TillLog& log) {
      REQUIRE(send(log, 1, log.head()));
      project();
    };
    push(reversed ? two : one);
    push(reversed ? one : two);
  }
  std::vector<std::string> kinds() {
    std::vector<std::string> kinds;
    in([&](ports::HqTransaction& tx) {
      kinds.clear();
      for (const auto& flag : tx.flags()) kinds.push_back(flag.kind);
    });
    return kinds;
  }
};

journal::StoredMoved stored(const char* why, int principal, int bonus) {
  journal::StoredMoved moved;
  moved.member = 42;
  moved.why = why;
  moved.principal = base::Money(principal);
  moved.bonus = base::Money(bonus);
  return moved;
}

journal::CountMoved count(const char* why, int change) {
  journal::CountMoved moved;
  moved.member = 42;
  moved.card = std::string(32, 'a');
  moved.why = why;
  moved.sku = "S9";
  moved.name = "洗车十次";
  moved.change = change;
  return moved;
}

}  // namespace

TEST_CASE("what two tills spent of one stored value offline both stands, and is a debt", "[both]") {
  for (const bool reversed : {false, true}) {
    Chain chain;
    chain.one.add(stored("TOP_UP", 10'000, 1'000));
    chain.one.add(stored("PAY", -8'000, -1'000));
    chain.two.add(stored("PAY", -5'000, 0));
    chain.two.add(stored("REFUND", 500, 0));
    chain.sendAll(reversed);
    chain.in([&](ports::HqTransaction& tx) {
      const auto account = tx.stored(chain.member.hex());
      REQUIRE(account);
      CHECK(account->principal == base::Money(-2'500));
      CHECK(account->bonus == base::Money(0));
      CHECK(tx.valueMoves(chain.member.hex()).size() == 4);
    });
    const auto kinds = chain.kinds();
    CHECK(std::count(kinds.begin(), kinds.end(), "stored_overdrawn") >= 1);
    // Folded anew it is the same: nothing counts twice.
    REQUIRE(chain.projector.rebuild());
    std::vector<std::string> lines;
    REQUIRE(
        hq::exportLines(*chain.store, hq::ExportWhat::Stored, [&](const std::string& one) { lines.push_back(one); }));
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().find(R"("principal":-2500,"bonus":0)") != std::string::npos);
  }
}

TEST_CASE("a count card used at two tills is counted once for the chain, in any order", "[both]") {
  for (const bool reversed : {false, true}) {
    Chain chain;
    chain.one.add(count("SOLD", 3));
    chain.one.add(count("USED", -1));
    chain.two.add(count("USED", -1));
    chain.sendAll(reversed);
    chain.in([&](ports::HqTransaction& tx) {
      const auto card = tx.countCard(std::string(32, 'a'));
      REQUIRE(card);
      CHECK(card->sold == 3);
      CHECK(card->uses == 1);
      CHECK(card->name == "洗车十次");
    });
    CHECK(chain.kinds().empty());
    const std::uint64_t head = chain.two.head();
    chain.two.add(count("USED", -2));
    REQUIRE(chain.send(chain.two, head + 1, chain.two.head()));
    chain.project();
    CHECK(chain.kinds() == std::vector<std::string>{"count_overused"});
  }
}

TEST_CASE("a stored value that was topped up and closed is nothing and no debt", "[both]") {
  Chain chain;
  chain.one.add(stored("TOP_UP", 10'000, 1'000));
  chain.one.add(stored("CLOSE", -10'000, -1'000));
  chain.sendAll(false);
  chain.in([&](ports::HqTransaction& tx) { CHECK(tx.stored(chain.member.hex())->principal == base::Money(0)); });
  CHECK(chain.kinds().empty());
}

TEST_CASE("a partner is owed what points paid in its stores, and owes for its coupons that were used", "[both]") {
  Chain chain;
  REQUIRE(hq::putPartner(*chain.store, {"TEA", "茶庄, 南门", {"0002"}}));
  CHECK_FALSE(hq::putPartner(*chain.store, {"T-A", "x", {}}));
  // 30 points at 1.10 in the partner's store, a third of them back; 20 points in a store of the chain's own.
  const std::pair<std::int64_t, base::Id> who{42, chain.member};
  auto sale = saleOf(10'000, who, 0, 30);
  sale.gross = sale.lines.front().gross = sale.lines.front().after_price = base::Money(13'300);
  sale.lines.front().points = base::Money(3'300);
  const auto sale_id = [&] {
    chain.two.add(sale);
    return chain.two.last_id;
  }();
  chain.one.add(saleOf(10'000, who, 0, 20));
  journal::SaleReturned back;
  back.sale_receipt_no = "x";
  back.lines.push_back({0, "S1", "x", "", base::Quantity(1000), base::Money(100)});
  back.value = back.refund = base::Money(100);
  back.tenders = {{"CASH", base::Money(100), std::nullopt, {}, {}}};
  back.member = journal::ReturnedMember{};
  back.member->no = 42;
  back.member->restored = {{"1.0", false, base::Points(10), std::nullopt}};
  chain.two.cause = sale_id;
  chain.two.add(back);
  chain.two.cause.reset();
  chain.sendAll(false);

  base::SeededRandom random(4);
  const base::BusinessDate day = base::BusinessDate::of(2025, 3, 12);
  const hq::PartnerCoupons wanted{"TEA", base::Money(1'000), base::Money(), day.plusDays(30)};
  CHECK(*hq::givePartnerCoupons(*chain.store, wanted, day, random) == 0);  // nobody consented
  REQUIRE(hq::setConsent(*chain.store, "TEA", chain.member.hex(), true, 1));
  CHECK_FALSE(hq::setConsent(*chain.store, "NONE", chain.member.hex(), true, 1));
  // S000-34: for a tier that the member does not have, none.
  std::string tier;
  chain.in([&](ports::HqTransaction& tx) { tier = tx.member(chain.member.hex())->tier; });
  hq::PartnerCoupons for_tier = wanted;
  for_tier.tiers = {tier == "BLK" ? "SLV" : "BLK"};
  CHECK(*hq::givePartnerCoupons(*chain.store, for_tier, day, random) == 0);
  CHECK(*hq::givePartnerCoupons(*chain.store, wanted, day, random) == 1);
  std::string serial;
  chain.in([&](ports::HqTransaction& tx) {
    serial = tx.partnerCoupons("TEA").front();
    CHECK(journal::decodeTerms(tx.coupon(serial)->terms)->partner == "TEA");
  });
  const auto before = chain.one.head();
  chain.one.add(saleOf(5'000, who));
  chain.one.add(journal::CouponUsed{serial, 42, base::Money(1'000)});
  REQUIRE(chain.send(chain.one, before + 1, chain.one.head()));
  chain.project();
  const auto settled = [&] { return hq::settlePartners(*chain.store, day, day)->front(); };
  const hq::PartnerSettlement expected{"TEA", "茶庄, 南门",      1, base::Points(20), base::Money(2'200),
                                       1,     base::Money(1'000)};
  INFO(hq::settlementJson(day, day, {settled()}));
  CHECK(settled() == expected);
  REQUIRE(chain.projector.rebuild());  // headquarters' own coupons are not folded away
  CHECK(settled() == expected);
  CHECK(hq::settlementCsv({settled()}).find("TEA,\"茶庄, 南门\",1,20,2200,1,1000\n") != std::string::npos);
  CHECK(hq::settlementJson(day, day, {settled()}).find(R"("points":20,"owed_fen":2200)") != std::string::npos);
  CHECK(hq::settlePartners(*chain.store, day.plusDays(1), day.plusDays(1))->front().points == base::Points());

  const auto rows = hq::membersForPartner(*chain.store, hq::Identity{}, "TEA");
  REQUIRE(rows);
  REQUIRE(rows->size() == 1);
  CHECK(rows->front().find(chain.member.hex()) == std::string::npos);
  CHECK(rows->front().find("phone") == std::string::npos);
  REQUIRE(hq::setConsent(*chain.store, "TEA", chain.member.hex(), false, 1));
  CHECK(hq::membersForPartner(*chain.store, hq::Identity{}, "TEA")->empty());
}

TEST_CASE("S001-20 a partner pays what its coupon took off the bill, less what came back, to the fen", "[both]") {
  Chain chain;
  REQUIRE(hq::putPartner(*chain.store, {"TEA", "茶庄", {}}));
  chain.sendAll(false);
  REQUIRE(hq::setConsent(*chain.store, "TEA", chain.member.hex(), true, 1));
  base::SeededRandom random(4);
  const base::BusinessDate day = base::BusinessDate::of(2025, 3, 12);
  REQUIRE(*hq::givePartnerCoupons(*chain.store, {"TEA", base::Money(1'000), base::Money(), day}, day, random) == 1);
  std::string serial;
  chain.in([&](ports::HqTransaction& tx) { serial = tx.partnerCoupons("TEA").front(); });
  // A coupon of 10.00 that found 7.01 to take: 5.00 on three pieces, 2.01 on another line.
  auto sale = saleOf(10'000, std::pair<std::int64_t, base::Id>{42, chain.member});
  sale.lines.front().quantity = base::Quantity(3000);
  sale.lines.front().coupon = base::Money(500);
  sale.lines.front().gross = sale.lines.front().after_price = base::Money(10'500);
  auto second = sale.lines.front();
  second.quantity = base::Quantity(1000);
  second.gross = second.after_price = base::Money(2'201);
  second.final = base::Money(2'000);
  second.coupon = base::Money(201);
  sale.lines.push_back(second);
  sale.gross = sale.lines.front().gross + second.gross;
  sale.total += second.final;
  sale.tenders.front().amount += second.final;
  const auto settled = [&] { return hq::settlePartners(*chain.store, day, day)->front(); };
  auto from = chain.one.head() + 1;
  const auto push = [&] {
    REQUIRE(chain.send(chain.one, from, chain.one.head()));
    chain.project();
    from = chain.one.head() + 1;
  };
  chain.one.add(sale);
  chain.one.cause = chain.one.last_id;
  chain.one.add(journal::CouponUsed{serial, 42, base::Money(701)});
  push();
  const auto giveBack = [&](int line) {
    journal::SaleReturned back;
    back.sale_receipt_no = "x";
    back.lines.push_back({line, "S1", "x", "", base::Quantity(1000), base::Money(100)});
    back.value = back.refund = base::Money(100);
    back.tenders = {{"CASH", base::Money(100), std::nullopt, {}, {}}};
    chain.one.add(back);
    push();
  };
  CHECK(settled().coupons == 1);
  CHECK(settled().coupon_value == base::Money(701));
  giveBack(0);  // a third of 5.00: 1.66
  CHECK(settled().coupon_value == base::Money(701 - 166));
  giveBack(0);  // two thirds: 3.33
  CHECK(settled().coupon_value == base::Money(701 - 333));
  REQUIRE(chain.projector.rebuild());
  CHECK(settled().coupon_value == base::Money(701 - 333));
  giveBack(0);
  CHECK(settled().coupon_value == base::Money(201));
  CHECK(settled().coupons == 1);
  giveBack(1);
  CHECK(settled().coupon_value == base::Money());
  CHECK(settled().coupons == 0);
}

TEST_CASE("of cards that were made, printed is in stock, issued and spoiled together", "[both]") {
  Chain chain;
  const hq::Identity identity;
  std::vector<member::Credential> cards;
  for (int i = 0; i < 5; ++i) cards.push_back({member::CredentialKind::Track2, "900100000" + std::to_string(i)});
  CHECK(*hq::addPrinted(*chain.store, identity, "2025-A", cards, 1) == 5);
  CHECK(*hq::addPrinted(*chain.store, identity, "2025-A", {cards.data(), 1}, 1) == 0);  // the same card again
  chain.sendAll(false);
  chain.in([&](ports::HqTransaction& tx) {
    tx.putCard({sync::cardHash(identity.card_key, cards[0]), chain.member.hex(), "track2", "ACTIVE"});
  });
  REQUIRE(hq::spoilPrinted(*chain.store, identity, cards[1], "bent", 2));
  CHECK(hq::spoilPrinted(*chain.store, identity, cards[0], "bent", 2).error().code == base::ErrorCode::WrongState);
  CHECK_FALSE(hq::spoilPrinted(*chain.store, identity, cards[2], "", 2));
  const std::vector<ports::HqCardStock> expected{{"2025-A", 5, 3, 1, 1}};
  CHECK(*hq::cardStock(*chain.store) == expected);
  REQUIRE(hq::eraseMember(*chain.store, chain.member.hex(), 3));  // his card does not come back into stock
  CHECK(*hq::cardStock(*chain.store) == expected);
}

TEST_CASE("a file for support comes in parts, at any node, and only of the kinds and sizes that are meant", "[both]") {
  Chain chain;
  const auto second = chain.engine.open();
  const std::string bytes = sync::compress(std::string(3, 'x') + "{}");
  const auto digest = base::sha256({base::asBytes(bytes)});
  hq::BlobPart part{
      sync::blobId(bytes), "journal", "journal-1.jsonl.zst", static_cast<std::int64_t>(bytes.size()), digest, 0,
      bytes.substr(0, 5)};
  const auto refused = [&](auto change) {
    hq::BlobPart other = part;
    change(other);
    const auto answer = hq::putBlobPart(*chain.store, "t1", other, 10);
    return answer ? 200 : answer.error().status;
  };
  CHECK(refused([](auto& one) { one.kind = "photo"; }) == 415);
  CHECK(refused([](auto& one) { one.bytes = "{\"a\""; }) == 415);
  CHECK(refused([](auto& one) { one.name = "../x"; }) == 422);
  CHECK(refused([](auto& one) { one.id = std::string(32, '0'); }) == 422);
  CHECK(refused([](auto& one) { one.size = 9 << 20; }) == 413);
  CHECK(refused([](auto& one) { one.size = 4; }) == 422);
  CHECK(refused([](auto& one) { one.bytes = std::string(sync::kBlobPart_bytes + 1, 'x'); }) == 413);
  CHECK(hq::putBlobPart(*chain.store, "nobody", part, 10).error().status == 403);
  CHECK(hq::blobReceived(*chain.store, "t1", part.id).error().status == 404);
  CHECK(*hq::putBlobPart(*chain.store, "t1", part, 10) == 5);
  CHECK(hq::putBlobPart(*second, "t1", part, 10).error().body.expect == 5);  // the answer was lost
  CHECK(*hq::blobReceived(*second, "t1", part.id) == 5);
  CHECK(hq::blobBytes(*second, part.id).error().code == base::ErrorCode::WrongState);
  hq::BlobPart rest = part;
  rest.offset = 5;
  rest.bytes = bytes.substr(5);
  hq::BlobPart broken = rest;
  broken.bytes.back() = static_cast<char>(broken.bytes.back() + 1);
  CHECK(*hq::putBlobPart(*second, "t1", rest, 11) == part.size);
  CHECK(*hq::putBlobPart(*second, "t1", rest, 11) == part.size);  // again: it is whole
  CHECK(*hq::blobBytes(*chain.store, part.id.substr(0, 6)) == bytes);
  // Of the other till: bytes that are not those of the digest go again.
  CHECK(*hq::putBlobPart(*second, "t2", part, 11) == 5);
  CHECK(hq::putBlobPart(*second, "t2", broken, 11).error().status == 422);
  CHECK(hq::blobReceived(*second, "t2", part.id).error().status == 404);
  chain.in([&](ports::HqTransaction& tx) {
    hq::dropOldBlobs(tx, 10 + std::int64_t{89} * 86'400'000);
    CHECK(tx.blobs().size() == 1);
    hq::dropOldBlobs(tx, 11 + std::int64_t{90} * 86'400'000);
    CHECK(tx.blobs().empty());
  });
}

}  // namespace kahui::test
