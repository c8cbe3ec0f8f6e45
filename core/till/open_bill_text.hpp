// The open bill as text: kept with a payment that is begun, so that its bill can be finished after the process died.
// Holds numbers and codes, nothing personal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.hpp"
#include "core/till/basket.hpp"

namespace kahui::till {

struct KeptLine {
  std::string sku;
  base::Quantity quantity{};
  std::optional<base::Money> override_price{};
  std::optional<base::Money> amount{};
  std::string offer{};
  std::string count_card{};
  std::string gift{};
};

struct KeptBill {
  base::WallTime at;
  base::Money total{};
  std::string operator_code;
  std::int64_t member = 0;  // 0: a guest
  std::string credential;
  ports::Trust trust = ports::Trust::Claim;
  std::vector<KeptLine> lines;
  std::vector<std::string> coupons;
  BillWish wish;  // without the coupons
  std::vector<pricing::Tender> taken;
};

std::string openBillText(const KeptBill& bill);
base::Result<KeptBill> parseOpenBill(std::string_view text);  // BadInput

}  // namespace kahui::till
