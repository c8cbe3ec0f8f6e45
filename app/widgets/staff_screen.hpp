// Who works here: people, roles and single rights, PINs, badges. Who may not manage staff sees the own line and changes
// the own PIN.
#pragma once

#include "app/models/till_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/page.hpp"
#include "app/widgets/two_line_list.hpp"

namespace kahui::widgets {

class StaffScreen : public Page {
  Q_OBJECT

 public:
  StaffScreen(Look look, models::TillModel& till, QWidget* parent = nullptr);

  void open() override;
  void leave() override;
  void show(const till::Snapshot& snapshot) override;
  bool takeKey(int key) override;
  bool back() override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum class Task { Choose, Add, Change, OwnPin };

  QWidget* makePeople();
  QWidget* makeForm();
  CodeEdit* line(const char* name, CodeEdit::Ime ime, int longest);
  [[nodiscard]] const till::StaffRow* chosen() const;
  void begin(Task task);
  void save();
  void chooseRole(ports::StaffRole role);
  void toggleRight();
  void fillRights();
  void fit();  // what of the form belongs to the task
  void retranslate();

  Look m_look;
  models::TillModel& m_till;
  till::StaffDeskView m_view;
  Task m_task = Task::Choose;
  ports::StaffRole m_role{};
  std::vector<std::string> m_granted, m_denied;
  std::uint64_t m_seen = 0;  // serial of the last notice
  PageHead* m_head;
  TwoLineList* m_people;
  ActionButton *m_add, *m_change, *m_badge, *m_drop, *m_own;
  Card* m_form;
  TextLabel *m_title, *m_hint;
  CodeEdit *m_code, *m_name, *m_old_pin, *m_pin;
  std::vector<std::pair<ports::StaffRole, ActionButton*>> m_roles;
  TwoLineList* m_rights;
  ActionButton* m_save;
  NoticeBar* m_notice;
};

}  // namespace kahui::widgets
