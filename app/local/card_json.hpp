// Acts on members' cards as a line of JSON and its answer.
//   {"ref"?,"operator":"2001","act":"look|issue|replace|change","card":{"uid"|"track2"|"code":"…"}?,"member":"…"?,
//    "old_card":{…}?,"status":"LOST|CANCELLED|BLOCKED|ACTIVE"?,"reason":"…"?,
//    "tenders":[…]?}: of the card's fee, as `kahuictl sell` has them
//   {"ref","ok":true,"member":"…"|null,"card":{"kind","credential"},"status"?,"replaced":{…}?,"repeated":true?,
//    "fee_fen"?,"receipt_no"?}
#pragma once

#include <string>
#include <string_view>

#include "core/till/card_request.hpp"

namespace kahui::local {

std::string requestJson(const till::CardRequest& request);
// BadInput or UnknownKey: detail names the key.
base::Result<till::CardRequest> parseCardRequest(std::string_view line);

std::string answerJson(const std::string& ref, const till::CardAnswer& answer);

}  // namespace kahui::local
