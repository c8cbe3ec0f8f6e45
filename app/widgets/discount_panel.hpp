// F5: a discount on the whole bill, as a rate or as an amount. Beyond the operator's right the same panel asks for the
// code and PIN of someone who may, and sends the wish again.
#pragma once

#include <QStackedWidget>

#include "app/models/formatter.hpp"
#include "app/models/till_model.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/side_panel.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::widgets {

class DiscountPanel : public SidePanel {
  Q_OBJECT

 public:
  explicit DiscountPanel(Look look, QWidget* parent = nullptr);

  void open(const std::optional<till::DiscountView>& now);
  void askAuthority();    // the till said that the operator may not
  void refused();         // the approver's signature was not taken: the PIN is empty again
  bool stepBack();        // from the signature to the amount; false: there is no step left
  bool takeKey(int key);  // R rate, A amount, N none
  [[nodiscard]] bool asksAuthority() const { return m_pages->currentIndex() == 1; }
  [[nodiscard]] CodeEdit* entry() const;

 signals:
  void chosen(till::DiscountBill wish);
  void unreadable();

 protected:
  void retranslate() override;

 private:
  enum class Unit { Rate, Amount };
  QWidget* makeAmount();
  QWidget* makeAuthority();
  void setUnit(Unit unit);
  void choose();
  void sign();
  [[nodiscard]] till::DiscountBill typed() const;  // neither rate nor amount: unreadable
  [[nodiscard]] QString wishText() const;

  Unit m_unit = Unit::Rate;
  std::optional<till::DiscountView> m_now;
  till::DiscountBill m_wish;
  QStackedWidget* m_pages;
  ActionButton* m_rate = nullptr;
  ActionButton* m_amount = nullptr;
  TextLabel* m_hint = nullptr;
  CodeEdit* m_entry = nullptr;
  std::vector<ActionButton*> m_quick;
  NumberPad* m_pad = nullptr;
  ActionButton* m_none = nullptr;
  ActionButton* m_choose = nullptr;
  TextLabel* m_authority = nullptr;
  TextLabel* m_wanted = nullptr;
  CodeEdit* m_code = nullptr;
  CodeEdit* m_pin = nullptr;
  NumberPad* m_sign_pad = nullptr;
  ActionButton* m_sign = nullptr;
};

}  // namespace kahui::widgets
