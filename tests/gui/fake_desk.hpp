// The readers of a till without a driver: what a test puts there, and what the screen asked for.
#pragma once

#include <algorithm>

#include "core/ports/device_desk.hpp"

namespace kahui::test {

class FakeDesk : public ports::DeviceDesk {
 public:
  FakeDesk();  // one of each kind, in various states

  [[nodiscard]] std::vector<ports::DeviceView> devices() const override { return views; }
  ports::DeskAnswer add(const std::string& spec) override;
  ports::DeskAnswer remove(const std::string& spec) override;
  ports::DeskAnswer claim(const std::string& spec) override { return set(spec, ports::DeviceLife::Enabled); }
  ports::DeskAnswer release(const std::string& spec) override { return set(spec, ports::DeviceLife::Released); }
  ports::DeskAnswer checkHealth(const std::string& spec) override { return set(spec, ports::DeviceLife::Testing); }
  ports::DeskAnswer endCheck(const std::string& spec) override { return set(spec, ports::DeviceLife::Enabled); }
  [[nodiscard]] std::vector<ports::Finding> examine() const override { return findings; }
  [[nodiscard]] std::vector<ports::HealthEntry> health() const override { return entries; }
  void onChange(std::function<void()> listener) override { m_listener = std::move(listener); }

  void show(const std::string& spec, const ports::DeviceEvent& event);  // a card or scan at a device that is tested
  [[nodiscard]] ports::DeviceView* find(const std::string& spec);

  std::vector<ports::DeviceView> views;
  std::vector<ports::Finding> findings;
  std::vector<ports::HealthEntry> entries;
  std::string added;                                        // the last spec
  ports::DeskAnswer next_answer = ports::DeskAnswer::Done;  // of add()

 private:
  ports::DeskAnswer set(const std::string& spec, ports::DeviceLife life);
  void tell() const {
    if (m_listener) m_listener();
  }

  std::function<void()> m_listener;
};

}  // namespace kahui::test
