// F7: the open bill waits, with a note so that it is found again.
#pragma once

#include "app/widgets/code_edit.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class HoldPanel : public SidePanel {
  Q_OBJECT

 public:
  explicit HoldPanel(Look look, QWidget* parent = nullptr);

  void open();
  [[nodiscard]] CodeEdit* entry() const { return m_note; }

 signals:
  void held(const QString& note);

 protected:
  void retranslate() override;

 private:
  void hold();

  TextLabel* m_hint;
  CodeEdit* m_note;
  ActionButton* m_hold;
};

}  // namespace kahui::widgets
