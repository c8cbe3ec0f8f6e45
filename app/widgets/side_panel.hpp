// The frame of everything that takes the place of the right column for a while: a title, and a way back by touch and by
// Esc.
#pragma once

#include <QVBoxLayout>

#include "app/widgets/action_button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class SidePanel : public Card {
  Q_OBJECT

 public:
  SidePanel(Look look, const QString& name, QWidget* parent = nullptr);

  void setTitle(const QString& title);

 signals:
  void backAsked();

 protected:
  void changeEvent(QEvent* event) override;
  virtual void retranslate() = 0;  // called by the derived constructor, and when the language changes
  [[nodiscard]] QVBoxLayout* body() const { return m_body; }

 private:
  void retranslateFrame();

  TextLabel* m_title;
  ActionButton* m_back;
  QVBoxLayout* m_body;
};

}  // namespace kahui::widgets
