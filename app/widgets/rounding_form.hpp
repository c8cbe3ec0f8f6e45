// 抹零: what is dropped of a bill, with examples; and from which balance on a top-up is offered.
#pragma once

#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/text_label.hpp"
#include "app/widgets/two_line_list.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::widgets {

class RoundingForm : public QWidget {
  Q_OBJECT

 public:
  explicit RoundingForm(Look look, QWidget* parent = nullptr);

  void fill(const till::SettingsView& settings);
  [[nodiscard]] programme::BillRound wanted() const { return m_round; }
  [[nodiscard]] std::optional<base::Money> lowValue() const;  // none: not readable
  [[nodiscard]] std::vector<TwoLineRow> examples() const;     // what is wanted, on a few amounts
  bool takeKey(int key);

 signals:
  void changed();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void choose(programme::RoundMode mode);
  void retranslate();

  Look m_look;
  programme::BillRound m_round;
  bool m_at_hq = false;
  std::vector<std::pair<programme::RoundMode, ActionButton*>> m_modes;
  ActionButton* m_apply;
  TextLabel* m_authority;
  TextLabel* m_low_title;
  CodeEdit* m_low;
};

}  // namespace kahui::widgets
