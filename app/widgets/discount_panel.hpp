// F5: a discount by hand on the whole bill, as a rate or as an amount, or on the chosen line, as a rate or as a new
// price. Beyond the operator's right the same panel asks for the code and PIN of someone who may, and sends the wish
// again.
#pragma once

#include "app/models/formatter.hpp"
#include "app/models/till_model.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/signed_panel.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::widgets {

class DiscountPanel : public SignedPanel {
  Q_OBJECT

 public:
  explicit DiscountPanel(Look look, QWidget* parent = nullptr);

  void open(const std::optional<till::DiscountView>& now, const till::LineView* line, int row);  // null: none is chosen
  bool takeKey(int key);  // B bill, L line, R rate, A amount or price, N none

 signals:
  void chosen(till::DiscountBill wish);
  void priced(till::SetLinePrice wish);
  void unreadable();

 protected:
  void retranslate() override;
  [[nodiscard]] CodeEdit* actEntry() const override { return m_entry; }
  void signedBy(const till::Approval& approval) override;

 private:
  enum class Unit { Rate, Amount };
  enum class Scope { Bill, Line };
  void makeAct();
  QWidget* makeSwitches();
  void setUnit(Unit unit);
  void setScope(Scope scope);
  void choose();
  void send(std::optional<base::Rate> rate, std::optional<base::Money> money);
  void takeOff();
  [[nodiscard]] QString wishText() const;

  Unit m_unit = Unit::Rate;
  Scope m_scope = Scope::Bill;
  std::optional<till::DiscountView> m_now;
  std::optional<till::LineView> m_line;
  int m_row = 0;
  till::DiscountBill m_wish;
  till::SetLinePrice m_price;
  ActionButton* m_bill = nullptr;
  ActionButton* m_on_line = nullptr;
  ActionButton* m_rate = nullptr;
  ActionButton* m_amount = nullptr;
  TextLabel* m_hint = nullptr;
  CodeEdit* m_entry = nullptr;
  std::vector<ActionButton*> m_quick;
  NumberPad* m_pad = nullptr;
  ActionButton* m_none = nullptr;
  ActionButton* m_choose = nullptr;
};

}  // namespace kahui::widgets
