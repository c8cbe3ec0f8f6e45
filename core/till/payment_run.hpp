// How a payment by code is followed to its end (rulebook M4): ask, look again every 5 s, reverse at 30 s, and say
// "unknown" where nobody can tell. Pure: time comes in as milliseconds since the run began.
#pragma once

#include <cstdint>

#include "core/ports/payment_provider.hpp"

namespace kahui::till {

struct PaymentTimes {
  std::int64_t poll_ms = 5000;
  std::int64_t reverse_after_ms = 30000;
  int reversals = 4;  // tries, a poll apart: past the 45 s at which WeChat itself revokes
};

enum class PaymentStep { Pay, Query, Reverse, Refund, Wait, Done };
enum class PaymentStage { Asking, Waiting, Reversing, Ended };  // Waiting: the customer confirms on the telephone

class PaymentRun {
 public:
  // Begins with Pay, Query, Reverse or Refund. A run that begins with Query or Refund ends with the first answer.
  PaymentRun(PaymentStep begin, PaymentTimes times) : m_begin(begin), m_next(begin), m_times(times) {}

  [[nodiscard]] PaymentStep next(std::int64_t now_ms) const;
  [[nodiscard]] std::int64_t dueAt() const { return m_due_ms; }            // of the next step, while next() says Wait
  void answered(const ports::PaymentAnswer& answer, std::int64_t now_ms);  // to what next() said
  void hurry() { m_due_ms = 0; }
  void cancel();  // reverse as soon as nobody waits for an answer

  [[nodiscard]] PaymentStage stage() const;
  [[nodiscard]] ports::PaymentOutcome outcome() const { return m_outcome; }  // once Done
  [[nodiscard]] bool reversed() const { return m_reversed; }                 // Unpaid because it was reversed

 private:
  void end(ports::PaymentOutcome outcome);
  void goOn(std::int64_t now_ms);

  PaymentStep m_begin;
  PaymentStep m_next;
  PaymentTimes m_times;
  std::int64_t m_due_ms = 0;
  int m_tried = 0;  // reversals
  bool m_cancelled = false;
  bool m_asked = false;
  bool m_reversed = false;
  ports::PaymentOutcome m_outcome = ports::PaymentOutcome::Unknown;
};

}  // namespace kahui::till
