// Who may do what at the till: single rights, and who may lower a bill by hand and how far (rulebook section 1, "manual
// discount rights"; section 14, 权限).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/ports/store.hpp"
#include "core/pricing/priced_bill.hpp"
#include "core/till/approval.hpp"

namespace kahui::till {

// Each act that not everybody may do. What a role has is mayDo()'s table.
enum class Right {
  ReturnGoods,           // by receipt
  ReturnWithoutReceipt,  // X9
  ReopenBill,            // X9, 反结账
  OverridePrice,         // P4, within the manual discount rights
  OpenDrawer,            // without a sale
  MoveCash,              // paid in, paid out, drop
  ReadShift,             // X report
  CloseShift,            // Z report, hand-over
  JoinMember,
  CorrectMember,  // data, cards
  RevealMember,   // clear names and numbers, logged
  AdjustPoints,   // freeze, void, transfer
  CashOutPoints,  // N10
  TopUp,          // V3
  CloseCard,      // V4
  EraseMember,    // L3
  ReadReports,    // the manager's view
  ManageStaff,
  ManageSettings,  // devices, receipt, labels
  JudgeMember,     // S001-104: approve and refuse who wants to join
  ManageWork,      // tasks and coupons for a selection, targets, the care plan
};

[[nodiscard]] bool mayDo(ports::StaffRole role, Right right);
// What the person has beside or without the role decides, else the role.
[[nodiscard]] bool mayDo(const ports::Staff& staff, Right right);

// open_drawer …: as it is stored with the person and named on the command line.
[[nodiscard]] std::string_view name(Right right);
[[nodiscard]] std::optional<Right> rightByName(std::string_view name);
[[nodiscard]] std::span<const Right> allRights();
// Bit n is allRights()[n].
[[nodiscard]] std::uint32_t rightsOf(const ports::Staff& staff);

// A cashier to the pack's rate and amount a bill, a leader to the pack's lower rate, a manager down to each item's own
// floor. NoRight; detail is what was asked: bill_discount or override_price.
base::Status mayDiscount(ports::StaffRole role, const pricing::SaleInput& input, const pricing::PricedBill& bill,
                         const programme::RulePack& rules);

}  // namespace kahui::till
