#include "core/sale/payment_code.hpp"

#include "core/base/check_digit.hpp"

namespace kahui::sale {

PaymentCode paymentCode(std::string_view code) {
  if (code.size() < 16 || code.size() > 24 || !base::allDigits(code)) return PaymentCode::None;
  const int start = (code[0] - '0') * 10 + (code[1] - '0');
  if (code.size() == 18 && start >= 10 && start <= 15) return PaymentCode::WeChat;
  if (start >= 25 && start <= 30) return PaymentCode::Alipay;
  if (code.size() == 19 && start == 62) return PaymentCode::UnionPay;
  return PaymentCode::None;
}

std::string_view paymentCodeName(PaymentCode code) {
  switch (code) {
    case PaymentCode::None: return "NONE";
    case PaymentCode::WeChat: return "WECHAT";
    case PaymentCode::Alipay: return "ALIPAY";
    case PaymentCode::UnionPay: return "UNIONPAY";
  }
  return {};
}

std::string maskedPaymentCode(std::string_view code) {
  constexpr std::size_t kFirst = 2;
  constexpr std::size_t kLast = 4;
  if (code.size() < 16) return {};
  return std::string(code.substr(0, kFirst)) + "…" + std::string(code.substr(code.size() - kLast));
}

}  // namespace kahui::sale
