// Stored value and count cards of the member on the bill: balance, top-up, uses, running history, closing.
#pragma once

#include "app/models/till_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/page.hpp"
#include "app/widgets/text_label.hpp"
#include "app/widgets/two_line_list.hpp"

namespace kahui::widgets {

class ValueScreen : public Page {
  Q_OBJECT

 public:
  ValueScreen(Look look, models::TillModel& till, QWidget* parent = nullptr);

  void open() override;
  void leave() override;
  void show(const till::Snapshot& snapshot) override;
  bool takeKey(int key) override;
  bool back() override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum class Step { Amount, Reference, SignerCode, SignerPin };

  QWidget* makeTopUp();
  QWidget* makeLists();
  void entered(const QString& text);
  void topUp(till::TenderKind kind);
  void askAmount();
  void closeAccount();
  void use();
  void plan();
  void go(Step step);
  void say(const QString& what, const QString& next);
  void retranslate();
  void fill();
  [[nodiscard]] QString honesty() const;

  Look m_look;
  models::TillModel& m_till;
  Step m_step = Step::Amount;
  base::Money m_amount{};
  std::string m_signer;
  std::vector<ports::OwnedCount> m_counts;
  std::uint64_t m_answered = 0;
  PageHead* m_head;
  TextLabel* m_balance_title = nullptr;
  TextLabel* m_balance = nullptr;
  TextLabel* m_balance_detail = nullptr;
  TextLabel* m_honest = nullptr;  // what headquarters confirmed, what may be paid without it
  TextLabel* m_ask = nullptr;
  CodeEdit* m_entry = nullptr;
  TextLabel* m_plan = nullptr;
  NumberPad* m_pad = nullptr;
  ActionButton* m_cash = nullptr;
  ActionButton* m_card = nullptr;
  ActionButton* m_close = nullptr;
  TextLabel* m_counts_title = nullptr;
  TwoLineList* m_counts_list = nullptr;
  ActionButton* m_use = nullptr;
  TextLabel* m_history_title = nullptr;
  TwoLineList* m_history = nullptr;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
