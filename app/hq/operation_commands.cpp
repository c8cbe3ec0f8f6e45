// kahui-hq resnapshot, ca, salvage, backup: what keeps a headquarters going for years.
#include <iostream>

#include "app/hq/command.hpp"
#include "app/hq/files.hpp"
#include "app/hq/login.hpp"
#include "app/hqdb/backup.hpp"
#include "core/base/random.hpp"
#include "core/hq/ingest.hpp"
#include "core/hq/orders.hpp"
#include "core/hq/purgeable.hpp"
#include "core/hq/renewal.hpp"

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
    if (const auto made = hqdb::backupDatabase(databaseUrl(options), arguments.to); !made) return report(made.error());
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

// The operators' password is the first line of standard input.
int salvage(const DataOptions& options, const std::string& terminal, const std::string& file) {
  auto data = openData(options);
  if (!data) return report(data.error());
  if (const auto known = askPassword(options); !known) return report(known.error());
  const auto text = readFile(file);
  if (!text) return report(text.error());
  const auto done = hq::salvage(*data->store, terminal, *text, clockOf(*data)->now().utc_ms);
  if (!done && done.error().code == base::ErrorCode::WrongState) {
    std::fprintf(stderr, "kahui-hq: nothing more was taken in: %s\n", done.error().detail.c_str());
    return kNo;
  }
  if (!done) return report(done.error());
  std::cout << done->stored << " events taken in, " << done->dup << " known before\n";
  return kDone;
}

int changeAuthority(const base::Status& done, const char* text) {
  if (!done && done.error().code == base::ErrorCode::StoreMissing) {
    std::fprintf(stderr, "kahui-hq: the authority is not being changed; 'kahui-hq ca begin' begins it\n");
    return kUnusable;
  }
  if (!done) return report(done.error());
  std::cout << text << '\n';
  return kDone;
}

// Tills that were not in contact since `begin` would not know headquarters any more.
int finishAuthority(const DataOptions& options, bool all_the_same) {
  if (Authority::brokenOff(options.folder))
    return changeAuthority(Authority::finish(options.folder), "the new authority is the one; start the server again");
  auto data = openData(options);
  if (!data) return report(data.error());
  std::vector<std::string> left;
  const auto read = data->store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    left = hq::notRenewed(tx, *data->authority);
    return {};
  });
  if (!read) return report(read.error());
  for (const std::string& one : left) std::fprintf(stderr, "kahui-hq: not renewed yet: %s\n", one.c_str());
  if (!left.empty() && !all_the_same) {
    std::fprintf(stderr, "kahui-hq: %zu tills would have to enrol anew; wait for them, or say --all-the-same\n",
                 left.size());
    return kNo;
  }
  if (const auto done = Authority::finish(options.folder); !done) return report(done.error());
  std::cout << "the new authority is the one; start the server again\n";
  return kDone;
}

void addAuthorityCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  CLI::App* ca = app.add_subcommand("ca", "Change headquarters' certificate authority, in three steps");
  ca->require_subcommand(1);
  ca->add_subcommand("begin", "A new authority beside the old one; tills learn to trust it at their next contact")
      ->callback([&options, &exit_code] {
        exit_code =
            changeAuthority(Authority::begin(options.folder),
                            "begun; start the server again, and say 'ca finish' when all tills were in contact");
      });
  auto all_the_same = std::make_shared<bool>(false);
  CLI::App* finish = ca->add_subcommand("finish", "The new authority becomes the one that headquarters shows");
  finish->add_flag("--all-the-same", *all_the_same, "Also if some tills do not trust it yet");
  finish->callback([&options, all_the_same, &exit_code] { exit_code = finishAuthority(options, *all_the_same); });
  ca->add_subcommand("drop", "Certificates of the old authority are good no more")->callback([&options, &exit_code] {
    exit_code = changeAuthority(Authority::drop(options.folder), "dropped; start the server again");
  });
}

}  // namespace

void addOperationCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  auto wanted = std::make_shared<ResnapshotArguments>();
  CLI::App* command =
      app.add_subcommand("resnapshot", "Tell tills to load what headquarters sends down from its start");
  command->add_option("--terminal", wanted->terminal, "Id of the till, or all")->required();
  command->add_option("--scope", wanted->scope,
                      "One scope alone: erase, cards-blocked, points-rules, price, members, coupons, news");
  command->add_option("--why", wanted->why, "For whoever looks at the till's orders later");
  command->callback([&options, wanted, &exit_code] { exit_code = resnapshot(options, *wanted); });

  addAuthorityCommands(app, options, exit_code);

  auto terminal = std::make_shared<std::string>(), file = std::make_shared<std::string>();
  command =
      app.add_subcommand("salvage", "Take in what 'kahuictl sync-tail' found on the disk of a till that was replaced");
  command->add_option("--terminal", *terminal, "Id of the retired till")->required();
  command->add_option("FILE", *file, "What sync-tail wrote; the password is read from standard input")->required();
  command->callback([&options, terminal, file, &exit_code] { exit_code = salvage(options, *terminal, *file); });

  auto copy = std::make_shared<BackupArguments>();
  command = app.add_subcommand("backup",
                               "Copy the SQLite database beside the running server, or note a backup of PostgreSQL");
  command->add_option("--to", copy->to, "New file for the copy");
  command->add_option("--done-at", copy->done_at, "Local time at which a backup that is safe now was begun");
  command->callback([&options, copy, &exit_code] { exit_code = backup(options, *copy); });
}

}  // namespace kahui::hqserver
