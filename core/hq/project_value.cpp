#include "core/hq/project_value.hpp"

#include "core/hq/feeds.hpp"
#include "core/journal/value_why.hpp"

namespace kahui::hq {

using base::Money;

void projectStored(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                   const journal::StoredMoved& moved) {
  if (moved.why == journal::kValueConfirmed) return;  // what headquarters told the till itself
  const std::string member = resolveMember(to, key, event, moved.member, std::nullopt);
  to.tx.putValueMove({member, key, {}, moved.why, moved.principal, moved.bonus, 0, event.business_date});
  to.tx.addToStored(member, moved.principal, moved.bonus);
  markMember(to.tx, member);
  const auto account = to.tx.stored(member);
  const bool less = moved.principal < Money{} || moved.bonus < Money{};
  if (account && less && (account->principal < Money{} || account->bonus < Money{}))
    to.tx.putFlag({key, "stored_overdrawn", member,
                   std::to_string(account->principal.value()) + "/" + std::to_string(account->bonus.value())});
}

// A use may come before the sale of the card, from another till: the card is known when it was sold.
void projectCount(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                  const journal::CountMoved& moved) {
  if (moved.why == journal::kValueConfirmed) return;
  const std::string member = resolveMember(to, key, event, moved.member, std::nullopt);
  to.tx.putValueMove({member, key, moved.card, moved.why, {}, {}, moved.change, event.business_date});
  const bool sold = moved.why == "SOLD";
  auto card = to.tx.countCard(moved.card);
  if (!card) card = ports::HqCountCard{moved.card, member, moved.sku, moved.name, 0, 0, moved.expires};
  card->uses += moved.change;
  if (sold) {
    card->member = member;
    card->sku = moved.sku;
    card->name = moved.name;
    card->sold += moved.change;
    card->expires = moved.expires;
  }
  to.tx.putCountCard(*card);
  markMember(to.tx, card->member);
  if (card->uses < 0 && card->sold > 0)
    to.tx.putFlag({key, "count_overused", member, moved.card + " " + std::to_string(card->uses)});
}

}  // namespace kahui::hq
