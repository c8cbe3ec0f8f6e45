// What the bill comes to, readable from where the customer stands.
#pragma once

#include "app/models/presenters.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class TotalsCard : public Card {
  Q_OBJECT

 public:
  explicit TotalsCard(Look look, QWidget* parent = nullptr);
  void show(const till::Snapshot& snapshot);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void fill();

  till::Snapshot m_bill;  // totals and benefits only
  TextLabel* m_gross_title;
  TextLabel* m_gross;
  TextLabel* m_saving_title;
  TextLabel* m_saving;
  TextLabel* m_extras;
  TextLabel* m_due_title;
  TextLabel* m_due;
};

}  // namespace kahui::widgets
