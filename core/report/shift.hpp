// D4: the figures of one shift, for the slip and for the manager. Pure sums; money in fen.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/numbers.hpp"

namespace kahui::report {

inline constexpr std::string_view kCashTender = "CASH";

struct ShiftTender {
  std::string type;      // CASH, WECHAT, STORED …
  base::Money amount{};  // of the amount due, not what was handed over (X8); below 0 = given back
};

struct ShiftBill {
  base::Money net{};  // below 0 = a refund
  std::vector<ShiftTender> tenders;
  bool refund = false;  // also where nothing was paid back
};

struct PointsPayOut {  // N10: cash for points
  base::Points points{};
  base::Money paid{};
};

struct DrawerOpening {
  std::string reason;  // empty: for a sale, a refund or a pay-out; else why it was opened without one
};

enum class CashMoveKind { In, Out, Drop };  // paid in, paid out, to the safe

struct CashMove {
  CashMoveKind kind{};
  base::Money amount{};  // > 0
};

// Everything that happened between taking over and handing over.
struct ShiftEvents {
  base::Money opening_float{};
  std::span<const ShiftBill> bills;
  std::span<const PointsPayOut> pay_outs;
  std::span<const DrawerOpening> openings;
  std::span<const CashMove> moves{};
  std::span<const ShiftTender> stored{};  // how top-ups were paid, < 0: how closed cards were paid out; no sales
};

struct TenderFigures {
  std::string type;
  base::Money taken{};
  base::Money given_back{};  // >= 0
  std::int64_t times = 0;    // how often it was taken or given back
};

struct CashCount {
  base::Money expected{};  // opening cash + cash taken - given back - pay-outs for points + paid in - paid out - drops
  base::Money counted{};   // what the cashier found
  base::Money over_short{};  // counted - expected: above 0 too much, below 0 missing
};

struct OpeningFigures {
  std::string reason;
  std::int64_t times = 0;
};

struct CashMoveFigures {
  std::int64_t times = 0;
  base::Money amount{};
};

struct ShiftFigures {
  base::Money opening_float{};
  std::int64_t bills = 0;  // without refunds
  base::Money net{};       // refunds taken off
  std::int64_t refund_bills = 0;
  base::Money refunded{};              // >= 0
  std::vector<TenderFigures> tenders;  // by type
  std::int64_t pay_outs = 0;
  base::Points points_paid_out{};
  base::Money paid_out{};
  CashMoveFigures cash_in, cash_out, drops;
  base::Money topped_up{}, stored_paid_out{};       // of stored value; in the tenders, not in the net
  std::int64_t openings = 0;                        // all of them
  std::vector<OpeningFigures> openings_for_reason;  // those without a sale, by reason
  std::optional<CashCount> cash;                    // only once counted: the count is blind
};

// `counted` is missing while the shift is open; what should be in the drawer is then in no figure.
ShiftFigures shiftFigures(const ShiftEvents& events, std::optional<base::Money> counted);

}  // namespace kahui::report
