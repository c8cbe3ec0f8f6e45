// Any answers within an open session of NTAG 424 DNA, proved or not: nothing without its proof gets through.
#include "drivers/card/ev2.hpp"
#include "drivers/card/lrp_channel.hpp"
#include "drivers/card/ntag/ntag424.hpp"
#include "tests/fuzz/card_answers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kahui;
  using namespace kahui::card;
  if (size == 0) return 0;
  test::FuzzedCard session({data + 1, size - 1});
  if (data[0] % 2 == 0) {
    OpenChannel open(session);
    const auto settings = readFileSettings(open, kNdefFile, CommMode::Plain);
    if (settings && settings->sdm) KAHUI_ASSERT(settings->sdm->mac_offset < 1U << 24);
    if (settings) KAHUI_ASSERT(!encodeFileSettings(*settings).empty());
    static_cast<void>(readData(open, kNdefFile, 0, 16, CommMode::Plain));
    static_cast<void>(readNdefFile(session));
    static_cast<void>(readVersion(session));
    static_cast<void>(readMakerSignature(session));
    return 0;
  }
  const SecretKey key{Block{1, 2, 3}};
  if (data[0] % 4 == 3) {
    LrpChannel lrp(session, Block{1, 2, 3}, {}, 0);
    KAHUI_ASSERT(!readFileSettings(lrp, kNdefFile, CommMode::Mac));
    KAHUI_ASSERT(!readCardUid(lrp));
    KAHUI_ASSERT(!writeData(lrp, kRecordFile, 0, base::Bytes(16), CommMode::Full));
    test::ZeroRandom random;
    KAHUI_ASSERT(!authenticateLrpFirst(session, 0, key, random));
    return 0;
  }
  Ev2Channel channel(session, Ev2State{.keys = {key, key}});
  // Each of these would need eight bytes that only the key's holder can make.
  KAHUI_ASSERT(!readFileSettings(channel, kNdefFile, CommMode::Mac));
  KAHUI_ASSERT(!readData(channel, kRecordFile, 0, 16, CommMode::Full));
  KAHUI_ASSERT(!readCardUid(channel));
  KAHUI_ASSERT(!readSdmCounter(channel, kNdefFile));
  KAHUI_ASSERT(!writeData(channel, kRecordFile, 0, base::Bytes(16), CommMode::Mac));
  return 0;
}
