#include "drivers/card/desfire/purse_sighting.hpp"

#include "drivers/card/card_key.hpp"
#include "drivers/card/desfire/ev1.hpp"
#include "drivers/card/ev2.hpp"

namespace kahui::card {
namespace {

constexpr int kTillKey = 0;

}  // namespace

PurseLayout purseLayout(const ShopKeys& keys) {
  PurseLayout layout;
  if (keys.purse && keys.purse->record_key) layout.record_key = SecretKey(*keys.purse->record_key);
  return layout;
}

CardResult<std::unique_ptr<Channel>> openPurse(Session& session, base::ByteView uid, const ShopKeys& keys,
                                               base::RandomSource& random) {
  const auto key = keys.desfire ? cardKey(keys, *keys.desfire, uid) : std::nullopt;
  if (!key) return cardFault(CardFault::Kind::NotSent);
  if (const auto selected = selectApplication(session, keys.aid); !selected) return tl::unexpected(selected.error());
  auto ev2 = authenticateEv2First(session, kTillKey, *key, random);
  if (ev2) return std::make_unique<Ev2Channel>(*std::move(ev2));
  const CardFault& fault = ev2.error();
  if (fault.kind != CardFault::Kind::Refused || fault.status == kAuthenticationError) return tl::unexpected(fault);
  auto ev1 = authenticateAes(session, kTillKey, *key, random);
  if (!ev1) return tl::unexpected(ev1.error());
  return std::make_unique<Ev1Channel>(*std::move(ev1));
}

void settleDoubts(Session& session, const std::string& uid, const ShopKeys& keys, IntentLog& log,
                  base::RandomSource& random) {
  const auto open = log.openOf(uid);
  const auto bytes = base::fromHex(uid);
  if (!open || open->empty() || !bytes) return;
  const auto known = log.knownSequence(uid);
  if (!known) return;
  for (const PurseIntent& intent : *open) {
    // Each with a session of its own: a refusal ends one.
    const auto channel = openPurse(session, *bytes, keys, random);
    if (!channel) return;
    const PurseEnd end = resolvePurse(**channel, purseLayout(keys), intent, *known);
    if (end == PurseEnd::InDoubt) continue;
    // If that cannot be put down, the next sighting asks again.
    if (const auto ended = log.end(intent.order.transaction, end); !ended) return;
  }
}

}  // namespace kahui::card
