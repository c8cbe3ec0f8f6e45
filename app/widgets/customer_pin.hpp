// "Customer types the PIN": beside a masked field, there only while the customer's window takes touches. The field
// shows dots, one a digit; the digits are nowhere else.
#pragma once

#include "app/models/customer_entry.hpp"
#include "app/models/messages.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"

namespace kahui::widgets {

class CustomerPin : public ActionButton {
  Q_OBJECT

 public:
  CustomerPin(Look look, const QString& name, QWidget* parent = nullptr);  // `name` as of ActionButton

  void setEntry(models::CustomerEntry& entry);  // outlives it; until then it is hidden
  // The field that is filled; null: no PIN is asked for now, and it is hidden.
  void serve(CodeEdit* field, models::CustomerEntry::PinFor what = models::CustomerEntry::PinFor::Confirm);
  [[nodiscard]] bool isOffered() const { return m_field != nullptr && m_entry != nullptr && m_entry->available(); }
  [[nodiscard]] bool runs() const { return m_runs; }  // the field is half filled: nothing is done with it

 signals:
  void starting();  // a last chance to serve() another field
  void typed();     // the field holds a PIN now, as if it had been typed at the till
  void said(const models::NoticeVm& words);
  void offerChanged();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void begin();
  void take();
  void end(models::CustomerEntry::End why);
  void fill();

  models::CustomerEntry* m_entry = nullptr;
  CodeEdit* m_field = nullptr;
  models::CustomerEntry::PinFor m_what = models::CustomerEntry::PinFor::Confirm;
  bool m_runs = false;
};

}  // namespace kahui::widgets
