// After the sale: what goes back to the customer, large, and one way on.
#pragma once

#include "app/widgets/action_button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text_label.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::widgets {

class ReceiptPanel : public Card {
  Q_OBJECT

 public:
  explicit ReceiptPanel(Look look, QWidget* parent = nullptr);
  void show(const till::Snapshot& snapshot);  // with a receipt
  void askCopy();                             // of one that was called back; P

 signals:
  void nextAsked();
  void copyAsked(const std::string& receipt_no);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  [[nodiscard]] QString paidText() const;
  [[nodiscard]] QString pointsText() const;

  std::optional<sale::Receipt> m_receipt;
  bool m_fresh = false;  // just paid, not called back to the screen
  TextLabel* m_title;
  TextLabel* m_number;
  TextLabel* m_change_title;
  TextLabel* m_change;
  TextLabel* m_paid;
  TextLabel* m_points;
  ActionButton* m_copy;
  ActionButton* m_next;
};

}  // namespace kahui::widgets
