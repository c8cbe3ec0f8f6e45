// What may be done with a member's card (rulebook I2): what `kahuictl card` asks of a store, or of the till that holds
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/member/member.hpp"
#include "core/pricing/sale_input.hpp"

namespace kahui::till {

enum class CardAct {
  Look,     // whose it is
  Issue,    // to a member who is there
  Replace,  // 补卡, 换卡: the old one becomes REPLACED; member, points and dates stay
  Change,   // 挂失, 退卡, block
};

struct CardRequest {
  std::string ref{};  // the caller's own name for this act; comes back with the answer
  CardAct act{};
  std::string operator_code;
  std::optional<member::Credential> card{};      // needed but for Change, which then means the member's only one
  std::string member_no{};                       // Issue, Replace; Change without a card
  std::optional<member::Credential> old_card{};  // Replace; none: the member's only one
  member::CardStatus status = member::CardStatus::Blocked;  // Change: Lost, Cancelled or Blocked
  std::string reason{};
  // Issue, Replace: what the card's fee is paid with (S000-13), of the types that `kahuictl sell` takes.
  std::vector<pricing::Tender> tenders{};
};

struct CardDone {
  std::string member_no{};  // empty: the card is nobody's
  member::Credential card;
  member::CardStatus status{};
  std::optional<member::Credential> replaced{};
  bool repeated = false;     // it was so before; nothing was written
  base::Points reward{};     // S001-71: given with it
  base::Money fee{};         // S000-13: that was paid for it
  std::string receipt_no{};  // of the fee's bill
};

using CardAnswer = base::Result<CardDone>;

}  // namespace kahui::till
