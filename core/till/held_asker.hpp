// Questions about held bills, asked one by one on a thread of their own: a silent line keeps no cashier waiting. What
// is to be done with an answer is handed back to whoever owns the bill.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "core/ports/hq_shop.hpp"

namespace kahui::till {

class HeldAsker {
 public:
  using Then = std::function<void()>;                       // on the thread that `back` brings it to
  using Question = std::function<Then(ports::HeldBoard&)>;  // on this object's thread; holds what is its own

  HeldAsker(std::shared_ptr<ports::HeldBoard> board, std::function<void(Then)> back);
  ~HeldAsker() { stop(); }
  HeldAsker(const HeldAsker&) = delete;
  HeldAsker& operator=(const HeldAsker&) = delete;

  void ask(Question question);  // any thread; after stop() it is thrown away
  void stop();                  // waits for the question that is under way

 private:
  void run();

  const std::shared_ptr<ports::HeldBoard> m_board;
  const std::function<void(Then)> m_back;
  std::mutex m_mutex;  // guards what follows
  std::condition_variable m_wake;
  std::deque<Question> m_questions;
  bool m_stopped = false;
  std::thread m_thread;
};

}  // namespace kahui::till
