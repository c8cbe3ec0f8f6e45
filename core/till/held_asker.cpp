#include "core/till/held_asker.hpp"

namespace kahui::till {

HeldAsker::HeldAsker(std::shared_ptr<ports::HeldBoard> board, std::function<void(Then)> back)
    : m_board(std::move(board)), m_back(std::move(back)), m_thread([this] { run(); }) {}

void HeldAsker::ask(Question question) {
  const std::lock_guard lock(m_mutex);
  if (m_stopped) return;
  m_questions.push_back(std::move(question));
  m_wake.notify_all();
}

void HeldAsker::stop() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_wake.notify_all();
  }
  if (m_thread.joinable()) m_thread.join();
}

void HeldAsker::run() {
  std::unique_lock lock(m_mutex);
  for (;;) {
    m_wake.wait(lock, [this] { return m_stopped || !m_questions.empty(); });
    if (m_stopped) return;
    const Question question = std::move(m_questions.front());
    m_questions.pop_front();
    lock.unlock();
    m_back(question(*m_board));
    lock.lock();
  }
}

}  // namespace kahui::till
