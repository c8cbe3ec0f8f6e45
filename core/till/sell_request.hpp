// A whole sale in one request: what `kahuictl sell` reads, a line a sale (contracts.md, "A store").
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.hpp"
#include "core/base/numbers.hpp"
#include "core/base/result.hpp"
#include "core/journal/event.hpp"
#include "core/pricing/sale_input.hpp"
#include "core/sale/evaluate_return.hpp"

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
  std::optional<base::Money> override_price{};  // P4, a piece; within the operator's rights
  std::optional<base::Money> amount{};          // of a scale label (P1)
  std::string offer{};                          // the GIFT or EXCHANGE promotion that it is taken from (A4, A5)
  std::string gift{};                           // code in the points catalogue (S003-94)
};

struct SellRequest {
  std::string ref;  // the caller's own name for this sale; empty: none
  std::string operator_code;
  std::optional<SellCard> card{};
  std::vector<SellLine> lines;
  std::vector<std::string> coupons;  // serials
  base::Points points{};             // to pay with
  bool points_max = false;
  std::string member_pin{};  // where what is paid with asks for it (I4); not part of the ref's content
  pricing::BillDiscount bill_discount{};
  std::vector<pricing::Tender> tenders;
};

struct SellDone {
  base::Id sale_id;
  std::string receipt_no;
  std::optional<std::string> member_no{};
  sale::SaleResult result;
  std::shared_ptr<const programme::RulePack> rules;  // that the result speaks of
  std::vector<std::string> coupons_issued;           // serials of the benefits
  bool repeated = false;                             // the store held this ref with the same content
};

using SellAnswer = base::Result<SellDone>;

// Goods that come back, by receipt: what `kahuictl return` reads.
struct ReturnRequest {
  std::string ref;
  std::string operator_code;
  std::string approver;
  std::string receipt_no;
  std::vector<sale::ReturnLine> lines;
};

struct ReturnDone {
  base::Id return_id;
  std::string receipt_no;
  std::string sale_receipt_no;
  std::optional<std::string> member_no{};
  journal::SaleReturned document;
  bool repeated = false;
};

using ReturnAnswer = base::Result<ReturnDone>;

}  // namespace kahui::till
