// Applications that somebody judges (S001-104), groups of members with a price of their own (S001-40), campaigns that
// somebody approves (S001-38).
#include <algorithm>

#include "core/programme/campaign_edit.hpp"
#include "core/sale/sale_record.hpp"
#include "tests/till/member_desk_fixture.hpp"

using namespace kahui;
using base::ErrorCode;
using base::Money;
using base::Points;
using member::MemberStatus;
using test::goods;
using test::joining;
using test::kFreshPhone;
using test::MemberDeskFixture;
using test::reasonOf;
using till::MemberAct;

namespace {

const char* const kJudged = R"({"desk": {"approve_joins": true}, "join_gift": {"points": 20},
  "monthly_coupons": {"ORD": [1, 9000]}})";

till::MemberRequest about(member::MemberNo no, MemberAct act, const char* text = "") {
  till::MemberRequest request;
  request.act = act;
  request.member_no = no.text();
  request.text = text;
  return request;
}

const char* const kGroups = R"({"groups": [
  {"code": "PKU", "name": "北大", "name_en": "PKU", "from": "2025-03-01", "to": "2025-03-12", "rate_bp": 8800},
  {"code": "MALL", "name": "商场", "rate_bp": 9500, "prices": [{"sku": "S1", "price_fen": 6000}]},
  {"code": "OLD", "name": "旧", "to": "2025-03-01", "rate_bp": 5000}]})";

// Why and why not, as 'kahuictl explain' and the screen say it of a bill.
std::vector<pricing::Trial> trialsOf(MemberDeskFixture& fixture, const std::string& receipt_no) {
  const auto stored = *fixture.store().saleByReceipt(receipt_no);
  const auto record = sale::recordOf(stored->event, fixture.desk().rules());
  REQUIRE(record);
  return record->sold.trials;
}

// As the member desk puts somebody into a group.
void putInto(MemberDeskFixture& fixture, int member, const char* group) {
  auto request = fixture.on(member, MemberAct::SetGroup);
  request.group = group;
  request.text = "student card";
  REQUIRE(reasonOf(fixture.act(request)) == "done");
}

}  // namespace

TEST_CASE("S001-104 who joins waits, and a refused applicant gets no benefit and is told why") {
  MemberDeskFixture fixture(kJudged);
  const auto joined = fixture.join(joining());
  REQUIRE(joined);
  CHECK(joined->pending);
  CHECK(joined->gift == Points{});
  const auto no = joined->member_no;
  CHECK((*fixture.store().memberByNo(no))->status == MemberStatus::Pending);
  const auto waiting = fixture.desk().memberByText(kFreshPhone);
  REQUIRE_FALSE(waiting);
  CHECK(waiting.error().code == ErrorCode::MemberPending);
  // Freezing and releasing the account is no way round.
  auto freeze = about(no, MemberAct::Freeze);
  freeze.reason = "FRAUD";
  CHECK(reasonOf(fixture.act(freeze)) == "NOT_APPROVED");

  CHECK(reasonOf(fixture.act(about(no, MemberAct::Refuse, "no"), "1001")) == "no_right");
  CHECK(reasonOf(fixture.act(about(no, MemberAct::Refuse))) == "BAD_REASON");
  REQUIRE(reasonOf(fixture.act(about(no, MemberAct::Refuse, "not of the mall"))) == "done");
  CHECK((*fixture.store().memberByNo(no))->status == MemberStatus::Refused);
  const auto refused = fixture.desk().memberByText(kFreshPhone);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::MemberRefused);
  CHECK(refused.error().detail == "not of the mall");
  CHECK((*fixture.store().couponsOf(no, fixture.desk().today())).empty());
  CHECK((*fixture.store().memberByNo(no))->points() == Points{});
  CHECK(reasonOf(fixture.act(about(no, MemberAct::Refuse, "again"))) == "NOT_PENDING");
  // The page says it, and the history who decided.
  const auto page = fixture.at().page(no);
  REQUIRE(page);
  CHECK(page->refusal == "not of the mall");
  CHECK(page->changes.front().type == "member.judged");
  CHECK(page->changes.front().operator_code == "9001");
  CHECK(fixture.problems().empty());
}

TEST_CASE("S001-104 an approval gives the joining gift once, and the tier's prices from then on") {
  MemberDeskFixture fixture(kJudged);
  const auto no = fixture.join(joining())->member_no;
  REQUIRE(reasonOf(fixture.act(about(no, MemberAct::Refuse, "later"))) == "done");
  REQUIRE(reasonOf(fixture.act(about(no, MemberAct::Approve))) == "done");
  const auto member = *fixture.store().memberByNo(no);
  CHECK(member->status == MemberStatus::Active);
  CHECK(member->points() == Points(20));
  CHECK(reasonOf(fixture.act(about(no, MemberAct::Approve))) == "NOT_PENDING");
  CHECK_FALSE(*fixture.at().giveGiftsDue(10));
  CHECK(fixture.desk().memberByText(kFreshPhone));
  // The number had the gift: who leaves and comes back has none.
  REQUIRE(reasonOf(fixture.act(about(no, MemberAct::Erase))) == "done");
  const auto again = fixture.join(joining());
  REQUIRE(again);
  REQUIRE(reasonOf(fixture.act(about(again->member_no, MemberAct::Approve))) == "done");
  CHECK((*fixture.store().memberByNo(again->member_no))->points() == Points{});
  CHECK(fixture.problems().empty());
}

TEST_CASE("S001-104 without the parameter nobody waits") {
  MemberDeskFixture fixture;
  const auto joined = fixture.join(joining());
  REQUIRE(joined);
  CHECK_FALSE(joined->pending);
  CHECK((*fixture.store().memberByNo(joined->member_no))->status == MemberStatus::Active);
  CHECK(reasonOf(fixture.act(about(joined->member_no, MemberAct::Approve))) == "NOT_PENDING");
}

TEST_CASE("S001-40 a group ends on its date: the last day in, the next day out") {
  MemberDeskFixture fixture(kGroups);  // it is 2025-03-12, the last day
  putInto(fixture, test::kRegular, "PKU");
  const auto in = fixture.sell({goods("S1")}, test::kRegular);
  REQUIRE(in);
  CHECK(in->result.total == Money(8800));
  CHECK(in->result.lines.front().layer == pricing::Layer::Group);
  fixture.setTime("2025-03-12T23:59:59");
  CHECK(fixture.sell({goods("S1")}, test::kRegular)->result.total == Money(8800));
  fixture.setTime("2025-03-13T00:00:00");
  const auto out = fixture.sell({goods("S1")}, test::kRegular);
  REQUIRE(out);
  CHECK(out->result.total == Money(10000));
  // Why not stands on the bill.
  const auto trials = trialsOf(fixture, out->receipt_no);
  CHECK(std::any_of(trials.begin(), trials.end(), [](const pricing::Trial& trial) {
    return trial.layer == pricing::Layer::Group && trial.reason == pricing::Reason::OutOfTime;
  }));
  CHECK(fixture.problems().empty());
}

TEST_CASE("S001-40 the better of tier and group holds, and a bill keeps its group when goods come back") {
  MemberDeskFixture fixture(kGroups);
  putInto(fixture, test::kGold, "MALL");  // gold pays 9000, the group 9500 and a price for S1
  const auto sold = fixture.sell({goods("S1"), goods("S3")}, test::kGold);
  REQUIRE(sold);
  CHECK(sold->result.lines[0].after_price == Money(6000));
  CHECK(sold->result.lines[0].layer == pricing::Layer::Group);
  CHECK(sold->result.lines[1].after_price == Money(7000));  // bars rates of members
  putInto(fixture, test::kBlack, "PKU");
  CHECK(fixture.sell({goods("S1")}, test::kBlack)->result.lines.front().layer == pricing::Layer::Tier);
  // Out of the group meanwhile: what was paid comes back.
  auto leave = fixture.on(test::kGold, MemberAct::SetGroup);
  REQUIRE(reasonOf(fixture.act(leave)) == "done");
  CHECK(fixture.memberNow(test::kGold).group.empty());
  const auto back = fixture.giveBack(sold->receipt_no, {{0, base::kOnePiece}});
  REQUIRE(back);
  CHECK(back->document.refund == Money(6000));
  CHECK(fixture.sell({goods("S1")}, test::kGold)->result.lines.front().layer == pricing::Layer::Tier);
  CHECK(fixture.problems().empty());
}

TEST_CASE("S001-40 a group needs to be known, to have its days and a proof, and a leader signs for a cashier") {
  MemberDeskFixture fixture(kGroups);
  auto request = fixture.on(test::kRegular, MemberAct::SetGroup);
  request.group = "NONE";
  request.text = "card";
  CHECK(reasonOf(fixture.act(request)) == "UNKNOWN_GROUP");
  request.group = "OLD";
  CHECK(reasonOf(fixture.act(request)) == "GROUP_OVER");
  request.group = "PKU";
  request.text.clear();
  CHECK(reasonOf(fixture.act(request)) == "GROUP_PROOF");
  request.text = "student card 17";
  CHECK(reasonOf(fixture.act(request, "1001")) == "no_right");
  CHECK(reasonOf(fixture.act(request, "1001", "9001")) == "done");
  const auto page = *fixture.at().page(fixture.no(test::kRegular));
  REQUIRE(page.group);
  CHECK(page.group->code == "PKU");
  CHECK(page.changes.front().type == "member.grouped");
  CHECK(page.changes.front().before == "student card 17");
  CHECK(page.changes.front().approver == "9001");
  // At joining, too.
  auto join = joining();
  join.group = "MALL";
  join.proof = "staff card";
  CHECK(reasonOf(fixture.join(join)) == "no_right");
  const auto joined = fixture.join(join, "9001");
  REQUIRE(joined);
  CHECK((*fixture.store().memberByNo(joined->member_no))->group == "MALL");
  CHECK(fixture.problems().empty());
}

TEST_CASE("S001-38 a draft never applies at the till, and what is approved becomes live by its dates alone") {
  const auto rules = [](const char* state) {
    return std::string(R"({"promotions": [{"id": "half", "kind": "ITEM_RATE", "rate_bp": 5000}], "campaigns": [
      {"id": "spring", "name": "春茶节", "from": "2025-03-12", "to": "2025-03-13", "promotions": ["half"], "state": ")") +
           state + "\"}]}";
  };
  MemberDeskFixture draft(rules("DRAFT"));  // it is 2025-03-12
  const auto sold = draft.sell({goods("S1")});
  REQUIRE(sold);
  CHECK(sold->result.total == Money(10000));
  const auto trials = trialsOf(draft, sold->receipt_no);
  CHECK(std::any_of(trials.begin(), trials.end(),
                    [](const pricing::Trial& trial) { return trial.reason == pricing::Reason::NotApproved; }));
  MemberDeskFixture approved(rules("APPROVED"));
  CHECK(approved.sell({goods("S1")})->result.total == Money(5000));
  approved.setTime("2025-03-13T23:59:59");
  CHECK(approved.sell({goods("S1")})->result.total == Money(5000));
  approved.setTime("2025-03-14T00:00:00");
  CHECK(approved.sell({goods("S1")})->result.total == Money(10000));
  CHECK(approved.problems().empty());
}

TEST_CASE("S001-38 seven days before a campaign begins somebody is warned of what is not approved or not prepared") {
  const char* const text = R"({"campaigns": [{"id": "spring", "from": "2025-03-20", "to": "2025-03-31"}]})";
  MemberDeskFixture fixture(text);
  const auto& campaign = fixture.desk().rules().campaigns.front();
  const auto on = [&](unsigned day) { return programme::warningOf(campaign, base::BusinessDate::of(2025, 3, day)); };
  CHECK_FALSE(on(12));
  REQUIRE(on(13));
  CHECK(on(13)->days == 7);
  CHECK(on(13)->not_approved);
  CHECK(on(13)->not_prepared);
  CHECK(on(21)->days == -1);
  CHECK_FALSE(programme::warningOf(campaign, base::BusinessDate::of(2025, 4, 1)));
  CHECK(programme::stageOf(campaign, base::BusinessDate::of(2025, 3, 21)) == programme::CampaignStage::Draft);

  const std::string json = fixture.store().rulePack()->json;
  const auto now = *base::LocalTime::parse("2025-03-14T09:00:00");
  CHECK_FALSE(programme::changeCampaign(json, {"spring", true, false, ""}, now));    // nobody
  CHECK_FALSE(programme::changeCampaign(json, {"autumn", true, false, "Li"}, now));  // no such campaign
  const auto approved = programme::changeCampaign(json, {"spring", true, false, "Li"}, now);
  REQUIRE(approved);
  const auto pack = programme::parseRulePack(std::string_view(approved->json));
  REQUIRE(pack);
  CHECK(pack->campaigns.front().approved_by == "Li");
  CHECK(programme::stageOf(pack->campaigns.front(), base::BusinessDate::of(2025, 3, 21)) ==
        programme::CampaignStage::Live);
  const auto warning = programme::warningOf(pack->campaigns.front(), now.date());
  REQUIRE(warning);
  CHECK_FALSE(warning->not_approved);
  CHECK(warning->not_prepared);
  CHECK_FALSE(programme::changeCampaign(approved->json, {"spring", true, false, "Li"}, now));  // it is already
  const auto ready = programme::changeCampaign(approved->json, {"spring", false, true, ""}, now.plusSeconds(60));
  REQUIRE(ready);
  CHECK(ready->version > approved->version);
  CHECK_FALSE(
      programme::warningOf(programme::parseRulePack(std::string_view(ready->json))->campaigns.front(), now.date()));
}

namespace {

till::MemberRequest byHand(MemberDeskFixture& fixture, int member, const char* tier, const char* until) {
  auto request = fixture.on(member, MemberAct::SetTier);
  request.tier = tier;
  request.text = "guest of the house";
  if (until != nullptr) request.until = base::BusinessDate::parse(until);
  return request;
}

void morningOf(MemberDeskFixture& fixture, const char* local) {
  fixture.setTime(local);
  fixture.reopen();
  REQUIRE(fixture.sell({goods("S3")}));  // the day begins with the first bill
  fixture.finishJobs();
}

}  // namespace

TEST_CASE("S001-96 manual gold until 31 Dec returns on 1 Jan, with a line in the history") {
  MemberDeskFixture fixture;
  morningOf(fixture, "2025-12-01T11:00:00");
  const auto wish = byHand(fixture, test::kRegular, "GLD", "2025-12-31");
  CHECK(reasonOf(fixture.act(wish, "1001")) == "no_right");
  CHECK(reasonOf(fixture.act(wish, "2001")) == "no_right");
  auto wordless = wish;
  wordless.text.clear();
  CHECK(reasonOf(fixture.act(wordless)) == "BAD_REASON");
  CHECK(reasonOf(fixture.act(byHand(fixture, test::kRegular, "GLD", "2025-11-30"))) == "TIER_DAY_PAST");
  CHECK(reasonOf(fixture.act(byHand(fixture, test::kRegular, "ORD", nullptr))) == "TIER_REACHED");
  REQUIRE(reasonOf(fixture.act(wish)) == "done");
  CHECK(reasonOf(fixture.act(wish)) == "NOTHING_TO_DO");
  const auto page = fixture.at().page(fixture.no(test::kRegular));
  REQUIRE(page);
  CHECK(page->tier_by_hand);
  CHECK(page->tier_until == base::BusinessDate::of(2025, 12, 31));
  const auto sold = fixture.sell({goods("S1")}, test::kRegular);
  REQUIRE(sold);
  CHECK(sold->result.total == Money(9000));  // gold

  morningOf(fixture, "2025-12-31T11:00:00");
  CHECK(fixture.memberNow(test::kRegular).tier == "GLD");
  morningOf(fixture, "2026-01-01T11:00:00");
  CHECK(fixture.memberNow(test::kRegular).tier == "ORD");
  CHECK_FALSE(fixture.memberNow(test::kRegular).tier_by_hand);
  const auto after = fixture.at().page(fixture.no(test::kRegular));
  REQUIRE(after);
  const auto& last = after->changes.front();
  CHECK(last.type == "tier.by_hand");
  CHECK(last.before == page->head.tier_name);
  CHECK(last.operator_code.empty());  // the calendar's
  CHECK(fixture.problems().empty());
}

TEST_CASE("S001-96 no review lowers a tier by hand, purchases meanwhile count, and a manager may end it") {
  MemberDeskFixture fixture;
  morningOf(fixture, "2025-12-01T11:00:00");
  REQUIRE(reasonOf(fixture.act(byHand(fixture, test::kRegular, "PLT", "2026-06-30"))) == "done");
  REQUIRE(reasonOf(fixture.act(byHand(fixture, test::kGold, "BLK", nullptr))) == "done");
  const auto sold = fixture.sell({goods("S1", 13'000)}, test::kRegular);  // 1105.00 at platinum: silver
  REQUIRE(reasonOf(sold) == "done");
  morningOf(fixture, "2026-01-01T11:00:00");
  CHECK(fixture.memberNow(test::kRegular).tier == "PLT");
  CHECK(fixture.memberNow(test::kGold).tier == "BLK");
  morningOf(fixture, "2026-07-01T11:00:00");
  const auto silver = fixture.memberNow(test::kRegular);
  CHECK(silver.tier == "SLV");
  CHECK(silver.tier_since == base::BusinessDate::of(2025, 12, 1));
  CHECK(fixture.memberNow(test::kGold).tier == "BLK");  // without a last day
  CHECK(reasonOf(fixture.act(fixture.on(test::kRegular, MemberAct::EndTier))) == "NO_TIER_BY_HAND");
  REQUIRE(reasonOf(fixture.act(fixture.on(test::kGold, MemberAct::EndTier))) == "done");
  CHECK(fixture.memberNow(test::kGold).tier == "GLD");
  CHECK(fixture.problems().empty());
}

TEST_CASE("S001-96 a tier that was kept by hand over new year is judged by the year when it ends") {
  MemberDeskFixture fixture;
  morningOf(fixture, "2025-12-01T11:00:00");
  auto wish = fixture.on(test::kRegular, MemberAct::SetTier);
  // Platinum by the rules without purchases in 2025: the review of 1 January would have taken it to gold.
  REQUIRE(fixture.store().append(journal::makeDraft(
      base::WallTime{fixture.desk().today().days() * 86'400'000LL, 480}, fixture.desk().today().plusDays(-700), {},
      fixture.random, journal::TierChanged{"RETENTION", {{fixture.no(test::kRegular).value(), "PLT", ""}}})));
  wish.tier = "BLK";
  wish.text = "partner";
  wish.until = base::BusinessDate::of(2026, 1, 31);
  REQUIRE(reasonOf(fixture.act(wish)) == "done");
  morningOf(fixture, "2026-01-01T11:00:00");
  CHECK(fixture.memberNow(test::kRegular).tier == "BLK");
  morningOf(fixture, "2026-02-01T11:00:00");
  CHECK(fixture.memberNow(test::kRegular).tier == "GLD");
  CHECK(fixture.memberNow(test::kRegular).demoted_from == "PLT");
  CHECK(fixture.problems().empty());
}
