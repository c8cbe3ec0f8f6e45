// Money that is moved by hand: into the drawer, out of it, to the safe; or what it begins with. An amount, and why.
#pragma once

#include "app/models/shift_text.hpp"
#include "app/models/till_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class CashForm : public QWidget {
  Q_OBJECT

 public:
  enum class What { In, Out, Drop, Float };

  explicit CashForm(Look look, QWidget* parent = nullptr);

  void open(What what);
  [[nodiscard]] What what() const { return m_what; }
  [[nodiscard]] QString title() const;
  [[nodiscard]] CodeEdit* entry() const { return m_amount; }

 signals:
  void filled(base::Money amount, const QString& reason);
  void refused(const models::NoticeVm& why);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void choose();
  void retranslate();

  Look m_look;
  What m_what = What::In;
  TextLabel* m_title;
  CodeEdit* m_amount;
  CodeEdit* m_reason;
  NumberPad* m_pad;
  ActionButton* m_choose;
};

}  // namespace kahui::widgets
