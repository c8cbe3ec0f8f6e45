// The cashier's day: drawer, shift, bills that wait, and acts on receipts (rulebook D4, section 14, X9). Every PIN is
// wiped by the engine after use.
#pragma once

#include <optional>
#include <string>

#include "core/base/id.hpp"
#include "core/base/numbers.hpp"
#include "core/till/approval.hpp"

namespace kahui::till {

// What was counted into the drawer; while the shift has neither bill nor cash movement. Amount >= 0. OutOfRange,
// WrongState.
struct SetFloat {
  base::Money amount{};
};
// Right::MoveCash. OutOfRange: not above 0, or more than 1,000,000 yuan; BadInput: no reason.
struct MoveCash {
  enum class Kind { In, Out, Drop };
  Kind kind{};
  base::Money amount{};
  std::string reason;
  Approval approval{};
};
// Right::OpenDrawer. The reason is a code: change, check, receipt, test. BadInput.
struct OpenDrawer {
  std::string reason;
  Approval approval{};
};
struct ReadShift {  // Right::ReadShift; shows Snapshot::shift's sheet, the X report
  Approval approval{};
};
// What lies in the drawer. RuleRejected: OPEN_BILL, HELD_BILLS. Right::CloseShift.
struct CountDrawer {
  base::Money counted{};
  Approval approval{};
};
// Confirms the count that is shown, with the PIN of who is signed in; signs out. WrongState where nothing was counted
// or something was sold since. OutOfRange: more is left than was counted.
struct CloseShift {
  base::Money left{};  // stays in the drawer
  std::string reason;  // of a difference
  std::string pin;
};
struct LeaveShift {};  // the sheet and an unconfirmed count go

struct HoldBill {
  std::string note;  // at most 40 characters
};
struct ListHeld {};  // shows Snapshot::desk's held bills
struct RecallBill {
  base::Id bill;
};
struct DropHeldBill {
  base::Id bill;
};
// Receipts of the business day whose number or amount has `query` in it; empty: all.
struct ListReceipts {
  std::string query;
};
struct LeaveDesk {};  // neither list is shown any more
struct Reprint {      // counted and marked; empty: the last one
  std::string receipt_no;
};
// X9. Right::ReopenBill. RuleRejected: NOT_THIS_SHIFT, RETURNED_ALREADY, VOIDED_ALREADY. `reason`, here and below: as
// chosen or typed, 1 to 60 characters; BadInput without one.
struct ReopenBill {
  std::string receipt_no;
  Approval approval{};
  std::string reason{};
};
// X9: the goods of the open bill come back without a receipt at the lowest price of 30 days. First it is shown
// (Snapshot::desk), then confirmed; Right::ReturnWithoutReceipt.
struct PlanBlindReturn {};
struct ConfirmBlindReturn {
  base::Money refund{};  // as it was shown
  Approval approval{};
  std::string reason{};
};

// P4 on a line of the open bill: `price` a piece, or `rate` of what the line costs now; neither: no price by hand.
// Within the manual discount rights; beyond them somebody signs.
struct SetLinePrice {
  int line = 0;
  std::optional<base::Money> price{};
  std::optional<base::Rate> rate{};
  Approval approval{};
};

}  // namespace kahui::till
