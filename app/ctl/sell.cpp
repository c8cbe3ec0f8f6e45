// kahuictl sell and return: a request a line, an answer a line, each answer written only when its act is on disk.
#include <cstdio>
#include <fstream>
#include <iostream>

#include "app/ctl/command.hpp"
#include "app/ctl/line_till.hpp"

namespace kahui::ctl {

namespace {

struct SellOptions {
  local::LineWork work{};
  std::string store;
  std::string in;
  std::string operator_code;
  std::string pin_file;
};

// Prints what each line of the input brings; exit status 1 if any was refused.
int eachLine(std::istream& in, LineTill& till) {
  int exit_code = kDone;
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto out = till.answer(line);
    if (!out) return report({base::ErrorCode::PeerFailed, "the till closed the connection"});
    std::cout << *out << '\n' << std::flush;
    if (out->find("\"ok\":false") != std::string::npos) exit_code = kNo;
  }
  return exit_code;
}

int eachRequest(const SellOptions& options) {
  std::ifstream file;
  if (!options.in.empty()) {
    file.open(options.in);
    if (!file) return report({base::ErrorCode::BadInput, options.in + ": cannot be opened"});
  }
  std::istream& in = options.in.empty() ? std::cin : file;
  const auto till = LineTill::open(options.store, options.work, options.operator_code, options.pin_file);
  if (!till) return report(till.error());
  return eachLine(in, **till);
}

void addLineCommand(CLI::App& app, int& exit_code, local::LineWork work, const char* name, const char* help) {
  auto options = std::make_shared<SellOptions>();
  options->work = work;
  CLI::App* command = app.add_subcommand(name, help);
  command->add_option("--store", options->store, "Folder of the store")->required();
  command->add_option("--in", options->in, "File with the requests; standard input without it");
  auto* code = command->add_option("--operator", options->operator_code,
                                   "Operator who signs in; needed on a store that is not a demo");
  command->add_option("--pin-file", options->pin_file, "File that holds the operator's PIN")->needs(code);
  command->callback([options, &exit_code] { exit_code = eachRequest(*options); });
}

}  // namespace

void addSellCommand(CLI::App& app, int& exit_code) {
  addLineCommand(app, exit_code, local::LineWork::Sell, "sell",
                 "Make sales: one JSON object a line in, one answer a line out, each after its sale is durable");
  addLineCommand(app, exit_code, local::LineWork::Return, "return",
                 "Take goods back by receipt: one JSON object a line in, one answer a line out");
}

}  // namespace kahui::ctl
