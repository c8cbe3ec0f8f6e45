// Points from the member's account onto his card: how many, his PIN where it is asked for, a signature where it is
// beyond the operator's right; then the card has to lie still.
#pragma once

#include <QStackedWidget>

#include "app/models/till_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/approval_form.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class CardLoadForm : public Card {
  Q_OBJECT

 public:
  explicit CardLoadForm(Look look, QWidget* parent = nullptr);

  void open();
  void close();  // secrets are wiped
  void show(const std::optional<till::CardLoadView>& load, base::Points available);
  void askSignature();  // the act is beyond the operator's right; what was typed stays
  void refused();       // PINs are wiped, the points stay
  void focusFirst();
  [[nodiscard]] bool running() const { return m_load && m_load->running; }

 signals:
  void asked(const till::LoadCard& command);
  void unreadable();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void confirm(const till::Approval& approval);
  void fill();
  void retranslate();

  Look m_look;
  std::optional<till::CardLoadView> m_load;
  base::Points m_available{};
  TextLabel* m_title;
  TextLabel* m_what;
  TextLabel* m_state;  // what the card holds, or what to do with it
  QStackedWidget* m_steps;
  CodeEdit* m_points;
  CodeEdit* m_pin;
  ApprovalForm* m_approval;
  ActionButton* m_confirm;
};

}  // namespace kahui::widgets
