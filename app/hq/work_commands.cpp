// kahui-hq rules publish, members import, card.
#include <iostream>

#include "app/hq/command.hpp"
#include "app/hq/files.hpp"
#include "core/hq/erasure.hpp"
#include "core/hq/members.hpp"
#include "core/hq/pack_book.hpp"
#include "core/loyalty/expiry.hpp"
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

  auto csv = std::make_shared<std::string>(), home = std::make_shared<std::string>();
  CLI::App* members = app.add_subcommand("members", "Members of the chain");
  members->require_subcommand(1);
  command =
      members->add_subcommand("import", "Take members from a CSV file; each bad row is listed with line and reason");
  command->add_option("FILE", *csv, "CSV file with a header line")->required();
  command->add_option("--store", *home, "Their store; default: every store gets them");
  command->callback([&options, csv, home, &exit_code] { exit_code = importMembers(options, *csv, *home); });

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
