// Paying with points: what there is, what this bill takes, and four ways to say how many.
#pragma once

#include "app/models/presenters.hpp"
#include "app/models/till_model.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/customer_pin.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class PointsPanel : public SidePanel {
  Q_OBJECT

 public:
  explicit PointsPanel(Look look, QWidget* parent = nullptr);

  void open(const till::PointsView& points);
  void show(const till::PointsView& points);
  bool takeKey(int key);  // the letters drawn on the buttons
  void askPin();    // the wish is beyond what the card alone may pay (I4): the member types, then it goes out again
  bool stepBack();  // from the PIN to the points; false if it was not asked for
  [[nodiscard]] bool asksPin() const { return m_asks_pin; }
  [[nodiscard]] CodeEdit* entry() const { return m_entry; }

 signals:
  void chosen(till::PayPoints wish);
  void unreadable();

 protected:
  void retranslate() override;

 private:
  void addFigure(int row, TextLabel*& title, TextLabel*& figure, int size_px);
  void choose();
  void ask(till::PayPoints::How how, base::Points points = {});

  till::PointsView m_points;
  till::PayPoints m_wish;
  bool m_asks_pin = false;
  TextLabel* m_available_title = nullptr;
  TextLabel* m_available = nullptr;
  TextLabel* m_usable_title = nullptr;
  TextLabel* m_usable = nullptr;
  TextLabel* m_used_title = nullptr;
  TextLabel* m_used = nullptr;
  [[nodiscard]] QString honesty() const;
  [[nodiscard]] QString spendable() const;
  [[nodiscard]] QString bound() const;

  TextLabel* m_honest = nullptr;  // what headquarters confirmed, what may be paid without it
  class QGridLayout* m_figures;
  ActionButton* m_max;
  ActionButton* m_whole;
  ActionButton* m_none;
  CodeEdit* m_entry;
  CustomerPin* m_pin_key;
  NumberPad* m_pad;
  ActionButton* m_choose;
};

}  // namespace kahui::widgets
