// Whoever takes the money of a customer's payment code: WeChat, Alipay, UnionPay, or an aggregator in front of them
// (rulebook M4). Each call may block up to its own time limit, 10 s at most; all come from one thread, which is neither
// the engine's nor a screen's. No exception leaves it.
#pragma once

#include <string>
#include <string_view>

#include "core/base/numbers.hpp"

namespace kahui::ports {

enum class PaymentOutcome { Paid, Unpaid, Unknown };  // Unknown is never Unpaid: the money may be gone

struct PaymentAnswer {
  PaymentOutcome outcome = PaymentOutcome::Unknown;
  bool waiting = false;       // Unknown: the customer is typing his password (USERPAYING)
  std::string transaction{};  // the provider's number, may be empty
  std::string reason{};       // the provider's word, may be empty
};

struct PaymentOrder {
  std::string payment;   // 32 hex digits: the number of the order, the same in every call about it
  std::string provider;  // WECHAT, ALIPAY, UNIONPAY
  base::Money amount{};  // > 0
};

class PaymentProvider {
 public:
  virtual ~PaymentProvider() = default;
  // A second call with the same order must not take the money twice. `code` is a secret: never stored, never logged.
  virtual PaymentAnswer pay(const PaymentOrder& order, std::string_view code) = 0;
  virtual PaymentAnswer query(const PaymentOrder& order) = 0;
  // Unpaid: the order is closed for good, or its money went back. Paid: it is paid and cannot be reversed any more.
  virtual PaymentAnswer reverse(const PaymentOrder& order) = 0;
  // `order` is the refund, with a number of its own; `of` the payment. Paid: the money is with the customer. A second
  // call with the same order gives nothing twice.
  virtual PaymentAnswer refund(const PaymentOrder& order, const std::string& of) = 0;
};

}  // namespace kahui::ports
