// What the subcommands of kahui-hq share (contracts.md): exit statuses and the one-line error.
#pragma once

#include <CLI/CLI.hpp>

#include "app/hq/data.hpp"
#include "core/base/clock.hpp"

namespace kahui::hqserver {

inline constexpr int kDone = 0;
inline constexpr int kNo = 1;
inline constexpr int kWrongUse = 2;
inline constexpr int kUnusable = 3;

// One line, or JSON, to standard error; answers the exit status.
int report(const base::Error& error, bool json = false);

std::shared_ptr<base::Clock> clockOf(const Data& data);

// --data and --db stand before or after the subcommand.
void addDataOptions(CLI::App& app, DataOptions& options);

void addSetupCommands(CLI::App& app, DataOptions& options, int& exit_code);  // init, enrol-code, terminals
void addWorkCommands(CLI::App& app, DataOptions& options, int& exit_code);   // rules, members, card
void addBillCommands(CLI::App& app, DataOptions& options, int& exit_code);   // bills import
void addStandingCommands(CLI::App& app, DataOptions& options,
                         int& exit_code);  // members pending, approve, refuse, tier
void addCampaignCommands(CLI::App& app, DataOptions& options, int& exit_code);  // campaigns list, approve, prepared
void addCounterCommands(CLI::App& app, DataOptions& options, int& exit_code);   // announce, announcements, rights
void addReportCommands(CLI::App& app, DataOptions& options,
                       int& exit_code);  // recon, sign-off, export, quarantine, rebuild
void addOperationCommands(CLI::App& app, DataOptions& options, int& exit_code);  // resnapshot, ca, salvage, backup

void addSupportCommands(CLI::App& app, DataOptions& options, int& exit_code);  // blobs, cards, partners

struct ServeOptions {
  std::string listen, admin;
  int workers = 2;
  std::size_t most_in_flight = std::size_t{128} << 20;  // bytes
  int slowest_request_s = 60;
};
int serve(const DataOptions& data, const ServeOptions& options);

}  // namespace kahui::hqserver
