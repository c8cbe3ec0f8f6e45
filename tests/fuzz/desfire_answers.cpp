// Any answers of a DESFire: the open commands, and both generations of secure messaging.
#include "drivers/card/desfire/desfire.hpp"
#include "drivers/card/desfire/ev1.hpp"
#include "drivers/card/desfire/purse.hpp"
#include "drivers/card/ev2.hpp"
#include "tests/fuzz/card_answers.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;

void askOpen(Session& session) {
  OpenChannel open(session);
  static_cast<void>(selectApplication(session, Aid{1, 2, 3}));
  static_cast<void>(readDesfireFile(open, 1, CommMode::Plain));
  static_cast<void>(getValue(open, 1, CommMode::Plain));
  const auto records = readRecords(open, 2, 0, 3, 48, CommMode::Plain);
  if (records) {
    KAHUI_ASSERT(records->size() == 3 && records->front().size() == 48);
    static_cast<void>(decodePurseRecord(records->front(), std::nullopt));
  }
  const auto data = readFile(open, 3, 0, 20, CommMode::Plain);
  if (data) KAHUI_ASSERT(data->size() == 20);
}

class NoLog final : public IntentLog {
 public:
  base::Status begin(const PurseIntent&) override { return {}; }
  base::Status end(const base::Id&, PurseEnd) override { return {}; }
  base::Result<std::vector<PurseIntent>> openOf(const std::string&) override { return std::vector<PurseIntent>(); }
  base::Result<std::uint32_t> knownSequence(const std::string&) override { return 0; }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  test::FuzzedCard session({data + 1, size - 1});
  if (data[0] % 3 == 0) {
    askOpen(session);
    return 0;
  }
  const Block key{1, 2, 3};
  Ev2Channel ev2(session, Ev2State{.keys = {SecretKey(key), SecretKey(key)}});
  Ev1Channel ev1(session, key);
  Channel& channel = data[0] % 3 == 1 ? static_cast<Channel&>(ev2) : static_cast<Channel&>(ev1);
  NoLog log;
  const PurseOrder order{.uid = "04A1B2C3D4E5F6", .amount = 5};
  KAHUI_ASSERT(movePurse(channel, PurseLayout{}, order, log).end == PurseEnd::NotDone);
  KAHUI_ASSERT(resolvePurse(channel, PurseLayout{}, PurseIntent{.order = order}) == PurseEnd::InDoubt);
  KAHUI_ASSERT(!debit(channel, 1, 5, CommMode::Full));
  KAHUI_ASSERT(!commitTransaction(channel, true));
  KAHUI_ASSERT(!readRecords(channel, 2, 0, 2, 48, CommMode::Mac));
  return 0;
}
