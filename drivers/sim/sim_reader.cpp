#include "drivers/sim/sim_reader.hpp"

#include <algorithm>

#include "drivers/card/uid.hpp"

namespace kahui::sim {

using ports::ReaderAdvice;
using ports::ReaderState;
using std::chrono::steady_clock;

SimReader::SimReader(std::string name) : m_name(std::move(name)) { m_devices[m_name]; }

SimReader::SimReader(std::vector<Step> script)
    : m_name(script.empty() ? "Demo reader" : script.front().reader), m_script(std::move(script)) {
  m_devices[m_name];
  for (const Step& step : m_script) m_devices.try_emplace(step.reader, Device{});
  for (auto& [name, device] : m_devices) {
    const auto first =
        std::find_if(m_script.begin(), m_script.end(), [&](const Step& step) { return step.reader == name; });
    device.plugged = first == m_script.end() || first->act != Act::Plug;
  }
}

SimReader::~SimReader() { stop(); }

void SimReader::start(ports::ReaderEventSink sink) {
  KAHUI_ASSERT(!m_thread.joinable());
  m_sink = std::move(sink);
  {
    const std::lock_guard lock(m_mutex);
    m_running = true;
  }
  m_thread = std::thread(&SimReader::run, this);
}

void SimReader::stop() {
  {
    const std::lock_guard lock(m_mutex);
    m_running = false;
    m_pending.clear();
  }
  m_wake.notify_all();
  if (m_thread.joinable()) m_thread.join();
}

bool SimReader::tap(base::ByteView uid) {
  return post({.reader = m_name, .act = Act::Tap, .uid = base::Bytes(uid.begin(), uid.end())});
}
bool SimReader::remove() { return post({.reader = m_name, .act = Act::Remove}); }
bool SimReader::unplug() { return post({.reader = m_name, .act = Act::Unplug}); }
bool SimReader::replug() { return post({.reader = m_name, .act = Act::Plug}); }
bool SimReader::refuse(ports::RefuseReason reason) {
  return post({.reader = m_name, .act = Act::Refuse, .reason = reason});
}

std::vector<ports::ReaderChanged> SimReader::initialReaders() const {
  std::vector<ports::ReaderChanged> readers;
  for (const auto& [name, device] : m_devices)
    readers.push_back({name, ports::ReaderKind::Sim, device.plugged ? ReaderState::Ready : ReaderState::Gone,
                       device.plugged ? ReaderAdvice::None : ReaderAdvice::PlugReaderIn});
  return readers;
}

bool SimReader::post(Step step) {
  {
    const std::lock_guard lock(m_mutex);
    if (!m_running || m_pending.size() >= kMaxPending) return false;
    m_pending.push_back(std::move(step));
  }
  m_wake.notify_all();
  return true;
}

void SimReader::run() {
  for (const auto& reader : initialReaders()) m_sink(reader);
  auto next = m_script.begin();
  const auto dueAfter = [&](steady_clock::time_point from) {
    return next == m_script.end() ? steady_clock::time_point::max() : from + std::chrono::milliseconds(next->delay_ms);
  };
  auto due = dueAfter(steady_clock::now());
  std::unique_lock lock(m_mutex);
  while (m_running) {
    if (!m_pending.empty()) {
      const Step step = std::move(m_pending.front());
      m_pending.pop_front();
      lock.unlock();
      perform(step);
      lock.lock();
    } else if (steady_clock::now() >= due) {
      lock.unlock();
      perform(*next);
      ++next;
      due = dueAfter(due);
      lock.lock();
    } else if (next == m_script.end()) {
      m_wake.wait(lock);
    } else {
      m_wake.wait_until(lock, due);
    }
  }
}

void SimReader::perform(const Step& step) {
  Device& device = m_devices.at(step.reader);
  switch (step.act) {
    case Act::Plug:
      device.plugged = true;
      report(step.reader, ReaderState::Ready, ReaderAdvice::None);
      return;
    case Act::Unplug:
      takeCardOff(device, step.reader);
      device.plugged = false;
      report(step.reader, ReaderState::Gone, ReaderAdvice::PlugReaderIn);
      return;
    case Act::Tap:
      if (device.plugged) tapOn(device, step);
      return;
    case Act::Remove: takeCardOff(device, step.reader); return;
    case Act::Refuse:
      if (!device.plugged) return;
      takeCardOff(device, step.reader);
      m_sink(ports::CardRefused{step.reader, step.reason});
      return;
  }
}

void SimReader::tapOn(Device& device, const Step& step) {
  const auto woken = steady_clock::now();
  takeCardOff(device, step.reader);
  auto credential = card::credentialOfUid(step.uid);
  if (!credential) {
    m_sink(ports::CardRefused{step.reader, credential.error()});
    return;
  }
  device.generation = ports::newGeneration();
  ports::CardRead read{.at = {step.reader, device.generation}, .card_class = ports::CardClass::Uid};
  read.credential = *std::move(credential);
  read.elapsed_us = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - woken).count();
  m_sink(std::move(read));
}

void SimReader::takeCardOff(Device& device, const std::string& reader) {
  if (device.generation == 0) return;
  m_sink(ports::CardRemoved{{reader, device.generation}});
  device.generation = 0;
}

void SimReader::report(const std::string& reader, ReaderState state, ReaderAdvice advice) {
  m_sink(ports::ReaderChanged{reader, ports::ReaderKind::Sim, state, advice});
}

}  // namespace kahui::sim
