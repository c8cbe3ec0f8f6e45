// What headquarters does for itself every few minutes: settles days, moves what tills may purge, prunes feeds, forgets
// what is too old to come again. Runs on one node at a time, under the lease "upkeep".
#pragma once

#include <string>

#include "core/base/date.hpp"
#include "core/ports/hq_store.hpp"

namespace kahui::hq {

struct Upkeep {
  std::string owner;
  std::int64_t epoch = 1;
  base::BusinessDate today;
  std::int64_t now_ms = 0;
};
base::Status upkeep(ports::HqStore& store, const Upkeep& at);

}  // namespace kahui::hq
