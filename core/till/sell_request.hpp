// A whole sale in one request: what `kahuictl sell` reads, a line a sale (contracts.md, "A store").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.hpp"
#include "core/base/numbers.hpp"
#include "core/base/result.hpp"
#include "core/pricing/sale_input.hpp"
#include "core/sale/evaluate_sale.hpp"

namespace kahui::till {

struct SellCard {
  enum class Kind { Uid, Track2, Code, Phone };
  Kind kind{};
  std::string value;
};

struct SellLine {
  std::string barcode;  // or sku, one of both
  std::string sku;
  base::Quantity quantity = base::kOnePiece;
};

struct SellRequest {
  std::string ref;  // the caller's own name for this sale; empty: none
  std::string operator_code;
  std::optional<SellCard> card{};
  std::vector<SellLine> lines;
  std::vector<pricing::Tender> tenders;
};

struct SellDone {
  base::Id sale_id;
  std::string receipt_no;
  std::optional<std::string> member_no{};
  sale::SaleResult result;
  bool repeated = false;  // the store held this ref with the same content
};

using SellAnswer = base::Result<SellDone>;

}  // namespace kahui::till
