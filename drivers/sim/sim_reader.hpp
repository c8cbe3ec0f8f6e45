// A reader without hardware: it follows a script, or the hand of whoever holds it (the till's demo panel, tests), or
// both. It keeps to the rules that a real reader is held to: random UIDs are refused, a new card removes the old one, a
// pulled reader loses its card.
//
// One thread, from start() to stop(). The five acts may be called from any thread and at any time; they never block.
// Each answers whether it was taken: it is not before start(), after stop(), or while kMaxPending acts wait.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/ports/card_reader.hpp"
#include "drivers/sim/script.hpp"

namespace kahui::sim {

class SimReader final : public ports::CardReaderService {
 public:
  static constexpr std::size_t kMaxPending = 256;

  // A reader that is plugged in and waits for acts. `name` is its name in events.
  explicit SimReader(std::string name = "Demo reader");
  // The readers that the script names. Acts go to the one of its first step.
  explicit SimReader(std::vector<Step> script);
  ~SimReader() override;
  SimReader(const SimReader&) = delete;
  SimReader& operator=(const SimReader&) = delete;

  void start(ports::ReaderEventSink sink) override;
  void stop() override;

  bool tap(base::ByteView uid);
  bool remove();
  bool unplug();
  bool replug();
  bool refuse(ports::RefuseReason reason);

  // The readers as they stand before the first step, in the order of the script.
  [[nodiscard]] std::vector<ports::ReaderChanged> initialReaders() const;

 private:
  struct Device {
    bool plugged = true;
    std::uint64_t generation = 0;  // of the card that lies on it and was reported, otherwise 0
  };

  bool post(Step step);
  void run();
  void perform(const Step& step);
  void tapOn(Device& device, const Step& step);
  void takeCardOff(Device& device, const std::string& reader);
  void report(const std::string& reader, ports::ReaderState state, ports::ReaderAdvice advice);

  const std::string m_name;
  const std::vector<Step> m_script;
  ports::ReaderEventSink m_sink;            // the thread's own after start()
  std::map<std::string, Device> m_devices;  // the thread's own after start()
  std::thread m_thread;

  std::mutex m_mutex;  // guards what follows
  std::condition_variable m_wake;
  std::deque<Step> m_pending;
  bool m_running = false;
};

}  // namespace kahui::sim
