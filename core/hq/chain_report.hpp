// The chain's sales by day and store, from the facts (issue 5, headquarters' own work). Money in fen, less what came
// back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/ports/hq_store.hpp"

namespace kahui::hq {

struct ChainDay {
  base::BusinessDate day;
  ports::HqStoreDay sums;  // `bills` counts receipts, returns among them
};

inline constexpr int kMostChainDays = 400;

// Of days from `from` to `to`, both included, those with receipts, by day and store. OutOfRange: no day, or too many.
// Of one channel alone where `channel` names one; "store": the tills (S001-86).
base::Result<std::vector<ChainDay>> chainDays(ports::HqStore& store, base::BusinessDate from, base::BusinessDate to,
                                              std::string_view channel = {});
// Whether a bill of `own` channel (empty: a till's) is asked for.
[[nodiscard]] bool ofChannel(std::string_view own, std::string_view wanted);

// What happened to points of members on these days, by reason: PURCHASE, REFERRAL, REFEREE_GIFT, REBATE, CARD and the
// accounts of the ledger. All channels together.
struct ChainPoints {
  std::string reason;
  base::Points given{}, taken{};
  bool operator==(const ChainPoints&) const = default;
};
base::Result<std::vector<ChainPoints>> chainPoints(ports::HqStore& store, base::BusinessDate from,
                                                   base::BusinessDate to);

std::string chainJson(base::BusinessDate from, base::BusinessDate to, const std::vector<ChainDay>& rows,
                      const std::vector<ChainPoints>& points = {});
std::string chainCsv(const std::vector<ChainDay>& rows);

}  // namespace kahui::hq
