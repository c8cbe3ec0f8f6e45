// kahui-hq resnapshot, backup: what keeps a headquarters going for years.
#include <iostream>

#include "app/hq/backup.hpp"
#include "app/hq/command.hpp"
#include "core/base/random.hpp"
#include "core/hq/orders.hpp"
#include "core/hq/purgeable.hpp"

namespace kahui::hqserver {

namespace {

struct ResnapshotArguments {
  std::string terminal, scope, why;
};

int resnapshot(const DataOptions& options, const ResnapshotArguments& arguments) {
  auto data = openData(options);
  if (!data) return report(data.error());
  base::SystemRandom random;
  const std::string terminal = arguments.terminal == "all" ? std::string() : arguments.terminal;
  const auto given =
      hq::orderResnapshot(*data->store, terminal, arguments.scope, arguments.why, clockOf(*data)->now().utc_ms, random);
  if (!given) return report(given.error());
  std::cout << *given << " snapshots ordered; tills load them at their next contact\n";
  return kDone;
}

struct BackupArguments {
  std::string to, done_at;
};

int backup(const DataOptions& options, const BackupArguments& arguments) {
  if (arguments.to.empty() == arguments.done_at.empty())
    return report({base::ErrorCode::BadInput, "either --to FILE or --done-at TIME is expected"});
  auto data = openData(options);
  if (!data) return report(data.error());
  const base::WallTime now = clockOf(*data)->now();
  std::int64_t begun_ms = now.utc_ms;
  if (!arguments.to.empty()) {
    if (const auto made = backupDatabase(options, arguments.to); !made) return report(made.error());
  } else {
    const auto local = base::LocalTime::parse(arguments.done_at);
    if (!local)
      return report({base::ErrorCode::BadInput, "--done-at: a local time like 2026-03-01T02:00:00 is expected"});
    begun_ms = now.utc_ms - (now.local().seconds() - local->seconds()) * 1000;
  }
  if (const auto kept = hq::backupTaken(*data->store, begun_ms, now.utc_ms); !kept) return report(kept.error());
  if (const auto moved = hq::movePurgeable(*data->store); !moved) return report(moved.error());
  std::cout << (arguments.to.empty() ? "noted" : "written to " + arguments.to)
            << "; copy it and the data folder's other files to another machine\n";
  return kDone;
}

}  // namespace

void addOperationCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  auto wanted = std::make_shared<ResnapshotArguments>();
  CLI::App* command =
      app.add_subcommand("resnapshot", "Tell tills to load what headquarters sends down from its start");
  command->add_option("--terminal", wanted->terminal, "Id of the till, or all")->required();
  command->add_option("--scope", wanted->scope,
                      "One scope alone: erase, cards-blocked, points-rules, price, members, coupons");
  command->add_option("--why", wanted->why, "For whoever looks at the till's orders later");
  command->callback([&options, wanted, &exit_code] { exit_code = resnapshot(options, *wanted); });

  auto copy = std::make_shared<BackupArguments>();
  command = app.add_subcommand("backup",
                               "Copy the SQLite database beside the running server, or note a backup of PostgreSQL");
  command->add_option("--to", copy->to, "New file for the copy");
  command->add_option("--done-at", copy->done_at, "Local time at which a backup that is safe now was begun");
  command->callback([&options, copy, &exit_code] { exit_code = backup(options, *copy); });
}

}  // namespace kahui::hqserver
