// The payments' own thread: follows each payment by code to its end and tells what became of it. The engine never waits
// for a provider.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/till/payment_run.hpp"
#include "core/till/tender_command.hpp"

namespace kahui::till {

class PaymentDesk {
 public:
  using Sink = std::function<void(PaymentNews)>;  // called on the payments' thread

  PaymentDesk(std::shared_ptr<ports::PaymentProvider> provider, PaymentTimes times, Sink sink);
  ~PaymentDesk();
  PaymentDesk(const PaymentDesk&) = delete;
  PaymentDesk& operator=(const PaymentDesk&) = delete;

  // From the engine's thread; none of them blocks. `code` for Pay, `of` for Refund.
  void ask(PaymentStep begin, ports::PaymentOrder order, std::string code = {}, std::string of = {});
  void cancel(const std::string& payment);
  void hurry(const std::string& payment);  // there may be news: look now
  // What is under way stays open: it is asked about again at the next start.
  void stop();

 private:
  struct Active {
    ports::PaymentOrder order;
    std::string code;
    std::string of;
    PaymentRun run;
    std::chrono::steady_clock::time_point start;
  };

  void loop();
  [[nodiscard]] ports::PaymentAnswer call(PaymentStep step, Active& active);
  [[nodiscard]] static std::int64_t since(const Active& active);

  std::shared_ptr<ports::PaymentProvider> m_provider;
  PaymentTimes m_times;
  Sink m_sink;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::vector<std::unique_ptr<Active>> m_active;
  bool m_stopping = false;
  std::thread m_thread;
};

}  // namespace kahui::till
