// The member desk in its states, with members that a till would show.
#include "tests/gui/scenes.hpp"

namespace kahui::test {
namespace {

till::MemberPageView memberPage() {
  till::MemberPageView page;
  page.head = {"9030000012", "欧***", "138****5678", "黄金会员", member::MemberStatus::Active};
  page.has_pin = true;
  page.via = "referral";
  page.birthday = "lunar";
  page.joined = base::BusinessDate::of(2025, 3, 12);
  page.referrer = "******0019";
  page.balance = base::Points(12480);
  page.available = base::Points(11480);
  page.frozen = base::Points(1000);
  page.referrals = 1;
  page.referral_points = base::Points(158);
  page.cashable_worth = base::Money(15800);
  page.may_cash_out = true;
  page.classes = {{member::PointsClass::NonCash, base::Points(12322),
                   till::PointsEnd{base::Points(2000), base::BusinessDate::of(2026, 12, 31)}},
                  {member::PointsClass::Cashable, base::Points(158), std::nullopt}};
  const auto at = *base::LocalTime::parse("2026-03-05T10:15:00");
  page.moves = {
      {at, "sale.completed", "0001-03-1-000416", false, base::Points(426), base::BusinessDate::of(2027, 12, 31)},
      {at, "points.rewarded", "", true, base::Points(158), std::nullopt, "REFERRAL"},
      {at, "points.exchanged", "", false, base::Points(-300), std::nullopt},
      {at, "points.cashed", "", true, base::Points(-158), std::nullopt}};
  page.purchases = {{"0001-03-1-000416", at, base::Money(426850), base::Points(426), {}, 8},
                    {"0001-03-1-000401", at, base::Money(-12000), base::Points(-12), {}, 1}};
  page.cards = {{member::CredentialKind::Uid, "****04A3", member::CardStatus::Active},
                {member::CredentialKind::Code, "****0012", member::CardStatus::Lost}};
  page.changes = {{at, "member.corrected", "phone", "138****5678", "139****1111", "1001", "2001"},
                  {at, "member.revealed", "", "", "", "2001", ""},
                  {at, "points.frozen", "DISPUTE", "", "1000", "9001", ""}};
  page.next_tier = till::NextTier{.code = "PLT",
                                  .name = "铂金会员",
                                  .missing_points = base::Points(520),
                                  .missing_bills = 4,
                                  .missing_spent = base::Money(123450),
                                  .missing_referrals = 2,
                                  .all = true};
  page.rises = {{"PLT", "铂金会员", base::Points(3000)}, {"BLK", "黑金会员", base::Points(9000)}};
  page.catalogue = {{"CUP", "紫砂茶杯", base::Points(300)}, {"BAG", "帆布购物袋", base::Points(80)}};
  return page;
}

void openMembers(Bench& bench) {
  bench.signIn();
  bench.key(Qt::Key_F2);
  bench.key(Qt::Key_F2);
}

void takesTouches(Bench& bench) {
  bench.counter.edit([&] { bench.counter.now.customer_window = bench.counter.now.customer_types = true; });
  bench.customer.setShown(true);
}

void openJoin(Bench& bench) {
  takesTouches(bench);
  openMembers(bench);
  bench.click("memberDeskTask0ActionButton");
}

void showMember(Bench& bench) {
  openMembers(bench);
  bench.till.edit([](till::Snapshot& now) { now.member_desk->page = memberPage(); });
  bench.settle();
}

void customerTypes(Bench& bench) {
  bench.key(Qt::Key_F2, Qt::ShiftModifier);
  for (const char digit : {'1', '3', '9', '0'}) bench.customer.type(QLatin1Char(digit));
  bench.settle();
}

void joinByCustomer(Bench& bench) {
  openJoin(bench);
  customerTypes(bench);
}

void pinByCustomer(Bench& bench) {
  openJoin(bench);
  bench.key(Qt::Key_Escape);
  bench.change([](till::Snapshot& now) { now.member_desk->page = memberPage(); });
  bench.key(Qt::Key_P);
  customerTypes(bench);
}

void tenderByCustomer(Bench& bench) {
  takesTouches(bench);
  fillMemberBasket(bench);
  bench.key(Qt::Key_F11);
  bench.change([](till::Snapshot& now) {
    now.tender->kind = till::TenderKind::Stored;
    now.tender->stored = base::Money(50000);
    now.tender->pin_needed = true;
  });
}

// A form of the member page, opened by its letter.
Scene memberForm(const char* name, Qt::Key key) {
  return {name, [=](Bench& bench) {
            showMember(bench);
            bench.key(key);
          }};
}

// The form of a card that is being written, as the till tells of it.
void writeCard(Bench& bench, till::CardWritingView::Stage stage, ports::CardWriteStep step) {
  showMember(bench);
  bench.till.edit([](till::Snapshot& now) { now.member_desk->can_write = true; });
  bench.settle();
  bench.click("memberDeskTab3ActionButton");
  bench.click("memberCardTask19ActionButton");
  bench.till.edit([=](till::Snapshot& now) {
    now.member_desk->writing = till::CardWritingView{till::CardAct::Issue, stage, step, "****E5F6"};
  });
  bench.settle();
}

// Points onto the card: what it holds, or while it has to lie still.
void loadCard(Bench& bench, bool runs) {
  showMember(bench);
  bench.till.edit([](till::Snapshot& now) {
    now.member_desk->can_write = now.member_desk->can_load = true;
    now.member_desk->load = till::CardLoadView{"****04A3", base::Points(1000), base::Points(4000), std::nullopt};
  });
  bench.settle();
  bench.click("memberDeskTab3ActionButton");
  bench.key(Qt::Key_D);
  if (!runs) return;
  bench.till.edit([](till::Snapshot& now) {
    now.member_desk->load->running = till::CardLoadView::Running{base::Points(250), till::PaymentView::Stage::Waiting};
  });
  bench.settle();
}

}  // namespace

std::vector<Scene> memberScenes() {
  return {
      {"member-choice",
       [](Bench& bench) {
         fillBasket(bench);
         bench.key(Qt::Key_F2);
         bench.scan(bench.till.members().front().phone.substr(7).c_str());
       }},
      {"tier-signs",
       [](Bench& bench) {
         fillMemberBasket(bench);
         bench.till.edit([](till::Snapshot& now) {
           now.member->badge = {"品牌大使", "Brand ambassador"};
           now.member->greeting = {"尊贵的会员，欢迎回来，请走专用通道", "Welcome back, it is good to see you"};
           now.member->own_lane = true;
           now.coupons.push_back({"900000000017",
                                  false,
                                  base::Money(5000),
                                  base::kFullRate,
                                  base::Money(20000),
                                  std::nullopt,
                                  false,
                                  false,
                                  {"金卡", "钻石"}});
         });
         bench.settle();
       }},
      {"members", openMembers},
      {"members-found",
       [](Bench& bench) {
         openMembers(bench);
         bench.till.edit([](till::Snapshot& now) {
           for (const char* name : {"王**", "李*", "欧***"})
             now.member_desk->hits.push_back(
                 {"9030000012", name, "138****8888", "黄金会员", member::MemberStatus::Active});
         });
         bench.settle();
       }},
      {"member-page", showMember},
      {"member-cards",
       [](Bench& bench) {
         showMember(bench);
         bench.till.edit([](till::Snapshot& now) {
           now.member_desk->card = till::TappedCardView{member::CredentialKind::Uid, "****EE01"};
         });
         bench.settle();
         bench.click("memberDeskTab3ActionButton");
       }},
      {"member-cards-writing",
       [](Bench& bench) {
         showMember(bench);
         bench.till.edit([](till::Snapshot& now) { now.member_desk->can_write = now.member_desk->can_load = true; });
         bench.settle();
         bench.click("memberDeskTab3ActionButton");
       }},
      {"card-write",
       [](Bench& bench) { writeCard(bench, till::CardWritingView::Stage::Writing, ports::CardWriteStep::Content); }},
      {"card-put-back",
       [](Bench& bench) { writeCard(bench, till::CardWritingView::Stage::PutBack, ports::CardWriteStep::Keys); }},
      {"card-load", [](Bench& bench) { loadCard(bench, false); }},
      {"card-load-running", [](Bench& bench) { loadCard(bench, true); }},
      {"member-changes",
       [](Bench& bench) {
         showMember(bench);
         bench.click("memberDeskTab4ActionButton");
       }},
  };
}

std::vector<Scene> memberRiseScenes() {
  return {
      {"member-join-purchase",
       [](Bench& bench) {
         openMembers(bench);
         bench.till.edit([](till::Snapshot& now) { now.member_desk->join_purchase = base::Money(50000); });
         bench.settle();
         bench.click("memberDeskTask0ActionButton");
         bench.type("13900001111");
         bench.till.edit([](till::Snapshot& now) {
           now.notice = till::Notice{till::NoticeKind::Error,
                                     till::NoticeCode::Failed,
                                     {},
                                     base::Error{base::ErrorCode::RuleRejected, "JOIN_PURCHASE 1"},
                                     false,
                                     9'000};
         });
         bench.settle();
       }},
      {"member-rise",
       [](Bench& bench) {
         showMember(bench);
         bench.click("memberDeskTab5ActionButton");
         bench.key(Qt::Key_7);
         bench.click("memberFormConfirmActionButton");  // asks for a second press
       }},
      {"member-gifts",
       [](Bench& bench) {
         showMember(bench);
         bench.click("memberDeskTab5ActionButton");
       }},
  };
}

std::vector<Scene> memberFormScenes() {
  return {
      {"member-join",
       [](Bench& bench) {
         openMembers(bench);
         bench.click("memberDeskTask0ActionButton");
         bench.type("13900001111");
       }},
      {"member-join-offered", [](Bench& bench) { openJoin(bench); }},
      {"member-join-customer", joinByCustomer},
      {"member-pin-customer", pinByCustomer},
      {"tender-pin-customer", tenderByCustomer},
      {"member-join-company",
       [](Bench& bench) {
         openMembers(bench);
         bench.click("memberDeskTask0ActionButton");
         bench.type("13900001111");
         bench.click("memberFormCompanyActionButton");
         bench.edit("memberFormNameCodeEdit").setText(QStringLiteral("大华贸易有限公司"));
       }},
      memberForm("member-correct", Qt::Key_C),
      memberForm("member-freeze", Qt::Key_F),
      memberForm("member-transfer", Qt::Key_T),
      {"member-signature",
       [](Bench& bench) {
         showMember(bench);
         bench.key(Qt::Key_O);
         bench.till.edit([](till::Snapshot& now) {
           now.notice = till::Notice{till::NoticeKind::Error,
                                     till::NoticeCode::Failed,
                                     {},
                                     base::Error{base::ErrorCode::NoRight, {}},
                                     false,
                                     9'000};
         });
         bench.settle();
       }},
      {"member-voucher",
       [](Bench& bench) {
         showMember(bench);
         bench.till.edit([](till::Snapshot& now) {
           till::MemberVoucher& paper = now.member_desk->voucher.emplace();
           paper.act = till::MemberAct::CashOut;
           paper.at = *base::LocalTime::parse("2026-03-05T10:15:00");
           paper.member_no = "******0012";
           paper.masked_name = "欧***";
           paper.operator_code = "1001";
           paper.approver = "2001";
           paper.points = base::Points(158);
           paper.paid = base::Money(15800);
         });
         bench.settle();
       }},
  };
}

}  // namespace kahui::test
