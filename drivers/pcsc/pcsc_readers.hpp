// Every reader that pcscd knows (CCID, through libpcsclite) as one ports::CardReaderService.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/ports/card_reader.hpp"
#include "drivers/card/identifier.hpp"
#include "drivers/pcsc/functions.hpp"

namespace kahui::pcsc {

struct Options {
  std::vector<std::string> names{};  // only readers whose name begins with one of these; none: all
  std::shared_ptr<card::Identifier> identifier = std::make_shared<card::Identifier>();
  std::chrono::milliseconds wait{1000};  // longest wait for a change before the readers are listed again
  std::chrono::milliseconds deadline{
      2000};                             // for one card's reading, or for a wait beyond `wait`: then the driver hangs
  std::chrono::milliseconds retry{200};  // until a card held by another program is tried again
  std::chrono::milliseconds back_off_first{100};     // until the service is tried again, doubled ...
  std::chrono::milliseconds back_off_longest{1000};  // ... up to this
};

// The service itself speaks under the name "pcsc" (or "pcsc:NAME"): Gone with StartService, AllowAccess or PlugReaderIn
// when it has no reader to offer, Error when it does not answer, Ready once that is over. While all is well it says
// nothing.
class PcscReaders final : public ports::CardReaderService {
 public:
  explicit PcscReaders(Options options = {}, FunctionsPtr functions = systemFunctions());
  ~PcscReaders() override;
  PcscReaders(const PcscReaders&) = delete;
  PcscReaders& operator=(const PcscReaders&) = delete;

  void start(ports::ReaderEventSink sink) override;
  // Prompt, even while the daemon or a driver hangs: a thread that does not come back is left to end by itself.
  void stop() override;
  void lookAgain() override;

  // Threads that were left behind in a call and have not come back.
  [[nodiscard]] int abandonedThreads() const;

  class Core;

 private:
  const std::shared_ptr<Core> m_core;
};

// The readers as they are now; touches no card. Errors: ServiceDown (detail says why) also if the service does not
// answer within 3 s.
base::Result<std::vector<ports::ReaderChanged>> listReaders(const Options& options = {},
                                                            FunctionsPtr functions = systemFunctions());

}  // namespace kahui::pcsc
