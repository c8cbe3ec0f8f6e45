// The tables that reports are made of (schema version 10) and journal::TradeRows: the one is the other, folded between
// sales. Internal to the store; inside the caller's transaction; throws SQLite::Exception.
#pragma once

#include <functional>

#include "core/base/result.hpp"
#include "core/journal/trade_rows.hpp"
#include "core/store/connection.hpp"

namespace kahui::store {

void addTrade(Connection& connection, const journal::TradeRows& rows);

// The last entry that the tables hold.
std::int64_t tradeUpto(Connection& connection);
void setTradeUpto(Connection& connection, std::int64_t entry);

// Calls `each` with the events after `entry` that count, at most `most` journal lines, oldest first; what was appended
// again is passed over. Answers the last entry that was read. StoreCorrupt.
using EachLine = std::function<void(std::int64_t entry, const journal::Event& event)>;
base::Result<std::int64_t> readEvents(Connection& connection, std::int64_t after, std::int64_t most,
                                      const EachLine& each);

// What was fetched back, as its events count (store_branches.cpp).
base::Status addFetched(Connection& connection, journal::TradeRows& rows);

// All that the tables hold, for the verifier, into `rows`, which are empty. StoreCorrupt.
base::Status readTrade(Connection& connection, journal::TradeRows& rows);

}  // namespace kahui::store
