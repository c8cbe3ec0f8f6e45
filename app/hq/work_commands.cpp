// kahui-hq rules publish, prices publish, members import and erase, card.
#include <iostream>

#include "app/hq/command.hpp"
#include "app/hq/files.hpp"
#include "core/hq/duplicates.hpp"
#include "core/hq/erasure.hpp"
#include "core/hq/members.hpp"
#include "core/hq/pack_book.hpp"
#include "core/hq/price_list.hpp"
#include "core/hq/profiles.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/store/csv_table.hpp"
#include "core/store/import.hpp"

namespace kahui::hqserver {

namespace {

int publishRules(const DataOptions& options, const std::string& file) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto text = readFile(file);
  if (!text) return report(text.error());
  const base::WallTime now = clockOf(*data)->now();
  const auto done = hq::publishPack(*data->store, *text, now.local().iso(), now.utc_ms);
  if (!done) return report({done.error().code, file + ": " + done.error().detail});
  const auto pack = programme::parseRulePack(std::string_view(*text));
  std::cout << "published " << pack->version << ", in force from "
            << (pack->valid_from ? pack->valid_from->iso() : now.local().iso()) << '\n';
  return kDone;
}

// Tiers and expiry come from the pack in force; a chain without one takes no members.
base::Result<store::MemberImport> importOptions(Data& data, const base::WallTime& now) {
  std::unique_ptr<store::MemberImport> found;
  KAHUI_TRY(data.store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    hq::PackBook packs;
    packs.refresh(tx);
    const auto* pack = packs.inForce(now.local().iso());
    if (pack == nullptr)
      return base::fail(base::ErrorCode::RulesMissing, "publish one with 'kahui-hq rules publish FILE'");
    found = std::make_unique<store::MemberImport>();
    for (const programme::Tier& tier : pack->tiers) found->tiers.push_back(tier.code);
    found->at = now;
    found->day = now.local().date();
    found->points_expire = loyalty::expiryDate(pack->points.expiry_noncash, found->day);
    return {};
  }));
  return std::move(*found);
}

base::Status joinAll(Data& data, const std::string& home, const base::WallTime& now, store::MemberRows& rows) {
  constexpr std::size_t kBatch = 500;
  base::SystemRandom random;
  const hq::Joining joining{now.local().date(), now.utc_ms, home};
  for (std::size_t at = 0; at < rows.good.size(); at += kBatch) {
    const auto batch = std::span(rows.good).subspan(at, std::min(kBatch, rows.good.size() - at));
    const auto problems = hq::joinMembers(*data.store, data.identity, joining, batch, random);
    if (!problems) return tl::unexpected(problems.error());
    for (const auto& problem : *problems) rows.report.bad.push_back({rows.lines[at + problem.row], problem.reason});
    rows.report.imported += batch.size() - problems->size();
  }
  return {};
}

int importMembers(const DataOptions& options, const std::string& file, const std::string& home) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto csv = readFile(file);
  if (!csv) return report(csv.error());
  const base::WallTime now = clockOf(*data)->now();
  const auto import = importOptions(*data, now);
  if (!import) return report(import.error());
  auto rows = store::readMembers(*csv, *import);
  if (!rows) return report(rows.error());
  if (const auto joined = joinAll(*data, home, now, *rows); !joined) return report(joined.error());
  auto& bad = rows->report.bad;
  std::sort(bad.begin(), bad.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
  for (const store::BadRow& row : bad) std::cout << "line " << row.line << ": " << row.reason << '\n';
  std::cout << rows->report.imported << " of " << rows->report.rows << " rows went in, " << bad.size() << " bad\n";
  return bad.empty() ? kDone : kNo;
}

base::Result<ports::HqPrice> readPrice(const store::CsvTable& table, const base::CsvRow& row, const std::string& from,
                                       bool dated) {
  ports::HqPrice price{std::string(table.cell(row, "sku")), from, {}, {}, {}};
  const auto money = [&](const char* column) -> base::Result<std::optional<base::Money>> {
    const auto cell = table.cell(row, column);
    if (cell.empty()) return std::optional<base::Money>();
    const auto fen = store::wholeNumber(cell, 0, base::kMaxUnitPrice.value());
    if (!fen) return base::fail(base::ErrorCode::BadInput, std::string(column) + ": a whole number of fen is expected");
    return std::optional(base::Money(*fen));
  };
  if (price.sku.empty() || price.sku.size() > 64 || price.sku.find('@') != std::string::npos)
    return base::fail(base::ErrorCode::BadInput, "sku: 1 to 64 characters without '@'");
  const auto retail = money("price_fen"), promo = money("promo_price_fen"), member = money("member_price_fen");
  for (const auto* one : {&retail, &promo, &member})
    if (!*one) return tl::unexpected(one->error());
  if (!*retail) return base::fail(base::ErrorCode::BadInput, "price_fen: missing");
  price.price = **retail;
  price.promo_price = *promo;
  price.member_price = *member;
  const auto day = [&](const char* column, std::optional<base::BusinessDate>& into) -> base::Status {
    const auto cell = table.cell(row, column);
    if (cell.empty()) return {};
    into = base::BusinessDate::parse(cell);
    return into ? base::Status{}
                : base::fail(base::ErrorCode::BadInput, std::string(column) + ": a date YYYY-MM-DD is expected");
  };
  KAHUI_TRY(day("members_from", price.members_from));
  KAHUI_TRY(day("guests_from", price.guests_from));
  if (price.members_from && price.guests_from && *price.guests_from < *price.members_from)
    return base::fail(base::ErrorCode::BadInput, "guests_from: before members_from");
  price.dated = dated;
  return price;
}

// All or nothing: half a price list is a wrong one.
int publishPrices(const DataOptions& options, const std::string& file, std::string from) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto csv = readFile(file);
  if (!csv) return report(csv.error());
  if (from.empty()) from = clockOf(*data)->now().local().iso();
  const auto time = base::LocalTime::parse(from);
  if (!time) return report({base::ErrorCode::BadInput, "--from: a time YYYY-MM-DDTHH:MM:SS is expected"});
  const auto table = store::CsvTable::parse(
      *csv, {"sku", "price_fen", "promo_price_fen", "member_price_fen", "members_from", "guests_from"},
      {"sku", "price_fen"});
  if (!table) return report({table.error().code, file + ": " + table.error().detail});
  // S001-23: a list without these columns leaves the dates as they are; with them an empty cell takes a date away.
  const bool dated = table->has("members_from") || table->has("guests_from");
  std::vector<ports::HqPrice> prices;
  bool good = true;
  for (const base::CsvRow& row : table->rows()) {
    auto price = readPrice(*table, row, time->iso(), dated);
    if (price)
      prices.push_back(*std::move(price));
    else
      std::cout << "line " << row.line << ": " << price.error().detail << '\n';
    good = good && price.has_value();
  }
  if (!good) {
    std::cout << "nothing was published; mend these rows and publish the file again\n";
    return kNo;
  }
  if (const auto done = hq::publishPrices(*data->store, prices); !done) return report(done.error());
  std::cout << "published " << prices.size() << " prices, in force from " << time->iso() << '\n';
  return kDone;
}

// The order stands in the database and beside it: a database that is restored to an earlier day erases again.
int eraseOne(const DataOptions& options, const std::string& member) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto id = hq::eraseMember(*data->store, member, clockOf(*data)->now().utc_ms);
  if (!id) return report(id.error());
  if (const auto kept = rememberErased(options, *id); !kept) return report(kept.error());
  if (const auto gone = dropSnapshots(options); !gone) return report(gone.error());
  std::cout << "member " << *id << " is erased; 'kahui-hq members erasures' names the tills that have not answered\n";
  return kDone;
}

int mergeTwo(const DataOptions& options, const std::string& survivor, const std::string& other) {
  auto data = openData(options);
  if (!data) return report(data.error());
  base::SystemRandom random;
  const auto done = survivor.empty() ? hq::unmergeMember(*data->store, data->identity, other, random)
                                     : hq::mergeMembers(*data->store, data->identity, survivor, other, random);
  if (!done) return report(done.error());
  std::cout << (survivor.empty() ? "two members again: " + other : other + " is " + survivor + " from now on") << '\n';
  return kDone;
}

// One line a pair; exit 1 if there are any, so that a script hears of them.
int listDuplicates(const DataOptions& options) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto pairs = hq::findDuplicates(*data->store, data->identity);
  if (!pairs) return report(pairs.error());
  for (const hq::DuplicatePair& pair : *pairs)
    std::cout << pair.first_no << ' ' << pair.second_no << ' ' << pair.why << ": 'kahui-hq members merge " << pair.first
              << ' ' << pair.second << "' makes one of them\n";
  return pairs->empty() ? kDone : kNo;
}

int listErasures(const DataOptions& options, bool json) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto found = hq::erasures(*data->store);
  if (!found) return report(found.error());
  bool all = true;
  for (const hq::Erasure& erasure : *found) {
    all = all && erasure.late.empty();
    if (json) continue;
    std::cout << erasure.member << ": " << erasure.answered.size() << " tills answered";
    for (const std::string& terminal : erasure.late) std::cout << ", not yet " << terminal;
    std::cout << '\n';
  }
  if (json) std::cout << hq::erasuresJson(*found) << '\n';
  return all ? kDone : kNo;
}

struct CardArguments {
  std::string member, card, status = "BLOCKED";
};

int setCard(const DataOptions& options, const CardArguments& arguments) {
  auto data = openData(options);
  if (!data) return report(data.error());
  if (!arguments.member.empty()) {
    const auto changed = hq::setCardsOfMember(*data->store, arguments.member, arguments.status);
    if (!changed) return report(changed.error());
    std::cout << *changed << " cards " << arguments.status << '\n';
    return kDone;
  }
  const std::size_t colon = arguments.card.find(':');
  const auto kind = member::parseCredentialKind(arguments.card.substr(0, colon));
  if (colon == std::string::npos || !kind)
    return report({base::ErrorCode::BadInput, "--card: uid:…, track2:… or code:… is expected; or give --member"});
  const auto done =
      hq::setCard(*data->store, data->identity, {*kind, arguments.card.substr(colon + 1)}, arguments.status);
  if (!done) return report(done.error());
  std::cout << "card " << arguments.status << '\n';
  return kDone;
}

}  // namespace

void addWorkCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  auto file = std::make_shared<std::string>();
  CLI::App* rules = app.add_subcommand("rules", "Rule packs of the chain");
  rules->require_subcommand(1);
  CLI::App* command = rules->add_subcommand("publish", "Give a rule pack to every till, in force from its valid_from");
  command->add_option("FILE", *file, "The rule pack")->required();
  command->callback([&options, file, &exit_code] { exit_code = publishRules(options, *file); });

  auto list = std::make_shared<std::string>(), from = std::make_shared<std::string>();
  CLI::App* prices = app.add_subcommand("prices", "Price lists of the chain");
  prices->require_subcommand(1);
  command = prices->add_subcommand("publish", "Give prices to every till, in force from a time");
  command
      ->add_option(
          "FILE", *list,
          "CSV: sku, price_fen; optional promo_price_fen, member_price_fen, and from when members and everybody may "
          "buy: members_from, guests_from")
      ->required();
  command->add_option("--from", *from, "Local time of the stores, YYYY-MM-DDTHH:MM:SS; default: now");
  command->callback([&options, list, from, &exit_code] { exit_code = publishPrices(options, *list, *from); });

  auto csv = std::make_shared<std::string>(), home = std::make_shared<std::string>();
  CLI::App* members = app.add_subcommand("members", "Members of the chain");
  members->require_subcommand(1);
  command =
      members->add_subcommand("import", "Take members from a CSV file; each bad row is listed with line and reason");
  command->add_option("FILE", *csv, "CSV file with a header line")->required();
  command->add_option("--store", *home, "Their store; default: every store gets them");
  command->callback([&options, csv, home, &exit_code] { exit_code = importMembers(options, *csv, *home); });

  auto survivor = std::make_shared<std::string>(), other = std::make_shared<std::string>();
  command = members->add_subcommand("merge", "Two registrations of one person become one; points are the sum");
  command->add_option("MEMBER", *survivor, "Who stays: number or id")->required();
  command->add_option("OTHER", *other, "Who becomes the first: number or id")->required();
  command->callback([&options, survivor, other, &exit_code] { exit_code = mergeTwo(options, *survivor, *other); });
  command = members->add_subcommand("unmerge", "Take a merge back");
  command->add_option("OTHER", *other, "Who was merged: its id")->required();
  command->callback([&options, other, &exit_code] { exit_code = mergeTwo(options, {}, *other); });

  members->add_subcommand("duplicates", "Registrations that may be one person: same telephone, or name and birthday")
      ->callback([&options, &exit_code] { exit_code = listDuplicates(options); });

  auto erased = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  command = members->add_subcommand("erase", "Erase a member here and at every till; what was bought stays, nameless");
  command->add_option("MEMBER", *erased, "Number or id")->required();
  command->callback([&options, erased, &exit_code] { exit_code = eraseOne(options, *erased); });
  command = members->add_subcommand("erasures", "Erased members, and the tills that have not erased them yet (exit 1)");
  command->add_flag("--json", *json, "One JSON line");
  command->callback([&options, json, &exit_code] { exit_code = listErasures(options, *json); });

  auto wanted = std::make_shared<CardArguments>();
  CLI::App* card = app.add_subcommand("card", "Cards of members");
  card->require_subcommand(1);
  command = card->add_subcommand("status", "Block cards, or make them good again, at every till");
  auto* by_member = command->add_option("--member", wanted->member, "Member number or id: all of its cards");
  command->add_option("--card", wanted->card, "One card: uid:…, track2:… or code:…")->excludes(by_member);
  command->add_option("--status", wanted->status, "BLOCKED, LOST, REPLACED, CANCELLED or ACTIVE")
      ->check(CLI::IsMember({"BLOCKED", "LOST", "REPLACED", "CANCELLED", "ACTIVE"}));
  command->callback([&options, wanted, &exit_code] { exit_code = setCard(options, *wanted); });
}

}  // namespace kahui::hqserver
