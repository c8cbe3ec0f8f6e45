#include "core/hq/answer.hpp"

namespace kahui::hq {

Refused unavailable(const base::Error& error) {
  constexpr int kDiskRetry_s = 300, kRetry_s = 20;
  const std::string detail(base::codeName(error.code));
  if (error.code == base::ErrorCode::StoreFull) return {507, {"disk_low", detail, 0, {}, {}}, kDiskRetry_s};
  return {503, {"unavailable", detail, 0, {}, {}}, kRetry_s};
}

}  // namespace kahui::hq
