// More, N: the goods of the open bill come back without a receipt (X9), at the lowest price of 30 days. Shows what is
// given back before it is done.
#pragma once

#include "app/models/shift_text.hpp"
#include "app/widgets/pick_list.hpp"
#include "app/widgets/reason_form.hpp"
#include "app/widgets/signed_panel.hpp"

namespace kahui::widgets {

class BlindReturnPanel : public SignedPanel {
  Q_OBJECT

 public:
  explicit BlindReturnPanel(Look look, QWidget* parent = nullptr);

  void open();
  void show(const till::Snapshot& snapshot);
  void confirm();  // Enter: asks why
  bool stepBack() override;

 signals:
  void confirmed(const till::ConfirmBlindReturn& wish);

 protected:
  void retranslate() override;
  [[nodiscard]] CodeEdit* actEntry() const override { return asksReason() ? m_reason->entry() : nullptr; }
  void signedBy(const till::Approval& approval) override;

 private:
  [[nodiscard]] bool asksReason() const { return m_steps->currentIndex() == 1; }

  std::optional<till::BlindReturnView> m_view;
  std::string m_why;
  QStackedWidget* m_steps;  // the goods, the reason
  ReasonForm* m_reason;
  TextLabel* m_hint;
  PickList* m_list;
  TextLabel* m_refund_title;
  TextLabel* m_refund;
  TextLabel* m_points;
  ActionButton* m_confirm;
};

}  // namespace kahui::widgets
