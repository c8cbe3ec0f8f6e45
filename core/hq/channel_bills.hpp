// S001-86: finished bills of other channels than the stores' tills: a site, an app. Each channel has a log of its own
// here, as a till has, so that points, tiers and referrals follow by the projectors and a rebuild finds the bills
// again.
//
// A row is one JSON object a line:
// {"order":"W-1001","at":"2026-03-10T12:00:00","member":"number or id"?,"pickup":"store"?,
//  "lines":[{"sku":"S1","name":"…"?,"qty_milli":1000,"amount_fen":12345}],"paid":[{"type":"WECHAT","amount_fen":12345}]}
// `amount_fen` is what the customer pays for the line; what was paid is their sum. Unknown keys are refused, by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.hpp"
#include "core/base/random.hpp"
#include "core/hq/project_event.hpp"

namespace kahui::hq {

struct BadBill {
  int line = 0;  // of the file, from 1
  std::string reason;
};

struct ChannelImport {
  int rows = 0, imported = 0, repeated = 0;  // repeated: the same order with the same content
  std::vector<BadBill> bad;
};

// Good rows go in, some hundred in one transaction; an order goes in once. BadInput: `channel` is not 1 to 16
// lower-case letters, digits or '-', or is "store"; WrongState: no rule pack is in force.
base::Result<ChannelImport> importChannelBills(ports::HqStore& store, const std::string& channel, std::string_view text,
                                               const base::WallTime& now, base::RandomSource& random);

// Beside the fact: what tills are told of the member's bills. Another channel is no store, but where the goods are
// picked up the member will come.
void noteChannelBill(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                     const ports::HqSale& fact);

[[nodiscard]] bool isChannel(std::string_view terminal);  // a log that no till writes

}  // namespace kahui::hq
