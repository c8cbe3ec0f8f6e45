// One form for the acts of the manager's work: up to four lines and the button that does it.
#pragma once

#include "app/models/messages.hpp"
#include "app/models/till_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class TaskForm : public QWidget {
  Q_OBJECT

 public:
  // `name` begins the object names: one form a page.
  TaskForm(Look look, const QString& name, QWidget* parent = nullptr);

  // `request` brings what is known: act, task, members, kind. `what` says of whom or what it is; `how` what a step asks
  // for (its confirmation is a button then). `today` is the day that dates are typed against.
  void open(till::TaskRequest request, const QString& what, const QString& how, base::BusinessDate today);
  [[nodiscard]] till::TaskAct act() const { return m_request.act; }
  bool takeKey(int key);  // C confirms, where the step asks

 signals:
  void filled(const till::TaskRequest& request);
  void refused(const models::NoticeVm& why);
  void left();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  static constexpr int kFields = 5;
  void choose();
  [[nodiscard]] QString field(int at) const { return m_fields[static_cast<std::size_t>(at)]->text().trimmed(); }
  bool readDue(int at, std::optional<base::LocalTime>& into, bool needed);
  bool readScore(int at);
  bool readCoupon();
  bool readStart();
  bool read();
  void refuse(int at, const QString& what, const QString& next);
  [[nodiscard]] QStringList hints() const;  // of the fields that this act has
  [[nodiscard]] QString title() const;
  void retranslate();

  Look m_look;
  QString m_name;
  till::TaskRequest m_request;
  QString m_what, m_how;
  base::BusinessDate m_today;
  TextLabel* m_title;
  TextLabel* m_subject;
  TextLabel* m_list;
  std::vector<CodeEdit*> m_fields;
  ActionButton* m_confirm;
  ActionButton* m_choose;
  ActionButton* m_leave;
};

}  // namespace kahui::widgets
