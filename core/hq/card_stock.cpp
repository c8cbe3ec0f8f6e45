#include "core/hq/card_stock.hpp"

#include <algorithm>

namespace kahui::hq {

namespace {

using base::ErrorCode;
using ports::HqTransaction;

constexpr std::size_t kCardStockLongestName = 40;

}  // namespace

base::Result<int> addPrinted(ports::HqStore& store, const Identity& identity, const std::string& batch,
                             std::span<const member::Credential> cards, std::int64_t now_ms) {
  if (batch.empty() || batch.size() > kCardStockLongestName)
    return base::fail(ErrorCode::BadInput, "--batch: 1 to 40 characters are expected");
  int added = 0;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    added = 0;
    for (const auto& card : cards)
      added += tx.addPrintedCard({sync::cardHash(identity.card_key, card), batch, now_ms, 0, {}}) ? 1 : 0;
    return {};
  }));
  return added;
}

base::Status spoilPrinted(ports::HqStore& store, const Identity& identity, const member::Credential& card,
                          const std::string& reason, std::int64_t now_ms) {
  if (reason.empty()) return base::fail(ErrorCode::BadInput, "--reason: it is missing");
  const std::string key = sync::cardHash(identity.card_key, card);
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    if (tx.printedCards(key).empty()) return base::fail(ErrorCode::BadInput, "this card is of no batch");
    const auto owners = tx.cardsByKey(key);
    if (std::any_of(owners.begin(), owners.end(), [](const auto& one) { return !one.member.empty(); }))
      return base::fail(ErrorCode::WrongState, "a member has this card");
    tx.spoilCard(key, now_ms, reason);
    return {};
  });
}

base::Result<std::vector<ports::HqCardStock>> cardStock(ports::HqStore& store) {
  std::vector<ports::HqCardStock> stock;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    stock = tx.cardStock();
    return {};
  }));
  return stock;
}

}  // namespace kahui::hq
