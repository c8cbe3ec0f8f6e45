#include "core/base/money_text.hpp"

namespace kahui::base {

std::string yuanText(Money amount) {
  const std::int64_t fen = amount.value() < 0 ? -amount.value() : amount.value();
  return (amount.value() < 0 ? "-" : "") + std::to_string(fen / 100) + "." + std::to_string(100 + fen % 100).substr(1);
}

}  // namespace kahui::base
