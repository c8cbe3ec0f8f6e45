// Which part of a stored-value payment comes from the principal and which from the bonus (rulebook V2).
#pragma once

#include "core/pricing/sale_input.hpp"

namespace kahui::pricing {

// 0 <= amount <= principal + bonus.
StoredBalance storedParts(base::Money amount, const StoredBalance& balance, programme::StoredSpend spend);

}  // namespace kahui::pricing
