// What a finished swipe or scan is worth: the same judge behind a serial line, a grabbed wedge and the key filter.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/clock.hpp"
#include "core/ports/card_reader.hpp"
#include "drivers/card/member_code.hpp"

namespace kahui::magstripe {

struct Reading {
  ports::CardClass card_class{};  // Magstripe or Code
  std::string credential;         // member number
  bool operator==(const Reading&) const = default;
};

// One for all readers of a till, because it remembers the codes that were used. Any thread.
class Judge {
 public:
  // No keys: nothing is ours.
  Judge(std::shared_ptr<const card::ShopKeys> keys, std::shared_ptr<const base::Clock> clock,
        std::shared_ptr<ports::UsedCodes> used = std::make_shared<card::MemoryUsedCodes>());

  // `frame` without its line end; empty: a swipe that was not whole. It is not kept, and digits of a card that is not
  // ours stand in nothing that outlives the call.
  // Errors: those of card::judgeSwipe() and card::MemberCodes::judge(); BankCard also for a bank's number without
  // sentinels.
  [[nodiscard]] tl::expected<Reading, ports::RefuseReason> judge(std::string_view frame);

 private:
  const std::shared_ptr<const card::ShopKeys> m_keys;
  const std::shared_ptr<const base::Clock> m_clock;
  card::MemberCodes m_codes;
};

}  // namespace kahui::magstripe
