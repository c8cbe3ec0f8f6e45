// Labels of scales: which prefixes, what stands where, and a label tried.
#pragma once

#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/text_label.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::widgets {

class LabelForm : public QWidget {
  Q_OBJECT

 public:
  explicit LabelForm(Look look, QWidget* parent = nullptr);

  void fill(const catalog::LabelRules& rules);
  void showTrial(const std::optional<till::LabelTrial>& trial);
  [[nodiscard]] catalog::LabelRules wanted() const;

 signals:
  void tried(const std::string& code);  // by wanted(), when either changes

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  [[nodiscard]] QString meaning(const till::LabelTrial& trial) const;

  Look m_look;
  std::optional<till::LabelTrial> m_trial;
  TextLabel* m_prefix_title;
  TextLabel* m_short_title;
  TextLabel* m_long_title;
  TextLabel* m_letters;
  TextLabel* m_try_title;
  TextLabel* m_meaning;
  CodeEdit* m_prefixes;
  CodeEdit* m_short;
  CodeEdit* m_long;
  CodeEdit* m_try;
};

}  // namespace kahui::widgets
