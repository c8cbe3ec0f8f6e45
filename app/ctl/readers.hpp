// `kahuictl readers`: lists or watches the card readers (contracts.md, "Readers").
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace kahui::ctl {

struct ReadersOptions {
  std::vector<std::string> devices{};  // SPECs; none: pcsc
  std::string store{};                 // folder: without devices, those of its till; with the doctor, their history
  std::string keys{};                  // file of the shop's keys (readKeys); empty: none
  bool watch = false;                  // until a signal, the end of `duration` or a reader of our output that is gone
  std::optional<std::chrono::seconds> duration{};  // watch for so long
  bool doctor = false;                             // what keeps them from working, instead of listing them
  bool json = false;
};

// Writes to standard output, one line an event, each at once. Answers the exit status: 0 done, 1 the doctor found
// something, 2 a device or a file of
// keys that is none, 3 the PC/SC service cannot be had (only when listing; watching waits for it).
int readersCommand(const ReadersOptions& options);

// Adds the subcommand; when it was chosen, its exit status is in `exit_code` after the parse. `exit_code` must outlive
// `app`.
void addReadersCommand(CLI::App& app, int& exit_code);

}  // namespace kahui::ctl
