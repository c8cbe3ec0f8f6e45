// Rows of the store that more than one of its files reads or writes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/id.hpp"
#include "core/base/numbers.hpp"
#include "core/ports/card_memory.hpp"

namespace kahui::store {

// Where a sale or a return stands: the row of table `sale` but for what the envelope and the head say.
struct SaleRow {
  std::int64_t shift = 0;
  std::int64_t member = 0;  // 0: none
  base::Money gross{};
  base::Money total{};
  base::Points earned{};
  base::Points used{};
  std::string_view ref;
};

// incarnation << 40 | number: the key of a receipt; nullopt if the text is none.
std::optional<std::int64_t> receiptKey(std::string_view receipt_no);

struct Category {
  std::string code;
  std::string name_zh;
  std::string name_en;
};

// A move of points of which nobody knows whether it happened.
struct PurseDoubt {
  base::Id transaction;
  std::int64_t member = 0;  // who has the card now; 0: nobody
  ports::PurseMove move{};
  std::int32_t amount = 0;
  std::int64_t begun_ms = 0;  // UTC
};

}  // namespace kahui::store
