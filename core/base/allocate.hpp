// Sharing an amount over weights (rulebook section 0 and P9): floor(total * w_i / sum w); the units left over go one
// each to the largest remainders, equal remainders to the lower index. The shares always sum to the total.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace kahui::base {

// total >= 0, weights >= 0. If all weights are 0 the total must be 0.
std::vector<std::int64_t> allocate(std::int64_t total, std::span<const std::int64_t> weights);

}  // namespace kahui::base
