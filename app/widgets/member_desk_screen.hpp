// The member desk (会员服务台): left the search and the member, right the member's lists or the form of a task.
#pragma once

#include <QStackedWidget>

#include "app/models/till_model.hpp"
#include "app/widgets/card_load_form.hpp"
#include "app/widgets/member_form.hpp"
#include "app/widgets/note_list.hpp"
#include "app/widgets/page.hpp"

namespace kahui::widgets {

class MemberDeskScreen : public Page {
  Q_OBJECT

 public:
  MemberDeskScreen(Look look, models::TillModel& till, QWidget* parent = nullptr);

  void setCustomer(models::CustomerEntry& entry) { m_form->setCustomer(entry); }
  void joinNext() { m_join_next = true; }  // opens on the form of joining
  void open() override;
  void join();  // where no member is shown: the form of joining
  void leave() override;
  void show(const till::Snapshot& snapshot) override;
  bool takeKey(int key) override;
  bool back() override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum class Tab { Points, Purchases, Coupons, Cards, Changes, Gifts };
  struct Task {
    models::DeskTask task;
    int key;
    ActionButton* button;
  };

  QWidget* makeLeft();
  QWidget* makeRight();
  void connectForm();
  QWidget* makeHits();
  QWidget* makeMember();
  QWidget* makeTasks(const char* place, int columns, std::initializer_list<std::pair<models::DeskTask, int>> tasks);
  void find();
  void begin(models::DeskTask task, const QString& phone = {});
  void end();
  void perform();
  void answer(const till::Notice& notice);
  void answerLoad(const till::Notice& notice);
  void choose(Tab tab);
  void chooseCard(int card);
  void fill();
  void fillMember();
  void fillCards();
  void retranslate();
  [[nodiscard]] const till::MemberPageView* page() const { return m_view && m_view->page ? &*m_view->page : nullptr; }
  [[nodiscard]] bool forms() const { return m_right->currentWidget() != m_lists_page; }
  [[nodiscard]] bool loads() const { return m_right->currentWidget() == m_load; }

  Look m_look;
  models::TillModel& m_till;
  std::optional<till::MemberDeskView> m_view;
  bool m_seen = false;  // the till knows that the desk is open
  bool m_join_next = false;
  ActionButton* m_blank = nullptr;  // prints a blank form
  std::uint64_t m_form_serial = 0;  // of the last scanned form
  std::uint64_t m_answered = 0;
  QString m_asked;  // what was looked for last, for a joining; wiped when the desk is left
  Tab m_tab = Tab::Points;
  int m_chosen_card = 0;
  std::vector<Task> m_tasks;
  std::vector<std::pair<Tab, ActionButton*>> m_tabs;
  std::vector<ActionButton*> m_hits, m_cards;
  PageHead* m_head = nullptr;
  CodeEdit* m_find = nullptr;
  TextLabel* m_hint = nullptr;
  QStackedWidget* m_left = nullptr;
  QWidget* m_hits_page = nullptr;
  QWidget* m_member_page = nullptr;
  TextLabel* m_who = nullptr;
  TextLabel* m_detail = nullptr;
  TextLabel* m_sums = nullptr;
  TextLabel* m_facts = nullptr;
  ActionButton* m_take = nullptr;
  QStackedWidget* m_right = nullptr;
  QWidget* m_lists_page = nullptr;
  QWidget* m_card_tasks = nullptr;
  QWidget* m_point_tasks = nullptr;
  QWidget* m_gift_tasks = nullptr;
  NoteList* m_list = nullptr;
  MemberForm* m_form = nullptr;
  CardLoadForm* m_load = nullptr;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
