// Payloads of the cashier's day beside sales: the drawer, the closing count, bills that wait (rulebook D4, section 14:
// 交接班, 钱箱, 挂单). Amounts in fen. `approver` is the staff code of who signed, empty where nobody had to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/id.hpp"
#include "core/base/numbers.hpp"

namespace kahui::journal {

struct FloatSet {  // opening_float.set: what a person counted into the drawer before the first bill
  std::int64_t shift = 0;
  std::string operator_code;
  base::Money amount{};  // >= 0
  bool operator==(const FloatSet&) const = default;
};

struct CashMoved {  // cash.moved
  std::int64_t shift = 0;
  std::string kind;      // IN paid in, OUT paid out, DROP taken to the safe
  base::Money amount{};  // > 0
  std::string reason;
  std::string operator_code;
  std::string approver;
  bool operator==(const CashMoved&) const = default;
};

struct DrawerOpened {  // drawer.opened, without a sale
  std::int64_t shift = 0;
  std::string reason;
  std::string operator_code;
  std::string approver;
  bool operator==(const DrawerOpened&) const = default;
};

// Of a shift that a person closed: what was counted, against what there should have been.
struct ShiftCount {
  base::Money counted{};
  base::Money expected{};
  base::Money left{};          // stays in the drawer for the next shift, <= counted
  std::string reason;          // of the difference, may be empty
  base::Points points_open{};  // of all members, when the shift began and now
  base::Points points_close{};
  bool operator==(const ShiftCount&) const = default;
};

struct BillHeld {  // bill.held; goods, member and note are in the store alone
  base::Id bill;
  std::int64_t shift = 0;
  std::string operator_code;
  std::int64_t lines = 0;
  base::Money total{};
  // Taken over from another till of the store: its register, its terminal, and what the bill was called there.
  std::string from{}, holder{};
  std::optional<base::Id> origin{};
  bool operator==(const BillHeld&) const = default;
};

struct HeldBillEnded {  // bill.ended
  base::Id bill;
  std::int64_t shift = 0;
  std::string operator_code;
  bool recalled = false;  // false: cancelled, or taken over
  std::string taker{};    // register of the till that took it over; not empty: it is no bill of this till any more
  bool alone = false;     // headquarters was not asked: another till may have taken it too
  bool operator==(const HeldBillEnded&) const = default;
};

struct ReceiptReprinted {  // receipt.reprinted
  std::string receipt_no;
  std::int64_t copy = 0;  // 1 for the first
  std::string operator_code;
  bool operator==(const ReceiptReprinted&) const = default;
};

}  // namespace kahui::journal
