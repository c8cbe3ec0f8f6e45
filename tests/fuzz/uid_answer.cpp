// Any bytes as a card's answer to GET UID: what the parsers promise must hold for all of them.
#include <cstddef>
#include <cstdint>

#include "drivers/card/apdu.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using kahui::card::UidAnswer;
  const kahui::base::ByteView bytes(data, size);
  const auto response = kahui::card::parseResponse(bytes);
  KAHUI_ASSERT(response.has_value() == (size >= 2));
  if (response) KAHUI_ASSERT(response->data.size() == size - 2);

  const UidAnswer answer = kahui::card::readUidAnswer(bytes);
  switch (answer.kind) {
    case UidAnswer::Kind::Credential:
      KAHUI_ASSERT(kahui::card::isUidLength(answer.credential.size() / 2) && answer.credential.size() % 2 == 0);
      KAHUI_ASSERT(!(answer.credential.size() == 8 && answer.credential.starts_with("08")));
      KAHUI_ASSERT(size == answer.credential.size() / 2 + 2);
      break;
    case UidAnswer::Kind::AskAgain: KAHUI_ASSERT(answer.expected >= 1 && answer.expected <= 256); break;
    case UidAnswer::Kind::Refused: KAHUI_ASSERT(answer.credential.empty()); break;
  }
  return 0;
}
