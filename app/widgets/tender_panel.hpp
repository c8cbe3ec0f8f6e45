// The tender step: what is due, what was taken, how the rest is paid. Enter takes it exactly once.
#pragma once

#include <vector>

#include "app/models/presenters.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/customer_pin.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class TenderPanel : public SidePanel {
  Q_OBJECT

 public:
  explicit TenderPanel(Look look, QWidget* parent = nullptr);

  void open(const till::TenderView& tender);                // empties the entry
  void show(const till::TenderView& tender, bool by_code);  // the till has spoken: another try may be made
  void takeFocus();                                         // where Enter belongs now
  bool takeKey(int key);  // letters, while a payment is under way and while nothing is typed into
  [[nodiscard]] CodeEdit* entry() const { return m_entry; }
  [[nodiscard]] bool isPaying() const { return m_tender.payment.has_value(); }

 signals:
  void payAsked(base::Money given);
  void kindAsked(till::TenderKind kind);
  void splitAsked(base::Money amount);
  void taken(till::TakeTender tender);
  void codeScanned(const QString& code);
  void purseAsked();
  void finishAsked();
  void reverseAsked();
  void askAsked();
  void asideAsked();
  void unreadable();
  void scanned();  // what came in is longer than any amount: an item was scanned while money is counted

 protected:
  void retranslate() override;

 private:
  void makeKinds();
  void makeQuickButtons();
  void makePayment();
  void arrange();
  void refresh();
  void fillTaken();
  void fillPayment();
  void pay();
  void payCash();
  void takeOther(const QString& typed);
  [[nodiscard]] bool isSettled() const;                    // nothing is left to pay
  [[nodiscard]] std::optional<base::Money> given() const;  // nothing typed: the exact amount
  [[nodiscard]] QString payWords() const;

  till::TenderView m_tender;
  bool m_by_code = false;
  bool m_waiting = false;
  TextLabel* m_due_title;
  TextLabel* m_due;
  TextLabel* m_rounding;
  TextLabel* m_taken;
  QWidget* m_kinds;
  struct KindButton {
    till::TenderKind kind;
    ActionButton* button;
  };
  std::vector<KindButton> m_kind_buttons;
  CodeEdit* m_entry;
  CustomerPin* m_pin_key;
  QWidget* m_quick_row;
  std::vector<ActionButton*> m_quick;
  TextLabel* m_hint;
  ActionButton* m_purse;
  NumberPad* m_pad;
  QWidget* m_payment;
  TextLabel* m_payment_title = nullptr;
  TextLabel* m_payment_words = nullptr;
  ActionButton* m_ask = nullptr;
  ActionButton* m_reverse = nullptr;
  ActionButton* m_aside = nullptr;
  QWidget* m_change_row;
  TextLabel* m_change_title;
  TextLabel* m_change;
  ActionButton* m_pay;
};

}  // namespace kahui::widgets
