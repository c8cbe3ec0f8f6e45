// Any answers of an NTAG21x or Ultralight EV1 through a reader.
#include "drivers/card/ntag/type2.hpp"
#include "tests/fuzz/card_answers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kahui;
  using namespace kahui::card;
  test::FuzzedCard session({data, size});
  const Type2Secrets secrets = type2Secrets(SecretKey{Block{1, 2, 3}});
  const base::Bytes uid{0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6};
  static_cast<void>(readType2Chip(session));
  static_cast<void>(guessType2Chip(session));
  const auto signature = readType2Signature(session);
  if (signature) KAHUI_ASSERT(signature->size() == 32);
  const auto counter = readType2Counter(session, 2);
  if (counter) KAHUI_ASSERT(*counter < 1U << 24);
  static_cast<void>(authenticateType2(session, secrets));
  const auto hint = readHint(session, secrets, uid);
  if (hint) {
    KAHUI_ASSERT(!hint->newest);  // a record needs the key
    KAHUI_ASSERT(hint->spare == 0);
  }
  return 0;
}
