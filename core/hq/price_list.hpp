// Price lists of headquarters (protocol.md, "Authority": price effective time): each price has its time, in the local
// time of the stores, and goes to the tills ahead of it.
#pragma once

#include <span>

#include "core/ports/hq_store.hpp"

namespace kahui::hq {

// All of them in one transaction. A price of the same product and time is replaced.
base::Status publishPrices(ports::HqStore& store, std::span<const ports::HqPrice> prices);

}  // namespace kahui::hq
