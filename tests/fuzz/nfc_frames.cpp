// Bytes of the process that runs libnfc, in pieces: frames come out or the stream is broken, never both.
#include "core/base/result.hpp"
#include "drivers/nfc/frames.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kahui;
  const base::ByteView bytes(data, size);
  const std::size_t piece = size == 0 ? 1 : 1 + data[0] % 7U;
  nfc::FrameReader reader;
  for (std::size_t at = 0; at < size; at += piece) {
    reader.add(bytes.subspan(at, std::min(piece, size - at)));
    while (const auto frame = reader.next()) {
      KAHUI_ASSERT(!reader.broken());
      KAHUI_ASSERT(frame->body.size() <= nfc::kMaxBody);
      nfc::FrameReader again;
      again.add(nfc::encode(*frame));
      KAHUI_ASSERT(again.next() == frame);
      if (const auto card = nfc::readCard(frame->body))
        KAHUI_ASSERT(card->uid.empty() || card->uid.size() == 4 || card->uid.size() == 7 || card->uid.size() == 10);
    }
  }
  return 0;
}
