// What a bill may have beside goods.
#pragma once

#include <string>

namespace kahui::till {

// The bill is delivered (S002-23): the fee becomes a line of it. Empty: it is taken along after all.
struct DeliverBill {
  std::string note;  // name, telephone, address, as typed; wiped by the engine once it is sealed or dropped
};

// S003-94 (换购): goods of the points catalogue onto the open bill of a member, at points and money in one line.
// RuleRejected: GIFT_NEEDS_MEMBER, POINTS_INSUFFICIENT, as of loyalty::checkExchange(), and as points that pay.
struct RedeemGift {
  std::string code;          // of the pack's catalogue; one with a sku
  int quantity = 1;          // > 0
  std::string member_pin{};  // where it was asked for (I4); wiped by the engine
};

}  // namespace kahui::till
