// F9: the number of the receipt whose goods come back, typed or scanned.
#pragma once

#include "app/widgets/code_edit.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class ReturnEntry : public SidePanel {
  Q_OBJECT

 public:
  explicit ReturnEntry(Look look, QWidget* parent = nullptr);

  void open(const QString& receipt_no);  // of the receipt on the screen, or empty
  [[nodiscard]] CodeEdit* entry() const { return m_entry; }

 signals:
  void chosen(const QString& receipt_no);

 protected:
  void retranslate() override;

 private:
  void choose();

  TextLabel* m_hint;
  CodeEdit* m_entry;
  NumberPad* m_pad;
  ActionButton* m_choose;
};

}  // namespace kahui::widgets
