// A campaign as the manager enters it: its time, its rewards, and the four lines of its budget (S003-101).
#pragma once

#include "app/models/campaign_edit.hpp"
#include "app/models/messages.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class CampaignForm : public QWidget {
  Q_OBJECT

 public:
  explicit CampaignForm(Look look, QWidget* parent = nullptr);

  void open(const journal::CampaignSet& set);  // without a code: a new one

 signals:
  void filled(const till::TaskRequest& request);
  void refused(const models::NoticeVm& why);
  void left();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void save();
  void retranslate();
  [[nodiscard]] CodeEdit& field(models::CampaignEdit::Field at) const {
    return *m_fields[static_cast<std::size_t>(at)];
  }

  Look m_look;
  bool m_fresh = true;
  TextLabel* m_title;
  std::vector<TextLabel*> m_labels;
  std::vector<CodeEdit*> m_fields;
  ActionButton *m_save, *m_leave;
};

}  // namespace kahui::widgets
