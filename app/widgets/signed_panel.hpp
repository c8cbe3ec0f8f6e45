// A side panel whose act may be beyond the operator's right: then it turns to somebody else's code and PIN, and the act
// is asked for again with both.
#pragma once

#include <QStackedWidget>

#include "app/widgets/approval_form.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class SignedPanel : public SidePanel {
  Q_OBJECT

 public:
  SignedPanel(Look look, const QString& name, QWidget* parent = nullptr);

  void askAuthority();      // the till said that the operator may not
  void refused();           // the signature was not taken
  virtual bool stepBack();  // from the signature to the act; false: there is no step left
  [[nodiscard]] bool asksAuthority() const { return m_pages->currentIndex() == 1; }
  [[nodiscard]] CodeEdit* entry() const;  // where typed signs belong now; null: the scan line

 protected:
  [[nodiscard]] QWidget* act() const { return m_act; }  // the first page, to be filled
  void showAct() { m_pages->setCurrentIndex(0); }
  void setWanted(const QString& wanted) { m_form->setWanted(wanted); }
  [[nodiscard]] virtual CodeEdit* actEntry() const = 0;  // of the first page
  virtual void signedBy(const till::Approval& approval) = 0;

 private:
  QWidget* m_act;
  ApprovalForm* m_form;
  QStackedWidget* m_pages;
};

}  // namespace kahui::widgets
