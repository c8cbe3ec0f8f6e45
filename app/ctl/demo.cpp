// kahuictl demo: a store that looks lived in, from a seed. Same arguments, same store.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/ctl/command.hpp"
#include "app/local/data_folder.hpp"
#include "app/local/demo_clock.hpp"
#include "core/base/check_digit.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/store/csv_table.hpp"
#include "core/store/import.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::ctl {

namespace {

struct DemoOptions {
  std::string folder;
  int members = 2000;
  int products = 400;
  int days = 30;
  int bills = 0;   // a day; 0: as a small shop has them
  int reopen = 0;  // every so many bills one is opened again and paid anew; 0: none
  int stored =
      0;  // every so many bills value moves: top-ups with gifts, bills, refunds, closing, count cards; 0: never
  std::uint64_t seed = 1;
};

constexpr const char* kDemoPin = "123456";
constexpr const char* kCountSku = "99001";

// Shares of the tiers in percent, and lifetime points that put a member there (five-tiers preset).
struct DemoTier {
  const char* code;
  std::uint64_t percent;
  std::int64_t lifetime_low, lifetime_span;
};
constexpr DemoTier kTiers[] = {
    {"ORD", 60, 0, 90}, {"SLV", 22, 110, 180}, {"GLD", 12, 320, 650}, {"PLT", 4, 1100, 1800}, {"BLK", 2, 3200, 4000}};

class DemoBuilder {
 public:
  explicit DemoBuilder(const DemoOptions& options)
      : m_options(options),
        m_random(std::make_shared<base::SeededRandom>(options.seed)),
        m_today(local::openClock("Asia/Shanghai", true)->now().local().date()),
        m_clock(std::make_shared<base::ManualClock>(base::LocalTime())) {}

  base::Status run() {
    KAHUI_TRY(createStore());
    store::SqliteStore::Options options;
    options.program = "kahuictl demo";
    options.random = m_random;
    options.clock = m_clock;
    setTime(m_today.plusDays(-m_options.days - 1), 8 * 3600);
    auto store = store::SqliteStore::open(m_options.folder, std::move(options));
    if (!store) return tl::unexpected(store.error());
    m_store = std::move(*store);
    KAHUI_TRY(fillCatalogue());
    KAHUI_TRY(fillStaff());
    KAHUI_TRY(fillMembers());
    KAHUI_TRY(sellDays());
    return m_store->maintain();
  }

 private:
  void setTime(base::BusinessDate day, std::int64_t second) {
    m_clock->set(
        base::LocalTime(std::chrono::local_seconds(std::chrono::seconds(std::int64_t{day.days()} * 86400 + second))));
  }

  base::Status createStore() {
    const auto pack = local::readFile(local::dataFolder() / "presets" / "five-tiers.json");
    if (!pack) return tl::unexpected(pack.error());
    const auto rules = programme::parseRulePack(std::string_view(*pack));
    if (!rules) return tl::unexpected(rules.error());
    m_expiry = loyalty::expiryDate(rules->points.expiry_noncash, m_today);
    store::NewStore fresh;
    fresh.info = {"", "0001", "卡惠演示店", "01", "", "Asia/Shanghai", "zh_CN", 1, true};
    fresh.rule_pack.json = *pack;
    fresh.rule_pack.version = rules->version;
    fresh.rule_pack.valid_from = "2000-01-01T00:00:00";
    return store::SqliteStore::create(m_options.folder, fresh, *m_random);
  }

  base::Status fillCatalogue() {
    const auto csv = local::readFile(local::dataFolder() / "demo" / "products.csv");
    if (!csv) return tl::unexpected(csv.error());
    auto wanted = products(*csv);
    if (!wanted) return tl::unexpected(wanted.error());
    m_products = std::move(*wanted);
    constexpr std::size_t kBatch = 500;
    for (std::size_t at = 0; at < m_products.size(); at += kBatch) {
      KAHUI_TRY(m_store->putProducts(std::span(m_products).subspan(at, std::min(kBatch, m_products.size() - at))));
    }
    if (m_options.stored > 0) KAHUI_TRY(m_store->putProducts(std::vector{countCard()}));
    return fillCategories();
  }

  // Not among the goods that bills are drawn from: only a member can have it.
  static catalog::Product countCard() {
    catalog::Product card;
    card.sku = kCountSku;
    card.name = "洗衣次卡";
    card.spec = "10次";
    card.category = "household";
    card.unit = "张";
    card.pinyin = "xyck";
    card.price = base::Money(9000);
    card.cost = base::Money(5200);
    card.uses = 10;
    card.valid_days = 180;
    return card;
  }

  // Fewer than the file has: spread over all categories. More: the same goods again in other pack sizes, with numbers
  // of their own.
  base::Result<std::vector<catalog::Product>> products(const std::string& csv) {
    const auto all = store::readProducts(csv);
    if (!all) return tl::unexpected(all.error());
    const auto count = static_cast<std::size_t>(m_options.products);
    std::vector<catalog::Product> chosen;
    for (std::size_t i = 0; i < count; ++i) {
      if (count <= all->size()) {
        chosen.push_back((*all)[i * all->size() / count]);
        continue;
      }
      catalog::Product product = (*all)[i % all->size()];
      if (const std::size_t round = i / all->size(); round > 0) {
        product.sku += fmt::format("-{}", round);
        product.spec += fmt::format("（{}）", round + 1);
        const std::string body = fmt::format("691{:09}", i);
        product.barcode = body + *base::eanCheckDigit(body);
      }
      chosen.push_back(std::move(product));
    }
    return chosen;
  }

  base::Status fillCategories() {
    const auto csv = local::readFile(local::dataFolder() / "demo" / "categories.csv");
    if (!csv) return tl::unexpected(csv.error());
    const auto table = store::CsvTable::parse(*csv, {"code", "name_zh", "name_en"}, {"code", "name_zh", "name_en"});
    if (!table) return tl::unexpected(table.error());
    std::vector<store::Category> categories;
    for (const base::CsvRow& row : table->rows()) {
      categories.push_back({std::string(table->cell(row, "code")), std::string(table->cell(row, "name_zh")),
                            std::string(table->cell(row, "name_en"))});
    }
    return m_store->putCategories(categories);
  }

  base::Status fillStaff() {
    KAHUI_TRY(m_store->putStaff({"1001", "收银员甲", ports::StaffRole::Cashier, {}}, kDemoPin));
    KAHUI_TRY(m_store->putStaff({"2001", "领班乙", ports::StaffRole::Leader, {}}, kDemoPin));
    return m_store->putStaff({"9001", "店长丙", ports::StaffRole::Manager, {}}, kDemoPin);
  }

  base::Status fillMembers() {
    const auto surnames = readLines("surnames.txt");
    const auto given_names = readLines("given_names.txt");
    if (!surnames) return tl::unexpected(surnames.error());
    if (!given_names) return tl::unexpected(given_names.error());
    constexpr int kBatch = 500;
    std::vector<ports::MemberToJoin> batch;
    for (int i = 0; i < m_options.members; ++i) {
      batch.push_back(member(i, *surnames, *given_names));
      m_cards.push_back(batch.back().profile.cards.front());
      if (std::ssize(batch) < kBatch && i + 1 < m_options.members) continue;
      const base::WallTime now = m_clock->now();
      std::vector<ports::Store::JoinError> errors;
      const auto joined = m_store->joinMembers(batch, now, now.local().date(), errors);
      if (!joined) return tl::unexpected(joined.error());
      KAHUI_TRY(m_store->maintain());
      batch.clear();
    }
    return writeDemoCards();
  }

  // The first five are one of each tier, the sixth has a blocked card: what the till's demo panel offers.
  ports::MemberToJoin member(int index, const std::vector<std::string>& surnames,
                             const std::vector<std::string>& given_names) {
    const auto& tier = kTiers[index < 5 ? static_cast<std::size_t>(index) : drawTier()];
    ports::MemberToJoin joining;
    joining.tier = tier.code;
    const std::uint64_t popular =
        m_random->below(2) == 0 ? surnames.size() : std::min<std::uint64_t>(surnames.size(), 12);
    joining.profile.name = surnames[m_random->below(popular)] + given_names[m_random->below(given_names.size())];
    constexpr std::uint64_t kPrefixes[] = {135, 136, 137, 138, 139, 150, 151, 152, 158, 159, 182, 183, 187, 188, 198};
    // The running number keeps telephone numbers apart; the factor spreads it over all eight digits.
    joining.profile.phone = fmt::format("{}{:08}", kPrefixes[m_random->below(std::size(kPrefixes))],
                                        (std::uint64_t(index) * 73'939'133U + 12'345'678U) % 100'000'000U);
    if (m_random->below(10) < 6) joining.profile.birthday = birthday();
    joining.profile.cards = {card(index)};
    joining.card_status = {index == 5 ? member::CardStatus::Blocked : member::CardStatus::Active};
    joining.consent = "demo";
    joining.source = "demo";
    joining.lifetime =
        base::Points(tier.lifetime_low +
                     static_cast<std::int64_t>(m_random->below(static_cast<std::uint64_t>(tier.lifetime_span) + 1)));
    joining.opening = base::Points(
        static_cast<std::int64_t>(m_random->below(static_cast<std::uint64_t>(joining.lifetime.value()) + 1)));
    joining.opening_expires = m_expiry;
    joining.joined = m_clock->now().local().date().plusDays(-static_cast<int>(m_random->below(900)));
    return joining;
  }

  std::size_t drawTier() {
    std::uint64_t draw = m_random->below(100);
    for (std::size_t i = 0; i < std::size(kTiers); ++i) {
      if (draw < kTiers[i].percent) return i;
      draw -= kTiers[i].percent;
    }
    return 0;
  }

  member::Birthday birthday() {
    member::Birthday birthday;
    const bool lunar = m_random->below(4) == 0;
    birthday.calendar = lunar ? member::BirthdayCalendar::Lunar : member::BirthdayCalendar::Solar;
    birthday.month = static_cast<unsigned>(1 + m_random->below(12));
    birthday.day = static_cast<unsigned>(1 + m_random->below(28));
    return birthday;
  }

  // Mostly chip cards with a seven-byte UID; every tenth member has a stripe card, every tenth a code.
  member::Credential card(int index) {
    const auto number = static_cast<std::uint64_t>(index);
    if (index >= 6 && number % 10 == 7) return {member::CredentialKind::Track2, fmt::format("9001{:06}", number)};
    if (index >= 6 && number % 10 == 9) return {member::CredentialKind::Code, fmt::format("9002{:06}", number)};
    const std::uint64_t spread = (number * 0x9E3779B97F4A7C15U + m_options.seed) & 0xFFFFFFFFFFU;
    return {member::CredentialKind::Uid, fmt::format("04{:010X}80", spread)};
  }

  base::Result<std::vector<std::string>> readLines(const char* name) {
    const auto text = local::readFile(local::dataFolder() / "demo" / name);
    if (!text) return tl::unexpected(text.error());
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text->size();) {
      const std::size_t end = std::min(text->find('\n', at), text->size());
      if (end > at) lines.push_back(text->substr(at, end - at));
      at = end + 1;
    }
    if (lines.empty()) return base::fail(base::ErrorCode::BadInput, std::string(name) + ": empty");
    return lines;
  }

  base::Status writeDemoCards() {
    nlohmann::ordered_json cards = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < 6 && i < m_cards.size(); ++i) {
      cards.push_back({{"kind", i < 5 ? "tier" : "blocked"}, {"tier", kTiers[i % 5].code}, {"uid", m_cards[i].value}});
    }
    std::ofstream file(std::filesystem::path(m_options.folder) / "demo-cards.json");
    file << cards.dump(1) << '\n';
    file.flush();
    return file ? base::Status{} : base::fail(base::ErrorCode::StoreIo, "demo-cards.json");
  }

  base::Status sellDays() {
    auto desk = till::SaleDesk::open(*m_store, *m_clock, *m_random);
    if (!desk) return tl::unexpected(desk.error());
    for (int day = m_options.days; day >= 1; --day) {
      const base::BusinessDate date = m_today.plusDays(-day);
      const bool weekend = date.isoWeekday() >= 6;
      const std::uint64_t usual = 30 + m_random->below(25) + (weekend ? 25 : 0);
      const std::uint64_t bills = m_options.bills > 0 ? static_cast<std::uint64_t>(m_options.bills) : usual;
      for (std::uint64_t bill = 0; bill < bills; ++bill) {
        constexpr std::uint64_t kOpen_s = 9 * 3600, kHours_s = 12 * 3600;
        setTime(date, static_cast<std::int64_t>(kOpen_s + (bill * kHours_s + m_random->below(kHours_s)) / (bills + 1)));
        const till::SellRequest request = basket();
        const auto sold = desk->sell(request);
        if (!sold) return tl::unexpected(sold.error());
        if (m_options.reopen > 0 && ++m_sold % m_options.reopen == 0)
          KAHUI_TRY(reopen(*desk, sold->receipt_no, request));
        if (m_options.stored > 0 && !m_cards.empty() && ++m_bills % m_options.stored == 0) KAHUI_TRY(moveValue(*desk));
        KAHUI_TRY(finishJobs(*desk));
        KAHUI_TRY(m_store->maintain());
      }
      std::fprintf(stderr, "\rdemo: %d of %d days", m_options.days - day + 1, m_options.days);
    }
    if (m_options.days > 0) std::fprintf(stderr, "\n");
    return {};
  }

  // X9: all of it comes back, and what the customer keeps is a bill of its own.
  base::Status reopen(till::SaleDesk& desk, const std::string& receipt_no, till::SellRequest request) {
    const auto staff = desk.staff("1001");
    if (!staff) return tl::unexpected(staff.error());
    const auto bill = desk.settle(receipt_no, {});
    if (!bill) return tl::unexpected(bill.error());
    std::vector<sale::ReturnLine> all;
    const auto& lines = std::get<journal::SaleCompleted>(bill->sale.payload).lines;
    for (std::size_t i = 0; i < lines.size(); ++i) all.push_back({i, lines[i].quantity});
    auto settlement = desk.settle(receipt_no, all);
    if (!settlement) return tl::unexpected(settlement.error());
    settlement->document.voids = true;
    settlement->document.reason = "demo";
    KAHUI_TRY(desk.takeBack(std::move(*settlement), *staff, "9001"));
    if (request.lines.size() > 1) request.lines.pop_back();
    const auto again = desk.sell(request);
    return again ? base::Status{} : tl::unexpected(again.error());
  }

  // A member tops up, with the gift of the rules, and pays a bill with it; of every third something comes back, every
  // seventh has the rest paid out. Nothing of it is drawn, so that all else of the store is as without.
  base::Status moveValue(till::SaleDesk& desk) {
    constexpr std::size_t kStep = 37, kBlocked = 5;
    constexpr int kReturns = 3, kCloses = 7;
    const int turn = m_moves++;
    std::size_t who = static_cast<std::size_t>(turn) * kStep % m_cards.size();
    if (who == kBlocked) who = 0;
    const auto staff = desk.staff("2001");
    if (!staff) return tl::unexpected(staff.error());
    const auto member = desk.memberByCard(m_cards[who], ports::Trust::Claim);
    if (!member) return tl::unexpected(member.error());
    constexpr base::Money kSmall(500'00), kLarge(1000'00);
    const auto topped = desk.topUp(*member, turn % 2 == 0 ? kSmall : kLarge,
                                   {turn % 4 == 0 ? "CASH" : "WECHAT", std::nullopt, std::nullopt}, *staff, {});
    if (!topped && topped.error().code != base::ErrorCode::RuleRejected) return tl::unexpected(topped.error());
    KAHUI_TRY(moveCounts(desk, turn, m_cards[who], *staff));
    till::SellRequest request;
    request.operator_code = staff->code;
    request.card = cardIn(m_cards[who]);
    const auto product = std::find_if(m_products.begin() + turn % std::ssize(m_products), m_products.end(),
                                      [](const catalog::Product& one) { return !one.weighed; });
    request.lines.push_back(
        {"", product == m_products.end() ? m_products.front().sku : product->sku, base::Quantity(2000)});
    request.tenders = {{"STORED", std::nullopt, std::nullopt}};
    const auto sold = desk.sell(request);
    if (!sold)
      return sold.error().code == base::ErrorCode::RuleRejected ? base::Status{} : tl::unexpected(sold.error());
    if (turn % kReturns == 0) KAHUI_TRY(bringBack(desk, sold->receipt_no, *staff));
    if (turn % kCloses != 0) return {};
    const auto closed = desk.closeStored(*member, *staff, "9001");
    return closed || closed.error().code == base::ErrorCode::RuleRejected ? base::Status{}
                                                                          : tl::unexpected(closed.error());
  }

  // Every fourth turn the member buys a count card and uses two of it; of every third of these one use comes back, of
  // every fifth a second card goes back as it was sold.
  base::Status moveCounts(till::SaleDesk& desk, int turn, const member::Credential& card, const ports::Staff& staff) {
    constexpr int kCards = 4, kBack = 3, kWhole = 5;
    if (turn % kCards != 1) return {};
    const int round = turn / kCards;
    till::SellRequest bought;
    bought.operator_code = staff.code;
    bought.card = cardIn(card);
    bought.lines = {{"", kCountSku, base::kOnePiece}};
    bought.tenders = {{"WECHAT", std::nullopt, std::nullopt}};
    if (const auto sold = desk.sell(bought); !sold) return tl::unexpected(sold.error());
    auto member = desk.memberByCard(card, ports::Trust::Claim);
    if (!member) return tl::unexpected(member.error());
    KAHUI_TRY(desk.loadBenefits(*member));
    const auto product = desk.product(kCountSku);
    if (!product) return tl::unexpected(product.error());
    const std::optional<till::AttachedMember> owner = *std::move(member);
    till::Basket basket;
    KAHUI_TRY(basket.append(*product, base::Quantity(2000), {.count_card = owner->counts.back().card}));
    const std::vector<pricing::Tender> nothing{{"CASH", std::nullopt, std::nullopt}};
    const auto used = desk.complete({basket.lines(), owner, basket.wish(), nothing}, staff);
    if (!used) return tl::unexpected(used.error());
    if (round % kBack == 0)
      KAHUI_TRY(bringBack(desk, std::get<journal::SaleCompleted>(used->payload).receipt_no, staff));
    if (round % kWhole != 0) return {};
    const auto second = desk.sell(bought);
    return second ? bringBack(desk, second->receipt_no, staff) : tl::unexpected(second.error());
  }

  // One piece of the first line.
  static base::Status bringBack(till::SaleDesk& desk, const std::string& receipt_no, const ports::Staff& staff) {
    till::ReturnRequest back;
    back.operator_code = staff.code;
    back.receipt_no = receipt_no;
    back.lines = {{0, base::kOnePiece}};
    const auto done = desk.giveBack(back);
    return done ? base::Status{} : tl::unexpected(done.error());
  }

  static till::SellCard cardIn(const member::Credential& card) {
    const auto kind = card.kind == member::CredentialKind::Uid      ? till::SellCard::Kind::Uid
                      : card.kind == member::CredentialKind::Track2 ? till::SellCard::Kind::Track2
                                                                    : till::SellCard::Kind::Code;
    return {kind, card.value};
  }

  // The first sale of a day opens it; what a till does beside its sales is done at once here.
  static base::Status finishJobs(till::SaleDesk& desk) {
    for (;;) {
      const auto more = desk.jobStep();
      if (!more) return tl::unexpected(more.error());
      if (!*more) return {};
    }
  }

  till::SellRequest basket() {
    till::SellRequest request;
    request.operator_code = m_random->below(3) == 0 ? "2001" : "1001";
    if (!m_cards.empty() && m_random->below(100) < 55) {
      std::size_t who = m_random->below(m_cards.size());
      if (who == 5) who = 0;  // blocked
      request.card = cardIn(m_cards[who]);
    }
    const std::uint64_t lines = 1 + m_random->below(8);
    for (std::uint64_t i = 0; i < lines; ++i) {
      const catalog::Product& product = m_products[m_random->below(m_products.size())];
      const std::uint64_t milli = product.weighed ? 200 + m_random->below(2300)
                                                  : 1000 * (1 + (m_random->below(4) == 0 ? m_random->below(3) : 0));
      request.lines.push_back({"", product.sku, base::Quantity(static_cast<std::int64_t>(milli))});
    }
    constexpr const char* kTenders[] = {"CASH", "WECHAT", "WECHAT", "WECHAT", "ALIPAY", "ALIPAY", "BANKCARD"};
    request.tenders = {{kTenders[m_random->below(std::size(kTenders))], std::nullopt, std::nullopt}};
    return request;
  }

  const DemoOptions& m_options;
  std::shared_ptr<base::SeededRandom> m_random;
  base::BusinessDate m_today;
  std::shared_ptr<base::ManualClock> m_clock;
  std::unique_ptr<store::SqliteStore> m_store;
  std::optional<base::BusinessDate> m_expiry;
  std::vector<catalog::Product> m_products;
  std::vector<member::Credential> m_cards;
  int m_sold = 0, m_bills = 0, m_moves = 0;
};

}  // namespace

void addDemoCommand(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<DemoOptions>();
  CLI::App* command = app.add_subcommand("demo", "Make a demo store with goods, members, staff and a sales history");
  command->add_option("--store", options->folder, "Folder of the new store")->required();
  command->add_option("--members", options->members, "Members with cards")->check(CLI::Range(0, 10'000'000));
  command->add_option("--products", options->products, "Products")->check(CLI::Range(1, 100'000));
  command->add_option("--days", options->days, "Days of sales before today")->check(CLI::Range(0, 3650));
  command->add_option("--bills", options->bills, "Bills a day; as a small shop has them unless named")
      ->check(CLI::Range(0, 10'000));
  command->add_option("--reopen", options->reopen, "Every so many bills one is opened again and paid anew; 0: none")
      ->check(CLI::Range(0, 10'000));
  command->add_option("--stored", options->stored, "Every so many bills stored value and count cards move; 0: never")
      ->check(CLI::Range(0, 10'000));
  command->add_option("--seed", options->seed, "Seed of everything that is drawn");
  command->callback([options, &exit_code] {
    if (const auto made = DemoBuilder(*options).run(); !made) {
      exit_code = report(made.error());
      return;
    }
    std::cout << "demo store in " << options->folder << ": staff 1001, 2001, 9001, PIN " << kDemoPin << '\n';
  });
}

}  // namespace kahui::ctl
