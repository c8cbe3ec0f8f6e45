// The payment code that a customer's telephone shows (rulebook M4). Read on the payment screen only.
#pragma once

#include <string>
#include <string_view>

namespace kahui::sale {

enum class PaymentCode { None, WeChat, Alipay, UnionPay };

// 18 digits from 10 to 15: WeChat; 16 to 24 digits from 25 to 30: Alipay; 19 digits from 62: UnionPay.
PaymentCode paymentCode(std::string_view code);
std::string_view paymentCodeName(PaymentCode code);    // NONE, WECHAT, ALIPAY, UNIONPAY
std::string maskedPaymentCode(std::string_view code);  // all that may be stored or shown of one: 13…1234

}  // namespace kahui::sale
