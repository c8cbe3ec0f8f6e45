// Targets of a month beside what came of them, the steps of the care plan, and its tags, benefits, draws and rules
// (PlanItemsPanel): one list, at the right a form for the chosen row. In the manager's view; what is to be saved is
// asked for, the page hands it to the till.
#pragma once

#include "app/models/plan_edit.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/plan_items_panel.hpp"
#include "app/widgets/text_label.hpp"
#include "app/widgets/two_line_list.hpp"

namespace kahui::widgets {

class PlanPanel : public QWidget {
  Q_OBJECT

 public:
  PlanPanel(Look look, models::ReportModel& reports, QWidget* parent = nullptr);

  void open();
  void saved();  // the till did it: read it again
  bool takeKey(int key);
  bool back();  // a step back; false: nothing is open

 signals:
  void asked(const till::TaskRequest& request);
  void refused(const models::NoticeVm& why);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum Field { kTitle, kHow, kWhen, kFields };
  ActionButton* addButton(QLayout& layout, const char* name, Qt::Key key, void (PlanPanel::*press)());
  QWidget* makeForm();
  [[nodiscard]] bool targets() const { return m_part < 0; }
  [[nodiscard]] int templates() const;  // parts of steps; without a plan one empty part, which a first step fills
  [[nodiscard]] bool items() const { return m_part >= templates(); }
  void showItems();
  [[nodiscard]] const programme::CareTemplate* shown() const;  // null: targets, or no plan yet
  [[nodiscard]] CodeEdit& field(Field at) const { return *m_fields[static_cast<std::size_t>(at)]; }
  void take();
  void fillTargets();
  void fillSteps();
  void showRow();
  void showStep();
  void nextPart();
  void moveMonth(int by);
  void earlier() { moveMonth(-1); }
  void later() { moveMonth(1); }
  void addStep();
  void removeStep();
  void moveUp() { moveStep(-1); }
  void moveDown() { moveStep(1); }
  void moveStep(int by);
  void turnFrom();
  void turnRepeats();
  void turnConfirm();
  void turnChannel();
  void save();
  void saveTarget();
  bool readStep();
  void store(const programme::CareTemplate& changed);
  void retranslate();
  void retranslateButtons();

  Look m_look;
  models::ReportModel& m_reports;
  int m_part = -1;   // -1: targets; else a template of the plan
  int m_months = 0;  // of the targets: months from this one
  bool m_adding = false;
  bool m_removing = false;  // asked once, and waits for the second press
  int m_goto = -1;          // row to choose when the plan was read again
  programme::CareStep m_step;
  TextLabel *m_title, *m_subtitle;
  TwoLineList* m_list;
  QWidget* m_columns;
  PlanItemsPanel* m_items;
  TextLabel *m_name = nullptr, *m_note = nullptr;
  std::vector<CodeEdit*> m_fields;
  ActionButton *m_part_button = nullptr, *m_earlier = nullptr, *m_later = nullptr, *m_new = nullptr,
               *m_remove = nullptr, *m_up = nullptr, *m_down = nullptr, *m_from = nullptr, *m_repeats = nullptr,
               *m_confirm = nullptr, *m_channel = nullptr, *m_save = nullptr;
  std::vector<std::pair<Qt::Key, ActionButton*>> m_keys;
};

}  // namespace kahui::widgets
