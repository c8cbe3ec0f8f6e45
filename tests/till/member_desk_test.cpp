// The member desk's rules, on disk: joining, finding, a member's data and page.
#include <nlohmann/json.hpp>

#include "app/local/member_json.hpp"
#include "core/store/report_reader.hpp"
#include "tests/till/member_desk_fixture.hpp"

using namespace kahui;
using base::ErrorCode;
using base::Money;
using base::Points;
using test::goods;
using test::joining;
using test::kFreshPhone;
using test::kFreshUid;
using test::MemberDeskFixture;
using test::reasonOf;
using till::MemberAct;

namespace {

const char* const kGift = R"({"join_gift": {"points": 20}})";

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

TEST_CASE("a company joins with tax number and contact, and nobody asks its age (S001-102)") {
  MemberDeskFixture fixture;
  auto request = joining();
  request.adult = false;
  request.company = true;
  request.name = "大华贸易有限公司";
  request.born = base::BusinessDate::of(2020, 1, 1);  // the day it was founded
  request.tax_no = "914403001922038217";
  CHECK(reasonOf(fixture.join(request)) == "TAX_NUMBER");
  request.tax_no = "91440300 1922038216";
  request.contact = "李娜";
  const auto done = fixture.join(request);
  REQUIRE(done);
  const auto kept = **fixture.store().memberByNo(done->member_no);
  CHECK(kept.profile.tax_no == "914403001922038216");
  CHECK(kept.profile.contact == "李娜");
  const auto page = *fixture.at().page(done->member_no);
  CHECK(page.company);
  CHECK(page.tax_no == "91************8216");
  CHECK(page.contact == "李*");

  auto person = joining("13900002222");
  person.tax_no = "914403001922038216";
  CHECK(reasonOf(fixture.join(person)) == "NOT_COMPANY");
  CHECK(fixture.problems().empty());
}

TEST_CASE("what a company has is corrected, with its history masked, and goes with the company (S001-102)") {
  MemberDeskFixture fixture;
  till::MemberRequest correct = fixture.on(test::kGold, MemberAct::Correct);
  correct.tax_no = "440301192203821";
  CHECK(reasonOf(fixture.act(correct)) == "NOT_COMPANY");
  correct.company = true;
  correct.contact = "王伟";
  REQUIRE(fixture.act(correct));
  CHECK(fixture.memberNow(test::kGold).profile.tax_no == "440301192203821");
  correct = fixture.on(test::kGold, MemberAct::Correct);
  correct.tax_no = "914403001922038216";
  REQUIRE(fixture.act(correct));
  const auto changes = fixture.at().page(fixture.no(test::kGold))->changes;
  REQUIRE(changes.size() >= 4);
  CHECK(changes.front().field == "tax_no");
  CHECK(changes.front().before == "44*********3821");
  CHECK(changes.front().after == "91************8216");
  till::MemberRequest reveal = fixture.on(test::kGold, MemberAct::Reveal);
  CHECK(fixture.act(reveal)->clear_tax_no == "914403001922038216");

  correct = fixture.on(test::kGold, MemberAct::Correct);
  correct.company = false;
  REQUIRE(fixture.act(correct));
  CHECK(fixture.memberNow(test::kGold).profile.tax_no.empty());
  CHECK(fixture.memberNow(test::kGold).profile.contact.empty());
  CHECK_FALSE(fixture.at().page(fixture.no(test::kGold))->company);
  CHECK(fixture.problems().empty());
}

TEST_CASE("numbers of paper forms go on, and never come twice (S003-99)") {
  MemberDeskFixture fixture;
  const auto first = fixture.at().printForms(2, fixture.signer("1001"));
  REQUIRE(first);
  CHECK((*first)[0].number == "F0001-03-1-00001");
  CHECK((*first)[1].number == "F0001-03-1-00002");
  CHECK((*first)[0].consent == "2026-01");
  fixture.reopen();
  CHECK(fixture.at().printForms(1, fixture.signer("1001"))->front().number == "F0001-03-1-00003");
  CHECK(reasonOf(fixture.at().printForms(0, fixture.signer("1001"))) == "out_of_range");
  CHECK(reasonOf(fixture.at().printForms(till::kMostForms + 1, fixture.signer("1001"))) == "out_of_range");
  CHECK(report::isFormNumber((*first)[0].number));
  for (const char* other :
       {"", "F", "F0001-03-1", "0001-03-1-00001", "F0001-03-1-", "F0001-03-x-1", "T0001-03-1-00001"})
    CHECK_FALSE(report::isFormNumber(other));
  CHECK(fixture.problems().empty());
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

TEST_CASE("the joining gift of a season is given inside its dates alone (S001-06)") {
  MemberDeskFixture fixture(
      R"({"join_gift": {"points": 20, "from": "2025-03-12T00:00:00", "to": "2025-03-14T00:00:00"}})");
  const auto gift = [&](const char* at, const char* phone) {
    fixture.setTime(at);
    const auto joined = fixture.join(joining(phone));
    REQUIRE(joined);
    return joined->gift;
  };
  CHECK(gift("2025-03-11T09:00:00", "13900005550") == Points{});
  CHECK(gift("2025-03-12T09:00:00", "13900005551") == Points(20));
  CHECK(gift("2025-03-13T23:00:00", "13900005552") == Points(20));
  CHECK(gift("2025-03-14T09:00:00", "13900005553") == Points{});
  CHECK(fixture.problems().empty());
}

TEST_CASE("new terms are asked for at the next visit, once, and what was agreed to before stays (S000-10)") {
  MemberDeskFixture fixture;
  const auto joined = fixture.join(joining());
  REQUIRE(joined);
  const auto sold = [&] {
    const auto attached = fixture.desk().memberByText(joined->member_no.text());
    REQUIRE(attached);
    return attached->terms_due;
  };
  CHECK_FALSE(sold());
  till::MemberRequest agree;
  agree.act = MemberAct::AgreeTerms;
  agree.member_no = joined->member_no.text();
  CHECK(reasonOf(fixture.act(agree, "1001")) == "NOTHING_TO_DO");
  auto pack = nlohmann::json::parse(fixture.store().rulePack()->json);
  pack["version"] = "2025.2";
  pack["desk"]["consent"] = "2026-07";
  const base::WallTime at{1741745700000, 480};
  REQUIRE(fixture.store().applyRulePack({pack.dump(), "2025.2", "2025-03-01T00:00:00"}, at, at.local().date()));
  fixture.reopen();
  CHECK(sold());
  CHECK(fixture.at().page(joined->member_no)->terms_due == "2026-07");
  CHECK(fixture.desk().memberByText(fixture.no(test::kGold).text())->terms_due);  // who was taken over is asked, too
  fixture.setTime("2025-03-20T09:00:00");
  REQUIRE(fixture.act(agree, "1001"));  // a cashier may
  CHECK_FALSE(sold());
  const auto page = fixture.at().page(joined->member_no);
  REQUIRE(page);
  CHECK(page->terms_due.empty());
  CHECK(page->consent == "2026-07");
  CHECK(page->consent_at->date().iso() == "2025-03-20");
  std::vector<std::string> told;
  for (const auto& change : page->changes)
    if (change.field == "terms" || change.field == "consent") told.push_back(change.before + ">" + change.after);
  CHECK(told == std::vector<std::string>{"2026-01>2026-07", ">2026-01"});  // each version with its time
  fixture.reopen();
  CHECK_FALSE(sold());
  CHECK(fixture.problems().empty());
}

TEST_CASE("who was taken over with a consent keeps it when the name is corrected, and loses it by a no (L4)") {
  MemberDeskFixture fixture;
  const auto gold = fixture.no(test::kGold);
  CHECK(*fixture.store().mayAddress(gold));
  till::MemberRequest correct = fixture.on(test::kGold, MemberAct::Correct);
  correct.name = "郭靖";
  REQUIRE(fixture.act(correct));
  CHECK(*fixture.store().mayAddress(gold));
  const auto listed = [&] {
    const auto reader = store::ReportReader::open(fixture.store().folder());
    REQUIRE(reader);
    const auto members = (*reader)->members();
    REQUIRE(members);
    for (const auto& one : *members)
      if (one.no == gold.value()) return one.consent;
    return false;
  };
  CHECK(listed());
  correct.name.reset();
  correct.marketing = false;
  REQUIRE(fixture.act(correct));
  CHECK_FALSE(*fixture.store().mayAddress(gold));
  CHECK_FALSE(listed());  // S000-53: no file names him
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

TEST_CASE("S001-122: the coupon of 50.00 is there on joining and is used with the next bill") {
  MemberDeskFixture fixture(R"({"join_gift": {"face_fen": 5000, "min_fen": 10000, "valid_days": 30}})");
  const auto done = fixture.join(joining());
  REQUIRE(done);
  till::SellRequest request;
  request.operator_code = "1001";
  request.card = till::SellCard{till::SellCard::Kind::Phone, kFreshPhone};
  request.coupons = {done->gift_coupon};
  request.lines = {goods("S3")};
  CHECK(reasonOf(fixture.desk().sell(request)) == "COUPON_MIN_SPEND");
  request.lines = {goods("S1")};
  CHECK(fixture.desk().sell(request)->result.total == Money(5000));
  CHECK(fixture.problems().empty());
}

TEST_CASE("S000-50: 500 bills of a member are on his page") {
  MemberDeskFixture fixture;
  constexpr int kBills = 500;
  for (int i = 0; i < kBills; ++i) REQUIRE(fixture.sell({goods("S3")}, test::kGold));
  const auto page = fixture.at().page(fixture.no(test::kGold));
  REQUIRE(page);
  CHECK(page->purchases.size() == kBills);
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
