// What a till does when it sees a card on which it left a move of points in doubt (cards.md section 5).
#pragma once

#include <memory>

#include "core/base/random.hpp"
#include "drivers/card/desfire/purse.hpp"
#include "drivers/card/session.hpp"
#include "drivers/card/shop_keys.hpp"

namespace kahui::card {

// As the shop's cards have it.
[[nodiscard]] PurseLayout purseLayout(const ShopKeys& keys);

// The shop's application, opened with the card's own key, which reads and debits. `uid` is the true one.
[[nodiscard]] CardResult<std::unique_ptr<Channel>> openPurse(Session& session, base::ByteView uid, const ShopKeys& keys,
                                                             base::RandomSource& random);

// The same, opened with the key that may credit, where the till has it.
[[nodiscard]] CardResult<std::unique_ptr<Channel>> openPurseToCredit(Session& session, const ShopKeys& keys,
                                                                     base::RandomSource& random);

// Asks the card about each open move that the log has of it, and puts down what it answers; what the card cannot tell
// stays in doubt. Sends nothing where there is none.
void settleDoubts(Session& session, const std::string& uid, const ShopKeys& keys, IntentLog& log,
                  base::RandomSource& random);

}  // namespace kahui::card
