// The orders that kahuictl gives a running till over the local socket, and how the till serves them.
//   {"do":"sell","operator":…,"pin":…}           then a sale a line, an answer a line
//   {"do":"sync"}                                one line: {"ok":…,"text":…,"report":{…}}
//   {"do":"return","operator":…,"pin":…}         then a return a line, an answer a line
//   {"do":"card","operator":…,"pin":…}           then an act on a member's card a line, an answer a line
//   {"do":"member",…,"approver":…?,"approver_pin":…?}  then an act of the member desk a line, an answer a line
//   {"do":"tasks",…}                             likewise, an act of the manager's work a line
// The first answer to an order is {"ok":true} or {"ok":false,"error":{…}}.
#pragma once

#include <functional>
#include <string>

#include "app/local/socket.hpp"
#include "app/local/sync_run.hpp"
#include "core/till/till.hpp"

namespace kahui::local {

enum class LineWork { Sell, Return, Card, Member, Tasks, Club, Talk };

// `approver`: who signs beside the operator, where somebody does.
struct Approver {
  std::string code, pin;
};
std::string orderFor(LineWork work, const std::string& operator_code, const std::string& pin,
                     const Approver& approver = {});

// Sends an order and reads its answer. PeerFailed if the connection breaks; else the error that the till named.
base::Status ask(LineChannel& channel, const std::string& order);

// One sale, return, act on a card or of the member desk: request line in, answer line out.
std::string answerLine(till::Till& till, LineWork work, const std::string& line);

// Goes to headquarters; nullptr where the till is not enrolled.
using SyncOrder = std::function<base::Result<SyncReport>()>;

// Serves one connection until it ends; for LocalServer.
void serve(till::Till& till, LineChannel& channel, const SyncOrder& sync = {});

}  // namespace kahui::local
