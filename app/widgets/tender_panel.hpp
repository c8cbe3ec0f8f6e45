// Cash: what is due, what was handed over, what goes back. Enter pays exactly once.
#pragma once

#include <vector>

#include "app/models/presenters.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class TenderPanel : public SidePanel {
  Q_OBJECT

 public:
  explicit TenderPanel(Look look, QWidget* parent = nullptr);

  void open(const till::TenderView& tender);  // empties the entry
  void answered();                            // the till has spoken: another try may be made
  [[nodiscard]] CodeEdit* entry() const { return m_entry; }

 signals:
  void payAsked(base::Money given);
  void unreadable();
  void scanned();  // what came in is longer than any amount: an item was scanned while money is counted

 protected:
  void retranslate() override;

 private:
  void makeQuickButtons();
  void refresh();
  void pay();
  [[nodiscard]] std::optional<base::Money> given() const;  // nothing typed: the exact amount

  till::TenderView m_tender;
  bool m_waiting = false;
  TextLabel* m_due_title;
  TextLabel* m_due;
  TextLabel* m_rounding;
  CodeEdit* m_entry;
  std::vector<ActionButton*> m_quick;
  NumberPad* m_pad;
  TextLabel* m_change_title;
  TextLabel* m_change;
  ActionButton* m_pay;
};

}  // namespace kahui::widgets
