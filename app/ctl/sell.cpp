// kahuictl sell and return: a request a line, an answer a line, each answer written only when its act is on disk.
#include <cstdio>
#include <fstream>
#include <iostream>

#include "app/ctl/command.hpp"
#include "app/local/data_folder.hpp"
#include "app/local/demo_clock.hpp"
#include "app/local/handover.hpp"
#include "app/local/hq_identity.hpp"
#include "app/local/sell_json.hpp"
#include "app/local/socket.hpp"
#include "core/till/till.hpp"

namespace kahui::ctl {

namespace {

struct SellOptions {
  local::LineWork work{};
  std::string store;
  std::string in;
  std::string operator_code;
  std::string pin_file;
};

// Feeds each line of the input to `answer` and prints what comes back; exit status 1 if any was refused.
int eachLine(std::istream& in, const std::function<std::optional<std::string>(const std::string&)>& answer) {
  int exit_code = kDone;
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto out = answer(line);
    if (!out) return report({base::ErrorCode::PeerFailed, "the till closed the connection"});
    std::cout << *out << '\n' << std::flush;
    if (out->find("\"ok\":false") != std::string::npos) exit_code = kNo;
  }
  return exit_code;
}

base::Result<std::string> readPin(const std::string& file) {
  auto pin = local::readFile(file);
  if (!pin) return pin;
  pin->erase(pin->find_last_not_of(" \t\r\n") + 1);
  return pin;
}

// The till that runs on this store does it: one writing process a store.
int throughTill(const SellOptions& options, const std::string& pin, std::istream& in) {
  auto channel = local::connectTo(options.store);
  if (!channel) return report({base::ErrorCode::StoreLocked, "and it takes no orders: " + channel.error().detail});
  const auto greeting = local::ask(*channel, local::orderFor(options.work, options.operator_code, pin));
  if (!greeting) return report(greeting.error());
  return eachLine(in, [&](const std::string& line) -> std::optional<std::string> {
    return channel->writeLine(line) ? channel->readLine() : std::nullopt;
  });
}

int eachRequest(const SellOptions& options) {
  std::ifstream file;
  if (!options.in.empty()) {
    file.open(options.in);
    if (!file) return report({base::ErrorCode::BadInput, options.in + ": cannot be opened"});
  }
  std::istream& in = options.in.empty() ? std::cin : file;
  std::string pin;
  if (!options.pin_file.empty()) {
    const auto read = readPin(options.pin_file);
    if (!read) return report(read.error());
    pin = *read;
  }

  auto store = openForWriting(options.store);
  if (!store && store.error().code == base::ErrorCode::StoreLocked) return throughTill(options, pin, in);
  if (!store) return report(store.error());
  const ports::StoreInfo info = (*store)->info();
  (*store)->nameCards(local::cardHashOf(info.store_id));
  till::Till::Ports ports;
  ports.store = std::move(*store);
  ports.clock = local::openClock(info.zone, info.demo);
  ports.random = std::make_shared<base::SystemRandom>();
  auto till = till::Till::open(std::move(ports));
  if (!till) return report(till.error());
  (*till)->start();
  if (!options.operator_code.empty()) {
    if (const auto entered = (*till)->authorize(options.operator_code, pin); !entered) return report(entered.error());
  }
  return eachLine(
      in, [&](const std::string& line) { return std::optional(local::answerLine(**till, options.work, line)); });
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
