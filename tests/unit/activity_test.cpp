// The activity log: every kind of event has words in both languages, and either finds it.
#include <algorithm>
#include <set>

#include "core/report/activity_words.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using report::Language;

namespace {

journal::Event eventOf(journal::Payload payload) {
  journal::Event event;
  event.at = base::WallTime{1'700'000'000'000, 480};
  event.payload = std::move(payload);
  return event;
}

// One of each kind that the log shows, with details that are codes.
struct Events {
  std::vector<journal::Event> list;

  Events() {
    addSales();
    addMembers();
    addValue();
    addWork();
  }
  void add(journal::Payload payload) { list.push_back(eventOf(std::move(payload))); }
  void addSales();
  void addMembers();
  void addValue();
  void addWork();
};

void Events::addSales() {
  journal::SaleCompleted by_hand;
  by_hand.operator_code = "1001";
  by_hand.receipt_no = "001-1-1-000007";
  by_hand.lines.emplace_back();
  by_hand.lines.back().bill = base::Money(100);
  add(by_hand);
  by_hand.lines.back().terms.override_price = base::Money(1);
  add(by_hand);
  journal::SaleReturned back;
  back.sale_receipt_no = "001-1-1-000003";
  add(back);
  back.voids = true;
  add(back);
  add(journal::CashMoved{1, "IN", base::Money(100), "零钱", "1001", ""});
  add(journal::CashMoved{1, "OUT", base::Money(100), "change", "1001", ""});
  add(journal::CashMoved{1, "DROP", base::Money(100), "", "1001", "9001"});
  add(journal::DrawerOpened{1, "change", "1001", ""});
  add(journal::ShiftOpened{1, "1001", {}});
  add(journal::ShiftClosed{1, "1001", "rollover", 0, {}, {}});
  add(journal::ShiftClosed{1, "1001", "counted", 0, {}, journal::ShiftCount{}});
  add(journal::FloatSet{1, "1001", {}});
  add(journal::BillHeld{{}, 1, "1001", 2, {}});
  add(journal::HeldBillEnded{{}, 1, "1001", true});
  add(journal::HeldBillEnded{{}, 1, "1001", false});
}

void Events::addMembers() {
  journal::MemberRegistered joined;
  joined.no = 7;
  joined.source = "till";
  add(joined);
  add(journal::MemberRevealed{7, "1001", ""});
  journal::MemberCorrected corrected;
  corrected.changes.push_back({"phone", "138****0001", "139****0002"});
  add(corrected);
  add(journal::EraseDone{7, {}});
  add(journal::CardStatusChanged{7, "", "LOST", "", "1001"});
  add(journal::CardBound{7, {"uid", "", "ACTIVE"}, "1001", ""});
  add(journal::CardReplaced{{7, {"uid", "", "ACTIVE"}, "1001", ""}, "", ""});
  for (const std::string_view why : {std::string_view("RETENTION"), journal::kByReferrals, journal::kReferralsBack})
    add(journal::TierChanged{std::string(why), {{7, "GLD", ""}}});
  add(journal::PointsFrozen{7, false, true, {}, "FRAUD", "", "1001", "9001"});
  add(journal::PointsFrozen{7, true, true, {}, "OTHER", "", "1001", "9001"});
  add(journal::PointsVoided{7, {}, "FRAUD", "", "1001", "9001"});
  add(journal::PointsCashed{7, {}, {}, {}, 1, "1001", ""});
  add(journal::PointsTransferred{7, 8, {}, false, "1001", ""});
  add(journal::PointsExchanged{7, "CATALOGUE", {}, {}, "1001"});
  add(journal::ExchangeCancelled{7, {}, "1001", ""});
  journal::PointsClaimed claimed;
  claimed.member = 7;
  add(claimed);
  add(journal::ClaimReversed{7, "001-1-1-000003", base::Points(3), {}});
  add(journal::PointsGranted{7, base::Points(10), {}, "JOIN_GIFT", "1001"});
  add(journal::PointsExpired{{}, {{7, {}}}});
}

void Events::addValue() {
  journal::StoredMoved stored;
  stored.member = 7;
  stored.why = "TOP_UP";
  add(stored);
  stored.why = "CLOSE";
  add(stored);
  journal::CountMoved count;
  count.why = "USED";
  add(count);
  journal::PointsLoaded loaded;
  loaded.member = 7;
  add(loaded);
  loaded.back = true;
  add(loaded);
  for (const std::string_view why :
       {journal::kReferral, journal::kRefereeGift, journal::kRebate, journal::kCardReward}) {
    journal::PointsRewarded reward;
    reward.member = 7;
    reward.why = why;
    reward.points = base::Points(158);
    add(reward);
    reward.points = base::Points(-158);
    add(reward);
  }
  journal::MembershipMoved term{7, false, "FEE", 12, {}, base::BusinessDate::of(2026, 3, 11)};
  add(term);
  term.returned = true;
  add(term);
  add(journal::TierBought{7, "ORD", "GLD", {{"", false, base::Points(100), {}}}, "1001"});
  journal::PaymentBegun begun;
  begun.refund = true;
  begun.provider = "WECHAT";
  add(begun);
  add(journal::PaymentEnded{"", "REVERSED", "", ""});
  add(journal::ReceiptReprinted{"001-1-1-000003", 1, "1001"});
}

void Events::addWork() {
  journal::TasksOpened tasks;
  tasks.kind = "CARE";
  tasks.parts.emplace_back();
  add(tasks);
  add(journal::TaskChanged{{}, journal::TaskState::Done, {}, 0, "1001"});
  add(journal::BenefitUsed{7, "PARKING", 2, "2026-03", "1001"});
  add(journal::TargetSet{"2026-03", "joins", 100, "9001"});
  add(journal::CarePlanSet{"", "9001"});
  journal::CampaignSet campaign;
  campaign.code = "SPRING";
  campaign.operator_code = "9001";
  add(campaign);
  campaign.removed = true;
  add(campaign);
  add(journal::PhoneChecked{7, "DEAD", "1001"});
  add(journal::AnnouncementRead{"A-1", "1001"});
  add(journal::MemberTagged{7, true, {"31"}, "1001"});
  add(journal::MemberTagged{7, false, {}, "1001"});
  const auto at = *base::LocalTime::parse("2026-03-15T14:00:00");
  add(journal::EventPlanned{"00000012", "TEA", "", at, 20, false, "9001"});
  add(journal::EventPlanned{"00000012", "TEA", "", at, 20, true, "9001"});
  add(journal::GuestsMarked{"00000012", journal::GuestState::Present, "", "1001", {7}});
  add(journal::LeadRecorded{"", 7, base::BusinessDate::of(2026, 4, 14), "1001"});
  add(journal::DrawHeld{"41", "2026", 7, 57, "9001"});
  journal::CouponIssued coupons;
  coupons.origin = "MONTHLY";
  coupons.parts.resize(2);
  add(coupons);
  add(journal::CouponChanged{"C-1", "VOIDED", {}});
  add(journal::RulesApplied{"7", "", ""});
  add(journal::TillIncarnated{"forked", 0});
  add(journal::RightsPlaced{});
  for (const char* against : {"MONOTONIC", "HQ", "CONFIRMED"}) add(journal::ClockJumped{against, 300'000, "9001"});
  for (const char* note :
       {"reveal: export members", "refused: return_goods", "erase: 7", "member pin: 7",
        "coupon batch spring: 5 coupons, ", "shift slip printed again: 3", "staff badge 1001: taken away",
        "staff add 1001: cashier +top_up, new pin", "staff set 1001: leader -top_up",
        "prices from 2026-03-01T00:00:00: 12 products, 0 unknown here", "setting low_value_fen: 500",
        "rounding: FLOOR_JIAO, CASH", "7"})
    add(journal::LogNote{"9001/1001", note});
  add(journal::CommentMade{base::Id(), journal::kAboutEvent, "0a0b0c0d", 7, base::Id(), "1001"});
  add(journal::TalkOpened{journal::kAboutNews, "n1", true, "9001"});
  add(journal::MemberJudged{7, base::Id(), true, "", "9001", ""});
  add(journal::MemberJudged{7, base::Id(), false, "零钱", "9001", ""});
  add(journal::MemberGrouped{7, base::Id(), "1", "42", "9001", ""});
  add(journal::MemberGrouped{7, base::Id(), "", "", "9001", ""});
  add(journal::TierByHand{7, base::Id(), false, "ORD", "GLD", "", base::BusinessDate::of(2026, 12, 31)});
  add(journal::TierByHand{7, base::Id(), true, "GLD", "ORD", ""});
  add(journal::LogNote{"enrol", "001-1"});
}

std::vector<journal::Event> events() { return Events().list; }

bool isAscii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char sign) { return static_cast<unsigned char>(sign) < 0x80; });
}

}  // namespace

TEST_CASE("log: all kinds of events have words in both languages") {
  std::set<std::size_t> types;
  for (const journal::Event& event : events()) {
    const auto one = report::activityOf(event);
    INFO(journal::typeName(event.payload));
    REQUIRE(one);
    types.insert(event.payload.index());
    const std::string chinese = report::activityWords(Language::Chinese, *one);
    const std::string english = report::activityWords(Language::English, *one);
    INFO(chinese << " / " << english);
    CHECK_FALSE(isAscii(chinese));
    CHECK(chinese.find(one->act) == std::string::npos);
    CHECK(english.find(one->act) == std::string::npos);
    // Only what a person typed is Chinese in English.
    CHECK((isAscii(english) || one->detail == "零钱"));
    // Of a code nothing is left in Chinese: no lower-case word but what was typed.
    if (one->detail != "change" && one->act != "COUPON_BATCH")
      CHECK(std::none_of(chinese.begin(), chinese.end(), [](char sign) { return sign >= 'a' && sign <= 'z'; }));
  }
  // Four are parts of a bill or steps of a job (activity.cpp).
  CHECK(types.size() + 4 == std::variant_size_v<journal::Payload>);
}

TEST_CASE("log: words of either language and any letters find each kind") {
  const auto all = events();
  for (const journal::Event& event : all) {
    const auto one = report::activityOf(event);
    REQUIRE(one);
    for (const Language language : {Language::Chinese, Language::English}) {
      report::ActivityFilter filter;
      filter.text = report::activityWords(language, *one);
      for (char& sign : filter.text)
        if (sign >= 'a' && sign <= 'z') sign = static_cast<char>(sign - 32);
      INFO(filter.text);
      CHECK(report::activities({&event, 1}, filter).size() == 1);
      filter.text = report::activityTitle(language, one->kind);
      CHECK(report::activities({&event, 1}, filter).size() == 1);
      filter.text = "no such words";
      CHECK(report::activities({&event, 1}, filter).empty());
    }
  }
  report::ActivityFilter opened;
  opened.text = "开班";
  CHECK(report::activities(all, opened).size() == 1);
  opened.text = "shift opened";
  CHECK(report::activities(all, opened).size() == 1);
}

TEST_CASE("log: what a person typed stays as it is") {
  const auto one = report::activityOf(eventOf(journal::CashMoved{1, "OUT", base::Money(1), "change test", "1001", ""}));
  REQUIRE(one);
  CHECK(report::activityWords(Language::Chinese, *one) == "支出现金 change test");
  const auto frozen =
      report::activityOf(eventOf(journal::PointsFrozen{7, false, true, {}, "OTHER", "name check", "1001", "9001"}));
  REQUIRE(frozen);
  CHECK(report::activityWords(Language::Chinese, *frozen) == "冻结积分 其他 name check");
  CHECK(report::activityWords(Language::English, *frozen) == "Points frozen other name check");
}
