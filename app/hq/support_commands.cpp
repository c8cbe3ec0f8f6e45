// kahui-hq blobs, cards, partners: files that tills sent for support, cards that were made, the shop's partners.
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/hq/command.hpp"
#include "app/hq/files.hpp"
#include "core/base/random.hpp"
#include "core/hq/blobs.hpp"
#include "core/hq/card_stock.hpp"
#include "core/hq/partners.hpp"
#include "core/sync/compression.hpp"
#include "core/sync/limits.hpp"

namespace kahui::hqserver {

namespace {

using nlohmann::ordered_json;

// Into a file, or to standard output.
int put(const std::string& text, const std::string& file) {
  if (file.empty()) {
    std::cout << text << std::flush;
    return std::cout ? kDone : report({base::ErrorCode::StoreIo, "standard output"});
  }
  const auto written = writeFile(file, text, FileMode::Secret);
  return written ? kDone : report(written.error());
}

// blobs
// ---------------------------------------------------------------------------------------------------------------------

int listFiles(const DataOptions& options) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto list = hq::listBlobs(*data->store);
  if (!list) return report(list.error());
  for (const auto& one : *list)
    std::cout << ordered_json{{"id", one.id},
                              {"terminal", one.terminal},
                              {"kind", one.kind},
                              {"name", one.name},
                              {"size", one.size},
                              {"received", one.received},
                              {"whole", one.done_ms != 0},
                              {"started_utc_ms", one.started_ms}}
                     .dump()
              << '\n';
  return kDone;
}

int getFile(const DataOptions& options, const std::string& id, const std::string& file, bool raw) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto bytes = hq::blobBytes(*data->store, id);
  if (!bytes && bytes.error().code == base::ErrorCode::WrongState) {
    std::fprintf(stderr, "kahui-hq: this file has not come whole; the till goes on with 'kahuictl support send'\n");
    return kNo;
  }
  if (!bytes) return report(bytes.error());
  if (raw) return put(*bytes, file);
  const auto text = sync::inflate(*bytes, sync::kMostRaw_bytes);
  if (!text) return report({base::ErrorCode::BadInput, "the file does not unpack; --raw writes it as it is"});
  return put(*text, file);
}

int dropFile(const DataOptions& options, const std::string& id) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto gone = hq::dropBlob(*data->store, id);
  if (!gone) return report(gone.error());
  std::cout << "dropped " << id << '\n';
  return kDone;
}

void addFileCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  CLI::App* group = app.add_subcommand("blobs", "Journals and health logs that tills sent for support");
  group->require_subcommand(1);
  group->add_subcommand("list", "One JSON object a line")->callback([&options, &exit_code] {
    exit_code = listFiles(options);
  });
  auto id = std::make_shared<std::string>(), file = std::make_shared<std::string>();
  auto raw = std::make_shared<bool>(false);
  CLI::App* command = group->add_subcommand("get", "Write one, unpacked: JSON lines");
  command->add_option("ID", *id, "Its id, or the beginning of it")->required();
  command->add_option("--out", *file, "File; default: standard output");
  command->add_flag("--raw", *raw, "As it was sent, one zstd frame");
  command->callback([&options, id, file, raw, &exit_code] { exit_code = getFile(options, *id, *file, *raw); });
  auto gone = std::make_shared<std::string>();
  command = group->add_subcommand("drop", "Throw one away; they go by themselves after 90 days");
  command->add_option("ID", *gone, "Its id, or the beginning of it")->required();
  command->callback([&options, gone, &exit_code] { exit_code = dropFile(options, *gone); });
}

// cards
// ---------------------------------------------------------------------------------------------------------------------

struct CardsArguments {
  std::string batch, file, kind = "track2", card, reason;
};

std::optional<member::Credential> credentialOf(const CardsArguments& arguments, const std::string& value) {
  const auto kind = member::parseCredentialKind(arguments.kind);
  if (!kind || value.empty()) return std::nullopt;
  return member::Credential{*kind, value};
}

int printCards(const DataOptions& options, const CardsArguments& arguments) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto text = readFile(arguments.file);
  if (!text) return report(text.error());
  std::vector<member::Credential> cards;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (line.empty()) continue;
    const auto card = credentialOf(arguments, line);
    if (!card) return report({base::ErrorCode::BadInput, "--kind: uid, track2 or code is expected"});
    cards.push_back(*card);
  }
  const auto added = hq::addPrinted(*data->store, data->identity, arguments.batch, cards, clockOf(*data)->now().utc_ms);
  if (!added) return report(added.error());
  std::cout << *added << " of " << cards.size() << " cards are new in batch " << arguments.batch << '\n';
  return *added == static_cast<int>(cards.size()) ? kDone : kNo;
}

int spoilCard(const DataOptions& options, const CardsArguments& arguments) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto card = credentialOf(arguments, arguments.card);
  if (!card) return report({base::ErrorCode::BadInput, "--kind: uid, track2 or code is expected"});
  const auto done =
      hq::spoilPrinted(*data->store, data->identity, *card, arguments.reason, clockOf(*data)->now().utc_ms);
  if (!done && done.error().code == base::ErrorCode::WrongState) {
    std::fprintf(stderr, "kahui-hq: a member has this card; block it with 'kahui-hq card'\n");
    return kNo;
  }
  if (!done) return report(done.error());
  std::cout << "spoiled\n";
  return kDone;
}

int showStock(const DataOptions& options, bool json) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto stock = hq::cardStock(*data->store);
  if (!stock) return report(stock.error());
  ordered_json out = ordered_json::array();
  for (const auto& one : *stock) {
    if (json)
      out.push_back({{"batch", one.batch},
                     {"printed", one.printed},
                     {"stock", one.stock},
                     {"issued", one.issued},
                     {"spoiled", one.spoiled}});
    else
      std::cout << fmt::format("{}: {} printed = {} in stock + {} issued + {} spoiled\n", one.batch, one.printed,
                               one.stock, one.issued, one.spoiled);
  }
  if (json) std::cout << out.dump() << '\n';
  return kDone;
}

void addCardStock(CLI::App& app, DataOptions& options, int& exit_code) {
  CLI::App* group = app.add_subcommand("cards", "Cards that were made, and what became of them");
  group->require_subcommand(1);
  auto wanted = std::make_shared<CardsArguments>();
  CLI::App* command =
      group->add_subcommand("print", "Take a batch of made cards into stock; exit 1 if some were known");
  command->add_option("FILE", wanted->file, "Numbers as the cards show them, one a line")->required();
  command->add_option("--batch", wanted->batch, "Name of the batch")->required();
  command->add_option("--kind", wanted->kind, "uid, track2 or code");
  command->callback([&options, wanted, &exit_code] { exit_code = printCards(options, *wanted); });
  command = group->add_subcommand("spoil", "A card of stock is of no use");
  command->add_option("CARD", wanted->card, "Its number")->required();
  command->add_option("--reason", wanted->reason, "Why")->required();
  command->add_option("--kind", wanted->kind, "uid, track2 or code");
  command->callback([&options, wanted, &exit_code] { exit_code = spoilCard(options, *wanted); });
  auto json = std::make_shared<bool>(false);
  command = group->add_subcommand("stock", "Printed, in stock, issued, spoiled, by batch");
  command->add_flag("--json", *json, "One JSON array");
  command->callback([&options, json, &exit_code] { exit_code = showStock(options, *json); });
}

// partners
// ---------------------------------------------------------------------------------------------------------------------

struct PartnerArguments {
  std::string code, name, member, from, to, format = "json", file;
  std::vector<std::string> stores, tiers;
  bool withdraw = false;
  std::int64_t face_fen = 0, min_fen = 0;
  int valid_days = 90;
};

int addPartner(const DataOptions& options, const PartnerArguments& arguments) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto done = hq::putPartner(*data->store, {arguments.code, arguments.name, arguments.stores});
  if (!done) return report(done.error());
  std::cout << "partner " << arguments.code << '\n';
  return kDone;
}

int consent(const DataOptions& options, const PartnerArguments& arguments) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto done =
      hq::setConsent(*data->store, arguments.code, arguments.member, !arguments.withdraw, clockOf(*data)->now().utc_ms);
  if (!done) return report(done.error());
  std::cout << (arguments.withdraw ? "withdrawn\n" : "noted\n");
  return kDone;
}

int exportMembers(const DataOptions& options, const PartnerArguments& arguments) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto rows = hq::membersForPartner(*data->store, data->identity, arguments.code);
  if (!rows) return report(rows.error());
  std::string text;
  for (const std::string& row : *rows) text += row + "\n";
  return put(text, arguments.file);
}

int giveCoupons(const DataOptions& options, const PartnerArguments& arguments) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const base::WallTime now = clockOf(*data)->now();
  base::SystemRandom random;
  const hq::PartnerCoupons wanted{arguments.code, base::Money(arguments.face_fen), base::Money(arguments.min_fen),
                                  now.local().date().plusDays(arguments.valid_days), arguments.tiers};
  const auto given = hq::givePartnerCoupons(*data->store, wanted, now.local().date(), random);
  if (!given) return report(given.error());
  std::cout << *given << " coupons; tills have them with their next contact\n";
  return kDone;
}

int settle(const DataOptions& options, const PartnerArguments& arguments) {
  const auto from = base::BusinessDate::parse(arguments.from), to = base::BusinessDate::parse(arguments.to);
  if (!from || !to || *from > *to)
    return report({base::ErrorCode::BadInput, "--from, --to: dates YYYY-MM-DD are expected"});
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto rows = hq::settlePartners(*data->store, *from, *to);
  if (!rows) return report(rows.error());
  return put(arguments.format == "csv" ? hq::settlementCsv(*rows) : hq::settlementJson(*from, *to, *rows) + "\n",
             arguments.file);
}

void addPartnerCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  CLI::App* group = app.add_subcommand("partners", "Merchants who take part in the programme");
  group->require_subcommand(1);
  auto wanted = std::make_shared<PartnerArguments>();
  const auto add = [&](const char* name, const char* help, int (*run)(const DataOptions&, const PartnerArguments&)) {
    CLI::App* command = group->add_subcommand(name, help);
    command->callback([&options, wanted, run, &exit_code] { exit_code = run(options, *wanted); });
    return command;
  };
  CLI::App* command = add("put", "A partner and the stores in which points are paid at it; again replaces", addPartner);
  command->add_option("CODE", wanted->code, "1 to 16 letters or digits")->required();
  command->add_option("--name", wanted->name, "Name")->required();
  command->add_option("--store", wanted->stores, "Store number; may be said again");
  command = add("consent", "A member lets the partner know of him, or does no longer", consent);
  command->add_option("CODE", wanted->code, "Partner")->required();
  command->add_option("--member", wanted->member, "Number or id")->required();
  command->add_flag("--withdraw", wanted->withdraw, "From now on not");
  command =
      add("export", "Members who consented, without name, number or telephone; one JSON object a line", exportMembers);
  command->add_option("CODE", wanted->code, "Partner")->required();
  command->add_option("--out", wanted->file, "File; default: standard output");
  command = add("coupons", "A coupon that the partner pays for, to each member who consented", giveCoupons);
  command->add_option("CODE", wanted->code, "Partner")->required();
  command->add_option("--face-fen", wanted->face_fen, "Worth")->required()->check(CLI::Range(1, 100'000'000));
  command->add_option("--min-fen", wanted->min_fen, "Of a bill of at least")->check(CLI::Range(0, 100'000'000));
  command->add_option("--valid-days", wanted->valid_days, "Good for so many days")->check(CLI::Range(1, 3660));
  command->add_option("--tier", wanted->tiers, "Only to members of this tier, by its code; may be said again");
  command = add("settle", "What each partner is owed for points, and owes for coupons", settle);
  command->add_option("--from", wanted->from, "First business date")->required();
  command->add_option("--to", wanted->to, "Last business date")->required();
  command->add_option("--format", wanted->format, "json or csv")->check(CLI::IsMember({"json", "csv"}));
  command->add_option("--out", wanted->file, "File; default: standard output");
}

}  // namespace

void addSupportCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  addFileCommands(app, options, exit_code);
  addCardStock(app, options, exit_code);
  addPartnerCommands(app, options, exit_code);
}

}  // namespace kahui::hqserver
