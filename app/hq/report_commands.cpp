// kahui-hq report, recon, sign-off, export, quarantine, rebuild.
#include <unistd.h>

#include <charconv>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/hq/command.hpp"
#include "app/hq/login.hpp"
#include "core/hq/chain_report.hpp"
#include "core/hq/day_lock.hpp"
#include "core/hq/export.hpp"
#include "core/hq/projector.hpp"
#include "core/hq/recon.hpp"

namespace kahui::hqserver {

namespace {

std::string ownerName() { return "kahui-hq command/" + std::to_string(::getpid()); }

int recon(const DataOptions& options, const std::string& date, bool json) {
  const auto day = base::BusinessDate::parse(date);
  if (!day) return report({base::ErrorCode::BadInput, "--date: a date YYYY-MM-DD is expected"}, json);
  auto data = openData(options);
  if (!data) return report(data.error(), json);
  const auto rows = hq::reconcile(*data->store, *day, clockOf(*data)->now().local().date());
  if (!rows) return report(rows.error(), json);
  if (json) {
    std::cout << hq::reconJson(*day, *rows) << '\n';
  } else {
    for (const auto& row : *rows) {
      std::cout << row.store << ' ' << row.position << ' ' << row.terminal << ' ' << hq::reconStateName(row.state)
                << ' ' << row.facts.bills << " bills, " << row.facts.total.value() << " fen\n";
      for (const auto& reason : row.reasons) std::cout << "  " << reason << '\n';
      if (row.state == hq::ReconState::SignedOff)
        std::cout << "  signed off by " << row.lock->who << ": " << row.lock->reason << '\n';
    }
  }
  return hq::allMatch(*rows) ? kDone : kNo;
}

struct ChainArguments {
  std::string from, to, format = "json", out, channel;
};

int chainReport(const DataOptions& options, const ChainArguments& arguments) {
  const auto from = base::BusinessDate::parse(arguments.from), to = base::BusinessDate::parse(arguments.to);
  if (!from || !to) return report({base::ErrorCode::BadInput, "--from, --to: dates YYYY-MM-DD are expected"});
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto rows = hq::chainDays(*data->store, *from, *to, arguments.channel);
  if (!rows) return report(rows.error());
  const auto points = hq::chainPoints(*data->store, *from, *to);
  if (!points) return report(points.error());
  const std::string text =
      arguments.format == "csv" ? hq::chainCsv(*rows) : hq::chainJson(*from, *to, *rows, *points) + "\n";
  std::ofstream file;
  if (!arguments.out.empty()) file.open(arguments.out, std::ios::binary | std::ios::trunc);
  std::ostream& out = arguments.out.empty() ? std::cout : file;
  out << text << std::flush;
  return out ? kDone : report({base::ErrorCode::StoreIo, arguments.out.empty() ? "standard output" : arguments.out});
}

// The password comes by standard input, so that it stands in no list of processes.
int signOff(const DataOptions& options, const std::string& date, const hq::SignOff& arguments) {
  hq::SignOff wanted = arguments;
  const auto day = base::BusinessDate::parse(date);
  if (!day) return report({base::ErrorCode::BadInput, "--date: a date YYYY-MM-DD is expected"});
  wanted.day = *day;
  auto data = openData(options);
  if (!data) return report(data.error());
  if (const auto known = askPassword(options); !known) return report(known.error());
  const base::WallTime now = clockOf(*data)->now();
  const auto done = hq::signOff(*data->store, wanted, now.local().date(), now.utc_ms);
  if (!done && done.error().code == base::ErrorCode::WrongState) {
    std::fprintf(stderr, "kahui-hq: this day is %s; only a day that is over and does not match is signed off\n",
                 done.error().detail.c_str());
    return kNo;
  }
  if (!done) return report(done.error());
  std::cout << wanted.terminal << ' ' << date << " SIGNED_OFF\n";
  return kDone;
}

struct ExportArguments {
  std::string what, format = "jsonl", out, channel;
};

int exportRows(const DataOptions& options, const ExportArguments& arguments) {
  const auto what = hq::parseExportWhat(arguments.what);
  if (!what)
    return report({base::ErrorCode::BadInput, "--what: facts, ledger, members, stored or adjustments is expected"});
  auto data = openData(options);
  if (!data) return report(data.error());
  std::ofstream file;
  if (!arguments.out.empty()) file.open(arguments.out, std::ios::binary | std::ios::trunc);
  std::ostream& out = arguments.out.empty() ? std::cout : file;
  const auto done = hq::exportLines(
      *data->store, *what, [&](const std::string& line) { out << line << '\n'; }, arguments.channel);
  if (!done) return report(done.error());
  out.flush();
  return out ? kDone : report({base::ErrorCode::StoreIo, arguments.out.empty() ? "standard output" : arguments.out});
}

int listQuarantine(const DataOptions& options) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto done = data->store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    for (const auto& row : tx.quarantine()) {
      if (row.released) continue;
      const nlohmann::ordered_json line = {
          {"event", row.event},
          {"terminal", row.key.terminal},
          {"incarnation", row.key.inc},
          {"seq", row.key.seq},
          {"state", row.parked ? "PARKED" : "QUARANTINED"},
          {"type", row.type},
          {"business_date", row.day ? nlohmann::ordered_json(row.day->iso()) : nlohmann::ordered_json()},
          {"reason", row.reason}};
      std::cout << line.dump() << '\n';
    }
    return {};
  });
  return done ? kDone : report(done.error());
}

int release(const DataOptions& options, const std::string& event) {
  auto data = openData(options);
  if (!data) return report(data.error());
  std::optional<ports::HqEventKey> key;
  const auto found = data->store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    for (const auto& row : tx.quarantine())
      if (row.event == event && !row.released) key = row.key;
    return {};
  });
  if (!found) return report(found.error());
  if (!key)
    return report({base::ErrorCode::BadInput, "no event with this id is set aside; see 'kahui-hq quarantine list'"});
  const auto clock = clockOf(*data);
  const auto done = hq::Projector(*data->store, *clock, ownerName()).release(*key);
  if (!done) return report(done.error());
  std::cout << "released " << event << '\n';
  return kDone;
}

int rebuild(const DataOptions& options) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto clock = clockOf(*data);
  const auto done = hq::Projector(*data->store, *clock, ownerName()).rebuild();
  if (!done) return report(done.error());
  std::cout << "facts are folded anew from the inbox\n";
  return kDone;
}

}  // namespace

void addReportCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  auto date = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  CLI::App* command =
      app.add_subcommand("recon", "Reconcile a business day; 0 only if every terminal matches or is signed off");
  command->add_option("--date", *date, "Business date YYYY-MM-DD")->required();
  command->add_flag("--json", *json, "One JSON object");
  command->callback([&options, date, json, &exit_code] { exit_code = recon(options, *date, *json); });

  auto sign = std::make_shared<hq::SignOff>();
  auto sign_date = std::make_shared<std::string>();
  command = app.add_subcommand("sign-off", "Take a till's day as it is; the password is read from standard input");
  command->add_option("--date", *sign_date, "Business date YYYY-MM-DD")->required();
  command->add_option("--terminal", sign->terminal, "Id of the till")->required();
  command->add_option("--name", sign->who, "Who signs")->required();
  command->add_option("--reason", sign->reason, "Why it is taken as it is")->required();
  command->callback([&options, sign, sign_date, &exit_code] { exit_code = signOff(options, *sign_date, *sign); });

  auto chain = std::make_shared<ChainArguments>();
  command = app.add_subcommand("report",
                               "The chain's sales and the members' part, by day and store; as JSON also "
                               "its points by reason");
  command->add_option("--from", chain->from, "First business date")->required();
  command->add_option("--to", chain->to, "Last business date")->required();
  command->add_option("--format", chain->format, "json or csv")->check(CLI::IsMember({"json", "csv"}));
  command->add_option("--channel", chain->channel, "One channel alone: store, site, app, …");
  command->add_option("--out", chain->out, "File; default: standard output");
  command->callback([&options, chain, &exit_code] { exit_code = chainReport(options, *chain); });

  auto wanted = std::make_shared<ExportArguments>();
  command = app.add_subcommand("export", "Facts, the points ledger or members, one JSON object a line");
  command->add_option("--what", wanted->what, "facts, ledger, members, stored or adjustments")->required();
  command->add_option("--format", wanted->format, "jsonl")->check(CLI::IsMember({"jsonl"}));
  command->add_option("--channel", wanted->channel, "Of facts: one channel alone: store, site, app, …");
  command->add_option("--out", wanted->out, "File; default: standard output");
  command->callback([&options, wanted, &exit_code] { exit_code = exportRows(options, *wanted); });

  command = app.add_subcommand("quarantine", "Events that were set aside");
  command->require_subcommand(1);
  command->add_subcommand("list", "One JSON object a line")->callback([&options, &exit_code] {
    exit_code = listQuarantine(options);
  });
  auto event = std::make_shared<std::string>();
  CLI::App* let = command->add_subcommand("release", "Take one in as it is");
  let->add_option("EVENT", *event, "Its id")->required();
  let->callback([&options, event, &exit_code] { exit_code = release(options, *event); });

  command = app.add_subcommand("rebuild", "Fold all facts anew from the inbox; only while no server runs");
  command->callback([&options, &exit_code] { exit_code = rebuild(options); });
}

}  // namespace kahui::hqserver
