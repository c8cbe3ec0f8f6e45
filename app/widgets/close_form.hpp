// After the count: the difference, why there is one, what stays in the drawer, and the PIN that closes the shift.
#pragma once

#include "app/models/shift_text.hpp"
#include "app/models/till_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class CloseForm : public QWidget {
  Q_OBJECT

 public:
  explicit CloseForm(Look look, QWidget* parent = nullptr);

  void open(const report::CashCount& cash);
  void follow(const report::CashCount& cash);  // something was sold since: the figures change, what was typed stays
  void refused();                              // the PIN is empty again
  [[nodiscard]] CodeEdit* entry() const { return m_left; }

 signals:
  void signedBy(const till::CloseShift& wish);
  void unreadable(const models::NoticeVm& why);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void choose();
  void retranslate();

  Look m_look;
  report::CashCount m_cash;
  TextLabel* m_title;
  TextLabel* m_verdict;
  TextLabel* m_figures;
  TextLabel* m_left_title;
  CodeEdit* m_left;
  CodeEdit* m_reason;
  CodeEdit* m_pin;
  ActionButton* m_choose;
};

}  // namespace kahui::widgets
