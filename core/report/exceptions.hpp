// What a manager should look at (pains.md, "Anti-abuse at the till"), each with its evidence. Pure, over the events of
// a few days. A finding is a question, not a verdict.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/journal/event.hpp"
#include "core/member/member.hpp"

namespace kahui::report {

enum class ExceptionKind {
  BusyCard,         // one member on many bills of a day
  OneOperator,      // a member whose many bills all went through one operator, while others sold as well
  ManualDiscounts,  // many bills with a discount by hand within an hour
  Returns,          // many returns by one operator on a day
  NoSale,           // the drawer opened without a bill, many times by one operator on a day
  Claims,           // points of bills that were paid without a card, again and again to one member
  PointsByHand,     // many transfers, cash-outs and cancelled exchanges by one operator within an hour
};
std::string_view exceptionName(ExceptionKind kind);  // BUSY_CARD …

struct Evidence {
  std::string receipt_no;  // empty where no bill is behind it
  std::string at;          // local, 2026-03-05 10:15
  std::string operator_code;
  std::int64_t member = 0;
  base::Money amount{};  // of the bill, paid back, or paid out for points
  base::Money saving{};  // by hand
  std::string reason{};  // of goods without a receipt, a bill opened again, or an open drawer
};

struct Exception {
  ExceptionKind kind{};
  base::BusinessDate day;  // of the first
  std::string operator_code;
  std::int64_t member = 0;
  base::Money amount{};
  std::vector<Evidence> evidence;
};

struct ExceptionLimits {
  std::size_t busy_card = member::kBusyCardBills;
  std::size_t one_operator = 6;
  std::size_t discounts = 5;
  int within_min = 60;
  std::size_t returns = 3;
  std::size_t no_sale = 5;
  std::size_t claims = 3;
  std::size_t points_by_hand = 5;
};

std::vector<Exception> exceptions(std::span<const journal::Event> events, const ExceptionLimits& limits = {});

}  // namespace kahui::report
