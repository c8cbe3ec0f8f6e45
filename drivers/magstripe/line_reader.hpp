// A magnetic stripe reader or scanner on a device of its own, as a ports::CardReaderService.
//
// One thread, from start() to stop(): it opens the device, waits for bytes, and when the device is gone tries again,
// after 100 ms and then ever more slowly up to 2 s. A device that goes in the middle of a swipe gives CardRefused with
// Torn.
//
// The bytes are kept in the frame that is being read and nowhere else, and are overwritten with its end.
#pragma once

#include <memory>
#include <thread>

#include "drivers/magstripe/device.hpp"
#include "drivers/magstripe/framer.hpp"
#include "drivers/magstripe/judge.hpp"

namespace kahui::magstripe {

class LineReader final : public ports::CardReaderService {
 public:
  // Until the device is opened again: the first time, then doubled up to the longest.
  struct BackOff {
    int first_ms = 100;
    int longest_ms = 2000;
  };

  LineReader(std::unique_ptr<Device> device, std::shared_ptr<Judge> judge)
      : LineReader(std::move(device), std::move(judge), BackOff{}) {}
  LineReader(std::unique_ptr<Device> device, std::shared_ptr<Judge> judge, BackOff back_off);
  ~LineReader() override;
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  void start(ports::ReaderEventSink sink) override;
  void stop() override;

  // The device as it is now, opened and closed again. Only while the reader does not run.
  [[nodiscard]] ports::ReaderChanged look();

 private:
  void run();
  bool serve(int fd);
  bool takeBytes(int fd, std::int64_t woken_us);
  bool waitForStop(int limit_ms) const;
  void report(Trouble health);
  void present();

  const std::unique_ptr<Device> m_device;
  const std::shared_ptr<Judge> m_judge;
  const BackOff m_back_off;
  const Fd m_wake;  // readable from stop() on
  ports::ReaderEventSink m_sink;
  std::thread m_thread;

  // the thread's own
  Framer m_framer;
  std::optional<Trouble> m_reported;
};

}  // namespace kahui::magstripe
