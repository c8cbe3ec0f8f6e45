// At the start of a shift: what lies in the drawer. Esc goes on without saying it, and so does a scan.
#pragma once

#include "app/models/shift_text.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class FloatPanel : public SidePanel {
  Q_OBJECT

 public:
  explicit FloatPanel(Look look, QWidget* parent = nullptr);

  void open(base::Money proposed);
  [[nodiscard]] CodeEdit* entry() const { return m_entry; }

 signals:
  void chosen(base::Money amount);
  void skipped();                     // nothing was typed
  void passed(const QString& typed);  // no amount of money: an item or a member that belongs to the scan line
  void unreadable();

 protected:
  void retranslate() override;

 private:
  void choose();

  base::Money m_proposed{};
  TextLabel* m_hint;
  CodeEdit* m_entry;
  NumberPad* m_pad;
  ActionButton* m_choose;
};

}  // namespace kahui::widgets
