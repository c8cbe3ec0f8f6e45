#include "core/hq/lease.hpp"

namespace kahui::hq {

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
