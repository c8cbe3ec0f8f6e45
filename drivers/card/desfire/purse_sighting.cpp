#include "drivers/card/desfire/purse_sighting.hpp"

#include "drivers/card/card_key.hpp"
#include "drivers/card/desfire/ev1.hpp"
#include "drivers/card/ev2.hpp"

namespace kahui::card {
namespace {

constexpr int kTillKey = 0;
constexpr int kCreditKey = 2;

}  // namespace

PurseLayout purseLayout(const ShopKeys& keys) {
  PurseLayout layout;
  if (keys.purse && keys.purse->record_key) layout.record_key = SecretKey(*keys.purse->record_key);
  return layout;
}

namespace {

CardResult<std::unique_ptr<Channel>> opened(Session& session, const Aid& aid, int number, const SecretKey& key,
                                            base::RandomSource& random) {
  if (const auto selected = selectApplication(session, aid); !selected) return tl::unexpected(selected.error());
  auto ev2 = authenticateEv2First(session, number, key, random);
  if (ev2) return std::make_unique<Ev2Channel>(*std::move(ev2));
  const CardFault& fault = ev2.error();
  if (fault.kind != CardFault::Kind::Refused || fault.status == kAuthenticationError) return tl::unexpected(fault);
  auto ev1 = authenticateAes(session, number, key, random);
  if (!ev1) return tl::unexpected(ev1.error());
  return std::make_unique<Ev1Channel>(*std::move(ev1));
}

}  // namespace

CardResult<std::unique_ptr<Channel>> openPurse(Session& session, base::ByteView uid, const ShopKeys& keys,
                                               base::RandomSource& random) {
  const auto key = keys.desfire ? cardKey(keys, *keys.desfire, uid) : std::nullopt;
  if (!key) return cardFault(CardFault::Kind::NotSent);
  return opened(session, keys.aid, kTillKey, *key, random);
}

CardResult<std::unique_ptr<Channel>> openPurseToCredit(Session& session, const ShopKeys& keys,
                                                       base::RandomSource& random) {
  if (!keys.purse || !keys.purse->credit_key) return cardFault(CardFault::Kind::NotSent);
  return opened(session, keys.aid, kCreditKey, SecretKey(*keys.purse->credit_key), random);
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
