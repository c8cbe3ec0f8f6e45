// Payments by a customer's code (rulebook M4) and what stored value and count cards move (V1 to V5). Amounts in fen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/journal/sale_event.hpp"

namespace kahui::journal {

// Written before anything goes out to the provider, so that a payment which nobody heard the end of is found again.
struct PaymentBegun {
  std::string payment;  // 32 hex digits; the order's number at the provider
  bool refund = false;
  std::string provider;  // WECHAT, ALIPAY, UNIONPAY
  base::Money amount{};  // > 0
  std::string code;      // first two and last four digits alone; empty: a refund
  std::string operator_code;
  std::string of;       // refunds: the payment that is given back
  std::string bill;     // 32 hex digits, the same for all payments of one bill; empty: a refund
  std::string content;  // of the bill, as till::openBillText() writes it; empty: a refund
  bool operator==(const PaymentBegun&) const = default;
};

struct PaymentEnded {
  std::string payment;
  std::string outcome;      // PAID, UNPAID, REVERSED; REFUNDED for a refund; LOADED for points that a card got
  std::string transaction;  // the provider's number, may be empty
  std::string reason;       // the provider's word, may be empty
  bool operator==(const PaymentEnded&) const = default;
};

struct StoredMoved {
  std::int64_t member = 0;
  std::string why;                   // TOP_UP, PAY, REFUND, CLOSE
  base::Money principal{}, bonus{};  // what changes, < 0: less
  base::Money principal_after{}, bonus_after{};
  std::string rule;        // TOP_UP: the pack's rule that gave the bonus, may be empty
  std::int64_t shift = 0;  // TOP_UP, CLOSE; else 0
  std::string operator_code, operator_name, approver;
  std::vector<SoldTender> tenders;  // TOP_UP: how it was paid; CLOSE: how the principal was paid out
  bool operator==(const StoredMoved&) const = default;
};

struct CountMoved {
  std::int64_t member = 0;
  std::string card;  // 32 hex digits
  std::string why;   // SOLD, USED, GIVEN_BACK (a use that came back), RETURNED (the card itself)
  std::string sku, name;
  int change = 0;
  int left = 0;                                 // after it
  std::optional<base::BusinessDate> expires{};  // last good day
  bool operator==(const CountMoved&) const = default;
};

}  // namespace kahui::journal
