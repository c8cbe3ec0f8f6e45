// The member desk's rules, on disk.
#include "core/till/member_desk.hpp"

#include <nlohmann/json.hpp>

#include "app/local/member_json.hpp"
#include "core/journal/draft.hpp"
#include "core/store/history.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace kahui;
using base::ErrorCode;
using base::Money;
using base::Points;
using base::Quantity;
using test::goods;
using till::MemberAct;

namespace {

constexpr const char* kFreshPhone = "13900001111";
constexpr const char* kFreshUid = "04AABBCCDDEE01";

struct MemberDeskFixture : test::DeskFixture {
  base::SeededRandom random{7};
  using test::DeskFixture::DeskFixture;

  till::MemberDesk at() {
    return {store(), desk(), random, base::WallTime{desk().today().days() * 86'400'000LL + 2 * 3'600'000, 480}};
  }
  till::Signers signer(const char* code, const char* approver = nullptr) {
    till::Signers signers{*desk().staff(code)};
    if (approver != nullptr) signers.approver = *desk().staff(approver);
    return signers;
  }
  till::JoinAnswer join(till::JoinRequest request, const char* by = "1001") { return at().join(request, signer(by)); }
  till::MemberAnswer act(till::MemberRequest request, const char* by = "9001", const char* approver = nullptr) {
    return at().act(request, signer(by, approver));
  }
  till::MemberRequest on(int member, MemberAct act, Points points = {}) {
    till::MemberRequest request;
    request.act = act;
    request.member_no = no(member).text();
    request.points = points;
    return request;
  }
  void givePin(int member, const char* pin = "4711") {
    REQUIRE(store().setMemberPin(no(member), pin, *desk().staff("9001")));
  }
};

till::JoinRequest joining(const char* phone = kFreshPhone) {
  till::JoinRequest request;
  request.phone = phone;
  request.adult = true;
  request.consent = true;
  return request;
}

std::string reasonOf(const base::Error& error) {
  return error.code == ErrorCode::RuleRejected ? error.detail : std::string(base::codeName(error.code));
}
template <class Answer>
std::string reasonOf(const Answer& answer) {
  return answer ? std::string("done") : reasonOf(answer.error());
}

const char* const kGift = R"({"join_gift": {"points": 20}})";
const char* const kCatalogue =
    R"({"catalogue": [{"code": "CUP", "name": "茶杯", "group": "GLD", "points": 30},
                      {"code": "POT", "name": "茶壶", "group": "BLK", "points": 500}]})";

}  // namespace

TEST_CASE("telephone and consent make a member, and what was agreed to is kept (I5)") {
  MemberDeskFixture fixture;
  auto request = joining("139 0000-1111");
  request.marketing = true;
  request.form = "F-17";
  request.card = member::Credential{member::CredentialKind::Uid, "04aabbccddee01"};
  const auto done = fixture.join(request);
  REQUIRE(done);
  CHECK(done->masked_phone == "139****1111");
  CHECK(done->gift == Points{});
  const auto file = *fixture.store().memberFile(done->member_no);
  CHECK(file.consent == "2026-01");
  CHECK(file.operator_code == "1001");
  CHECK(file.via == "till");
  CHECK(file.form == "F-17");
  CHECK(file.marketing);
  CHECK(file.consent_ms != 0);
  const auto hit = *fixture.store().memberByCard({member::CredentialKind::Uid, kFreshUid});
  REQUIRE(hit);
  CHECK(hit->member.no == done->member_no);
  CHECK(fixture.problems().empty());
}

TEST_CASE("who may not join is told why") {
  MemberDeskFixture fixture;
  auto request = joining();
  request.consent = false;
  CHECK(reasonOf(fixture.join(request)) == "NO_CONSENT");
  request = joining();
  request.adult = false;
  CHECK(reasonOf(fixture.join(request)) == "NOT_ADULT");
  request.company = true;
  CHECK(reasonOf(fixture.join(request)) == "bad_input");  // a company without a name
  CHECK(reasonOf(fixture.join(joining("1390000111"))) == "bad_phone");
  request = joining(fixture.memberNow(test::kGold).profile.phone.c_str());
  const auto taken = fixture.join(request);
  REQUIRE_FALSE(taken);
  CHECK(taken.error().code == ErrorCode::PhoneTaken);
  CHECK(taken.error().detail.find('*') != std::string::npos);
  request = joining();
  request.card = test::cardOf(test::kGold);
  CHECK(reasonOf(fixture.join(request)) == "card_taken");
  CHECK(fixture.problems().empty());
}

TEST_CASE("a person under 18 by the date that was told is refused, one day later not (S001-102)") {
  MemberDeskFixture fixture;  // it is 2025-03-12
  auto request = joining();
  request.born = base::BusinessDate::of(2007, 3, 13);
  CHECK(reasonOf(fixture.join(request)) == "NOT_ADULT");
  fixture.setTime("2025-03-13T09:00:00");
  CHECK(reasonOf(fixture.join(request)) == "done");
}

TEST_CASE("the joining gift is given once a telephone number (S000-38)") {
  MemberDeskFixture fixture(kGift);
  const auto first = fixture.join(joining());
  REQUIRE(first);
  CHECK(first->gift == Points(20));
  CHECK((*fixture.store().memberByNo(first->member_no))->lifetime == Points{});
  till::MemberRequest erase;
  erase.act = MemberAct::Erase;
  erase.member_no = first->member_no.text();
  REQUIRE(fixture.act(erase));
  const auto again = fixture.join(joining());
  REQUIRE(again);
  CHECK(again->gift == Points{});
  CHECK(fixture.problems().empty());
}

TEST_CASE("a joining gift may be a coupon") {
  MemberDeskFixture fixture(R"({"join_gift": {"face_fen": 1000, "min_fen": 5000, "valid_days": 30}})");
  const auto done = fixture.join(joining());
  REQUIRE(done);
  const auto coupons = *fixture.store().couponsOf(done->member_no, fixture.desk().today());
  REQUIRE(coupons.size() == 1);
  CHECK(coupons[0].serial == done->gift_coupon);
  CHECK(coupons[0].terms.face == Money(1000));
  CHECK(coupons[0].terms.min == Money(5000));
  CHECK(coupons[0].expires == fixture.desk().today().plusDays(30));
}

TEST_CASE("a referrer is fixed at joining and is somebody else (F1)") {
  MemberDeskFixture fixture;
  auto request = joining();
  request.referrer = kFreshPhone;
  CHECK(reasonOf(fixture.join(request)) == "REFERRER");
  request.referrer = "13711112222";
  CHECK(reasonOf(fixture.join(request)) == "REFERRER");
  request.referrer = fixture.no(test::kGold).text();
  const auto done = fixture.join(request);
  REQUIRE(done);
  const auto file = *fixture.store().memberFile(done->member_no);
  CHECK(file.referrer == fixture.no(test::kGold).value());
  CHECK(file.via == "referral");
}

TEST_CASE("the last four digits give a choice of masked names, a full number one member") {
  MemberDeskFixture fixture;
  auto request = joining("13955558888");
  request.name = "赵云";
  REQUIRE(fixture.join(request));
  request = joining("13766668888");
  request.name = "钱多多";
  REQUIRE(fixture.join(request));
  const auto hits = fixture.at().find("8888");
  REQUIRE(hits);
  REQUIRE(hits->size() == 2);
  for (const auto& hit : *hits) {
    CHECK(hit.masked_name.find('*') != std::string::npos);
    CHECK(hit.masked_phone.find("****") != std::string::npos);
  }
  CHECK(fixture.at().find("13955558888")->size() == 1);
  CHECK(fixture.at().find(hits->front().member_no)->size() == 1);
  CHECK(reasonOf(fixture.at().find("0000")) == "unknown_member");
  CHECK(reasonOf(fixture.at().find("55558888")) == "bad_phone");
}

TEST_CASE("a correction keeps old and new masked, and finds the member by the new number only (S000-44)") {
  MemberDeskFixture fixture;
  const std::string old = fixture.memberNow(test::kGold).profile.phone;
  auto request = fixture.on(test::kGold, MemberAct::Correct);
  request.phone = kFreshPhone;
  request.name = "欧阳锋";
  CHECK(reasonOf(fixture.act(request, "1001")) == "no_right");
  REQUIRE(fixture.act(request, "1001", "2001"));
  CHECK(reasonOf(fixture.at().find(old)) == "unknown_member");
  CHECK(fixture.at().find(kFreshPhone)->front().member_no == request.member_no);
  CHECK(fixture.at().find("1111")->size() == 1);
  const auto page = fixture.at().page(fixture.no(test::kGold));
  REQUIRE(page);
  REQUIRE(page->changes.size() == 2);
  CHECK(page->changes[1].field == "phone");
  CHECK(page->changes[1].after == "139****1111");
  CHECK(page->changes[1].operator_code == "1001");
  CHECK(page->changes[1].approver == "2001");
  request.name.reset();
  request.phone = fixture.memberNow(test::kBlack).profile.phone;
  CHECK(reasonOf(fixture.act(request)) == "phone_taken");
  request.phone = kFreshPhone;
  CHECK(reasonOf(fixture.act(request)) == "bad_input");  // nothing changes
  // No clear number or name in the journal.
  REQUIRE(store::forEachEvent(fixture.store(), {}, [&](const journal::Event&, const std::string& line) -> base::Status {
    CHECK(line.find(kFreshPhone) == std::string::npos);
    CHECK(line.find("欧阳锋") == std::string::npos);
    CHECK(line.find(old) == std::string::npos);
    return {};
  }));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a birthday changes once in 365 days (I7)") {
  MemberDeskFixture fixture;
  auto request = fixture.on(test::kGold, MemberAct::Correct);
  request.birthday = member::Birthday{member::BirthdayCalendar::Solar, 5, 1, false};
  REQUIRE(fixture.act(request));
  request.birthday = member::Birthday{member::BirthdayCalendar::Lunar, 5, 1, false};
  CHECK(reasonOf(fixture.act(request)) == "BIRTHDAY_TOO_SOON");
  fixture.setTime("2026-03-11T09:00:00");
  CHECK(reasonOf(fixture.act(request)) == "BIRTHDAY_TOO_SOON");
  fixture.setTime("2026-03-12T09:00:00");
  CHECK(reasonOf(fixture.act(request)) == "done");
  // Filling in what nobody had told is no change.
  request = fixture.on(test::kRegular, MemberAct::Correct);
  request.birthday = member::Birthday{member::BirthdayCalendar::Solar, 5, 1, false};
  REQUIRE(fixture.act(request));
  request.birthday->day = 2;
  CHECK(reasonOf(fixture.act(request)) == "done");
}

TEST_CASE("a member's PIN is changed with the old one or by a leader (S000-84)") {
  MemberDeskFixture fixture;
  auto request = fixture.on(test::kGold, MemberAct::SetPin);
  request.new_pin = "2468";
  CHECK(reasonOf(fixture.act(request, "1001")) == "no_right");
  CHECK(reasonOf(fixture.act(request, "1001", "2001")) == "done");
  request.new_pin = "1357";
  request.member_pin = "0000";
  CHECK(reasonOf(fixture.act(request, "1001")) == "wrong_pin");
  request.member_pin = "2468";
  CHECK(reasonOf(fixture.act(request, "1001")) == "done");
  CHECK(fixture.store().verifyMemberPin(fixture.no(test::kGold), "1357", fixture.desk().today()));
  request.new_pin = "12a4";
  CHECK(reasonOf(fixture.act(request, "2001")) == "wrong_pin");  // the old one was told, and is not it
  request.member_pin = "1357";
  CHECK(reasonOf(fixture.act(request, "2001")) == "bad_input");
}

TEST_CASE("a clear name needs the right and is in the journal (S001-111)") {
  MemberDeskFixture fixture;
  const auto request = fixture.on(test::kGold, MemberAct::Reveal);
  CHECK(reasonOf(fixture.act(request, "1001")) == "no_right");
  const auto shown = fixture.act(request, "2001");
  REQUIRE(shown);
  CHECK(shown->clear_phone == fixture.memberNow(test::kGold).profile.phone);
  const auto changes = *fixture.store().memberChanges(fixture.no(test::kGold), 10);
  REQUIRE_FALSE(changes.empty());
  const auto* seen = std::get_if<journal::MemberRevealed>(&changes.front().payload);
  REQUIRE(seen != nullptr);
  CHECK(seen->operator_code == "2001");
}

TEST_CASE("points go to another member and keep their ends, as NONCASH (N11)") {
  MemberDeskFixture fixture;
  fixture.givePin(test::kGold);
  auto request = fixture.on(test::kGold, MemberAct::Transfer, Points(50));
  request.to = fixture.no(test::kBlack).text();
  request.member_pin = "4711";
  const Points lifetime = fixture.memberNow(test::kBlack).lifetime;
  CHECK(reasonOf(fixture.act(request, "2001")) == "no_right");
  REQUIRE(fixture.act(request));
  CHECK(fixture.memberNow(test::kGold).points() == Points(70));
  CHECK(fixture.memberNow(test::kBlack).noncash == Points(50));
  CHECK(fixture.memberNow(test::kBlack).lifetime == lifetime);
  CHECK(fixture.store().pointsLots(fixture.no(test::kBlack))->front().expires == base::BusinessDate::of(2026, 12, 31));
  request.points = Points(9);
  CHECK(reasonOf(fixture.act(request)) == "BAD_AMOUNT");
  request.points = Points(71);
  CHECK(reasonOf(fixture.act(request)) == "POINTS_INSUFFICIENT");
  request.points = Points(10);
  request.member_pin = "0000";
  CHECK(reasonOf(fixture.act(request)) == "wrong_pin");
  request.to = fixture.no(test::kGold).text();
  CHECK(reasonOf(fixture.act(request)) == "SAME_MEMBER");
  fixture.desk().setOffline(true);
  request.to = fixture.no(test::kBlack).text();
  CHECK(reasonOf(fixture.act(request)) == "NEEDS_ONLINE");
  CHECK(fixture.problems().empty());
}

TEST_CASE("frozen points wait, come back or are void (N12)") {
  MemberDeskFixture fixture;
  auto request = fixture.on(test::kGold, MemberAct::Freeze, Points(100));
  CHECK(reasonOf(fixture.act(request)) == "BAD_REASON");
  request.reason = "OTHER";
  CHECK(reasonOf(fixture.act(request)) == "BAD_REASON");
  request.reason = "FRAUD";
  CHECK(reasonOf(fixture.act(request, "2001")) == "no_right");
  REQUIRE(fixture.act(request)->frozen == Points(100));
  CHECK(fixture.at().page(fixture.no(test::kGold))->available == Points(20));
  request = fixture.on(test::kGold, MemberAct::Unfreeze, Points(40));
  REQUIRE(fixture.act(request)->frozen == Points(60));
  CHECK(fixture.problems().empty());
  request = fixture.on(test::kGold, MemberAct::Void, Points(1000));
  request.reason = "FRAUD";
  const auto gone = fixture.act(request);
  REQUIRE(gone);
  CHECK(gone->points == Points(60));
  CHECK(gone->balance == Points(60));
  CHECK(gone->frozen == Points{});
  CHECK(fixture.problems().empty());

  request = fixture.on(test::kGold, MemberAct::Freeze);
  request.reason = "DISPUTE";
  REQUIRE(fixture.act(request));
  CHECK(fixture.memberNow(test::kGold).status == member::MemberStatus::Frozen);
  CHECK_FALSE(fixture.desk().memberByText(fixture.no(test::kGold).text()));
  REQUIRE(fixture.act(fixture.on(test::kGold, MemberAct::Unfreeze)));
  CHECK(fixture.desk().memberByText(fixture.no(test::kGold).text()));
}

TEST_CASE("cashable points are paid out with a voucher and a figure for the shift (N10)") {
  MemberDeskFixture fixture;
  fixture.givePin(test::kGold);
  // 900 cashable points, as a transfer that keeps the class would leave them.
  auto draft = journal::makeDraft(base::WallTime{1'741'744'800'000, 480}, fixture.desk().businessDate(), {},
                                  fixture.random, journal::PointsConfirmed{});
  std::get<journal::PointsConfirmed>(draft.payload).parts = {
      {fixture.no(test::kGold).value(), {"", true, Points(900), std::nullopt}, {}}};
  REQUIRE(fixture.store().append(std::move(draft)));
  auto request = fixture.on(test::kGold, MemberAct::CashOut, Points(158));
  CHECK(reasonOf(fixture.act(request, "1001")) == "no_right");
  CHECK(reasonOf(fixture.act(request, "2001")) == "wrong_pin");
  request.member_pin = "4711";
  const auto paid = fixture.act(request, "2001");
  REQUIRE(paid);
  REQUIRE(paid->voucher);
  CHECK(paid->voucher->paid == Money(15800));
  CHECK(fixture.memberNow(test::kGold).cashable == Points(742));
  CHECK(fixture.memberNow(test::kGold).noncash == Points(120));
  request.points = Points(500);
  CHECK(reasonOf(fixture.act(request, "2001")) == "no_right");  // from 500.00 a manager
  CHECK(reasonOf(fixture.act(request, "2001", "9001")) == "done");
  int events = 0;
  REQUIRE(
      store::forEachEvent(fixture.store(), {}, [&](const journal::Event& event, const std::string&) -> base::Status {
        if (const auto* cashed = std::get_if<journal::PointsCashed>(&event.payload)) {
          ++events;
          CHECK(cashed->shift > 0);
          CHECK(cashed->paid == Money(cashed->points.value() * 100));
        }
        return {};
      }));
  CHECK(events == 2);
  auto ordinary = fixture.on(test::kRegular, MemberAct::CashOut, Points(1));
  CHECK(reasonOf(fixture.act(ordinary)) == "TIER_NOT_ALLOWED");
  fixture.desk().setOffline(true);
  CHECK(reasonOf(fixture.act(request, "9001")) == "NEEDS_ONLINE");
  CHECK(fixture.problems().empty());
}

TEST_CASE("the catalogue counts by month, and a cancelled exchange gives all of it back (N9)") {
  MemberDeskFixture fixture(kCatalogue);
  const auto page = fixture.at().page(fixture.no(test::kGold));
  REQUIRE(page->catalogue.size() == 1);
  auto request = fixture.on(test::kGold, MemberAct::Exchange);
  request.gifts = {{"CUP", 3}};
  CHECK(reasonOf(fixture.act(request, "1001")) == "ITEM_LIMIT");
  request.gifts = {{"POT", 1}};
  CHECK(reasonOf(fixture.act(request, "1001")) == "ITEM_GROUP");
  request.gifts = {{"NONE", 1}};
  CHECK(reasonOf(fixture.act(request, "1001")) == "bad_input");
  request.gifts = {{"CUP", 1}};
  const auto done = fixture.act(request, "1001");
  REQUIRE(done);
  CHECK(done->balance == Points(90));
  CHECK(done->voucher->lines == std::vector<std::string>{"茶杯 × 1"});
  CHECK(reasonOf(fixture.act(request, "1001")) == "MONTH_LIMIT");
  auto back = fixture.on(test::kGold, MemberAct::CancelExchange);
  CHECK(reasonOf(fixture.act(back, "1001")) == "no_right");
  REQUIRE(fixture.act(back, "2001")->balance == Points(120));
  CHECK(reasonOf(fixture.act(back, "2001")) == "NO_EXCHANGE");
  Points by_end;
  const auto lots = *fixture.store().pointsLots(fixture.no(test::kGold));
  for (const auto& lot : lots) {
    CHECK(lot.expires == base::BusinessDate::of(2026, 12, 31));
    by_end += lot.points;
  }
  CHECK(by_end == Points(120));
  REQUIRE(fixture.act(request, "1001"));
  CHECK(fixture.problems().empty());
  fixture.reopen();
  CHECK(reasonOf(fixture.act(request, "1001")) == "MONTH_LIMIT");
  fixture.setTime("2025-04-01T09:00:00");
  CHECK(reasonOf(fixture.act(request, "1001")) == "done");
}

TEST_CASE("points beyond the limit of a number alone ask the member's PIN (I4)") {
  MemberDeskFixture fixture(kCatalogue);
  fixture.givePin(test::kGold);
  auto request = fixture.on(test::kGold, MemberAct::Exchange);
  request.gifts = {{"CUP", 2}};
  CHECK(reasonOf(fixture.act(request, "1001")) == "MEMBER_PIN_NEEDED");
  request.member_pin = "4711";
  CHECK(reasonOf(fixture.act(request, "1001")) == "done");
}

TEST_CASE("coupons for points in the last days of a quarter (N8)") {
  MemberDeskFixture fixture;
  auto request = fixture.on(test::kGold, MemberAct::Quarter, Points(100));
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLOSED");
  fixture.setTime("2025-03-22T09:00:00");
  request.points = Points(150);
  CHECK(reasonOf(fixture.act(request, "1001")) == "BAD_AMOUNT");
  request.points = Points(200);
  CHECK(reasonOf(fixture.act(request, "1001")) == "POINTS_INSUFFICIENT");
  request.points = Points(100);
  const auto done = fixture.act(request, "1001");
  REQUIRE(done);
  CHECK(done->balance == Points(20));
  REQUIRE(done->voucher->coupons.size() == 1);
  const auto coupon = *fixture.store().couponBySerial(done->voucher->coupons[0]);
  REQUIRE(coupon);
  CHECK(coupon->terms.face == Money(1000));
  CHECK(coupon->expires == base::BusinessDate::of(2025, 6, 20));
  CHECK(fixture.problems().empty());
}

TEST_CASE("a guest's receipt gives its points once, to the member, by the rules of its day") {
  MemberDeskFixture fixture;
  const auto sold = fixture.sell({goods("S1", 6000)});
  REQUIRE(sold);
  const auto receipt = fixture.desk().receipt(sold->receipt_no);
  REQUIRE(receipt);
  REQUIRE(receipt->claim_code.size() == 19);
  CHECK(receipt->claim_until == base::BusinessDate::of(2025, 3, 19));
  const auto own = fixture.sell({goods("S1")}, test::kRegular);
  CHECK(fixture.desk().receipt(own->receipt_no)->claim_code.empty());

  auto request = fixture.on(test::kGold, MemberAct::Claim);
  request.code = receipt->claim_code;
  request.code[5] = request.code[5] == '9' ? '0' : '9';
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLAIM_CODE");
  request.code = fixture.store().claimCode(own->receipt_no);
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLAIM_MEMBER_SALE");
  request.code = receipt->claim_code;
  const Points lifetime = fixture.memberNow(test::kGold).lifetime;
  const auto done = fixture.act(request, "1001");
  REQUIRE(done);
  CHECK(done->points == Points(18));  // 600.00 at 3 a 100.00
  CHECK(fixture.memberNow(test::kGold).lifetime == lifetime + Points(18));
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLAIM_DONE");
  request.member_no = fixture.no(test::kBlack).text();
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLAIM_DONE");
  CHECK(fixture.problems().empty());

  // Half of the goods come back, then the rest.
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, Quantity(3000)}}));
  CHECK(fixture.memberNow(test::kGold).points() == Points(120 + 9));
  CHECK(fixture.memberNow(test::kGold).lifetime == lifetime + Points(9));
  REQUIRE(fixture.giveBack(sold->receipt_no, {{0, Quantity(3000)}}));
  CHECK(fixture.memberNow(test::kGold).points() == Points(120));
  CHECK(fixture.memberNow(test::kGold).lifetime == lifetime);
  CHECK(fixture.problems().empty());
}

TEST_CASE("a receipt is claimed within its days, and not after goods came back") {
  MemberDeskFixture fixture;
  const auto sold = fixture.sell({goods("S1", 6000)});
  const auto other = fixture.sell({goods("S1", 6000)});
  auto request = fixture.on(test::kGold, MemberAct::Claim);
  REQUIRE(fixture.giveBack(other->receipt_no, {{0, Quantity(1000)}}));
  request.code = fixture.store().claimCode(other->receipt_no);
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLAIM_RETURNED");
  request.code = fixture.store().claimCode(sold->receipt_no);
  fixture.setTime("2025-03-20T09:00:00");
  CHECK(reasonOf(fixture.act(request, "1001")) == "CLAIM_TOO_LATE");
  fixture.setTime("2025-03-19T09:00:00");
  CHECK(reasonOf(fixture.act(request, "1001")) == "done");
}

TEST_CASE("an erased member is found by nothing, and the sums stay (L3)") {
  MemberDeskFixture fixture;
  REQUIRE(fixture.sell({goods("S1", 6000)}, test::kGold));
  const auto before = fixture.memberNow(test::kGold);
  const auto outstanding = store::verify(fixture.store())->points_outstanding;
  const auto request = fixture.on(test::kGold, MemberAct::Erase);
  CHECK(reasonOf(fixture.act(request, "2001")) == "no_right");
  REQUIRE(fixture.act(request));
  CHECK(reasonOf(fixture.at().find(before.profile.phone)) == "unknown_member");
  CHECK(reasonOf(fixture.at().find(before.profile.phone.substr(7))) == "unknown_member");
  CHECK_FALSE(*fixture.store().memberByCard(test::cardOf(test::kGold)));
  const auto left = *fixture.store().memberByNo(before.no);
  REQUIRE(left);
  CHECK(left->profile == member::Profile{});
  CHECK(left->points() == before.points());
  CHECK(store::verify(fixture.store())->points_outstanding == outstanding);
  CHECK(reasonOf(fixture.act(request)) == "unknown_member");
  CHECK(fixture.problems().empty());
}

TEST_CASE("the page of a member holds the last 90 days, the points and the cards, masked") {
  MemberDeskFixture fixture;
  REQUIRE(fixture.sell({goods("S1")}, test::kGold));
  fixture.setTime("2025-06-09T09:00:00");
  const auto later = fixture.sell({goods("S1", 2000)}, test::kGold);
  REQUIRE(later);
  fixture.setTime("2025-06-11T09:00:00");  // 91 days after the first
  const auto page = fixture.at().page(fixture.no(test::kGold));
  REQUIRE(page);
  REQUIRE(page->purchases.size() == 1);
  CHECK(page->purchases[0].receipt_no == later->receipt_no);
  CHECK(page->purchases[0].total == later->result.total);
  REQUIRE(page->classes.size() == 2);
  REQUIRE(page->classes[0].next_end);
  CHECK(page->classes[0].next_end->day == base::BusinessDate::of(2026, 12, 31));
  CHECK(page->moves.front().type == "sale.completed");
  REQUIRE(page->cards.size() == 1);
  CHECK(page->cards[0].masked.starts_with("****"));
  CHECK(page->cards[0].masked.size() == 8);
  CHECK(page->birthday == "solar");
}

TEST_CASE("birthdays as they are written on the command line") {
  CHECK(local::parseBirthday("03-12") == member::Birthday{member::BirthdayCalendar::Solar, 3, 12, false});
  CHECK(local::parseBirthday("lunar:leap:06-30") == member::Birthday{member::BirthdayCalendar::Lunar, 6, 30, true});
  for (const char* wrong : {"3-12", "13-01", "02-30", "lunar:01-31", "leap:01-01", "", "03-12x"})
    CHECK_FALSE(local::parseBirthday(wrong));
}
