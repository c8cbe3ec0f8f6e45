// The manager's work: what is to be done and by when, overdue ones in red; at the right what the chosen one asks for,
// and what can be done with it.
#pragma once

#include <QStackedWidget>
#include <set>

#include "app/models/till_model.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/page.hpp"
#include "app/widgets/task_form.hpp"
#include "app/widgets/two_line_list.hpp"

namespace kahui::widgets {

class TasksScreen : public Page {
  Q_OBJECT

 public:
  TasksScreen(Look look, models::TillModel& till, QWidget* parent = nullptr);

  void open() override;
  void leave() override;
  void show(const till::Snapshot& snapshot) override;
  bool takeKey(int key) override;
  bool back() override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }

 signals:
  void memberAsked(std::int64_t member);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Act {
    till::TaskAct act;
    Qt::Key key;
    ActionButton* button;
  };
  static constexpr std::size_t kMostBenefits = 6;

  QWidget* makeActs();
  ActionButton* addAct(QLayout& layout, till::TaskAct act, Qt::Key key, const char* name);
  ActionButton* addButton(QLayout& layout, const char* name, Qt::Key key);
  [[nodiscard]] const till::TaskView* current() const;
  void choose(till::TaskAct act);
  void submit(const till::TaskRequest& request);
  void ask(ports::TaskFilter filter);
  void nextKind();
  void ofMember();
  void useBenefit(std::size_t at);
  void showCurrent();
  void showBenefits();
  // Chosen by Space, deleted together; one that was begun is no draft (S000-86).
  void toggleChosen();
  void deleteChosen();
  [[nodiscard]] std::vector<std::string> chosen() const;
  void retranslate();
  void retranslateActs();

  Look m_look;
  models::TillModel& m_till;
  std::optional<till::TaskDeskView> m_view;
  bool m_waits = false;  // for the answer to a form
  std::uint64_t m_notice_serial = 0;
  PageHead* m_head;
  TextLabel* m_counts;
  TwoLineList* m_list;
  QStackedWidget* m_steps;
  TextLabel* m_title;
  TextLabel* m_detail;
  TextLabel* m_how;
  std::vector<Act> m_acts;
  std::vector<ActionButton*> m_benefits;
  std::set<std::string> m_chosen;  // ids
  bool m_deleting = false;         // asked once, and waits for the second press
  ActionButton *m_choose = nullptr, *m_delete = nullptr;
  ActionButton *m_kind = nullptr, *m_closed = nullptr, *m_member = nullptr, *m_of = nullptr;
  TaskForm* m_form;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
