// kahuictl import members|products: good rows go in, bad rows are named.
#include <iostream>

#include "app/ctl/command.hpp"
#include "app/local/import_file.hpp"

namespace kahui::ctl {

namespace {

struct ImportArguments {
  std::string folder, file;
  bool dry_run = false;
};

int run(const ImportArguments& arguments, bool members) {
  const auto done =
      local::importFile(arguments.folder, arguments.file,
                        members ? local::ImportKind::Members : local::ImportKind::Products, arguments.dry_run);
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
    auto arguments = std::make_shared<ImportArguments>();
    CLI::App* command = import->add_subcommand(members ? "members" : "products",
                                               members ? "Members and their cards" : "Products and prices");
    command->add_option("--store", arguments->folder, "Folder of the store")->required();
    command->add_option("FILE", arguments->file, "CSV file with a header line")->required();
    command->add_flag("--dry-run", arguments->dry_run, "Only say what would happen");
    command->callback([arguments, members, &exit_code] { exit_code = run(*arguments, members); });
  }
}

}  // namespace kahui::ctl
