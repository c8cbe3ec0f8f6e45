// Who may lower a bill by hand, and how far (rulebook section 1, "manual discount rights").
#pragma once

#include "core/base/result.hpp"
#include "core/ports/store.hpp"
#include "core/pricing/priced_bill.hpp"

namespace kahui::till {

// A cashier to the pack's rate and amount a bill, a leader to the pack's lower rate, a manager down to each item's own
// floor. NoRight; detail is what was asked: bill_discount or override_price.
base::Status mayDiscount(ports::StaffRole role, const pricing::SaleInput& input, const pricing::PricedBill& bill,
                         const programme::RulePack& rules);

}  // namespace kahui::till
