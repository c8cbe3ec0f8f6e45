// Any NDEF file as one that may hold a SUN message, by names and by offsets.
#include <algorithm>

#include "drivers/card/ntag/ndef.hpp"
#include "drivers/card/ntag/sun.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;

void judge(const std::optional<SunMessage>& message) {
  if (!message) return;
  KAHUI_ASSERT(message->mac.size() == 8);
  KAHUI_ASSERT(!message->mac_inputs.empty() && message->mac_inputs.size() <= 5);
  KAHUI_ASSERT(message->file_data.size() % 16 == 0);
  const SdmKeys keys{.file_key = {1}, .meta_key = {2}};
  const auto proof = verifySun(*message, keys);
  KAHUI_ASSERT(!proof);                               // nobody draws 64 right bits
  static_cast<void>(verifySun(*message, SdmKeys{}));  // the published messages bear the factory's keys
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const base::ByteView file(data, size);
  if (const auto text = ndefText(file)) {
    KAHUI_ASSERT(text->size() + 2 <= size);
    judge(findSun(*text));
  }
  judge(findSun(std::string_view(reinterpret_cast<const char*>(data), size)));
  // The end of the input as settings for the whole of it.
  const std::size_t tail = std::min<std::size_t>(size, 26);
  const auto settings = parseFileSettings(file.last(tail));
  if (settings && settings->sdm) judge(findSun(file, *settings->sdm));
  return 0;
}
