// kahuictl import members|products: good rows go in, bad rows are named.
#include <iostream>

#include "app/ctl/command.hpp"
#include "app/local/data_folder.hpp"
#include "app/local/demo_clock.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/store/import.hpp"

namespace kahui::ctl {

namespace {

struct Arguments {
  std::string folder, file;
  bool dry_run = false;
};

base::Result<store::ImportReport> importMembers(store::SqliteStore& store, const std::string& csv, bool dry_run) {
  const auto in_force = store.rulePack();
  if (!in_force) return tl::unexpected(in_force.error());
  const auto rules = programme::parseRulePack(std::string_view(in_force->json));
  if (!rules) return tl::unexpected(rules.error());
  store::MemberImport options;
  for (const programme::Tier& tier : rules->tiers) options.tiers.push_back(tier.code);
  options.at = local::openClock(store.info().zone, store.info().demo)->now();
  options.day = options.at.local().date();
  options.points_expire = loyalty::expiryDate(rules->points.expiry_noncash, options.day);
  options.dry_run = dry_run;
  return store::importMembers(store, csv, options);
}

int run(const Arguments& arguments, bool members) {
  const auto csv = local::readFile(arguments.file);
  if (!csv) return report(csv.error());
  const auto store = openForWriting(arguments.folder);
  if (!store) return report(store.error());
  const auto done = members ? importMembers(**store, *csv, arguments.dry_run)
                            : store::importProducts(**store, *csv, arguments.dry_run);
  if (!done) return report(done.error());
  for (const store::BadRow& bad : done->bad) std::cout << "line " << bad.line << ": " << bad.reason << '\n';
  std::cout << done->imported << " of " << done->rows << " rows " << (arguments.dry_run ? "would go in" : "went in")
            << ", " << done->bad.size() << " bad\n";
  return done->bad.empty() ? kDone : kNo;
}

}  // namespace

void addImportCommands(CLI::App& app, int& exit_code) {
  CLI::App* import = app.add_subcommand("import", "Take products or members from a CSV file");
  import->require_subcommand(1);
  for (const bool members : {true, false}) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = import->add_subcommand(members ? "members" : "products",
                                               members ? "Members and their cards" : "Products and prices");
    command->add_option("--store", arguments->folder, "Folder of the store")->required();
    command->add_option("FILE", arguments->file, "CSV file with a header line")->required();
    command->add_flag("--dry-run", arguments->dry_run, "Only say what would happen");
    command->callback([arguments, members, &exit_code] { exit_code = run(*arguments, members); });
  }
}

}  // namespace kahui::ctl
