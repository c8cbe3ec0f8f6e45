// A reader that libnfc drives (PN532 on a serial line), as a ports::CardReaderService. The library runs in a process of
// its own, kahui-nfc, which is started again whenever it ends, crashes or hangs: after 100 ms and then ever more slowly
// up to 2 s.
//
// One thread, from start() to stop(). stop() is prompt, whatever the library does.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "core/ports/card_reader.hpp"
#include "drivers/card/identifier.hpp"
#include "drivers/nfc/worker_process.hpp"

namespace kahui::nfc {

struct Options {
  std::string connstring;                            // of libnfc: pn532_uart:PATH[:BAUD]
  std::string program = defaultProgram();            // kahui-nfc
  std::chrono::milliseconds opening{4000};           // until the device must be open
  std::chrono::milliseconds silence{4000};           // without a sign of life: the library hangs
  std::chrono::milliseconds deadline{2000};          // for the reading of one card
  std::chrono::milliseconds back_off_first{100};     // until the process is started again, doubled ...
  std::chrono::milliseconds back_off_longest{2000};  // ... up to this

  static std::string defaultProgram();  // beside the running program
};

class NfcReader final : public ports::CardReaderService {
 public:
  explicit NfcReader(Options options, std::shared_ptr<card::Identifier> identifier);
  ~NfcReader() override;
  NfcReader(const NfcReader&) = delete;
  NfcReader& operator=(const NfcReader&) = delete;

  void start(ports::ReaderEventSink sink) override;
  void stop() override;
  void lookAgain() override;

  // Whether there is such a line and it may be opened; asks no chip.
  [[nodiscard]] ports::ReaderChanged look() const;

 private:
  enum class End { Stopped, Failed };

  void run();
  End serve();
  bool serveCard(const Frame& frame);
  bool waitForStop(std::chrono::milliseconds limit) const;
  void report(ports::ReaderState state, ports::ReaderAdvice advice);
  void takeCardOff();

  const Options m_options;
  const std::string m_name;
  const std::shared_ptr<card::Identifier> m_identifier;
  base::Fd m_wake;  // readable from stop() on
  base::Fd m_look;  // readable from lookAgain() until the process was told
  ports::ReaderEventSink m_sink;
  std::thread m_thread;

  // the thread's own
  WorkerProcess m_process;
  std::optional<FaultCode> m_fault;
  std::optional<std::pair<ports::ReaderState, ports::ReaderAdvice>> m_reported;
  std::uint64_t m_generation = 0;  // of the card that lies there and was reported, otherwise 0
};

}  // namespace kahui::nfc
