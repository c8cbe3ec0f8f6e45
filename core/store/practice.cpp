#include "core/store/practice.hpp"

#include <fmt/format.h>

#include "core/programme/rule_pack.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

constexpr std::int64_t kOpeningPoints = 500;
constexpr const char* kProgram = "kahui practice";

// Tables of the shop that a person practises on. None of them holds a customer.
constexpr const char* kCopied[] = {"product", "category", "rule_pack", "staff", "badge"};

base::Status copyTables(SqliteStore& practice, const std::filesystem::path& shop) {
  SQLite::Database& database = practice.connection().database();
  return guarded([&]() -> base::Status {
    SQLite::Statement attach(database, "ATTACH ? AS shop");
    attach.bind(1, databasePath(shop).string());
    attach.exec();
    database.exec("BEGIN IMMEDIATE");
    for (const char* table : kCopied) {
      database.exec(fmt::format("DELETE FROM main.{}", table));
      // By the names of the columns: a table that grew has them in another order than one that was made today.
      std::string columns;
      SQLite::Statement names(database, "SELECT name FROM pragma_table_info(?, 'main')");
      names.bind(1, table);
      while (names.executeStep()) columns += (columns.empty() ? "" : ", ") + names.getColumn(0).getString();
      database.exec(fmt::format("INSERT INTO main.{0}({1}) SELECT {1} FROM shop.{0}", table, columns));
    }
    // What is set at this till: labels of its scales.
    database.exec("DELETE FROM main.meta WHERE key LIKE 'set.%'");
    database.exec("INSERT INTO main.meta SELECT key, value FROM shop.meta WHERE key LIKE 'set.%'");
    database.exec("COMMIT");
    database.exec("DETACH shop");
    return {};
  });
}

base::Status makePractice(const ports::StoreInfo& shop, const ports::RulesInForce& rules,
                          const std::filesystem::path& folder, base::RandomSource& random) {
  NewStore fresh;
  fresh.info = shop;
  fresh.info.store_id.clear();
  fresh.info.terminal.clear();
  fresh.info.incarnation = 1;
  fresh.info.demo = true;
  fresh.info.enrolled = false;
  fresh.info.training = true;
  const auto pack = programme::parseRulePack(std::string_view(rules.json));
  if (!pack) return tl::unexpected(pack.error());
  fresh.rule_pack = {rules.json, pack->version, "2000-01-01T00:00:00"};
  // The same key: a person's PIN is the same in both.
  const auto key = readKey(shop.store_id);
  if (!key) return tl::unexpected(key.error());
  fresh.key = *key;
  return SqliteStore::create(folder, fresh, random);
}

base::Result<std::vector<PracticeMember>> addMembers(SqliteStore& practice, const programme::RulePack& pack,
                                                     const base::WallTime& now) {
  std::vector<PracticeMember> members;
  std::vector<ports::MemberToJoin> joining;
  for (const programme::Tier& tier : pack.tiers) {
    const std::size_t number = members.size() + 1;
    members.push_back({tier.code, fmt::format("04EC0DE0{:04}80", number)});
    const member::Credential card{member::CredentialKind::Uid, members.back().uid};
    const auto known = practice.memberByCard(card);
    if (!known) return tl::unexpected(known.error());
    if (*known) continue;
    ports::MemberToJoin one;
    one.tier = tier.code;
    one.profile.name = tier.name;
    one.profile.phone = fmt::format("1990000{:04}", number);
    one.profile.cards.push_back(card);
    one.card_status.push_back(member::CardStatus::Active);
    one.consent = "practice";
    one.source = "practice";
    one.opening = base::Points(kOpeningPoints);
    one.joined = now.local().date();
    joining.push_back(std::move(one));
  }
  std::vector<ports::Store::JoinError> errors;
  const auto joined = practice.joinMembers(joining, now, now.local().date(), errors);
  if (!joined) return tl::unexpected(joined.error());
  return members;
}

}  // namespace

base::Result<std::vector<PracticeMember>> preparePractice(const std::filesystem::path& shop,
                                                          const std::filesystem::path& practice,
                                                          base::RandomSource& random) {
  SqliteStore::Options reading;
  reading.read_only = true;
  const auto real = SqliteStore::open(shop, std::move(reading));
  if (!real) return tl::unexpected(real.error());
  const auto rules = (*real)->rulePack();
  if (!rules) return tl::unexpected(rules.error());
  if (!std::filesystem::exists(databasePath(practice)))
    KAHUI_TRY(makePractice((*real)->info(), *rules, practice, random));
  SqliteStore::Options writing;
  writing.program = kProgram;
  const auto store = SqliteStore::open(practice, std::move(writing));
  if (!store) return tl::unexpected(store.error());
  if (!(*store)->info().training)
    return base::fail(base::ErrorCode::StoreExists, practice.string() + ": not a store for practice");
  KAHUI_TRY(copyTables(**store, shop));
  const auto pack = programme::parseRulePack(std::string_view(rules->json));
  if (!pack) return tl::unexpected(pack.error());
  return addMembers(**store, *pack, base::SystemClock((*store)->info().zone).now());
}

}  // namespace kahui::store
