// What a cashier types: "3*6921168509256", "0.786*2001", "3*", a code alone; and which notes are likely to be handed
// over.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/numbers.hpp"
#include "core/base/result.hpp"

namespace kahui::till {

struct EntryText {
  std::optional<base::Quantity> quantity{};
  std::string code;  // without spaces around it; may be empty
};

// OutOfRange if what stands before the star is not a number from 0.001 to 1,000,000 with at most three decimals.
base::Result<EntryText> parseEntry(std::string_view text);

// store-register-incarnation-number, as a receipt shows it.
bool isReceiptNo(std::string_view code);

// Ascending, the due amount first, then the next whole amounts by the notes of the currency; at most six.
std::vector<base::Money> quickAmounts(base::Money due);

}  // namespace kahui::till
