// Somebody else's signature for one act: what is to be allowed, staff code, PIN. Used wherever an act is beyond the
// right of who is signed in. The PIN is in no other place and leaves with the signal.
#pragma once

#include "app/models/till_model.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/number_pad.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class ApprovalForm : public QWidget {
  Q_OBJECT

 public:
  // `name` goes before the object names of its parts: nameApproverCodeEdit, nameApproverPinCodeEdit,
  // nameSignActionButton.
  ApprovalForm(Look look, const QString& name, QWidget* parent = nullptr);

  void open();     // both lines empty
  void refused();  // the signature was not taken: the PIN is empty again
  void setWanted(const QString& wanted) { m_wanted->setText(wanted); }
  [[nodiscard]] CodeEdit* entry() const;  // where typed signs belong now

 signals:
  void signedBy(const till::Approval& approval);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void sign();
  void retranslate();

  TextLabel* m_wanted;
  TextLabel* m_hint;
  CodeEdit* m_code;
  CodeEdit* m_pin;
  NumberPad* m_pad;
  ActionButton* m_sign;
};

}  // namespace kahui::widgets
