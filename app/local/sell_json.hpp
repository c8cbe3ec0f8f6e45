// Sales and returns as a line of JSON and its answer (contracts.md, "A store"); used by kahuictl and by the till that
// it hands the line to.
#pragma once

#include <string>
#include <string_view>

#include "core/till/sell_request.hpp"

namespace kahui::local {

// BadInput, OutOfRange or UnknownKey: detail names the key.
base::Result<till::SellRequest> parseSellRequest(std::string_view line);
base::Result<till::ReturnRequest> parseReturnRequest(std::string_view line);

std::string answerJson(const std::string& ref, const till::SellAnswer& answer);
std::string answerJson(const std::string& ref, const till::ReturnAnswer& answer);

}  // namespace kahui::local
