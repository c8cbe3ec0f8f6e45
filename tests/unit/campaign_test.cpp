// What a campaign brought and cost, worked out by hand (requirements S001-62, S001-63, S003-38, S003-101).
#include "core/report/campaigns.hpp"

#include "core/report/document.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using namespace kahui::report;
using base::BusinessDate;
using base::Money;
using base::Points;

namespace {

const BusinessDate kDay = BusinessDate::of(2028, 3, 10);

void visit(ports::TradeBook& book, std::int64_t member, int days_ago, std::int64_t fen, std::int64_t bills = 1) {
  book.visits.push_back({{kDay.days() - days_ago, member}, {bills, Money(fen), 0, {}, {}}});
}

ports::ReportMember someone(std::int64_t no) {
  ports::ReportMember member;
  member.no = no;
  member.tier = "ORD";
  return member;
}

// A campaign of ten days that end on kDay, with 100.00 a day from member 1 before it and 150.00 during it.
struct Campaign {
  journal::CampaignSet set;
  ports::TradeBook book;
  std::vector<journal::Event> events;
  std::vector<ports::ReportMember> members{someone(1), someone(2)};
  programme::RulePack rules;

  Campaign() {
    set.code = "SPRING";
    set.from = kDay.plusDays(-9);
    set.to = kDay;
    set.promotions = {"P1"};
    for (int ago = 0; ago < 10; ++ago) visit(book, 1, ago, 15000);
    for (int ago = 10; ago < 20; ++ago) visit(book, 1, ago, 10000);
    visit(book, 1, 20, 99999);  // before the time before
  }
  journal::Event& event(int days_ago, journal::Payload payload) {
    journal::Event& one = events.emplace_back();
    one.business_date = kDay.plusDays(-days_ago);
    one.payload = std::move(payload);
    return one;
  }
  CampaignFigures figures() const {
    return campaignFigures(set, book, events, {"C1", "C2", "C3"}, members, kDay.plusDays(3), rules);
  }
};

}  // namespace

TEST_CASE("report: a campaign beside two times of its own length (S001-62)", "[campaign]") {
  Campaign spring;
  spring.members[1].joined = kDay.plusDays(-2);
  visit(spring.book, 2, 1, 5000, 2);
  spring.book.facts.push_back({{kDay.days() - 2, journal::Fact::Join, "till"}, {1, 0}});
  spring.book.facts.push_back({{kDay.days() - 15, journal::Fact::Join, "till"}, {4, 0}});
  const auto found = spring.figures();
  for (const CampaignPeriod* period : {&found.before, &found.during, &found.after}) CHECK(period->span.days() == 10);
  CHECK(found.before.span.to.plusDays(1) == found.during.span.from);
  CHECK(found.after.span.from == found.during.span.to.plusDays(1));
  CHECK(found.before.net == Money(100000));
  CHECK(found.during.net == Money(155000));
  CHECK(found.after.net == Money());
  CHECK(found.extraNet() == Money(55000));
  CHECK(found.before.joins == 4);
  CHECK(found.during.joins == 1);
  CHECK(found.during.buyers == 2);
  CHECK(found.newcomers == 1);
  CHECK(found.newcomers_net == Money(5000));
  CHECK(found.during.days_left == 0);
  CHECK(found.after.days_left == 7);
}

TEST_CASE("report: what a campaign's rewards cost (S001-63, S003-38, S003-101)", "[campaign]") {
  Campaign spring;
  journal::PointsGranted gift;
  gift.points = Points(100);
  spring.event(1, gift);
  spring.event(12, gift);  // before it began
  spring.event(1, journal::CouponUsed{"C1", 1, Money(5000)});
  spring.event(-2, journal::CouponUsed{"C2", 1, Money(5000)});  // in the time after
  spring.event(1, journal::CouponUsed{"C3", 1, Money(700)});
  spring.event(0, journal::CouponChanged{"C3", "ISSUED", {}});  // came back with the goods
  spring.event(1, journal::CouponUsed{"OTHER", 1, Money(900)});
  auto found = spring.figures();
  CHECK(found.points == Points(100));
  CHECK(found.coupons == 2);
  CHECK(found.rewards() == Money(20000));  // 100 points at 1.00 and two coupons of 50.00

  Campaign autumn;
  autumn.book.facts.push_back({{kDay.days() - 1, journal::Fact::Promotion, "P1"}, {2, 5000}});
  autumn.book.facts.push_back({{kDay.days() - 1, journal::Fact::Promotion, "P2"}, {2, 7777}});
  journal::SaleCompleted sale;
  sale.member.emplace();
  sale.member->earned = Points(40);
  sale.member->multiplier_pct = 200;  // 20 of them above the ordinary rate
  autumn.event(1, sale);
  sale.member->birthday = true;  // nobody's campaign
  autumn.event(1, sale);
  found = autumn.figures();
  CHECK(found.discount == Money(5000));
  CHECK(found.points_cost == Money(2000));
  CHECK(found.cost() == Money(7000));
  // A6 on top of the member day: 14 points are the promotion's, and of the 40 others 20 the day's.
  sale.member->birthday = false;
  sale.member->earned = Points(54);
  sale.savings = {{"P1", {}, Points(14)}, {"P2", {}, Points(0)}};
  autumn.event(1, sale);
  sale.savings = {{"P2", {}, Points(14)}};  // another campaign's
  autumn.event(1, sale);
  found = autumn.figures();
  CHECK(found.points == Points(20 + 14 + 20 + 20));
  CHECK(found.points_cost == Money(7400));
  autumn.events.resize(2);
  sale.savings.clear();
  found = autumn.figures();
  // What A1 and A2 took off is among the sums of promotions.
  journal::Event sold;
  sold.business_date = kDay.plusDays(-1);
  sale.lines.clear();
  sale.member.reset();
  sale.savings = {{"P1", Money(1234), {}}, {"P2", Money(55), {}}};
  sold.payload = sale;
  journal::TradeRows rows;
  rows.add(sold);
  Campaign winter;
  winter.book.facts.assign(rows.facts.begin(), rows.facts.end());
  CHECK(winter.figures().discount == Money(1234));
  CHECK(winter.figures().cost() == Money(1234));
  autumn.set.costs = {Money(100), Money(2000), Money(30000), Money(400000)};
  found = autumn.figures();
  CHECK(found.set.costs.sum() == Money(432100));
  CHECK(found.cost() == Money(439100));
  const ports::StoreInfo info;
  const auto document = campaignDocument({info, autumn.rules, Language::English}, found);
  const auto& costs = document.sections.at(1);
  std::int64_t lines = 0;
  for (std::size_t row = 0; row + 1 < costs.rows.size(); ++row) lines += costs.rows[row].back().number;
  CHECK(lines == costs.rows.back().back().number);
  CHECK(lines == 439100);
}
