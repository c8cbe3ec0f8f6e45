// The payments by code whose end is not known, or that no bill holds yet: asked about, finished, reversed.
#pragma once

#include <QStackedWidget>

#include "app/models/till_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/approval_form.hpp"
#include "app/widgets/page.hpp"
#include "app/widgets/text_label.hpp"
#include "app/widgets/two_line_list.hpp"

namespace kahui::widgets {

class PaymentsScreen : public Page {
  Q_OBJECT

 public:
  PaymentsScreen(Look look, models::TillModel& till, QWidget* parent = nullptr);

  void open() override;
  void show(const till::Snapshot& snapshot) override;
  bool takeKey(int key) override;
  bool back() override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  [[nodiscard]] const ports::OpenPayment* current() const;
  void ask();
  void finish();
  void reverse();
  void beginRelease();
  void release(const till::Approval& approval);
  void answer(const till::Snapshot& snapshot);
  void enable();
  void retranslate();

  Look m_look;
  models::TillModel& m_till;
  std::vector<ports::OpenPayment> m_open;
  PageHead* m_head;
  TextLabel* m_words;
  TwoLineList* m_list;
  ActionButton* m_ask;
  ActionButton* m_finish;
  ActionButton* m_reverse;
  ActionButton* m_release;  // the bill of points on a card of which nobody knows
  QStackedWidget* m_steps;  // the list, why a bill is let go, whose signature
  TextLabel* m_why_words;
  CodeEdit* m_why;
  ApprovalForm* m_approval;
  std::string m_asked;   // the payment that is to be let go
  bool m_loads = false;  // it is points onto a card
  std::uint64_t m_answered = 0;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
