// D4 from the journal: everything a shift's slip says, by the same code for the till's screen and for `kahuictl report
// shift`. The caller brings the events of the shift's time, in order; those of other shifts and things are passed over.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/journal/event.hpp"
#include "core/report/shift.hpp"

namespace kahui::report {

struct OperatorDiscounts {  // P4, P6 by hand
  std::int64_t bills = 0;
  base::Money saving{};
};

struct ShiftSheet {
  std::int64_t shift = 0;
  base::BusinessDate business_date;
  std::optional<base::WallTime> opened{}, closed{};
  std::string operator_code;  // who opened it
  std::string closed_by;      // empty while it is open
  std::string close_reason;   // rollover, counted
  ShiftFigures figures;       // cash only once counted
  std::optional<journal::ShiftCount> count{};
  std::string first_receipt, last_receipt;  // empty: none
  base::Money rounding{};
  std::int64_t voids = 0;                           // X9, of the refunds
  std::map<std::string, OperatorDiscounts> manual;  // by operator code
};

class ShiftBook {
 public:
  explicit ShiftBook(std::int64_t shift) { m_sheet.shift = shift; }

  void add(const journal::Event& event);

  // `counted` while the shift is open and has been counted; a closed one brings its own count.
  [[nodiscard]] ShiftSheet sheet(std::optional<base::Money> counted = {}) const;

 private:
  struct Take;
  ShiftSheet m_sheet;
  base::Money m_float{};
  std::vector<ShiftBill> m_bills;
  std::vector<DrawerOpening> m_openings;
  std::vector<CashMove> m_moves;
  std::vector<PointsPayOut> m_pay_outs;
  std::vector<ShiftTender> m_stored;
};

}  // namespace kahui::report
