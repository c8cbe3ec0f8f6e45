#include "core/till/payment_run.hpp"

#include <algorithm>

namespace kahui::till {

using ports::PaymentOutcome;

PaymentStep PaymentRun::next(std::int64_t now_ms) const {
  if (m_next == PaymentStep::Done || now_ms >= m_due_ms) return m_next;
  return PaymentStep::Wait;
}

void PaymentRun::end(PaymentOutcome outcome) {
  m_outcome = outcome;
  m_next = PaymentStep::Done;
}

// Nobody knows yet: look again, and from the limit on take it back.
void PaymentRun::goOn(std::int64_t now_ms) {
  const bool late = now_ms >= m_times.reverse_after_ms;
  if (late || m_cancelled) {
    m_next = PaymentStep::Reverse;
    m_due_ms = now_ms;
    return;
  }
  m_next = PaymentStep::Query;
  m_due_ms = std::min(now_ms + m_times.poll_ms, m_times.reverse_after_ms);
}

void PaymentRun::answered(const ports::PaymentAnswer& answer, std::int64_t now_ms) {
  const bool reversing = m_next == PaymentStep::Reverse;
  m_asked = true;
  if (answer.outcome != PaymentOutcome::Unknown) {
    m_reversed = reversing && answer.outcome == PaymentOutcome::Unpaid;
    return end(answer.outcome);
  }
  if (m_next == PaymentStep::Refund || (m_begin == PaymentStep::Query && m_next == PaymentStep::Query))
    return end(PaymentOutcome::Unknown);
  if (!reversing) return goOn(now_ms);
  if (++m_tried >= m_times.reversals) return end(PaymentOutcome::Unknown);
  m_due_ms = now_ms + m_times.poll_ms;
}

void PaymentRun::cancel() {
  m_cancelled = true;
  if (m_next != PaymentStep::Query) return;
  m_next = PaymentStep::Reverse;
  m_due_ms = 0;
}

PaymentStage PaymentRun::stage() const {
  if (m_next == PaymentStep::Done) return PaymentStage::Ended;
  if (m_next == PaymentStep::Reverse) return PaymentStage::Reversing;
  return m_asked ? PaymentStage::Waiting : PaymentStage::Asking;
}

}  // namespace kahui::till
