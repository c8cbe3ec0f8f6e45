#include "core/hq/price_list.hpp"

#include "core/hq/feeds.hpp"

namespace kahui::hq {

base::Status publishPrices(ports::HqStore& store, std::span<const ports::HqPrice> prices) {
  return store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    for (const ports::HqPrice& price : prices) {
      tx.putPrice(price);
      tx.mark(kPriceFeed, price.sku + "@" + price.valid_from);
    }
    return {};
  });
}

}  // namespace kahui::hq
