// Between an evaluated sale and the journal: the event's payload holds every adjustment, so the answer, the receipt and
// the export of a sale can be made again from it at any time.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/base/result.hpp"
#include "core/catalog/product.hpp"
#include "core/journal/event.hpp"
#include "core/member/member.hpp"
#include "core/sale/evaluate_sale.hpp"
#include "core/sale/receipt.hpp"

namespace kahui::sale {

struct SaleHeader {
  std::string ref;
  std::string ref_digest;
  std::int64_t shift = 0;
  std::string operator_code;
  std::string operator_name;
  std::string credential;  // how the member was known; empty: a guest
  std::string approver{};  // of a discount beyond the operator's rights
};

// `products` are the lines' products, in the order of `input.basket`.
journal::SaleCompleted saleDocument(const SaleResult& result, const pricing::SaleInput& input,
                                    const programme::RulePack& pack,
                                    std::span<const std::shared_ptr<const catalog::Product>> products,
                                    const member::Member* member, const SaleHeader& header);

// The evaluated sale again, as far as an answer shows it. StoreCorrupt if the document names a tier or layer that there
// is not.
base::Result<SaleResult> saleResultOf(const journal::SaleCompleted& document, const programme::RulePack& pack);

struct ReceiptFacts {
  std::string store_name;
  std::string masked_name;  // of the member; the journal holds no name
  bool demo = false;
  bool training = false;
  bool copy = false;
  int copies = 0;  // which one, from 1
};

// Number of the member of a sale, a return or a movement of stored value; 0: a guest.
std::int64_t memberOf(const journal::Event& event);

// Of a sale, a return, or a top-up or closing of stored value.
Receipt receiptOf(const journal::Event& event, const programme::RulePack& pack, const ReceiptFacts& facts);

}  // namespace kahui::sale
