// The eight-digit display towards the customer (rulebook M8), 2400 baud, 8N1. Pure functions; no port is opened here.
#pragma once

#include <optional>

#include "core/base/bytes.hpp"
#include "core/base/numbers.hpp"

namespace kahui::printer {

enum class Lamp : char { Price = '1', Total = '2', Received = '3', Change = '4' };  // 单价 合计 收款 找零

// The lamp (ESC s n), then the amount in yuan with two decimals (ESC Q A … CR). Nothing if the amount has more than the
// eight digits there are, a minus counted as one: a display that shows part of a price shows a wrong one.
std::optional<base::Bytes> displayAmount(Lamp lamp, base::Money amount);

base::Bytes clearDisplay();  // FF

}  // namespace kahui::printer
