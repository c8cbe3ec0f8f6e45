// What a finished swipe or scan is worth: the same judge behind a serial line, a grabbed wedge and the key filter.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/clock.hpp"
#include "core/ports/card_reader.hpp"
#include "drivers/card/member_code.hpp"

namespace kahui::magstripe {

struct Reading {
  ports::CardClass card_class{};  // Magstripe or Code
  std::string credential;         // member number
  bool operator==(const Reading&) const = default;
};

// Neither a stripe nor a member code: of goods, a receipt, a coupon. Letters as they were scanned.
struct OtherCode {
  std::string text;
  bool operator==(const OtherCode&) const = default;
};

using Verdict = std::variant<Reading, OtherCode, ports::RefuseReason>;

// One for all readers of a till, because it remembers the codes that were used. Any thread.
class Judge {
 public:
  // No keys: nothing is ours.
  Judge(std::shared_ptr<const card::ShopKeys> keys, std::shared_ptr<const base::Clock> clock,
        std::shared_ptr<ports::UsedCodes> used = std::make_shared<card::MemoryUsedCodes>());

  // `frame` without its line end; empty: a swipe that was not whole. It is not kept, and digits of a card that is not
  // ours stand in nothing that outlives the call.
  // Reasons: those of card::judgeSwipe() and card::MemberCodes::judge(), but for a code that is not ours; BankCard also
  // for a bank's number without sentinels.
  [[nodiscard]] Verdict judge(std::string_view frame);

 private:
  const std::shared_ptr<const card::ShopKeys> m_keys;
  const std::shared_ptr<const base::Clock> m_clock;
  card::MemberCodes m_codes;
};

// As the events of `reader`. A swipe or scan has no laying-down, so a CardRead is followed by its CardRemoved at once.
void tell(const ports::ReaderEventSink& sink, const std::string& reader, Verdict verdict, std::int64_t elapsed_us);

}  // namespace kahui::magstripe
