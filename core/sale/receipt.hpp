// The receipt as a document (rulebook section 3, "Receipt lines shown"): figures and data texts in order. It is rebuilt
// from the journal at any time; paper, screen and text are renderings of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/numbers.hpp"

namespace kahui::sale {

struct ReceiptLine {
  std::string name;
  std::string barcode;
  std::string unit;
  base::Quantity quantity{};
  base::Money unit_price{};
  base::Money gross{};
  base::Money final{};
  std::string layer;  // RETAIL, PROMO, MEMBER_PRICE, TIER … (P2)
};

struct ReceiptTender {
  std::string type;  // CASH …
  base::Money amount{};
  std::optional<base::Money> given{};
};

struct ReceiptMember {
  std::string member_no;  // masked but the last four digits
  std::string masked_name;
  std::string tier_name;
  base::Points earned{};
  base::Points used{};
  base::Points balance{};      // after the sale, as far as this till knows (provisional)
  std::string next_tier_name;  // empty: highest tier
  std::optional<base::Money> missing_purchase{};
  std::optional<base::Points> missing_points{};
  std::string new_tier_name;  // empty: no promotion by this bill
};

struct Receipt {
  base::Id sale_id;
  std::string receipt_no;  // store-register-incarnation-number (protocol.md, rollback)
  std::string store_name;
  std::string position;
  std::string operator_name;
  base::LocalTime at;
  base::BusinessDate business_date;
  std::vector<ReceiptLine> lines;
  base::Money gross{};
  base::Money saving{};    // prices, promotions, coupons, points
  base::Money rounding{};  // dropped fen and jiao
  base::Money total{};     // due
  base::Money change{};
  std::vector<ReceiptTender> tenders;
  std::optional<ReceiptMember> member;
  bool demo = false;
  bool copy = false;  // a reprint
};

enum class ReceiptLanguage { Chinese, English };

// Plain text for paper and terminal: `columns` wide (32 on 58 mm, 48 on 80 mm; a Han character is 2, M7), lines ended
// by '\n'.
std::string renderText(const Receipt& receipt, ReceiptLanguage language, int columns);

}  // namespace kahui::sale
