// F8: the bills that wait, this till's first and then those of the store's other tills. The cursor stays in the scan
// line; arrows choose, Enter takes up, Del twice cancels.
#pragma once

#include "app/models/shift_text.hpp"
#include "app/widgets/pick_list.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class HeldPanel : public SidePanel {
  Q_OBJECT

 public:
  explicit HeldPanel(Look look, QWidget* parent = nullptr);

  void open();  // waits for the list; Enter before it has come takes up its first bill then
  void show(const till::Snapshot& snapshot);
  void move(int by);
  void recall();
  void drop();    // the first time asks, the second time cancels; while headquarters is asked, stops waiting
  bool disarm();  // whether a cancelling was waiting
  [[nodiscard]] int count() const { return static_cast<int>(m_bills.size() + m_away.bills.size()); }

 signals:
  void recalled(const base::Id& bill);
  void taken(const std::string& holder, const base::Id& bill);  // of another till
  void dropAsked();
  void dropped(const base::Id& bill);
  void waitedEnough();  // headquarters' word on a bill

 protected:
  void retranslate() override;

 private:
  [[nodiscard]] const till::HeldBillView* current() const;  // of this till
  [[nodiscard]] const till::AwayBillView* currentAway() const;
  void choose();  // what can be done with the current one
  [[nodiscard]] QString hint() const;

  std::vector<till::HeldBillView> m_bills;
  till::HeldAwayView m_away;
  bool m_in_chain = false;
  std::optional<base::Id> m_dropping;
  bool m_waiting = false;
  bool m_recall_next = false;
  TextLabel* m_hint;
  PickList* m_list;
  ActionButton* m_drop;
  ActionButton* m_recall;
};

}  // namespace kahui::widgets
