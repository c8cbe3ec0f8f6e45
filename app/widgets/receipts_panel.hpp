// More, P: the receipts of the day. What is typed is looked for in number and amount; Enter prints a copy, X opens a
// bill again (X9).
#pragma once

#include "app/models/shift_text.hpp"
#include "app/widgets/pick_list.hpp"
#include "app/widgets/reason_form.hpp"
#include "app/widgets/signed_panel.hpp"

namespace kahui::widgets {

class ReceiptsPanel : public SignedPanel {
  Q_OBJECT

 public:
  explicit ReceiptsPanel(Look look, QWidget* parent = nullptr);

  void open();
  void show(const till::Snapshot& snapshot);
  bool takeKey(int key);  // arrows, X
  bool stepBack() override;

 signals:
  void queryChanged(const QString& query);
  void reprintAsked(const std::string& receipt_no);
  void reopenAsked(const till::ReopenBill& wish);

 protected:
  void retranslate() override;
  [[nodiscard]] CodeEdit* actEntry() const override { return asksReason() ? m_reason->entry() : m_query; }
  void signedBy(const till::Approval& approval) override;

 private:
  void reprint();
  void reopen();
  [[nodiscard]] bool asksReason() const { return m_steps->currentIndex() == 1; }
  [[nodiscard]] const till::ReceiptRowView* current() const;

  std::vector<till::ReceiptRowView> m_receipts;
  std::string m_reopening, m_why;
  QStackedWidget* m_steps;  // the list, the reason
  ReasonForm* m_reason;
  TextLabel* m_hint;
  CodeEdit* m_query;
  PickList* m_list;
  ActionButton* m_reopen;
  ActionButton* m_reprint;
};

}  // namespace kahui::widgets
