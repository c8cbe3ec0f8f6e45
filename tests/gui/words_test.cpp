// Figures and words, without a window.
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>

#include "app/models/formatter.hpp"
#include "app/models/language.hpp"
#include "app/models/messages.hpp"
#include "app/models/presenters.hpp"
#include "tests/gui/bench.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using base::ErrorCode;
using base::Money;
using models::Formatter;
using models::Language;

TEST_CASE("money is written from fen, with a minus that is a minus") {
  const Formatter zh(Language::Chinese);
  CHECK(zh.money(Money(0)) == QStringLiteral("¥0.00"));
  CHECK(zh.money(Money(5)) == QStringLiteral("¥0.05"));
  CHECK(zh.money(Money(123456789)) == QStringLiteral("¥1,234,567.89"));
  CHECK(zh.money(Money(-350)) == QStringLiteral("\u2212¥3.50"));
  CHECK(zh.money(Money(std::numeric_limits<std::int64_t>::min())) ==
        QStringLiteral("\u2212¥92,233,720,368,547,758.08"));
  CHECK(zh.saving(Money(299)) == QStringLiteral("\u22122.99"));
  CHECK(zh.saving(Money(0)).isEmpty());
}

TEST_CASE("rates, quantities and dates read as each language has them") {
  const Formatter zh(Language::Chinese);
  const Formatter en(Language::English);
  CHECK(zh.rate(base::Rate(9500)) == QStringLiteral("9.5 折"));
  CHECK(zh.rate(base::Rate(8000)) == QStringLiteral("8 折"));
  CHECK(zh.rate(base::Rate(8850)) == QStringLiteral("8.85 折"));
  CHECK(en.rate(base::Rate(9500)) == QStringLiteral("pay 95%"));
  CHECK(en.rate(base::Rate(8850)) == QStringLiteral("pay 88.5%"));
  CHECK(en.rate(base::kFullRate).isEmpty());
  CHECK(en.quantity(base::Quantity(3000)) == QStringLiteral("3"));
  CHECK(en.quantity(base::Quantity(786)) == QStringLiteral("0.786"));
  CHECK(en.quantity(base::Quantity(1500)) == QStringLiteral("1.5"));
  CHECK(zh.date(base::BusinessDate::of(2026, 3, 5)) == QStringLiteral("2026年3月5日 星期四"));
  CHECK(en.date(base::BusinessDate::of(2026, 3, 5)) == QStringLiteral("Thursday, 5 March 2026"));
  CHECK(en.time(*base::LocalTime::parse("2026-03-05T09:05:59")) == QStringLiteral("09:05"));
}

TEST_CASE("typed amounts are read exactly or not at all") {
  CHECK(models::parseMoney(QStringLiteral("52.5")) == Money(5250));
  CHECK(models::parseMoney(QStringLiteral("100")) == Money(10000));
  CHECK(models::parseMoney(QStringLiteral("0.01")) == Money(1));
  CHECK(models::parseMoney(QStringLiteral(".5")) == Money(50));
  for (const char* bad : {"", ".", "1.234", "1..2", "-1", "1e3", "abc", "1,000", "99999999999999999999"}) {
    INFO(bad);
    CHECK_FALSE(models::parseMoney(QString::fromLatin1(bad)));
  }
  CHECK(models::parseQuantity(QStringLiteral("0.786")) == base::Quantity(786));
  CHECK_FALSE(models::parseQuantity(QStringLiteral("0")));
}

namespace {}  // namespace

TEST_CASE("every error says what happened and what to do, in both languages") {
  for (const Language language : {Language::Chinese, Language::English}) {
    const models::UiLanguage spoken(language);
    for (int code = 0; code <= static_cast<int>(ErrorCode::NotEnrolled); ++code) {
      for (const char* detail : {"", "250", "words"}) {
        const auto message = models::Messages::error({static_cast<ErrorCode>(code), detail}, spoken.formatter());
        INFO(base::codeName(static_cast<ErrorCode>(code)));
        CHECK_FALSE(message.what().isEmpty());
        CHECK_FALSE(message.next().isEmpty());
        CHECK_FALSE(message.what().contains(QLatin1Char('%')));
        CHECK_FALSE(message.next().contains(QLatin1Char('%')));
        CHECK(test::hasHan(message.what()) == (language == Language::Chinese));
        CHECK(test::hasHan(message.next()) == (language == Language::Chinese));
      }
    }
  }
}

TEST_CASE("every reason to refuse that the till can give has words of its own") {
  const std::regex refusal(R"re((RuleRejected|CouponNotUsable|WrongTender),\s*"([A-Z_0-9]+)")re");
  const std::map<std::string, ErrorCode> codes{{"RuleRejected", ErrorCode::RuleRejected},
                                               {"CouponNotUsable", ErrorCode::CouponNotUsable},
                                               {"WrongTender", ErrorCode::WrongTender}};
  std::map<std::string, std::string> found;  // reason to code
  for (const char* room : {"till", "sale", "pricing", "loyalty", "store"}) {
    for (const auto& file : std::filesystem::directory_iterator(std::string(KAHUI_SOURCE_DIR) + "/core/" + room)) {
      if (file.path().extension() != ".cpp") continue;
      std::ifstream in(file.path());
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      for (std::sregex_iterator match(text.begin(), text.end(), refusal), end; match != end; ++match)
        found.emplace((*match)[2], (*match)[1]);
    }
  }
  CHECK(found.size() > 50);
  for (const Language language : {Language::Chinese, Language::English}) {
    const models::UiLanguage spoken(language);
    for (const auto& [reason, code] : found) {
      INFO(code << " " << reason);
      const auto message = models::Messages::error({codes.at(code), reason}, spoken.formatter());
      const auto plain = models::Messages::error({codes.at(code), {}}, spoken.formatter());
      CHECK(message.what() != plain.what());
      CHECK_FALSE(message.next().isEmpty());
      CHECK(test::hasHan(message.what()) == (language == Language::Chinese));
      CHECK(test::hasHan(message.next()) == (language == Language::Chinese));
    }
  }
}

TEST_CASE("every notice that is not good news says what to do") {
  constexpr std::array kTrouble{
      till::NoticeCode::PaymentUnpaid, till::NoticeCode::PaymentUnknown, till::NoticeCode::PaymentAside,
      till::NoticeCode::PaymentsOpen,  till::NoticeCode::CouponDropped,  till::NoticeCode::ReaderLost,
      till::NoticeCode::CardRefused,   till::NoticeCode::CardIgnored,    till::NoticeCode::Failed,
      till::NoticeCode::BillReopened,  till::NoticeCode::DrawerCounted,  till::NoticeCode::PurseOwed,
      till::NoticeCode::CardSuspect,   till::NoticeCode::CardNotWritten};
  for (const Language language : {Language::Chinese, Language::English}) {
    const models::UiLanguage spoken(language);
    for (int code = 0; code <= static_cast<int>(till::NoticeCode::SettingsSaved); ++code) {
      const auto notice_code = static_cast<till::NoticeCode>(code);
      const till::Notice notice{
          till::NoticeKind::Error, notice_code, {"A", "1000"}, base::Error{ErrorCode::CardBlocked, {}}, false, 1};
      const auto message = models::Messages::notice(notice, spoken.formatter());
      INFO(code);
      CHECK_FALSE(message.what().isEmpty());
      CHECK_FALSE(message.what().contains(QLatin1Char('%')));
      const bool trouble = std::find(kTrouble.begin(), kTrouble.end(), notice_code) != kTrouble.end();
      CHECK(message.next().isEmpty() == !trouble);
    }
  }
}

TEST_CASE("each reason to refuse a card and each advice about a reader has words of its own") {
  const models::UiLanguage spoken(Language::English);
  QStringList seen;
  for (const auto reason :
       {ports::RefuseReason::BankCard, ports::RefuseReason::RandomUid, ports::RefuseReason::Torn,
        ports::RefuseReason::Unreadable, ports::RefuseReason::BadMac, ports::RefuseReason::Replay,
        ports::RefuseReason::FactoryKey, ports::RefuseReason::WrongKey, ports::RefuseReason::BadSignature,
        ports::RefuseReason::NotOurs, ports::RefuseReason::Expired}) {
    const till::Notice notice{
        till::NoticeKind::Error, till::NoticeCode::CardRefused, {std::string(ports::name(reason))}, {}, false, 1};
    seen << models::Messages::notice(notice, spoken.formatter()).what();
  }
  for (const auto advice :
       {ports::ReaderAdvice::PlugReaderIn, ports::ReaderAdvice::StartService, ports::ReaderAdvice::CloseOtherProgram,
        ports::ReaderAdvice::AllowAccess, ports::ReaderAdvice::ReplugReader}) {
    const till::Notice notice{
        till::NoticeKind::Warning, till::NoticeCode::ReaderLost, {"X", std::string(ports::name(advice))}, {}, false, 1};
    const QString next = models::Messages::notice(notice, spoken.formatter()).next();
    CHECK(next.startsWith(models::Messages::advice(advice)));
    seen << next;
  }
  CHECK(seen.removeDuplicates() == 0);
}

TEST_CASE("figures inside messages come from the detail") {
  const models::UiLanguage spoken(Language::English);
  CHECK(models::Messages::error({ErrorCode::ShortCash, "4570"}, spoken.formatter()).what() ==
        QStringLiteral("The cash is ¥45.70 short."));
  CHECK(models::Messages::error({ErrorCode::PinLocked, "1"}, spoken.formatter()).next() ==
        QStringLiteral("Wait 1 second, then try again."));
  CHECK(models::Messages::error({ErrorCode::WrongPin, "2"}, spoken.formatter()).next() ==
        QStringLiteral("Type it again; 2 tries left before the till waits."));
  CHECK(models::Messages::error({ErrorCode::PinLocked, "30"}, spoken.formatter()).next() ==
        QStringLiteral("Wait 30 seconds, then try again."));
}

TEST_CASE("the member panel tells tier, figures and the way to the next tier") {
  const models::UiLanguage spoken(Language::Chinese);
  till::MemberPanel panel;
  panel.member_no = "880001";
  panel.masked_name = "王**";
  panel.tier_name = "金卡";
  panel.tier_rate = base::Rate(9500);
  panel.points = base::Points(12480);
  panel.earns = base::Points(426);
  panel.next_tier = till::NextTier{"P", "铂金卡", Money(12050), base::Points(1520)};
  auto vm = models::Presenters::member(panel, spoken.formatter());
  CHECK(vm.badge == QStringLiteral("金卡 · 9.5 折"));
  CHECK(vm.points == QStringLiteral("12,480"));
  CHECK(vm.earns == QStringLiteral("+426"));
  CHECK(vm.next.contains(QStringLiteral("铂金卡")));
  CHECK(vm.next.contains(QStringLiteral("¥120.50")));
  CHECK(vm.next.contains(QStringLiteral("1,520")));
  CHECK(vm.birthday.isEmpty());
  panel.next_tier->missing_bills = 1;
  panel.next_tier->missing_spent = Money(30000);
  panel.next_tier->missing_referrals = 2;
  CHECK(models::Presenters::member(panel, spoken.formatter()).next ==
        QStringLiteral(
            "距铂金卡：本单再买 ¥120.50，或再积 1,520 分，或再购物 1 次，或再累计消费 ¥300.00，或再推荐 2 位朋友"));
  panel.next_tier->all = true;
  panel.next_tier->missing_purchase.reset();
  CHECK(models::Presenters::member(panel, spoken.formatter()).next ==
        QStringLiteral("距铂金卡：再积 1,520 分，且再购物 1 次，且再累计消费 ¥300.00，且再推荐 2 位朋友"));
  panel.entry = Money(100);
  CHECK(models::Presenters::member(panel, spoken.formatter()).next ==
        QStringLiteral("尚无会员权益：一单满 ¥1.00 后生效"));
  panel.entry.reset();
  panel.masked_name.clear();
  panel.tier_rate = base::kFullRate;
  panel.next_tier.reset();
  vm = models::Presenters::member(panel, spoken.formatter());
  CHECK(vm.name == QStringLiteral("880001"));
  CHECK(vm.badge == QStringLiteral("金卡"));
  CHECK(vm.next.isEmpty());
}

TEST_CASE("joining says how much of the day's purchase is missing (S001-11)") {
  const models::UiLanguage spoken(Language::English);
  const auto said = models::Messages::error({ErrorCode::RuleRejected, "JOIN_PURCHASE 1"}, spoken.formatter());
  CHECK(said.what() == QStringLiteral("Who joins buys for more on the day: ¥0.01 is missing."));
  CHECK(models::Messages::error({ErrorCode::RuleRejected, "TIER_REACHED"}, spoken.formatter()).what() ==
        QStringLiteral("The member has this tier or a higher one."));
}

TEST_CASE("S000-31, S003-35: what a tier's card says is said in the language that is spoken") {
  till::MemberPanel panel;
  panel.tier_name = "金卡";
  for (const Language language : {Language::Chinese, Language::English}) {
    const models::UiLanguage spoken(language);
    const bool chinese = language == Language::Chinese;
    panel.badge = panel.greeting = {};
    panel.own_lane = false;
    auto vm = models::Presenters::member(panel, spoken.formatter());
    CHECK(vm.tags.isEmpty());
    CHECK(vm.greeting.isEmpty());
    panel.badge = {"品牌大使", "Brand ambassador"};
    panel.greeting = {"欢迎光临", {}};
    panel.own_lane = true;
    vm = models::Presenters::member(panel, spoken.formatter());
    CHECK(vm.tags == (chinese ? QStringList{QStringLiteral("品牌大使"), QStringLiteral("专用通道")}
                              : QStringList{QStringLiteral("Brand ambassador"), QStringLiteral("Own lane")}));
    CHECK(vm.greeting == QStringLiteral("欢迎光临"));  // said in one language alone
    CHECK(vm.badge == (chinese ? QStringLiteral("金卡") : QStringLiteral("Gold")));
  }
}

TEST_CASE("the tender shows change, or what is missing") {
  const models::UiLanguage spoken(Language::English);
  const till::TenderView tender{Money(4570), Money(3), {Money(4570)}};
  auto vm = models::Presenters::tender(tender, Money(10000), spoken.formatter());
  CHECK(vm.enough);
  CHECK(vm.change == QStringLiteral("¥54.30"));
  CHECK(vm.rounding == QStringLiteral("\u22120.03"));
  vm = models::Presenters::tender(tender, Money(4000), spoken.formatter());
  CHECK_FALSE(vm.enough);
  CHECK(vm.change == QStringLiteral("¥5.70"));
  CHECK_FALSE(models::Presenters::tender(tender, std::nullopt, spoken.formatter()).enough);
}
