// What a shop puts around its receipts: lines above and below, and whether a guest's claim code stands on them.
#pragma once

#include "core/sale/receipt.hpp"

namespace kahui::sale {

struct ReceiptFrame {
  std::string header, footer;  // lines ended or separated by '\n', in the middle of the paper; empty: none
  bool claim_code = true;
  bool operator==(const ReceiptFrame&) const = default;
};

// As renderText(), within the frame.
std::string renderFramed(Receipt receipt, const ReceiptFrame& frame, ReceiptLanguage language, int columns);

}  // namespace kahui::sale
