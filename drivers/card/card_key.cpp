#include "drivers/card/card_key.hpp"

#include "drivers/card/crypto/diversify.hpp"

namespace kahui::card {

base::Bytes diversificationInput(const ShopKeys& keys, base::ByteView uid) {
  return joined({uid, keys.aid, keys.system_id});
}

std::optional<SecretKey> cardKey(const ShopKeys& keys, const AesKey& master, base::ByteView uid) {
  if (keys.diversify == Diversify::None) return SecretKey(master);
  const base::Bytes input = diversificationInput(keys, uid);
  if (input.size() > kMaxDiversifyInput) return std::nullopt;
  return diversified128(master, input);
}

}  // namespace kahui::card
