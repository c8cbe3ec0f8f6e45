// Any conversation with a card that is to be identified. The first byte chooses the keys and the UID.
#include "drivers/card/identify.hpp"
#include "drivers/card/uid.hpp"
#include "tests/fuzz/card_answers.hpp"

namespace {

using namespace kahui;

card::ShopKeys keysFor(int choice) {
  card::ShopKeys keys;
  if ((choice & 1) != 0) keys.ntag424 = card::AesKey{1};
  if ((choice & 2) != 0) keys.desfire = card::AesKey{1};
  if ((choice & 4) != 0) keys.sdm = card::SdmKeys{};
  keys.diversify = (choice & 8) != 0 ? card::Diversify::None : card::Diversify::An10922;
  return keys;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const int choice = data[0];
  const base::Bytes fixed{0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6};
  const base::Bytes drawn{0x08, 0x01, 0x02, 0x03};
  const bool random_uid = (choice & 16) != 0;
  test::FuzzedCard card({data + 1, size - 1});
  test::ZeroRandom random;
  card::MemoryCounterBook book;
  const auto identity = card::identify(card, random_uid ? drawn : fixed, keysFor(choice), book, random);
  KAHUI_ASSERT(card.exchanges < 700);  // every loop over frames is bounded
  if (!identity) return 0;
  // What has no proof is what the reader saw; a random number never gets through.
  KAHUI_ASSERT(identity->credential.size() == 14);
  if (identity->trust == ports::Trust::Claim) KAHUI_ASSERT(!random_uid && identity->credential == "04A1B2C3D4E5F6");
  return 0;
}
