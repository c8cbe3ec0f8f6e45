#include "core/till/payment_desk.hpp"

#include <algorithm>

#include "core/base/text.hpp"

namespace kahui::till {

using base::wipe;

PaymentDesk::PaymentDesk(std::shared_ptr<ports::PaymentProvider> provider, PaymentTimes times, Sink sink)
    : m_provider(std::move(provider)), m_times(times), m_sink(std::move(sink)) {
  m_thread = std::thread([this] { loop(); });
}

PaymentDesk::~PaymentDesk() { stop(); }

void PaymentDesk::stop() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
  }
  m_wake.notify_all();
  if (m_thread.joinable()) m_thread.join();
}

void PaymentDesk::ask(PaymentStep begin, ports::PaymentOrder order, std::string code, std::string of) {
  {
    const std::lock_guard lock(m_mutex);
    m_active.push_back(std::make_unique<Active>(Active{std::move(order), std::move(code), std::move(of),
                                                       PaymentRun(begin, m_times), std::chrono::steady_clock::now()}));
  }
  m_wake.notify_all();
}

void PaymentDesk::cancel(const std::string& payment) {
  {
    const std::lock_guard lock(m_mutex);
    for (const auto& active : m_active)
      if (active->order.payment == payment) active->run.cancel();
  }
  m_wake.notify_all();
}

void PaymentDesk::hurry(const std::string& payment) {
  {
    const std::lock_guard lock(m_mutex);
    for (const auto& active : m_active)
      if (active->order.payment == payment) active->run.hurry();
  }
  m_wake.notify_all();
}

std::int64_t PaymentDesk::since(const Active& active) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - active.start).count();
}

ports::PaymentAnswer PaymentDesk::call(PaymentStep step, Active& active) {
  switch (step) {
    case PaymentStep::Pay: {
      auto answer = m_provider->pay(active.order, active.code);
      wipe(active.code);
      return answer;
    }
    case PaymentStep::Query: return m_provider->query(active.order);
    case PaymentStep::Reverse: return m_provider->reverse(active.order);
    case PaymentStep::Refund: return m_provider->refund(active.order, active.of);
    case PaymentStep::Wait:
    case PaymentStep::Done: break;
  }
  return {};
}

// One call at a time; a run that waits for its next look holds up nobody.
void PaymentDesk::loop() {
  std::unique_lock lock(m_mutex);
  while (!m_stopping) {
    Active* due = nullptr;
    auto wake = std::chrono::steady_clock::time_point::max();
    for (const auto& active : m_active) {
      if (active->run.next(since(*active)) != PaymentStep::Wait) {
        due = active.get();
        break;
      }
      wake = std::min(wake, active->start + std::chrono::milliseconds(active->run.dueAt()));
    }
    if (due == nullptr) {
      if (m_active.empty())
        m_wake.wait(lock);
      else
        m_wake.wait_until(lock, wake);
      continue;
    }
    const PaymentStep step = due->run.next(since(*due));
    lock.unlock();
    const ports::PaymentAnswer answer = call(step, *due);
    lock.lock();
    due->run.answered(answer, since(*due));
    PaymentNews news{due->order.payment,  due->run.stage(),   due->run.outcome(),
                     due->run.reversed(), answer.transaction, answer.reason};
    if (news.stage == PaymentStage::Ended)
      std::erase_if(m_active, [due](const auto& active) { return active.get() == due; });
    lock.unlock();
    m_sink(std::move(news));
    lock.lock();
  }
  for (const auto& active : m_active) wipe(active->code);
}

}  // namespace kahui::till
