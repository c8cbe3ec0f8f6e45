#include "core/hq/lease.hpp"

namespace kahui::hq {

std::uint64_t nextOwnPosting(ports::HqTransaction& tx) {
  const std::uint64_t next = std::stoull(tx.meta("posting_next").value_or("1"));
  tx.setMeta("posting_next", std::to_string(next + 1));
  return next;
}

base::Result<std::optional<std::int64_t>> takeLease(ports::HqStore& store, std::string_view name,
                                                    std::string_view owner, std::int64_t now_ms) {
  std::optional<std::int64_t> token;
  KAHUI_TRY(store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    token = tx.takeLease(name, owner, now_ms, now_ms + kLease_ms);
    return {};
  }));
  return token;
}

}  // namespace kahui::hq
