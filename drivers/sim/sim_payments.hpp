// A payment service without a network, for demos and tests: what it does is said by the last digit of the customer's
// code, so that every ending can be shown at the counter. It keeps the rules of a real one: an order is paid once, a
// query tells the truth, a reversed order stays reversed, a refund is given once.
//
//   last digit   0-4 paid at once · 5 the customer confirms, paid at the second look · 6 refused (too little money)
//   7 the customer never confirms; the reversal is done · 8 no answer at all, and the reversal is refused; it turns out
//   paid when it is asked for the `Times::unknown_looks`th time · 9 as 8, but it was never paid
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "core/ports/payment_provider.hpp"

namespace kahui::sim {

class SimPayments final : public ports::PaymentProvider {
 public:
  explicit SimPayments(int unknown_looks = 8) : m_unknown_looks(unknown_looks) {}

  ports::PaymentAnswer pay(const ports::PaymentOrder& order, std::string_view code) override;
  ports::PaymentAnswer query(const ports::PaymentOrder& order) override;
  ports::PaymentAnswer reverse(const ports::PaymentOrder& order) override;
  ports::PaymentAnswer refund(const ports::PaymentOrder& order, const std::string& of) override;

  // For tests: money that was taken and not given back, in fen, and whether refunds are answered.
  [[nodiscard]] base::Money taken() const;
  void refuseRefunds(bool refuse);

 private:
  struct Order {
    base::Money amount{};
    char script = '0';
    int looks = 0;
    bool paid = false;
    bool closed = false;  // reversed, or never to be paid
    base::Money refunded{};
  };
  [[nodiscard]] static std::string transactionOf(const std::string& payment);
  ports::PaymentAnswer look(const std::string& payment, Order& order);

  const int m_unknown_looks;
  mutable std::mutex m_mutex;
  std::map<std::string, Order> m_orders;
  std::map<std::string, base::Money> m_refunds;
  bool m_refuse_refunds = false;
};

}  // namespace kahui::sim
