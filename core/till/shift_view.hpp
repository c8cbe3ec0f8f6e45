// What screens know of the cashier's day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/id.hpp"
#include "core/report/shift_slip.hpp"

namespace kahui::till {

struct ShiftView {  // whenever somebody is signed in
  std::int64_t shift = 0;
  bool asks_float = false;       // new, and nobody has said what is in the drawer
  base::Money proposed_float{};  // what the last shift left
  int held_bills = 0;
  std::optional<report::ShiftSlip> sheet{};  // after ReadShift; with the count after CountDrawer, and only then with
                                             // what should have been there
};

struct HeldBillView {
  base::Id bill;
  std::string note;
  base::LocalTime at;
  std::string operator_code;
  std::string masked_name;  // of the member; empty: none
  int lines = 0;
  base::Money total{};
};

struct ReceiptRowView {
  std::string receipt_no;
  base::LocalTime at;
  base::Money total{};  // below 0: given back
  bool is_return = false;
  bool voided = false;  // X9
  int copies = 0;
  bool may_reopen = false;  // a sale of this shift that is whole; the right is asked later
};

struct BlindReturnView {  // X9, before it is done
  struct Line {
    std::string name;
    base::Quantity quantity{};
    base::Money price{};  // a piece
    base::Money value{};
  };
  std::vector<Line> lines;
  base::Money refund{};
  base::Points reversed{};  // of the member who is attached
};

struct DeskView {  // one list at a time
  std::optional<std::vector<HeldBillView>> held{};
  std::optional<std::vector<ReceiptRowView>> receipts{};
  std::string query;  // of the receipts
  std::optional<BlindReturnView> blind_return{};
};

}  // namespace kahui::till
