// What the subcommands of kahuictl share: exit statuses and the one-line error (contracts.md).
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "core/base/result.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/store/history.hpp"

namespace kahui::ctl {

inline constexpr int kDone = 0;
inline constexpr int kNo = 1;        // the answer is "no", or some rows failed
inline constexpr int kWrongUse = 2;  // wrong use or unreadable input
inline constexpr int kUnusable = 3;  // the store or the peer is not usable

int exitCodeOf(base::ErrorCode code);

// Prints "kahuictl: what is wrong; what to do", or with `json` {"error":{…}}, to standard error and answers the exit
// status.
int report(const base::Error& error, bool json = false);

// Each adds its subcommands and leaves its exit status in `exit_code` when one of them ran.
void addDemoCommand(CLI::App& app, int& exit_code);
void addNewCommand(CLI::App& app, int& exit_code);
void addSellCommand(CLI::App& app, int& exit_code);
void addStoreCommands(CLI::App& app, int& exit_code);  // verify, export, receipt, backup, restore
void addCardCommands(CLI::App& app, int& exit_code);
void addImportCommands(CLI::App& app, int& exit_code);
void addMemberCommands(CLI::App& app, int& exit_code);  // member pin, and those of the member desk
void addMemberDesk(CLI::App& group, int& exit_code);
void addMemberValue(CLI::App& group, int& exit_code);  // member value
void addReportCommands(CLI::App& app, int& exit_code);
void addClubCommands(CLI::App& app, int& exit_code);  // club show, plan, invite, book, check-in, tag, lead, draw …
void addTalkCommands(CLI::App& app, int& exit_code);  // talk list, comment, answer, open, close
void addTaskCommands(CLI::App& app, int& exit_code);  // tasks list, add, done …, template, coupons, target
void addLogCommand(CLI::App& app, int& exit_code);    // log search
void addStaffCommands(CLI::App& app, int& exit_code);
void addSyncCommands(CLI::App& app, int& exit_code);     // enrol, sync, sync-status
void addSupportCommands(CLI::App& app, int& exit_code);  // support send
void addExplainCommand(CLI::App& app, int& exit_code);
void addPackRules(CLI::App& rules, int& exit_code);       // rules check, diff, show
void addStoreRules(CLI::App& rules, int& exit_code);      // rules apply, rehearse
void addStoreCampaigns(CLI::App& rules, int& exit_code);  // rules campaigns, approve, prepared

// A manager who signs for an act on the command line; tries are counted and locked like any sign-in. UnknownOperator,
// WrongPin, PinLocked, NoRight.
base::Result<ports::Staff> managerOf(store::SqliteStore& store, const std::string& code, const std::string& pin);

// BadInput names the file. `text` gets the file's content.
base::Result<programme::RulePack> readPack(const std::string& file, std::string* text = nullptr);

// --from and --to; an empty text is an open end. BadInput.
base::Result<store::DayRange> dayRange(const std::string& from, const std::string& to);

base::Result<std::unique_ptr<store::SqliteStore>> openForReading(const std::string& folder);
base::Result<std::unique_ptr<store::SqliteStore>> openForWriting(const std::string& folder);

}  // namespace kahui::ctl
