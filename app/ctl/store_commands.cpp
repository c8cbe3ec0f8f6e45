// kahuictl verify, export, receipt, backup, restore: they read beside a running till.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/ctl/command.hpp"
#include "app/local/demo_clock.hpp"
#include "core/store/backup.hpp"
#include "core/store/export.hpp"
#include "core/store/verify.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::ctl {

namespace {

int verify(const std::string& folder, bool json) {
  const auto store = openForReading(folder);
  if (!store) return report(store.error(), json);
  const auto found = store::verify(**store);
  if (!found) return report(found.error(), json);
  nlohmann::ordered_json problems = nlohmann::ordered_json::array();
  for (const store::Problem& problem : found->problems)
    problems.push_back({{"what", problem.what}, {"where", problem.where}});
  if (json) {
    const nlohmann::ordered_json out = {{"ok", found->ok()},
                                        {"entries", found->entries},
                                        {"sales", found->sales},
                                        {"members", found->members},
                                        {"points_outstanding", found->points_outstanding.value()},
                                        {"problems", problems}};
    std::cout << out.dump() << '\n';
  } else {
    std::cout << found->entries << " entries, " << found->sales << " sales, " << found->members << " members, "
              << found->points_outstanding.value() << " points outstanding\n";
    for (const store::Problem& problem : found->problems) std::cout << problem.where << ": " << problem.what << '\n';
    std::cout << (found->ok() ? "all holds\n"
                              : "the store does not hold; keep its folder and restore the last backup beside it\n");
  }
  return found->ok() ? kDone : kNo;
}

struct ExportArguments {
  std::string folder, what, from, to, format = "jsonl", out, operator_code, pin;
  bool reveal = false;
};

// Clear text needs a manager; the look-up is counted and locked like any sign-in, so it takes the store's lock or the
// till must be closed.
base::Status revealRight(const ExportArguments& arguments) {
  auto store = openForWriting(arguments.folder);
  if (!store) return tl::unexpected(store.error());
  const auto manager = managerOf(**store, arguments.operator_code, arguments.pin);
  if (!manager) return tl::unexpected(manager.error());
  return (*store)->logReveal(*manager, "export members");
}

base::Result<store::ExportOptions> exportOptions(const ExportArguments& arguments) {
  static const std::map<std::string, store::ExportWhat> kWhat{
      {"sales", store::ExportWhat::Sales},       {"members", store::ExportWhat::Members},
      {"points", store::ExportWhat::Points},     {"journal", store::ExportWhat::Journal},
      {"products", store::ExportWhat::Products}, {"coupons", store::ExportWhat::Coupons}};
  store::ExportOptions options;
  options.what = kWhat.at(arguments.what);
  options.format = arguments.format == "csv" ? store::ExportFormat::Csv : store::ExportFormat::Jsonl;
  options.reveal = arguments.reveal;
  const auto range = dayRange(arguments.from, arguments.to);
  if (!range) return tl::unexpected(range.error());
  options.range = *range;
  return options;
}

int exportRows(const ExportArguments& arguments) {
  const auto options = exportOptions(arguments);
  if (!options) return report(options.error());
  if (arguments.reveal) {
    if (const auto right = revealRight(arguments); !right) return report(right.error());
  }
  const auto store = openForReading(arguments.folder);
  if (!store) return report(store.error());
  std::ofstream file;
  if (!arguments.out.empty()) file.open(arguments.out, std::ios::binary);
  std::ostream& out = arguments.out.empty() ? std::cout : file;
  if (const auto done = store::exportRows(**store, *options, out); !done) return report(done.error());
  out.flush();
  if (!out) return report({base::ErrorCode::StoreIo, arguments.out + ": cannot be written"});
  return kDone;
}

int receipt(const std::string& folder, const std::string& number, int columns) {
  const auto store = openForReading(folder);
  if (!store) return report(store.error());
  base::SystemRandom random;
  const auto clock = local::openClock((*store)->info().zone, (*store)->info().demo);
  auto desk = till::SaleDesk::open(**store, *clock, random);
  if (!desk) return report(desk.error());
  const auto found = desk->receipt(number);
  if (!found) return report(found.error());
  const auto language =
      (*store)->info().language == "en" ? sale::ReceiptLanguage::English : sale::ReceiptLanguage::Chinese;
  std::cout << sale::renderText(*found, language, columns);
  return kDone;
}

int backup(const std::string& folder, const std::string& out) {
  const auto store = openForReading(folder);
  if (!store) return report(store.error());
  const auto done = store::backup(**store, out);
  return done ? kDone : report(done.error());
}

void addExport(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command =
      app.add_subcommand("export", "Write sales, members, points, journal, products or coupons as rows");
  command->add_option("--store", arguments->folder, "Folder of the store")->required();
  command->add_option("--what", arguments->what, "What to write")
      ->required()
      ->check(CLI::IsMember({"sales", "members", "points", "journal", "products", "coupons"}));
  command->add_option("--from", arguments->from, "First business date");
  command->add_option("--to", arguments->to, "Last business date");
  command->add_option("--format", arguments->format, "jsonl or csv")->check(CLI::IsMember({"jsonl", "csv"}));
  command->add_option("--out", arguments->out, "File; standard output without it");
  auto* code = command->add_option("--operator", arguments->operator_code, "Manager who answers for --reveal");
  auto* pin = command->add_option("--pin", arguments->pin, "The manager's PIN");
  command->add_flag("--reveal", arguments->reveal, "Personal fields in clear; the act is logged")
      ->needs(code)
      ->needs(pin);
  command->callback([arguments, &exit_code] { exit_code = exportRows(*arguments); });
}

}  // namespace

void addStoreCommands(CLI::App& app, int& exit_code) {
  struct Arguments {
    std::string folder, file;
    int columns = 48;
    bool json = false;
  };
  const auto add = [&](const char* name, const char* help, auto run) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand(name, help);
    command->add_option("--store", arguments->folder, "Folder of the store")->required();
    command->callback([arguments, run, &exit_code] { exit_code = run(*arguments); });
    return std::pair(command, arguments);
  };
  auto [check, check_arguments] =
      add("verify", "Replay the journal and compare everything derived from it",
          [](const Arguments& arguments) { return verify(arguments.folder, arguments.json); });
  check->add_flag("--json", check_arguments->json, "One JSON object");
  addExport(app, exit_code);
  auto [print, print_arguments] = add("receipt", "Print a receipt again, as text", [](const Arguments& arguments) {
    return receipt(arguments.folder, arguments.file, arguments.columns);
  });
  print->add_option("--receipt", print_arguments->file, "Receipt number")->required();
  print->add_option("--columns", print_arguments->columns, "32 or 48")->check(CLI::Range(24, 80));
  auto [save, save_arguments] =
      add("backup", "Copy the store into one file, beside a running till",
          [](const Arguments& arguments) { return backup(arguments.folder, arguments.file); });
  save->add_option("--out", save_arguments->file, "File that is made")->required();
  auto [back, back_arguments] = add("restore", "Make a store folder of a backup", [](const Arguments& arguments) {
    const auto done = store::restore(arguments.file, arguments.folder);
    return done ? kDone : report(done.error());
  });
  back->add_option("FILE", back_arguments->file, "The backup")->required();
}

}  // namespace kahui::ctl
