// kahui-hq init, enrol-code, terminals.
#include <sodium.h>

#include <iostream>

#include "app/hq/command.hpp"

namespace kahui::hqserver {

namespace {

int init(const DataOptions& options, bool demo) {
  const auto made = initData(options, demo);
  if (!made) return report(made.error());
  std::cout << "headquarters made in " << options.folder << (demo ? " (demo)" : "") << '\n';
  return kDone;
}

int enrolCode(const DataOptions& options, const std::string& store_no, const std::string& position) {
  auto data = openData(options);
  if (!data) return report(data.error());
  sync::EnrolCode code;
  randombytes_buf(code.secret.data(), code.secret.size());
  code.fingerprint = data->authority->fingerprint();
  const auto kept = hq::putEnrolCode(*data->store, code, store_no, position, clockOf(*data)->now().utc_ms);
  if (!kept) return report(kept.error());
  std::cout << "for store " << store_no << ", register " << position
            << ", once, within 24 hours: " << sync::encode(code) << '\n';
  return kDone;
}

const char* stateName(ports::HqTerminalState state) {
  switch (state) {
    case ports::HqTerminalState::Active: return "ACTIVE";
    case ports::HqTerminalState::Retired: return "RETIRED";
    case ports::HqTerminalState::Quarantined: return "QUARANTINED";
  }
  return "";
}

int listTerminals(const DataOptions& options) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const std::int64_t now_ms = clockOf(*data)->now().utc_ms;
  const auto done = data->store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    for (const auto& terminal : tx.terminals())
      std::cout << terminal.store << ' ' << terminal.position << ' ' << terminal.id << ' ' << stateName(terminal.state)
                << " contact " << (now_ms - terminal.contact_ms) / 1000 << " s ago, unsent " << terminal.unsent << '\n';
    return {};
  });
  return done ? kDone : report(done.error());
}

int setState(const DataOptions& options, const std::string& terminal, ports::HqTerminalState state) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto done = hq::setTerminalState(*data->store, terminal, state);
  if (!done) return report(done.error());
  std::cout << terminal << ' ' << stateName(state) << '\n';
  return kDone;
}

int revoke(const DataOptions& options, const std::string& terminal) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const auto done = hq::revokeTerminal(*data->store, terminal);
  if (!done) return report(done.error());
  std::cout << terminal << " REVOKED; it sells on, and comes back with a code of 'kahui-hq enrol-code'\n";
  return kDone;
}

// Tills then send again what the backup does not hold, and load snapshots: positions of the lost time mean something
// else now.
int restored(const DataOptions& options) {
  auto data = openData(options);
  if (!data) return report(data.error());
  const std::int64_t epoch = data->identity.epoch + 1;
  const auto done = data->store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    tx.setMeta("epoch", std::to_string(epoch));
    return {};
  });
  if (!done) return report(done.error());
  std::cout << "epoch " << epoch << "; start the server again\n";
  return kDone;
}

}  // namespace

void addSetupCommands(CLI::App& app, DataOptions& options, int& exit_code) {
  auto demo = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("init", "Make a headquarters: keys, certificate authority, database");
  command->add_flag("--demo", *demo, "Takes demo stores, and says so");
  command->callback([&options, demo, &exit_code] { exit_code = init(options, *demo); });

  auto store_no = std::make_shared<std::string>(), position = std::make_shared<std::string>();
  command = app.add_subcommand("enrol-code", "Print a code with which one till joins; it is the last word");
  command->add_option("--store", *store_no, "Store, 1 to 8 letters or digits")->required();
  command->add_option("--position", *position, "Register, 1 to 99")->required();
  command->callback(
      [&options, store_no, position, &exit_code] { exit_code = enrolCode(options, *store_no, *position); });

  command = app.add_subcommand("restored", "Say that the database came back from a backup, before the server starts");
  command->callback([&options, &exit_code] { exit_code = restored(options); });

  command = app.add_subcommand("terminals", "The tills of the chain");
  command->require_subcommand(1);
  command->add_subcommand("list", "One a line")->callback([&options, &exit_code] {
    exit_code = listTerminals(options);
  });
  const auto state = [&](const char* name, const char* help, ports::HqTerminalState to) {
    auto terminal = std::make_shared<std::string>();
    CLI::App* change = command->add_subcommand(name, help);
    change->add_option("TERMINAL", *terminal, "Its id")->required();
    change->callback([&options, terminal, to, &exit_code] { exit_code = setState(options, *terminal, to); });
  };
  state("retire", "It was replaced or lost: takes nothing from it any more", ports::HqTerminalState::Retired);
  auto revoked = std::make_shared<std::string>();
  CLI::App* change =
      command->add_subcommand("revoke", "Its certificate is good no more, for a machine that was stolen");
  change->add_option("TERMINAL", *revoked, "Its id")->required();
  change->callback([&options, revoked, &exit_code] { exit_code = revoke(options, *revoked); });
  state("activate", "It is one again, and may send", ports::HqTerminalState::Active);
}

}  // namespace kahui::hqserver
