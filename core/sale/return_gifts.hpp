// A4 "returned with the goods": which gifts of a bill what is left of it does not reach any more, and what one of them
// would have cost. Pure; internal to this room.
#pragma once

#include <vector>

#include "core/sale/evaluate_sale.hpp"

namespace kahui::sale {

// A line: how much of a gift is still with the customer beyond what the goods that he keeps give. `returned`: so far, a
// line. What counts to the threshold is what was paid after P7, by the part that is left.
std::vector<base::Quantity> giftsBeyond(const pricing::SaleInput& input, const SaleResult& sold,
                                        const programme::RulePack& pack, const std::vector<base::Quantity>& returned);

// Of a gift's line: what so much of it would have cost then without the offer (P2 to P4, A1), rounded down.
base::Money giftPrice(const pricing::SaleInput& input, const SaleResult& sold, const programme::RulePack& pack,
                      std::size_t line, base::Quantity quantity);

}  // namespace kahui::sale
