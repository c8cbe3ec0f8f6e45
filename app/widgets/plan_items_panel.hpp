// Tags, benefits, draws and single rules of the care plan: a list, and at the right a form for the chosen row. Part of
// PlanPanel; what is to be saved is asked for.
#pragma once

#include "app/models/plan_items.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/text_label.hpp"
#include "app/widgets/two_line_list.hpp"

namespace kahui::widgets {

class PlanItemsPanel : public QWidget {
  Q_OBJECT

 public:
  PlanItemsPanel(Look look, models::ReportModel& reports, QWidget* parent = nullptr);

  void open(models::PlanPart part);
  void take();  // the plan was read again
  void add();
  void remove();  // the second press does it
  [[nodiscard]] bool mayAdd() const { return models::PlanItems::mayAdd(m_part); }
  [[nodiscard]] bool mayRemove() const;
  [[nodiscard]] bool removing() const { return m_removing; }
  void move(int by) { m_list->move(by); }
  void edit();  // the cursor into the form
  bool back();
  void focusList() { m_list->setFocus(); }

 signals:
  void asked(const till::TaskRequest& request);
  void refused(const models::NoticeVm& why);
  void changed();  // what may be done

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void showRow();
  void save();
  void retranslate();

  Look m_look;
  models::ReportModel& m_reports;
  models::PlanPart m_part = models::PlanPart::Tags;
  bool m_adding = false;
  bool m_removing = false;
  int m_rows = 0;
  TwoLineList* m_list;
  TextLabel *m_name, *m_hints;
  std::vector<CodeEdit*> m_fields;
  ActionButton* m_save;
};

}  // namespace kahui::widgets
