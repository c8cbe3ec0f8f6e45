// Alt+X: goods of the points catalogue that the bill's member may have as a line (S003-94). The cursor stays in the
// scan line; arrows choose, Enter takes one. Where the member's PIN is needed the panel asks for it.
#pragma once

#include "app/models/till_model.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/customer_pin.hpp"
#include "app/widgets/pick_list.hpp"
#include "app/widgets/side_panel.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::widgets {

class GiftPanel : public SidePanel {
  Q_OBJECT

 public:
  explicit GiftPanel(Look look, QWidget* parent = nullptr);

  void open();
  void show(const till::Snapshot& snapshot);
  void move(int by);
  void choose();
  void askPin();
  bool stepBack();  // from the PIN to the list; false: there was none
  [[nodiscard]] CodeEdit* entry() const { return m_asks_pin ? m_pin : nullptr; }

 signals:
  void chosen(const till::RedeemGift& wish);

 protected:
  void retranslate() override;

 private:
  std::vector<till::GiftView> m_gifts;
  bool m_member = false;
  bool m_asks_pin = false;
  TextLabel* m_hint;
  PickList* m_list;
  CodeEdit* m_pin;
  CustomerPin* m_pin_key;
  ActionButton* m_take;
};

}  // namespace kahui::widgets
