// The readers of a till while it runs: each spec of the settings with its own driver, added, removed, claimed, tested
// and released without a restart. The till sees one ports::CardReaderService, a screen one ports::DeviceDesk.
//
// What a driver brings passes the desk on the driver's own thread: to the till while the device is enabled, to the test
// while it is being tested. A device that is released, or goes while a card lies on it, is told to the till as any
// other: CardRemoved, then Gone.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/base/clock.hpp"
#include "core/ports/device_desk.hpp"
#include "drivers/host/doctor.hpp"
#include "drivers/host/health_log.hpp"
#include "drivers/host/open_readers.hpp"

namespace kahui::host {

class ReaderDesk final : public ports::CardReaderService, public ports::DeviceDesk {
 public:
  // A reader that no spec names: it can be tested and released, and not be removed.
  struct Fixed {
    std::string name;
    ports::ReaderKind kind{};
    ReaderSource source;
  };
  struct Options {
    std::vector<std::string> specs{};     // one that another covers is left out
    std::vector<std::string> released{};  // of them: not claimed at the start
    std::vector<Fixed> fixed{};
    Evidence evidence{};
    std::shared_ptr<const base::Clock> clock{};  // none: the machine's
    HealthLog health{};
    // What devices there are, and which of them are released; none: kept nowhere.
    std::function<bool(const std::vector<std::string>& specs, const std::vector<std::string>& released)> save_devices{};
    std::function<void(const HealthLog&)> save_health{};  // on the thread of a driver
    DoctorProbes probes = DoctorProbes::real();
  };

  // Errors: BadInput or UnknownKey from a spec or a script; BadInput for more than ports::kMostDevices.
  static base::Result<std::shared_ptr<ReaderDesk>> open(Options options);
  ~ReaderDesk() override;
  ReaderDesk(const ReaderDesk&) = delete;
  ReaderDesk& operator=(const ReaderDesk&) = delete;

  void start(ports::ReaderEventSink sink) override;
  void stop() override;
  void lookAgain() override;  // also a card that was taken for a test

  [[nodiscard]] std::vector<ports::DeviceView> devices() const override;
  ports::DeskAnswer add(const std::string& spec) override;
  ports::DeskAnswer remove(const std::string& spec) override;
  ports::DeskAnswer claim(const std::string& spec) override;
  ports::DeskAnswer release(const std::string& spec) override;
  ports::DeskAnswer checkHealth(const std::string& spec) override;
  ports::DeskAnswer endCheck(const std::string& spec) override;
  [[nodiscard]] std::vector<ports::Finding> examine() const override;
  [[nodiscard]] std::vector<ports::HealthEntry> health() const override;
  void onChange(std::function<void()> listener) override;

 private:
  struct Entry;
  using EntryPtr = std::shared_ptr<Entry>;

  explicit ReaderDesk(Options options);
  base::Result<EntryPtr> make(const std::string& spec) const;
  [[nodiscard]] EntryPtr find(const std::string& spec) const;
  [[nodiscard]] bool covered(const std::string& spec) const;
  [[nodiscard]] ports::DeskAnswer saved() const;
  void run(const EntryPtr& entry);
  void halt(const EntryPtr& entry);
  void setLife(const EntryPtr& entry, ports::DeviceLife life);
  void take(Entry& entry, const ports::ReaderEvent& event);
  bool note(Entry& entry, const ports::ReaderEvent& event);
  bool noteCard(Entry& entry, const ports::CardRead& read);
  bool noteRemoval(Entry& entry, const ports::CardRemoved& removed);
  bool noteRefusal(Entry& entry, const ports::CardRefused& refused);
  void deliver(const ports::ReaderEvent& event);
  void tell() const;
  void saveHealth();

  const Options m_options;
  const ReaderMaker m_maker;
  std::mutex m_operations;     // one change at a time; held while drivers start and stop
  mutable std::mutex m_mutex;  // guards what follows; never held while a driver is called
  std::vector<EntryPtr> m_entries;
  HealthLog m_health;
  std::function<void()> m_listener;
  bool m_started = false;
  std::mutex m_saving;    // the newest log is written last
  std::mutex m_delivery;  // the sink is never called from two threads at once
  ports::ReaderEventSink m_sink;
};

}  // namespace kahui::host
