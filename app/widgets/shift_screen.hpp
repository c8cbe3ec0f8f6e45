// The cashier's day (More, H): left the slip as it would be printed, right what is done at the drawer, and the close of
// the shift: count, difference, PIN.
#pragma once

#include <QStackedWidget>

#include "app/models/till_model.hpp"
#include "app/widgets/approval_form.hpp"
#include "app/widgets/cash_form.hpp"
#include "app/widgets/close_form.hpp"
#include "app/widgets/count_form.hpp"
#include "app/widgets/page.hpp"
#include "app/widgets/receipt_paper.hpp"

namespace kahui::widgets {

class ShiftScreen : public Page {
  Q_OBJECT

 public:
  ShiftScreen(Look look, models::TillModel& till, QWidget* parent = nullptr);

  void open() override;
  void leave() override;
  void show(const till::Snapshot& snapshot) override;
  bool takeKey(int key) override;
  bool back() override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }
  [[nodiscard]] CodeEdit* entry() const;  // of the form on top; null: none

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum class Step { Acts, Cash, Drawer, Count, Close, Approval };

  QWidget* makeActs();
  QWidget* makeDrawer();
  ActionButton* addAct(QLayout& layout, const QString& name, const QString& icon, const QString& cap);
  void connectForms();
  void go(Step step);
  void begin(CashForm::What what);
  void beginCount();
  // Sends the act, and again with a signature where the operator may not.
  void ask(till::Command command, const QString& wanted);
  void answer(const till::Snapshot& snapshot);
  void retranslate();

  Look m_look;
  models::TillModel& m_till;
  Step m_step = Step::Acts;
  std::optional<till::Command> m_asked;
  QString m_wanted;
  std::uint64_t m_answered = 0;
  PageHead* m_head = nullptr;
  ReceiptPaper* m_paper;
  QStackedWidget* m_steps;
  ActionButton* m_in = nullptr;
  ActionButton* m_out = nullptr;
  ActionButton* m_drop = nullptr;
  ActionButton* m_open = nullptr;
  ActionButton* m_float = nullptr;
  ActionButton* m_print = nullptr;  // the slip as it stands
  ActionButton* m_again = nullptr;  // that of the last shift, as a copy
  ActionButton* m_count_act = nullptr;
  TextLabel* m_drawer_title = nullptr;
  std::vector<ActionButton*> m_reasons;
  CashForm* m_cash;
  CountForm* m_count;
  CloseForm* m_close;
  ApprovalForm* m_approval;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
