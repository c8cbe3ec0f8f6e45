// The payments by code whose end is not known, or that no bill holds yet: asked about, finished, reversed.
#pragma once

#include "app/models/till_model.hpp"
#include "app/widgets/action_button.hpp"
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
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  [[nodiscard]] const ports::OpenPayment* current() const;
  void ask();
  void finish();
  void reverse();
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
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
